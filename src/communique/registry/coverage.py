"""How many days since 2000 have a holder, office by office, for the states of coverage.toml."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from communique.data.coverage import CoverageRules
from communique.data.registry import Registry, first_day, last_day
from communique.types import Day

Interval = tuple[int, int]


class Coverage(Struct, frozen=True, kw_only=True):
    """Days of one role in one state: all, with a holder, told to be vacant; and the intervals without either."""

    country: str
    role: str
    days: int
    held: int
    vacant: int
    gaps: tuple[tuple[Day, Day], ...]


def measure_coverage(registry: Registry, rules: CoverageRules, until: Day) -> tuple[Coverage, ...]:
    """One Coverage for each state and role of ``rules``, from ``rules.since`` to ``until``, both included."""
    window = (date.fromisoformat(rules.since).toordinal(), date.fromisoformat(until).toordinal())
    return tuple(_coverage(registry, country, role, window) for country in rules.states for role in rules.roles)


def _coverage(registry: Registry, country: str, role: str, window: Interval) -> Coverage:
    held = _joined(_clipped(_held(registry, country, role, window), window))
    vacant = [
        (_ordinal(duty.start), _ordinal(duty.end) if duty.end else window[1])
        for duty in registry.duties.get((country, role), ())
        if duty.office is None
    ]
    told = _joined(_clipped([*held, *vacant], window))
    return Coverage(
        country=country,
        role=role,
        days=window[1] - window[0] + 1,
        held=_length(held),
        vacant=_length(told) - _length(held),
        gaps=tuple((_day(first), _day(last)) for first, last in _between(told, window)),
    )


def _held(registry: Registry, country: str, role: str, window: Interval) -> Iterator[Interval]:
    """The tenures of the offices with the role, and of those that duties.tsv lends it, while it does."""
    for office in registry.offices.values():
        if office.country == country and office.role == role:
            yield from _tenures(registry, office.id, window[1])
    for duty in registry.duties.get((country, role), ()):
        if duty.office is not None:
            lent = (_ordinal(duty.start), _ordinal(duty.end) if duty.end else window[1])
            yield from _clipped(_tenures(registry, duty.office, window[1]), lent)


def _tenures(registry: Registry, office: str, until: int) -> Iterator[Interval]:
    known = registry.offices[office].known_until
    limit = _ordinal(known) if known else until
    for tenure in registry.tenures.get(office, ()):
        end = last_day(tenure.end, tenure.precision)
        yield _ordinal(first_day(tenure.start, tenure.precision)), min(_ordinal(end), limit) if end else limit


def _clipped(intervals: Iterable[Interval], window: Interval) -> list[Interval]:
    cut = [(max(first, window[0]), min(last, window[1])) for first, last in intervals]
    return [(first, last) for first, last in cut if first <= last]


def _joined(intervals: list[Interval]) -> list[Interval]:
    joined: list[Interval] = []
    for first, last in sorted(intervals):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _between(joined: list[Interval], window: Interval) -> Iterator[Interval]:
    at = window[0]
    for first, last in joined:
        if first > at:
            yield at, first - 1
        at = last + 1
    if at <= window[1]:
        yield at, window[1]


def _length(intervals: list[Interval]) -> int:
    return sum(last - first + 1 for first, last in intervals)


def _ordinal(day: Day) -> int:
    return date.fromisoformat(day).toordinal()


def _day(ordinal: int) -> Day:
    return date.fromordinal(ordinal).isoformat()
