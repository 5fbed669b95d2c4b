"""Words of a time expression -> an interval of days, by the day of publication and the direction of the tense.

A resolver returns UNKNOWN where what it hangs on is not known, and raises ValueError for a day that does not exist.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from communique.times.intervals import (
    UNKNOWN,
    Interval,
    add_months,
    easter,
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

_NEAR_MONTHS, _NEAR_DAYS = 9, 300
_DAY, _WEEK, _FORTNIGHT, _MONTH, _QUARTER, _YEAR, _DECADE = 1, 7, 14, 30, 91, 365, 3650


class Anchor(Struct, frozen=True, gc=False):
    """What an expression is read against: the day of publication, the tense, and what was named last.

    ``forward`` is true where the time lies ahead, ``sure`` where the tense says so and not a guess.
    """

    published: date | None
    forward: bool = False
    sure: bool = False
    before: Interval | None = None


def resolve(found: Found, anchor: Anchor) -> Interval:
    """The days that an expression names; ValueError for an impossible date such as 31 February."""
    return RESOLVERS[found.expression.resolve](found, anchor)


def _nothing(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    return UNKNOWN


def _day_offset(found: Found, anchor: Anchor) -> Interval:
    if anchor.published is None:
        return UNKNOWN
    return one_day(anchor.published + timedelta(days=found.expression.value or 0))


def _weekday(found: Found, anchor: Anchor) -> Interval:
    """The nearest such day in the direction of the tense, the day of publication included; "last" and "next" leave it out."""
    today, wanted, shift = anchor.published, found.get("{weekday}"), found.get("{shift}")
    if today is None or wanted is None:
        return UNKNOWN
    back, ahead = (today.weekday() - wanted) % 7, (wanted - today.weekday()) % 7
    if shift == -1:
        day = today - timedelta(days=back or 7)
    elif shift == 1 or (shift is None and anchor.forward):
        day = today + timedelta(days=(ahead or 7) if shift else ahead)
    else:
        day = today + timedelta(days=ahead if anchor.forward else -back)
    return one_day(day + timedelta(days=found.expression.value or 0))


def _weekday_of_week(found: Found, anchor: Anchor) -> Interval:
    if anchor.published is None:
        return UNKNOWN
    monday = anchor.published - timedelta(days=anchor.published.weekday())
    return one_day(monday + timedelta(weeks=found.get("{shift}") or 0, days=found.get("{weekday}") or 0))


def _weekend(found: Found, anchor: Anchor) -> Interval:
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


def _unit(found: Found, anchor: Anchor) -> Interval:
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


def _to_now(found: Found, anchor: Anchor) -> Interval:
    unit = found.get("{unit}") or 0
    if anchor.published is None:
        return UNKNOWN
    return Interval(_move(anchor.published, unit, -_count(found)), anchor.published, _grain(unit), exact=False)


def _from_now(found: Found, anchor: Anchor) -> Interval:
    unit = found.get("{unit}") or _DAY
    if anchor.published is None:
        return UNKNOWN
    return Interval(anchor.published, _move(anchor.published, unit, _count(found)), _grain(unit), exact=False)


def _recent(found: Found, anchor: Anchor) -> Interval:
    """ "In recent days" is about a week, weeks about a month, months about half a year; years are left open."""
    unit = found.get("{unit}") or 0
    far = {_DAY: (_WEEK, 1), _WEEK: (_MONTH, 1), _MONTH: (_MONTH, 6)}.get(unit)
    if anchor.published is None or far is None:
        return UNKNOWN
    other = _move(anchor.published, far[0], far[1] * (found.expression.value or -1))
    return Interval(min(other, anchor.published), max(other, anchor.published), "open", exact=False)


def _ago(found: Found, anchor: Anchor) -> Interval:
    if anchor.published is None:
        return UNKNOWN
    return _around(anchor.published, found.get("{unit}") or 0, -_count(found))


def _around(day: date, unit: int, count: int) -> Interval:
    """Some units away, as fine as the unit: a day for days, a week around it for weeks, else the calendar unit."""
    at = _move(day, unit, count)
    if unit in (0, _DAY):
        return one_day(at)
    if unit in (_WEEK, _FORTNIGHT):
        return Interval(at - timedelta(days=3), at + timedelta(days=3), "week", exact=False)
    whole = _calendar(at, unit if unit != _DECADE else _YEAR, 0)
    return Interval(whole.start, whole.end, whole.granularity, exact=False)


def _from_before(found: Found, anchor: Anchor) -> Interval:
    """ "Two days later": counted from the last day, month or year that the report named."""
    unit, count = found.get("{unit}") or _DAY, _count(found) * (found.expression.value or 1)
    if anchor.before is None or anchor.before.start is None or not _fine_enough(anchor.before, unit):
        return UNKNOWN
    if unit != _WEEK:
        return _around(anchor.before.start, unit, count)
    # "A week later" after a dated sentence names the seventh day, give or take, and not seven days.
    at = anchor.before.start + timedelta(weeks=count)
    return Interval(at, at, "day", exact=False)


def _unit_from_before(found: Found, anchor: Anchor) -> Interval:
    """ "The same day", "the following year": the unit that holds the last day named, or its neighbour."""
    unit = found.get("{unit}") or _DAY
    if anchor.before is None or anchor.before.start is None or not _fine_enough(anchor.before, unit):
        return UNKNOWN
    return _calendar(anchor.before.start, unit, found.expression.value or 0)


def _fine_enough(before: Interval, unit: int) -> bool:
    return before.start is not None and before.end is not None and (before.end - before.start).days <= max(unit, 2)


def _month(found: Found, anchor: Anchor) -> Interval:
    number, third = found.get("{month}") or 1, found.get("{third}")
    at = _year_of_month(found, anchor, number)
    if at is None:
        return UNKNOWN
    whole = month(at, number)
    return whole if third is None else third_of(whole, third, anchor.published)


def _year_of_month(found: Found, anchor: Anchor, number: int) -> int | None:
    """The year named, else the nearest that fits the tense; "last April" is the last one that is over."""
    named, today, shift = found.get("{year}"), anchor.published, found.get("{shift}")
    if named is not None or today is None:
        return named
    if shift is not None and found.expression.id == "month-of-year":
        return today.year + shift
    if shift == -1:
        return today.year - (number >= today.month)
    if shift == 1:
        return today.year + (number <= today.month)
    if shift == 0:
        return today.year
    ahead, back = (number - today.month) % 12, (today.month - number) % 12
    # "Met in an October election" of a September: the other direction is near, the tense misleads.
    forward = anchor.forward
    if not anchor.sure:
        forward = ahead <= _NEAR_MONTHS if forward else back > _NEAR_MONTHS
    return today.year + (number < today.month if forward else -(number > today.month))


def _date(found: Found, anchor: Anchor) -> Interval:
    number, days, named = found.get("{month}") or 1, found.all("{day}"), found.get("{year}")
    if named is None:
        named = _year_of_date(found, anchor, number, days[0])
    if named is None:
        date(2000, number, days[-1])  # 31 February is impossible in every year
        return UNKNOWN
    first, last = date(named, number, days[0]), date(named, number, days[-1])
    wanted = found.get("{weekday}")
    if wanted is not None and wanted != first.weekday():
        raise ValueError(f"{first.isoformat()} is not the weekday that stands beside it")
    return Interval(first, max(first, last), "day")


def _year_of_date(found: Found, anchor: Anchor, number: int, day: int) -> int | None:
    """The nearest year in the direction of the tense; a weekday beside the date decides where it fits only one."""
    today, wanted, shift = anchor.published, found.get("{weekday}"), found.get("{shift}")
    if today is None:
        return None
    if shift is not None:
        return today.year + shift
    near = [y for y in (today.year - 1, today.year, today.year + 1) if _fits(y, number, day, wanted)]
    if not near:
        date(today.year, number, day)
        return today.year
    away = {y: (date(y, number, day) - today).days * (1 if anchor.forward else -1) for y in near}
    # In the direction of the tense, unless that is most of a year away and the other is near ("its January 3 alert").
    fitting = [y for y in near if away[y] >= 0 and (anchor.sure or away[y] <= _NEAR_DAYS)]
    return min(fitting or near, key=lambda y: abs(away[y]))


def _fits(number: int, month_number: int, day: int, weekday: int | None) -> bool:
    try:
        at = date(number, month_number, day)
    except ValueError:
        return False
    return weekday is None or at.weekday() == weekday


def _iso(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    named, number, day = *found.all("{year}"), *found.all("{short}")
    return one_day(date(named, number, day))


def _numeral(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    """ "25/12/2018" has one reading, "3/8/2021" two: with no country of the publisher it stays unresolved."""
    first, second, named = found.all("{figure}")
    named += 2000 if named < 100 else 0
    if first == second or second > 12:
        return one_day(date(named, first, second))
    return one_day(date(named, second, first)) if first > 12 else UNKNOWN


def _year(found: Found, anchor: Anchor) -> Interval:
    whole = year(found.get("{year}") or 1)
    third = found.get("{third}")
    return whole if third is None else third_of(whole, third, anchor.published)


def _year_range(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    named = found.all("{year}")
    if not named:
        return UNKNOWN
    short = found.get("{short}")
    last = named[-1] if short is None else named[0] // 100 * 100 + short
    if last < named[0]:
        raise ValueError(f"the range ends in {last}, before it begins")
    return Interval(date(named[0], 1, 1), date(last, 12, 31), "year")


def _decade(found: Found, anchor: Anchor) -> Interval:
    first = found.get("{decade}") or 1
    whole = Interval(date(first, 1, 1), date(first + 9, 12, 31), "decade")
    third = found.get("{third}")
    return whole if third is None else third_of(whole, third, anchor.published)


def _season(found: Found, anchor: Anchor) -> Interval:
    """Seasons of the northern half of the earth, in whole months: never exact."""
    first, third = found.get("{season}") or 3, found.get("{third}")
    named = found.get("{year}") or _year_of_season(found, anchor, first)
    if named is None:
        return UNKNOWN
    whole = months(named, first, 3)
    part = whole if third is None else third_of(whole, third, anchor.published)
    return Interval(part.start, part.end, "quarter", exact=False)


def _year_of_season(found: Found, anchor: Anchor, first: int) -> int | None:
    """ "Last summer" is the last one that is over, "next summer" the first that has not begun."""
    today, shift = anchor.published, found.get("{shift}") or 0
    if today is None:
        return None
    if found.expression.id == "season-of-year":
        return today.year + shift
    # The last month of winter lies in the next year: winter 2010 began in December 2010.
    over, begun = (first + 2) % 12 < today.month and first + 2 <= 12, first <= today.month
    if shift == -1:
        return today.year - (not over)
    return today.year + (shift == 1 and begun)


def _quarter(found: Found, anchor: Anchor) -> Interval:
    named, parts = found.get("{year}"), found.expression.value or 4
    if named is None and anchor.published is not None:
        named = anchor.published.year + (found.get("{shift}") or 0)
    number = found.get("{ordinal}") or 1
    if named is None or number > parts:
        return UNKNOWN
    return months(named, (number - 1) * 12 // parts + 1, 12 // parts)


def _holiday(found: Found, anchor: Anchor) -> Interval:
    code, offset = found.get("{holiday}") or 0, found.expression.value or 0
    return _yearly(found, anchor, lambda y: _holiday_in(code, y) + timedelta(days=offset)) if code else UNKNOWN


def _holiday_in(code: int, number: int) -> date:
    if code == 1:
        return easter(number)
    if code == 3:  # the fourth Thursday of November
        return date(number, 11, 22) + timedelta(days=(3 - date(number, 11, 22).weekday()) % 7)
    return date(number, code // 100, code % 100)


def _good_friday(found: Found, anchor: Anchor) -> Interval:
    return _yearly(found, anchor, lambda y: easter(y) - timedelta(days=2))


def _same_day_each_year(found: Found, anchor: Anchor) -> Interval:
    value = found.expression.value or 101
    return _yearly(found, anchor, lambda y: date(y, value // 100, value % 100))


def _yearly(found: Found, anchor: Anchor, day_in: Callable[[int], date]) -> Interval:
    """A day that comes once a year: in the year named, else the nearest in the direction of the tense."""
    named, today = found.get("{year}"), anchor.published
    if named is not None:
        return one_day(day_in(named))
    if today is None:
        return UNKNOWN
    days = [day_in(y) for y in (today.year - 1, today.year, today.year + 1)]
    if anchor.forward:
        return one_day(next(d for d in days if d >= today))
    return one_day(next(d for d in reversed(days) if d <= today))


def _fixed(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    value = found.expression.value or 10101
    return one_day(date(value // 10000, value // 100 % 100, value % 100))


RESOLVERS: Mapping[str, Callable[[Found, Anchor], Interval]] = {
    "nothing": _nothing,
    "day_offset": _day_offset,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "weekend": _weekend,
    "unit": _unit,
    "to_now": _to_now,
    "from_now": _from_now,
    "recent": _recent,
    "ago": _ago,
    "from_before": _from_before,
    "unit_from_before": _unit_from_before,
    "month": _month,
    "date": _date,
    "iso": _iso,
    "numeral": _numeral,
    "year": _year,
    "year_range": _year_range,
    "decade": _decade,
    "season": _season,
    "quarter": _quarter,
    "holiday": _holiday,
    "good_friday": _good_friday,
    "yearly": _same_day_each_year,
    "fixed": _fixed,
}
