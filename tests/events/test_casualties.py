"""Harm told without a doer counts where an attack is told beside it. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Event

EventsOf = Callable[..., tuple[Event, ...]]


def harmed(events: tuple[Event, ...]) -> list[tuple[str, ...]]:
    return [tuple(r.country or "-" for r in e.recipients) for e in events if e.rule == "assault.kill"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded in Oslo. At least 20 were killed.", [("NOR",)]),
        ("Gunmen attacked a Kenyan bus. Two officers were injured.", [("KEN",)]),
    ],
)
def test_harm_after_an_attack_is_part_of_it(events_of: EventsOf, text: str, expected: list[tuple[str, ...]]) -> None:
    assert harmed(events_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan bus crashed in Oslo. At least 20 people were killed.",
        "A bomb exploded in Oslo. The bus then crashed, and 20 people were killed.",
        "A bomb exploded in Oslo. Nobody was killed.",
    ],
)
def test_harm_by_accident_or_to_nobody_is_no_act(events_of: EventsOf, text: str) -> None:
    assert harmed(events_of(text)) == []


def test_who_claims_an_attack_did_it_to_whom_it_befell(events_of: EventsOf) -> None:
    events = events_of("A raid hit a factory in Norway. The Houthi movement claimed responsibility for the raid.")
    assert [(r.country, o.country) for e in events for r in e.actors for o in e.recipients] == [("YEM", "NOR")] * 2
