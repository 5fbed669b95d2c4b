"""Where reported words end: at a cue that goes on beside the first, at what the reporter or somebody else adds."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow said the treaty was dead and accused Washington of lying.", ["the treaty was dead", "Washington of lying"]),
        ("Iran said the raid was a crime and vowed to respond.", ["the raid was a crime", "to respond"]),
        ("Orlov said he regretted his remarks and promised to stay away.", ["he regretted his remarks", "to stay away"]),
        ("Orlov found the raid justified and called the order swift.", ["the raid justified", "the order swift"]),
        (
            "We stress that a path to peace remains open and urge Minsk to return to talks.",
            ["a path to peace remains open", "Minsk to return to talks"],
        ),
    ],
)  # fmt: skip
def test_a_cue_beside_the_first_is_no_part_of_its_content(read: Read, text: str, expected: list[str]) -> None:
    assert [content for _, content in read(text).contents()] == expected


def test_a_verb_of_the_party_spoken_of_stays_in_the_content(read: Read) -> None:
    found = read("Orlov said the ministry rejected the offer and insisted on a ban.").contents()
    assert found[0][1] == "the ministry rejected the offer and insisted on a ban"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The general said the militia shelled the town, a charge that Kyiv denies.", "the militia shelled the town"),
        ("Orlov said the militia shelled the town, which Kyiv denies.", "the militia shelled the town"),
        ("Orlov said the accord was dead, while Blinken insisted that it was alive.", "the accord was dead"),
        ("Orlov said the accord was dead, according to the Moscow Times.", "the accord was dead"),
        ("Orlov rejected the claim that he had lied, saying the papers were forged.", "the claim that he had lied"),
        ("Orlov said the town had fallen; the rebels hold the bridge.", "the town had fallen"),
    ],
)
def test_what_others_add_is_no_part_of_the_content(read: Read, text: str, content: str) -> None:
    assert read(text).contents()[0][1] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Orlov said the east had fallen, while the west was still held.", "the east had fallen, while the west was still held"),
        ("Orlov said that the guards fired first, responding to a call.", "the guards fired first, responding to a call"),
    ],
)  # fmt: skip
def test_what_the_speaker_goes_on_with_is_part_of_it(read: Read, text: str, content: str) -> None:
    assert read(text).contents()[0][1] == content


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("As the Moscow Times reported, the ministry closed the fund.", "the ministry closed the fund", "Moscow Times"),
        ("As Orlov noted last week, the accord is dead.", "the accord is dead", "Orlov"),
        ("The truce, analysts fear, will not hold.", "The truce, analysts fear, will not hold", "analysts"),
        ("A poll by the Levada Center found that most voters oppose the war.", "most voters oppose the war", "Levada Center"),
    ],
)  # fmt: skip
def test_asides_and_findings_tell_words(read: Read, text: str, content: str, speaker: str) -> None:
    reading = read(text)
    assert [s for _, s in reading.contents()] == [content]
    assert reading.names(reading.statements[0].speakers) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "As he argued with the officer, a shot was heard.",
        "As promised, the troops left.",
        "The result was as Orlov had said.",
        "As its name suggests, the party wants a republic.",
        "The raid showed that the truce was dead.",
    ],
)
def test_what_only_looks_like_an_aside_tells_none(read: Read, text: str) -> None:
    assert read(text).contents() == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The council called for Orlov to resign.", "Orlov to resign"),
        ("Orlov announced plans on Monday to expand the fund.", "plans on Monday to expand the fund"),
        ("Orlov expressed optimism over the weekend that the truce would hold.", "optimism over the weekend that the truce would hold"),
        ("Orlov said the man was ill; his death, they reported, was described as a fever.", "the man was ill"),
        ("To win, the party needs the towns, analysts say; in 2012, it lost them.", "To win, the party needs the towns, analysts say"),
    ],
)  # fmt: skip
def test_content_is_whole_wherever_the_parser_hangs_its_parts(read: Read, text: str, content: str) -> None:
    assert content in [c for _, c in read(text).contents()]


def test_what_stands_before_a_cue_with_its_own_object_is_not_its_content(read: Read) -> None:
    assert read("The talks failed; the envoy said the same thing.").contents() == []
