"""Tellings of one thing -> the entry that a question gives: its fields, with the citations of all who tell it."""

from msgspec import Struct

from communique.store.questions import Telling, Told
from communique.types import Span


class Citation(Struct, frozen=True, kw_only=True):
    """Where one report tells an entry: spans index that report's own text."""

    report: str
    entry: str
    evidence: tuple[Span, ...]
    root_outlet: str | None


class Merged(Struct, frozen=True, kw_only=True):
    """An entry as the record has it."""

    entry: Told
    citations: tuple[Citation, ...]
    sources: int
    first: str | None
    last: str | None
    contradicts: tuple[str, ...] = ()
    words: str | None = None


def merge_tellings(tellings: tuple[Telling, ...]) -> Merged:
    """The first telling's entry with everybody's citations."""
    citations = tuple(
        Citation(report=t.report, entry=t.entry.id, evidence=t.entry.evidence, root_outlet=t.source) for t in tellings
    )
    days = [t.published for t in tellings if t.published]
    return Merged(
        entry=tellings[0].entry,
        citations=citations,
        sources=len({t.source for t in tellings}),
        first=min(days, default=None),
        last=max(days, default=None),
        words=tellings[0].words,
    )
