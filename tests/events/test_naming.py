"""Whose a thing is, and whom "you" means. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Event

EventsOf = Callable[..., tuple[Event, ...]]


def accused(events: tuple[Event, ...]) -> list[tuple[str, str]]:
    found = [e for e in events if e.type == "ACCUSE" and e.status == "actual"]
    return [
        ("".join(r.country or "-" for r in e.actors), "".join(r.country or "-" for r in e.recipients)) for e in found
    ]


def test_you_are_the_audience(events_of: EventsOf) -> None:
    assert accused(events_of('"Your patrols are illegal," Peru\'s envoy told Chad.')) == [("PER", "TCD")]


def test_you_are_nobody_where_a_medium_is_told(events_of: EventsOf) -> None:
    assert accused(events_of('"Your patrols are illegal," Peru\'s envoy told Reuters.')) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru condemned the ban that Chad imposed.",
        "Peru condemned the decree announced by Chad.",
        "Peru criticized the plant, which belongs to Chad.",
        "Peru posted a message on Monday blaming Chad.",
    ],
)
def test_whoever_made_a_thing_answers_for_it(events_of: EventsOf, text: str) -> None:
    assert accused(events_of(text))[0] == ("PER", "TCD")
