"""Parties that a sentence leaves out where the report makes them definite."""

from collections.abc import Iterator

from communique.actors import Mention, roles
from communique.clauses import Predicate
from communique.events.implied import NO_PARTY, find_at_home, find_implied, find_teller
from communique.events.naming import name_parties
from communique.events.scene import Match, Parties, Scene
from communique.events.voices import find_reporting
from communique.types import Role, Span

# Acts that are done to somebody: the only other state that the clause or sentence names is the recipient of these more
# often than not; for meetings, support, agreements and refusals it is mostly a topic.
_DONE_TO = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "ASSAULT", "COERCE"})
# What is asked for or condemned is mostly what an inner party is tied to, unless it is that party's own affair.
_SAID = frozenset({"ACCUSE", "REQUEST"})
_BOTH_SIDES = frozenset({"ceasefire", "cease-fire", "cessation", "truce", "end", "halt", "call", "war", "conflict"})


def complete_parties(scene: Scene, match: Match) -> Parties:
    """The parties of a match; a recipient left out is the one other state that its clause, else its sentence, names."""
    parties = match.parties
    if not parties.actors:
        return Parties(find_teller(scene, match), parties.recipients)
    if parties.recipients:
        return parties
    found = find_implied(scene, match) or _sharers(scene, match) or _only_other(scene, match)
    return Parties(parties.actors, found or find_at_home(scene, match))


def _sharers(scene: Scene, match: Match) -> tuple[Role, ...]:
    """ "Their hope to develop relations with CHAD"; what two agree on concerns each other."""
    if match.frame.type != "AGREE" or match.inner is None:
        return ()
    inner = scene.clauses.predicates[match.inner]
    if len({r.country for r in match.parties.actors}) != 1:  # "the pledge by Chad and Niger to send rice TO PERU"
        own = {r.country for r in match.parties.actors}
        named = [r for head in inner.heads("indirect", "to", "for") for r in name_parties(scene, head)]
        return tuple(r for r in named if r.country not in own)
    conditions = [p.extent for p in _adverbials(scene, inner) if p.extent.start > match.predicate.extent.start]
    inside = _inside(inner.extent, _others(scene, match))
    return _only_one(scene, [m for m in inside if not any(_inside(extent, [m]) for extent in conditions)])


def _adverbials(scene: Scene, predicate: Predicate) -> Iterator[Predicate]:
    """The clauses that say when or on what condition: "promised to disarm IF CHAD PAID"."""
    for i in scene.below.get(predicate.id, ()):
        below = scene.clauses.predicates[i]
        if below.link == "adverbial" and below.marker not in (None, "to"):
            yield below


def _only_other(scene: Scene, match: Match) -> tuple[Role, ...]:
    """The one other state that the clause, else the sentence, of an act done to somebody names."""
    both = match.frame.reciprocal and len({r.country for r in match.parties.actors}) > 1  # "conflict between A and B"
    if match.frame.type not in _DONE_TO or both:
        return ()
    if match.frame.mode in ("curfew", "martial-law"):  # of one's own: the state that is named is a reason
        return ()
    others = _others(scene, match)
    inside = _inside(match.predicate.extent, others)
    if inside and match.frame.type in _SAID:
        inside = [m for m in inside if match.frame.type == "REQUEST" and _is_own_affair(scene, match, m)]
        return _only_one(scene, inside)
    return _only_one(scene, inside) or _only_one(scene, others)


def _inside(extent: Span, mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if extent.start <= m.span.start and m.span.end <= extent.end]


def _is_own_affair(scene: Scene, match: Match, mention: Mention) -> bool:
    """Whether a party is tied by "in", "of" or an adjective to what is asked for: "called for elections in Chad"; not to
    what two sides must do ("a ceasefire in Chad"), nor by a clause."""
    tokens = scene.clauses.parsed.tokens
    at = tokens[mention.head].head
    while tokens[at].pos in {"NOUN", "PROPN", "ADP"} and tokens[at].head != at:
        if tokens[at].lower in _BOTH_SIDES or tokens[at].lower == "between":
            return False
        at = tokens[at].head
    return at == match.predicate.head


def _others(scene: Scene, match: Match) -> list[Mention]:
    """The mentions in the sentence of those who are neither its doer's side, nor its speaker, nor a medium."""
    token = scene.clauses.parsed.tokens[match.predicate.head]
    sentence = scene.clauses.parsed.sentences[match.predicate.sentence]
    statement = find_reporting(scene, Span(token.start, token.end))
    silent = {r.country for r in match.parties.actors} | {r.actor for r in match.parties.actors} | {None}
    if statement is not None:
        silent |= {r.actor for r in (*statement.speakers, *(r for r in (statement.audience,) if r))}
    return [m for m in _mentions(scene, sentence.first, sentence.last) if not _is_silent(scene, m, silent)]


def _mentions(scene: Scene, first: int, last: int) -> Iterator[Mention]:
    seen = -1
    for i in range(first, last):
        number = scene.actors.by_token.get(i, seen)
        if number != seen:
            seen = number
            yield scene.actors.mentions[number]


def _is_silent(scene: Scene, mention: Mention, silent: set[str | None]) -> bool:
    if mention.country in silent or any(actor in silent for actor in mention.actors):
        return True
    return any(scene.kinds.get(actor) in NO_PARTY for actor in mention.actors)


def _only_one(scene: Scene, mentions: list[Mention]) -> tuple[Role, ...]:
    """The roles of the first mention, if all are of one country."""
    if len({m.country for m in mentions}) != 1:
        return ()
    return roles(scene.actors, mentions[0].head)
