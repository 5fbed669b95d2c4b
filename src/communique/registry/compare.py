"""Another table of tenures against ours -> where they differ, and the rows that would make ours say the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from communique.data.registry import Registry
from communique.data.registry_types import Name, Office, RegistryActor, Source, Tenure
from communique.registry.imported import Imported
from communique.registry.lookup import (
    Persons,
    UnknownNameError,
    find_country,
    find_offices,
    find_person,
    index_persons,
    slug,
)
from communique.registry.overlay import format_drop, format_row

IMPORTED = "imported"
SLACK = {"day": 0, "month": 31, "year": 366, "seen": 0}
Verdict = Literal[
    "agrees", "start differs", "end differs", "ended there", "not ours", "person unknown", "office unknown",
    "country unknown",
]  # fmt: skip


class Comparison(Struct, frozen=True, kw_only=True):
    """One row of the other table, and what ours says of it."""

    verdict: Verdict
    theirs: Imported
    country: str | None = None
    office: Office | None = None
    person: str | None = None
    ours: Tenure | None = None


def compare_table(registry: Registry, rows: Sequence[Imported], *, days: int = 31) -> tuple[Comparison, ...]:
    """Every row of ``rows`` compared; dates agree within ``days``, and within what our precision leaves open.

    An end that the other table leaves open is no difference: such tables often stop before a tenure does.
    """
    countries: dict[str, str | None] = {}
    for row in rows:
        if row.country not in countries:
            countries[row.country] = _country(registry, row.country)
    persons = index_persons(registry)
    return tuple(_compare(registry, persons, row, countries[row.country], days) for row in rows)


def ready_rows(registry: Registry, comparisons: Sequence[Comparison], table: str) -> dict[str, list[str]]:
    """What differs as lines of an overlay, by table: tenures that are not ours, and corrected ones with what they
    replace. ``table`` names the other table in sources.tsv."""
    lines: dict[str, list[str]] = defaultdict(list)
    for found in comparisons:
        if found.office is None or found.theirs.start is None or found.verdict == "agrees":
            continue
        person = found.person or _new_person(registry, found, lines)
        for row in _tenures(found, found.office, person):
            lines["tenures"].append(row)
    if lines:
        source = Source(source=IMPORTED, sure="stated", about=f"the table {table}", licence="see the table")
        lines["sources"].append(format_row(source))
    return dict(lines)


def _country(registry: Registry, text: str) -> str | None:
    try:
        return find_country(registry, text)
    except UnknownNameError:
        return None


def _compare(registry: Registry, persons: Persons, row: Imported, country: str | None, days: int) -> Comparison:
    if country is None:
        return Comparison(verdict="country unknown", theirs=row)
    offices = _offices(registry, country, row.office)
    person = find_person(persons, row.person, row.wikidata, country)
    if not offices:
        return Comparison(verdict="office unknown", theirs=row, country=country, person=person.id if person else None)
    if person is None:
        return Comparison(verdict="person unknown", theirs=row, country=country, office=_single(offices))
    held = [t for t in registry.held.get(person.id, ()) if any(t.office == office.id for office in offices)]
    if not held:
        return Comparison(verdict="not ours", theirs=row, country=country, office=_single(offices), person=person.id)
    ours = min(held, key=lambda tenure: _distance(tenure.start, row.start))
    return Comparison(
        verdict=_verdict(ours, row, days), theirs=row, country=country, office=registry.offices[ours.office],
        person=person.id, ours=ours,
    )  # fmt: skip


def _offices(registry: Registry, country: str, words: str) -> tuple[Office, ...]:
    """ "Minister of Foreign Affairs of Peru" is found without "of Peru"."""
    short = words.rpartition(" of ")[0]
    return find_offices(registry, country, words) or (find_offices(registry, country, short) if short else ())


def _single(offices: tuple[Office, ...]) -> Office | None:
    return offices[0] if len(offices) == 1 else None


def _verdict(ours: Tenure, theirs: Imported, days: int) -> Verdict:
    slack = days + max(SLACK[ours.precision], SLACK[theirs.precision])
    if theirs.start is not None and _distance(ours.start, theirs.start) > slack:
        return "start differs"
    if theirs.end is None or ours.precision == "seen":  # an end that we do not claim
        return "agrees"
    if ours.end is None:
        return "ended there"
    return "end differs" if _distance(ours.end, theirs.end) > slack else "agrees"


def _distance(one: str, other: str | None) -> int:
    return 0 if other is None else abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _tenures(found: Comparison, office: Office, person: str) -> Iterator[str]:
    new = Tenure(office=office.id, start=found.theirs.start or "", person=person, end=found.theirs.end, source=IMPORTED)
    if found.ours is None:
        yield format_row(new)
        return
    corrected = replace(found.ours, end=found.theirs.end or found.ours.end, source=IMPORTED)
    corrected = replace(corrected, precision=found.theirs.precision)
    if found.verdict == "start differs":
        yield format_drop(found.ours)
        corrected = replace(corrected, start=new.start)
    yield format_row(corrected)


def _new_person(registry: Registry, found: Comparison, lines: dict[str, list[str]]) -> str:
    name = found.theirs.person
    person = slug(name)
    while person in registry.actors:
        person += "-2"
    actor = RegistryActor(
        id=person, kind="person", name=name, country=found.country, sector=None, wikidata=found.theirs.wikidata,
        source=IMPORTED,
    )  # fmt: skip
    lines["actors"].append(format_row(actor))
    lines["names"].append(format_row(Name(surface=name, actor=person, kind="official", source=IMPORTED)))
    return person
