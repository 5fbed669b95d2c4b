"""Actors whom the report plainly puts in a country. Every sentence is ours."""

from collections.abc import Callable
from functools import partial

import pytest
from msgspec.structs import replace

from communique.actors import find_actors, settle_countries
from communique.clauses import find_clauses
from communique.data.gazetteer import load_gazetteer
from communique.data.registry import Registry
from communique.data.times import load_times
from communique.parse.parsed import Parsed
from communique.places import find_places, place_of
from communique.times import Times

Country = Callable[..., str | None]
CHILE = "Chile held a vote. Chile counted. In Chile, calm held. Chile waited. Santiago, Chile, was calm. "
CHILE_AND_PERU = "Chile and Peru held votes. Peru and Chile counted. Chile and Peru waited. "


@pytest.fixture(scope="session")
def country_of(parse: Callable[..., Parsed], registry: Registry) -> Country:
    """The country of who is named or told of by some words."""
    gazetteer = load_gazetteer()

    def find(text: str, words: str, publisher: str | None = None) -> str | None:
        parsed = parse(text, "2021-08-16")
        clauses = find_clauses(replace(parsed, report=replace(parsed.report, publisher=publisher)))
        actors = find_actors(clauses, registry, Times(verbs=load_times().verbs))
        places = find_places(clauses, actors, gazetteer)
        actors = settle_countries(actors, clauses, places.places, partial(place_of, places, clauses))
        found = [m for m in actors.mentions if text[m.span.start : m.span.end] == words]
        return actors.standings[found[-1].actors[0]].country

    return find


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Marta Quill of the Scottish National Party objected.", "Marta Quill", "GBR"),
        ("Marta Quill of the University of Massachusetts objected.", "Marta Quill", "USA"),
        ("Marta Quill, chief of the directorate of the Cuban Ministry of the Interior, left.", "Marta Quill", "CUB"),
        ("Marta Quill of the United Nations objected.", "Marta Quill", None),  # whose staff may be from anywhere
        ("They took Marta Quill from Kenya to Oslo.", "Marta Quill", None),
    ],
)
def test_people_are_of_the_country_of_their_body(country_of: Country, text: str, words: str, country: str) -> None:
    assert country_of(text, words) == country


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Vladimir Putin left. Marta Quill, Putin's niece, spoke.", "Marta Quill", "RUS"),
        ("Vladimir Putin left. Putin's niece Marta Quill spoke. Marta Quill left.", "Marta Quill", "RUS"),
        ("Vladimir Putin left. Marta Quill, Putin's fiancée, spoke.", "Marta Quill", None),
    ],
)
def test_kin_are_of_the_country_of_whose_they_are(
    country_of: Country, text: str, words: str, country: str | None
) -> None:
    assert country_of(text, words) == country


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Residents of Mosul fled.", "Residents", "IRQ"),
        ("Reports from Omsk hospital were brief.", "Omsk hospital", "RUS"),
        ("A gunman shot shoppers in Oslo.", "A gunman", "NOR"),
        ("Joe Biden met with civil society representatives in Manila.", "civil society representatives", "PHL"),
        ("Experts met in Manila.", "Experts", None),
        ("Foreign lawmakers met in Manila.", "Foreign lawmakers", None),
        ("The hostages were kept in Manila.", "The hostages", None),
        ("Refugees gathered in Manila.", "Refugees", None),
    ],
)
def test_groups_are_of_their_place_unless_they_may_be_from_anywhere(
    country_of: Country, text: str, words: str, country: str | None
) -> None:
    assert country_of(text, words) == country


def test_a_group_met_in_two_countries_is_one_in_each(country_of: Country) -> None:
    text = "In Chad, Antony Blinken met with local officials. In Mali, he met with local officials."
    assert country_of(text, "local officials") == "MLI"
    assert country_of(text.replace("In Mali, he", "He"), "local officials") == "TCD"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Chad and Wang Yi met Kenya. Kenya met Wang Yi and other senior officials.", "other senior officials", "CHN"),
        ("Chad and Wang Yi met Kenya. Kenya met Wang Yi and other leaders.", "other leaders", None),
    ],
)
def test_other_officials_are_of_the_country_of_the_first(
    country_of: Country, text: str, words: str, country: str | None
) -> None:
    assert country_of(text, words) == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The government of Chad was weak. It said Chad's government arrested protesters.", "TCD"),
        ("Peru and Mali met. Peru and Mali condemned Chad's crackdown on protesters.", "TCD"),
        ("Peru, Mali and Chad met. Peru and Mali left. The government of Chad praised protesters.", None),
    ],
)
def test_whom_a_state_represses_is_its_own(country_of: Country, text: str, country: str | None) -> None:
    assert country_of(text, "protesters") == country


@pytest.mark.parametrize(
    ("report", "words", "publisher", "country"),
    [
        (CHILE + "Marta Quill objected.", "Marta Quill", None, "CHL"),
        (CHILE + "A jury met.", "A jury", None, "CHL"),
        (CHILE + "Federal regulators met.", "Federal regulators", None, "CHL"),
        (CHILE + "World leaders met.", "World leaders", None, None),
        (CHILE + "Observers objected.", "Observers", None, None),
        (CHILE + "The International Ice Society objected.", "International Ice Society", None, None),
        (CHILE + "Marta Quill objected.", "Marta Quill", "US Department of State", None),
        (CHILE_AND_PERU + "Marta Quill objected.", "Marta Quill", None, None),
    ],
)
def test_who_is_told_of_in_a_report_of_one_country_is_of_it(
    country_of: Country, report: str, words: str, publisher: str | None, country: str | None
) -> None:
    assert country_of(report, words, publisher) == country
