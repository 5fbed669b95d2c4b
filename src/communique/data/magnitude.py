"""How numbers are written and what they count (``plover/magnitude.toml``)."""

import tomllib
from pathlib import Path

import msgspec

from communique.types import EventType


class Measures(msgspec.Struct, frozen=True):
    """``groups``: what is counted -> lemmas; ``counted_in``: the same -> types of act in whose clause it is counted."""

    groups: dict[str, frozenset[str]]
    counted_in: dict[str, frozenset[EventType]]
    scales: dict[str, float]
    words: dict[str, float]
    currencies: dict[str, str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    dead: frozenset[str]
    injured: frozenset[str]
    detained: frozenset[str]
    crowd: frozenset[str]
    troops: frozenset[str]
    staff: frozenset[str]
    counted_in: dict[str, frozenset[EventType]]
    scales: dict[str, float]
    words: dict[str, float]
    currencies: dict[str, str]


def read_measures(path: Path) -> Measures:
    """The measures of a file. Raises ValueError naming file and key where one cannot be read."""
    try:
        raw = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"{path.name}: {error}; mend the key it names") from error
    groups = {name: getattr(raw, name) for name in ("dead", "injured", "detained", "crowd", "troops", "staff")}
    return Measures(groups, raw.counted_in, raw.scales, raw.words, raw.currencies)
