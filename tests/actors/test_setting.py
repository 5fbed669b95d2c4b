"""Where a report is set. Every sentence is ours."""

from collections import Counter
from collections.abc import Callable

import pytest

from communique.actors.setting import local_country
from communique.types import Actor


@pytest.mark.parametrize(
    ("counts", "home", "transcript", "country"),
    [
        ({"KEN": 8, "TZA": 2}, None, False, "KEN"),
        ({"KEN": 4, "TZA": 3, "UGA": 3, "RWA": 2}, None, False, None),  # a region, and no one country of it
        ({"KEN": 9, "NOR": 5, "TZA": 2}, "NOR", False, "KEN"),
        ({"KEN": 9, "NOR": 12}, "NOR", False, None),  # the publisher leads: "women" and "people" are anybody
        ({"NOR": 12}, "NOR", False, None),
        ({"KEN": 9, "NOR": 5}, "NOR", True, None),
    ],
)
def test_unowned_groups_are_of_a_country_that_leads_clearly(
    counts: dict[str, int], home: str | None, transcript: bool, country: str | None
) -> None:
    assert local_country(Counter(counts), home, transcript=transcript) == country


def test_people_between_hyphens_are_nobody(who: Callable[..., list[Actor]]) -> None:
    text = "Kenya praised people-to-people ties. Kenya said Kenyan people agreed."
    assert who(text, "people") == []
    assert [a.country for a in who(text, "Kenyan people")] == ["KEN"]
