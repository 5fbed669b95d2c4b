"""A sentence -> its words in order as merging means them: what stands beside a number, or beside an act."""

from collections.abc import Container, Iterable

from communique.data.merging import MergingWords
from communique.record.wording import Word, meaning
from communique.types import Span

BREAK = "|"
NUMBER = "#"
_MARKS = frozenset('.;:!?()"\u201c\u201d\n')
_NO_BREAK = frozenset({"for"})  # "a fund of 120 million dollars FOR the border" says what is counted
_REACH = 6


def make_chain(
    text: str, found: list[Word], coded: dict[int, str], numbers: tuple[Span, ...], words: MergingWords
) -> tuple[tuple[str, int], ...]:
    """Each word that means something with where it begins, in order; a break where a clause ends.

    ``coded`` gives for where a word begins what stands for it: the code of a state, a name with a star, nothing.
    "Two men fired at Assab; Eritrea denied it." -> #, prisoner, fight, *assab, |, ERI, deny
    """
    out: list[tuple[str, int]] = []
    counted = {number.start for number in numbers}
    end = found[0].start if found else 0
    for word in found:
        ends = word.folded in words.bounds and word.folded not in _NO_BREAK
        if ends or _MARKS & set(text[end : word.start]):
            out.append((BREAK, word.start))
        end = word.end
        token = NUMBER if word.start in counted else _token(word, coded, words)
        if token:
            out.append((token, word.start))
    return tuple(out)


def _token(word: Word, coded: dict[int, str], words: MergingWords) -> str:
    """What stands for a word; nothing for one that says nothing, or is a part of a number or of a state's name."""
    if word.start in coded:
        return coded[word.start]
    says = word.folded not in words.empty and word.folded not in words.multiples and word.folded not in words.numbers
    return meaning(word.folded, words) if says and not word.folded[:1].isdigit() else ""


def around(chain: tuple[str, ...], at: int, reach: int = _REACH) -> tuple[str, ...]:
    """The words of a clause that stand so near to a place in it, that place left out."""
    first, last = at, at
    while first > 0 and at - first < reach and chain[first - 1] != BREAK:
        first -= 1
    while last + 1 < len(chain) and last - at < reach and chain[last + 1] != BREAK:
        last += 1
    return (*chain[first:at], *chain[at + 1 : last + 1])


def is_code(word: str) -> bool:
    """Is it a state's code?"""
    return word[:1].isupper()


def places(chain: Iterable[str], wanted: Container[str]) -> list[int]:
    """Where in a chain some words stand."""
    return [n for n, word in enumerate(chain) if word in wanted]
