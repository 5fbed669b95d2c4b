"""Demands made by saying what another must or should do: "he said Norland must leave"."""

from communique.clauses import Predicate
from communique.data.codebook import Frame
from communique.events.draft import Draft
from communique.events.naming import name_parties
from communique.events.scene import Match, Parties, Scene
from communique.events.voices import find_reporting
from communique.types import Role, Span

OBLIGATION = "request.obligation"
_RULE = Frame(id=OBLIGATION, type="REQUEST", examples=("He said Norland [must] leave.",))


def find_obligations(scene: Scene) -> list[Draft]:
    """A REQUEST by the speaker for each party that he says must or should do something; one for a statement."""
    drafts: list[Draft] = []
    seen: set[tuple[str, frozenset[str]]] = set()
    for predicate in scene.clauses.predicates:
        if predicate.kind == "noun" or not _obliges(scene, predicate):
            continue
        draft = _draft(scene, predicate)
        if draft is not None and (key := (draft[1], draft[0].whom())) not in seen:
            seen.add(key)
            drafts.append(draft[0])
    return drafts


def _obliges(scene: Scene, predicate: Predicate) -> bool:
    """ "Chad must leave", "Chad needs to leave", '"Leave," he told Chad'."""
    if predicate.mood == "command":
        return True
    if predicate.modal in scene.codebook.operators.demands:
        return predicate.mood == "statement"
    if predicate.lemma != "need" or predicate.modal or predicate.negated or predicate.link == "relative":
        return False
    below = (scene.clauses.predicates[i] for i in scene.below.get(predicate.id, ()))
    return any(p.link == "infinitive" for p in below)


def _draft(scene: Scene, predicate: Predicate) -> tuple[Draft, str] | None:
    token = scene.clauses.parsed.tokens[predicate.head]
    statement = find_reporting(scene, Span(token.start, token.end))
    speakers = scene.authors if statement is None else statement.speakers
    obliged = _obliged(scene, predicate, speakers, None if statement is None else statement.audience)
    if not speakers or not obliged:
        return None
    match = Match(
        frame=_RULE,
        predicate=predicate,
        score=2,
        parties=Parties(speakers, obliged),
        whole=True,
        inner=predicate.id,
    )
    draft = Draft(match=match, type="REQUEST", status="actual", parties=match.parties, rule=_RULE.id)
    return draft, "" if statement is None else statement.id


def _obliged(scene: Scene, predicate: Predicate, speakers: tuple[Role, ...], audience: Role | None) -> tuple[Role, ...]:
    """The subjects, or who is told, unless the speaker or his own state is among them: "we must do better" asks nobody."""
    roles = tuple(role for head in predicate.heads("subject") for role in name_parties(scene, head))
    if not roles and predicate.mood == "command" and audience is not None:
        roles = (audience,)
    own = {s.actor for s in speakers} | {s.country for s in speakers if s.country}
    return () if any(r.country is None or r.actor in own or r.country in own for r in roles) else roles
