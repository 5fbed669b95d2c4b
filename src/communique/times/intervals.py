"""Intervals of days and the calendar: pure arithmetic."""

from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

from communique.types import Granularity


class Interval(Struct, frozen=True, gc=False):
    """First and last day, both included; ``exact`` is true where the words fix both."""

    start: date | None
    end: date | None
    granularity: Granularity | None
    exact: bool = True


# An expression: tokens ``[first, last)`` and the days that they name.
Row = tuple[int, int, Interval]
UNKNOWN = Interval(None, None, None, False)


def one_day(day: date) -> Interval:
    """A day as an interval."""
    return Interval(day, day, "day")


def week_of(day: date) -> Interval:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6), "week")


def month(year: int, number: int) -> Interval:
    """A calendar month; numbers outside 1 to 12 run into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def months(year: int, first: int, count: int) -> Interval:
    """A run of calendar months."""
    return Interval(month(year, first).start, month(year, first + count - 1).end, "quarter" if count < 12 else "year")


def year(number: int) -> Interval:
    """A calendar year."""
    return Interval(date(number, 1, 1), date(number, 12, 31), "year")


def add_months(day: date, count: int) -> date:
    """The same day some months away, or the last of that month where it is shorter."""
    year_on, number = day.year + (day.month - 1 + count) // 12, (day.month - 1 + count) % 12 + 1
    return date(year_on, number, min(day.day, monthrange(year_on, number)[1]))


def easter(number: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous method)."""
    a, b, c = number % 19, number // 100, number % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(number, f // 31, f % 31 + 1)


def third_of(whole: Interval, third: int, today: date | None) -> Interval:
    """Early (1), mid (2) or late (3) in an interval; what of it has gone by (4) or is left (5) as of a day.

    Whole months where these divide by three ("early 2021" is January to April), else days ("early March": the 1st to 10th).
    """
    if whole.start is None or whole.end is None:
        return whole
    if third in (4, 5):
        return up_to_now(whole, today, past=third == 4)
    span = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month + 1
    if span > 1 and span % 3 == 0 and whole.start.day == 1 and (whole.end + timedelta(days=1)).day == 1:
        part = months(whole.start.year, whole.start.month + (third - 1) * span // 3, span // 3)
        return Interval(part.start, part.end, whole.granularity, exact=False)
    length = (whole.end - whole.start).days + 1
    first = whole.start + timedelta(days=length * (third - 1) // 3)
    last = whole.start + timedelta(days=length * third // 3 - 1)
    return Interval(first, last, whole.granularity, exact=False)


def up_to_now(whole: Interval, today: date | None, *, past: bool) -> Interval:
    """The part of a running interval before today, or after it; others are left as they are."""
    if today is None or whole.start is None or whole.end is None or not whole.start <= today <= whole.end:
        return whole
    if past:
        return Interval(whole.start, today, whole.granularity, exact=False)
    return Interval(today, whole.end, whole.granularity, exact=False)
