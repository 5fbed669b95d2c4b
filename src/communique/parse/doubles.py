"""Double quotation marks and guillemets in pairs, told by the letters round them."""

import re
from collections.abc import Iterator

from msgspec import Struct

from communique.parse.parsed import Quote
from communique.parse.unclosed import end_unclosed
from communique.types import Span

_DOUBLE = re.compile("``|''|[\"“”„‟«»‹›]")
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


def find_doubles(text: str) -> list[Quote]:
    """Pair double marks and guillemets with a stack, settling what is open at each end of a paragraph."""
    quotes: list[Quote] = []
    stack: list[_Mark] = []
    inside: dict[int, int] = {}
    last = 0
    for read in _marks(text):
        mark = read
        if stack and "\n" in text[last : mark.start]:
            mark = _cross(text, stack, inside, mark, last, quotes)
        partner = _partner(stack, mark)
        if partner is not None:
            opened = stack[partner]
            del stack[partner:]
            quotes.append(Quote(span=Span(opened.start, mark.end), continues=opened.continues))
        elif mark.opens:
            if stack:
                inside.setdefault(stack[-1].start, mark.start)
            stack.append(mark)
        last = mark.end
    return quotes + _unclosed(text, stack, inside)[0]


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


def _cross(text: str, stack: list[_Mark], inside: dict[int, int], mark: _Mark, last: int, quotes: list[Quote]) -> _Mark:
    """A mark in a later paragraph than the one left open: either it closes that, or that ends with its paragraph."""
    gap = text[last : mark.start]
    if mark.closes and not mark.opens and gap.count("\n") <= _REACH:
        del stack[1:]
        return mark
    ended, runs_on = _unclosed(text, stack, inside)
    quotes += ended
    stack.clear()
    repeated = mark.opens and not gap[gap.index("\n") :].strip() and runs_on
    return _Mark(mark.start, mark.end, mark.text, mark.opens, mark.closes, repeated)


def _unclosed(text: str, stack: list[_Mark], inside: dict[int, int]) -> tuple[list[Quote], bool]:
    """The quotations left open (the outermost, and what opens after its end), and whether the last runs on to the end of
    its paragraph."""
    quotes: list[Quote] = []
    done, runs_on = 0, False
    for opened in stack:
        if opened.start < done:
            continue
        done, runs_on = end_unclosed(text, opened.start, inside.get(opened.start))
        if done > opened.end:
            quotes.append(Quote(span=Span(opened.start, done), closed=False, continues=opened.continues))
    return quotes, runs_on
