"""Filters -> conditions of SQL with their parameters, over entries ``e`` and their reports ``r``."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from communique.data.codebook import load_modes
from communique.data.registry import Registry
from communique.registry.lookup import UnknownNameError, find_country
from communique.store.engine import Engine, Parameter
from communique.store.errors import FilterError
from communique.store.filters import UNDIRECTED, Filters, check_choice, nearest
from communique.store.fulltext import matches
from communique.store.who import Who, find_who

Condition = tuple[str, list[Parameter]]


class Kind(Struct, frozen=True):
    """One kind of entry: its tables, the columns behind --type and --status, and which sides of it are which."""

    name: str
    table: str
    roles: str
    type: str
    status: str
    acting: tuple[str, ...]
    facing: tuple[str, ...]
    about: tuple[str, ...]


EVENTS = Kind("event", "events", "event_roles", "type", "status", ("actor",), ("recipient",), ("about", "object-actor", "object-recipient"))  # fmt: skip
STATEMENTS = Kind("statement", "statements", "statement_roles", "kind", "act", ("speaker", "on-behalf-of"), ("audience",), ("about",))  # fmt: skip
POSITIONS = Kind("position", "positions", "position_roles", "stance", "direction", ("holder",), ("of",), ("of",))
KINDS = {kind.table: kind for kind in (EVENTS, STATEMENTS, POSITIONS)}


class Asker(Struct, frozen=True):
    """What it takes to understand a question: the store, and the registry (loaded when a name is asked for)."""

    engine: Engine
    registry: Callable[[], Registry]

    def who(self, text: str) -> Who:
        """Whom a name means."""
        return find_who(self.engine, self.registry, text)

    def country(self, text: str) -> str:
        """The code of a country that is asked for."""
        try:
            return find_country(self.registry(), text)
        except UnknownNameError as error:
            raise FilterError(f"--country: {error}") from error


def conditions(asker: Asker, kind: Kind, filters: Filters) -> Condition:
    """All that the filters ask of one entry, joined by AND; TRUE where they ask nothing."""
    found = list(_conditions(asker, kind, filters))
    sql = " AND ".join(f"({part})" for part, _ in found)
    return sql or "TRUE", [value for _, values in found for value in values]


def _conditions(asker: Asker, kind: Kind, filters: Filters) -> Iterator[Condition]:
    yield from _parties(asker, kind, filters)
    yield from _words_of(asker, kind, filters)
    for column, values in ((kind.type, filters.type), (kind.status, filters.status)):
        if values:
            yield f"e.{column} IN ({', '.join('?' * len(values))})", list(values)
    if filters.since:
        yield "coalesce(e.last_day, e.first_day) >= CAST(? AS DATE)", [filters.since]
    if filters.until:
        yield "coalesce(e.first_day, e.last_day) <= CAST(? AS DATE)", [filters.until]
    if filters.min_confidence:
        yield "e.confidence >= ?", [filters.min_confidence]
    if filters.outlet:
        yield _outlet(asker, kind, filters.outlet)
    if filters.mode:
        yield _mode(kind, filters.mode)
    if filters.place:
        yield _place(asker, kind, filters.place)


def _parties(asker: Asker, kind: Kind, filters: Filters) -> Iterator[Condition]:
    actor = asker.who(filters.actor) if filters.actor else None
    other = asker.who(filters.with_) if filters.with_ else None
    if actor and other:
        yield _pair(kind, actor, other)
    elif actor or other:
        yield _one(kind, actor or Who(), kind.acting) if actor else _one(kind, other or Who(), kind.facing)
    if filters.country:
        yield _sided(kind, Who(countries=(asker.country(filters.country),)), (*kind.acting, *kind.facing))


def _one(kind: Kind, who: Who, sides: tuple[str, ...]) -> Condition:
    """Somebody on one side, or on either where the event has no direction."""
    sql, values = _sided(kind, who, sides)
    if kind.table != "events":
        return sql, values
    either, more = _sided(kind, who, (*kind.acting, *kind.facing))
    return f"{sql} OR (e.type IN {UNDIRECTED} AND {either})", [*values, *more]


def _pair(kind: Kind, actor: Who, other: Who) -> Condition:
    """One acting on the other, or both taking part where the event has no direction; never one party twice."""
    sql, values = _both(kind, (actor, kind.acting), (other, kind.facing))
    if kind.table != "events":
        return sql, values
    sides = (*kind.acting, *kind.facing)
    either, more = _both(kind, (actor, sides), (other, sides))
    return f"{sql} OR (e.type IN {UNDIRECTED} AND {either})", [*values, *more]


def _both(kind: Kind, one: tuple[Who, tuple[str, ...]], two: tuple[Who, tuple[str, ...]]) -> Condition:
    (first, acting), (second, facing) = one, two
    a, a_values = first.condition("a")
    b, b_values = second.condition("b")
    sql = (
        f"e.no IN (SELECT a.entry FROM {kind.roles} a JOIN {kind.roles} b ON b.entry = a.entry AND b.number <> a.number "
        f"WHERE {a} AND a.side IN {_listed(acting)} AND {b} AND b.side IN {_listed(facing)})"
    )
    return sql, [*a_values, *b_values]


def _sided(kind: Kind, who: Who, sides: tuple[str, ...]) -> Condition:
    part, values = who.condition("x")
    return f"e.no IN (SELECT x.entry FROM {kind.roles} x WHERE {part} AND x.side IN {_listed(sides)})", values


def _words_of(asker: Asker, kind: Kind, filters: Filters) -> Iterator[Condition]:
    if filters.about:
        yield _about(asker, kind, filters.about)
    if filters.text:
        sentences, terms = matches(filters.text, asker.engine.dialect)
        sql = (
            f"e.no IN (SELECT c.entry FROM ({sentences}) s JOIN citations c ON c.report = s.report "
            f"AND c.kind = '{kind.name}' AND c.field = 'evidence' AND s.sentence BETWEEN c.sentence AND c.last_sentence)"
        )
        yield sql, list(terms)


def _about(asker: Asker, kind: Kind, about: str) -> Condition:
    """About an actor, or about an issue by its id ("ceasefire")."""
    if kind.table == "positions" and asker.engine.rows("SELECT 1 FROM positions WHERE issue = ? LIMIT 1", [about]):
        return "e.issue = ?", [about]
    if asker.engine.rows(f"SELECT 1 FROM {kind.roles} WHERE side = 'about' AND actor = ? LIMIT 1", [about]):
        return _sided(kind, Who(actors=(about,)), kind.about)
    return _sided(kind, asker.who(about), kind.about)


def _outlet(asker: Asker, kind: Kind, outlet: str) -> Condition:
    """Words of an outlet: its reports, and what others took from it."""
    sql = f"SELECT DISTINCT source FROM {kind.table} UNION SELECT DISTINCT publisher FROM reports"
    known = {row[0].lower(): row[0] for row in asker.engine.rows(sql) if row[0]}
    if outlet.lower() not in known:
        check_choice("outlet", outlet, sorted(known.values()))
    return "lower(e.source) = ? OR lower(r.publisher) = ?", [outlet.lower(), outlet.lower()]


def _mode(kind: Kind, modes: tuple[str, ...]) -> Condition:
    if kind.table != "events":
        raise FilterError(f"--mode goes with events; {kind.table} have none")
    known = sorted({mode.mode for mode in load_modes()} - {""})
    for mode in modes:
        check_choice("mode", mode, known)
    return f"e.mode IN ({', '.join('?' * len(modes))})", list(modes)


def _place(asker: Asker, kind: Kind, place: str) -> Condition:
    if kind.table != "events":
        raise FilterError(f"--place goes with events; {kind.table} have none")
    if asker.engine.rows("SELECT 1 FROM events WHERE lower(place) = ? LIMIT 1", [place.lower()]):
        return "lower(e.place) = ?", [place.lower()]
    try:
        return "e.place_country = ?", [find_country(asker.registry(), place)]
    except UnknownNameError as error:
        places = asker.engine.rows("SELECT DISTINCT place FROM events WHERE place IS NOT NULL")
        near = nearest(place, [row[0] for row in places])
        raise FilterError(f"no event of this store is in {place!r}{near}") from error


def _listed(values: tuple[str, ...]) -> str:
    """Words of our own as a list of SQL; what a user types is always a parameter."""
    return f"({', '.join(repr(value) for value in values)})"
