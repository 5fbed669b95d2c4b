"""Status through the chain above an act. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Event

EventsOf = Callable[..., tuple[Event, ...]]


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("Iran attacked Iraq.", "ASSAULT", "actual"),
        ("It is important that Iran attacked Iraq.", "ASSAULT", "actual"),
        ("Iran has never attacked Iraq.", "ASSAULT", "negated"),
        ("Iran failed to attack Iraq.", "ASSAULT", "negated"),
        ("Iran considered attacking Iraq.", "ASSAULT", "hypothetical"),
        ("Iran may attack Iraq.", "ASSAULT", "hypothetical"),
        ("Iran plans to attack Iraq.", "ASSAULT", "future"),
        ("Iran is expected to attack Iraq.", "ASSAULT", "future"),
        ("Officials said that Iran would attack Iraq.", "ASSAULT", "future"),
        ("Iran said that it had attacked Iraq.", "ASSAULT", "actual"),
        ("Oil will be dear if Iran attacks Iraq.", "ASSAULT", "hypothetical"),
        ("Iran avoided an attack on Iraq.", "ASSAULT", "negated"),
        ("Iraq refrained from attacking Iran.", "ASSAULT", "negated"),
        ("The ministers stopped short of condemning Iran.", "ACCUSE", "negated"),
        ("Iran left without condemning Iraq.", "ACCUSE", "negated"),
        ("Iran is thinking about attacking Iraq.", "ASSAULT", "hypothetical"),
        ("Iran thought of Iraq and attacked Oman.", "ASSAULT", "actual"),
        ("Sudan was unable to expel the Kenyan ambassador.", "SANCTION", "negated"),
        ("Hungary has yet to ratify the treaty with Norway.", "SUPPORT", "negated"),
        ("Peru held off on expelling the ambassador of Chad.", "SANCTION", "negated"),
        ("An attack by Iran on Iraq did not take place.", "ASSAULT", "negated"),
        ("An attack by Iran on Iraq took place on Monday.", "ASSAULT", "actual"),
        ("Peru is weighing the expulsion of Chad's ambassador.", "SANCTION", "hypothetical"),
        ("Peru was the first country to attack Chad.", "ASSAULT", "actual"),
        ("Analysts fear that Iran will attack Iraq.", "ASSAULT", "hypothetical"),
        ("Analysts say that Iran will attack Iraq.", "ASSAULT", "future"),
        ("Were Iran to attack Iraq, oil would be dear.", "ASSAULT", "hypothetical"),
        ("Had Iran attacked Iraq, oil would have been dear.", "ASSAULT", "hypothetical"),
        ("Having attacked Iraq, Iran called up reservists.", "ASSAULT", "actual"),
        ("Iran is unlikely to attack Iraq.", "ASSAULT", "hypothetical"),
        ("An attack by Iran on Iraq is imminent.", "ASSAULT", "future"),
        ("Peru is to expel the ambassador of Chad.", "SANCTION", "future"),
        ("It is not true that Iran attacked Iraq.", "ASSAULT", "negated"),
        ("Nobody in Iran has attacked Iraq.", "ASSAULT", "negated"),
        ("Iran no longer attacks Iraq.", "ASSAULT", "negated"),
    ],
)
def test_status_is_the_first_of_negated_hypothetical_future(
    events_of: EventsOf, sentence: str, kind: str, status: str
) -> None:
    assert [e.status for e in events_of(sentence) if e.type == kind] == [status]


def test_score_is_null_unless_actual_or_future(events_of: EventsOf) -> None:
    (might,) = events_of("Iran may attack Iraq.")
    (did,) = events_of("Iran attacked Iraq.")
    assert might.score is None
    assert did.score == -9.0


def test_history_recalled_is_background(events_of: EventsOf) -> None:
    (event,) = events_of("In 1990 Iraq invaded Kuwait.")
    assert event.background


def test_what_is_only_called_for_is_no_event(events_of: EventsOf) -> None:
    assert [e.type for e in events_of("It is vital that Iran withdraws its troops from Iraq.")] == []
