"""Raw text -> the text that is parsed: debris and odd white space taken out, and the way back to raw offsets."""

import re
from statistics import median

from msgspec import Struct

from communique.types import Removed

# Words set apart by single spaces; anything else (runs of spaces, no-break spaces, invisible marks) becomes one space.
_RUN = re.compile(r"[^\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]+(?: [^\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]+)*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_ENDED = re.compile(r"[.?!:;\"”’»)\]]\s*$")


class Segment(Struct, frozen=True, gc=False):
    """A stretch that stands unchanged at ``raw`` in the report and at ``clean`` in the text that is parsed."""

    raw: int
    clean: int
    length: int
    paragraph: int


class CleanText(Struct, frozen=True):
    """The text that is parsed, and where each of its stretches came from."""

    text: str
    segments: tuple[Segment, ...]


def clean_text(text: str, removed: tuple[Removed, ...]) -> CleanText:
    """The text without debris, with one space between words, whatever stood there."""
    segments: list[Segment] = []
    pieces: list[str] = []
    length = 0
    for number, (start, end) in enumerate(_paragraphs(text)):
        for first, last in _without(start, end, removed):
            for run in _RUN.finditer(text, first, last):
                segments.append(Segment(run.start(), length, run.end() - run.start(), number))
                pieces.append(run.group())
                length += run.end() - run.start() + 1
    return CleanText(" ".join(pieces), tuple(segments))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Lines are paragraphs, unless the text is wrapped at a fixed width: then blank lines part them."""
    marks = [
        (m.start(), m.end()) for m in (_BLANK_LINE.finditer(text) if _is_wrapped(text) else re.finditer("\n", text))
    ]
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(text)]
    return [(s, e) for s, e in zip(starts, ends, strict=True) if e > s]


def _is_wrapped(text: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 6 or not 45 <= median(map(len, lines)) <= 110 or max(map(len, lines)) > 130:
        return False
    return sum(not _ENDED.search(line) for line in lines) > 0.6 * len(lines)


def _without(start: int, end: int, removed: tuple[Removed, ...]) -> list[tuple[int, int]]:
    out = []
    for gap in removed:
        if gap.end <= start or gap.start >= end:
            continue
        if gap.start > start:
            out.append((start, gap.start))
        start = max(start, gap.end)
    return [*out, (start, end)] if start < end else out
