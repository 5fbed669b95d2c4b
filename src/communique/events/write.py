"""Draft -> Event: date, place, voices, mode, scores and the words that each rests on."""

from datetime import date, timedelta

from communique.actors import roles
from communique.clauses import Predicate
from communique.events.draft import Draft
from communique.events.magnitude import find_magnitude
from communique.events.obligation import OBLIGATION
from communique.events.refine import find_cameo, find_contexts, find_mode, find_score
from communique.events.scene import Match, Scene
from communique.events.voices import find_hedge, find_performing, find_reporting
from communique.identity import entry_id
from communique.parse.parsed import Token
from communique.places import place_of
from communique.times import date_of
from communique.types import Date, Event, EventObject, Removed, Span, Statement, Topic

_SPOKEN = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE"})
_HISTORY_DAYS = 60  # an act dated longer before publication is history recalled
_DISCUSS = frozenset({"discuss", "address", "review", "debate", "consider"})
_ABOUT_ROLES = ("about", "on", "over", "regarding", "concerning")


def write_event(scene: Scene, draft: Draft, found: dict[int, Match]) -> Event:
    """The event of a draft."""
    predicate, report = draft.match.predicate, scene.clauses.parsed.report
    trigger = _trigger(scene.clauses.parsed.tokens, predicate)
    performing = find_performing(scene, trigger)
    reporting = None if performing else find_reporting(scene, trigger)
    inner = None if draft.match.inner is None else found.get(draft.match.inner)
    mode = find_mode(scene, draft.match, draft.type, draft.parties, inner)
    when = _date(scene, draft, performing)
    return Event(
        id=entry_id(report.id, "e", f"{trigger.start}-{trigger.end}-{draft.type}"),
        type=draft.type,
        mode=mode,
        contexts=find_contexts(scene, predicate),
        cameo=find_cameo(scene.codebook, draft.type, mode),
        score=find_score(scene.codebook, draft.type, mode, draft.status),
        status=draft.status,
        background=_is_background(predicate, when, report.published),
        actors=draft.parties.actors,
        recipients=draft.parties.recipients,
        object=_object(scene, draft, inner),
        about=_about(scene, draft),
        trigger=trigger,
        evidence=step_around(predicate.extent, report.removed),
        date=when,
        not_after=report.published,
        place=place_of(scene.places, scene.clauses, predicate, performed=draft.type in _SPOKEN),
        performed_by=performing.id if performing else None,
        reported_by=reporting.id if reporting else None,
        hedge=find_hedge(scene, predicate, reporting),
        magnitude=find_magnitude(scene, predicate, draft.type),
        rule=draft.rule,
    )


def step_around(extent: Span, removed: tuple[Removed, ...]) -> tuple[Span, ...]:
    """The pieces of a span that no removed stretch touches."""
    pieces, start = [], extent.start
    for hole in removed:
        if hole.end > start and hole.start < extent.end:
            if hole.start > start:
                pieces.append(Span(start, hole.start))
            start = max(start, hole.end)
    if start < extent.end:
        pieces.append(Span(start, extent.end))
    return tuple(pieces)


def _trigger(tokens: tuple[Token, ...], predicate: Predicate) -> Span:
    """The predicate's words; the head alone where its particle stands apart."""
    words = sorted(predicate.words or (predicate.head,))
    if words[-1] - words[0] != len(words) - 1:
        words = [predicate.head]
    return Span(tokens[words[0]].start, tokens[words[-1]].end)


def _date(scene: Scene, draft: Draft, performing: Statement | None) -> Date | None:
    """The date of the act; of an act that is performed by speaking, else the date of the statement."""
    said = performing is not None or draft.rule == OBLIGATION
    found = date_of(scene.times, scene.clauses, draft.match.predicate, performed=said)
    if draft.status == "actual" and _is_to_come(found, scene.clauses.parsed.report.published):
        found = None  # "agreed to meet next month": the meeting's date, not the agreement's
    if found is None and performing is not None:
        return performing.date
    return found


def _is_to_come(when: Date | None, published: str | None) -> bool:
    return bool(when and when.start and published and when.start > published)


def _is_background(predicate: Predicate, when: Date | None, published: str | None) -> bool:
    """History that the report recalls: "had met" with no date near, or a date long before publication."""
    if when is None or not when.end or not published:
        return predicate.perfect and predicate.tense == "past"
    return date.fromisoformat(when.end) < date.fromisoformat(published) - timedelta(days=_HISTORY_DAYS)


def _object(scene: Scene, draft: Draft, inner: Match | None) -> EventObject | None:
    """What is agreed, asked, refused, threatened or conceded."""
    i = draft.match.inner
    if i is None or draft.type not in ("AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE", "ACCUSE"):
        return None
    span = step_around(scene.clauses.predicates[i].extent, scene.clauses.parsed.report.removed)
    if not span:
        return None
    if inner is None:
        return EventObject(type=None, span=span[0])
    return EventObject(
        type=inner.frame.type, span=span[0], actors=inner.parties.actors, recipients=inner.parties.recipients
    )


def _about(scene: Scene, draft: Draft) -> tuple[Topic, ...]:
    """The actors that a call or meeting is about: those named in what follows "about", or in what is discussed."""
    if draft.type not in ("CONSULT", "REQUEST"):
        return ()
    predicate = draft.match.predicate
    themes = _ABOUT_ROLES if predicate.lemma not in _DISCUSS else (*_ABOUT_ROLES, "object")
    spans = [scene.clauses.phrases[h] for h in predicate.heads(*themes) if h in scene.clauses.phrases]
    parties = draft.everybody()
    found: dict[str, Topic] = {}
    for mention in scene.actors.mentions:
        if any(s.start <= mention.span.start and mention.span.end <= s.end for s in spans):
            for role in roles(scene.actors, mention.head):
                if role.actor not in parties:
                    found.setdefault(role.actor, Topic(id=role.actor, span=role.span))
    return tuple(found.values())
