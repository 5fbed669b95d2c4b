"""All that two tellings have to do with each other, in one call: what a store asks for each pair that shares a key."""

from msgspec import Struct

from communique.record.contradictions import contradictions
from communique.record.corrections import corrects
from communique.record.same import same
from communique.record.told import Contradiction, Correction, Tie, Told


class Findings(Struct, frozen=True, gc=False):
    """A tie, disagreements, a correction: each may be missing."""

    tie: Tie | None = None
    contradictions: tuple[Contradiction, ...] = ()
    correction: Correction | None = None


_NOTHING = Findings()


def compare(one: Told, other: Told) -> Findings:
    """What two tellings have to do with each other; the order of the two makes no difference."""
    if one.kind != other.kind:
        return _NOTHING
    if one.id > other.id:
        one, other = other, one
    tie = same(one, other) if one.kind != "passage" else None
    found = contradictions(one, other) if one.kind != "statement" else ()
    correction = corrects(one, other) if one.kind != "event" else None
    return Findings(tie, found, correction) if tie or found or correction else _NOTHING
