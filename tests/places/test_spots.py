"""Words that mean a place without its name. Every sentence is ours."""

from collections.abc import Callable

import pytest
from msgspec import Struct

from communique.clauses import Clauses
from communique.places import Places
from communique.types import EventPlace


class Case(Struct, frozen=True):
    """A text, the words of an actor with its country, the lemma of what happens, and the words and country of where."""

    text: str
    lemma: str
    country: str | None
    words: str | None = None
    people: str | None = None
    of: str | None = None


@pytest.mark.parametrize(
    "case",
    [
        Case("The guards were killed in Peruvian bases.", "kill", "PER", "Peruvian bases", "Peruvian", "PER"),
        Case("Troops entered Peruvian territory.", "enter", "PER", "Peruvian territory", "Peruvian", "PER"),
        Case("The raid damaged Peru's oil refinery.", "damage", "PER", "Peru's oil refinery"),
        Case("The offensive went on across Ukraine's south.", "offensive", "UKR", "Ukraine's south"),
        # A state with bases abroad is not where they are, nor an embassy in the country that it speaks for.
        Case("The guards were killed in American bases.", "kill", None, None, "American", "USA"),
        Case("The guards were killed in the Peruvian embassy.", "kill", None, None, "Peruvian", "PER"),
        # What was named before.
        Case("He entered the consulate in Rome. He was killed in the consulate.", "kill", "ITA", "the consulate"),
        Case("He entered the consulate in Rome. He was killed in another consulate.", "kill", None),
        Case("The king flew to Lima. Ten men were arrested in parts of the city.", "arrest", "PER", "the city"),
        Case("The king flew to Lima. Ten men were arrested in the other city.", "arrest", None),
        Case("The king flew to Lima. Ten men were arrested across the country.", "arrest", "PER", "the country"),
        Case("The king flew to Lima and Oslo. Ten men were arrested across the country.", "arrest", None),
        Case("The king flew to Lima. Ten men were arrested there.", "arrest", "PER", "there"),
        Case("The king flew to Lima. Troops were deployed on the streets.", "deploy", "PER", "the streets"),
        Case("The king flew to Lima. Troops were deployed on the ships.", "deploy", None),
        Case("He entered the consulate in Rome. He died in the consulate.", "die", "ITA", None, "consulate", "SAU"),
        Case("The king flew to Lima. Ten men clashed in front of parliament.", "clash", "PER", "parliament"),
        Case("The king flew to Lima and Oslo. Ten men clashed in front of parliament.", "clash", None),
        Case("The king flew to Lima and Oslo. Ten men were arrested there.", "arrest", None),
        Case("The king flew to Lima. There were arrests.", "arrest", None),
    ],
)
def test_word_for_a_place_has_the_place_that_the_report_gave_it(
    where: Callable[..., EventPlace | None], case: Case
) -> None:
    found = where(case.text, case.lemma, case.people, form="demonym", country=case.of)
    assert (None if found is None else found.country) == case.country
    if case.words is not None and found is not None:
        assert case.text[found.span.start : found.span.end] == case.words


def test_a_word_for_a_place_is_no_name_of_one(read_places: Callable[..., tuple[Clauses, Places]]) -> None:
    _, places = read_places("The king flew to Lima. Ten men were arrested there.")
    assert [p.name for p in places.places] == ["Lima"]
