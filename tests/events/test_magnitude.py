"""What numbers of an act count. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Event

EventsOf = Callable[..., tuple[Event, ...]]


@pytest.mark.parametrize(
    ("sentence", "kind", "measures"),
    [
        (
            "Israeli jets killed at least 45 people and wounded more than 100 in Gaza.",
            "ASSAULT",
            ["dead 45", "injured 100"],
        ),
        ("An attack by Boko Haram left 12 dead and 30 injured in Niger.", "ASSAULT", ["dead 12", "injured 30"]),
        ("Seven people died in an Israeli air strike on Rafah in 2024.", "ASSAULT", ["dead 7"]),
        ("Police in Minsk arrested 37 Belarusian demonstrators.", "COERCE", ["detained 37"]),
        ("Ten thousand protesters marched in Lima against the president of Peru.", "PROTEST", ["crowd 10000"]),
        ("Russia withdrew 5,000 troops from Armenia.", "RETREAT", ["troops 5000"]),
        ("Britain expelled 23 Russian diplomats.", "SANCTION", ["staff 23"]),
        ("Turkey pledged a €50 million loan to Somalia.", "AGREE", ["money 50000000 EUR"]),
        ("Japan pledged 1.3bn dollars to Kenya.", "AGREE", ["money 1300000000 USD"]),
        ("Britain expelled Russian diplomats on 3 May 2024.", "SANCTION", []),
        ("Chad attacked Niger for the second time, hours after the vote of 45 deputies.", "ASSAULT", []),
    ],
)
def test_numbers_of_an_act_are_counted(events_of: EventsOf, sentence: str, kind: str, measures: list[str]) -> None:
    found = [m for e in events_of(sentence) if e.type == kind for m in e.magnitude]
    told = (f"{m.what} {m.number:.0f}{f' {m.unit}' if m.unit else ''}" for m in found)
    assert sorted(told) == sorted(measures)
