"""Text -> quotations: straight, curly, single, nested, guillemets, over several paragraphs; never raising."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from communique.parse.parsed import Quote
from communique.types import Removed, Span

_DOUBLE = re.compile("``|''|[\"“”„‟«»‹›]")
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s\"“„«(\[–—-])|^)[‘'‚`’](?=[\w\"“„$£€\[…])", re.MULTILINE)
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[])['’](?![\w'’])")
_ELISION = re.compile(r"(?:\d0s|\d\d\b|tis\b|twas\b|em\b|til\b|cause\b|n['’])", re.IGNORECASE)
_POSSESSIVE = re.compile(r"s['’] [a-z]")
_PARTNER = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_ONLY_OPENS = ("“", "„", "‟", "``")
# A quotation whose closing mark comes a few lines on, with none opened between, is one quotation; beyond this many
# newlines a lost mark is likelier than a long speech.
_REACH = 8


class _Mark(Struct, frozen=True):
    """A double mark, and whether the letters round it let it open (a letter follows, none comes before) or close."""

    start: int
    end: int
    text: str
    opens: bool
    closes: bool
    continues: bool = False


def find_quotes(text: str, removed: tuple[Removed, ...] = ()) -> tuple[Quote, ...]:
    """Find the quotations of a text, in order of their start; marks inside removed stretches do not count.

    Paragraphs are separated by newlines. A quotation still open at the end of its paragraph ends there (``closed`` is
    false), unless the next mark in the following paragraphs can only close it.
    """
    if not (_DOUBLE.search(text) or _SINGLE_OPEN.search(text)):
        return ()
    text = _blank(text, removed)
    doubles = _pair_doubles(text)
    return _nest([*doubles, *_pair_singles(text, doubles)])


def _blank(text: str, removed: tuple[Removed, ...]) -> str:
    for r in removed:
        gap = "".join("\n" if c == "\n" else " " for c in text[r.start : r.end])
        text = text[: r.start] + gap + text[r.end :]
    return text


def _pair_doubles(text: str) -> list[Quote]:
    """Pair double marks and guillemets with a stack, settling what is open at each end of a paragraph."""
    quotes: list[Quote] = []
    stack: list[_Mark] = []
    last = 0
    for read in _marks(text):
        mark = read
        if stack and "\n" in text[last : mark.start]:
            mark = _cross(text, stack, mark, last, quotes)
        partner = _partner(stack, mark)
        if partner is not None:
            opened = stack[partner]
            del stack[partner:]
            quotes.append(Quote(span=Span(opened.start, mark.end), continues=opened.continues))
        elif mark.opens:
            stack.append(mark)
        last = mark.end
    return quotes + _unclosed(text, stack)


def _marks(text: str) -> Iterator[_Mark]:
    """Every double mark with the ways in which it can be read; marks side by side are read alike."""
    last: _Mark | None = None
    for m in _DOUBLE.finditer(text):
        start, end = m.span()
        before = text[start - 1] if start else "\n"
        after = text[end] if end < len(text) else "\n"
        if last is not None and last.end == start and last.text == m[0]:
            opens, closes = last.opens, last.closes
        else:
            opens, closes = _ways(m[0], before, after)
        last = _Mark(start, end, m[0], opens, closes)
        yield last


def _ways(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Can this mark open, and can it close, between these two characters?"""
    free_before, free_after = before.isspace() or before in "([{", after.isspace()
    if mark in _ONLY_OPENS:
        return True, mark == "“" and not free_before and not after.isalnum()
    if mark in _PARTNER:
        return mark in "«‹" or (free_before and not free_after), True
    if free_before and free_after:
        # "said " We go " he added": spaces on both sides tell nothing, so it closes what is open, or opens.
        return mark == '"', True
    opens = free_before or (before in "–—-:'‘/" or (before.isalpha() and after.isalpha() and mark == '"'))
    return opens and not free_after, not free_before


