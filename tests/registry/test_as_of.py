"""Who held what on a day, and why nobody."""

from pathlib import Path

import pytest
from tests.registry.conftest import WriteTables

from communique.data.registry import Registry, load_registry, office_of
from communique.registry import holders_as_of
from communique.registry.as_of import explain_nobody
from communique.registry.lookup import (
    UnknownNameError,
    find_asked,
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


@pytest.mark.parametrize("text", ["arland", "the Arland", "THE ARLAND", "union of two"])
def test_a_country_is_found_in_any_case_and_with_the(base: Path, overlay: WriteTables, text: str) -> None:
    named = load_registry([overlay(names="Union of Two|union|official||||typed")], base=base)
    assert find_country(named, text) in ("ARL", "IGO-UOT")


def test_a_name_of_two_countries_offers_both(base: Path, overlay: WriteTables) -> None:
    two = overlay(names="Ostland|arl|variant|||default|typed\nOstland|bes|variant|||cue|typed")
    with pytest.raises(UnknownNameError, match=r"may be Arland \(ARL\) or Besk \(BES\); say which"):
        find_country(load_registry([two], base=base), "ostland")


def test_a_title_of_the_country_comes_before_a_role_of_others(base: Path, overlay: WriteTables) -> None:
    mine = overlay(
        offices="arl-fm|arl|ARL|foreign_minister|Foreign Secretary|GOV|1||2020-12-31|typed\n"
        "bes-fs|bes|BES|foreign_secretary|Foreign Secretary|GOV|1||2020-12-31|typed",
    )
    registry = load_registry([mine], base=base)
    assert find_asked(registry, "ARL", "foreign-secretary") == (None, ("arl-fm",))
    assert find_asked(registry, "BES", "foreign-secretary") == ("foreign_secretary", ())
    assert find_asked(registry, "ARL", "leader") == ("leader", ())
    held = holders_as_of(registry, "2012-01-01", country="ARL", offices=["arl-fm"])
    assert [holding.person for holding in held] == ["ana-abo"]
    with pytest.raises(UnknownNameError, match="did you mean foreign-secretary"):
        find_asked(registry, "ARL", "foreign-secretery")


def test_offices_without_holders_are_listed_only_when_offices_are_asked_for(registry: Registry) -> None:
    assert _told(registry, "2022-01-01", country="ARL") == [("head_of_state", "vacant: the seat stood empty")]
    assert len(_told(registry, "2022-01-01", country="ARL", role="foreign_minister")) == 1


def test_a_head_of_state_stands_before_a_minister_and_the_others_by_title(base: Path, overlay: WriteTables) -> None:
    mine = overlay(
        offices="arl-a|arl|ARL|speaker|Arbiter|LEG|1||2020-12-31|typed",
        tenures="arl-a|2000-01-01|dag-eel|2012-01-01|day||typed\narl-fm|2000-01-01|ana-abo|2009-12-31|day||typed",
    )
    told = [role for role, _ in _told(load_registry([mine], base=base), "2005-01-01", country="ARL")]
    assert told == ["head_of_state", "head_of_government", "foreign_minister", "speaker"]


@pytest.mark.parametrize(
    ("day", "asked", "told"),
    [
        ("2030-01-01", {"country": "ARL"}, "the registry knows Arland's offices to 2024-12-31"),
        ("2030-01-01", {}, "the registry knows the offices to 2024-12-31"),
        (
            "2030-01-01",
            {"country": "ARL", "role": "foreign_minister"},
            "the registry knows the Foreign Minister of Arland to 2020-12-31",
        ),
        ("1800-01-01", {"country": "ARL"}, "the registry knows nobody in Arland's offices before 2000-01-01"),
        ("1800-01-01", {}, "the registry knows nobody in any office before 2000-01-01"),
        ("2012-01-01", {"country": "ARL", "role": "envoy"}, "the registry has no such office among Arland's offices"),
        ("2009-01-01", {"country": "BES"}, "the registry knows nobody in Besk's offices before 2011-01-01"),
        ("2022-01-01", {"country": "ARL"}, None),
    ],
)
def test_where_the_tables_do_not_reach_is_told_once(
    registry: Registry, day: str, asked: dict[str, str], told: str | None
) -> None:
    assert explain_nobody(registry, day, **asked) == told
