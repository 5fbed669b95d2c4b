"""Where sentences begin: what punctuation makes certain. Every text is ours."""

import pytest

from communique.data.bounds import load_bounds
from communique.parse.bounds import starts

BOUNDS = load_bounds()


def begins(text: str) -> list[str]:
    """The words that must begin a sentence."""
    words = text.split()
    found = starts(words, [0] * len(words), BOUNDS)
    return [word for word, start in zip(words, found, strict=True) if start == 1]


@pytest.mark.parametrize(
    "dateline",
    [
        "NAIROBI , May 14 ( Reuters ) -",
        "NAIROBI , Kenya ( AP ) —",
        "NAIROBI —",
        "NEW YORK , United States , May 14 ( AFP ) --",
        "Nairobi ( AFP ) –",
    ],
)
def test_the_story_begins_behind_the_dateline(dateline: str) -> None:
    assert begins(f"{dateline} Kenya expelled two diplomats") == [dateline.split(maxsplit=1)[0], "Kenya"]


@pytest.mark.parametrize(
    "text",
    [
        "US - China talks collapse in Geneva",  # too short for a place in capitals
        "Nairobi - Kenya expelled two diplomats",  # neither capitals nor an agency
        "NATO , which met on Monday - in Oslo - said so",
        "CAIRO - based groups objected",
        "PRESIDENT BO SAID HE WOULD GO",
    ],
)
def test_other_dashes_begin_no_sentence(text: str) -> None:
    assert begins(text) == text.split()[:1]


def test_a_dateline_may_head_any_paragraph() -> None:
    words = ["Envoys", "recalled", "LIMA", ",", "May", "14", "(", "Andes", ")", "-", "Peru", "spoke"]
    found = starts(words, [0, 0] + [1] * 10, BOUNDS)
    assert [word for word, start in zip(words, found, strict=True) if start == 1] == ["Envoys", "LIMA", "Peru"]
