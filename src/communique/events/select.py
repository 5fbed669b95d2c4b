"""Matches -> those that are events of their own: acts only asked for, promised or refused stay inside the outer act."""

from communique.clauses import Predicate
from communique.events.casualties import find_casualties
from communique.events.scene import Match, Scene
from communique.events.status import demands, is_answered, leaves_open
from communique.types import Role

_HOLDS_INSIDE = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"})
_INTO = frozenset({"infinitive", "complement", "gerund", "object", "nominal", "coordinate"})
_INTO_BY = frozenset({"for", "to", "of", "on", "against", "with", "from", "about", "over"})


def select_matches(scene: Scene, found: dict[int, Match]) -> list[Match]:
    """The matches to code, in order of the text."""
    whole = {i: match for i, match in found.items() if match.whole} | find_casualties(scene, found)
    eaten = {i for m in whole.values() for i in m.eaten if not is_answered(scene.clauses.predicates[i], m, found)}
    kept = [
        match
        for i, match in whole.items()
        if i not in eaten and not _inside(scene, match, found) and not demands(scene, match.predicate)
        if not _restates(scene, match, found)
    ]
    return sorted(
        (m for m in kept if not _by_outlet(scene, m) and not _private(scene, m)), key=lambda m: m.predicate.head
    )


def _restates(scene: Scene, match: Match, found: dict[int, Match]) -> bool:
    """Is it a verdict inside what is condemned or asked: "urged Chad to cease acts THAT VIOLATE the law"?"""
    if not match.frame.voiced:
        return False
    above = (found.get(predicate.id) for predicate in scene.clauses.chain(match.predicate))
    return any(outer.whole and outer.frame.type in ("ACCUSE", "REQUEST") for outer in above if outer is not None)


def denied(scene: Scene, match: Match) -> bool:
    """Does the act deny what it holds ("denied supplying"), so that it is coded as not having happened?"""
    return match.predicate.lemma in scene.codebook.operators.denial


def _inside(scene: Scene, match: Match, found: dict[int, Match]) -> bool:
    """Is it the content of an act that swallows its content? What is said of another is not, unless that act is coded."""
    at = match.predicate
    while at.above is not None:
        above = scene.clauses.predicates[at.above]
        outer = found.get(above.id) or _said_of(scene, at, above, found)
        if not _leads_in(at, outer) or is_answered(at, outer, found):
            return False
        if match.frame.voiced and outer is not None and not outer.whole:
            return False
        if at.link != "coordinate" and outer is not None and _holds(scene, outer) and _takes(outer, at):
            if _admits(outer, at):
                return False
            return not denied(scene, outer)
        at = above
    return False


def _holds(scene: Scene, outer: Match) -> bool:
    """Is its content part of it? Not of a bare plan or expectation: "is expected to attack"."""
    if outer.frame.type not in _HOLDS_INSIDE or leaves_open(scene, outer.predicate):
        return False
    return outer.whole or outer.predicate.lemma not in scene.codebook.operators.future


def _said_of(scene: Scene, at: Predicate, above: Predicate, found: dict[int, Match]) -> Match | None:
    """The noun whose content a verb gives: "their DEMANDS include dissolving parliament"."""
    if above.kind != "verb" or at.link not in ("gerund", "infinitive", "object", "complement"):
        return None
    subjects = (scene.clauses.by_head.get(head) for head in above.heads("subject"))
    return next((found[i] for i in subjects if i in found and found[i].predicate.kind == "noun"), None)


def _leads_in(at: Predicate, outer: Match | None) -> bool:
    """Through links of content; inside what is asked ("to abide BY its commitments") through any preposition."""
    if at.link == "oblique":
        return outer is None or at.marker in _INTO_BY
    return at.link in _INTO


def _takes(outer: Match, at: Predicate) -> bool:
    """A meeting WITH whom one agrees is not what is agreed; sanctions that one threatens WITH are."""
    if at.link == "oblique" and at.marker == "with":
        return outer.frame.type == "THREATEN"
    return True


def _admits(outer: Match, at: Predicate) -> bool:
    """ "Acknowledged that its army SHELLED the town": who concedes that something was done tells of it."""
    return outer.frame.type == "CONCEDE" and at.link == "complement" and at.tense == "past" and at.modal is None


def _by_outlet(scene: Scene, match: Match) -> bool:
    """Journalists who ask, and media that report, make no events."""
    if match.frame.type in ("ASSAULT", "PROTEST", "COERCE") or not match.parties.actors:
        return False
    if match.frame.type == "CONSULT" and match.parties.recipients:  # "speaking to Reuters" is no meeting
        return all(_is_medium(scene, role) for role in match.parties.recipients)
    return all(scene.kinds.get(role.actor) == "outlet" for role in match.parties.actors)


def _private(scene: Scene, match: Match) -> bool:
    """Is nobody in it but a person of no country known by a common noun: "the boy threw a stone", "the editor" ?"""
    parties = (*match.parties.actors, *match.parties.recipients)
    return bool(parties) and all(role.country is None and _is_private(scene, role) for role in parties)


def _is_private(scene: Scene, role: Role) -> bool:
    tokens = scene.clauses.parsed.tokens
    mention = next((m for m in scene.actors.mentions if m.span == role.span), None)
    return mention is not None and tokens[mention.head].tag == "NN" and scene.kinds.get(role.actor) in _PERSONS


_PERSONS = frozenset({"person", "population", "unknown"})


def _is_medium(scene: Scene, role: Role) -> bool:
    return scene.kinds.get(role.actor) == "outlet" or role.sector == "JRN"
