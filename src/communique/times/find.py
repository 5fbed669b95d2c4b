"""Clauses -> Times: match, resolve, bound and join expressions, and hang each on its predicate."""

from datetime import date, timedelta

from communique.clauses.clauses import Clauses
from communique.data.times import TimeRules, TimeVerbs
from communique.parse.parsed import Token
from communique.times.anchor import Anchor
from communique.times.attach import attach, governor
from communique.times.frames import find_frames
from communique.times.intervals import UNKNOWN, Interval, Row
from communique.times.match import Found, match_times
from communique.times.oddities import find_oddities
from communique.times.resolve import resolve
from communique.times.tense import direction
from communique.times.times import Times
from communique.types import Day, Problem, Span, Time

_BOUNDS = frozenset({"since", "until", "till", "before", "after"})
_JOINS = frozenset({"to", "until", "till", "through", "-", "–", "—", "and"})
_DATELINE_TOKENS = 40
_CHAIN = 3
ISO3 = 3
WEEK = timedelta(weeks=1)


def find_times(clauses: Clauses, rules: TimeRules, country: str | None = None) -> Times:
    """Every time expression of a report; ``country`` is the publisher's, by which dates in figures are read.

    Relative expressions count from ``report.published``; without it, from a full date at the head of the report
    ("Monday, May 18, 2015"); without that, they keep their words and have no days.
    """
    tokens = clauses.parsed.tokens
    rows, problems = _rows(clauses, match_times(tokens, rules), rules, _day_first(rules, country))
    rows = _join(tokens, rows, clauses.parsed.report.published)
    problems += find_oddities(clauses, rows)
    times = tuple(_time(clauses, row) for row in rows)
    of_predicate = attach(clauses, times, [(first, last) for first, last, _ in rows], rules.verbs)
    return Times(
        verbs=rules.verbs,
        times=times,
        by_token={t: n for n, (first, last, _) in enumerate(rows) for t in range(first, last)},
        of_predicate=of_predicate,
        frames=find_frames(clauses, times, of_predicate, rules.verbs),
        problems=tuple(problems),
    )


def _day_first(rules: TimeRules, country: str | None) -> bool | None:
    if country is None or len(country) != ISO3 or country in rules.either_first:
        return None
    return country not in rules.month_first


def _rows(
    clauses: Clauses, found: tuple[Found, ...], rules: TimeRules, day_first: bool | None
) -> tuple[list[Row], list[Problem]]:
    """Each expression with its days; one that counts from the day named last finds it among those before."""
    tokens, published = clauses.parsed.tokens, _published(clauses, found)
    rows: list[Row] = []
    problems: list[Problem] = []
    named: list[tuple[int, Interval]] = []
    for f in found:
        sentence = tokens[f.first].sentence
        ahead, sure = _direction(clauses, f, rules.verbs)
        if f.expression.only_ahead and not ahead:
            continue
        before = _named_before(named, sentence, None if ahead else published)
        interval, problem = _resolve(clauses, f, Anchor(published, ahead, sure, before, day_first))
        problems += [problem] if problem is not None else []
        named += [(sentence, interval)] if interval.start is not None else []
        first, interval = _with_bound(tokens, f, interval, published)
        rows.append((first, f.last, interval))
    return rows, problems


def _published(clauses: Clauses, found: tuple[Found, ...]) -> date | None:
    """The day of publication: given, or the full date of a date line at the head of the report."""
    given = clauses.parsed.report.published
    if given is not None:
        return date.fromisoformat(given[:10])
    for f in found:
        if f.first >= _DATELINE_TOKENS:
            return None
        if f.expression.resolve in ("date", "iso") and f.get("{year}") is not None:
            return _resolve(clauses, f, Anchor(None))[0].start if _is_date_line(clauses, f) else None
    return None


def _is_date_line(clauses: Clauses, f: Found) -> bool:
    """Does a date stand alone in its line, or between a place in capitals and a dash?"""
    text, tokens = clauses.parsed.report.text, clauses.parsed.tokens
    start, end = tokens[f.first].start, tokens[f.last - 1].end
    head = text[text.rfind("\n", 0, start) + 1 : start].strip(" ,")
    rest = text[end : end + 30].split("\n")[0]
    if not head:
        return not rest.strip(" .")
    return head.isupper() and any(dash in rest for dash in ("—", "–", "--", " - "))


