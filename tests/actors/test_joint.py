"""Whose "our" is, in the release of one state that tells of another. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.actors import find_actors
from communique.clauses import find_clauses
from communique.data.registry import Registry
from communique.data.times import load_times
from communique.parse import Parser
from communique.times import Times
from communique.types import Report

Owners = Callable[[str], list[str]]


@pytest.fixture
def owners(parser: Parser, registry: Registry) -> Owners:
    def find(text: str) -> list[str]:
        report = Report(id="t", source_sha256="", text=text, published="2021-08-16", publisher="The White House")
        (parsed,) = parser.parse([report])
        found = find_actors(find_clauses(parsed), registry, Times(verbs=load_times().verbs))
        return sorted(a for m in found.mentions if text[m.span.start : m.span.end] == "our" for a in m.actors)

    return find


@pytest.mark.parametrize(
    "text",
    [
        "President Biden met Prime Minister Ada Cole of Chad. He hailed our bilateral ties.",
        "President Biden met Prime Minister Ada Cole of Chad. They discussed our response to the raids.",
        "President Biden called Prime Minister Ada Cole of Chad. Trade binds our shared border.",
        "President Biden met Prime Minister Ada Cole of Chad. He praised our close cooperation.",
        "President Biden welcomed Prime Minister Ada Cole of Chad. He spoke of our strong partnership.",
        "President Biden welcomed Prime Minister Ada Cole of Chad. Trade serves our two democracies.",
    ],
)
def test_what_takes_two_is_also_that_of_who_was_met(owners: Owners, text: str) -> None:
    assert owners(text) == ["tcd", "usa"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("President Biden met Prime Minister Ada Cole of Chad. He praised our farmers.", ["usa"]),
        ("President Biden met Prime Minister Ada Cole of Chad. He praised our partnership with Kenya.", ["usa"]),
        ("Russia struck Ukraine. Nothing will shake our shared values.", ["usa"]),
        ("President Biden met leaders of Chad, Niger and Mali. He hailed our shared values.", []),
    ],
)
def test_what_takes_one_or_many_is_not(owners: Owners, text: str, states: list[str]) -> None:
    assert owners(text) == states


def test_statement_that_governments_released_is_theirs(owners: Owners) -> None:
    text = "The following statement was released by the governments of Chad and Niger.\n\nWe know our duty."
    assert owners(text) == ["ner", "tcd"]
