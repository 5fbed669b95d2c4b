"""Abbreviations after which a sentence does not end, and words that show that one begins."""

import tomllib
from pathlib import Path

import msgspec


class Bounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``titles`` never end a sentence; ``initialisms`` end one only before ``openers``."""

    titles: frozenset[str]
    initialisms: frozenset[str]
    openers: frozenset[str]


def load_bounds() -> Bounds:
    """The lists of ``data/bounds.toml``."""
    raw = tomllib.loads((Path(__file__).parent / "bounds.toml").read_text(encoding="utf-8"))
    return msgspec.convert(raw, Bounds)
