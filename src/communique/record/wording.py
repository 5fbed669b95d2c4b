"""Text -> what it means to merging: folded words, stems of its content, names, quotations, whether it says no."""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from communique.data.merging import MergingWords

_WORD = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*", re.UNICODE)
_ENDINGS = (
    "ations",
    "ation",
    "ements",
    "ement",
    "ments",
    "ment",
    "ingly",
    "edly",
    "ings",
    "ing",
    "ies",
    "ied",
    "ed",
    "es",
    "ly",
    "s",
)
_SHORTEST = 3


class Word(Struct, frozen=True, gc=False):
    """A word with where it stands in the text that it was cut from."""

    text: str
    folded: str
    start: int
    end: int


def split(text: str, offset: int = 0) -> list[Word]:
    """The words of a text, with offsets from ``offset``: "Moulhoulé's" -> moulhoule."""
    return [Word(m.group(), _bare(fold(m.group())), offset + m.start(), offset + m.end()) for m in _WORD.finditer(text)]


def fold(text: str) -> str:
    """Lower case without accents, straight quotation marks."""
    if text.isascii():
        return text.lower()
    text = text.replace("’", "'").replace("‘", "'")
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def normal(text: str) -> str:
    """The words of a text, folded, with one space between."""
    return " ".join(_bare(word) for word in _WORD.findall(fold(text)))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its ending; crude, the same on both sides: "shipments" -> ship, "shipping" -> ship."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            cut = word[: -len(ending)]
            cut = cut + "y" if ending in ("ies", "ied") else cut
            return cut[:-1] if cut[-1] == "e" or (len(cut) > 3 and cut[-1] == cut[-2]) else cut
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def meaning(word: str, words: MergingWords) -> str:
    """What stands for a word: the first of those that say the same, else its stem."""
    found = words.meaning.get(word)
    if found is not None:
        return found
    cut = stem(word)
    return words.meaning.get(cut, cut)


def stems(found: list[Word], words: MergingWords) -> tuple[str, ...]:
    """The meanings of the words that have one, sorted."""
    return tuple(sorted({meaning(w.folded, words) for w in found if _means(w.folded, words)}))


def _means(word: str, words: MergingWords) -> bool:
    """Does a word say what a sentence is about? Numbers do not: two that differ in them may be about one thing."""
    if (
        len(word) < 2
        or word in words.empty
        or (word in words.titles and word not in words.meaning)
        or word in words.numbers
        or word in words.multiples
    ):
        return False
    return not word[0].isdigit()


def is_negated(found: list[Word], words: MergingWords) -> bool:
    """Does a passage say no, once or thrice? "Nobody denied it" says yes."""
    count = sum(w.folded in words.denying or w.folded.endswith("n't") for w in found)
    return count % 2 == 1


def _bare(word: str) -> str:
    return word if word.isalnum() else word.removesuffix("'s").strip("'.")
