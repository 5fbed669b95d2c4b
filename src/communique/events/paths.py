"""Predicate, role path of a frame -> the tokens to which the path leads."""

from communique.actors import roles
from communique.clauses import Predicate
from communique.data.codebook import Frame
from communique.events.naming import mentions_in
from communique.events.scene import Scene

_ONTO = ("against", "on", "to", "with")


def walk(scene: Scene, predicate: Predicate, path: str, inner: Predicate | None, frame: Frame) -> tuple[int, ...]:
    """The tokens at the end of a role path such as ``object.of`` or ``inner.subject``."""
    first, _, rest = path.partition(".")
    if first == "inner":
        return _walk_inner(scene, rest, inner, frame)
    heads = _subjects(scene, predicate, frame) if first == "subject" else predicate.heads(first)
    return heads if not rest else tuple(tied for head in heads for tied in find_tied(scene, head, rest))


def _subjects(scene: Scene, predicate: Predicate, frame: Frame) -> tuple[int, ...]:
    """The subjects; of a noun, its verb's only if that carries it: who condemns an attack did not attack."""
    carried = is_carried(scene, predicate, frame)
    return tuple(
        h for a in predicate.arguments if a.role == "subject" and (carried or a.source != "light") for h in a.heads
    )


def is_carried(scene: Scene, predicate: Predicate, frame: Frame) -> bool:
    """Does the verb above a noun only carry it ("launched an attack")?"""
    operators = scene.codebook.operators
    return predicate.light in frame.light or predicate.light in operators.light or predicate.light in operators.own_plan


def _walk_inner(scene: Scene, rest: str, inner: Predicate | None, frame: Frame) -> tuple[int, ...]:
    if inner is None:
        return ()
    if rest == "recipient":
        things = inner.heads("object")
        ties = (*(tied for head in things for how in _ONTO for tied in find_tied(scene, head, how)),)
        return (*inner.heads("object", "with", "against", "to", "on", "from"), *ties)  # "deliver blows TO Chad"
    return walk(scene, inner, rest, None, frame)


def find_tied(scene: Scene, head: int, role: str) -> tuple[int, ...]:
    """The heads tied to a noun in a role: possessor, modifier, or a preposition."""
    predicate = scene.clauses.at(head)
    if role == "from" and predicate is not None and predicate.lemma in scene.codebook.operators.leaving:
        return ()
    heads = () if predicate is None else predicate.heads(role)
    if any(roles(scene.actors, i) for i in heads):
        return heads
    # "Chad's recent MISSILE launches": whose they are may hang on another of their modifiers.
    return (*heads, *(i for i, how in mentions_in(scene, head) if how == role))
