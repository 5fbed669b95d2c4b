"""The forms of debris: hover cards, lines, stretches inside lines, lists of headlines, and notes of correction."""

import re
import tomllib
from pathlib import Path
from typing import Literal

import msgspec


class _Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every rule has: square brackets in an example stand round what must be found; nothing is in a reject."""

    id: str
    examples: tuple[str, ...]
    rejects: tuple[str, ...] = ()


class CardRule(_Rule, frozen=True, kw_only=True):
    """A card glued into a sentence, from the repeated name to a ``closers`` word, at most ``longest`` characters."""

    closers: re.Pattern[str]
    longest: int


class LineRule(_Rule, frozen=True, kw_only=True):
    """A whole line that ``pattern`` matches; ``where`` holds it to the first or the last lines of the report.

    ``unless`` is searched in the line and saves it. ``longest`` is in characters.
    """

    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    where: Literal["any", "top", "end"] = "any"
    longest: int = 200


class InlineRule(_Rule, frozen=True, kw_only=True):
    """A stretch inside a line."""

    pattern: re.Pattern[str]


class ListRule(_Rule, frozen=True, kw_only=True):
    """A line that ``pattern`` matches and the headlines under it: ``most`` lines of ``longest`` characters."""

    pattern: re.Pattern[str]
    longest: int = 110
    most: int = 8


class NoteRule(_Rule, frozen=True, kw_only=True):
    """A paragraph in which the publisher corrects the report; it is found, not removed."""

    pattern: re.Pattern[str]


class DebrisRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of ``data/debris.toml``; ``top`` and ``end`` are the numbers of lines that count as first and last."""

    top: int
    end: int
    card: tuple[CardRule, ...]
    line: tuple[LineRule, ...]
    inline: tuple[InlineRule, ...]
    list: tuple[ListRule, ...]
    note: tuple[NoteRule, ...]


def load_debris(path: Path | None = None) -> DebrisRules:
    """The rules of ``data/debris.toml``, or of another file of that form; patterns are compiled."""
    file = path or Path(__file__).parent / "debris.toml"
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    return msgspec.convert(raw, DebrisRules, dec_hook=_compile)


def _compile(_kind: type, value: object) -> re.Pattern[str]:
    if not isinstance(value, str):
        raise TypeError(f"a pattern must be a string, not {value!r}")
    return re.compile(value)
