"""When words were said: by the cue, by what stands beside it, by the document or talk that they came in."""

from datetime import date

from communique.clauses.clauses import Predicate
from communique.statements.chain import beside_cue, form_at
from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.times import date_of
from communique.types import Date

_OLD = 31  # days: what "says" or "condemns" tells is no older
_OPENING = frozenset({"in", "at", "during", "on", "by", "to"})


def day_of(page: Page, d: Draft) -> Date | None:
    """The day on which a draft's words were said, or None; never the day of what they tell."""
    p = d.predicate
    if p is None:
        return _in_source(page, d)
    found = date_of(page.times, page.clauses, p) or _beside(page, d, p) or _in_form(page, d, p)
    return None if found is not None and _is_too_old(page, p, found) else found


def _beside(page: Page, d: Draft, p: Predicate) -> Date | None:
    """ "..., he said while addressing the press ON MONDAY"."""
    inside = range(page.at(d.content.start), page.at(d.content.end))
    found = (date_of(page.times, page.clauses, b) for b in beside_cue(page, p) if b.head not in inside)
    return next((f for f in found if f is not None), None)


def _in_form(page: Page, d: Draft, p: Predicate) -> Date | None:
    """ "In its MAY 3 alert", "in his FRIDAY sermon", "in a letter dated May 3"."""
    heads = [h for a in p.arguments if a.role in _OPENING for h in a.heads if form_at(page, h) is not None]
    for h in heads:
        span = page.clauses.phrases.get(h)
        if span is None or d.content.start <= page.tokens[h].start < d.content.end:
            continue
        found = _within(page, page.at(span.start), page.at(span.end))
        if found is not None:
            return found
    return None


def _in_source(page: Page, d: Draft) -> Date | None:
    """ "According to officials ON SATURDAY, ..."."""
    if d.rule != "according-to" or d.cue is None:
        return None
    first, (_, end) = page.at(d.cue.end), page.sentence_of(d.place)
    last = next((i for i in range(first, end) if page.tokens[i].text in {",", ";"}), end)
    inside = range(page.at(d.content.start), page.at(d.content.end))
    return None if first in inside or last > first + 12 else _within(page, first, last)


def _within(page: Page, first: int, last: int) -> Date | None:
    """The time that some words name, if they name a day that is past."""
    numbers = {n for i in range(first, last) if (n := page.times.by_token.get(i)) is not None}
    published = page.clauses.parsed.report.published
    days = [t for n in sorted(numbers) if (t := page.times.times[n]).start is not None and t.start == t.end]
    days = [t for t in days if published is None or (t.start or "") <= published]
    if len(days) != 1:
        return None
    t = days[0]
    return Date(start=t.start, end=t.end, granularity=t.granularity, basis="stated", text=t.text, span=t.span)


def _is_too_old(page: Page, p: Predicate, found: Date) -> bool:
    """ "On the eve of the anniversary of the raid of May 2020, we condemn ...": what one says now was not said then."""
    published = page.clauses.parsed.report.published
    if p.tense != "present" or p.perfect or found.end is None or published is None:
        return False
    return (date.fromisoformat(published) - date.fromisoformat(found.end)).days > _OLD
