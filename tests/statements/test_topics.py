"""Which actors a statement is about."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Lavrov said that Turkey had armed the Kenyans.", ["Turkey", "Kenyans"]),
        ("Lavrov said that Russia would not sign.", ["Russia"]),
        ("Lavrov spoke of Turkey as a partner.", ["Turkey"]),
        ("Lavrov accused Turkey of arming the rebels.", ["Turkey"]),
        ("Asked about Turkey, Lavrov declined to comment.", ["Turkey"]),
    ],
)
def test_a_statement_is_about_whom_its_words_name(read: Read, text: str, about: list[str]) -> None:
    (statement,) = read(text).statements
    assert [text[t.span.start : t.span.end] for t in statement.about] == about


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov said that he would resign.",
        "Lavrov told Reuters that prices would rise.",
        "Lavrov said that people were tired and that businesses had closed.",
    ],
)
def test_it_is_about_neither_who_speaks_nor_nobody_known(read: Read, text: str) -> None:
    (statement,) = read(text).statements
    assert statement.about == ()
