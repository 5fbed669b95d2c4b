"""The store as everybody uses it: add records, ask questions. Which engine is behind it makes no difference."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any, Unpack

import msgspec

from communique.data.registry import load_registry
from communique.store.adding import Added, Verdict, add_records, judge
from communique.store.answers import Answer
from communique.store.asking import Asked, understood
from communique.store.conditions import KINDS, Asker
from communique.store.disputes import Dispute, ask_contradictions
from communique.store.engine import Engine, among
from communique.store.entries import Merged
from communique.store.flatten import unpacked
from communique.store.listings import ActorLine, Correction, ReportLine, ask_actors, ask_corrections, ask_reports
from communique.store.looking import TieLine, find_entry, ties_of
from communique.store.questions import ask
from communique.store.runs import Change, Run, compare_runs, list_runs, read_again
from communique.store.series import SeriesLine, SeriesOptions, count_series
from communique.tables import Row, entry_row
from communique.types import MadeBy, RecordFields, Report

if TYPE_CHECKING:
    import pyarrow as pa

# Reports that are committed together: each is in wholly or not at all; at most so many are read again after a kill.
TOGETHER = 32


class Store:
    """A record of many reports. Questions take filters by name: ``store.events(actor="Russia", type="SANCTION")``."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._asker = Asker(engine, cache(load_registry))

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def address(self) -> str:
        """The file, or the server without its password."""
        return self._engine.address

    def close(self) -> None:
        """Give the file or the server back."""
        self._engine.close()

    def judge(self, reports: Sequence[Report], made: MadeBy) -> list[Verdict]:
        """What ``add`` would do with each report: "new", "known", "changed", or "again" where the rules are others."""
        return judge(self._engine, reports, made)

    def add(self, records: Iterable[RecordFields]) -> Added:
        """Add records; those that the store has from the same rules are left alone, others take their place."""
        return sum(self.add_each(records), Added())

    def add_each(self, records: Iterable[RecordFields]) -> Iterator[Added]:
        """Add records, giving the counts of each commit: what has been counted is in, whatever happens after."""
        source = iter(records)
        while some := list(islice(source, TOGETHER)):
            yield add_records(self._engine, some)

    def events(self, **asked: Unpack[Asked]) -> Answer[Merged]:
        """Who did what to whom: PLOVER events, merged by default (``dedupe="none"`` gives each report's own)."""
        return self._ask("events", asked)

    def statements(self, **asked: Unpack[Asked]) -> Answer[Merged]:
        """Who said what to whom, through whom."""
        return self._ask("statements", asked)

    def positions(self, **asked: Unpack[Asked]) -> Answer[Merged]:
        """Who stood where on which issue, and when."""
        return self._ask("positions", asked)

    def actors(self, **asked: Unpack[Asked]) -> Answer[ActorLine]:
        """Who is in the record, and in how many reports."""
        filters, paging = understood("actors", asked)
        lines, total = ask_actors(self._asker, filters, paging)
        return Answer(entries=lines, total=total, offset=paging.offset, make_row=msgspec.structs.asdict)

    def reports(self, **asked: Unpack[Asked]) -> Answer[ReportLine]:
        """Which reports are in the record."""
        filters, paging = understood("reports", asked)
        lines, total = ask_reports(self._asker, filters, paging)
        return Answer(entries=lines, total=total, offset=paging.offset, make_row=msgspec.structs.asdict)

    def corrections(self, **asked: Unpack[Asked]) -> Answer[Correction]:
        """What was said or told first, and what corrects it."""
        filters, paging = understood("reports", asked)
        lines, total = ask_corrections(self._asker, filters, paging)
        return Answer(entries=lines, total=total, offset=paging.offset, make_row=msgspec.structs.asdict)

    def contradictions(self, **asked: Unpack[Asked]) -> Answer[Dispute]:
        """What sources tell otherwise: numbers, denials, parties, days; shown, never resolved."""
        filters, paging = understood("contradictions", asked)
        lines, total = ask_contradictions(self._asker, filters, paging)
        return Answer(entries=lines, total=total, offset=paging.offset, make_row=msgspec.structs.asdict)

    def series(
        self,
        *,
        by: str = "week",
        per: str = "type",
        dyads: bool = False,
        background: bool = False,
        reported: bool = False,
        **asked: Unpack[Asked],
    ) -> Answer[SeriesLine]:
        """Counts and scores of events over time, by type or quad class; see ``communique.store.series``."""
        filters, paging = understood("events", asked)
        options = SeriesOptions(
            by=by, per=per, dyads=dyads, background=background, reported=reported, dedupe=paging.dedupe
        )
        lines = count_series(self._asker, filters, options)
        return Answer(entries=lines, total=len(lines), make_row=msgspec.structs.asdict)

    def runs(self) -> tuple[Run, ...]:
        """With which rules, model and registry reports were read."""
        return list_runs(self._engine)

    def diff(self, one: int, other: int) -> Iterator[Change]:
        """Entries gained, lost and altered from one run to another, in the reports that both have read."""
        return compare_runs(self._engine, one, other)

    def entry(self, entry_id: str) -> tuple[str, RecordFields, tuple[TieLine, ...]]:
        """The full id of an entry, the record of its report, and what tells the same, with the reasons."""
        no, id_, record = find_entry(self._engine, entry_id)
        return id_, record, ties_of(self._engine, no)

    def records(self, run: int | None = None) -> Iterator[RecordFields]:
        """The whole records of all reports, as they are now or as a run read them, in the order of their ids."""
        if run is not None:
            yield from read_again(self._engine, run)
            return
        for (report,) in self._engine.rows("SELECT no FROM reports ORDER BY id"):
            yield self._newest(report)

    def sql(self, query: str) -> "pa.Table":
        """The answer to one statement of SQL that reads; docs/store.md has the tables."""
        return self._engine.asked(query)

    def _newest(self, report: int) -> RecordFields:
        sql = "SELECT record FROM readings WHERE report = ? ORDER BY number DESC LIMIT 1"
        return unpacked(bytes(self._engine.rows(sql, [report])[0][0]))

    def _ask(self, kind: str, asked: Asked) -> Answer[Merged]:
        filters, paging = understood(kind, asked)
        page = ask(self._asker, KINDS[kind], filters, paging)
        names = self._names(page.entries)
        return Answer(
            entries=page.entries,
            total=page.total,
            offset=paging.offset,
            undated=page.undated,
            make_row=lambda one: _row(one, names),
        )

    def _names(self, entries: Iterable[Merged]) -> dict[str, str]:
        """What the actors on a page are called."""
        rows = [entry_row(one.entry, {}) for one in entries]
        told = ("actors", "recipients", "speakers", "audience", "outlet", "on_behalf_of", "actor", "of")
        ids = {id_ for row in rows for field in told for id_ in str(row.get(field) or "").split("; ") if id_}
        sql = f"SELECT id, max(name) FROM actors WHERE {among('id', 'TEXT')} GROUP BY id"
        return dict(self._engine.rows(sql, [sorted(ids)])) if ids else {}


def _row(one: Merged, names: dict[str, str]) -> Row:
    row = entry_row(one.entry, names)
    reports = "; ".join(dict.fromkeys(c.report for c in one.citations))
    told: dict[str, Any] = {"sources": one.sources, "first": one.first, "last": one.last, "reports": reports}
    return {**row, **told, "contradicts": "; ".join(one.contradicts), "words": one.words}
