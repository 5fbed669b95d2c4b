"""Turns of a transcript: whoever speaks is not "he", and "Mr. President" is the other. Every sentence is ours."""

from collections.abc import Callable

from communique.types import Actor

Who = Callable[..., list[Actor]]
TALK = (
    "PRESIDENT MACRON: We met Jens Stoltenberg. I owe him much. He was leaving.\n\nPRESIDENT LASSO: Thank you, Mr. President.\n\n"
    "PRESIDENT MACRON: We agree."
)


def test_he_in_a_turn_is_not_who_speaks_nor_a_label(who: Who) -> None:
    assert [a.id for a in who(TALK, "him")] == ["jens-stoltenberg"]
    assert [a.id for a in who(TALK, "He")] == ["jens-stoltenberg"]


def test_mr_president_is_the_other_speaker(who: Who) -> None:
    assert [a.id for a in who(TALK, "Mr. President")] == ["emmanuel-macron"]


def test_mr_president_of_whom_nothing_tells_is_nobody(who: Who) -> None:
    text = "PRESIDENT BIDEN: Mr. President, welcome.\n\nMS. OKORO: We met on Monday."
    assert who(text, "Mr. President") == []


def test_outside_transcripts_he_may_be_who_spoke(who: Who) -> None:
    assert [a.id for a in who("President Biden spoke. He left.", "He")] == ["joe-biden"]
