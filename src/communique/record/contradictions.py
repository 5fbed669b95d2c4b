"""What two tellings of one matter disagree about: a number, whether it happened at all, who did it, which day."""

from communique.record.told import Contradiction, Told


def contradictions(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """The disagreements of two tellings, each with the words on both sides; symmetric."""
    return ()
