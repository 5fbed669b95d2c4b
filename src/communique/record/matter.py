"""May two tellings be about one matter: told of the same states and names, within weeks?"""

from communique.record.days import likely_day
from communique.record.likeness import is_one_story, may_be_one_setting, shared
from communique.record.sides import fit
from communique.record.told import Contradiction, DisputeKind, Told
from communique.types import Span

_FAR = 30  # days between two passages on one matter
_SAME_NAMES = 4
_SAME_STATES = 0.66
SOON = 14  # days in which two reports on one matter are told of one state of it


def is_one_matter(one: Told, other: Told) -> bool:
    """May two passages be about one thing: told within weeks, of the same states?"""
    if gap(one, other) > _FAR:
        return False
    a, b = ({n for n in t.names if not n.islower()} for t in (one, other))
    if a and b and not a & b:
        return False
    return is_one_story(one, other) or may_be_one_setting(one, other)


def is_one_affair(one: Told, other: Told) -> bool:
    """Are two reports about one affair: with names in common, or about the same two states?"""
    common = set(one.setting) & set(other.setting)
    if not set(one.setting[:2]) <= common and not set(other.setting[:2]) <= common:
        # One is about Egypt and the United States, the other about Jamaica and them.
        return len(set(one.topic) & set(other.topic)) >= _SAME_NAMES
    return is_one_story(one, other) or (len(common) > 1 and shared(one.setting, other.setting) >= _SAME_STATES)


def gap(one: Told, other: Told) -> int:
    """Days between the likely days of two passages; 0 where one is unknown."""
    a, b = likely_day(one), likely_day(other)
    return 0 if a is None or b is None else abs(a - b)


def is_one_voice(one: Told, other: Told) -> bool:
    """Are two sentences of one report by one speaker, or by nobody named? Nobody contradicts himself unawares."""
    if one.report != other.report:
        return False
    speakers = fit(one.who, other.who)
    return speakers is None or speakers > 0.5


def differ(
    kind: DisputeKind, words: str, ends: tuple[tuple[Told, Span], tuple[Told, Span]], score: float
) -> Contradiction:
    """The contradiction of two tellings, each with the span that shows it."""
    (one, a), (other, b) = ends
    return Contradiction(
        one=one.id, other=other.id, kind=kind, words=words, one_span=a, other_span=b, score=round(score, 3)
    )
