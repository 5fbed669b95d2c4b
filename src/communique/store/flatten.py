"""One record -> the rows of every table, a report's entries numbered together."""

import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from communique.store.engine import Value
from communique.store.spans import cited
from communique.store.words import folded
from communique.types import Date, Event, Position, RecordFields, Relation, Role, Span, Statement

Row = dict[str, Value]
Entry = Event | Statement | Position | Relation
# Entries of report n are numbered from n times this: a report has never had a hundredth of it.
PLACES = 1 << 16

KINDS = ("event", "statement", "position", "relation")
# Tables whose rows belong to a report and go when it is read anew.
OF_REPORT = (
    "sentences", "actors", "mentions", "events", "event_roles", "statements", "statement_roles", "positions",
    "position_roles", "relations", "relation_roles", "corrections", "citations", "problems",
)  # fmt: skip


def flatten(record: RecordFields, no: int, source_of: Callable[[Entry], str | None]) -> Iterator[tuple[str, Row]]:
    """Every row of a record with the table it goes into; ``source_of`` says whose words an entry is."""
    starts = [span.start for span in record.report.sentences]
    yield from _actors(record, no)
    for number, entry in enumerate(entries(record)):
        at = no * PLACES + number
        kind = kind_of(entry)
        told = {"source": source_of(entry), "words": _words(record, entry), "body": _json(entry)}
        yield f"{kind}s", {"no": at, "report": no, "id": entry.id, **_ROWS[kind](entry), **told}
        for place, (side, role) in enumerate(_SIDES[kind](entry)):
            yield f"{kind}_roles", {"entry": at, "report": no, "side": side, "number": place, **_role(role)}
        for field, span in cited(entry):
            first, last = bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1) - 1
            within = {"sentence": first, "last_sentence": last}
            yield "citations", {"report": no, "kind": kind, "entry": at, "field": field, **_span(span), **within}
    yield from (("corrections", {"report": no, **row}) for row in _corrections(record))
    for problem in record.problems:
        yield "problems", {"report": no, "stage": problem.stage, "message": problem.message, **_span(problem.span)}


def report_row(record: RecordFields, no: int, run: int, content: str) -> Row:
    """The row of the report itself."""
    report = record.report
    shared = ("id", "source_sha256", "path", "url", "publisher", "title", "author", "published", "published_basis", "updated", "language", "licence", "text")  # fmt: skip
    return {"no": no, "run": run, "content": content, "characters": len(report.text or ""), **{f: getattr(report, f) for f in shared}}  # fmt: skip


def packed(record: RecordFields) -> bytes:
    """A whole record as it is kept for its run."""
    return zlib.compress(msgspec.json.encode(record), 1)


def unpacked(data: bytes) -> RecordFields:
    """The record that ``packed`` kept."""
    return msgspec.json.decode(zlib.decompress(data), type=RecordFields)


def entries(record: RecordFields) -> Iterator[Entry]:
    """All entries of a record, in the order in which they are numbered."""
    yield from record.events
    yield from record.statements
    yield from record.positions
    yield from record.relations


def kind_of(entry: Entry) -> str:
    """Which of KINDS an entry is."""
    return type(entry).__name__.lower()


def _actors(record: RecordFields, no: int) -> Iterator[tuple[str, Row]]:
    for actor in record.actors:
        fields = ("id", "kind", "name", "country", "wikidata", "provisional")
        called = actor.role_reported.text if actor.role_reported else None
        shared = {f: getattr(actor, f) for f in fields}
        yield (
            "actors",
            {
                "report": no,
                **shared,
                "folded": folded(actor.name),
                "role_reported": called,
                "mentions": len(actor.mentions),
            },
        )
        for span in actor.mentions:
            yield "mentions", {"report": no, "actor": actor.id, **_span(span)}


def _event(event: Event) -> Row:
    place = event.place
    shared = ("type", "mode", "score", "status", "background", "not_after", "performed_by", "reported_by", "same_as", "part_of", "superseded_by", "confidence", "rule")  # fmt: skip
    return {
        **{f: getattr(event, f) for f in shared},
        "contexts": "; ".join(event.contexts),
        "cameo": "; ".join(event.cameo),
        "object_type": event.object.type if event.object else None,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        **_dated(event.date),
    }


