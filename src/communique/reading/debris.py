"""Text -> the stretches of it that are no part of the story, each with the id of the rule that found it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from communique.data.debris import DebrisRules, LineRule, ListRule
from communique.reading.cards import find_cards
from communique.types import Removed, Span

_LINE = re.compile(r"[^\r\n]+")
_NEXT = re.compile(r"[.!?]['\"”’)]?\s+(?=[(\[]?[A-Z])")  # before a further sentence
_FINAL = re.compile(r"[.!?…;]['\"”’)]*$")

Line = tuple[int, int, str]


def find_debris(text: str, rules: DebrisRules, title: str | None = None) -> tuple[Removed, ...]:
    """Debris in order, without overlaps; where two rules claim a place, lists and lines go before cards and credits."""
    lines = tuple(_lines(text))
    found: list[Removed] = []
    found += _repeated_title(lines, title)
    found += _lists(lines, rules)
    found += _whole_lines(lines, rules)
    found += (card for rule in rules.card for card in find_cards(text, rule))
    found += _inside(text, rules)
    return _without_overlaps(found)


def find_note(text: str, rules: DebrisRules) -> Span | None:
    """Where the publisher corrects the report, the first place if there are several: a paragraph, or the end of one."""
    for start, end, line in _lines(text):
        for at in (0, *(found.end() for found in _NEXT.finditer(line))):
            if any(rule.pattern.fullmatch(line, at) for rule in rules.note):
                return Span(start + at, end)
    return None


def _lines(text: str) -> Iterator[Line]:
    """The lines that are not blank, without the white space round them."""
    for found in _LINE.finditer(text):
        line = found.group().strip()
        if line:
            start = found.start() + len(found.group()) - len(found.group().lstrip())
            yield start, start + len(line), line


def _repeated_title(lines: tuple[Line, ...], title: str | None) -> Iterator[Removed]:
    """The first line where it is the title, or the title up to the publisher's name ("Orsk meets Hale - Courier")."""
    wanted, first = _plain(title or ""), _plain(lines[0][2]) if len(lines) > 1 else ""
    if first and (wanted == first or wanted.startswith(tuple(f"{first} {mark} " for mark in "-–—|"))):
        yield Removed(start=lines[0][0], end=lines[0][1], reason="repeated-title")


def _plain(line: str) -> str:
    """A headline with what does not tell it from another one taken away: Markdown's mark, quotes, case, spaces."""
    flat = line.lstrip("# ").translate(str.maketrans("‘’“”", "''\"\"")).strip(" .*_").casefold()
    return " ".join(flat.split())


def _lists(lines: tuple[Line, ...], rules: DebrisRules) -> Iterator[Removed]:
    at = -1
    for i, (start, end, line) in enumerate(lines):
        rule = next((r for r in rules.list if len(line) < 60 and r.pattern.fullmatch(line)), None) if i > at else None
        if rule:
            at = _last_headline(lines, i, rule)
            yield Removed(start=start, end=lines[at][1] if at > i else end, reason=rule.id)


def _last_headline(lines: tuple[Line, ...], marker: int, rule: ListRule) -> int:
    """The index of the last of the headlines that follow a marker line; the marker's own where none does."""
    last = marker
    while last + 1 < len(lines) and last - marker < rule.most and _is_headline(lines[last + 1][2], rule.longest):
        last += 1
    return last


def _is_headline(line: str, longest: int) -> bool:
    """Short, no final stop, and written as headlines are: two thirds of its longer words begin with a capital."""
    if len(line) > longest or _FINAL.search(line):
        return False
    words = [word.lstrip("“‘\"'(") for word in line.split()]
    long_words = [word for word in words if len(word) > 3]
    capital = sum(word[0].isupper() or word[0].isdigit() for word in long_words)
    return len(words) >= 3 and len(long_words) > 0 and capital * 3 >= len(long_words) * 2


def _whole_lines(lines: tuple[Line, ...], rules: DebrisRules) -> Iterator[Removed]:
    for i, (start, end, line) in enumerate(lines):
        places = {"any"} | ({"top"} if i < rules.top else set()) | ({"end"} if i >= len(lines) - rules.end else set())
        rule = next((r for r in rules.line if r.where in places and _matches(r, line)), None)
        if rule:
            yield Removed(start=start, end=end, reason=rule.id)


def _matches(rule: LineRule, line: str) -> bool:
    if len(line) > rule.longest or not rule.pattern.fullmatch(line):
        return False
    return not (rule.unless and rule.unless.search(line))


def _inside(text: str, rules: DebrisRules) -> Iterator[Removed]:
    for rule in rules.inline:
        for found in rule.pattern.finditer(text):
            yield Removed(start=found.start(), end=found.end(), reason=rule.id)


def _without_overlaps(found: Iterable[Removed]) -> tuple[Removed, ...]:
    """Keeps the first of those that overlap, in the order in which they were found; gives them by place."""
    kept: list[Removed] = []
    for one in found:
        at = bisect_left(kept, one.end, key=_start)
        if not at or kept[at - 1].end <= one.start:
            kept.insert(at, one)
    return tuple(kept)


def _start(one: Removed) -> int:
    return one.start
