"""The registry: who is who, what they are called, and who held which office on which day (data/actors/*.tsv)."""

import gc
import hashlib
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from communique.data.registry_names import derive_bodies, derive_names
from communique.data.registry_sheets import RegistryError
from communique.data.registry_tables import Tables, check_references, read_tables
from communique.data.registry_types import (
    Code,
    Duty,
    Membership,
    Name,
    Office,
    RegistryActor,
    RolePhrase,
    Source,
    Standing,
    Tenure,
)
from communique.types import Day

__all__ = [
    "Registry", "RegistryError", "RolePhrase", "body_of", "country_of_outlet", "first_day", "holders_on", "last_day", "load_registry",
    "members_on", "office_of", "offices_held", "standing_on",
]  # fmt: skip

ARTICLES = frozenset({"al", "el", "the"})
ACTORS = Path(__file__).parent / "actors"
Value = TypeVar("Value")


class Registry(Struct, frozen=True, kw_only=True):
    """The tables as lookups.

    ``names`` maps a surface, case as written, to the names that are written so; ``starts`` the words with
    which surfaces begin to the length of the longest that does, so that most words need no look-up; ``roles`` a phrase in lower case,
    ``role_words`` the words of these phrases;
    ``states`` a country to its state; ``bodies`` a country and what a body plays there ("mfa", "parliament") to the body; ``held`` a person to tenures;
    ``by_role`` a country and a role to offices; ``by_body`` a body to the offices in it ("NATO chief", "Hamas leader").
    """

    actors: dict[str, RegistryActor]
    names: dict[str, tuple[Name, ...]]
    starts: dict[str, int]
    offices: dict[str, Office]
    tenures: dict[str, tuple[Tenure, ...]]
    standings: dict[str, tuple[Standing, ...]]
    memberships: tuple[Membership, ...]
    roles: dict[str, tuple[RolePhrase, ...]]
    role_words: frozenset[str]
    bodies: dict[tuple[str, str], str]
    states: dict[str, str]
    held: dict[str, tuple[Tenure, ...]]
    by_role: dict[tuple[str, str], tuple[Office, ...]]
    by_body: dict[str, tuple[Office, ...]]
    codes: dict[str, tuple[Code, ...]]
    duties: dict[tuple[str, str], tuple[Duty, ...]]
    sources: dict[str, Source]
    sha256: str


def load_registry(overlays: Sequence[Path] = (), *, base: Path = ACTORS) -> Registry:
    """The registry that ships, with folders of tables laid over it, the last on top.

    In an overlay any of the tables may stand: a row takes the place of the one with its key, a row whose source is
    ``drop`` removes it. Raises RegistryError with every bad row; nothing is loaded half.
    """
    with _collector_paused():
        return _load(base, overlays)


