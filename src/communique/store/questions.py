"""A question about entries -> one page of them, each with all that tells it.

Three steps: the entries that the filters meet; what they are merged into, counted and sorted; the bodies of one page.
An entry that is met brings all that tells the same: filters say which stories, not which of their tellings.
"""

from functools import partial

import msgspec
from msgspec import Struct

from communique.store.conditions import Asker, Kind, conditions
from communique.store.engine import Parameter
from communique.store.entries import Merged, grouping, read_entries, read_positions
from communique.store.filters import Filters, Paging
from communique.store.paging import Found, direction, page_of

_ORDERS = {
    "date": "first_day {way} NULLS LAST, id",
    "sources": "sources {way}, id",
    "confidence": "confidence {way}, id",
    "type": "type {way}, first_day NULLS LAST, id",
    "id": "id {way}",
}


class Page(Struct, frozen=True, kw_only=True):
    """Entries in their order, and how many there are in all."""

    entries: tuple[Merged, ...]
    total: int
    undated: int = 0


def ask(asker: Asker, kind: Kind, filters: Filters, paging: Paging) -> Page:
    """The page of entries that a question is about."""
    where, values = conditions(asker, kind, filters)
    groups, total = _groups(asker, kind, (where, values), filters, paging)
    read = (
        read_positions
        if kind.table == "positions"
        else partial(read_entries, kind=kind, grouping=grouping(kind, paging.dedupe))
    )
    return Page(entries=read(asker.engine, groups), total=total, undated=_undated(asker, kind, filters))


def _groups(
    asker: Asker, kind: Kind, where: tuple[str, list[Parameter]], filters: Filters, paging: Paging
) -> tuple[list[int], int]:
    """The numbers of one page of groups, and how many there are."""
    condition, values = where
    by = grouping(kind, paging.dedupe)
    entries = f"SELECT {by.group} FROM {kind.table} e JOIN reports r ON r.no = e.report {by.join} WHERE {condition}"
    met = "" if condition == "TRUE" else f"WHERE {by.group} IN ({entries})"
    found = (
        f"SELECT {by.group} AS g, min(e.first_day) AS first_day, count(DISTINCT {by.source}) AS sources, "
        f"max(e.confidence) AS confidence, min(e.{kind.type}) AS type, min(e.id) AS id FROM {kind.table} e {by.join} "
        f"{met} GROUP BY 1 HAVING count(DISTINCT {by.source}) >= ?"
    )
    order = _ORDERS[paging.sort.removeprefix("-")].format(way=direction(paging.sort))
    rows, total = page_of(asker.engine, Found(found, [*values, filters.min_sources], order), paging, "page.g")
    return [row[0] for row in rows], total


def _undated(asker: Asker, kind: Kind, filters: Filters) -> int:
    """Entries that the other filters meet and that have no date: --since and --until leave them out, and say so."""
    if not (filters.since or filters.until):
        return 0
    where, values = conditions(asker, kind, msgspec.structs.replace(filters, since=None, until=None))
    sql = f"SELECT count(*) FROM {kind.table} e JOIN reports r ON r.no = e.report WHERE {where} AND e.first_day IS NULL AND e.last_day IS NULL"
    return int(asker.engine.rows(sql, values)[0][0])
