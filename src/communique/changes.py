"""Two records of one report -> the entries that the second gains, loses and changes."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from communique.tables import Row, rows
from communique.types import RecordFields

TABLES = ("events", "statements", "positions", "relations")
# Where an entry stands and what it is called say nothing of what it says.
_UNTOLD = frozenset({"report", "id", "rule", "confidence", "start", "end", "trigger_start", "trigger_end", "words"})


class Change(Struct, frozen=True, kw_only=True):
    """An entry with its words; ``fields`` holds (name, before, after) for what changed, or its own values where it is
    gained (before is None) or lost (after is None)."""

    table: str
    how: Literal["gained", "lost", "changed"]
    report: str
    id: str
    words: str
    fields: tuple[tuple[str, object, object], ...]


def compare(old: RecordFields, new: RecordFields) -> Iterator[Change]:
    """What ``new`` says otherwise than ``old``; entries are the same where their ids are."""
    for table in TABLES:
        before = {str(row["id"]): row for row in rows(old, table)}
        after = {str(row["id"]): row for row in rows(new, table)}
        for key in sorted(before.keys() | after.keys(), key=lambda k: (_start(after.get(k) or before[k]), k)):
            change = _change(table, before.get(key), after.get(key))
            if change is not None:
                yield change


def _change(table: str, before: Row | None, after: Row | None) -> Change | None:
    row = after or before or {}
    fields = tuple(
        (name, (before or {}).get(name), (after or {}).get(name))
        for name in row
        if name not in _UNTOLD and (before or {}).get(name) != (after or {}).get(name)
    )
    if before is not None and after is not None and not fields:
        return None
    how: Literal["gained", "lost", "changed"] = "gained" if before is None else "lost" if after is None else "changed"
    words = " ".join(str(row.get("words") or "").split())
    return Change(table=table, how=how, report=str(row["report"]), id=str(row["id"]), words=words, fields=fields)


def _start(row: Row) -> int:
    return int(str(row.get("start") or 0))
