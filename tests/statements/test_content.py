"""Which words count as the content, and of which kind the statement is."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will sign the accord," Lavrov said.', [("direct", '"We will sign the accord,"')]),
        ('Lavrov said on Monday: "We will sign the accord."', [("direct", '"We will sign the accord."')]),
        ('Lavrov told reporters, "We will sign the accord."', [("direct", '"We will sign the accord."')]),
        ('"We will sign," Lavrov said, "but not this week."', [("direct", '"We will sign," Lavrov said, "but not this week."')]),
        ("“We will sign the accord”, said Lavrov, the foreign minister.", [("direct", "“We will sign the accord”")]),
        (
            'Lavrov said the accord was "a great success" for Moscow.',
            [("mixed", 'the accord was "a great success" for Moscow')],
        ),
        ("Lavrov said that the accord was dead.", [("indirect", "the accord was dead")]),
        ("The accord was dead, Lavrov said.", [("indirect", "The accord was dead")]),
        ("According to Tehran, the accord was dead.", [("indirect", "the accord was dead")]),
        ("The accord was dead, according to Tehran.", [("indirect", "The accord was dead")]),
        ('Lavrov called it "a grave mistake".', [("direct", '"a grave mistake"')]),
        ("Lavrov described the raid as an act of war.", [("indirect", "an act of war")]),
        ("Blinken accused Iran of arming the militia.", [("indirect", "Iran of arming the militia")]),
    ],
)  # fmt: skip
def test_content_is_the_reported_words_alone(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text).contents() == expected


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “iron shield” was built in May.",
        "The film “The Long War of the North” was shown in Moscow.",
        "Lavrov will say that the accord is dead.",
        "Lavrov did not say that the accord was dead.",
        "If Lavrov says that the accord is dead, markets will fall.",
        "Blinken plans to call for talks.",
        "Blinken called Lavrov on Monday.",
        "I think that this is a good day.",
    ],
)
def test_what_nobody_said_is_no_statement(read: Read, text: str) -> None:
    assert read(text).contents() == []


def test_a_cue_that_goes_on_beside_another_ends_its_content(read: Read) -> None:
    reading = read("Antony Blinken emphasized that a raid would be met with force and urged Russia to choose peace.")
    assert reading.contents() == [
        ("indirect", "a raid would be met with force"),
        ("indirect", "Russia to choose peace"),
    ]
    assert {n for s in reading.statements for n in reading.names(s.speakers)} == {"Antony Blinken"}


def test_a_participle_of_saying_ends_the_content_and_tells_its_own(read: Read) -> None:
    reading = read("Lavrov said the accord was dead, adding that Moscow had signed it in good faith.")
    assert reading.contents() == [
        ("indirect", "the accord was dead"),
        ("indirect", "Moscow had signed it in good faith"),
    ]


def test_a_quotation_after_a_reported_clause_is_a_statement_of_its_own(read: Read) -> None:
    reading = read('Lavrov told Reuters he saw no point in the talks, "We have talked long enough about this."')
    assert reading.contents() == [
        ("indirect", "he saw no point in the talks"),
        ("direct", '"We have talked long enough about this."'),
    ]


def test_an_act_told_inside_reported_words_is_no_reporting_of_words(read: Read) -> None:
    reading = read("Lavrov noted that the parliament of Libya had condemned the accord.")
    assert reading.contents() == [("indirect", "the parliament of Libya had condemned the accord")]


def test_evidence_steps_around_debris(read: Read) -> None:
    from communique.types import Removed

    text = "Lavrov said the accord READ MORE: ten best beaches was dead."
    start, end = text.index("READ"), text.index("was dead")
    reading = read(text, removed=(Removed(start=start, end=end, reason="card"),))
    assert all(s.end <= start or end <= s.start for st in reading.statements for s in st.evidence)
    assert reading.statements


def test_a_quotation_taken_up_after_its_cue_is_one(read: Read) -> None:
    """A surname in -ing is no verb between the quotation and its cue."""
    text = "“We live in Kyiv,” Ebeling said. “We came today because she is a good girl.”"
    assert read(text).contents() == [("direct", text)]


def test_a_quotation_after_words_of_the_reporter_is_another(read: Read) -> None:
    found = read('"The truce holds," Orlov said. The guard nodded. "It will last."')
    assert found.contents() == [("direct", '"The truce holds,"'), ("direct", '"It will last."')]
    assert {n for s in found.statements for n in found.names(s.speakers)} == {"Orlov"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Orlov, who calls the plan a “joke,” said the talks would go on.", "the talks would go on"),
        ("Speaking on “This Week,” Orlov admitted that the date was wrong.", "the date was wrong"),
        ("Asked about the “iron shield,” Orlov said he was tired.", "he was tired"),
    ],
)
def test_a_cue_with_a_clause_of_its_own_does_not_tell_the_phrase_quoted_before(
    read: Read, text: str, content: str
) -> None:
    assert ("indirect", content) in read(text).contents()


def test_adjectives_that_share_a_copula_are_told_with_their_subject(read: Read) -> None:
    assert read("Orlov said the raids were rash and illegal.").contents() == [
        ("indirect", "the raids were rash and illegal")
    ]


def test_a_clause_that_leads_to_a_quotation_gives_its_speaker(read: Read) -> None:
    """The parser puts the leading clause under the verb of the quotation."""
    reading = read(
        'Orlov justified the strike, which the president approved, as "defensive" in nature: "At the direction of the'
        ' president, the army has taken action to protect our citizens."'
    )
    assert [s.content is not None and reading.words(s.content)[:7] for s in reading.statements] == ['"At the']
    assert reading.names(reading.statements[0].speakers) == ["Orlov"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The senators were annoyed, with Orlov calling the plan a farce.", "the plan a farce"),
        ("The alliance was firmer in blaming Minsk for the raid.", "Minsk for the raid"),
        ("Some economists - including two ministers - warn that the bank could fail.", "the bank could fail"),
    ],
)
def test_words_told_on_the_side_are_told(read: Read, text: str, content: str) -> None:
    assert ("indirect", content) in read(text).contents()


def test_what_is_not_said_after_all_is_no_statement(read: Read) -> None:
    assert read("Instead of saying that the accord was dead, Lavrov smiled.").contents() == []
    assert read("She didn’t ask for a special treatment.").contents() == []


def test_what_grows_less_refuses_nothing(read: Read) -> None:
    assert read("Since the war, the party has declined.").contents() == []
