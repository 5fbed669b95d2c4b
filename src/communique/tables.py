"""A record -> flat rows, one table for each kind of entry: what CSV, pandas and the notebook view show."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from communique.types import Date, Event, Position, RecordFields, Relation, Role, Span, Statement

Row = dict[str, str | int | float | None]

TABLES = ("events", "statements", "positions", "relations", "actors", "times", "places", "problems", "removed")


def rows(record: RecordFields, table: str) -> Iterator[Row]:
    """The rows of one of TABLES; lists are joined by "; ". Raises KeyError for a table that there is not."""
    names = {a.id: a.name for a in record.actors}
    makers: dict[str, tuple[Iterable[Any], Callable[[Any], Row]]] = {
        "events": (record.events, lambda e: _event(e, names)),
        "statements": (record.statements, lambda s: _statement(s, names)),
        "positions": (record.positions, lambda p: _position(p, names)),
        "relations": (record.relations, lambda r: _relation(r, names)),
        "actors": (record.actors, lambda a: {"id": a.id, "kind": a.kind, "name": a.name, "country": a.country, "wikidata": a.wikidata, "provisional": int(a.provisional), "mentions": len(a.mentions)}),
        "times": (record.times, lambda t: {"text": t.text, "from": t.start, "to": t.end, "granularity": t.granularity, **_cited(t.span)}),
        "places": (record.places, lambda p: {"name": p.name, "country": p.country, "latitude": p.latitude, "longitude": p.longitude, "kind": p.kind, **_cited(p.span)}),
        "problems": (record.problems, lambda p: {"stage": p.stage, "message": p.message, **_cited(p.span)}),
        "removed": (record.report.removed, lambda r: {"reason": r.reason, "start": r.start, "end": r.end}),
    }  # fmt: skip
    entries, make = makers[table]
    text = record.report.text
    for entry in entries:
        row = make(entry)
        if text is not None and row.get("start") is not None:
            row["words"] = text[int(str(row["start"])) : int(str(row["end"]))]
        yield {"report": record.report.id, **row}


def entry_row(entry: Event | Statement | Position | Relation, names: dict[str, str]) -> Row:
    """The flat row of one entry; ``names`` says what its actors are called."""
    if isinstance(entry, Event):
        return _event(entry, names)
    if isinstance(entry, Statement):
        return _statement(entry, names)
    return _position(entry, names) if isinstance(entry, Position) else _relation(entry, names)


def _event(event: Event, names: dict[str, str]) -> Row:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        **_dated(event.date),
        "actors": _names(event.actors, names),
        "actor_countries": _countries(event.actors),
        "actor_sectors": "; ".join(r.sector or "" for r in event.actors),
        "recipients": _names(event.recipients, names),
        "recipient_countries": _countries(event.recipients),
        "recipient_sectors": "; ".join(r.sector or "" for r in event.recipients),
        "place": event.place.name if event.place else None,
        "place_country": event.place.country if event.place else None,
        "score": event.score,
        "contexts": "; ".join(event.contexts),
        "cameo": "; ".join(event.cameo),
        "background": int(event.background),
        "performed_by": event.performed_by,
        "reported_by": event.reported_by,
        "confidence": event.confidence,
        "rule": event.rule,
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        **_cited(event.evidence[0]),
    }


def _statement(statement: Statement, names: dict[str, str]) -> Row:
    return {
        "id": statement.id,
        "kind": statement.kind,
        "act": statement.act,
        **_dated(statement.date),
        "speakers": _names(statement.speakers, names),
        "speaker_countries": _countries(statement.speakers),
        "on_behalf_of": _names([statement.on_behalf_of], names),
        "audience": _names([statement.audience], names),
        "outlet": _names([statement.outlet], names),
        "medium": statement.medium.name if statement.medium else None,
        "clarifies": statement.clarifies,
        "confidence": statement.confidence,
        "rule": statement.rule,
        **_cited(statement.content or statement.evidence[0]),
    }


def _position(position: Position, names: dict[str, str]) -> Row:
    return {
        "id": position.id,
        "actor": _names([position.actor], names),
        "actor_country": position.actor.country,
        "issue": position.issue.id,
        "of": "; ".join(names.get(a, a) for a in position.issue.of),
        "stance": position.stance,
        "direction": position.direction,
        **_dated(position.date),
        "rests_on": "; ".join(position.rests_on),
        "rule": position.rule,
        **_cited(position.evidence[0]),
    }


def _relation(relation: Relation, names: dict[str, str]) -> Row:
    return {
        "id": relation.id,
        "kind": relation.kind,
        "subject": _names([relation.subject], names),
        "object": _names([relation.object], names),
        "from": relation.start,
        "to": relation.end,
        "rule": relation.rule,
        **_cited(relation.evidence[0]),
    }


def _names(roles: Iterable[Role | None], names: dict[str, str]) -> str:
    return "; ".join(names.get(r.actor, r.actor) for r in roles if r is not None)


def _countries(roles: Iterable[Role]) -> str:
    return "; ".join(r.country or "" for r in roles)


def _dated(date: Date | None) -> Row:
    return {"date_from": date.start if date else None, "date_to": date.end if date else None}


def _cited(span: Span | None) -> Row:
    return {"start": span.start if span else None, "end": span.end if span else None}
