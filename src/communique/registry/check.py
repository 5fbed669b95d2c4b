"""Tables of actors -> every fault in them: of single rows, and between rows."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from communique.data.registry import ACTORS, RegistryError, first_day, last_day, load_registry
from communique.data.registry_sheets import Fault, in_order
from communique.data.registry_tables import Tables, find_lines, read_tables
from communique.data.registry_types import TABLES, Name, Office, Row, Tenure

COUNTRY = re.compile(r"[A-Z]{3}|EUR-EU|IGO-[A-Z0-9]+")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SURFACE = re.compile(r"\S(.*[^\s?!~#])?")


class _Tables(Struct, frozen=True):
    """The tables with the place of each row, for the checks below."""

    tables: Tables
    places: dict[int, tuple[str, int]]

    def fault(self, row: Row, column: str, message: str) -> Fault:
        return Fault(*self.places[id(row)], column, message)


def check_registry(overlays: Sequence[Path] = (), *, base: Path = ACTORS) -> tuple[Fault, ...]:
    """Every fault of the registry that ships with ``overlays`` on it; empty where all is in order.

    Where single rows cannot be read, only those are listed: the checks between rows need all of them.
    """
    try:
        load_registry(overlays, base=base)
    except RegistryError as error:
        return error.faults
    tables, sheets = read_tables(base, overlays)
    read = _Tables(tables, find_lines([sheet for table in sheets.values() for sheet in table]))
    return in_order(fault for check in CHECKS for fault in check(read))


def _order_of_dates(read: _Tables) -> Iterator[Fault]:
    for table in ("actors", "codes", "duties", "memberships", "names", "standings", "tenures"):
        for row in getattr(read.tables, table):
            if row.start and row.end and row.end < row.start:
                yield read.fault(row, "end", f"{row.end} lies before the start, {row.start}")


def _one_holder_at_a_time(read: _Tables) -> Iterator[Fault]:
    """Tenures of one seat share a day of handover at most; a stand-in may overlap with whom he stands in for."""
    offices = {office.id: office for office in read.tables.offices}
    by_seat: dict[tuple[str, bool], list[Tenure]] = defaultdict(list)
    for tenure in read.tables.tenures:
        if offices[tenure.office].seats == "1":
            by_seat[tenure.office, tenure.acting].append(tenure)
    for tenures in by_seat.values():
        for one, other in pairwise(sorted(tenures, key=lambda t: (t.start, t.end or "9999"))):
            if overlaps(one, other, offices[one.office]):
                told = f"{other.person} from {other.start}, but {one.person} holds it until {one.end or 'now'}"
                yield read.fault(other, "start", f"{told}; an office of one seat has one holder")


def overlaps(one: Tenure, other: Tenure, office: Office) -> bool:
    """Whether the earlier tenure ends after the other begins, beyond what the precision of both dates allows: June 2020 may end on its first day."""
    end = one.end or office.known_until or "9999-12-31"
    earliest_end = end if one.end is None else first_day(end, one.precision)
    latest_start = last_day(other.start, other.precision) or other.start
    return earliest_end > latest_start


def _holders_known(read: _Tables) -> Iterator[Fault]:
    offices = {office.id: office for office in read.tables.offices}
    persons = {actor.id for actor in read.tables.actors if actor.kind == "person"}
    for office in offices.values():
        if office.known_until is None:
            told = "is empty; write the last day on which its holders are known: after it the office is nobody's"
            yield read.fault(office, "known_until", told)
    for tenure in read.tables.tenures:
        until = offices[tenure.office].known_until or "9999"
        if tenure.start > until:
            told = f"{tenure.start} lies after {until}, the known_until of {tenure.office}; move that forward"
            yield read.fault(tenure, "start", told)
        if tenure.person not in persons:
            yield read.fault(tenure, "person", f"{tenure.person!r} is an actor, but no person")


def _leaders(read: _Tables) -> Iterator[Fault]:
    leading: dict[str | None, str] = {}
    for office in read.tables.offices:
        if office.leads and leading.setdefault(office.country, office.id) != office.id:
            told = f"{leading[office.country]} leads {office.country} already; one office of a state leads it"
            yield read.fault(office, "leads", told)


def _names_decided(read: _Tables) -> Iterator[Fault]:
    """A surface of two actors says in every row what decides, and is at most one actor's by default."""
    by_surface: dict[str, list[Name]] = defaultdict(list)
    for name in read.tables.names:
        if name.kind != "family":
            by_surface[name.surface].append(name)
    for surface, names in by_surface.items():
        if len({name.actor for name in names}) == 1:
            continue
        others = ", ".join(sorted({name.actor for name in names}))
        for name in names:
            if name.needs is None and not _apart(name, names):
                told = f"{surface!r} is a name of {others}: each row must say what decides (default, cue, person ...)"
                yield read.fault(name, "needs", told)
        default = {name.actor for name in names if name.needs == "default"}
        if len(default) > 1:
            told = f"{surface!r} is the default name of {', '.join(sorted(default))}; it can be of one"
            yield read.fault(names[0], "needs", told)


