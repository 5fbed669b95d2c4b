"""Where something happens that no word beside it places. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import EventPlace

Where = Callable[..., EventPlace | None]


@pytest.mark.parametrize(
    ("sentence", "people", "expected"),
    [
        ("Peruvians protested on Monday.", "Peruvians", "PER"),
        ("Peruvians protested in Oslo.", "Peruvians", "NOR"),
        ("Peruvians voted on Monday.", "Peruvians", None),
        ("Peruvian exiles protested on Monday.", "exiles", None),
    ],
)
def test_people_protest_at_home_unless_the_report_says_where(
    where: Where, sentence: str, people: str, expected: str | None
) -> None:
    found = where(sentence, "vote" if "voted" in sentence else "protest", people, form="demonym", country="PER")
    assert (None if found is None else found.country) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The king met the duke in Oslo. The king discussed trade.", "Oslo"),
        ("The king met the duke in Oslo. The queen discussed trade.", None),
        ("The king met the duke in Oslo. The king will discuss trade.", None),
        ("The king met the duke in Oslo. The king met the bishop. The king discussed trade.", None),
        ("The king met the duke in Oslo. In Rome the king discussed trade.", "Rome"),
    ],
)
def test_those_who_met_discuss_where_they_met(where: Where, text: str, expected: str | None) -> None:
    found = where(text, "discuss", "king", form="role", actors=("king",))
    assert (None if found is None else found.name) == expected
