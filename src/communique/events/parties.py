"""Predicate, frame -> who does it and to whom."""

from communique.actors import roles
from communique.clauses import Predicate
from communique.data.codebook import Frame
from communique.events.naming import name_parties, unique
from communique.events.paths import find_tied, walk
from communique.events.scene import Parties, Scene
from communique.events.voices import find_judges
from communique.types import Role

_JOINT = frozenset({"CONSULT", "AGREE"})
_SAME_DOER = frozenset({"in", "during", "at", "by", "via", "through"})
_BESIDE = frozenset({"after", "ahead", "before", "following"})  # "AFTER talks with Chad, Norway promised"
_SHARED_ACTS = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "AID"})  # not "mourned in the ATTACK"


def find_parties(scene: Scene, predicate: Predicate, frame: Frame, inner: Predicate | None) -> Parties:
    """The parties that the frame's role paths lead to: the first path that names somebody wins."""
    actors = _first(scene, predicate, frame, frame.actor, inner, ()) or _doer_above(scene, predicate, frame)
    if actors and not any(role.country for role in actors):
        actors = _principals(scene, predicate) or actors
    recipients = _first(scene, predicate, frame, _recipient_paths(frame, actors), inner, actors)
    if frame.type == "ASSAULT" and predicate.kind == "noun" and (harmed := _harmed(scene, predicate, actors)):
        recipients = harmed
    if not recipients and frame.place_as_recipient:
        recipients = _place(scene, predicate, frame, actors)
    if not recipients and (predicate.light or "").endswith(" under"):
        recipients = _undergoer(scene, predicate, actors)
    if frame.reciprocal and frame.type not in _JOINT and _each_other(scene, predicate):
        recipients = actors
    if frame.type == "ASSAULT" and predicate.kind == "noun" and (fighting := _fighting(scene, predicate, actors)):
        actors = recipients = fighting
    return Parties(actors, recipients)


