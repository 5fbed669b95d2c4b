"""Record of one report -> what merging compares: its events, its statements, and its passages."""

import re
from datetime import date

from msgspec import Struct

from communique.data.merging import MergingWords
from communique.record.figures import find_figures
from communique.record.passages import Passage, find_passages, is_inferred
from communique.record.roots import Roots, find_roots
from communique.record.told import Party, Told
from communique.record.wording import fold, is_negated, meaning, normal, split, stems
from communique.types import Actor, Date, Event, RecordFields, Role, Span, Statement

_TOPIC = 16  # name words that tell one story from another
_PROMINENT = 4  # states that a report is about: those that it names most
_WEEK = 7
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_AFTER = re.compile(r"\b(\w+) (day|week|month|year)s? after\b(?!.*\bafter\b)")
_BARE = frozenset({"government", "ministry", "military", "police", "parliament", "court", "population"})


class Page(Struct, frozen=True):
    """A report while it is told: its text, actors by id, passages in order, roots."""

    record: RecordFields
    text: str
    words: MergingWords
    actors: dict[str, Actor]
    passages: tuple[Passage, ...]
    roots: Roots
    setting: tuple[str, ...]
    topic: tuple[str, ...]
    published: int | None


def tell(record: RecordFields, words: MergingWords) -> tuple[Told, ...]:
    """Everything of one report that may be told by another, in the order of ids; needs ``report.text``."""
    page = _page(record, words)
    told = [_event(page, e) for e in record.events]
    told += [_statement(page, s) for s in record.statements]
    told += [_passage(page, p) for p in page.passages]
    return tuple(sorted(told, key=lambda t: t.id))


def _page(record: RecordFields, words: MergingWords) -> Page:
    text = record.report.text or ""
    actors = {actor.id: actor for actor in record.actors}
    passages = find_passages(record, text, words)
    published = record.report.published
    day = date.fromisoformat(published).toordinal() if published else None
    return Page(
        record, text, words, actors, passages, find_roots(record), _setting(record), _topic(record, passages), day
    )


def _setting(record: RecordFields) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for actor in record.actors:
        if actor.country is not None:
            counts[actor.country] = counts.get(actor.country, 0) + len(actor.mentions)
    ranked = sorted(counts, key=lambda c: (-counts[c], c))
    return tuple(ranked[:_PROMINENT])


def _topic(record: RecordFields, passages: tuple[Passage, ...]) -> tuple[str, ...]:
    """The name words of a report that most of its passages have, those first; of people the last name.

    First names would make two names in common of every report on one person.
    """
    counts: dict[str, int] = {}
    first = {word for a in record.actors if a.kind == "person" for word in fold(a.name).split()[:-1]}
    for passage in passages:
        for name in passage.names:
            if name.islower() and len(name) > 3 and name not in first:
                counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(ranked[:_TOPIC])


def _event(page: Page, event: Event) -> Told:
    when = _days(page, event.date, event.trigger, event.status)
    passage = _passage_at(page, event.trigger)
    trigger = page.text[event.trigger.start : event.trigger.end]
    return Told(
        id=event.id,
        report=page.record.report.id,
        kind="event",
        entry=event,
        spans=event.evidence,
        root=page.roots.of_event(event),
        published=page.record.report.published,
        who=_parties(page, event.actors),
        whom=_parties(page, event.recipients),
        first=when.first,
        last=when.last,
        exact=when.exact,
        likely=when.likely,
        place=fold(event.place.name) if event.place else None,
        stems=passage.stems if passage else (),
        content=_content(page, event, passage),
        names=passage.names if passage else (),
        figures=passage.figures if passage else (),
        negated=event.status == "negated",
        setting=page.setting,
        topic=page.topic,
        trigger=meaning(fold(trigger).split()[0], page.words),
        returned=_is_returned(page, event),
    )


def _is_returned(page: Page, event: Event) -> bool:
    """Does the report tell what was done in turn: "Denmark expelled three Belarusians", "Belarus expelled three Danes"?"""
    sides = [{role.country for role in side} - {None} for side in (event.actors, event.recipients)]
    return any(
        other.type == event.type
        and sides[0] & {role.country for role in other.recipients}
        and sides[1] & {role.country for role in other.actors}
        for other in page.record.events
    )


def _content(page: Page, event: Event, passage: Passage | None) -> tuple[str, ...]:
    """The stems of an event's own words, states and people left out."""
    found = [w for s in event.evidence for w in split(page.text[s.start : s.end])]
    kept = set(passage.stems) if passage is not None else set()
    return tuple(word for word in stems(found, page.words) if word in kept)


