"""Parties that a sentence leaves out where the report makes them definite."""

from collections.abc import Iterator

from communique.actors import Mention, roles
from communique.events.scene import Match, Parties, Scene
from communique.events.voices import find_reporting
from communique.types import Role, Span

# Acts that are done to somebody: the only other state that the clause or sentence names is the recipient of these more
# often than not; for meetings, support, agreements and refusals it is mostly a topic.
_DONE_TO = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "ASSAULT", "COERCE"})
# What is asked for or condemned is mostly what an inner party is tied to, unless it is that party's own affair.
_SAID = frozenset({"ACCUSE", "REQUEST"})
_BOTH_SIDES = frozenset({"ceasefire", "cease-fire", "cessation", "truce", "end", "halt", "call", "war", "conflict"})
_ON_REQUEST = frozenset({"at", "upon"})
_NO_PARTY = frozenset({"company", "outlet", "unknown"})


def complete_parties(scene: Scene, match: Match) -> Parties:
    """The parties of a match; a recipient left out is the one other state that its clause, else its sentence, names."""
    parties = match.parties
    if match.frame.type == "COERCE" and not parties.actors:
        return Parties(_police(scene, match), parties.recipients)
    if parties.recipients or not parties.actors:
        return parties
    if match.frame.type == "PROTEST":
        return Parties(parties.actors, _own_government(scene, parties))
    if match.frame.type == "AGREE" and match.inner is not None and len({r.country for r in parties.actors}) == 1:
        # "their hope to develop relations with China"; what two agree on concerns each other
        inner = scene.clauses.predicates[match.inner].extent
        return Parties(parties.actors, _only_one(scene, _inside(inner, _others(scene, match))))
    if match.frame.type == "REQUEST" and (asked := _who_complies(scene, match)):
        return Parties(parties.actors, asked)
    both = match.frame.reciprocal and len({r.country for r in parties.actors}) > 1  # "the conflict between A and B"
    if match.frame.type not in _DONE_TO or both:
        return parties
    others = _others(scene, match)
    inside = _inside(match.predicate.extent, others)
    if inside and match.frame.type in _SAID:
        inside = [m for m in inside if match.frame.type == "REQUEST" and _is_own_affair(scene, match, m)]
        return Parties(parties.actors, _only_one(scene, inside))
    found = _only_one(scene, inside) or _only_one(scene, others)
    if not found and match.frame.type == "SANCTION" and match.frame.mode == "withdraw":
        found = _host(scene, {r.country for r in parties.actors})
    return Parties(parties.actors, found)


def _police(scene: Scene, match: Match) -> tuple[Role, ...]:
    """ "Ten men were arrested, POLICE said": the police who tell of arrests made them."""
    token = scene.clauses.parsed.tokens[match.predicate.head]
    statement = find_reporting(scene, Span(token.start, token.end))
    return () if statement is None else tuple(r for r in statement.speakers if r.sector == "COP")


def _who_complies(scene: Scene, match: Match) -> tuple[Role, ...]:
    """ "The king dissolved parliament AT THE REQUEST OF Peru's premier": who does what was asked is who was asked."""
    noun = match.predicate
    if noun.kind != "noun" or noun.link != "oblique" or noun.marker not in _ON_REQUEST or noun.above is None:
        return ()
    doers = scene.clauses.predicates[noun.above].heads("subject")
    own = {role.actor for role in match.parties.actors}
    return tuple(role for head in doers for role in roles(scene.actors, head) if role.actor not in own)


def _host(scene: Scene, own: set[str | None]) -> tuple[Role, ...]:
    """The state in which the report plays, from which an embassy is evacuated: that of most of its places."""
    abroad = [p.country for p in scene.places.places if p.country and p.country not in own]
    country = max(set(abroad), key=abroad.count, default=None)
    state = scene.states.get(country or "")
    if country is None or state is None or abroad.count(country) * 2 <= len(abroad):
        return ()
    named = next((m for m in scene.actors.mentions if m.actors == (state,)), None)
    return () if named is None else roles(scene.actors, named.head)


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


def _own_government(scene: Scene, parties: Parties) -> tuple[Role, ...]:
    """People who demonstrate at home do so against their government; where the report does not name it, the role rests on
    the words that say whose people they are."""
    first = parties.actors[0]
    state = scene.actors.states.get(first.country or "")
    if state is None or first.sector not in ("CVL", "OPP", "LAB", "EDU") or state == first.actor:
        return ()
    named = next((m for m in scene.actors.mentions if state in m.actors), None)
    if named is None:
        return (Role(actor=state, span=first.span, country=first.country, sector="GOV"),)
    return tuple(r for r in roles(scene.actors, named.head) if r.actor == state)


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
    return any(scene.kinds.get(actor) in _NO_PARTY for actor in mention.actors)


def _only_one(scene: Scene, mentions: list[Mention]) -> tuple[Role, ...]:
    """The roles of the first mention, if all are of one country."""
    if len({m.country for m in mentions}) != 1:
        return ()
    return roles(scene.actors, mentions[0].head)
