"""Parties that a sentence leaves out where the report makes them definite."""

from collections.abc import Iterator

from communique.actors import Mention, roles
from communique.events.scene import Match, Parties, Scene
from communique.events.voices import find_reporting
from communique.types import Role, Span

# Acts that are done to somebody. On the development reports the only other state named in the clause or sentence is the
# recipient in 27 of 34 such events; for meetings, support and agreements it is as often a topic.
_DONE_TO = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SANCTION", "ASSAULT", "COERCE"})
_NO_PARTY = frozenset({"outlet", "unknown"})


def complete_parties(scene: Scene, match: Match) -> Parties:
    """The parties of a match; a recipient left out is the one other state that its clause, else its sentence, names."""
    parties = match.parties
    if parties.recipients or not parties.actors:
        return parties
    if match.frame.type == "PROTEST":
        return Parties(parties.actors, _own_government(scene, parties))
    if match.frame.type not in _DONE_TO:
        return parties
    others = _others(scene, match)
    extent = match.predicate.extent
    inside = [m for m in others if extent.start <= m.span.start and m.span.end <= extent.end]
    return Parties(parties.actors, _only_one(scene, inside) or _only_one(scene, others))


def _own_government(scene: Scene, parties: Parties) -> tuple[Role, ...]:
    """People who demonstrate at home do so against their government, where the report names it."""
    first = parties.actors[0]
    state = scene.states.get(first.country or "")
    if state is None or first.sector not in ("CVL", "OPP", "LAB", "EDU") or state == first.actor:
        return ()
    named = next((m for m in scene.actors.mentions if state in m.actors), None)
    return () if named is None else tuple(r for r in roles(scene.actors, named.head) if r.actor == state)


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
