"""Clauses -> Times: time expressions as intervals of days, read by the day of publication and the tense."""

from communique.times.find import find_times
from communique.times.inherit import date_of
from communique.times.times import Times

__all__ = ["Times", "date_of", "find_times"]
