"""A question about entries -> one page of them, each with all that tells it.

Three steps: the entries that the filters meet; what they are merged into, counted and sorted; the bodies of one page.
An entry that is met brings all that tells the same: filters say which stories, not which of their tellings.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from communique.store.conditions import Asker, Kind, conditions
from communique.store.engine import Parameter, among
from communique.store.filters import Filters, Paging
from communique.store.paging import Found, direction, page_of
from communique.types import Event, Position, Statement

Told = Event | Statement | Position
_TYPES: dict[str, type[Told]] = {"events": Event, "statements": Statement, "positions": Position}
_ORDERS = {
    "date": "first_day {way} NULLS LAST, id",
    "sources": "sources {way}, id",
    "confidence": "confidence {way}, id",
    "type": "type {way}, first_day NULLS LAST, id",
    "id": "id {way}",
}


class Telling(Struct, frozen=True, kw_only=True):
    """One report's entry, and the report that tells it."""

    entry: Told
    report: str
    source: str | None
    publisher: str | None
    published: str | None
    words: str | None


class Page(Struct, frozen=True, kw_only=True):
    """Groups of tellings in their order, and how many groups there are in all."""

    groups: tuple[tuple[Telling, ...], ...]
    total: int
    undated: int = 0


def ask(asker: Asker, kind: Kind, filters: Filters, paging: Paging) -> Page:
    """The page of entries that a question is about."""
    where, values = conditions(asker, kind, filters)
    groups, total = _groups(asker, kind, (where, values), filters, paging)
    told = _tellings(asker, kind, groups, paging.dedupe)
    return Page(groups=tuple(told[g] for g in groups), total=total, undated=_undated(asker, kind, filters))


def _groups(
    asker: Asker, kind: Kind, where: tuple[str, list[Parameter]], filters: Filters, paging: Paging
) -> tuple[list[int], int]:
    """The numbers of one page of groups, and how many there are."""
    condition, values = where
    group, join = grouping(paging.dedupe)
    found = (
        f"SELECT {group} AS g, min(e.first_day) AS first_day, count(DISTINCT e.source) AS sources, "
        f"max(e.confidence) AS confidence, min(e.{kind.type}) AS type, min(e.id) AS id FROM {kind.table} e {join} "
        f"WHERE {group} IN (SELECT {group} FROM {kind.table} e JOIN reports r ON r.no = e.report {join} WHERE {condition}) "
        f"GROUP BY 1 HAVING count(DISTINCT e.source) >= ?"
    )
    order = _ORDERS[paging.sort.removeprefix("-")].format(way=direction(paging.sort))
    rows, total = page_of(asker.engine, Found(found, [*values, filters.min_sources], order), paging, "page.g")
    return [row[0] for row in rows], total


def grouping(dedupe: str) -> tuple[str, str]:
    """The column that says into which group an entry ``e`` merges, and the join that brings it."""
    return ("e.no", "") if dedupe == "none" else (f"m.by_{dedupe}", "JOIN members m ON m.entry = e.no")


def _tellings(asker: Asker, kind: Kind, groups: Sequence[int], dedupe: str) -> dict[int, tuple[Telling, ...]]:
    group, join = grouping(dedupe)
    rows = asker.engine.rows(
        f"SELECT {group}, e.body, r.id, e.source, r.publisher, CAST(r.published AS TEXT), e.words FROM {kind.table} e "
        f"JOIN reports r ON r.no = e.report {join} WHERE {among(group)} ORDER BY r.published NULLS LAST, r.id, e.no",
        [list(groups)],
    )
    found: dict[int, list[Telling]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(_telling(kind, row))
    return {group: tuple(tellings) for group, tellings in found.items()}


def _telling(kind: Kind, row: Sequence[Any]) -> Telling:
    _, body, report, source, publisher, published, words = row
    entry = msgspec.json.decode(body, type=_TYPES[kind.table])
    return Telling(entry=entry, report=report, source=source, publisher=publisher, published=published, words=words)


def _undated(asker: Asker, kind: Kind, filters: Filters) -> int:
    """Entries that the other filters meet and that have no date: --since and --until leave them out, and say so."""
    if not (filters.since or filters.until):
        return 0
    where, values = conditions(asker, kind, msgspec.structs.replace(filters, since=None, until=None))
    sql = f"SELECT count(*) FROM {kind.table} e JOIN reports r ON r.no = e.report WHERE {where} AND e.first_day IS NULL AND e.last_day IS NULL"
    return int(asker.engine.rows(sql, values)[0][0])
