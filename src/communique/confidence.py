"""How far an entry may be trusted: signs on it, weighed as tools/calibrate.py fitted them on annotated reports."""

from collections.abc import Iterable, Iterator, Mapping
from math import exp

from msgspec.structs import replace

from communique.data.codebook import Frame
from communique.data.confidence import Confidence, Weights
from communique.types import Event, Role, Span, Statement

_LONG = 300  # characters of a sentence in which parties are easily confused
_MANY = 3


def weigh_events(events: Iterable[Event], frames: Mapping[str, Frame], weights: Confidence) -> tuple[Event, ...]:
    """The events with their confidence; ``frames`` by id."""
    return tuple(replace(e, confidence=_weigh(weights.events, signs_of_event(e, frames.get(e.rule)))) for e in events)


def weigh_statements(statements: Iterable[Statement], weights: Confidence) -> tuple[Statement, ...]:
    """The statements with their confidence."""
    return tuple(replace(s, confidence=_weigh(weights.statements, signs_of_statement(s))) for s in statements)


def signs_of_event(event: Event, frame: Frame | None) -> frozenset[str]:
    """What is known of an event that tells how likely it is right: its type and status, how its frame found it, and how
    well each of its sides is known."""
    signs = {f"type.{event.type}", f"status.{event.status}"}
    if frame is not None:
        signs |= {"noun"} if frame.nouns and not frame.verbs else set()
        signs |= {"inner"} if frame.inner or frame.inner_verbs else set()
        signs |= {"object"} if any(not word.startswith("!") for word in frame.object) else set()
    signs |= {f"actors.{s}" for s in _of_side(event.actors, event.evidence)}
    signs |= {f"recipients.{s}" for s in _of_side(event.recipients, event.evidence)}
    flags = {
        "background": event.background,
        "reported": event.reported_by,
        "performed": event.performed_by,
        "mode": event.mode,
    }
    signs |= {name for name, holds in flags.items() if holds}
    return frozenset(signs | ({"long"} if _length(event.evidence) > _LONG else set()))


def signs_of_statement(statement: Statement) -> frozenset[str]:
    """The same for a statement: its kind, how its words were found, and whether its speaker is known."""
    signs = {f"kind.{statement.kind}", f"act.{statement.act}", f"rule.{statement.rule.partition('.')[0]}"}
    signs |= {f"speakers.{s}" for s in _of_side(statement.speakers, statement.evidence)}
    content = 0 if statement.content is None else statement.content.end - statement.content.start
    signs |= {"long"} if content > _LONG else {"short"} if content < _LONG / 10 else set()
    return frozenset(signs | ({"within"} if statement.within else set()))


def _of_side(side: tuple[Role, ...], evidence: tuple[Span, ...]) -> Iterator[str]:
    """Whether nobody stands on a side, many do, one has no country, or one is named outside the evidence."""
    if not side:
        yield "none"
    if len(side) >= _MANY:
        yield "many"
    if any(role.country is None for role in side):
        yield "stateless"
    if any(not any(e.start <= role.span.start < e.end for e in evidence) for role in side):
        yield "elsewhere"


def _length(evidence: tuple[Span, ...]) -> int:
    return sum(span.end - span.start for span in evidence)


def _weigh(weights: Weights, signs: frozenset[str]) -> float:
    """The logistic of the sum, in hundredths between 0.05 and 0.99."""
    logit = weights.base + sum(weights.signs.get(sign, 0.0) for sign in sorted(signs))
    return round(min(max(1 / (1 + exp(-logit)), 0.05), 0.99), 2)
