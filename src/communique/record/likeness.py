"""How much of the same two passages say: shared words of meaning, shared names, of the shorter one's."""

from collections.abc import Iterable

from communique.record.told import Told

_NAMES = 2


def shared(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of the shorter set's members that both have: {a b} and {a c d} -> 0.5."""
    a, b = frozenset(one), frozenset(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def likeness(one: Told, other: Told) -> float:
    """How much of the same two tellings' sentences say, from 0 to 1; names weigh as much as all words together."""
    meant = shared(one.stems, other.stems)
    if not one.names or not other.names:
        return meant
    return 0.5 * meant + 0.5 * shared(one.names, other.names)


def has_run(one: str, other: str, length: int) -> bool:
    """Do two normalised texts share so many words in a row?"""
    a, b = one.split(), other.split()
    if len(a) < length or len(b) < length:
        return False
    runs = {tuple(a[i : i + length]) for i in range(len(a) - length + 1)}
    return any(tuple(b[i : i + length]) in runs for i in range(len(b) - length + 1))


def is_one_story(one: Told, other: Told) -> bool:
    """Are two reports about one affair: with two names in common that are no states, or one, and the same states?"""
    if one.report == other.report:
        return True
    names = len(set(one.topic) & set(other.topic))
    return names >= _NAMES or (
        names > 0 and may_be_one_setting(one, other) and len(set(one.setting) & set(other.setting)) > 1
    )


def may_be_one_setting(one: Told, other: Told) -> bool:
    """May two reports be about the same states? Where one names none, they may."""
    return not one.setting or not other.setting or shared(one.setting, other.setting) >= 0.5
