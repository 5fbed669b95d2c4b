"""Every record, of whatever text: valid by the schema, every span inside the text, no evidence on debris, ids unique."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import communique
from communique.reading import read_paths
from communique.serve.schema import record_schema
from communique.types import Event, Position, Relation, Report, Span, Statement

ROOT = Path(__file__).parent.parent
EXAMPLES = [r for r in read_paths([ROOT / "examples" / "reports"]) if isinstance(r, Report)]
WORDS = [
    "France", "the Taliban", "Blinken", "he", "“", "”", '"', "said", "told", "that", "denied", "attacking", "Kabul", "on", "Monday",
    "will", "meet", ".", ",", "\n", "sanctions", "imposed", "by", "according to", "Reuters", "its", "U.S.", "was", "talks with", "if",
]  # fmt: skip


def spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from spans(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def check(record: communique.Record) -> None:
    text = record.report.text or ""
    assert all(0 <= s.start < s.end <= len(text) for s in spans(record))
    entries: tuple[Event | Statement | Position | Relation, ...] = (
        *record.events,
        *record.statements,
        *record.positions,
        *record.relations,
    )
    assert len({e.id for e in entries}) == len(entries)
    removed = record.report.removed
    assert not [e for e in entries for s in e.evidence if any(s.start < r.end and r.start < s.end for r in removed)]
    known = {a.id for a in record.actors}
    assert {r.actor for e in record.events for r in (*e.actors, *e.recipients)} <= known
    assert {r.actor for s in record.statements for r in s.speakers} <= known


@pytest.mark.parametrize("report", EXAMPLES, ids=lambda r: r.title)
def test_record_of_an_example_is_valid_and_cites_its_words(report: Report) -> None:
    record = next(communique.read_reports([report]))
    check(record)
    assert record.events
    jsonschema.validate(json.loads(record.to_json()), json.loads(record_schema()))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)))
def test_any_text_gives_a_record_that_cites_only_its_own_words(text: str) -> None:
    record = (
        communique.read(text, published="2021-08-16")
        if "\n" in text or len(text) > 30
        else communique.read(f"{text}\n\n")
    )
    check(record)


def test_without_a_day_entries_are_the_same_and_nothing_rests_on_the_day() -> None:
    text = "The Taliban ousted the Afghan government on Sunday. Chinese Foreign Minister Wang Yi met Taliban leaders in Beijing."
    dated, undated = communique.read(text, published="2021-08-16"), communique.read(text)
    assert [(e.type, e.trigger) for e in dated.events] == [(e.type, e.trigger) for e in undated.events]
    assert [t.start for t in undated.times] == [None]
    assert {r.office for e in undated.events for r in (*e.actors, *e.recipients)} == {None}
    assert [r.sector for e in dated.events for r in e.actors if r.actor == "taliban"] == ["GOV"]
    assert [r.sector for e in undated.events for r in e.actors if r.actor == "taliban"] == [None]


def test_same_text_gives_the_same_record() -> None:
    first, second = (next(communique.read_reports(EXAMPLES[:1])).to_json() for _ in range(2))
    assert first == second
