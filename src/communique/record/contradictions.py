"""What two tellings of one matter disagree about: a number, whether it happened at all, who did it, which day."""

from collections.abc import Iterable, Mapping

from communique.record.counts import find_counts
from communique.record.denials import find_denials
from communique.record.doers import find_doers, find_other_days, find_others
from communique.record.told import Contradiction, Told
from communique.types import Span


def contradictions(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """The disagreements of two tellings, each with the words on both sides; symmetric."""
    if one.id > other.id:
        one, other = other, one
    if one.kind == other.kind == "passage":
        return (
            *find_counts(one, other), *find_denials(one, other), *find_doers(one, other), *find_other_days(one, other),
        )  # fmt: skip
    return find_others(one, other) if one.kind == other.kind == "event" else ()


def choose(found: Iterable[Contradiction], told: Mapping[str, Told]) -> tuple[Contradiction, ...]:
    """Of what two reports disagree about, for each passage the one disagreement of a kind that is most alike.

    The order in which they come makes no difference; pairs of other reports do not matter, so that a report that is
    added later changes nothing.
    """
    best: dict[tuple[str, str, Span, str], tuple[float, str]] = {}
    listed = sorted(found, key=lambda c: (c.one, c.other, c.kind, c.words))
    for c in listed:
        for end in _ends(c, told):
            best[end] = max(best.get(end, (-1.0, "")), (c.score, f"{c.one} {c.other} {c.words}"))
    return tuple(
        c for c in listed if all(best[end] == (c.score, f"{c.one} {c.other} {c.words}") for end in _ends(c, told))
    )


def _ends(c: Contradiction, told: Mapping[str, Told]) -> tuple[tuple[str, str, Span, str], ...]:
    return (
        (c.kind, c.one, c.one_span, told[c.other].report),
        (c.kind, c.other, c.other_span, told[c.one].report),
    )
