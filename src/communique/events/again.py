"""Acts told again without all their parties -> the parties of the only telling that names them."""

from collections.abc import Callable

from msgspec.structs import replace

from communique.types import Date, Event, Role

# Acts of which a report tells one again and again; what is asked, refused or condemned are many of a kind.
_TOLD_AGAIN = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "AID", "RETREAT"})


def with_parties_told_elsewhere(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events whose doer or recipient is left out ("the minister was killed") with those of the other events of the report
    that tell the same act, if these agree on one. The roles rest on the words of that other telling."""
    return tuple(_completed(event, events) for event in events)


def _completed(event: Event, events: tuple[Event, ...]) -> Event:
    if event.type not in _TOLD_AGAIN or event.status != "actual" or bool(event.actors) == bool(event.recipients):
        return event
    others = [other for other in events if _tells_same(event, other)]
    if event.recipients:
        return replace(event, actors=_agreed(others, lambda other: other.actors))
    return replace(event, recipients=_agreed(others, lambda other: other.recipients))


def _tells_same(event: Event, other: Event) -> bool:
    """Whether another event has the same kind, mode, day and known side, and both sides."""
    if other.type != event.type or other.status != event.status or not (other.actors and other.recipients):
        return False
    if event.mode != other.mode and None not in (event.mode, other.mode):
        return False
    known = _ids(event.actors) <= _ids(other.actors) and _ids(event.recipients) <= _ids(other.recipients)
    return known and meet(event.date, other.date)


def _ids(roles: tuple[Role, ...]) -> frozenset[str]:
    return frozenset(role.actor for role in roles)


def _agreed(others: list[Event], side: Callable[[Event], tuple[Role, ...]]) -> tuple[Role, ...]:
    """What all others have on one side; nothing where they differ."""
    if len({_ids(side(other)) for other in others}) != 1:
        return ()
    return side(others[0])


def meet(one: Date | None, other: Date | None) -> bool:
    """Whether two dates may be of one day: they overlap, or one is unknown."""
    if one is None or other is None or one.start is None or other.start is None:
        return True
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)
