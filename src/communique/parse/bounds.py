"""Where sentences may and may not begin, said to the parser before it parses.

The parser alone starts sentences at P 97, R 88 on news (notes in docs/accuracy.md) and breaks some after "U.S." and at
quotation marks; what punctuation makes certain is therefore set for it, and only the rest is its own decision.
"""

from communique.data.bounds import Bounds

_ENDS = frozenset(".?!…")
_OPENERS = frozenset('“"‘«[(')
_NEVER_FIRST = frozenset(",;:)]”’»%")
_CLOSERS = frozenset("\"”’'»)]")


_BEGINS, _DECIDE, _NEVER = 1, 0, -1  # the values that spaCy's SENT_START attribute takes


def starts(words: list[str], paragraphs: list[int], bounds: Bounds) -> list[int]:
    """For each word: 1 where a sentence begins, -1 where none may, 0 where the parser decides."""
    out = [_BEGINS] if words else []
    for i in range(1, len(words)):
        out.append(_BEGINS if paragraphs[i] != paragraphs[i - 1] else _start(words, i, bounds))
    return out


def _start(words: list[str], i: int, bounds: Bounds) -> int:
    word, before = words[i], words[i - 1]
    if word[0].islower() or word[0] in _NEVER_FIRST or before in bounds.titles:
        return _NEVER
    if before in bounds.initialisms:
        return _DECIDE if word in bounds.openers else _NEVER
    if before in _ENDS and (word[0].isupper() or word[0].isdigit() or word[0] in _OPENERS):
        return _BEGINS
    if before in _CLOSERS and words[i - 2] == "." and word[0].isupper():
        return _BEGINS
    return _DECIDE
