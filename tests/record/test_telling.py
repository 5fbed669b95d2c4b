"""What is taken from a report for merging: figures, denials, roots, days."""

from typing import Any

import pytest

from communique.data.merging import MergingWords
from communique.record.denied import find_denied
from communique.record.figures import find_figures
from communique.record.roots import credit
from communique.record.telling import days_before
from communique.record.wording import normal, split, stem


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("four soldiers had been killed and eleven wounded", [(4, ("soldier", "kill")), (11, ("wound",))]),
        ("a joint river police of six hundred officers", [(600, ("officer",))]),
        ("38 consignments with a value of 14 million dollars", [(38, ("shipment",)), (14e6, ("dollar",))]),
        ("goods worth $1.5bn", [(1.5e9, ("dollar",))]),
        ("put the crowd at 12,000", [(12000, ("person",))]),
        ("a turnout of 41%", [(41, ("percent",))]),
        ("One sailor was injured", [(1, ("sailor", "wound"))]),
        # neither days of a calendar, nor spans that say when, nor paragraph numbers, nor the two sides
        ("on 14 March", []),
        ("three days after the battle", []),
        ("2. Decide to meet", []),
        ("the two sides met", []),
        ("not one soldier fired", []),
    ],
)
def test_figures(words: MergingWords, text: str, found: list[tuple[float, tuple[str, ...]]]) -> None:
    assert [(f.number, f.of) for f in find_figures(text, 0, split(text), words)] == found


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The bank denied that any account had been frozen.", ("account", "freeze")),
        ("Nobody was arrested, the police said.", ("arrest",)),
        ("I have never moved a machine tool.", ("machin", "mov", "tool")),
        ("Bolivia would not lend its police to anyone.", None),
        ("The police froze an account.", None),
    ],
)
def test_denials(words: MergingWords, text: str, denied: tuple[str, ...] | None) -> None:
    assert find_denied(text, 0, split(text), words) == (() if denied is None else (denied,))


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("By Ana Duval\n\nPARIS (Halden Agency) - France said no.", "halden agency"),
        ("France said no.\n\n(Halden Agency)", "halden agency"),
        ("France (and Chad) said no.", None),
    ],
)
def test_credits(text: str, root: str | None) -> None:
    assert credit(text) == root


def test_days_before_the_day_of_the_sentence(words: MergingWords) -> None:
    assert days_before("on Wednesday, a day after soldiers", words) == 1
    assert days_before("in Doha, one week after a ", words) == 7
    assert days_before("on Wednesday ", words) == 0


def test_words_are_folded() -> None:
    assert normal("“Moulhoulé’s mayor”") == "moulhoule mayor"
    assert stem("seizing") == stem("seized")


def test_outlet_of_a_chain_is_the_root(draft: Any) -> None:
    made = draft("r1", 'Ali Moussa told the Levant Post: "We wait."').actor("a", "Ali Moussa", "DJI", "person")
    assert made.said('"We wait."', "a", quoted=True).told("statement")[0].root == "brenta news"