def _direction(clauses: Clauses, f: Found, verbs: TimeVerbs) -> tuple[bool, bool]:
    """Does the tense of its clause put a time after the day of publication, and is that sure?"""
    marker = clauses.parsed.tokens[f.first - 1].lower if f.first else None
    return direction(clauses, governor(clauses, f.first, f.last), f.first, marker, verbs)


def _named_before(named: list[tuple[int, Interval]], sentence: int, latest: date | None) -> Interval | None:
    """The last interval that was named in the sentences just before; for what is past, one that is past itself."""
    for at, interval in reversed(named):
        if sentence - at > _CHAIN:
            return None
        if latest is None or (interval.start is not None and interval.start <= latest):
            return interval
    return None


def _resolve(clauses: Clauses, f: Found, anchor: Anchor) -> tuple[Interval, Problem | None]:
    try:
        return resolve(f, anchor), None
    except (ValueError, OverflowError) as error:
        tokens = clauses.parsed.tokens
        span = Span(tokens[f.first].start, tokens[f.last - 1].end)
        words = clauses.parsed.report.text[span.start : span.end]
        message = f"the date {words!r} does not exist ({error}): it is kept without days; check the report"
        return UNKNOWN, Problem(stage="times", span=span, message=message)


def _with_bound(
    tokens: tuple[Token, ...], f: Found, interval: Interval, published: date | None
) -> tuple[int, Interval]:
    """ "Since 2006" runs to the day of publication; "until", "before" and "after" leave one end open."""
    before = tokens[f.first - 1].lower if f.first and tokens[f.first - 1].sentence == tokens[f.first].sentence else ""
    modifies = any(tokens[i].head >= f.last for i in range(f.first, f.last))  # "after June's meeting"
    if before not in _BOUNDS or modifies or interval.start is None or interval.end is None:
        return f.first, interval
    first = f.first - 1
    if before == "since":
        last = published if published is not None and interval.start <= published else None
        return first, Interval(interval.start, last, "open", exact=False)
    if before == "after":
        on = first > 1 and [t.lower for t in tokens[first - 2 : first]] == ["on", "and"]  # "on and after July 11"
        return first, Interval(interval.start if on else interval.end, None, "open", exact=False)
    return first, Interval(None, interval.end, "open", exact=False)


def _join(tokens: tuple[Token, ...], rows: list[Row], published: Day | None) -> list[Row]:
    """ "From Monday to Wednesday", "between May 3 and June 4": one row in place of two."""
    out: list[Row] = []
    for row in rows:
        joint = _joint(tokens, out[-1], row, published) if out else None
        if joint is None:
            out.append(row)
        else:
            out[-1] = (out[-1][0], row[1], joint)
    return out


def _joint(tokens: tuple[Token, ...], a: Row, b: Row, published: Day | None) -> Interval | None:
    """From the start of one interval to the end of the next, where a word between them joins them."""
    word = tokens[b[0] - 1].lower
    lead = tokens[a[0] - 1].lower if a[0] else ""
    if a[1] != b[0] - 1 or word not in _JOINS or (word == "and" and lead != "between"):
        return None
    start, end = a[2].start, b[2].end
    if start is None or end is None:
        return None
    if timedelta(0) < start - end < WEEK:  # "from Sunday through Tuesday" in a report of Monday
        past = published is not None and end.isoformat() < published
        start, end = (start - WEEK, end) if past else (start, end + WEEK)
    if start > end:  # "between May 3 and June 4, 2019": the year stands at the second
        start = date(end.year, start.month, min(start.day, 28))
    return Interval(start, end, b[2].granularity, a[2].exact and b[2].exact) if start <= end else None


def _time(clauses: Clauses, row: Row) -> Time:
    tokens, (first, last, interval) = clauses.parsed.tokens, row
    span = Span(tokens[first].start, tokens[last - 1].end)
    return Time(
        span=span,
        text=clauses.parsed.report.text[span.start : span.end],
        start=None if interval.start is None else interval.start.isoformat(),
        end=None if interval.end is None else interval.end.isoformat(),
        granularity=interval.granularity,
        exact=interval.exact,
    )
