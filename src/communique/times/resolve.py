"""Words of a time expression -> an interval of days, by the day of publication and the direction of the tense.

A resolver returns UNKNOWN where what it hangs on is not known, and raises ValueError for a day that does not exist.
"""

from collections.abc import Callable, Mapping

from communique.times import named, relative
from communique.times.anchor import Anchor
from communique.times.intervals import Interval
from communique.times.match import Found


def resolve(found: Found, anchor: Anchor) -> Interval:
    """The days that an expression names; ValueError for an impossible date such as 31 February."""
    return RESOLVERS[found.expression.resolve](found, anchor)


RESOLVERS: Mapping[str, Callable[[Found, Anchor], Interval]] = {
    "nothing": relative.nothing_days,
    "day_offset": relative.day_offset_days,
    "weekday": relative.weekday_days,
    "weekday_of_week": relative.weekday_of_week_days,
    "weekend": relative.weekend_days,
    "unit": relative.unit_days,
    "to_now": relative.to_now_days,
    "from_now": relative.from_now_days,
    "recent": relative.recent_days,
    "ago": relative.ago_days,
    "ahead": relative.ahead_days,
    "overnight": relative.overnight_days,
    "from_before": relative.from_before_days,
    "unit_from_before": relative.unit_from_before_days,
    "month": named.month_days,
    "date": named.date_days,
    "month_range": named.month_range_days,
    "date_range": named.date_range_days,
    "iso": named.iso_days,
    "numeral": named.numeral_days,
    "year": named.year_days,
    "year_range": named.year_range_days,
    "decade": named.decade_days,
    "season": named.season_days,
    "quarter": named.quarter_days,
    "holiday": named.holiday_days,
    "good_friday": named.good_friday_days,
    "yearly": named.same_day_each_year_days,
    "fixed": named.fixed_days,
}
