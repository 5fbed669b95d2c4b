"""Where two tellings of one thing meet: keys to look up candidates by. Two that could be one share a key."""

from communique.record.told import Told


def keys(told: Told) -> tuple[str, ...]:
    """Sorted keys without doubles: type, states and day of an event; rare words of what was said and the speaker's day."""
    raise NotImplementedError
