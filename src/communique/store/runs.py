"""Runs: which rules, model and registry read what; and what changed from one run to another."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Literal

import msgspec
from msgspec import Struct

from communique.store.content import fingerprint_of
from communique.store.engine import Engine
from communique.store.errors import FilterError
from communique.store.flatten import Entry, entries, kind_of, unpacked
from communique.types import MadeBy, RecordFields

_FIELDS = ("version", "codebook", "model", "model_sha256", "registry_sha256", "rules_sha256", "extractor")


class Run(Struct, frozen=True, kw_only=True):
    """One set of rules, model and registry, and how many reports were read with it; ``current`` is those not read anew."""

    no: int
    version: str
    codebook: str
    model: str
    model_sha256: str
    registry_sha256: str
    rules_sha256: str
    extractor: str | None
    settings: dict[str, str]
    started: str
    last: str
    reports: int
    current: int


class Change(Struct, frozen=True, kw_only=True):
    """An entry that one run has and the other has not, or has otherwise; ``fields`` are those that differ."""

    change: Literal["gained", "lost", "altered"]
    report: str
    kind: str
    id: str
    words: str
    fields: tuple[str, ...] = ()


def run_of(engine: Engine, made: MadeBy) -> int:
    """The number of the run with these rules, begun where there is none; within a transaction."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    fingerprint = fingerprint_of(made)
    if found := engine.rows("SELECT no FROM runs WHERE fingerprint = ?", [fingerprint]):
        engine.rows("UPDATE runs SET last = ? WHERE no = ?", [now, found[0][0]])
        return int(found[0][0])
    no = int(engine.rows("SELECT coalesce(max(no), 0) + 1 FROM runs")[0][0])
    row = {
        "no": no,
        "fingerprint": fingerprint,
        **{field: getattr(made, field) for field in _FIELDS},
        "settings": msgspec.json.encode(made.settings).decode(),
        "attributions": msgspec.json.encode(made.attributions).decode(),
        "started": now,
        "last": now,
    }
    engine.insert("runs", {name: [value] for name, value in row.items()})
    return no


def list_runs(engine: Engine) -> tuple[Run, ...]:
    """Every run, the first first."""
    names = ", ".join(f"u.{field}" for field in _FIELDS)
    rows = engine.rows(
        f"SELECT u.no, {names}, u.settings, u.started, u.last, "
        "(SELECT count(DISTINCT d.report) FROM readings d WHERE d.run = u.no), "
        "(SELECT count(*) FROM reports r WHERE r.run = u.no) FROM runs u ORDER BY u.no"
    )
    fields = ("no", *_FIELDS, "settings", "started", "last", "reports", "current")
    return tuple(
        Run(**(dict(zip(fields, row, strict=True)) | {"settings": msgspec.json.decode(row[8], type=dict[str, str])}))
        for row in rows
    )


def read_again(engine: Engine, run: int) -> Iterator[RecordFields]:
    """The records of a run as they were read then, in the order of their ids."""
    if not engine.rows("SELECT 1 FROM runs WHERE no = ?", [run]):
        known = ", ".join(str(row[0]) for row in engine.rows("SELECT no FROM runs ORDER BY no")) or "none yet"
        raise FilterError(f"there is no run {run}; the runs are {known} (`communique runs`)")
    for report in _reports_of(engine, run):
        yield _reading(engine, report, run)


def compare_runs(engine: Engine, one: int, other: int) -> Iterator[Change]:
    """What ``other`` reads otherwise than ``one`` in the reports that both have read."""
    for run in (one, other):
        next(read_again(engine, run), None)
    theirs = set(_reports_of(engine, other))
    for report in _reports_of(engine, one):
        if report in theirs:
            yield from compare_records(_reading(engine, report, one), _reading(engine, report, other))


def compare_records(one: RecordFields, other: RecordFields) -> Iterator[Change]:
    """What is gained, lost and altered from one reading of a report to another."""
    before, after = {e.id: e for e in entries(one)}, {e.id: e for e in entries(other)}
    for id_, entry in before.items():
        if id_ not in after:
            yield _change("lost", one, entry)
        elif fields := _differing(entry, after[id_]):
            yield _change("altered", other, after[id_], fields)
    yield from (_change("gained", other, entry) for id_, entry in after.items() if id_ not in before)


def _change(
    change: Literal["gained", "lost", "altered"], record: RecordFields, entry: Entry, fields: tuple[str, ...] = ()
) -> Change:
    span = entry.evidence[0]
    words = " ".join((record.report.text or "")[span.start : span.end].split())
    report = record.report.id
    return Change(change=change, report=report, kind=kind_of(entry), id=entry.id, words=words, fields=fields)


def _differing(one: Entry, other: Entry) -> tuple[str, ...]:
    if type(one) is not type(other):
        return ("kind",)
    return tuple(f for f in one.__struct_fields__ if getattr(one, f) != getattr(other, f))


def _reports_of(engine: Engine, run: int) -> list[int]:
    sql = "SELECT DISTINCT r.no, r.id FROM readings d JOIN reports r ON r.no = d.report WHERE d.run = ? ORDER BY r.id"
    return [int(row[0]) for row in engine.rows(sql, [run])]


def _reading(engine: Engine, report: int, run: int) -> RecordFields:
    sql = "SELECT record FROM readings WHERE report = ? AND run = ? ORDER BY number DESC LIMIT 1"
    return unpacked(bytes(engine.rows(sql, [report, run])[0][0]))
