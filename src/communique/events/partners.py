"""What is said in a talk and names nobody -> whom it is said to: the other side of that talk."""

from msgspec.structs import replace

from communique.events.draft import Draft
from communique.events.scene import Parties, Scene
from communique.types import Role

# "In a call with the premier, Vega URGED a ceasefire"; what is condemned there is as often a third party's.
_ADDRESSED = frozenset({"AGREE", "CONCEDE", "REQUEST", "SUPPORT", "THREATEN"})
_PRAISED = frozenset({"SUPPORT"})  # of these only what is said at once in a conversation: later it is of others
_NEAR = 1  # sentences after a talk in which its partner is still spoken to, where its doer meets others too


def with_partners_of_talks(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Drafts of what somebody asks, promises or praises, naming nobody, in the course of a talk with one other state:
    "Vega met the Chadian president. She urged restraint": of Chad."""
    talks = [draft for draft in drafts if draft.type == "CONSULT" and draft.status == "actual"]
    if not talks:
        return drafts
    return [_addressed(scene, draft, talks) for draft in drafts]


def _addressed(scene: Scene, draft: Draft, talks: list[Draft]) -> Draft:
    sides = draft.parties
    own = {role.country for role in sides.actors}
    if draft.type not in _ADDRESSED or draft.status != "actual" or sides.recipients or len(own) != 1 or None in own:
        return draft
    said_in = [t for t in talks if t.match.predicate.above == draft.match.predicate.id and (_other_side(t, own))]
    if said_in:
        return replace(draft, parties=Parties(sides.actors, _other_side(said_in[0], own)))
    before = [talk for talk in talks if talk.sentence <= draft.sentence and draft.who() <= talk.everybody()]
    partners = [found for talk in before if (found := _other_side(talk, own))]
    if not partners or _names_others(scene, draft, own | {role.country for role in partners[-1]}):
        return draft
    alone = len({frozenset(role.country for role in found) for found in partners}) == 1
    near = before[-1].sentence + _NEAR >= draft.sentence
    if draft.type in _PRAISED:
        alone, near = False, near and before[-1].match.frame.mode != "visit"
    return replace(draft, parties=Parties(sides.actors, partners[-1])) if near or alone else draft


def _other_side(talk: Draft, own: set[str | None]) -> tuple[Role, ...]:
    """The parties of a talk that are of one other country."""
    others = tuple(r for r in (*talk.parties.actors, *talk.parties.recipients) if r.country not in own)
    return others if len({role.country for role in others}) == 1 and others[0].country else ()


def _names_others(scene: Scene, draft: Draft, known: set[str | None]) -> bool:
    """Does its sentence name another state, whom it may concern?"""
    sentence = scene.clauses.parsed.sentences[draft.sentence]
    numbers = {n for i in range(sentence.first, sentence.last) if (n := scene.actors.by_token.get(i)) is not None}
    return any(scene.actors.mentions[n].country not in known | {None} for n in numbers)
