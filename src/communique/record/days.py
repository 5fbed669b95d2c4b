"""When against when: may two tellings be of one day?"""

from communique.record.told import Told

_SLACK = 1  # a day by time zones, or by a report that counts from its own day
_FRESH = 4  # days for which news is told as news; then it is history


def distance(one: Told, other: Told) -> int | None:
    """Days between two exactly dated tellings; None where one of them is not."""
    if one.exact and other.exact and one.first is not None and other.first is not None:
        return abs(one.first - other.first)
    return None


def may_meet(one: Told, other: Told) -> bool:
    """Do the days on which each may have happened meet, a day of slack allowed?"""
    starts = [d for d in (one.first, other.first) if d is not None]
    ends = [d for d in (one.last, other.last) if d is not None]
    return not starts or not ends or max(starts) <= min(ends) + _SLACK


def closeness(one: Told, other: Told) -> float:
    """From 1 (the same stated day) over 0 (nothing known) to -1 (weeks apart, one of them undated)."""
    apart = distance(one, other)
    if apart is not None:
        return 1.0 if apart == 0 else 0.4 if apart <= _SLACK else -1.0
    days = [d for d in (likely_day(one), likely_day(other)) if d is not None]
    if len(days) < 2:
        return 0.0
    gap = abs(days[0] - days[1])
    return 0.5 if gap <= 1 else 0.25 if gap <= _FRESH else 0.0 if gap <= 3 * _FRESH else -0.4


def likely_day(told: Told) -> int | None:
    """The day that a telling most likely means: its own, else that of its report."""
    return told.likely if told.likely is not None else told.last
