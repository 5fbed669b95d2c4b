"""Who held what on a day, and why nobody."""

import pytest

from communique.data.registry import Registry, office_of
from communique.registry import holders_as_of
from communique.registry.lookup import (
    UnknownNameError,
    find_country,
    find_offices,
    find_person,
    find_role,
    index_persons,
)


def _told(registry: Registry, day: str, **asked: str) -> list[tuple[str, str | None]]:
    return [(holding.role, holding.person or holding.note) for holding in holders_as_of(registry, day, **asked)]


def test_everybody_in_office_is_listed(registry: Registry) -> None:
    assert _told(registry, "2012-06-01") == [("foreign_minister", "ana-abo"), ("envoy", "dag-eel")]


def test_an_office_that_another_plays_has_its_holder(registry: Registry) -> None:
    assert _told(registry, "2005-01-01", country="ARL", role="head_of_government") == [
        ("head_of_government", "bo-cern")
    ]


def test_a_vacancy_is_told(registry: Registry) -> None:
    found = _told(registry, "2012-01-01", country="ARL", role="head_of_state")
    assert found == [("head_of_state", "vacant: the seat stood empty")]


def test_after_known_until_nobody_is_known(registry: Registry) -> None:
    found = _told(registry, "2021-01-01", role="foreign_minister")
    assert found == [("foreign_minister", "not known after 2020-12-31")]


def test_both_are_listed_on_a_handover(registry: Registry) -> None:
    assert len(_told(registry, "2015-05-01", country="ARL", role="foreign_minister")) == 2


def test_a_holding_says_how_sure_it_is(registry: Registry) -> None:
    holding = holders_as_of(registry, "2012-06-01", role="envoy")[0]
    assert (holding.sure, holding.source, holding.acting, holding.precision) == ("stated", "typed", True, "year")


@pytest.mark.parametrize("text", ["ARL", "arl", "Arland", "Q1"])
def test_a_country_is_found_by_code_name_and_wikidata_id(registry: Registry, text: str) -> None:
    assert find_country(registry, text) == "ARL"


def test_an_unknown_country_or_office_is_told_with_the_nearest(registry: Registry) -> None:
    with pytest.raises(UnknownNameError, match="did you mean Arland"):
        find_country(registry, "Arlend")
    with pytest.raises(UnknownNameError, match="did you mean foreign-minister"):
        find_role(registry, "foreign-ministre")


@pytest.mark.parametrize("text", ["foreign-minister", "Foreign Minister", "arl-fm", "minister for others"])
def test_an_office_is_found_by_role_title_id_and_phrase(registry: Registry, text: str) -> None:
    assert [office.id for office in find_offices(registry, "ARL", text)] == ["arl-fm"]
    assert find_offices(registry, "BES", text) == ()


def test_a_person_is_found_by_wikidata_id_or_by_name_without_accents(registry: Registry) -> None:
    persons = index_persons(registry)
    by_id = find_person(persons, "B. C.", "Q12", "ARL")
    assert by_id is not None
    assert by_id == find_person(persons, "Bo Cerny", None, "ARL")
    assert find_person(persons, "Bo Cerny", None, "BES") is None
    assert find_person(persons, "Bo Cerny", "Q99", "ARL") is None  # another person of that name


def test_an_office_that_plays_a_role_is_the_office_of_that_role_on_its_days(registry: Registry) -> None:
    played = office_of(registry, "ARL", "head_of_government", "2005-01-01")
    assert played is not None
    assert played.id == "arl-president"
    assert office_of(registry, "ARL", "head_of_government") is None
    assert office_of(registry, "ARL", "head_of_state", "2012-01-01") is None  # vacant
