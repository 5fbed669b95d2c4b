"""Times that count from the day of publication, or from the day that the report named last."""

from datetime import date, timedelta

from communique.times.anchor import Anchor
from communique.times.intervals import (
    UNKNOWN,
    Interval,
    add_months,
    month,
    months,
    one_day,
    third_of,
    up_to_now,
    week_of,
    year,
)
from communique.times.match import Found
from communique.types import Granularity

_DAY, _WEEK, _FORTNIGHT, _MONTH, _QUARTER, _YEAR, _DECADE = 1, 7, 14, 30, 91, 365, 3650


def nothing_days(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    """Words that name no days."""
    return UNKNOWN


def day_offset_days(found: Found, anchor: Anchor) -> Interval:
    """ "Today", "yesterday": a day some days from that of publication."""
    if anchor.published is None:
        return UNKNOWN
    return one_day(anchor.published + timedelta(days=found.expression.value or 0))


def weekday_days(found: Found, anchor: Anchor) -> Interval:
    """The nearest such day in the direction of the tense, the day of publication included; "last" and "next" leave it out.

    "Last Thursday" of a Friday is the one of a week ago: the day before would be "yesterday" or "Thursday".
    """
    today, wanted, shift = anchor.published, found.get("{weekday}"), found.get("{shift}")
    if today is None or wanted is None:
        return UNKNOWN
    back, ahead = (today.weekday() - wanted) % 7, (wanted - today.weekday()) % 7
    if shift == -1:
        day = today - timedelta(days=back if back > 1 else back + _WEEK)
    elif shift == 1 or (shift is None and anchor.forward):
        day = today + timedelta(days=(ahead or 7) if shift else ahead)
    else:
        day = today + timedelta(days=ahead if anchor.forward else -back)
    return one_day(day + timedelta(days=found.expression.value or 0))


def weekday_of_week_days(found: Found, anchor: Anchor) -> Interval:
    """ "Wednesday last week"."""
    if anchor.published is None:
        return UNKNOWN
    monday = anchor.published - timedelta(days=anchor.published.weekday())
    return one_day(monday + timedelta(weeks=found.get("{shift}") or 0, days=found.get("{weekday}") or 0))


def weekend_days(found: Found, anchor: Anchor) -> Interval:
    """Saturday and Sunday: in a report of Monday the two days before, unless the tense points ahead."""
    today = anchor.published
    if today is None:
        return UNKNOWN
    shift = found.get("{shift}")
    coming = today + timedelta(days=(5 - today.weekday()) if today.weekday() < 6 else -1)
    on_weekend = today.weekday() >= 5
    if shift == 0:
        saturday = coming if anchor.forward or on_weekend or today.weekday() > 2 else coming - timedelta(weeks=1)
    elif shift is None:
        saturday = coming if anchor.forward or on_weekend else coming - timedelta(weeks=1)
    elif shift == 1:
        saturday = coming + timedelta(weeks=1 if on_weekend else 0)
    else:
        saturday = coming - timedelta(weeks=1)
    return Interval(saturday, saturday + timedelta(days=1), "day")


def unit_days(found: Found, anchor: Anchor) -> Interval:
    """ "Last month", "early next year": a calendar unit around the day of publication."""
    today, third = anchor.published, found.get("{third}")
    shift = found.get("{shift}") or 0
    if today is None:
        return UNKNOWN
    whole = _calendar(today, found.get("{unit}") or 0, shift)
    if third is not None:
        return third_of(whole, third, today)
    return whole if shift or anchor.forward else up_to_now(whole, today, past=True)


def _calendar(day: date, unit: int, shift: int) -> Interval:
    """The calendar day, week, month ... that holds a day, or one before or after it."""
    if unit == _DAY:
        return one_day(day + timedelta(days=shift))
    if unit == _WEEK:
        return week_of(day + timedelta(weeks=shift))
    if unit == _MONTH:
        return month(day.year, day.month + shift)
    if unit == _QUARTER:
        return months(day.year, (day.month - 1) // 3 * 3 + 1 + 3 * shift, 3)
    if unit == _YEAR:
        return year(day.year + shift)
    if unit == _DECADE:
        first = day.year // 10 * 10 + 10 * shift
        return Interval(date(first, 1, 1), date(first + 9, 12, 31), "decade")
    return UNKNOWN


def _move(day: date, unit: int, count: int) -> date:
    """A day some units away; hours round to whole days."""
    if unit == 0:
        return day + timedelta(days=round(count / 24))
    if unit in (_DAY, _WEEK, _FORTNIGHT):
        return day + timedelta(days=count * unit)
    return add_months(day, count * {_MONTH: 1, _QUARTER: 3, _YEAR: 12, _DECADE: 120}[unit])


def _count(found: Found) -> int:
    """How many units: "two"; "a week", "the past year" are one."""
    return found.get("{number}") or 1


def _grain(unit: int) -> Granularity:
    return {_MONTH: "month", _YEAR: "year", _QUARTER: "quarter", _DECADE: "decade"}.get(unit, "day")  # type: ignore[return-value]


def to_now_days(found: Found, anchor: Anchor) -> Interval:
    """ "The past five months": up to the day of publication."""
    unit = found.get("{unit}") or 0
    if anchor.published is None:
        return UNKNOWN
    return Interval(_move(anchor.published, unit, -_count(found)), anchor.published, _grain(unit), exact=False)


def from_now_days(found: Found, anchor: Anchor) -> Interval:
    """ "The next five days": from the day of publication."""
    unit = found.get("{unit}") or _DAY
    if anchor.published is None:
        return UNKNOWN
    return Interval(anchor.published, _move(anchor.published, unit, _count(found)), _grain(unit), exact=False)


def recent_days(found: Found, anchor: Anchor) -> Interval:
    """ "In recent days" is about a week, weeks about a month, months about half a year; years are left open."""
    unit = found.get("{unit}") or 0
    far = {_DAY: (_WEEK, 1), _WEEK: (_MONTH, 1), _MONTH: (_MONTH, 6)}.get(unit)
    if anchor.published is None or far is None:
        return UNKNOWN
    other = _move(anchor.published, far[0], far[1] * (found.expression.value or -1))
    return Interval(min(other, anchor.published), max(other, anchor.published), "open", exact=False)


def ago_days(found: Found, anchor: Anchor) -> Interval:
    """ "Two weeks ago"."""
    if anchor.published is None:
        return UNKNOWN
    return _around(anchor.published, found.get("{unit}") or 0, -_count(found))


def ahead_days(found: Found, anchor: Anchor) -> Interval:
    """ "In two weeks", "three days from now"."""
    if anchor.published is None:
        return UNKNOWN
    return _around(anchor.published, found.get("{unit}") or 0, _count(found))


def overnight_days(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    """The night before the day of publication, over midnight."""
    if anchor.published is None:
        return UNKNOWN
    return Interval(anchor.published - timedelta(days=1), anchor.published, "day")


def _around(day: date, unit: int, count: int) -> Interval:
    """Some units away, as fine as the unit: a day for days, a week around it for weeks, else the calendar unit."""
    at = _move(day, unit, count)
    if unit in (0, _DAY):
        return one_day(at)
    if unit in (_WEEK, _FORTNIGHT):
        return Interval(at - timedelta(days=3), at + timedelta(days=3), "week", exact=False)
    whole = _calendar(at, unit if unit != _DECADE else _YEAR, 0)
    return Interval(whole.start, whole.end, whole.granularity, exact=False)


def from_before_days(found: Found, anchor: Anchor) -> Interval:
    """ "Two days later": counted from the last day, month or year that the report named."""
    unit, count = found.get("{unit}") or _DAY, _count(found) * (found.expression.value or 1)
    if anchor.before is None or anchor.before.start is None or not _fine_enough(anchor.before, unit):
        return UNKNOWN
    if unit != _WEEK:
        return _around(anchor.before.start, unit, count)
    # "A week later" after a dated sentence names the seventh day, give or take, and not seven days.
    at = anchor.before.start + timedelta(weeks=count)
    return Interval(at, at, "day", exact=False)


def unit_from_before_days(found: Found, anchor: Anchor) -> Interval:
    """ "The same day", "the following year": the unit that holds the last day named, or its neighbour."""
    unit = found.get("{unit}") or _DAY
    if anchor.before is None or anchor.before.start is None or not _fine_enough(anchor.before, unit):
        return UNKNOWN
    return _calendar(anchor.before.start, unit, found.expression.value or 0)


def _fine_enough(before: Interval, unit: int) -> bool:
    return before.start is not None and before.end is not None and (before.end - before.start).days <= max(unit, 2)
