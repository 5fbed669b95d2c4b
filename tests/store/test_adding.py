"""Adding: whole reports or none, nothing twice, what was changed or is read otherwise takes its own place."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from communique.api import Record
from communique.store import Store
from communique.store.adding import Added
from communique.types import Report

Snapshot = Callable[[Store], dict[str, list[tuple[object, ...]]]]


def with_rules(record: Record, name: str) -> Record:
    return replace(record, made_by=replace(record.made_by, rules_sha256=name))


def test_new_reports_are_counted_new(store: Store, records: list[Record]) -> None:
    assert store.add(records) == Added(new=len(records))


def test_adding_again_changes_nothing(full: Store, records: list[Record], snapshot: Snapshot) -> None:
    before = snapshot(full)
    assert full.add(records) == Added(known=len(records))
    assert snapshot(full) == before


def test_any_order_and_any_portions_give_the_same_record(
    store: Store, records: list[Record], snapshot: Snapshot
) -> None:
    store.add(records)
    at_once = snapshot(store)
    for record in reversed(records):
        store.add([with_rules(record, "other")])
        store.add([record])
    assert snapshot(store) == at_once


def test_every_entry_every_role_and_every_citation_has_its_row(full: Store, records: list[Record]) -> None:
    def count(table: str) -> int:
        return int(full.sql(f"SELECT count(*) AS n FROM {table}").to_pylist()[0]["n"])

    for kind in ("events", "statements", "positions", "relations", "problems"):
        assert count(kind) == sum(len(getattr(r, kind)) for r in records)
    assert count("mentions") == sum(len(a.mentions) for r in records for a in r.actors)
    assert count("event_roles WHERE side = 'actor'") == sum(len(e.actors) for r in records for e in r.events)
    assert count("citations WHERE field = 'evidence' AND kind = 'event'") == sum(
        len(e.evidence) for r in records for e in r.events
    )


def test_records_come_back_as_they_went_in(full: Store, records: list[Record]) -> None:
    before = {r.report.id: [getattr(r, f) for f in r.__struct_fields__] for r in records}
    for record in full.records():
        assert [getattr(record, f) for f in record.__struct_fields__] == before[record.report.id]


def test_a_report_whose_text_changed_is_replaced(full: Store, records: list[Record]) -> None:
    record = records[0]
    changed = replace(record, report=replace(record.report, title="Corrected"), events=record.events[:1])
    assert full.add([changed]) == Added(changed=1)
    assert full.events(dedupe="none", outlet="Fjord Gazette").total == 1
    assert full.reports().total == len(records)


def test_a_text_file_that_changed_is_the_same_report(store: Store, records: list[Record]) -> None:
    def of_file(record: Record, id_: str, path: str) -> Record:
        return replace(record, report=replace(record.report, id=id_, path=path))

    store.add([of_file(records[0], "sha256:aa", "news/one.txt")])
    assert store.add([of_file(records[1], "sha256:bb", "news/one.txt")]) == Added(changed=1)
    assert store.add([of_file(records[0], "sha256:aa", "news/two.txt")]) == Added(new=1)
    assert [r.id for r in store.reports(sort="id")] == ["sha256:aa", "sha256:bb"]


def test_lines_of_one_file_are_reports_of_their_own(store: Store, records: list[Record]) -> None:
    lines = [replace(r, report=replace(r.report, id=f"sha256:{n}", path="all.jsonl")) for n, r in enumerate(records)]
    assert store.add(lines[:1]) == Added(new=1)
    assert store.add(lines) == Added(known=1, new=len(lines) - 1)


def test_other_rules_read_again_and_keep_the_old_reading(full: Store, records: list[Record]) -> None:
    fewer = replace(with_rules(records[0], "other"), events=())
    assert full.add([fewer]) == Added(again=1)
    assert full.events(dedupe="none", outlet="Fjord Gazette").total == 0
    assert len(next(r for r in full.records(run=1) if r.report.id == records[0].report.id).events) > 0


def test_judging_says_before_reading_what_adding_will_do(
    full: Store, records: list[Record], reports: list[Report]
) -> None:
    made = records[0].made_by
    stranger = replace(reports[0], id="stranger")
    changed = replace(reports[1], published="2024-01-01")
    assert full.judge([reports[0], changed, stranger], made) == ["known", "changed", "new"]
    assert full.judge(reports[:1], replace(made, rules_sha256="other")) == ["again"]


def test_one_of_two_with_the_same_id_is_added(store: Store, records: list[Record]) -> None:
    assert store.add([records[0], records[0]]) == Added(new=1)


def test_a_fault_in_the_middle_leaves_no_half_report(
    store: Store, records: list[Record], snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(records[:1])
    before = snapshot(store)
    insert = store._engine.insert

    def failing(table: str, columns: dict[str, list[object]]) -> None:
        if table == "citations":
            raise RuntimeError("the light went out")
        insert(table, columns)  # type: ignore[arg-type]

    monkeypatch.setattr(store._engine, "insert", failing)
    with pytest.raises(RuntimeError, match="light"):
        store.add(records)
    monkeypatch.undo()
    assert snapshot(store) == before
    assert store.add(records) == Added(known=1, new=len(records) - 1)


def test_characters_that_a_server_cannot_keep_are_kept_in_the_record(store: Store, records: list[Record]) -> None:
    text = (records[0].report.text or "").replace("spoke", "sp\0ke")
    odd = replace(records[0], report=replace(records[0].report, text=text, title="a\0b ? 100 % 'q'"))
    store.add([odd])
    assert next(store.records()).report.text == text
    assert len(store.reports().entries[0].title or "") == len("a\0b ? 100 % 'q'")
