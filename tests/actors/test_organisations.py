"""Names of bodies that the registry does not hold, and names that the parser takes for them. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Actor

Who = Callable[..., list[Actor]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Northgate Water Council condemned the raid.", "Northgate Water Council"),
        ("The Lowland Development Bank froze the loan.", "Lowland Development Bank"),
        ("The Institute for Harbour Safety praised the minister.", "Institute for Harbour Safety"),
        ("The Northgate Trade Council meeting ended early.", "Northgate Trade Council"),
    ],
)
def test_name_of_a_body_is_an_actor(who: Who, text: str, name: str) -> None:
    assert [a.name for a in who(text, name)] == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ministers welcomed the Lowland Security Dialogue on Monday.", "Lowland Security Dialogue"),
        ("She announced an expansion of the Harwick Exchange Program.", "Harwick Exchange Program"),
        ("Both praised the Partnership for Clean Rivers.", "Partnership for Clean Rivers"),
        ("He will attend the Harbour Ministerial Meeting in Lima.", "Harbour Ministerial Meeting"),
        ("She was held at Norwick State Prison for a year.", "Norwick State Prison"),
        ("The envoys discussed the NPT in Vienna.", "NPT"),
        ("The minister opened the Border Trade Dialogue (BTD). The BTD will meet again.", "BTD"),
        ("She met the minister in Lima.\n(CLOSED PRESS COVERAGE)\nShe then met the king.", "CLOSED PRESS COVERAGE"),
        ("Voters may choose the Carver/Pembroke ticket.", "Carver/Pembroke"),
        ("They seek better prevention and response (PAR). Funds for PAR are short.", "PAR"),
        ("They seek Universal School Coverage (USC). Funds for USC are short.", "USC"),
        ("They made Cole the Harbour Party nominee.", "Cole the Harbour Party"),
    ],
)
def test_programme_meeting_treaty_or_site_is_no_actor(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


def test_tail_of_a_name_is_no_body_of_its_own(who: Who) -> None:
    text = "We launched a new Bureau for Cyberspace and Digital Policy, with sixty people."
    assert who(text, "Digital Policy") == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenya sanctioned Vega Harbour Corporation, a Peruvian firm.", "PER"),
        ("Kenya sanctioned Vega Harbour Corporation, a firm of its own.", None),
    ],
)
def test_apposition_tells_the_country_of_a_body(who: Who, text: str, country: str | None) -> None:
    assert [a.country for a in who(text, "Vega Harbour Corporation")] == [country]


def test_noun_of_a_name_alone_is_the_body_named_before(who: Who) -> None:
    text = "The U.S. House of Representatives voted on Monday. The House issued a request for the papers."
    assert [a.id for a in who(text, "House")] == ["usa-house"]
    assert "usa-house" not in [a.id for a in who("The Senate voted. The Gallery issued a request.", "Gallery")]


def test_title_before_a_name_is_a_person_and_no_body(who: Who) -> None:
    text = "Envoys welcomed President-Elect Petro and Princess Ubolratana thanked her supporters."
    assert [a.kind for a in who(text, "President-Elect Petro", "2022-07-20")] == ["person"]
    assert [a.kind for a in who(text, "Princess Ubolratana")] == ["person"]
    assert who("They spoke at the Lowland Leaders Summit in May.", "Lowland Leaders Summit") == []
