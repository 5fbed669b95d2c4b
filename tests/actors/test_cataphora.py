"""Pronouns before the name that they mean. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Actor

Who = Callable[..., list[Actor]]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Before he left, Emmanuel Macron met the envoys.", "he", "emmanuel-macron"),
        ("Joe Biden spoke. Speaking in his office, Emmanuel Macron agreed.", "his", "emmanuel-macron"),
        ("Kenya objected. Citing its own law, Chad refused the offer.", "its", "tcd"),
        ("After leaving her office, Angela Merkel spoke.", "her", "angela-merkel"),
    ],
)
def test_pronoun_of_a_clause_before_the_main_one_is_its_subject(who: Who, text: str, words: str, actor: str) -> None:
    assert [a.id for a in who(text, words)] == [actor]


def test_somebody_spoken_of_before_is_meant_before_who_comes(who: Who) -> None:
    text = "Joe Biden resigned on Monday. Before he left, Emmanuel Macron met the envoys."
    assert [a.id for a in who(text, "he")] == ["joe-biden"]
