"""Another table of tenures against ours -> where they differ, and the rows that would make ours say the same."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from communique.data.registry import Registry
from communique.data.registry_types import Office, Precision, Source, Tenure
from communique.registry.check import SURFACE
from communique.registry.imported import Imported
from communique.registry.lookup import (
    Persons,
    UnknownNameError,
    find_country,
    find_offices,
    find_person,
    index_persons,
)
from communique.registry.newcomers import Newcomer, newcomer_ids, newcomer_lines
from communique.registry.overlay import format_row
from communique.registry.seats import COARSE, Change, fit_changes

IMPORTED = "imported"
SLACK = {"day": 0, "month": 31, "year": 366, "seen": 0}
Verdict = Literal[
    "agrees", "start differs", "end differs", "ended there", "not ours", "person unknown", "office unknown",
    "country unknown", "no start", "no dates",
]  # fmt: skip
SAME = ("agrees", "no start", "no dates")


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


def ready_rows(
    registry: Registry, comparisons: Sequence[Comparison], table: str
) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """What differs as lines of an overlay, by table: tenures that are not ours, and corrected ones with what they
    replace; and, as sentences, what cannot be written. ``table`` names the other table in sources.tsv."""
    wanted = [found for found in comparisons if found.verdict not in (*SAME, "office unknown", "country unknown")]
    told = [f"line {c.theirs.line}: {why}; no row written" for c in wanted if (why := _hindrance(c))]
    wanted = [found for found in wanted if not _hindrance(found)]
    new = [_newcomer(found) for found in wanted if found.person is None]
    ids = newcomer_ids(registry, new)
    by_line = iter(ids)
    changes = [_change(found, found.person or next(by_line)) for found in wanted]
    fitted = fit_changes(registry, changes)
    holders = {change.tenure.person for change in fitted.kept}
    placed = [(actor, person) for actor, person in zip(ids, new, strict=True) if actor in holders]
    lines = newcomer_lines(registry, placed, IMPORTED) | fitted.lines
    if any(lines.values()):
        source = Source(source=IMPORTED, sure="stated", about=f"the table {table}", licence="see the table")
        lines["sources"] = [format_row(source)]
    return lines, (*told, *fitted.told)


def _hindrance(found: Comparison) -> str | None:
    if found.office is None:
        return f"{found.theirs.office!r} may be several offices"
    if found.theirs.start is None and found.ours is None:
        return "no start"
    if found.person is None and not SURFACE.fullmatch(found.theirs.person):
        return f"{found.theirs.person!r} is no name"
    return None


def _newcomer(found: Comparison) -> Newcomer:
    theirs = found.theirs
    spare = (theirs.wikidata or f"{found.country}-line-{theirs.line}").lower()
    return Newcomer(name=theirs.person, country=found.country, spare=spare, wikidata=theirs.wikidata)


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
    ours = min(held, key=lambda tenure: _apart(tenure, row))
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


def _apart(ours: Tenure, theirs: Imported) -> int:
    """By the start; of a row without one by the end."""
    if theirs.start is None and theirs.end is not None:
        return _distance(ours.end or "9999-12-31", theirs.end)
    return _distance(ours.start, theirs.start)


def _verdict(ours: Tenure, theirs: Imported, days: int) -> Verdict:
    slack = days + max(SLACK[ours.precision], SLACK[theirs.precision])
    if theirs.start is not None and _distance(ours.start, theirs.start) > slack:
        return "start differs"
    if theirs.end is None:
        return "agrees" if theirs.start else "no dates"
    if ours.precision == "seen":  # an end that we do not claim
        return "agrees" if theirs.start else "no start"
    if ours.end is None:
        return "ended there"
    if _distance(ours.end, theirs.end) > slack:
        return "end differs"
    return "agrees" if theirs.start else "no start"


def _distance(one: str, other: str | None) -> int:
    return 0 if other is None else abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _change(found: Comparison, person: str) -> Change:
    """Ours keeps its start unless that differs, and its end where the other table leaves it open."""
    theirs, ours, office = found.theirs, found.ours, found.office
    office_id = office.id if office else ""
    if ours is None:
        tenure = Tenure(
            office=office_id, start=theirs.start or "", person=person, end=theirs.end, precision=theirs.precision,
            source=IMPORTED,
        )  # fmt: skip
    else:
        start = theirs.start or ours.start if found.verdict == "start differs" else ours.start
        precision = _precision(found, ours)
        tenure = replace(ours, start=start, end=theirs.end or ours.end, precision=precision, source=IMPORTED)
    until = (office.known_until if office else None) or "9999"
    known = (tenure.end or tenure.start) if tenure.start > until else None
    return Change(tenure=tenure, ours=ours, place=f"line {theirs.line}", known=known)


def _precision(found: Comparison, ours: Tenure) -> Precision:
    theirs = found.theirs
    if ours.precision == "seen":
        return theirs.precision if theirs.end else "seen"
    if found.verdict == "start differs" and theirs.end:
        return theirs.precision
    return max(ours.precision, theirs.precision, key=COARSE.index)
