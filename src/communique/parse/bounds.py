"""Where sentences may and may not begin, said to the parser before it parses.

The parser alone starts sentences at P 97, R 88 on news (notes in docs/accuracy.md) and breaks some after "U.S." and at
quotation marks; what punctuation makes certain is therefore set for it, and only the rest is its own decision.
"""

from communique.data.bounds import Bounds

_ENDS = frozenset(".?!…")
_CLOSERS = frozenset("\"”’'»)]")


def starts(words: list[str], paragraphs: list[int], bounds: Bounds) -> list[bool | None]:
    """For each word: True where a sentence begins, False where none may, None where the parser decides."""
    out: list[bool | None] = [True] if words else []
    for i in range(1, len(words)):
        out.append(True if paragraphs[i] != paragraphs[i - 1] else _start(words, i, bounds))
    return out


def _start(words: list[str], i: int, bounds: Bounds) -> bool | None:
    word, before = words[i], words[i - 1]
    if word[0].islower() or (not word[0].isalnum() and word[0] in ",;:)]”’»%"):
        return False
    if before in bounds.titles:
        return False
    if before in bounds.initialisms:
        return None if word in bounds.openers else False
    if before[-1] in _ENDS and len(before) == 1:
        return True if word[0].isupper() or word[0].isdigit() or word[0] in '“"‘«[(' else None
    if before in _CLOSERS and i > 1 and words[i - 2] == "." and word[0].isupper():
        return True
    return None