def _statement(said: Statement) -> Row:
    shared = ("kind", "act", "occasion", "within", "clarifies", "clarification", "confidence", "rule")
    medium = said.medium.name if said.medium else None
    return {**{f: getattr(said, f) for f in shared}, "medium": medium, **_dated(said.date)}


def _position(position: Position) -> Row:
    shared = ("stance", "direction", "confidence", "rule")
    return {**{f: getattr(position, f) for f in shared}, "issue": position.issue.id, **_dated(position.date)}


def _relation(relation: Relation) -> Row:
    return {"kind": relation.kind, "first_day": relation.start, "last_day": relation.end, "rule": relation.rule}


def _event_sides(event: Event) -> Iterator[tuple[str, Role]]:
    yield from (("actor", role) for role in event.actors)
    yield from (("recipient", role) for role in event.recipients)
    if event.object:
        yield from (("object-actor", role) for role in event.object.actors)
        yield from (("object-recipient", role) for role in event.object.recipients)
    yield from (("about", Role(actor=topic.id, span=topic.span)) for topic in event.about)


def _statement_sides(said: Statement) -> Iterator[tuple[str, Role]]:
    yield from (("speaker", role) for role in said.speakers)
    one = (("on-behalf-of", said.on_behalf_of), ("audience", said.audience), ("outlet", said.outlet))
    yield from ((side, role) for side, role in one if role)
    yield from (("via", role) for role in said.via)
    yield from (("about", Role(actor=topic.id, span=topic.span)) for topic in said.about)


def _position_sides(position: Position) -> Iterator[tuple[str, Role]]:
    yield "holder", position.actor
    yield from (("of", Role(actor=actor, span=position.actor.span)) for actor in position.issue.of)


def _relation_sides(relation: Relation) -> Iterator[tuple[str, Role]]:
    yield "subject", relation.subject
    yield "object", relation.object


_ROWS: dict[str, Callable[[Any], Row]] = {
    "event": _event, "statement": _statement, "position": _position, "relation": _relation,
}  # fmt: skip
_SIDES: dict[str, Callable[[Any], Iterator[tuple[str, Role]]]] = {
    "event": _event_sides,
    "statement": _statement_sides,
    "position": _position_sides,
    "relation": _relation_sides,
}


def _corrections(record: RecordFields) -> Iterator[Row]:
    """What one report corrects itself: a statement that clarifies an earlier one, an event that no longer stands."""
    for said in record.statements:
        if said.clarifies:
            day = said.date.start if said.date else record.report.published
            kind = said.clarification or "clarifies"
            yield {"corrected": said.clarifies, "correcting": said.id, "kind": kind, "first_day": day, **_span(said.evidence[0])}  # fmt: skip
    for event in record.events:
        if event.superseded_by:
            yield {"corrected": event.id, "correcting": event.superseded_by, "kind": "supersedes", "first_day": record.report.published, **_span(event.trigger)}  # fmt: skip
    if record.report.correction_note:
        yield {"corrected": record.report.id, "correcting": None, "kind": "note", "first_day": record.report.updated or record.report.published, **_span(record.report.correction_note)}  # fmt: skip


def _role(role: Role) -> Row:
    return {"actor": role.actor, "country": role.country, "sector": role.sector, "office": role.office}


def _dated(date: Date | None) -> Row:
    """First and last day; a day that stands for itself is both."""
    if date is None:
        return {"first_day": None, "last_day": None, "granularity": None}
    return {"first_day": date.start, "last_day": date.end, "granularity": date.granularity}


def _span(span: Span | None) -> Row:
    return {"start_at": span.start if span else None, "end_at": span.end if span else None}


def _words(record: RecordFields, entry: Entry) -> str | None:
    """What an entry rests on first, for reading: its content where it reports words, else its evidence."""
    span = getattr(entry, "content", None) or entry.evidence[0]
    return None if record.report.text is None else " ".join(record.report.text[span.start : span.end].split())


def _json(entry: Entry) -> str:
    return msgspec.json.encode(entry).decode()


def columns_of(rows: Iterable[Row]) -> dict[str, list[Value]]:
    """Rows that all have the same fields -> columns."""
    columns: dict[str, list[Value]] = {}
    for row in rows:
        for name, value in row.items():
            columns.setdefault(name, []).append(value)
    return columns
