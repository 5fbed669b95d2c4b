"""What is odd about the dates of a report: kept as read, and told."""

from collections.abc import Iterator
from datetime import date

from communique.clauses.clauses import Clauses
from communique.times.intervals import Row
from communique.types import Problem, Span

# A dateline more than this many days from the day of publication contradicts it.
DATELINE_DAYS = 31
DATELINE_TOKENS = 12
# Plans reach further than this only by a slip of the pen ("in 2202").
YEARS_AHEAD = 60


def find_oddities(clauses: Clauses, rows: list[Row]) -> list[Problem]:
    """Years far ahead, a dateline that contradicts the day of publication, days that hang on one that is not known."""
    published = clauses.parsed.report.published
    day = None if published is None else date.fromisoformat(published[:10])
    found = [*_far_ahead(clauses, rows, day), *_dateline(clauses, rows, day)]
    if day is None and (open_rows := [row for row in rows if row[2].start is None and row[2].end is None]):
        message = (
            f"times without days: {len(open_rows)}; they count from a day of publication that is not known, or from an event "
            "without a date; give the day with --published"
        )
        found.append(Problem(stage="times", span=_span(clauses, open_rows[0]), message=message))
    return found


def _far_ahead(clauses: Clauses, rows: list[Row], published: date | None) -> Iterator[Problem]:
    latest = (published or date.today()).year + YEARS_AHEAD
    for row in rows:
        start = row[2].start
        if start is not None and start.year > latest:
            message = f"the year {start.year} lies more than {YEARS_AHEAD} years ahead: check the report"
            yield Problem(stage="times", span=_span(clauses, row), message=message)


def _dateline(clauses: Clauses, rows: list[Row], published: date | None) -> Iterator[Problem]:
    """ "MOSCOW, April 13 (Agency) -" of a report that says it was published in June."""
    if not rows or published is None:
        return
    (first, last, interval), tokens = rows[0], clauses.parsed.tokens
    in_capitals = first > 1 and tokens[0].text.isupper() and tokens[first - 1].text == ","
    if last > DATELINE_TOKENS or not in_capitals or interval.start is None or interval.start != interval.end:
        return
    if abs((published - interval.start).days) > DATELINE_DAYS:
        message = f"the dateline says {interval.start}, the day of publication is {published}: check which is right"
        yield Problem(stage="times", span=_span(clauses, rows[0]), message=message)


def _span(clauses: Clauses, row: Row) -> Span:
    return Span(clauses.parsed.tokens[row[0]].start, clauses.parsed.tokens[row[1] - 1].end)
