"""Did it happen? Status by negation, modality, condition, plan and denial, through the chain above the predicate."""

from communique.clauses import Predicate
from communique.data.codebook import Operators
from communique.events.scene import Match, Scene
from communique.types import Status

_RANK: tuple[Status, ...] = ("negated", "hypothetical", "future")
_THROUGH = frozenset({"infinitive", "gerund", "object", "oblique", "nominal"})  # links that hand status down
_HYPOTHETICAL_MODALS = frozenset({"could", "may", "might", "can", "would"})
_FUTURE_MODALS = frozenset({"will", "shall"})


def find_status(scene: Scene, predicate: Predicate, found: dict[int, Match]) -> Status:
    """The first of negated, hypothetical, future and actual that holds of what a predicate says."""
    signs = _own(scene, predicate)
    at = predicate
    while at.above is not None:
        above = scene.clauses.predicates[at.above]
        if at.link == "coordinate":
            at = above
            continue
        if at.link in ("adverbial", "complement") or not _hands_down(at):
            signs |= _by_clause(scene, at, above)
            break
        signs |= _by_operator(scene, at, above, found)
        if (
            above.kind == "verb"
            and at.link in ("oblique", "nominal")
            and at.marker not in ("to", "for", "of", "from", "in")
        ):
            break
        at = above
    return next((status for status in _RANK if status in signs), "actual")


def demands(scene: Scene, predicate: Predicate) -> bool:
    """Is it said that somebody must or should do it, which is a demand and not the act?"""
    return predicate.modal in scene.codebook.operators.demands or predicate.mood == "command"


def _own(scene: Scene, predicate: Predicate) -> set[Status]:
    """The signs in the clause itself."""
    signs: set[Status] = set()
    if predicate.negated:
        signs.add("negated")
    if predicate.modal in _HYPOTHETICAL_MODALS:
        signs.add("future" if _reported_would(scene, predicate) else "hypothetical")
    if predicate.tense == "future" or predicate.modal in _FUTURE_MODALS:
        signs.add("future")
    if predicate.mood == "question":
        signs.add("hypothetical")
    return signs


def _reported_would(scene: Scene, predicate: Predicate) -> bool:
    """ "said it would withdraw" tells of a plan; "would withdraw if" and "it would be wrong" do not."""
    if predicate.modal != "would":
        return False
    below = (scene.clauses.predicates[i] for i in scene.below.get(predicate.id, ()))
    if any(p.marker in scene.codebook.operators.conditions for p in below):
        return False
    at = predicate
    while at.link == "coordinate" and at.above is not None:
        at = scene.clauses.predicates[at.above]
    if at.link != "complement" or at.above is None:
        return False
    return scene.clauses.predicates[at.above].tense == "past"


def _hands_down(predicate: Predicate) -> bool:
    return predicate.link in _THROUGH


def _by_clause(scene: Scene, at: Predicate, above: Predicate) -> set[Status]:
    """What a condition ("if it attacks") or a denial ("denied that it attacked") makes of a finite clause."""
    operators = scene.codebook.operators
    if at.marker in operators.conditions:
        return {"hypothetical"}
    if at.link == "complement":
        if above.lemma in operators.denial:
            return {"negated"}
        if above.lemma in operators.hypothetical and above.kind != "verb":
            return {"hypothetical"}
    return set()


def _by_operator(scene: Scene, at: Predicate, above: Predicate, found: dict[int, Match]) -> set[Status]:
    """What the word above makes of an act tied to it by an infinitive, a gerund or as its object."""
    signs: set[Status] = set()
    operator = _sense(scene.codebook.operators, above)
    if at.link in ("infinitive", "gerund") or (at.link in ("object", "nominal", "oblique") and at.kind == "noun"):
        carries = at.link != "oblique" or at.marker in ("to", "for", "of", "from", "in")
        if operator and carries and (at.link != "object" or operator == "negated" or at.light is None):
            signs.add(operator)
    if above.id in found and at.link != "object":
        return signs
    if at.link in ("infinitive", "gerund", "object"):
        signs |= _own(scene, above)
    return signs


def _sense(operators: Operators, above: Predicate) -> Status | None:
    if above.lemma in operators.negating or above.lemma in operators.denial:
        return "negated"
    if above.lemma in operators.hypothetical:
        return "hypothetical"
    return "future" if above.lemma in operators.future else None
