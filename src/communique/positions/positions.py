"""Events -> Positions: an actor's stance on an issue, resting on the event and the statement that performs it."""

from bisect import bisect_left
from typing import Literal

from msgspec.structs import replace

from communique.clauses import Clauses, Predicate
from communique.data.issues import IssueRule
from communique.identity import entry_id
from communique.parse.parsed import Token
from communique.types import Event, EventType, Issue, Position, Role, Span, Stance, Statement

Direction = Literal["for", "against", "neither"]

_STANCES: dict[EventType, Stance] = {
    "AGREE": "open-to",
    "CONCEDE": "open-to",
    "SUPPORT": "supports",
    "REQUEST": "calls-for",
    "ACCUSE": "opposes",
    "THREATEN": "opposes",
    "REJECT": "rejects",
}
_CONCERN = frozenset({"concern", "concerned", "worry", "worried", "alarm", "alarmed", "unease", "disquiet", "fear"})
_ENDING = frozenset({"lift", "end", "stop", "halt", "cease", "ease", "remove", "drop", "suspend", "scrap", "abandon"})
_CONDITIONS = frozenset({"if", "unless", "provided", "once", "until"})


def find_positions(
    clauses: Clauses, statements: tuple[Statement, ...], events: tuple[Event, ...], issues: tuple[IssueRule, ...]
) -> tuple[Position, ...]:
    """One position for each actor of an event that takes a stance on a known issue, in order of the text."""
    starts = [token.start for token in clauses.parsed.tokens]
    spoken = {statement.id: statement for statement in statements}
    found: dict[str, Position] = {}
    for event in events:
        if event.type not in _STANCES or event.status != "actual":
            continue
        issue, words = _issue(clauses, starts, event, issues)
        if issue is None:
            continue
        for role in event.actors:
            position = _position(clauses, starts, event, role, (issue, words))
            found.setdefault(position.id, _rest(position, event, spoken))
    return tuple(found.values())


def _issue(
    clauses: Clauses, starts: list[int], event: Event, issues: tuple[IssueRule, ...]
) -> tuple[IssueRule | None, tuple[Token, ...]]:
    """The issue of what is agreed, asked ..., else of what the trigger acts upon, with the words that say so.

    Names tell of no issue: the Gulf Cooperation Council is no stance on cooperation.
    """
    spans = (event.object.span,) if event.object else _theme(clauses, starts, event)
    words = tuple(token for span in spans for token in _tokens_in(clauses.parsed.tokens, starts, span))
    text = " " + " ".join("_" if t.pos == "PROPN" else t.lemma.lower() for t in words) + " "
    inner = event.object.type if event.object else None
    for rule in issues:
        if any(f" {word} " in text for word in rule.words) or inner in rule.types:
            return rule, words
    return None, ()


def _theme(clauses: Clauses, starts: list[int], event: Event) -> tuple[Span, ...]:
    """What an act is about: the phrases that its trigger governs, not who does it."""
    predicate = clauses.at(bisect_left(starts, event.trigger.start))
    if predicate is None:
        return ()
    heads = [h for a in predicate.arguments if a.role not in {"subject", "possessor"} for h in a.heads]
    return (event.trigger, *(clauses.phrases[h] for h in heads if h in clauses.phrases))


def _tokens_in(tokens: tuple[Token, ...], starts: list[int], span: Span) -> tuple[Token, ...]:
    return tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _position(
    clauses: Clauses, starts: list[int], event: Event, role: Role, issue: tuple[IssueRule, tuple[Token, ...]]
) -> Position:
    rule, words = issue
    predicate = clauses.at(bisect_left(starts, event.trigger.start))
    stance = _stance(event, clauses, starts)
    of = event.object.recipients if event.object and event.object.recipients else event.recipients
    key = f"{role.actor}-{rule.id}-{event.trigger.start}-{event.type}"
    return Position(
        id=entry_id(clauses.parsed.report.id, "p", key),
        actor=role,
        issue=Issue(id=rule.id, of=tuple(dict.fromkeys(r.actor for r in of if r.actor != role.actor))),
        stance=stance,
        direction=_direction(stance, words),
        condition=None if predicate is None else _condition(clauses, predicate),
        date=event.date,
        evidence=event.evidence,
        rests_on=(event.id,),
        confidence=round(event.confidence * 0.9, 2),
        rule=f"position.{event.type.lower()}",
    )


def _rest(position: Position, event: Event, spoken: dict[str, Statement]) -> Position:
    """The position, resting on the statement that performs its event as well."""
    if event.performed_by is None or event.performed_by not in spoken:
        return position
    return replace(position, rests_on=(event.id, event.performed_by))


def _stance(event: Event, clauses: Clauses, starts: list[int]) -> Stance:
    words = _tokens_in(clauses.parsed.tokens, starts, event.trigger)
    if event.type == "ACCUSE" and any(token.lemma.lower() in _CONCERN for token in words):
        return "concerned"
    return _STANCES[event.type]


def _direction(stance: Stance, words: tuple[Token, ...]) -> Direction:
    """For or against the issue itself: to call for an end to sanctions is to be against sanctions."""
    if stance == "concerned":
        return "against"
    ends = any(token.lemma.lower() in _ENDING for token in words)
    favours = stance in ("open-to", "supports", "calls-for")
    return "for" if favours != ends else "against"


def _condition(clauses: Clauses, predicate: Predicate) -> Span | None:
    """The clause on which the stance depends: "would recognise them IF THEY LET WOMEN WORK"."""
    for other in clauses.predicates[predicate.id : predicate.id + 12]:
        if other.above == predicate.id and other.link == "adverbial" and other.marker in _CONDITIONS:
            return other.extent
    return None
