"""Records -> rows of the store: each report wholly or not at all, read anew in place of its earlier reading."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from communique.store.content import Known, content_of, find_known, fingerprint_of
from communique.store.engine import Engine, among
from communique.store.flatten import OF_REPORT, Row, columns_of, flatten, packed, report_row
from communique.store.fulltext import index
from communique.store.merging import Lost, merge_in, take_out
from communique.store.runs import run_of
from communique.store.sources import sources_of
from communique.types import MadeBy, RecordFields, Report

Verdict = Literal["new", "known", "changed", "again"]


class Added(Struct, frozen=True, kw_only=True):
    """How many reports were new, known (and left alone), changed, and read again because the rules are others."""

    new: int = 0
    known: int = 0
    changed: int = 0
    again: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(**{f: getattr(self, f) + getattr(other, f) for f in self.__struct_fields__})


def judge(engine: Engine, reports: Sequence[Report], made: MadeBy) -> list[Verdict]:
    """What adding would do with each report: nothing is read to know that."""
    known = find_known(engine, list(reports))
    return [_verdict(known.get(r.id), r.id, content_of(r), fingerprint_of(made)) for r in reports]


def add_records(engine: Engine, records: Sequence[RecordFields]) -> Added:
    """Add records in one transaction: all of them are in the store then, or none is."""
    ones = list({record.report.id: record for record in records}.values())
    with engine.transaction():
        known = find_known(engine, [record.report for record in ones])
        verdicts = {
            r.report.id: _verdict(known.get(r.report.id), r.report.id, content_of(r.report), fingerprint_of(r.made_by))
            for r in ones
        }
        wanted = [record for record in ones if verdicts[record.report.id] != "known"]
        _write(engine, wanted, known)
    found = list(verdicts.values())
    return Added(**{verdict: found.count(verdict) for verdict in ("new", "known", "changed", "again")})


def _verdict(known: Known | None, id_: str, content: str, fingerprint: str) -> Verdict:
    if known is None:
        return "new"
    if known.id != id_ or known.content != content:
        return "changed"
    return "known" if known.fingerprint == fingerprint else "again"


def _write(engine: Engine, records: Sequence[RecordFields], known: dict[str, Known]) -> None:
    if not records:
        return
    numbers = _numbers(engine, records, known)
    lost = _remove(engine, [known[r.report.id].no for r in records if r.report.id in known])
    made = {fingerprint_of(r.made_by): r.made_by for r in records}
    runs = {fingerprint: run_of(engine, one) for fingerprint, one in made.items()}
    tables: dict[str, list[Row]] = defaultdict(list)
    for record in records:
        no, run, content = numbers[record.report.id], runs[fingerprint_of(record.made_by)], content_of(record.report)
        tables["reports"].append(report_row(record, no, run, content))
        tables["readings"].append({"report": no, "run": run, "content": content, "record": packed(record)})
        for table, row in (*flatten(record, no, sources_of(record)), *index(record, no, engine.dialect)):
            tables[table].append(row)
    _number_readings(engine, tables["readings"])
    tables["postings"].sort(key=lambda row: str(row["term"]))  # equal terms beside each other take less room
    for table, rows in tables.items():
        engine.insert(table, columns_of(rows))
    merge_in(engine, {numbers[record.report.id]: record for record in records}, lost)


def _numbers(engine: Engine, records: Iterable[RecordFields], known: dict[str, Known]) -> dict[str, int]:
    """A report keeps its number; a new one gets the next."""
    following = int(engine.rows("SELECT coalesce(max(no), 0) + 1 FROM reports")[0][0])
    numbers: dict[str, int] = {}
    for record in records:
        id_ = record.report.id
        numbers[id_] = known[id_].no if id_ in known else following
        following += id_ not in known
    return numbers


def _remove(engine: Engine, numbers: list[int]) -> Lost:
    """Take out what a reading left; the reading itself is kept, whole, in ``readings``."""
    if not numbers:
        return Lost(set(), set())
    lost = take_out(engine, numbers)
    for table in OF_REPORT:
        engine.rows(f"DELETE FROM {table} WHERE {among('report')}", [numbers])
    if engine.dialect == "duckdb":
        engine.rows(f"DELETE FROM postings WHERE {among('report')}", [numbers])
    engine.rows(f"DELETE FROM reports WHERE {among('no')}", [numbers])
    return lost


def _number_readings(engine: Engine, readings: list[Row]) -> None:
    """Readings are numbered in the order in which they were made."""
    start = int(engine.rows("SELECT coalesce(max(number), 0) + 1 FROM readings")[0][0])
    for number, row in enumerate(readings, start=start):
        row["number"] = number
