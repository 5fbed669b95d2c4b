"""Positions and relations. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.actors import find_actors
from communique.clauses import find_clauses
from communique.data.codebook import load_codebook
from communique.data.gazetteer import load_gazetteer
from communique.data.issues import load_issues
from communique.data.registry import load_registry
from communique.data.statements import load_lexicon
from communique.data.times import load_times
from communique.events import find_events
from communique.parse.parsed import Parsed
from communique.places import find_places
from communique.positions import find_positions, find_relations
from communique.statements import find_statements
from communique.times import find_times
from communique.types import Position, Relation

Read = Callable[[str], tuple[tuple[Position, ...], tuple[Relation, ...]]]


@pytest.fixture(scope="module")
def read(parse: Callable[..., Parsed]) -> Read:
    registry, gazetteer, rules = load_registry(), load_gazetteer(), load_times()
    lexicon, codebook, issues = load_lexicon(), load_codebook(), load_issues()

    def read_text(text: str) -> tuple[tuple[Position, ...], tuple[Relation, ...]]:
        clauses = find_clauses(parse(text, "2021-08-16"))
        times = find_times(clauses, rules)
        actors = find_actors(clauses, registry, times)
        places = find_places(clauses, actors, gazetteer)
        statements = find_statements(clauses, actors, times, lexicon)
        events = find_events(clauses, actors, times, places, statements, codebook)
        positions = find_positions(clauses, statements.statements, events, issues)
        return positions, find_relations(clauses, actors, registry)

    return read_text


@pytest.mark.parametrize(
    ("sentence", "issue", "stance", "direction"),
    [
        ("France condemned Libya's nuclear tests.", "nuclear-programme", "opposes", "against"),
        ("Norway called for an end to the sanctions on Mali.", "sanctions", "calls-for", "against"),
        ("Ghana called for a ceasefire in Sudan.", "ceasefire", "calls-for", "for"),
        ("China signaled an openness to recognizing the Taliban.", "recognition", "open-to", "for"),
        ("Russia rejected the election in Moldova.", "elections", "rejects", "against"),
    ],
)
def test_a_stance_is_read_from_an_event(read: Read, sentence: str, issue: str, stance: str, direction: str) -> None:
    positions, _ = read(sentence)
    assert [(p.issue.id, p.stance, p.direction) for p in positions] == [(issue, stance, direction)]


def test_recognition_names_whom_it_concerns(read: Read) -> None:
    positions, _ = read("China signaled an openness to recognizing the Taliban.")
    assert [(p.actor.actor, p.issue.of) for p in positions] == [("chn", ("taliban",))]


def test_a_position_rests_on_its_event(read: Read) -> None:
    positions, _ = read("Ghana called for a ceasefire in Sudan.")
    assert all(p.rests_on[0].startswith("test#e-") for p in positions)


def test_membership_is_read_with_those_alongside(read: Read) -> None:
    _, relations = read(
        "China and Russia are permanent members, alongside the U.S., of the United Nations Security Council."
    )
    members = {r.subject.actor for r in relations if r.kind == "member-of" and r.object.actor == "un-security-council"}
    assert members == {"chn", "rus", "usa"}


def test_an_ally_is_tied_to_its_ally(read: Read) -> None:
    _, relations = read("Belarus is an ally of Russia.")
    assert [(r.kind, r.subject.actor, r.object.actor) for r in relations] == [("ally", "blr", "rus")]


def test_no_position_without_an_issue(read: Read) -> None:
    assert read("France praised Tunisia.")[0] == ()