def _load(base: Path, overlays: Sequence[Path]) -> Registry:
    tables, sheets = read_tables(base, overlays)
    derived = derive_bodies(tables)
    check_references(tables, sheets, [actor.id for actor in derived])
    bodies = {(actor.country or "", actor.id[4:]): actor.id for actor in derived} | tables.plays
    names = _grouped((*tables.names, *derive_names(tables, bodies)), lambda name: name.surface)
    tenures = sorted(tables.tenures, key=_by_start)
    return Registry(
        actors={actor.id: actor for actor in (*tables.actors, *derived)},
        names=names,
        starts=_starts(names),
        offices={office.id: office for office in tables.offices},
        tenures=_grouped(tenures, lambda tenure: tenure.office),
        standings=_grouped(tables.standings, lambda standing: standing.actor),
        memberships=tables.memberships,
        roles=_grouped(tables.roles, lambda role: role.phrase),
        role_words=frozenset(word for role in tables.roles for word in re.findall(r"\w+", role.phrase)),
        bodies=bodies,
        states={a.country: a.id for a in tables.actors if a.country and a.id == a.country.lower()},
        held=_grouped(tenures, lambda tenure: tenure.person),
        by_role=_offices_by_role(tables),
        by_body=_grouped(tables.offices, lambda office: office.body),
        codes=_grouped(tables.codes, lambda code: code.actor),
        duties=_grouped(tables.duties, lambda duty: (duty.country, duty.role)),
        sources={source.source: source for source in tables.sources},
        sha256=_digest((base, *overlays)),
    )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """The tables are 150,000 objects that all stay: searching them for garbage took a quarter of the time to load."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def standing_on(registry: Registry, actor_id: str, day: Day | None) -> Standing | None:
    """Country and sector of an actor on a day; without a day the sector only if it never changes.

    A person's come from the offices held that day; somebody who held one before is of the elite (ELI); after an
    office's ``known_until`` only the country is known.
    """
    actor = registry.actors.get(actor_id)
    if actor is None:
        return None
    if actor.kind == "person":
        return _standing_of_person(registry, actor, day)
    dated = registry.standings.get(actor_id)
    if dated is None:
        return Standing(actor=actor_id, country=actor.country, sector=actor.sector)
    if day is None:
        return Standing(actor=actor_id, country=actor.country, sector=None)
    return next((standing for standing in dated if _covers(standing.start, standing.end, day)), None)


def holders_on(registry: Registry, office_id: str, day: Day | None) -> tuple[Tenure, ...]:
    """Who held an office on a day: every candidate on a handover; nobody without a day or after ``known_until``."""
    office = registry.offices.get(office_id)
    if office is None or day is None:
        return ()
    return tuple(tenure for tenure in registry.tenures.get(office_id, ()) if _held(tenure, office, day))


def office_of(registry: Registry, country: str, role: str, day: Day | None = None) -> Office | None:
    """The office with that role in a state or body ("foreign_minister" of "USA": the secretary of state) on a day.

    Role "leader" is the office that leads the state: the president of France, the chancellor of Germany. Where
    duties.tsv says that another office played the role on the day, it is that one (Libya's leader of 2005). None where
    several offices have the role, for then the role alone does not say which.
    """
    for duty in registry.duties.get((country, role), ()):
        if day is not None and _covers(duty.start, duty.end, day):
            return registry.offices[duty.office] if duty.office else None
    offices = registry.by_role.get((country, role), ())
    return offices[0] if len(offices) == 1 else None


def offices_held(registry: Registry, person_id: str, day: Day | None) -> tuple[Office, ...]:
    """The offices that a person held on a day, in the order in which they were taken up."""
    if day is None:
        return ()
    held = [(tenure, registry.offices[tenure.office]) for tenure in registry.held.get(person_id, ())]
    return tuple(dict.fromkeys(office for tenure, office in held if _held(tenure, office, day)))


def members_on(registry: Registry, body_id: str, day: Day | None) -> tuple[Membership, ...]:
    """Who belonged to a body on a day; nobody without a day."""
    if day is None:
        return ()
    return tuple(
        membership
        for membership in registry.memberships
        if membership.body == body_id and _covers(membership.start, membership.end, day)
    )


def body_of(registry: Registry, country: str, plays: str) -> RegistryActor | None:
    """The body that plays a part in a state: ("USA", "mfa") is the State Department."""
    actor = registry.bodies.get((country, plays))
    return registry.actors[actor] if actor else None


def country_of_outlet(registry: Registry, publisher: str | None) -> str | None:
    """The country of an outlet by its name; None where the registry has no outlet of that name, or several."""
    actors = {name.actor for name in registry.names.get(publisher or "", ())}
    countries = {registry.actors[actor].country for actor in actors if registry.actors[actor].kind == "outlet"}
    return countries.pop() if len(countries) == 1 else None


def _standing_of_person(registry: Registry, actor: RegistryActor, day: Day | None) -> Standing:
    country_only = Standing(actor=actor.id, country=actor.country, sector=None)
    tenures = registry.held.get(actor.id, ())
    if not tenures or actor.sector is not None:
        return Standing(actor=actor.id, country=actor.country, sector=actor.sector)
    if day is None:
        return country_only
    offices = offices_held(registry, actor.id, day)
    if offices:
        return Standing(actor=actor.id, country=offices[0].country or actor.country, sector=offices[0].sector)
    ended = all(tenure.end is not None and tenure.end < day for tenure in tenures)
    return Standing(actor=actor.id, country=actor.country, sector="ELI") if ended else country_only


def _held(tenure: Tenure, office: Office, day: Day) -> bool:
    if office.known_until is not None and day > office.known_until:
        return False
    return _covers(first_day(tenure.start, tenure.precision), last_day(tenure.end, tenure.precision), day)


def _covers(start: Day | None, end: Day | None, day: Day) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def first_day(day: Day, precision: str) -> Day:
    """The earliest day that a date may mean: of a month or year its first."""
    return {"month": f"{day[:7]}-01", "year": f"{day[:4]}-01-01"}.get(precision, day)


def last_day(day: Day | None, precision: str) -> Day | None:
    """The latest day that a date may mean: of a month or year its last; None of an open end."""
    if day is None or precision in ("day", "seen"):
        return day
    if precision == "year":
        return f"{day[:4]}-12-31"
    first = date.fromisoformat(day)
    return first.replace(day=monthrange(first.year, first.month)[1]).isoformat()


def _offices_by_role(tables: Tables) -> dict[tuple[str, str], tuple[Office, ...]]:
    """A role of one-seat offices is theirs alone; the leader of a state is the office that offices.tsv says leads."""
    one_seat = {(office.country, office.role) for office in tables.offices if office.seats == "1"}
    roles = [
        ((office.country or "", office.role), office)
        for office in tables.offices
        if office.seats == "1" or (office.country, office.role) not in one_seat
    ]
    leaders = [((office.country or "", "leader"), office) for office in tables.offices if office.leads]
    groups = _grouped([*roles, *leaders], lambda pair: pair[0])
    return {key: tuple(office for _, office in pairs) for key, pairs in groups.items()}


def _by_start(tenure: Tenure) -> tuple[str, str]:
    return tenure.start, tenure.person


Key = TypeVar("Key")


def _grouped(values: Iterable[Value], key: Callable[[Value], Key]) -> dict[Key, tuple[Value, ...]]:
    groups: dict[Key, tuple[Value, ...]] = {}
    for value in values:
        at = key(value)
        groups[at] = (*groups[at], value) if at in groups else (value,)
    return groups


def _starts(surfaces: Iterable[str]) -> dict[str, int]:
    """By the first word of surfaces and by the letters and digits that it begins with: "U.S." and "U", "al"."""
    starts: dict[str, int] = {}
    for surface in surfaces:
        first = surface.split(" ", 1)[0]
        if len(surface) > starts.get(first, 0):
            starts[first] = len(surface)
    for first, length in tuple(starts.items()):
        start = first if first.isalnum() else _letters(first)
        if first[0].islower() and start not in ARTICLES:
            del starts[first]
        elif length > starts.get(start, 0):
            starts[start] = length
    return starts


def _letters(word: str) -> str:
    return next((word[:i] for i, letter in enumerate(word) if not letter.isalnum()), word)


def _digest(folders: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.tsv")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
