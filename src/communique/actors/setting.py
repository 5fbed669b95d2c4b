"""Where a report is set and who writes it: the country of the story, the publisher's own state, the author."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from communique.actors.names import PersonName
from communique.actors.people import Person
from communique.actors.reading import Reading

# Sectors of those who serve or oppose a state: without another country they belong to that of the story.
DOMESTIC = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "PTY", "OPP", "SPY"})
Named = dict[int, tuple[PersonName, Person, str]]


class Setting(Struct, frozen=True, kw_only=True):
    """``story``: the country that the report is about, ``home``: the state that publishes it (no medium), if they are clear."""

    story: str | None
    home: str | None


def find_setting(reading: Reading, people: Iterable[Person]) -> Setting:
    """The setting of a report."""
    return Setting(story=story_country(reading, people), home=_publisher_state(reading))


def story_country(reading: Reading, people: Iterable[Person]) -> str | None:
    """The country that the report names at least three times and a quarter more often than the next."""
    counts: Counter[str] = Counter()
    for i, known in reading.known.items():
        country = known.actor.country
        if known.first == i and country and len(country) == 3 and known.actor.kind != "outlet":
            counts[country] += 1
    counts.update(p.party.country for p in people if p.party.country is not None)
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 3:
        return ranked[0][0] if len(ranked) == 1 else None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= 1.25 * ranked[1][1] else None


def settle(names: Named, setting: Setting) -> Named:
    """Officials with no country of their own get that of the one they are listed with, else the story's.

    "Israeli Prime Minister Rina Dov and Energy Minister Avi Tal": both are Israel's.
    """
    countries: dict[str, str] = {}
    last: tuple[int, str] | None = None
    for at in sorted(names):
        name, person, _ = names[at]
        country = person.party.country or countries.get(person.party.id)
        if country is None and person.party.provisional and person.party.sector in DOMESTIC:
            listed = last is not None and name.start - last[0] <= 2 and name.title is not None and last[1]
            told = any(r is not None and r.cue is not None for r in (name.title, name.apposed))
            country = None if told else listed or setting.story
            if country is not None:
                countries[person.party.id] = country
        last = None if country is None else (name.last, country)
    return {
        at: (name, _moved(person, countries.get(person.party.id)), rule) for at, (name, person, rule) in names.items()
    }


def _moved(person: Person, country: str | None) -> Person:
    return person if country is None else replace(person, party=replace(person.party, country=country))


def _publisher_state(reading: Reading) -> str | None:
    """The state whose government publishes the report: a release of a foreign ministry, not a newspaper."""
    publisher = reading.parsed.report.publisher
    if publisher is None:
        return None
    bare = publisher.removeprefix("The ").removeprefix("the ")
    for surface in (publisher, bare, bare.replace("US ", "U.S. "), bare.removeprefix("U.S. ").removeprefix("US ")):
        actors = [reading.registry.actors[n.actor] for n in reading.registry.names.get(surface, ())]
        official = [a for a in actors if a.kind in {"government", "ministry", "military"} and a.country]
        if official:
            return official[0].country
    return None
