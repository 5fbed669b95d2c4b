"""Every example of the lexicon is found by its own entry; no reject gives a statement by it."""

import re
from functools import cache

import pytest

from communique.actors import find_actors
from communique.clauses import find_clauses
from communique.data.registry import load_registry
from communique.data.statements import Cue, Lexicon, load_lexicon
from communique.data.times import load_times
from communique.parse import load_parser
from communique.statements import find_statements
from communique.times import find_times
from communique.types import Report, Statement

LEXICON = load_lexicon()
EXAMPLES = [(cue, line) for cue in LEXICON.cues for line in cue.examples]
REJECTS = [(cue, line) for cue in LEXICON.cues for line in cue.rejects]


def plain(line: str) -> str:
    return re.sub(r"[\[\]<>]", "", line)


@cache
def read_all() -> dict[str, tuple[Statement, ...]]:
    """All lines parsed at once: one parser, one batch."""
    registry, rules = load_registry(), load_times()
    lines = sorted({plain(line) for _, line in EXAMPLES + REJECTS})
    reports = [Report(id=str(n), source_sha256="", text=line) for n, line in enumerate(lines)]
    found = {}
    for parsed in load_parser().parse(reports):
        clauses = find_clauses(parsed)
        times = find_times(clauses, rules)
        actors = find_actors(clauses, registry, times)
        found[parsed.report.text] = find_statements(clauses, actors, times, LEXICON).statements
    return found


@pytest.mark.parametrize(("cue", "line"), EXAMPLES, ids=lambda v: v if isinstance(v, str) else v.id)
def test_example_is_found_by_its_own_entry(cue: Cue, line: str) -> None:
    text = plain(line)
    found = [(s.rule.split(".")[-1], text[s.content.start : s.content.end]) for s in read_all()[text] if s.content]
    content = re.search(r"\[(.*)\]", line)
    assert content is not None
    assert (cue.id, plain(content[1])) in found


@pytest.mark.parametrize(("cue", "line"), REJECTS, ids=lambda v: v if isinstance(v, str) else v.id)
def test_reject_gives_no_statement(cue: Cue, line: str) -> None:
    assert cue.id not in {s.rule.split(".")[-1] for s in read_all()[plain(line)]}


def test_every_form_has_an_example() -> None:
    cued = {(cue.id, re.search(r"<(.*?)>", line)[1].lower()[:3]) for cue, line in EXAMPLES if "<" in line}  # type: ignore[index]
    missing = [(cue.id, form) for cue in LEXICON.cues for form in cue.forms if (cue.id, form[:3]) not in cued]
    irregular = {
        "write",
        "find",
        "speak",
        "begin",
        "forecast",
        "say",
        "tell",
        "swear",
        "go on",
        "make clear",
        "point out",
        "think",
        "feel",
    }
    assert [form for _, form in missing if form not in irregular] == []


def test_lexicon_has_the_cues_of_a_newsroom() -> None:
    assert sum(len(cue.forms) for cue in LEXICON.cues) >= 250


def test_ids_are_unique() -> None:
    ids = [cue.id for cue in LEXICON.cues]
    assert len(ids) == len(set(ids))


def test_a_form_has_one_entry_for_each_part_of_speech() -> None:
    assert isinstance(LEXICON, Lexicon)
    assert len(LEXICON.verbs) == sum(len(c.forms) for c in LEXICON.cues if c.word == "verb")
