"""What a question may ask for, and whether what it asks for is there to be asked."""

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Annotated, get_args

import msgspec
from msgspec import Struct

from communique.store.errors import FilterError
from communique.types import Act, ActorKind, Day, EventType, Stance, StatementKind, Status

LEVELS = ("none", "report", "day", "story")
SORTS = ("date", "-date", "sources", "-sources", "confidence", "-confidence", "type", "-type", "id", "-id")
# Types of event without a direction: whoever takes part is an actor of the event.
UNDIRECTED = ("CONSULT", "COOPERATE", "AGREE")

TYPES: dict[str, tuple[str, ...]] = {
    "events": get_args(EventType),
    "statements": get_args(StatementKind),
    "positions": get_args(Stance),
    "actors": get_args(ActorKind),
    "reports": (),
    "contradictions": ("number", "denial", "parties", "day"),
}
STATUSES: dict[str, tuple[str, ...]] = {
    "events": get_args(Status),
    "statements": get_args(Act),
    "positions": ("for", "against", "neither"),
    "actors": (),
    "reports": (),
    "contradictions": (),
}


class Filters(Struct, frozen=True, kw_only=True):
    """What entries a question is about; what is left empty does not matter.

    ``actor`` acts or speaks, ``with_`` is the other side (either, where an event has no direction: CONSULT, COOPERATE,
    AGREE); ``country`` is that of any party. ``since`` and ``until`` meet the days of an entry; an entry without a date
    meets neither. ``type`` is the type of an event, the kind of a statement or an actor, the stance of a position;
    ``status`` that of an event, the act of a statement (said, declined, denied), the direction of a position.
    """

    actor: str | None = None
    with_: str | None = None
    country: str | None = None
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None
    place: str | None = None
    outlet: str | None = None
    about: str | None = None
    min_sources: int = 0
    min_confidence: float = 0.0
    text: str | None = None


class Paging(Struct, frozen=True, kw_only=True):
    """Which part of the answer, in which order, merged how far; ``limit`` None is all."""

    dedupe: str = "story"
    sort: str = "date"
    limit: Annotated[int, msgspec.Meta(ge=0)] | None = 50
    offset: Annotated[int, msgspec.Meta(ge=0)] = 0


def check(kind: str, filters: Filters, paging: Paging) -> None:
    """Raises FilterError, with the choices, for a value that there is not."""
    _each("type", filters.type, TYPES[kind], kind)
    _each("status", filters.status, STATUSES[kind], kind)
    _each("dedupe", (paging.dedupe,), LEVELS, kind)
    _each("sort", (paging.sort,), SORTS, kind)
    since, until = check_day("since", filters.since), check_day("until", filters.until)
    if since and until and since > until:
        raise FilterError(f"--since {since} lies after --until {until}; exchange them")


def check_choice(name: str, value: str, choices: Iterable[str]) -> None:
    """Raises FilterError for a value that is none of the choices, with the nearest and all of them."""
    known = list(choices)
    if value not in known:
        meant = nearest(value, known)
        raise FilterError(
            f"--{name} {value!r} is unknown{meant or '.'} There is {', '.join(known) or 'none in this store'}"
        )


def nearest(value: str, known: Iterable[str] | Mapping[str, str], *, count: int = 3) -> str:
    """The names most like a value, as the end of a message; empty where none is like it.

    A mapping says what each spelling stands for: "sikorski" for Radosław Sikorski.
    """
    named = known if isinstance(known, Mapping) else {name.lower(): name for name in sorted(known)}
    near = dict.fromkeys(named[key] for key in get_close_matches(value.lower(), named, n=count, cutoff=0.6))
    return f"; did you mean {' or '.join(near)}?" if near else ""


def check_day(name: str, value: Day | None) -> Day | None:
    """Raises FilterError for what is no day."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError) as error:
        raise FilterError(f"--{name} {value!r} is no day; write it as YYYY-MM-DD, such as 2021-08-16") from error


def _each(name: str, values: tuple[str, ...], choices: tuple[str, ...], kind: str) -> None:
    if values and not choices:
        raise FilterError(f"--{name} does not go with {kind}")
    for value in values:
        check_choice(name, value, choices)
