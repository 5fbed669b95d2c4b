"""Phrases that sum up those who were named: "the three countries", "their governments". Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Actor

Who = Callable[..., list[Actor]]
LIST = "Officials from Chad, Niger and Mali met in Lima."


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        (f"{LIST} The three countries agreed to share data.", "The three countries", ["tcd", "ner", "mli"]),
        (f"{LIST} All three governments condemned the raid.", "All three governments", ["tcd", "ner", "mli"]),
        ("Chad and Niger met in Lima. Both countries condemned the raid.", "Both countries", ["tcd", "ner"]),
        (
            "Peru and Chile quarrelled. Chad, Niger and Mali met. Kenya watched. The three nations will vote.",
            "The three nations",
            ["tcd", "ner", "mli"],
        ),
    ],
)
def test_a_counted_phrase_sums_up_the_list_before_it(who: Who, text: str, words: str, ids: list[str]) -> None:
    assert [a.id for a in who(text, words)] == ids


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad, Niger, Mali and Togo met. The three countries agreed.", "The three countries"),
        ("Chad, Niger and Mali met. Three countries stayed away.", "Three countries"),
        ("Chad, Niger and Mali met. The four nations agreed.", "The four nations"),
    ],
)
def test_another_number_is_not(who: Who, text: str, words: str) -> None:
    assert [a.id for a in who(text, words) if not a.provisional] == []


def test_countries_of_two_who_met_are_theirs(who: Who) -> None:
    text = "Presidents Idriss Déby and Mohamed Bazoum met in Lima. They said that their countries would trade."
    assert sorted(a.id for a in who(text, "their countries", "2021-04-10")) == ["ner", "tcd"]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Chad urged all parties to lay down arms.", "all parties", "unknown"),
        ("The warring parties signed a truce.", "The warring parties", "unknown"),
        ("Opposition parties rejected the truce.", "Opposition parties", "party"),
    ],
)
def test_sides_of_a_conflict_are_no_political_parties(who: Who, text: str, words: str, kind: str) -> None:
    assert [a.kind for a in who(text, words)] == [kind]


def test_the_parties_of_a_conference_are_nobody(who: Who) -> None:
    assert who("Ministers left for the Conference of the Parties in Lima.", "the Parties") == []
