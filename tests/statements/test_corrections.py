"""What becomes of words said before: clarified, taken back, denied; and what only looks so."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


def links(reading: Any) -> list[tuple[str, str | None, str | None]]:
    """How each correcting statement corrects, its words, and those that it corrects."""
    by_id = {s.id: s for s in reading.statements}
    return [
        (s.clarification, reading.words(s.content), reading.words(by_id[s.clarifies].content) if s.clarifies else None)
        for s in reading.statements
        if s.clarification is not None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said the dam had burst. Her spokesman later clarified that water had spilled over it.",
            ("clarifies", "water had spilled over it", "the dam had burst"),
        ),
        (
            "The mayor said the dam had burst. She corrected herself, saying that water had spilled over it.",
            ("retracts", "water had spilled over it", "the dam had burst"),
        ),
        (
            "The army said at first that nobody had been hurt. It later acknowledged that a boy had died.",
            ("retracts", "a boy had died", "nobody had been hurt"),
        ),
        (
            "The bishop said the priests were dead. He withdrew the remark on Thursday.",
            ("retracts", "the remark", "the priests were dead"),
        ),
        (
            "The general said the port was mined. His office rowed back on the claim.",
            ("retracts", "the claim", "the port was mined"),
        ),
        (
            "The envoy said the pact was dead. On Friday she said that she had misspoken.",
            ("retracts", "she had misspoken", "the pact was dead"),
        ),
        (
            "The envoy said the pact was dead. A spokeswoman said her words had been taken out of context.",
            ("clarifies", "her words had been taken out of context", "the pact was dead"),
        ),
        (
            "The envoy said the pact was dead. He was speaking hypothetically, his aide said.",
            ("clarifies", "He was speaking hypothetically", "the pact was dead"),
        ),
        (
            "The envoy told a radio station that the pact was dead. He denied having made the remark.",
            ("denies", "having made the remark", "the pact was dead"),
        ),
        (
            '"I was wrong," the coroner said of her claim that the boy had drowned.',
            ("retracts", '"I was wrong,"', "the boy had drowned"),
        ),
        (
            "The coroner apologised for saying that the boy had drowned.",
            ("retracts", "apologised for saying that the boy had drowned", "the boy had drowned"),
        ),
        (
            "The mayor has withdrawn her claim that the well was poisoned, her office said.",
            ("retracts", "The mayor has withdrawn her claim that the well was poisoned", "the well was poisoned"),
        ),
        (
            "The ministry issued a retraction of its claim that the ferry was full.",
            ("retracts", "its claim that the ferry was full", "the ferry was full"),
        ),
        ("The mayor acknowledged that the figure was wrong.", ("retracts", "the figure was wrong", None)),
        (
            "The mayor said nine had died. This was on Monday. Police later revised the toll to seven.",
            ("clarifies", "the toll to seven", None),
        ),
    ],
)
def test_words_that_correct_are_tied_to_those_they_correct(
    read: Read, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert links(read(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the dam had burst. She added that nobody had been hurt.",
        "The ministry withdrew its staff from the port, the envoy said.",
        "Lawmakers corrected a drafting error in the treaty, the speaker said.",
        "The envoy said the pact was dead. Later she told reporters that she would fly to Rome.",
        "The minister clarified the rules on visas, saying that students could apply.",
        "The minister said the strike meant that prices would rise.",
        "The envoy sought clarification of the plan and said the talks had been useful.",
        "We deeply regret that the council failed to act.",
        "The mayor said that he would apologise for the delay.",
    ],
)
def test_what_only_looks_like_a_correction_is_none(read: Read, text: str) -> None:
    assert links(read(text)) == []


@pytest.mark.parametrize(
    ("text", "speaker", "outlet"),
    [
        ("The Harbour Times quoted the envoy as saying the pact was dead.", "envoy", "Harbour Times"),
        ("Lavrov was quoted by Reuters as saying that the pact was dead.", "Lavrov", "Reuters"),
        ("Reuters reported that the pact was dead.", "Reuters", "Reuters"),
    ],
)
def test_whoever_is_quoted_speaks_and_who_quotes_carries(read: Read, text: str, speaker: str, outlet: str) -> None:
    (statement,) = read(text).statements
    reading = read(text)
    assert (reading.names(statement.speakers), reading.name(statement.outlet)) == ([speaker], outlet)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A farmer said the well was dry. He added that the cows were thirsty.", [["farmer"], ["farmer"]]),
        ("A farmer lost two cows. He said the wolves were back.", [["farmer"]]),
        ("A doctor said the boy had died. A nurse came in. She said he was alive.", [["doctor"], ["nurse"]]),
        ("A spokeswoman said the well was dry. He said it was not.", [["spokeswoman"], []]),
    ],
)
def test_a_pronoun_of_whom_nobody_knows_is_whoever_spoke_before(
    read: Read, text: str, speakers: list[list[str]]
) -> None:
    reading = read(text)
    assert [reading.names(s.speakers) for s in reading.statements] == speakers