def _apart(name: Name, names: list[Name]) -> bool:
    """Names whose days do not meet need nothing else: Macedonia to 2019, and after."""
    return all(
        other.actor == name.actor
        or (other.end is not None and name.start is not None and other.end < name.start)
        or (name.end is not None and other.start is not None and name.end < other.start)
        for other in names
    )


def _adjectives_of_states(read: _Tables) -> Iterator[Fault]:
    """A dependency never owns the adjective of its state: "Chinese" is not Macau's."""
    actors = {actor.id: actor for actor in read.tables.actors}
    owned = {(n.surface, n.actor) for n in read.tables.names if n.kind in ("adjective", "demonym")}
    for name in read.tables.names:
        parent = actors[name.actor].parent if name.actor in actors else None
        if name.kind in ("adjective", "demonym") and parent and (name.surface, parent) in owned:
            yield read.fault(name, "actor", f"{name.surface!r} belongs to {parent}, of which it is a part")


def _forms(read: _Tables) -> Iterator[Fault]:
    for actor in read.tables.actors:
        if not SLUG.fullmatch(actor.id):
            yield read.fault(actor, "id", f"{actor.id!r} is no slug: small letters, digits and hyphens")
        if actor.country is not None and not COUNTRY.fullmatch(actor.country):
            yield read.fault(actor, "country", f"{actor.country!r} is no ISO 3166 code, IGO-... or EUR-EU")
    for name in read.tables.names:
        if not SURFACE.fullmatch(name.surface):
            yield read.fault(name, "surface", f"{name.surface!r} has a space or a mark at an end")
    for phrase in read.tables.roles:
        if phrase.phrase != phrase.phrase.lower():
            yield read.fault(phrase, "phrase", f"{phrase.phrase!r} must be in lower case")


def _sources(read: _Tables) -> Iterator[Fault]:
    known = {source.source for source in read.tables.sources}
    for table in TABLES:
        for row in getattr(read.tables, table):
            if row.source not in known:
                told = f"{row.source!r} has no row in sources.tsv; add one that says what it is and how sure"
                yield read.fault(row, "source", told)


def _memberships(read: _Tables) -> Iterator[Fault]:
    terms: dict[tuple[str, str], list[tuple[str, str, Row]]] = defaultdict(list)
    for row in read.tables.memberships:
        terms[row.body, row.member].append((row.start or "", row.end or "9999", row))
    for (body, member), spans in terms.items():
        for (_, end, _), (start, _, later) in pairwise(sorted(spans, key=lambda span: span[:2])):
            if start < end:
                told = f"{member} is in {body} until {end} already by another row; end that one first"
                yield read.fault(later, "start", told)


CHECKS: tuple[Callable[[_Tables], Iterator[Fault]], ...] = (
    _order_of_dates, _one_holder_at_a_time, _holders_known, _leaders, _names_decided, _adjectives_of_states, _forms,
    _sources, _memberships,
)  # fmt: skip
