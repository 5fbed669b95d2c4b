"""Hover cards glued into a sentence: "Lena OrskLena OrskOrsk defends treaty ... MORE on Monday met her counterpart"."""

import re
from collections.abc import Iterator

from communique.data.debris import CardRule
from communique.types import Removed

_GLUE = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z]|[^\W\d_a-z])")
_WORDS_OF_NAME = 6
_LONGEST_WORD = 40


def find_cards(text: str, rule: CardRule) -> Iterator[Removed]:
    """Each card of the text: from where a name repeats itself with no space through the word that closes the card."""
    at = 0
    for glue in _GLUE.finditer(text):
        if glue.start() < at or not text[glue.start()].isupper():
            continue
        repeated = _repetition(text, glue.start())
        end = repeated and _closed(text, glue.start(), repeated, rule)
        if end:
            yield Removed(start=glue.start(), end=end, reason=rule.id)
            at = end


def _repetition(text: str, glue: int) -> int | None:
    """Where the repetition of the name that ends at ``glue`` ends, if headlines are glued to it in their turn.

    A page may repeat the name in full ("Tom McHaleThomas (Tom) Ian McHaleMcHale to visit"): the family name decides.
    """
    start = _word_start(text, glue)
    family = text[start:glue]
    if len(family) < 3 or not family[0].isupper():
        return None
    found = text.find(family, glue, glue + 80)
    end = found + len(family)
    if found < 0 or "\n" in text[glue:end] or not _is_glued(text, end):
        return None
    return end if _is_name(text[glue:found], text[max(0, start - 1) : start]) else None


def _word_start(text: str, end: int) -> int:
    start, first = end, max(0, end - _LONGEST_WORD)
    while start > first and (text[start - 1].isalpha() or text[start - 1] in "-’'"):
        start -= 1
    return start


def _is_glued(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isupper() or text[end].isdigit() or text[end] in "“‘\"'")


def _is_name(given: str, before: str) -> bool:
    """Whether ``given`` (what stands before the family name in the repetition) is made of given names.

    Without given names, the repeated word must be the whole name, and a long one: "NATONATO ..." is no glue at all.
    """
    words = given.split()
    if not words:
        return not before.endswith(("-", "–"))
    single = all(re.fullmatch(r"[(“\"]?[^\W\d_][^\W\d_A-Z]*\.?[’'-]?[^\W\d_]*[)”\"]?", word) for word in words)
    return single and len(words) < _WORDS_OF_NAME and given[0].isupper() and given[-1] in " -"


def _closed(text: str, start: int, repeated: int, rule: CardRule) -> int | None:
    """The end of the first closing word that stands free of letters, within the bound and on the same line."""
    stop = min(len(text), start + rule.longest)
    line = text.find("\n", repeated, stop)
    for found in rule.closers.finditer(text, repeated, line if line >= 0 else stop):
        after = text[found.end() : found.end() + 1]
        before = text[found.start() - 1]
        if not (after.isalnum() or (before.isalnum() and before.isupper())):
            return found.end()
    return None
