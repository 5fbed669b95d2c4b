"""What reports tell, kept as it is compared, and looked up by its keys."""

import re
from collections.abc import Iterable, Iterator, Sequence
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
_SPAN = re.compile(r"\|\d+[ab]\d+$")


def number_tellings(report: int, entries: Sequence[str], told: Iterable[Told]) -> dict[int, Told]:
    """A telling has the number of its entry; a passage has one of its own."""
    places = {id_: place for place, id_ in enumerate(entries)}
    passages = iter(range(_PASSAGES, PLACES))
    return {report * PLACES + (places[one.id] if one.id in places else next(passages)): one for one in told}


def write_tellings(engine: Engine, told: dict[int, Told]) -> dict[int, set[int]]:
    """Keep tellings under their keys; gives the tellings, old and new, that stand under the keys of each new one."""
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
    found = [(hashed(key), no) for no, one in told.items() for key in _bounded(one, (0,))]
    engine.insert(
        "keys",
        {"key": [k for k, _ in found], "telling": [no for _, no in found], "report": [no // PLACES for _, no in found]},
    )
    return _meeting(engine, [(hashed(key), no) for no, one in told.items() for key in _bounded(one, (-1, 0, 1))])


def _bounded(told: Told, beside: tuple[int, ...]) -> Iterator[str]:
    """Keys that lead no further than a season: without it, what each report meets would grow with the record.

    A key that has no span of days in it gets the thirty days in which the report was published; it is looked up in those
    and in the ones ``beside`` them, so that reports within a month always meet.
    """
    day = date.fromisoformat(told.published).toordinal() if told.published else told.first
    seasons = ["?"] if day is None else [str(day // _SEASON + n) for n in beside]
    for key in keys(told):
        if _SPAN.search(key):
            yield key
        else:
            yield from (f"{key}|{season}" for season in seasons)


def _meeting(engine: Engine, found: list[tuple[int, int]]) -> dict[int, set[int]]:
    wanted = list({key for key, _ in found})
    under: dict[int, list[int]] = {}
    for key, telling in engine.rows(f"SELECT key, telling FROM keys WHERE {among('key')}", [wanted]):
        under.setdefault(key, []).append(telling)
    meeting: dict[int, set[int]] = {}
    for key, no in found:
        meeting.setdefault(no, set()).update(n for n in under.get(key, ()) if n // PLACES != no // PLACES)
    return meeting


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
