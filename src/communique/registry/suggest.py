"""Records -> the persons whom reports name and the registry does not know, as rows to look over and add."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from communique.data.registry import Registry, holders_on
from communique.data.registry_types import Office, Source, Tenure
from communique.registry.lookup import Persons, find_offices, fold, index_persons
from communique.registry.newcomers import Newcomer, newcomer_ids, newcomer_lines
from communique.registry.overlay import format_row
from communique.registry.seats import Change, fit_changes
from communique.types import Actor, Day, RecordFields

SUGGESTED = "suggested"


class Suggestion(Struct, frozen=True, kw_only=True):
    """A person seen in reports: how often, when first and last, and the roles that reports gave, most often first.

    Without an ``office``, ``note`` says why."""

    name: str
    country: str | None
    reports: int
    first: Day | None
    last: Day | None
    roles: tuple[str, ...]
    office: str | None
    note: str | None = None


Sighting = tuple[Actor, RecordFields]


def suggest_rows(registry: Registry, records: Iterable[RecordFields], *, at_least: int = 2) -> tuple[Suggestion, ...]:
    """Provisional persons with a full name in at least ``at_least`` reports, most often seen first; none whom the
    registry names.

    ``office`` is the one that their role names in their country, where the registry knows nobody in it on those days.
    """
    persons = index_persons(registry)
    seen: dict[str, list[Sighting]] = defaultdict(list)
    for record in records:
        for actor in record.actors:
            if actor.provisional and actor.kind == "person" and _is_full_name(actor.name):
                seen[fold(actor.name)].append((actor, record))
    found = [
        _suggestion(registry, country, sightings)
        for name, of_name in seen.items()
        for country, sightings in _by_country(of_name).items()
        if not _is_known(persons, name, country) and len({r.report.id for _, r in sightings}) >= at_least
    ]
    return tuple(sorted(found, key=lambda s: (-s.reports, s.name, s.country or "")))


def suggested_lines(
    registry: Registry, suggestions: Sequence[Suggestion]
) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """The suggestions as lines of an overlay, by table: persons, their names, and the tenures that were observed; and,
    as sentences, what was left out."""
    if not suggestions:
        return {}, ()
    new = [
        Newcomer(name=s.name, country=s.country, spare=f"person-{number}") for number, s in enumerate(suggestions, 1)
    ]
    ids = newcomer_ids(registry, new)
    lines = newcomer_lines(registry, zip(ids, new, strict=True), SUGGESTED)
    fitted = fit_changes(registry, [c for s, i in zip(suggestions, ids, strict=True) for c in _observed(s, i)])
    about = "named so in reports that were read; to be looked over"
    source = Source(source=SUGGESTED, sure="recalled", about=about, licence="own")
    return lines | fitted.lines | {"sources": [format_row(source)]}, fitted.told


def _by_country(sightings: Sequence[Sighting]) -> dict[str | None, list[Sighting]]:
    """Of one name; who has no country is whom most reports give one."""
    countries = Counter(actor.country for actor, _ in sightings if actor.country)
    most = countries.most_common(1)[0][0] if countries else None
    groups: dict[str | None, list[Sighting]] = defaultdict(list)
    for actor, record in sightings:
        groups[actor.country or most].append((actor, record))
    return groups


def _is_known(persons: Persons, name: str, country: str | None) -> bool:
    known = persons.by_name.get(name, ())
    return any(country is None or person.country in (None, country) for person in known)


def _observed(found: Suggestion, person: str) -> list[Change]:
    """A tenure from the first report to the last. Where the office was known only until before, it is until then that
    its last holder was seen in it."""
    if not (found.office and found.first and found.last):
        return []
    tenure = Tenure(office=found.office, start=found.first, person=person, end=found.last, source=SUGGESTED)
    return [Change(tenure=tenure, place=found.name, known=found.last, seen=True)]


def _is_full_name(name: str) -> bool:
    words = name.split()
    if not all(letter.isalpha() or letter in " .'’-" for letter in name):
        return False
    return len(words) > 1 and all(word[0].isupper() or len(word) <= 3 for word in words) and words[0][0].isupper()


def _suggestion(registry: Registry, country: str | None, sightings: Sequence[Sighting]) -> Suggestion:
    names = Counter(actor.name for actor, _ in sightings)
    roles = Counter(actor.role_reported.text for actor, _ in sightings if actor.role_reported)
    days = sorted(record.report.published for _, record in sightings if record.report.published)
    ranked = tuple(role for role, _ in roles.most_common())
    office, note = _free_office(registry, country, ranked, days)
    return Suggestion(
        name=names.most_common(1)[0][0], country=country, reports=len({r.report.id for _, r in sightings}),
        first=days[0] if days else None, last=days[-1] if days else None, roles=ranked, office=office, note=note,
    )  # fmt: skip


def _free_office(
    registry: Registry, country: str | None, roles: tuple[str, ...], days: Sequence[Day]
) -> tuple[str | None, str | None]:
    """The office that the first of the roles names and nobody holds on these days; else why there is none."""
    if not (country and roles and days):
        return None, f"no {'role' if not roles else 'country' if not country else 'date'} in the reports"
    notes = []
    for offices in (_named(registry, country, role) for role in roles):
        if len(offices) != 1:
            notes += [f"{len(offices)} offices are called so"] if offices else []
            continue
        holders = dict.fromkeys(t.person for day in days for t in holders_on(registry, offices[0].id, day))
        if not holders:
            return offices[0].id, None
        told = " and ".join(registry.actors[person].name for person in holders)
        notes.append(f"{offices[0].id} is held by {told} on these days")
    return None, notes[0] if notes else "no such office"


def _named(registry: Registry, country: str, role: str) -> tuple[Office, ...]:
    """ "Arlandic foreign minister" is found without its first word."""
    words = role.split()
    found = (find_offices(registry, country, " ".join(words[start:])) for start in range(len(words)))
    return next((offices for offices in found if offices), ())