def _statement(page: Page, said: Statement) -> Told:
    content = said.content or (said.quoted[0] if said.quoted else said.evidence[0])
    text = page.text[content.start : content.end]
    found = split(text, content.start)
    when = _days(page, said.date, content, "actual")
    passage = _passage_at(page, content)
    return Told(
        id=said.id,
        report=page.record.report.id,
        kind="statement",
        entry=said,
        spans=said.evidence,
        root=page.roots.of_statement(said),
        published=page.record.report.published,
        who=_parties(page, said.speakers),
        first=when.first,
        last=when.last,
        exact=when.exact,
        likely=when.likely,
        words=normal(text),
        quoted=tuple(normal(page.text[q.start : q.end]) for q in said.quoted),
        stems=stems(found, page.words),
        figures=find_figures(text, content.start, found, page.words),
        names=passage.names if passage else (),
        marker=passage.marker if passage else None,
        negated=is_negated(found, page.words) != (said.act == "denied"),
        setting=page.setting,
        topic=page.topic,
    )


def _passage(page: Page, passage: Passage) -> Told:
    return Told(
        id=f"{page.record.report.id}#p-{passage.span.start}",
        report=page.record.report.id,
        kind="passage",
        entry=None,
        spans=(passage.span,),
        root=page.roots.publisher,
        published=page.record.report.published,
        who=_parties(page, passage.speakers),
        first=passage.first,
        last=passage.last,
        exact=passage.first is not None and passage.first == passage.last,
        likely=passage.first if passage.first is not None else page.published,
        words=normal(page.text[passage.span.start : passage.span.end]),
        stems=passage.stems,
        names=passage.names,
        figures=passage.figures,
        denied=passage.denied,
        days=passage.days,
        setting=page.setting,
        topic=page.topic,
        near=passage.near,
        marker=passage.marker,
        points_to=passage.points_to,
        beside=passage.beside,
        by_outlet=passage.by_outlet,
        outlets=page.roots.outlets,
        entries=passage.entries,
        chain=passage.chain,
    )


def _passage_at(page: Page, span: Span) -> Passage | None:
    return next((p for p in page.passages if p.span.start <= span.start < p.span.end), None)


def _parties(page: Page, roles: tuple[Role, ...]) -> tuple[Party, ...]:
    return tuple(_party(page, role) for role in roles)


def _party(page: Page, role: Role) -> Party:
    actor = page.actors.get(role.actor)
    if actor is None:
        return Party(actor=role.actor, name=role.actor, kind="unknown", country=role.country, office=role.office)
    name = fold(actor.name)
    named = actor.kind == "person" and any(w[:1].isupper() for w in actor.name.split()[-1:])
    described = actor.provisional and actor.role_reported is not None and fold(actor.role_reported.text) == name
    return Party(
        actor=role.actor,
        name=name,
        kind=actor.kind,
        country=None if is_inferred(actor) else role.country or actor.country,
        office=role.office,
        bare=actor.kind in _BARE or described or (actor.provisional and not named) or not _is_named(page, actor),
    )


def _is_named(page: Page, actor: Actor) -> bool:
    """Does the report name somebody, or only his office, which the registry filled with a name?"""
    last = actor.name.split()[-1] if actor.name.split() else ""
    return any(last in page.text[m.start : m.end] for m in actor.mentions)


class Days(Struct, frozen=True, gc=False):
    """When: bounds, whether they are one stated day, and the likely day."""

    first: int | None
    last: int | None
    exact: bool
    likely: int | None


def _days(page: Page, when: Date | None, at: Span, status: str) -> Days:
    """The days on which an entry may have happened; what the report does not date happened before it was published."""
    if when is not None and when.start is not None and when.end is not None:
        first, last = (date.fromisoformat(day).toordinal() for day in (when.start, when.end))
        exact = first == last and when.granularity == "day"
        return Days(first, last, exact, last if last - first > _WEEK else (first + last) // 2)
    passage = _passage_at(page, at)
    likely = page.published
    if passage is not None and passage.first is not None and passage.first == passage.last:
        likely = passage.first
    if likely is not None and passage is not None:
        likely -= days_before(page.text[passage.span.start : at.start], page.words)
    ahead = status in ("future", "hypothetical")
    return Days(page.published if ahead else None, None if ahead else page.published, False, likely)


def days_before(text: str, words: MergingWords) -> int:
    """How long before the sentence's day what follows a text was: "a day after", "one week after a"."""
    match = _AFTER.search(fold(text))
    if match is None:
        return 0
    number = words.numbers.get(match.group(1), 1 if match.group(1) in ("a", "an") else 0)
    return int(number) * _UNITS[match.group(2)]
