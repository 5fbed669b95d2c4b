"""One entry by its id -> the record that has it, and what it is tied to."""

from typing import Any

import msgspec
from msgspec import Struct

from communique.record.told import Reason
from communique.store.engine import Engine
from communique.store.errors import FilterError
from communique.store.flatten import KINDS, unpacked
from communique.types import RecordFields

_HASH = "sha256:"


class TieLine(Struct, frozen=True, kw_only=True):
    """An entry of another report that tells the same: how sure that is, and why; ``words`` are those of the other."""

    id: str
    publisher: str | None
    score: float
    reasons: tuple[Reason, ...]
    words: str | None


def find_entry(engine: Engine, wanted: str) -> tuple[int, str, RecordFields]:
    """The number and full id of an entry, and its report's record. Raises FilterError where none or several are meant.

    What lists print will do: ``979adb14#e-6511a059`` for a report known by its hash, ``e-6511a059`` where one report has it.
    """
    tables = " UNION ALL ".join(f"SELECT no, report, id FROM {kind}s" for kind in KINDS)
    report, _, short = wanted.rpartition("#")
    pattern = f"%#{short}" if not report else f"{_HASH}{report}%#{short}"
    sql = f"SELECT no, report, id FROM ({tables}) e WHERE id = ? OR id LIKE ? ORDER BY id"
    found = engine.rows(sql, [wanted, pattern])
    found = [row for row in found if row[2] == wanted] or found
    if len(found) != 1:
        which = f"; it may be {', '.join(row[2] for row in found[:4])}" if found else ""
        raise FilterError(
            f"{wanted}: {'several entries' if found else 'no entry'} of that id in {engine.address}{which}"
        )
    no, number, id_ = found[0]
    data = engine.rows("SELECT record FROM readings WHERE report = ? ORDER BY number DESC LIMIT 1", [number])[0][0]
    return int(no), id_, unpacked(bytes(data))


def ties_of(engine: Engine, no: int) -> tuple[TieLine, ...]:
    """What an entry is tied to directly, the surest first."""
    return tuple(_line(row) for row in engine.rows(
        "SELECT o.id, r.publisher, t.score, t.reasons, coalesce(e.words, s.words) FROM ties t "
        "JOIN tellings o ON o.no = CASE WHEN t.one = ? THEN t.other ELSE t.one END JOIN reports r ON r.no = o.report "
        "LEFT JOIN events e ON e.no = o.no LEFT JOIN statements s ON s.no = o.no "
        "WHERE t.one = ? OR t.other = ? ORDER BY t.score DESC, o.id",
        [no, no, no],
    ))  # fmt: skip


def _line(row: tuple[Any, ...]) -> TieLine:
    id_, publisher, score, reasons, words = row
    return TieLine(
        id=id_,
        publisher=publisher,
        score=score,
        reasons=msgspec.json.decode(reasons, type=tuple[Reason, ...]),
        words=words,
    )
