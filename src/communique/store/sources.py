"""Whose words an entry is: the first outlet of its chain, else the publisher of the report."""

from collections.abc import Callable

from communique.store.flatten import Entry
from communique.types import Event, RecordFields, Statement


def sources_of(record: RecordFields) -> Callable[[Entry], str | None]:
    """A function from an entry of the record to its root outlet.

    An event that a statement performs or reports, and a position that rests on one, come from where the statement does.
    """
    said = {statement.id: statement for statement in record.statements}
    names = {actor.id: actor.name for actor in record.actors}

    def root(entry: Entry) -> str | None:
        statement = said.get(_spoken(entry) or "")
        chain = (statement.outlet, *statement.via) if statement else ()
        first = next((role for role in chain if role is not None), None)
        return names.get(first.actor, first.actor) if first else record.report.publisher

    return root


def _spoken(entry: Entry) -> str | None:
    if isinstance(entry, Statement):
        return entry.id
    if isinstance(entry, Event):
        return entry.reported_by or entry.performed_by
    return next((id_ for id_ in getattr(entry, "rests_on", ()) if "#s-" in id_), None)
