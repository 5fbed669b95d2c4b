"""Which issues a statement is about. Every sentence is ours."""

import pytest

from communique.api import read


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Oman's foreign minister said that the ceasefire in Yemen would hold.", [("ceasefire", "ceasefire"), ("yem", "Yemen")]),
        ("Oman's foreign minister said that the truce was dead and the ceasefire over.", [("ceasefire", "truce")]),
        ("Oman's foreign minister said that the bridge was open.", []),
    ],
)  # fmt: skip
def test_a_statement_is_about_the_issues_that_its_words_name(text: str, about: list[tuple[str, str]]) -> None:
    (statement,) = read(text, published="2021-08-16").statements
    assert [(t.id, text[t.span.start : t.span.end]) for t in statement.about] == about


def test_an_issue_beside_the_words_is_no_topic() -> None:
    text = "After the ceasefire collapsed, Oman's foreign minister said that the bridge was open."
    (statement,) = read(text, published="2021-08-16").statements
    assert statement.about == ()
