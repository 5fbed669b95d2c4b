"""Entries that are one -> the merged entry: the fullest telling's fields, everybody's citations."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from communique.record.same import cannot_be
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


def find_stories(told: Iterable[Told], ties: Iterable[Tie]) -> dict[str, str]:
    """Each entry's story: the smallest id of those that it is tied to, directly or through others.

    The surest ties come first; one is left out where it would join two that cannot be one, such as two meetings a week
    apart that a third, vague telling is like. The order in which entries and ties come makes no difference.
    """
    return join(told, ties, {}).stories


class Joined(Struct, frozen=True, gc=False):
    """The story of each entry, and which of the stories that stood before no longer hold."""

    stories: dict[str, str]
    broken: frozenset[str]


def join(told: Iterable[Told], ties: Iterable[Tie], before: Mapping[str, str]) -> Joined:
    """What ``find_stories`` gives for some entries, as part of a record whose stories were ``before``.

    It is right without the rest of the record if the entries are new ones with all stories that they have a tie to, and
    nothing is ``broken``: as long as a story only grows, what was kept apart from it stays apart. A story breaks where
    a tie within it is left out; then the stories that it has ties to must be looked at too.
    """
    known = {t.id: t for t in told}
    groups = {id_: [id_] for id_ in known}
    broken: set[str] = set()
    for tie in sorted(ties, key=lambda t: (-t.score, t.one, t.other)):
        a, b = groups.get(tie.one), groups.get(tie.other)
        if a is None or b is None or a is b:
            continue
        if not _clash(known, a, b):
            _unite(groups, *sorted((a, b), key=len))
        elif before.get(tie.one) == before.get(tie.other, ""):
            broken.add(before[tie.one])
    heads = {id(group): min(group) for group in groups.values()}
    return Joined({id_: heads[id(group)] for id_, group in groups.items()}, frozenset(broken))


def _unite(groups: dict[str, list[str]], few: list[str], many: list[str]) -> None:
    many.extend(few)
    groups.update(dict.fromkeys(few, many))


def _clash(known: Mapping[str, Told], a: Iterable[str], b: Iterable[str]) -> bool:
    return any(cannot_be(known[one], known[other]) for one in a for other in b)


def merge(
    told: tuple[Told, ...], *, originals: Mapping[str, str | None] | None = None, contradicts: Iterable[str] = ()
) -> Merged:
    """One entry from all its tellings, in whatever order they come.

    ``originals`` names, for the report of a copy, the root outlet of the report that it copies. Raises ValueError
    where a passage, which is no entry, is among them, or nothing is.
    """
    entries = [(t, t.entry) for t in sorted(told, key=_order) if t.entry is not None]
    if not entries or len(entries) != len(told):
        raise ValueError(f"only events and statements are merged, at least one; got {[t.id for t in told]}")
    roots = {t.id: _root(t, originals or {}) for t, _ in entries}
    citations = tuple(
        Citation(report=t.report, entry=t.id, evidence=t.spans, root_outlet=roots[t.id]) for t, _ in entries
    )
    days = sorted(t.published for t in told if t.published is not None)
    return Merged(
        entry=max(entries, key=lambda pair: _fullness(pair[0]))[1],
        citations=citations,
        sources=len({root if root is not None else f"report {t.report}" for t, _ in entries for root in [roots[t.id]]}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        contradicts=tuple(sorted(set(contradicts))),
    )


def _order(told: Told) -> tuple[str, str]:
    return (told.published or "9999", told.id)


def _root(told: Told, originals: Mapping[str, str | None]) -> str | None:
    return originals.get(told.report, told.root)


def _fullness(told: Told) -> tuple[int, bool, int, int]:
    """How much a telling says: parties that are named, a day, a place; then the surest, and the first in order wins."""
    named = sum(not party.bare for party in (*told.who, *told.whom))
    sides = bool(told.who) + bool(told.whom)
    confidence = round(100 * told.entry.confidence) if told.entry is not None else 0
    return (sides, told.exact, named + (told.place is not None), confidence)
