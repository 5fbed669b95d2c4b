"""Pronouns of the third person, and "we" and "I" in what somebody says. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.actors import Actors, resolve_first_person, roles
from communique.clauses import Clauses
from communique.types import Actor, Span, Statement

Who = Callable[..., list[Actor]]
Read = Callable[..., tuple[Clauses, Actors]]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Antony Blinken left for Oslo. He will return on Friday.", "He", "Antony Blinken"),
        ("Angela Merkel met Emmanuel Macron. She praised the plan.", "She", "Angela Merkel"),
        ("Emmanuel Macron met Angela Merkel. She praised the plan.", "She", "Angela Merkel"),
        ("Kenya closed its border.", "its", "Kenya"),
        ("The Taliban took the town. They closed the school.", "They", "Taliban"),
        ("Wang Yi met Sergey Lavrov. Lavrov told him to wait.", "him", "Wang Yi"),
    ],
)
def test_pronoun_is_the_nearest_who_fits(who: Who, text: str, words: str, name: str) -> None:
    assert [a.name for a in who(text, words)] == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is clear that talks failed.", "It"),
        ("Angela Merkel left. He stayed.", "He"),
        ("The rain stopped. They left.", "They"),
    ],
)
def test_pronoun_with_nobody_before_it_is_nobody(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


def _spoken(read_actors: Read, text: str) -> tuple[Clauses, Actors]:
    clauses, actors = read_actors(text)
    start, end = text.index("“"), text.index("”") + 1
    speaker = next(m for m in actors.mentions if m.span.start >= end)
    statement = Statement(
        id="s", kind="direct", evidence=(Span(start, end),), rule="test", content=Span(start, end),
        speakers=roles(actors, speaker.head),
    )  # fmt: skip
    return clauses, resolve_first_person(actors, clauses, (statement,))


def test_they_are_the_two_who_met(who: Who) -> None:
    text = "Antony Blinken met Wang Yi in Anchorage. They discussed trade."
    assert [a.id for a in who(text, "They")] == ["antony-blinken", "wang-yi"]


def test_name_apposed_to_a_party_noun_is_one_person(who: Who) -> None:
    (found,) = who("A Republican, Ada Colebrook, opposed the bill.", "A Republican")[-1:] or who(
        "A Republican, Ada Colebrook, opposed the bill.", "Republican"
    )
    assert found.name == "Ada Colebrook"


def test_i_is_the_speaker(read_actors: Read) -> None:
    clauses, actors = _spoken(read_actors, "“I will not resign,” Emmanuel Macron said.")
    token = next(t.i for t in clauses.parsed.tokens if t.text == "I")
    assert [r.actor for r in roles(actors, token)] == ["emmanuel-macron"]


def test_we_is_the_state_of_an_official(read_actors: Read) -> None:
    clauses, actors = _spoken(read_actors, "“We will not wait,” French President Emmanuel Macron said in France.")
    token = next(t.i for t in clauses.parsed.tokens if t.text == "We")
    assert [r.country for r in roles(actors, token)] == ["FRA"]


def test_we_in_the_report_of_a_medium_is_nobody(who: Who) -> None:
    assert who("We will follow the story in Kenya.", "We") == []


def test_every_mention_is_inside_the_text(read_actors: Read) -> None:
    text = "Kenya’s leaders met.\nThey said: “We agree.”\n\nNairobi (KNA) - U.S.-led forces left."
    _, actors = read_actors(text)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in actors.mentions)
    assert all(a.mentions for a in actors.actors)
