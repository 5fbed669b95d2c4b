"""The words of a sentence in order, as merging means them."""

import pytest

from communique.data.merging import MergingWords
from communique.record.chain import around, make_chain
from communique.record.wording import split
from communique.types import Span


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Two men fired at Assab; Eritrea denied it.", "# prisoner fight *assab | ERI deny"),
        ("Troops left when the truce began.", "soldier leave | truce start"),
        ("A fund of 120 million dollars for the border", "fund # dollar border"),  # "for" goes on
        ("\u2014 \u00a3", ""),
    ],
)  # fmt: skip
def test_chains(words: MergingWords, text: str, chain: str) -> None:
    found = split(text)
    coded = {w.start: "*assab" if w.text == "Assab" else "ERI" for w in found if w.text in ("Assab", "Eritrea")}
    numbers = tuple(Span(text.index(n), text.index(n) + len(n)) for n in ("Two", "120 million") if n in text)
    made = make_chain(text, found, coded, numbers, words)
    assert " ".join(word for word, _ in made) == chain
    assert all(0 <= start < len(text) for _, start in made)


def test_what_stands_beside_a_word_ends_with_its_clause() -> None:
    assert around(("a", "b", "|", "c", "d", "e"), 4) == ("c", "e")
    assert around(("a", "b", "c", "d"), 3, 2) == ("b", "c")