def _partner(stack: list[_Mark], mark: _Mark) -> int | None:
    """The place in the stack of the mark that this one closes, or None."""
    if not mark.closes:
        return None
    for i in range(len(stack) - 1, -1, -1):
        opened = stack[i].text
        if _PARTNER.get(mark.text) == opened if mark.text in _PARTNER else opened not in _PARTNER:
            return i
    return None


def _cross(text: str, stack: list[_Mark], mark: _Mark, last: int, quotes: list[Quote]) -> _Mark:
    """A mark in a later paragraph than the one left open: either it closes that, or that ends with its paragraph."""
    gap = text[last : mark.start]
    if mark.closes and not mark.opens and gap.count("\n") <= _REACH:
        del stack[1:]
        return mark
    quotes += _unclosed(text, stack)
    stack.clear()
    repeated = mark.opens and not gap[gap.index("\n") :].strip()
    return _Mark(mark.start, mark.end, mark.text, mark.opens, mark.closes, repeated)


def _unclosed(text: str, stack: list[_Mark]) -> list[Quote]:
    """The outermost quotation left open, up to the end of its paragraph."""
    if not stack:
        return []
    opened = stack[0]
    end = _end_of_paragraph(text, opened.start)
    return [Quote(span=Span(opened.start, end), closed=False, continues=opened.continues)] if end > opened.end else []


def _pair_singles(text: str, doubles: list[Quote]) -> list[Quote]:
    """Pair single marks inside their paragraph and double quotation, telling them from apostrophes."""
    openings = [m.start() for m in _SINGLE_OPEN.finditer(text) if not _ELISION.match(text, m.end())]
    edges = sorted({e for q in doubles for e in (q.span.start, q.span.end - 1)})
    quotes: list[Quote] = []
    done = 0
    for n, start in enumerate(openings):
        if start < done:
            continue
        paragraph_end = _end_of_paragraph(text, start)
        following = openings[n + 1] if n + 1 < len(openings) else len(text)
        end = _closing_single(text, start, min(paragraph_end, following), edges)
        continues = bool(quotes) and not quotes[-1].closed and not text[quotes[-1].span.end : start].strip()
        if _is_left_open(text, start, paragraph_end, following, end):
            quotes.append(Quote(span=Span(start, paragraph_end), closed=False, continues=continues))
        elif end is not None:
            quotes.append(Quote(span=Span(start, end), continues=continues))
            done = end
    return quotes


def _end_of_paragraph(text: str, start: int) -> int:
    end = text.find("\n", start)
    return start + len(text[start : end if end >= 0 else len(text)].rstrip())


def _closing_single(text: str, start: int, limit: int, edges: list[int]) -> int | None:
    """The end of a single quotation: the first closing mark that is no possessive ("the countries' efforts"), if any."""
    ends = [m.end() for m in _SINGLE_CLOSE.finditer(text, start + 2, limit)]
    inside = bisect_left(edges, start)
    ends = [e for e in ends if (bisect_left(edges, e) - inside) % 2 == 0]
    sure = [e for e in ends if not _POSSESSIVE.match(text, e - 2)]
    return next(iter(sure or ends), None)


def _is_left_open(text: str, start: int, paragraph_end: int, following: int, end: int | None) -> bool:
    """Does a single quotation run to the end of its paragraph, with its mark repeated at the start of the next?"""
    if end is not None and not _POSSESSIVE.match(text, end - 2):
        return False
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return begins and following < len(text) and not text[paragraph_end:following].strip()


def _nest(quotes: list[Quote]) -> tuple[Quote, ...]:
    """In order of the text, with depths; one that crosses an earlier one is dropped."""
    out: list[Quote] = []
    around: list[Span] = []
    for q in sorted(quotes, key=lambda q: (q.span.start, -q.span.end)):
        while around and around[-1].end <= q.span.start:
            around.pop()
        if around and q.span.end > around[-1].end:
            continue
        out.append(Quote(span=q.span, depth=len(around), closed=q.closed, continues=q.continues))
        around.append(q.span)
    return tuple(out)
