"""The country in which a report is set, if it is clear."""

from collections import Counter
from collections.abc import Iterable

from communique.actors.people import Person
from communique.actors.reading import Reading, is_state


def story_country(reading: Reading, people: Iterable[Person]) -> str | None:
    """The country that the report names at least three times and half as often again as the next."""
    counts: Counter[str] = Counter()
    for i, known in reading.known.items():
        country = known.actor.country
        if (
            known.first == i
            and country
            and len(country) == 3
            and (is_state(known.actor) or known.actor.kind != "outlet")
        ):
            counts[country] += 1
    counts.update(p.party.country for p in people if p.party.country is not None)
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 3:
        return ranked[0][0] if len(ranked) == 1 else None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 1.5 * ranked[1][1] else None
