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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Kenyan army denied that it had shelled the port. On Monday it admitted that two shells had hit the quay.",
            ("retracts", "two shells had hit the quay", "it had shelled the port"),
        ),
        (
            "The Kenyan army, which had denied any part in the raid, acknowledged that its jets had bombed the camp.",
            ("retracts", "its jets had bombed the camp", "any part"),
        ),
        (
            "The ministry said that two guards had died. It had initially said that nobody was hurt.",
            ("retracts", "two guards had died", "nobody was hurt"),
        ),
        (
            "The mayor had earlier said that twenty people had died, but later put the toll at twelve.",
            ("retracts", "the toll at twelve", "twenty people had died"),
        ),
        (
            "The mayor said that twelve people had died. This revised downwards an earlier toll of twenty.",
            ("clarifies", "twelve people had died", "an earlier toll of twenty"),
        ),
        (
            "The ministry sought to walk back its claim that the port would close, saying that no day had been set.",
            ("retracts", "no day had been set", "the port would close"),
        ),
        (
            "The envoy said that the pact was dead. She corrected herself: it was only asleep.",
            ("retracts", "it was only asleep", "the pact was dead"),
        ),
        (
            '"The port is closed," Minister Ada Cole said. By evening she was walking it back. "The port may close," she said.',
            ("retracts", '"The port may close,"', '"The port is closed,"'),
        ),
        (
            "The energy minister said the dam was safe; later the minister himself conceded that he had been wrong.",
            ("retracts", "he had been wrong", "the dam was safe"),
        ),
        (
            "The agency retracted a report that the king had died.",
            ("retracts", "a report that the king had died", "the king had died"),
        ),
    ],
)
def test_a_party_that_tells_it_otherwise_corrects_itself(
    read: Read, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert links(read(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan army denied that it had shelled the port. On Monday Chad admitted that its guards had fled.",
        "The mayor said that nine people had died. On Monday he said that the bridge was open.",
        "Spain called on the envoy to withdraw his remark that the king was a thief.",
        "The envoy refused to retract her remark that the king was a thief.",
        "The envoy was asked to clarify his remark.",
        "The bank lowered its forecast for growth to two percent.",
        "Spain said that the talks had been useful. Kenya's army denied the charge.",
    ],
)
def test_what_others_say_or_ask_is_no_correction(read: Read, text: str) -> None:
    assert links(read(text)) == []
