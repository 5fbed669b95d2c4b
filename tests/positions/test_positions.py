"""Positions: who holds them, whom they concern, their condition and day. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.api import Record, read
from communique.types import Position

Read = Callable[[str], tuple[Position, ...]]


@pytest.fixture(scope="module")
def positions() -> Read:
    return lambda text: read(text, published="2021-08-16").positions


def _text(text: str, position: Position) -> str | None:
    span = position.condition
    return None if span is None else text[span.start : span.end]


def test_recognition_names_whom_it_concerns(positions: Read) -> None:
    found = positions("China signaled an openness to recognizing the Taliban.")
    assert [(p.actor.actor, p.issue.id, p.issue.of, p.stance) for p in found] == [
        ("chn", "recognition", ("taliban",), "open-to")
    ]


def test_a_position_rests_on_its_event(positions: Read) -> None:
    found = positions("Ghana called for a ceasefire in Sudan.")
    assert [p.rests_on[0].rpartition("#")[2][:2] for p in found] == ["e-"]
    assert found[0].issue.of == ("sdn",)


def test_the_condition_is_cited(positions: Read) -> None:
    text = "Greece would recognise Kosovo if Serbia agreed."
    assert [(p.stance, _text(text, p)) for p in positions(text)] == [("open-to", "if Serbia agreed")]


def test_the_official_holds_what_must_be(positions: Read) -> None:
    text = "The sanctions on Iran must be lifted, China's foreign minister said."
    assert [(p.actor.country, p.stance, p.direction) for p in positions(text)] == [("CHN", "calls-for", "against")]


def test_whom_one_asks_holds_nothing(positions: Read) -> None:
    found = positions("France urged Russia to support a ceasefire in Syria.")
    assert {p.actor.actor for p in found} == {"fra"}


@pytest.mark.parametrize(
    "text",
    [
        "France praised Tunisia.",
        "France and Tunisia spoke about sanctions on Mali.",
        "France was asked whether it would recognise the Taliban.",
        "Mali denied that it supported the ceasefire.",
        "Last year France had called for sanctions on Mali.",
        "The ministers met during the ceasefire.",
        "France condemned Mali, which had imposed sanctions.",
        "France and Chad will discuss the sanctions on Mali.",
        "The minister of France withdrew his coat.",
        "France supports the swift resolution of the quarrel.",
    ],
)
def test_no_stance_is_made_of(positions: Read, text: str) -> None:
    assert positions(text) == ()


def test_the_issue_is_taken_up_again(positions: Read) -> None:
    found = positions("Italy wants sanctions on Mali. Spain rejected the idea. Peru abstained.")
    assert [(p.actor.actor, p.direction) for p in found] == [("ita", "for"), ("esp", "against"), ("per", "neither")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Spain banned grain imports. Peru lifted its ban on beef.", ("PER", "against")),
        ("Spain rejected sanctions on Mali. Peru urged Madrid to reconsider.", ("PER", "for")),
        ("Italy wants sanctions on Mali. Peru voted against.", ("PER", "against")),
    ],
)
def test_what_takes_up_an_issue_has_its_own_direction(positions: Read, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in [(p.actor.country, p.direction) for p in positions(text)]


def test_an_official_speaks_for_the_state_of_the_dateline() -> None:
    text = "OTTAWA - Foreign Minister Anna Kentworth called for a ceasefire in Sudan on Monday."
    record: Record = read(text, published="2023-05-01")
    assert [p.actor.country for p in record.positions] == ["CAN"]
