"""Matches -> those that are events of their own: acts only asked for, promised or refused stay inside the outer act."""

from communique.clauses import Predicate
from communique.events.scene import Match, Scene
from communique.events.status import demands

_HOLDS_INSIDE = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"})
_INTO = frozenset({"infinitive", "complement", "gerund", "object", "nominal", "coordinate"})
_INTO_BY = frozenset({"for", "to", "of", "on", "against", "with", "from", "about", "over"})
_KEEPS_OBJECT = frozenset({"ACCUSE", "SUPPORT", "CONSULT"})


def select_matches(scene: Scene, found: dict[int, Match]) -> list[Match]:
    """The matches to code, in order of the text."""
    whole = {i: match for i, match in found.items() if match.whole}
    eaten = {i for m in whole.values() if m.frame.type not in _KEEPS_OBJECT for i in m.eaten}
    kept = [
        match
        for i, match in whole.items()
        if i not in eaten and not _inside(scene, match.predicate, found) and not demands(scene, match.predicate)
    ]
    return sorted((m for m in kept if not _by_outlet(scene, m)), key=lambda m: m.predicate.head)


def denied(scene: Scene, match: Match) -> bool:
    """Does the act deny what it holds ("denied supplying"), so that it is coded as not having happened?"""
    return match.predicate.lemma in scene.codebook.operators.denial


def _inside(scene: Scene, predicate: Predicate, found: dict[int, Match]) -> bool:
    """Is it the content of an act that swallows its content?"""
    at = predicate
    while at.above is not None:
        above = scene.clauses.predicates[at.above]
        outer = found.get(above.id)
        if not _leads_in(at, outer):
            return False
        if at.link != "coordinate" and outer is not None and outer.frame.type in _HOLDS_INSIDE and _takes(outer, at):
            return not denied(scene, outer)
        at = above
    return False


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


def _by_outlet(scene: Scene, match: Match) -> bool:
    """Journalists who ask, and media that report, make no events."""
    if match.frame.type in ("ASSAULT", "PROTEST", "COERCE") or not match.parties.actors:
        return False
    return all(scene.kinds.get(role.actor) == "outlet" for role in match.parties.actors)
