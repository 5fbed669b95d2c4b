"""Entries that are one -> the merged entry: the fullest telling's fields, everybody's citations."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from communique.record.told import Tie, Told
from communique.types import Event, Span, Statement


class Citation(Struct, frozen=True, kw_only=True, gc=False):
    """Where one report tells an entry: spans index that report's own text."""

    report: str
    entry: str
    evidence: tuple[Span, ...]
    root_outlet: str | None


class Merged(Struct, frozen=True, kw_only=True, gc=False):
    """An entry as the record has it: ``sources`` are distinct roots, a copy counting as its original."""

    entry: Event | Statement
    citations: tuple[Citation, ...]
    sources: int
    first: str | None = None
    last: str | None = None
    contradicts: tuple[str, ...] = ()


def find_stories(ids: Iterable[str], ties: Iterable[Tie]) -> dict[str, str]:
    """Each entry's story: the smallest id of those it is tied to, directly or through others."""
    raise NotImplementedError


def merge(told: tuple[Told, ...], *, originals: Mapping[str, str] = {}, contradicts: Iterable[str] = ()) -> Merged:
    """One entry from all its tellings, in whatever order they come.

    ``originals`` names, for the report of a copy, the root outlet of the report that it copies.
    """
    raise NotImplementedError
