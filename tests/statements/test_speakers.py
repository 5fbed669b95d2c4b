"""Who speaks: names, pronouns, documents, writers in the first person, whoever spoke before."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sergey Lavrov said the accord was dead.", ["Sergey Lavrov"]),
        ("Beijing and Moscow said the accord was dead.", ["China", "Russia"]),
        ("The accord was dead, said Antony Blinken.", ["Antony Blinken"]),
        ("The Security Council issued a statement expressing deep concern.", ["Security Council"]),
        ("The Turkish statement called for talks.", ["Turkey"]),
        ("It was announced that the accord was dead.", []),
        (
            "One of the groups, the Syrian Democratic Forces, said it had been promised help.",
            ["Syrian Democratic Forces"],
        ),
        ("According to a statement released by Lavrov's office, the raid was over.", ["Lavrov's office"]),
        ("According to a statement released in May, the raid was over.", []),
    ],
)
def test_speaker_is_the_subject_of_the_cue(read: Read, text: str, names: list[str]) -> None:
    reading = read(text)
    assert [reading.names(s.speakers) for s in reading.statements] == [names]


def test_a_free_quotation_is_of_whoever_spoke_before(read: Read) -> None:
    reading = read('"The accord is dead," Sergey Lavrov said.\n"Nobody will bring it back to life."')
    assert [reading.names(s.speakers) for s in reading.statements] == [["Sergey Lavrov"], ["Sergey Lavrov"]]
    assert len({s.occasion for s in reading.statements}) == 1


def test_a_quotation_that_nobody_is_told_to_speak_has_no_speaker(read: Read) -> None:
    reading = read('"The accord is dead and nobody mourns it."')
    assert [s.speakers for s in reading.statements] == [()]


def test_we_in_a_joint_statement_are_those_set_beside_it(read: Read) -> None:
    reading = read(
        "We, the leaders of NATO, condemn the raid on the port.\nWe urge all parties to return to the talks."
    )
    assert [reading.names(s.speakers) for s in reading.statements] == [["NATO"], ["NATO"]]


def test_we_are_the_states_that_the_text_lets_condemn(read: Read) -> None:
    reading = read("The United States condemns the raid on the port.\nWe urge all parties to return to the talks.")
    assert [reading.names(s.speakers) for s in reading.statements] == [["United States"], ["United States"]]


def test_a_spokesman_speaks_for_his_principal(read: Read) -> None:
    reading = read(
        "The United States paid. The raid was a mistake, State Department spokesperson Ned Price said.", "2021-08-16"
    )
    assert [(reading.names(s.speakers), reading.name(s.on_behalf_of)) for s in reading.statements] == [
        (["Ned Price"], "United States")
    ]
