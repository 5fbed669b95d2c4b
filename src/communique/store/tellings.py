"""What reports tell, kept as it is compared, and looked up by its keys."""

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any

import msgspec

from communique.record.blocks import keys
from communique.record.told import Told
from communique.store.engine import Engine, among
from communique.store.flatten import PLACES
from communique.types import Event, Statement

# Passages are numbered behind the entries of their report.
_PASSAGES = PLACES // 2
_SEASON = 30
_UNDATED = -9  # beside no season


def number_tellings(report: int, entries: Sequence[str], told: Iterable[Told]) -> dict[int, Told]:
    """A telling has the number of its entry; a passage has one of its own."""
    places = {id_: place for place, id_ in enumerate(entries)}
    passages = iter(range(_PASSAGES, PLACES))
    return {report * PLACES + (places[one.id] if one.id in places else next(passages)): one for one in told}


def write_tellings(engine: Engine, told: dict[int, Told]) -> None:
    """Keep tellings, and the keys that they are looked up by."""
    engine.insert(
        "tellings",
        {
            "no": list(told),
            "report": [no // PLACES for no in told],
            "id": [one.id for one in told.values()],
            "kind": [one.kind for one in told.values()],
            "body": [packed_telling(one) for one in told.values()],
        },
    )
    found = [(season(one), hashed(key), no) for no, one in told.items() for key in keys(one)]
    found.sort()
    engine.insert(
        "keys",
        {
            "season": [s for s, _, _ in found],
            "key": [k for _, k, _ in found],
            "telling": [no for _, _, no in found],
            "report": [no // PLACES for _, _, no in found],
        },
    )


def season(told: Told) -> int:
    """The thirty days in which a telling was published, by number: it is compared with those of it and of the two beside it.

    So what a report meets does not grow with the record. Without a day of publication the event's own day stands for it.
    """
    day = date.fromisoformat(told.published).toordinal() if told.published else told.first
    return _UNDATED if day is None else day // _SEASON


def find_meeting(engine: Engine, told: dict[int, Told]) -> set[tuple[int, int]]:
    """Pairs of one of some tellings and any of another report that share a key, within a season."""
    seasons = sorted({season(one) + n for one in told.values() for n in (-1, 0, 1)})
    sql = (
        "SELECT DISTINCT least(a.telling, b.telling), greatest(a.telling, b.telling) FROM keys a JOIN keys b "
        "ON a.key = b.key AND b.season BETWEEN a.season - 1 AND a.season + 1 AND a.report <> b.report "
        f"WHERE {among('a.report')} AND {among('a.season')} AND {among('b.season')}"
    )
    reports = sorted({no // PLACES for no in told})
    return set(engine.rows(sql, [reports, seasons, seasons]))


def read_tellings(engine: Engine, numbers: Iterable[int]) -> dict[int, Told]:
    """Tellings by their numbers."""
    rows = engine.rows(f"SELECT no, body FROM tellings WHERE {among('no')}", [list(numbers)])
    return {no: unpacked_telling(body) for no, body in rows}


def packed_telling(told: Told) -> str:
    """A telling as JSON: its entry, which may be of two types, stands under the name of its type."""
    fields = {name: getattr(told, name) for name in _Kept.__struct_fields__ if name in Told.__struct_fields__}
    entry = told.entry
    kept = _Kept(
        **fields,
        event=entry if isinstance(entry, Event) else None,
        statement=entry if isinstance(entry, Statement) else None,
    )
    return msgspec.json.encode(kept).decode()


def unpacked_telling(body: str) -> Told:
    """The telling that ``packed_telling`` kept."""
    kept = _DECODER.decode(body)
    fields = {name: getattr(kept, name) for name in Told.__struct_fields__ if name != "entry"}
    return Told(**fields, entry=kept.event or kept.statement)


def hashed(key: str) -> int:
    """A key as a number of eight bytes: a long one costs no more to look up."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


# JSON tells two types of entry apart only by the names of their fields.
_Kept: Any = msgspec.defstruct(
    "_Kept",
    [
        *((f.name, f.type, f.default) if not f.required else (f.name, f.type) for f in msgspec.structs.fields(Told) if f.name != "entry"),
        ("event", Event | None, None),
        ("statement", Statement | None, None),
    ],
    omit_defaults=True,
    kw_only=True,
)  # fmt: skip
_DECODER: Any = msgspec.json.Decoder(_Kept)
