"""What somebody says of another's deeds, refuses flatly, or votes for. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Event, Role

EventsOf = Callable[..., tuple[Event, ...]]


def countries(roles: tuple[Role, ...]) -> str:
    return " ".join(role.country or "-" for role in roles)


def kinds(events: tuple[Event, ...]) -> list[tuple[str, str]]:
    return [(e.type, e.status) for e in events]


@pytest.mark.parametrize(
    "sentence",
    [
        '"Chad is violating the accord," the president of Peru said.',
        "Chad's decision, the president of Peru said, is a grave mistake.",
        "The president of Peru said that Chad had committed war crimes.",
        '"Chad is in breach of the treaty," the president of Peru said.',
    ],
)
def test_who_says_that_another_does_wrong_accuses_him(events_of: EventsOf, sentence: str) -> None:
    (event,) = events_of(sentence)
    assert (event.type, countries(event.actors), countries(event.recipients)) == ("ACCUSE", "PER", "TCD")


@pytest.mark.parametrize(
    "sentence",
    [
        '"Chad is not violating the accord," the president of Peru said.',
        '"If Chad is violating the accord, we will leave," the president of Peru said.',
        '"We have violated no accord," the president of Peru said.',
        "Chad's wine, the president of Peru said, is a delight.",
    ],
)
def test_who_says_no_wrong_of_another_accuses_nobody(events_of: EventsOf, sentence: str) -> None:
    assert not [e for e in events_of(sentence) if e.type == "ACCUSE"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru will never recognise Kosovo.", ("REJECT", "actual")),
        ("Peru has no intention of recognising Kosovo.", ("REJECT", "actual")),
        ("Peru is not prepared to negotiate with Chad.", ("REJECT", "actual")),
        ("There is no way that Peru will recognise Kosovo.", ("REJECT", "actual")),
        ("Peru will not recognise Kosovo this year.", ("SUPPORT", "negated")),
        ("Peru has not recognised Kosovo.", ("SUPPORT", "negated")),
        ("Peru will never attack Chad.", ("ASSAULT", "negated")),
    ],
)
def test_good_will_that_its_doer_rules_out_is_refused(
    events_of: EventsOf, sentence: str, expected: tuple[str, str]
) -> None:
    assert kinds(events_of(sentence)) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The law allows Peru to impose sanctions on Chad.", ("SANCTION", "hypothetical")),
        ("Peru drew up plans to attack Chad.", ("ASSAULT", "hypothetical")),
        ("Peru announced plans to attack Chad.", ("ASSAULT", "future")),
        ("Peru voted to condemn Chad.", ("ACCUSE", "actual")),
    ],
)
def test_power_plots_and_votes(events_of: EventsOf, sentence: str, expected: tuple[str, str]) -> None:
    assert kinds(events_of(sentence)) == [expected]


def test_two_verbs_tell_two_acts_of_one_doer(events_of: EventsOf) -> None:
    assert [e.type for e in events_of("Peru expelled Chad's envoy and imposed sanctions on Chad.")] == ["SANCTION"] * 2
    assert [e.type for e in events_of("Peru met and thanked Chad.")] == ["CONSULT", "SUPPORT"]


def test_what_is_not_ruled_out_is_possible_and_nobody_refuses(events_of: EventsOf) -> None:
    assert kinds(events_of("Peru has not ruled out attacking Chad.")) == [("ASSAULT", "hypothetical")]
    assert kinds(events_of("Peru ruled out talks with Chad.")) == [("REJECT", "actual")]


def test_a_verdict_inside_what_is_asked_is_no_second_accusation(events_of: EventsOf) -> None:
    assert "ACCUSE" not in [e.type for e in events_of("Peru urged Chad to cease acts that violate the treaty.")]
