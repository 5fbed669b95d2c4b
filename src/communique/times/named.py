"""Times that name a month, a date, a year, a season or a holiday; the tense and the nearest fit give what they leave out."""

from collections.abc import Callable
from datetime import date, timedelta

from communique.times.anchor import Anchor
from communique.times.intervals import UNKNOWN, Interval, easter, month, months, one_day, third_of, year
from communique.times.match import Found

_NEAR_MONTHS, _NEAR_DAYS = 9, 300


def month_days(found: Found, anchor: Anchor) -> Interval:
    """A month, or a third of one."""
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


def month_range_days(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    """ "April to June 2016", "November to February 2019": the year is that of the last month."""
    (first, last), named = found.all("{month}"), found.get("{year}") or 1
    return Interval(month(named - (first > last), first).start, month(named, last).end, "month")


def date_range_days(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    """ "May 3 to June 4, 2019": the year is that of the last day."""
    (first, last), (start, end) = found.all("{month}"), found.all("{day}")
    named = found.get("{year}") or 1
    return Interval(date(named - (first > last), first, start), date(named, last, end), "day")


def date_days(found: Found, anchor: Anchor) -> Interval:
    """A day, or a run of days, of a month."""
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


def iso_days(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    """ "2018-09-29"."""
    named, number, day = *found.all("{year}"), *found.all("{short}")
    return one_day(date(named, number, day))


def numeral_days(found: Found, anchor: Anchor) -> Interval:
    """ "25/12/2018" has one reading; "3/8/2021" the one of the publisher's country, and none where that is not known."""
    first, second, named = found.all("{figure}")
    named += 2000 if named < 100 else 0
    if first > 12 or second > 12 or first == second:
        day, number = (first, second) if first > 12 else (second, first)
    elif anchor.day_first is None:
        return UNKNOWN
    else:
        day, number = (first, second) if anchor.day_first else (second, first)
    return one_day(date(named, number, day))


def year_days(found: Found, anchor: Anchor) -> Interval:
    """A year, or a third of one."""
    whole = year(found.get("{year}") or 1)
    third = found.get("{third}")
    return whole if third is None else third_of(whole, third, anchor.published)


def year_range_days(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    """ "1950-53", "between 2014 and 2016"."""
    named = found.all("{year}")
    if not named:
        return UNKNOWN
    short = found.get("{short}")
    last = named[-1] if short is None else named[0] // 100 * 100 + short
    if last < named[0]:
        raise ValueError(f"the range ends in {last}, before it begins")
    return Interval(date(named[0], 1, 1), date(last, 12, 31), "year")


def decade_days(found: Found, anchor: Anchor) -> Interval:
    """ "The 1990s", or a third of them."""
    first = found.get("{decade}") or 1
    whole = Interval(date(first, 1, 1), date(first + 9, 12, 31), "decade")
    third = found.get("{third}")
    return whole if third is None else third_of(whole, third, anchor.published)


def season_days(found: Found, anchor: Anchor) -> Interval:
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
    if found.get("{shift}") is None:  # "in the spring": the nearest that fits the tense
        return today.year + over if anchor.forward else today.year - (not begun)
    return today.year + (shift == 1 and begun)


def quarter_days(found: Found, anchor: Anchor) -> Interval:
    """ "The first quarter of 2019", "the second half of last year"."""
    named, parts = found.get("{year}"), found.expression.value or 4
    if named is None and anchor.published is not None:  # "the first half of the year" is this year's
        named = anchor.published.year + (found.get("{shift}") or 0)
    number = found.get("{ordinal}") or 1
    if named is None or number > parts:
        return UNKNOWN
    first = (number - 1) * 12 // parts + 1
    today, counted = anchor.published, found.get("{year}") is None and found.get("{shift}") is None
    # In January "the second quarter" of the past is last year's.
    if counted and today is not None and not anchor.forward and first > today.month:
        named -= 1
    return months(named, first, 12 // parts)


def holiday_days(found: Found, anchor: Anchor) -> Interval:
    """A holiday of a fixed or reckoned day, or the day before it."""
    code, offset = found.get("{holiday}") or 0, found.expression.value or 0
    return _yearly(found, anchor, lambda y: _holiday_in(code, y) + timedelta(days=offset)) if code else UNKNOWN


def _holiday_in(code: int, number: int) -> date:
    if code == 1:
        return easter(number)
    if code == 3:  # the fourth Thursday of November
        return date(number, 11, 22) + timedelta(days=(3 - date(number, 11, 22).weekday()) % 7)
    return date(number, code // 100, code % 100)


def good_friday_days(found: Found, anchor: Anchor) -> Interval:
    """Two days before Easter Sunday."""
    return _yearly(found, anchor, lambda y: easter(y) - timedelta(days=2))


def same_day_each_year_days(found: Found, anchor: Anchor) -> Interval:
    """ "New Year's Day"."""
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


def fixed_days(found: Found, anchor: Anchor) -> Interval:  # noqa: ARG001
    """One day of history: "9/11"."""
    value = found.expression.value or 10101
    return one_day(date(value // 10000, value // 100 % 100, value % 100))