def _harmed(scene: Scene, attack: Predicate, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """Whom a clause on an attack names: "the raid that KILLED TWO CHADIANS", "a bombing targeting the embassy"."""
    below = (scene.clauses.predicates[i] for i in scene.below.get(attack.id, ()))
    harming = scene.codebook.operators.harming
    told = [p for p in below if p.link in ("relative", "participle") and p.lemma in harming and not p.passive]
    taken = {role.actor for role in actors}
    found = unique(role for p in told for head in p.heads("object") for role in name_parties(scene, head))
    return tuple(role for role in found if role.actor not in taken and role.country)


def _fighting(scene: Scene, fight: Predicate, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """ "CLASHES between Chad and Niger": each did it to the other."""
    named = unique(role for head in fight.heads("between") for role in name_parties(scene, head))
    several = len(named) > 1 and actors
    return named if several and {role.actor for role in actors} <= {role.actor for role in named} else ()


def _principals(scene: Scene, predicate: Predicate) -> tuple[Role, ...]:
    """On whose behalf somebody of no country acts: "the lawyer sued Chad ON BEHALF OF NIGER"."""
    tokens = scene.clauses.parsed.tokens
    behalf = [head for head in predicate.heads("on") if tokens[head].lower == "behalf"]
    return unique(role for head in behalf for i in find_tied(scene, head, "of") for role in name_parties(scene, i))


def _recipient_paths(frame: Frame, actors: tuple[Role, ...]) -> tuple[str, ...]:
    """Where both sides are the subject, whom the topic is tied to is no third side: "A and B discussed their trade with C"."""
    both = frame.reciprocal and len({role.country for role in actors}) > 1
    return tuple(path for path in frame.recipient if not both or "." not in path)


def _undergoer(scene: Scene, predicate: Predicate, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """Who is under an act: "CHAD came under attack", "CHAD is under sanctions"."""
    taken = {role.actor for role in actors}
    heads = (h for a in predicate.arguments if a.role == "subject" and a.source == "light" for h in a.heads)
    return unique(role for head in heads for role in name_parties(scene, head) if role.actor not in taken)


def _doer_above(scene: Scene, predicate: Predicate, frame: Frame) -> tuple[Role, ...]:
    """Who does the verb on which a noun hangs: "in a CALL with Lavrov, Blinken discussed", "was in Oslo for TALKS with"."""
    if predicate.kind != "noun" or predicate.above is None or frame.type not in _SHARED_ACTS:
        return ()
    above = scene.clauses.predicates[predicate.above]
    if above.kind != "verb" or predicate.link != "oblique":
        return ()
    if not (predicate.marker in _SAME_DOER or _goes_with(scene, predicate, above, frame)):
        return ()
    return unique(role for head in above.heads("subject") for role in roles(scene.actors, head))


def _goes_with(scene: Scene, predicate: Predicate, above: Predicate, frame: Frame) -> bool:
    """Is a meeting what somebody came for, or what came before or after his deed?"""
    if frame.type != "CONSULT":
        return False
    there = above.lemma.split(" ")[0] in scene.codebook.operators.being_there
    return predicate.marker in _BESIDE or (predicate.marker == "for" and there)


def _first(
    scene: Scene,
    predicate: Predicate,
    frame: Frame,
    paths: tuple[str, ...],
    inner: Predicate | None,
    others: tuple[Role, ...],
) -> tuple[Role, ...]:
    """The roles of the first path that names somebody other than ``others``; of the other side first those of a country."""
    taken = {role.actor for role in others}
    unknown: tuple[Role, ...] = ()
    for path in paths:
        found = _named(scene, predicate, frame, path, inner)
        fresh = unique(role for role in found if role.actor not in taken)
        if fresh and (not others or any(_is_known(scene, role) for role in fresh)):
            return fresh
        unknown = unknown or fresh
    return unknown


def _named(scene: Scene, predicate: Predicate, frame: Frame, path: str, inner: Predicate | None) -> tuple[Role, ...]:
    if path == "speaker":
        return find_judges(scene, predicate)
    return tuple(role for head in walk(scene, predicate, path, inner, frame) for role in name_parties(scene, head))


def _is_known(scene: Scene, role: Role) -> bool:
    """Is it of a country, or a person? Not "urged the withdrawal of TROOPS from Chad"."""
    return role.country is not None or scene.kinds.get(role.actor) == "person"


def _place(scene: Scene, predicate: Predicate, frame: Frame, actors: tuple[Role, ...]) -> tuple[Role, ...]:
    """The state to which the place in a recipient's role belongs: Ukraine in "visited Kyiv"; not the actor's own."""
    heads = [head for path in frame.recipient for head in walk(scene, predicate, path, None, frame)]
    within = [i for head in heads for i in _tokens_after(scene, head)] if frame.type == "ASSAULT" else []
    own = {role.country for role in actors}
    found = unique(role for head in heads if (role := _state_of(scene, head, own)))  # "flew to Lund, Lima and Oslo"
    return found or tuple(role for i in within if (role := _state_of(scene, i, own)))[:1]  # "a cathedral IN CHAD"


def _state_of(scene: Scene, token: int, own: set[str | None]) -> Role | None:
    """The state of a place, unless it is the doer's own and not named in the report."""
    i = scene.places.by_token.get(token)
    place = None if i is None else scene.places.places[i]
    actor = None if place is None or place.country is None else scene.actors.states.get(place.country)
    if actor and place and (place.country not in own or place.country in scene.states):
        return Role(actor=actor, span=place.span, country=place.country, sector="GOV")
    return None


def _tokens_after(scene: Scene, head: int) -> range:
    """The tokens of a phrase that stand after its head."""
    tokens, span, last = scene.clauses.parsed.tokens, scene.clauses.phrases.get(head), head
    while span is not None and last + 1 < len(tokens) and tokens[last + 1].end <= span.end:
        last += 1
    return range(head + 1, last + 1)


def _each_other(scene: Scene, predicate: Predicate) -> bool:
    tokens = scene.clauses.parsed.tokens
    return any(tokens[h].lower in ("other", "another") for h in predicate.heads("object", "at", "with", "of"))
