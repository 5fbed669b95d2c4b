"""Where sentences may and may not begin, said to the parser before it parses.

The parser alone starts sentences at P 97, R 88 on news (notes in docs/accuracy.md) and breaks some after "U.S." and at
quotation marks; what punctuation makes certain is therefore set for it, and only the rest is its own decision.
"""

from communique.data.bounds import Bounds

_ENDS = frozenset(".?!…")
_OPENERS = frozenset('“"‘«[(')
_NEVER_FIRST = frozenset(",;:)]”’»%")
_CLOSERS = frozenset("\"”’'»)]")


DASHES = frozenset({"-", "–", "—", "--"})
_IN_DATELINE = frozenset({",", "(", ")", "/", ".", "of", "de", "and"})
_PLACE, _DATELINE = 3, 16  # letters of a place in capitals; words before the dash

_BEGINS, _DECIDE, _NEVER = 1, 0, -1  # the values that spaCy's SENT_START attribute takes


def starts(words: list[str], paragraphs: list[int], bounds: Bounds) -> list[int]:
    """For each word: 1 where a sentence begins, -1 where none may, 0 where the parser decides."""
    out = [_BEGINS] if words else []
    told = _story_begins(words, 0) if words else None
    for i in range(1, len(words)):
        if paragraphs[i] != paragraphs[i - 1]:
            out.append(_BEGINS)
            told = _story_begins(words, i)
        elif told is not None and i <= told:
            out.append(_BEGINS if i == told else _NEVER)
        else:
            out.append(_start(words, i, bounds))
    return out


def _story_begins(words: list[str], first: int) -> int | None:
    """Where the story begins behind a dateline ("NAIROBI, May 14 (Reuters) - Kenya expelled ..."), which is a sentence of
    its own: read as one with the first sentence it hides that one's verb. None where a paragraph has none.
    """
    in_capitals = len(words[first]) >= _PLACE and words[first].isupper()
    for i in range(first, min(first + _DATELINE, len(words) - 1)):
        word = words[i]
        if word in DASHES and i > first:
            named = in_capitals or ")" in words[first:i]
            return i + 1 if named and not words[i + 1][0].islower() else None
        if not (word[0].isupper() or word[0].isdigit() or word in _IN_DATELINE):
            return None
    return None


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
