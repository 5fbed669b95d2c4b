import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.data.debris import load_debris
from communique.reading.debris import find_debris, find_note

RULES = load_debris()
NOISE = st.lists(
    st.sampled_from(
        [
            "Ana Lopes",
            "Ana LopesAna Lopes",
            "MORE",
            "Read more: ",
            "\n",
            " ",
            "(Photo by ",
            ")",
            "Share",
            "██",
            "©",
            ".",
        ]
    )
    | st.text(max_size=8)
).map("".join)


def _kept(text: str, title: str | None = None) -> str:
    out, at = "", 0
    for one in find_debris(text, RULES, title):
        out, at = out + text[at : one.start], one.end
    return out + text[at:]


def test_a_card_leaves_the_name_once_and_the_sentence_whole() -> None:
    text = "Minister Ana LopesAna LopesLopes signs border pact Poll: voters approve MORE on Monday met the envoy."
    assert _kept(text) == "Minister Ana Lopes on Monday met the envoy."


def test_two_cards_in_one_sentence_both_go() -> None:
    text = "Ana LopesAna LopesLopes signs pact MORE met Per DahlPer DahlDahl: no deal MORE in Oslo."
    assert _kept(text) == "Ana Lopes met Per Dahl in Oslo."


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana LopesAna LopesLopes signs pact and nothing closes the card.",
        "Minister Ana LopesAna LopesLopes signs pact\nRead MORE of it below.",
        "Minister Ana LopesAna Lopes" + "Lopes signs pact " * 60 + "MORE",
        "Ana Lopes Ana Lopes MORE",
        "The MacDonald government wants MORE of McDonald.",
        "An iPhoneiPhoneX MORE",
    ],
)
def test_what_only_resembles_a_card_stays(text: str) -> None:
    assert find_debris(text, RULES) == ()


def test_a_title_is_removed_only_where_the_text_begins_with_it() -> None:
    text = "Orsk meets Hale\nThe two met in Oslo.\nOrsk meets Hale"
    assert [(one.start, one.end) for one in find_debris(text, RULES, "Orsk Meets Hale ")] == [(0, 15)]
    assert [one.reason for one in find_debris(text, RULES, "Orsk meets Hale - Courier")] == ["repeated-title"]
    assert find_debris(text, RULES, "Hale meets Orsk") == ()
    assert find_debris(text, RULES, "Orsk meets Hale again") == ()
    assert find_debris("Orsk meets Hale", RULES, "Orsk meets Hale") == ()


def test_a_sentence_under_related_stories_stays() -> None:
    text = "Related stories\nOrsk Defends Border Treaty\nthe two sides met again on Friday"
    assert _kept(text) == "\nthe two sides met again on Friday"


def test_a_heading_of_the_story_stays() -> None:
    text = "The talks ended.\nWhat Comes Next\nBoth sides meet in May."
    assert find_debris(text, RULES) == ()


def test_lines_that_end_in_carriage_returns_are_read_as_lines() -> None:
    text = "The talks ended.\r\nShare\r\nBoth sides meet in May.\r\n"
    assert _kept(text) == "The talks ended.\r\n\r\nBoth sides meet in May.\r\n"


@given(st.text() | NOISE, st.none() | st.text(max_size=10))
def test_spans_of_any_text_lie_in_it_in_order_without_overlaps(text: str, title: str | None) -> None:
    end = 0
    for one in find_debris(text, RULES, title):
        assert end <= one.start < one.end <= len(text)
        assert one.reason
        end = one.end
    note = find_note(text, RULES)
    assert note is None or 0 <= note.start < note.end <= len(text)


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    text = ("The ministers met in Oslo on Monday and agreed. " * 5 + "\n") * 2_000 + "Aa" * 20_000 + "(" * 20_000
    assert re.search("agreed", text)
    assert find_debris(text, RULES) == ()
