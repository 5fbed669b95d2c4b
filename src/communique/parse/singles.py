"""Single quotation marks in pairs, told from apostrophes."""

import re
from bisect import bisect_left

from communique.parse.parsed import Quote
from communique.parse.unclosed import end_of_paragraph, find_trace
from communique.types import Span

_OPEN = re.compile(r"(?:(?<=[\s\"“„«(\[–—-])|^)[‘'‚`’](?=[\w\"“„$£€\[…])", re.MULTILINE)
_CLOSE = re.compile(r"(?<=[^\s(\[])['’](?!\w)")
_ELISION = re.compile(r"(?:\d0s|\d\d\b|tis\b|twas\b|em\b|til\b|cause\b|n['’])", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[sS]['’] [a-z]")
_CLOSE_SPEECH = re.compile(r"(?<=[.,?!…])['’](?!\w)")
_LEADS = re.compile(r"[,:]\s$")
# How many newlines on a quotation may still be closed by the next mark.
_REACH = 4


def find_singles(text: str, doubles: list[Quote]) -> list[Quote]:
    """Pair single marks inside their paragraph and double quotation.

    A stack pairs them, so that single marks may stand in single marks; possessives ("the countries' efforts") close
    only what nothing else does.
    """
    edges = sorted({e for q in doubles for e in (q.span.start, q.span.end - 1)})
    openings = [m.start() for m in _OPEN.finditer(text) if not _ELISION.match(text, m.end())]
    quotes: list[Quote] = []
    at = 0
    while at < len(openings):
        end = end_of_paragraph(text, openings[at])
        count = bisect_left(openings, end, at)
        following = openings[count] if count < len(openings) else None
        quotes += _pair(text, openings[at:count], end, following, edges, _open_end(text, quotes))
        at = count
    return quotes


def _open_end(text: str, quotes: list[Quote]) -> int | None:
    """Where the last quotation was left open, at the end of its paragraph; None if it was not."""
    if not quotes or quotes[-1].closed or quotes[-1].span.end != end_of_paragraph(text, quotes[-1].span.start):
        return None
    return quotes[-1].span.end


def _pair(
    text: str, openings: list[int], end: int, following: int | None, edges: list[int], left: int | None
) -> list[Quote]:
    """The quotations of one paragraph, in the order of the text; ``left`` is where the one before was left open."""
    closings = [
        m.start() for m in _CLOSE.finditer(text, openings[0] + 2, end) if not _is_double(text, m.start(), edges)
    ]
    found: dict[int, tuple[int, bool]] = {}
    stack: list[int] = []
    for place in sorted({*openings, *closings}):
        if place in closings and stack and not _POSSESSIVE.match(text, place - 1) and place > stack[-1] + 1:
            if _is_level(edges, stack[-1], place + 1):
                found[stack.pop()] = (place + 1, True)
        elif place in openings:
            stack.append(place)
    for n, start in enumerate(stack):
        limit = stack[n + 1] if n + 1 < len(stack) else end
        late = _close_late(text, start, limit, end, following, [c for c in closings if _is_level(edges, start, c + 1)])
        if late is not None:
            found[start] = late
    first = openings[0]
    goes_on = left is not None and not text[left:first].strip()
    return [
        Quote(span=Span(start, stop), closed=closed, continues=goes_on and start == first)
        for start, (stop, closed) in sorted(found.items())
    ]


def _is_double(text: str, at: int, edges: list[int]) -> bool:
    """Is a mark one half of a double mark ('') that closes or opens a quotation?"""
    near = {at, at + 1} if text[at - 1] != text[at] else {at}
    return text[at : at + 1] == "'" and any(_holds(edges, e) and "''" in text[e - 1 : e + 1] for e in near)


def _holds(edges: list[int], offset: int) -> bool:
    i = bisect_left(edges, offset)
    return i < len(edges) and edges[i] == offset


def _is_level(edges: list[int], start: int, end: int) -> bool:
    """Do two marks stand in the same double quotation?"""
    return (bisect_left(edges, end) - bisect_left(edges, start)) % 2 == 0


def _close_late(
    text: str, start: int, limit: int, end: int, following: int | None, closings: list[int]
) -> tuple[int, bool] | None:
    """The end of a quotation that no sure mark closes, and whether a mark does: it runs on to the end of its paragraph
    where the next paragraph takes it up, ends where a lost mark left its trace, or ends at a possessive."""
    trace = find_trace(text, start + 2, end) if _leads(text, start) else None
    if trace is not None:
        return trace, False
    if following is not None and not text[end:following].strip():
        return end, False
    weak = [c for c in closings if start + 1 < c < limit]
    if weak:
        return weak[0] + 1, True
    return _close_beyond(text, end, following or len(text)) if _leads(text, start) else None


def _close_beyond(text: str, end: int, following: int) -> tuple[int, bool] | None:
    """The end of a quotation that one of the next paragraphs closes, with none opened between."""
    m = _CLOSE_SPEECH.search(text, end, following)
    return (m.end(), True) if m is not None and text.count("\n", end, m.start()) <= _REACH else None


def _leads(text: str, start: int) -> bool:
    """Does a mark open at the start of a paragraph, or after a comma or colon, as speech does?"""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not line.strip() or _LEADS.search(line) is not None
