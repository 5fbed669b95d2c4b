"""The country that a report was sent from. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Actor

Who = Callable[..., list[Actor]]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("NAIROBI, May 14 (Savanna Wire) - Kenya expelled a Sudanese diplomat, Minister Grace Wanjiru said.", "KEN"),
        ("KISUMU, Kenya (Savanna Wire) - Sudan freed a trader, Minister Grace Wanjiru said.", "KEN"),
        ("Sudan recalls envoy\n\nNAIROBI - Kenya wronged Sudan, Minister Grace Wanjiru said.", "KEN"),
        ("GENEVA, May 14 (Savanna Wire) - Kenya expelled a Sudanese diplomat, Minister Grace Wanjiru said.", None),
        ("Kenya expelled a Sudanese diplomat on Monday, Minister Grace Wanjiru said.", None),
        ("NAIROBI, May 14 (Savanna Wire) - Kenya thanked Sudan, Sudanese Minister Grace Wanjiru said.", "SDN"),
    ],
)
def test_officials_are_mostly_of_the_state_of_the_dateline(who: Who, text: str, country: str | None) -> None:
    title = "Sudanese Minister" if "Sudanese Minister" in text else "Minister"
    assert [actor.country for actor in who(text, f"{title} Grace Wanjiru")] == [country]
