"""Positions of many reports -> Courses: where each actor stood on each issue, day by day, and what moved it.

A pure function of dated positions, in any order; a store keeps ``Dated`` and asks ``trace_positions`` for what it shows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from communique.types import Actor, Day, Position, RecordFields, Stance

Kind = Literal["turned", "hardened", "softened", "condition"]

_OFFICIAL = frozenset({"government", "ministry", "military", "parliament", "court", "police", "body"})
_SPEAKING = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO"})
_FIRMNESS: dict[Stance, int] = {
    "neutral": 0,
    "concerned": 1,
    "open-to": 1,
    "calls-for": 2,
    "supports": 2,
    "opposes": 2,
    "rejects": 2,
}
_ALIKE = 0.5


class Dated(Struct, frozen=True, kw_only=True):
    """A position as one report tells it. ``who`` is the country or body for which the actor speaks, else the actor: what
    a foreign minister says is a state's position. ``of`` are those concerned, by country where one is known; ``because``
    the report's words for what moved it, if it has any."""

    report: str
    day: Day | None
    who: str
    country: str | None
    of: frozenset[str]
    position: Position
    because: str | None = None


class Moved(Struct, frozen=True, kw_only=True):
    """A change: from which report's position, whether it turned, hardened, softened or a condition came or went, and the
    words of the later report that say why."""

    kind: Kind
    before: str
    because: str | None = None


class Step(Struct, frozen=True, kw_only=True):
    """A position in a course; it holds from its day to the day before the next that differs, or openly (None).
    ``reports`` are all that tell it unchanged, the first one first."""

    report: str
    start: Day | None
    end: Day | None
    position: Position
    reports: tuple[str, ...]
    moved: Moved | None = None


class Course(Struct, frozen=True, kw_only=True):
    """One actor on one issue of one thing: the steps in order of time."""

    who: str
    country: str | None
    issue: str
    of: frozenset[str]
    steps: tuple[Step, ...]


def date_positions(record: RecordFields) -> tuple[Dated, ...]:
    """All positions of one report, with the day of each, else that of publication."""
    actors = {actor.id: actor for actor in record.actors}
    return tuple(_dated(record, position, actors) for position in record.positions)


def trace_positions(told: Iterable[Dated]) -> tuple[Course, ...]:
    """The course of every actor on every issue, sorted by actor, issue and first day."""
    groups: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for one in told:
        groups[one.who, one.position.issue.id].append(one)
    courses = [_course(key, kept) for key in sorted(groups) for kept in _things(groups[key])]
    return tuple(courses)


def _dated(record: RecordFields, position: Position, actors: dict[str, Actor]) -> Dated:
    country, text = position.actor.country, record.report.text
    start = position.date.start if position.date is not None else None
    own = {position.actor.actor, country}
    concerned = {_thing(actors[a]) for a in position.issue.of if a in actors}
    because = position.because
    return Dated(
        report=record.report.id,
        day=start or record.report.published,
        who=_side(position, actors.get(position.actor.actor)),
        country=country,
        of=frozenset(concerned - own),
        position=position,
        because=None if because is None or text is None else text[because.start : because.end],
    )


def _side(position: Position, actor: Actor | None) -> str:
    """Norway for its foreign minister; a rebel, a party, a private person speak for themselves."""
    role = position.actor
    official = role.sector in _SPEAKING or (actor is not None and actor.kind in _OFFICIAL)
    return role.country if official and role.country else role.actor


def _thing(actor: Actor) -> str:
    """A state for its government and capital; a person or a group is itself."""
    return actor.country if actor.country and actor.kind in _OFFICIAL else actor.id


def _things(told: list[Dated]) -> Iterator[list[Dated]]:
    """Those that concern the same: sanctions on Mali are not sanctions on Iran; who names nobody means the only thing."""
    ordered = sorted(told, key=lambda d: (d.day or "9999", d.report, d.position.evidence, d.position.id))
    kept: list[tuple[frozenset[str], list[Dated]]] = []
    for one in (d for d in ordered if d.of):
        best = max(kept, key=lambda group: _likeness(group[0], one.of), default=None)
        if best is None or _likeness(best[0], one.of) < _ALIKE:
            kept.append((one.of, [one]))
        else:
            best[1].append(one)
    bare = [d for d in ordered if not d.of]
    if bare and len(kept) == 1:
        kept[0][1].extend(bare)
    elif bare:
        kept.append((frozenset(), bare))
    for _, group in kept:
        yield sorted(group, key=lambda d: (d.day or "9999", d.report, d.position.evidence, d.position.id))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared else 0.0


def _course(key: tuple[str, str], told: list[Dated]) -> Course:
    steps: list[Step] = []
    for one in _one_a_report(told):
        kind = _change(steps[-1].position, one.position) if steps else None
        if steps and kind is None:
            steps[-1] = replace(steps[-1], reports=(*steps[-1].reports, one.report))
            continue
        moved = None if kind is None else Moved(kind=kind, before=steps[-1].reports[-1], because=one.because)
        if steps and one.day is not None:
            steps[-1] = replace(steps[-1], end=_eve(one.day))
        steps.append(
            Step(report=one.report, start=one.day, end=None, position=one.position, reports=(one.report,), moved=moved)
        )
    of = max((d.of for d in told), key=lambda things: (len(things), sorted(things)))
    return Course(who=key[0], country=told[0].country, issue=key[1], of=of, steps=tuple(steps))


def _one_a_report(told: list[Dated]) -> list[Dated]:
    """The surest position of each report and day; of two as sure the first told."""
    best: dict[tuple[str, Day | None], Dated] = {}
    for one in told:
        at = (one.report, one.day)
        if at not in best or one.position.confidence > best[at].position.confidence:
            best[at] = one
    return list(best.values())


def _change(before: Position, after: Position) -> Kind | None:
    if before.direction != after.direction:
        return "turned"
    firmer = _FIRMNESS[after.stance] - _FIRMNESS[before.stance]
    if firmer:
        return "hardened" if firmer > 0 else "softened"
    return "condition" if (before.condition is None) != (after.condition is None) else None


def _eve(day: Day) -> Day:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
