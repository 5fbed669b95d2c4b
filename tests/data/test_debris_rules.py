"""Every rule of debris finds its own examples and leaves its rejects alone."""

import re
from itertools import chain

import pytest

from communique.data.debris import InlineRule, LineRule, NoteRule, load_debris
from communique.reading.debris import find_debris, find_note

RULES = load_debris()
REMOVERS = tuple(chain(RULES.card, RULES.line, RULES.inline, RULES.list))


def _bracketed(example: str) -> tuple[str, list[tuple[int, int]]]:
    spans: list[tuple[int, int]] = []
    text, start = "", 0
    for part in re.split(r"([\[\]])", example):
        if part == "[":
            start = len(text)
        elif part == "]":
            spans.append((start, len(text)))
        else:
            text += part
    return text, spans


@pytest.mark.parametrize(("rule", "example"), [(rule.id, e) for rule in REMOVERS for e in rule.examples])
def test_a_rule_removes_what_its_example_brackets_and_nothing_else(rule: str, example: str) -> None:
    text, spans = _bracketed(example)
    found = find_debris(text, RULES)
    assert [(one.start, one.end) for one in found] == spans
    assert {one.reason for one in found} == {rule}


@pytest.mark.parametrize("reject", [reject for rule in REMOVERS for reject in rule.rejects])
def test_a_reject_loses_nothing(reject: str) -> None:
    assert find_debris(reject, RULES) == ()


@pytest.mark.parametrize("example", [e for rule in RULES.note for e in rule.examples])
def test_a_note_of_correction_is_found_and_not_removed(example: str) -> None:
    text, [span] = _bracketed(example)
    note = find_note(text, RULES)
    assert note is not None
    assert (note.start, note.end) == span
    assert find_debris(text, RULES) == ()


@pytest.mark.parametrize("reject", [reject for rule in RULES.note for reject in rule.rejects])
def test_a_reject_is_no_note(reject: str) -> None:
    assert find_note(reject, RULES) is None


def test_ids_are_unique_and_every_rule_has_an_example_and_a_reject_where_it_could_err() -> None:
    rules: list[LineRule | InlineRule | NoteRule] = [*RULES.line, *RULES.inline, *RULES.note]
    ids = [rule.id for rule in (*REMOVERS, *RULES.note)]
    assert len(ids) == len(set(ids))
    assert all(rule.examples and rule.rejects for rule in rules)
