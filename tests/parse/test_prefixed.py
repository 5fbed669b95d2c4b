"""Words of a prefix and a hyphen. Every sentence is ours."""

import pytest

from communique.parse import Parser
from communique.types import Report


@pytest.mark.parametrize(
    ("sentence", "word", "lemma", "pos"),
    [
        ("The minister urged Chad to de-escalate tensions.", "de-escalate", "de-escalate", "VERB"),
        ("They welcomed de-escalation at the border.", "de-escalation", "de-escalation", "NOUN"),
        ("Chad re-opened its embassy in Lima.", "re-opened", "reopen", "VERB"),
        ("Co-operation between the two states ended.", "Co-operation", "cooperation", "NOUN"),
        ("The attack pre-empted a vote.", "pre-empted", "preempt", "VERB"),
    ],
)
def test_a_prefixed_word_is_one_token_with_its_lemma(
    parser: Parser, sentence: str, word: str, lemma: str, pos: str
) -> None:
    (parsed,) = parser.parse([Report(id="t", source_sha256="", text=sentence)])
    (token,) = [t for t in parsed.tokens if t.text == word]
    assert (token.lemma, token.pos) == (lemma, pos)


def test_other_hyphens_divide_words(parser: Parser) -> None:
    (parsed,) = parser.parse([Report(id="t", source_sha256="", text="The Franco-German cease-fire held.")])
    assert "-" in [t.text for t in parsed.tokens]
