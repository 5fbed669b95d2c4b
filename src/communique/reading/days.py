"""Dates as inputs write them -> days; what could be read in two ways is not read."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from communique.types import Day

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d.*)?", re.DOTALL)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"(?:[A-Za-z]{3,9},? )?(?P<day>\d{1,2}) (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?:[A-Za-z]{3,9},? )?(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})")


def read_day(value: str) -> Day | None:
    """The day of an ISO date or date-time, an e-mail date, or a date with the month in English letters.

    The day is the one written, in the time zone written with it. ``None`` for anything else, for a day that does not
    exist, and for numerals such as 3/8/21 that are March 8 to some and August 3 to others.
    """
    value = value.strip()
    iso = _ISO.fullmatch(value)
    if iso:
        return _iso_day(value, iso.group(1))
    written = _DAY_FIRST.fullmatch(value) or _MONTH_FIRST.fullmatch(value)
    if written:
        return _written_day(written)
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _iso_day(value: str, day: str) -> Day | None:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return _known(day) if re.fullmatch(r"[T ]\d{1,2}:\d{2}.{0,30}", value[10:]) else None
    return day


def _known(day: str) -> Day | None:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def _written_day(found: re.Match[str]) -> Day | None:
    month = found["month"].lower()
    if month[:3] not in _MONTHS:
        return None
    return _known(f"{found['year']}-{_MONTHS.index(month[:3]) + 1:02d}-{int(found['day']):02d}")
