"""The lasting ties that a report may assert (``data/relations.toml``)."""

import tomllib
from pathlib import Path

import msgspec

from communique.types import ActorKind


class TieRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of tie and the words that assert it, or (``ends``) that it is over."""

    kind: str
    one_sided: bool = False
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    objects: tuple[ActorKind, ...] = ()
    examples: tuple[str, ...]
    rejects: tuple[str, ...] = ()


def load_ties(path: Path | None = None) -> tuple[TieRule, ...]:
    """The ties in the order of the file. Raises ValueError naming the file where one cannot be read."""
    file = path or Path(__file__).parent / "relations.toml"
    blocks = tomllib.loads(file.read_text(encoding="utf-8")).get("tie", [])
    try:
        return msgspec.convert(blocks, tuple[TieRule, ...])
    except msgspec.ValidationError as error:
        raise ValueError(f"{file.name}: {error}; mend that entry") from error
