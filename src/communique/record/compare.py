"""All that two tellings have to do with each other, in one call: what a store asks for each pair that shares a key."""

from msgspec import Struct

from communique.record.contradictions import contradictions
from communique.record.corrections import corrects
from communique.record.same import same
from communique.record.told import Contradiction, Correction, Tie, Told


class Findings(Struct, frozen=True):
    """A tie, disagreements, a correction: each may be missing."""

    tie: Tie | None = None
    contradictions: tuple[Contradiction, ...] = ()
    correction: Correction | None = None


def compare(one: Told, other: Told) -> Findings:
    """What two tellings have to do with each other; the order of the two makes no difference."""
    one, other = sorted((one, other), key=lambda told: told.id)
    return Findings(same(one, other), contradictions(one, other), corrects(one, other))
