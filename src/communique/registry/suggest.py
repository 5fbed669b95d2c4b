"""Records -> the persons whom reports name and the registry does not know, as rows to look over and add."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from communique.data.registry import Registry, holders_on
from communique.data.registry_types import Name, Office, RegistryActor, Row, Tenure
from communique.registry.lookup import find_offices, fold, slug
from communique.registry.overlay import format_row
from communique.types import Actor, Day, RecordFields

SUGGESTED = "suggested"


class Suggestion(Struct, frozen=True, kw_only=True):
    """A person seen in reports: how often, when first and last, and the roles that reports gave, most often first."""

    name: str
    country: str | None
    reports: int
    first: Day | None
    last: Day | None
    roles: tuple[str, ...]
    office: str | None


def suggest_rows(registry: Registry, records: Iterable[RecordFields], *, at_least: int = 2) -> tuple[Suggestion, ...]:
    """Provisional persons with a full name in at least ``at_least`` reports, most often seen first.

    ``office`` is the one that their role names in their country, where the registry knows nobody in it on those days.
    """
    seen: dict[tuple[str, str | None], list[tuple[Actor, RecordFields]]] = defaultdict(list)
    for record in records:
        for actor in record.actors:
            if actor.provisional and actor.kind == "person" and _is_full_name(actor.name):
                seen[fold(actor.name), actor.country].append((actor, record))
    found = [_suggestion(registry, sightings) for sightings in seen.values() if len(sightings) >= at_least]
    return tuple(sorted(found, key=lambda s: (-s.reports, s.name)))


def suggested_lines(registry: Registry, suggestions: Sequence[Suggestion]) -> dict[str, list[str]]:
    """The suggestions as lines of an overlay, by table: persons, their names, and the tenures that were observed."""
    lines: dict[str, list[str]] = defaultdict(list)
    taken = set(registry.actors)
    for found in suggestions:
        person = slug(found.name)
        while person in taken:
            person += "-2"
        taken.add(person)
        actor = RegistryActor(
            id=person, kind="person", name=found.name, country=found.country, sector=None, source=SUGGESTED
        )
        lines["actors"].append(format_row(actor))
        lines["names"].append(format_row(Name(surface=found.name, actor=person, kind="official", source=SUGGESTED)))
        if found.office and found.first and found.last:
            for table, row in _observed(registry, registry.offices[found.office], person, found.first, found.last):
                lines[table].append(format_row(row))
    if lines:
        lines["sources"].append(f"{SUGGESTED}\trecalled\tnamed so in reports that were read; to be looked over\town")
    return dict(lines)


def _observed(registry: Registry, office: Office, person: str, first: Day, last: Day) -> Iterator[tuple[str, Row]]:
    """A tenure from the first report to the last. Where the office was known only until before, it is until then that
    its last holder was seen in it."""
    yield "tenures", Tenure(office=office.id, start=first, person=person, end=last, source=SUGGESTED)
    known = office.known_until
    if known is not None and known < last:
        yield "offices", replace(office, known_until=last, source=SUGGESTED)
        for tenure in registry.tenures.get(office.id, ()):
            if tenure.end is None:
                yield "tenures", replace(tenure, end=known, precision="seen", source=SUGGESTED)


def _is_full_name(name: str) -> bool:
    words = name.split()
    if not all(letter.isalpha() or letter in " .'’-" for letter in name):
        return False
    return len(words) > 1 and all(word[0].isupper() or len(word) <= 3 for word in words) and words[0][0].isupper()


def _suggestion(registry: Registry, sightings: list[tuple[Actor, RecordFields]]) -> Suggestion:
    names = Counter(actor.name for actor, _ in sightings)
    roles = Counter(actor.role_reported.text for actor, _ in sightings if actor.role_reported)
    days = sorted(record.report.published for _, record in sightings if record.report.published)
    country = sightings[0][0].country
    ranked = tuple(role for role, _ in roles.most_common())
    return Suggestion(
        name=names.most_common(1)[0][0], country=country, reports=len({r.report.id for _, r in sightings}),
        first=days[0] if days else None, last=days[-1] if days else None, roles=ranked,
        office=_free_office(registry, country, ranked, days),
    )  # fmt: skip


def _free_office(registry: Registry, country: str | None, roles: tuple[str, ...], days: list[Day]) -> str | None:
    if country is None:
        return None
    for role in roles:
        words = role.split()
        for start in range(len(words)):
            offices = find_offices(registry, country, " ".join(words[start:]))
            if len(offices) == 1 and not any(holders_on(registry, offices[0].id, day) for day in days):
                return offices[0].id
    return None
