"""Clauses, Actors -> Relations: lasting ties that a report asserts: member of, ally, adversary, holds office."""

from communique.actors import Actors, roles
from communique.clauses import Clauses, Predicate
from communique.data.registry import Registry, members_on
from communique.identity import entry_id
from communique.types import Actor, Day, Relation, Role, RoleReported, Span

_TIES = {
    "member": "member-of",
    "ally": "ally",
    "adversary": "adversary",
    "foe": "adversary",
    "enemy": "adversary",
    "rival": "adversary",
    "archenemy": "adversary",
    "partner": "partner",
    "signatory": "party-to",
}
_NOT_HELD = frozenset({"candidate", "former", "ex-", "opposition", "nominee", "designate", "elect", "would-be", "late"})
_ONE_SIDED = frozenset({"member-of", "party-to"})


def find_relations(clauses: Clauses, actors: Actors, registry: Registry) -> tuple[Relation, ...]:
    """The ties that nouns such as "member" and "ally" assert, and the offices that the report names persons by."""
    found: dict[str, Relation] = {}
    for predicate in clauses.predicates:
        for head in predicate.heads("attribute"):
            kind = _TIES.get(clauses.parsed.tokens[head].lemma.lower())
            if kind is not None:
                subjects = _named(actors, predicate.heads("subject", "alongside"))
                objects = _others(clauses, actors, head) or _named(actors, _of(clauses, predicate))
                for relation in _tie(clauses, kind, subjects, objects, predicate.extent):
                    found.setdefault(relation.id, relation)
    for relation in _offices(clauses, actors):
        found.setdefault(relation.id, relation)
    published = clauses.parsed.report.published
    return tuple(_date(relation, registry, published) for relation in found.values())


def _of(clauses: Clauses, predicate: Predicate) -> tuple[int, ...]:
    """What follows "of" after words put between: "members, alongside the U.S., OF the council"."""
    below = (p.head for p in clauses.below(predicate) if p.link == "oblique" and p.marker == "of")
    return predicate.heads("of") or tuple(below)


def _named(actors: Actors, heads: tuple[int, ...]) -> tuple[Role, ...]:
    return tuple(role for head in heads for role in roles(actors, head))


def _tie(
    clauses: Clauses, kind: str, subjects: tuple[Role, ...], objects: tuple[Role, ...], extent: Span
) -> list[Relation]:
    """A relation of each subject to each of those whose member, ally ... it is."""
    return [
        _relation(clauses, kind, subject, other, extent)
        for subject in subjects
        for other in objects
        if other.actor != subject.actor
    ]


def _others(clauses: Clauses, actors: Actors, head: int) -> tuple[Role, ...]:
    """Whose member, ally ... it is: "of the council", "Norland's ally", "an ally of Norland"."""
    span = clauses.phrases.get(head)
    if span is None:
        return ()
    tokens = clauses.parsed.tokens
    inside = [m for m in actors.mentions if span.start <= m.span.start and m.span.end <= span.end and m.head != head]
    after = [m for m in inside if m.first > head] or [
        m for m in inside if m.last <= head and tokens[m.last].tag == "POS"
    ]
    return tuple(role for m in after[:1] for role in roles(actors, m.head))


def _offices(clauses: Clauses, actors: Actors) -> list[Relation]:
    """Persons whose office the report itself names, tied to their state where it is an actor of the report."""
    states = {actor.country: actor for actor in actors.actors if actor.id == (actor.country or "").lower()}
    relations = []
    for actor in actors.actors:
        state = states.get(actor.country)
        reported = actor.role_reported
        if reported is None or not _holds_office(actor, reported):
            continue
        if actor.kind == "person" and state is not None and actor.mentions:
            subject = Role(actor=actor.id, span=actor.mentions[0], country=actor.country, office=reported.text)
            other = Role(actor=state.id, span=state.mentions[0], country=state.country, sector="GOV")
            relations.append(_relation(clauses, "holds-office", subject, other, reported.span))
    return relations


def _holds_office(actor: Actor, reported: RoleReported) -> bool:
    """Not somebody known by a role alone ("its ambassador"), nor a candidate, nor a "president" of whom neither the
    registry nor the report says of what."""
    words = reported.text.lower().split()
    if actor.name.lower() in reported.text.lower() or _NOT_HELD.intersection(words):
        return False
    return not (actor.provisional and len(words) == 1)


def _relation(clauses: Clauses, kind: str, subject: Role, other: Role, evidence: Span) -> Relation:
    pair = (subject.actor, other.actor) if kind in _ONE_SIDED else tuple(sorted((subject.actor, other.actor)))
    return Relation(
        id=entry_id(clauses.parsed.report.id, "r", f"{kind}-{'-'.join(pair)}"),
        kind=kind,
        subject=subject,
        object=other,
        evidence=(evidence,),
        rule=f"relation.{kind}",
    )


def _date(relation: Relation, registry: Registry, published: Day | None) -> Relation:
    """A membership with the days that the registry knows, where it held on the day of publication."""
    if relation.kind != "member-of" or published is None:
        return relation
    known = [m for m in members_on(registry, relation.object.actor, published) if m.member == relation.subject.actor]
    if not known:
        return relation
    return Relation(
        id=relation.id,
        kind=relation.kind,
        subject=relation.subject,
        object=relation.object,
        evidence=relation.evidence,
        rule=relation.rule,
        start=known[0].start,
        end=known[0].end,
    )
