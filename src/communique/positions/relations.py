"""Clauses, Actors -> Relations: lasting ties that a report asserts: member of, ally, adversary, holds office."""

from collections.abc import Iterator

from msgspec.structs import replace

from communique.actors import Actors, roles
from communique.clauses import Clauses, Predicate
from communique.data.registry import Registry, members_on
from communique.data.relations import TieRule
from communique.identity import entry_id
from communique.types import Actor, Day, Relation, Role, RoleReported, Span, Time

_NOT_HELD = frozenset({"candidate", "former", "ex-", "opposition", "nominee", "designate", "elect", "would-be", "late"})
_ASIDE = frozenset({"if", "unless", "whether"})


def find_relations(
    clauses: Clauses, actors: Actors, times: tuple[Time, ...], registry: Registry, ties: tuple[TieRule, ...]
) -> tuple[Relation, ...]:
    """The ties that words such as "member", "recognised" and "at war with" assert, and the offices that the report names
    persons by."""
    found: dict[str, Relation] = {}
    for predicate in clauses.predicates:
        for relation in (
            *_by_noun(clauses, actors, predicate, ties),
            *_by_verb(clauses, actors, predicate, ties, times),
        ):
            found.setdefault(relation.id, relation)
    for relation in _offices(clauses, actors):
        found.setdefault(relation.id, relation)
    published = clauses.parsed.report.published
    return tuple(_date(relation, registry, published) for relation in found.values())


def _by_noun(clauses: Clauses, actors: Actors, predicate: Predicate, ties: tuple[TieRule, ...]) -> Iterator[Relation]:
    """ "Belarus is an ALLY of Russia"."""
    for head in predicate.heads("attribute"):
        lemma = clauses.parsed.tokens[head].lemma.lower()
        tie = next((t for t in ties if lemma in t.nouns), None)
        if tie is None or predicate.negated:
            continue
        subjects = _named(actors, predicate.heads("subject", "alongside"))
        objects = _others(clauses, actors, head) or _named(actors, _of(clauses, predicate))
        yield from _tie(clauses, tie, subjects, objects, predicate.extent)


def _by_verb(
    clauses: Clauses, actors: Actors, predicate: Predicate, ties: tuple[TieRule, ...], times: tuple[Time, ...]
) -> Iterator[Relation]:
    """ "Norway RECOGNISED Kosovo in 2008", "LEFT the Union", "is AT WAR WITH": what is so, not what may be."""
    tie, heads, over = _asserted(clauses, predicate, ties)
    if tie is None or not _is_so(predicate):
        return
    kinds = {actor.id: actor.kind for actor in actors.actors}
    objects = tuple(r for r in _named(actors, heads) if not tie.objects or kinds[r.actor] in tie.objects)
    subjects = tuple(r for r in _named(actors, predicate.heads("subject", "alongside")) if kinds[r.actor] != "person")
    day = _day(predicate, times)
    for relation in _tie(clauses, tie, subjects, objects, predicate.extent):
        yield replace(relation, end=day) if over else replace(relation, start=day)


def _asserted(
    clauses: Clauses, predicate: Predicate, ties: tuple[TieRule, ...]
) -> tuple[TieRule | None, tuple[int, ...], bool]:
    """The tie that a verb asserts, with whom, and whether it is over."""
    if predicate.kind != "verb":
        return None, (), False
    for tie in ties:
        for words, over in ((tie.verbs, False), (tie.ends, True)):
            for verb in words:
                lemma, _, preposition = verb.rpartition(" ") if verb != predicate.lemma else (verb, "", "object")
                if lemma == predicate.lemma and (heads := predicate.heads(preposition)):
                    return tie, heads, over
        if tie.phrases and (heads := _after_phrase(clauses, predicate, tie.phrases)):
            return tie, heads, False
    return None, (), False


def _after_phrase(clauses: Clauses, predicate: Predicate, phrases: tuple[str, ...]) -> tuple[int, ...]:
    """The object of the last word of "at war with", where it stands right after the verb "to be"."""
    tokens = clauses.parsed.tokens
    at = predicate.head + 1
    if predicate.lemma != "be":
        return ()
    for phrase in phrases:
        words = phrase.split()
        if [t.lower for t in tokens[at : at + len(words)]] == words:
            last = tokens[at + len(words) - 1]
            return tuple(c for c in clauses.parsed.children[last.i] if tokens[c].pos in ("PROPN", "NOUN"))
    return ()


def _is_so(predicate: Predicate) -> bool:
    told = predicate.tense in ("past", "present") and predicate.modal is None and not predicate.negated
    return told and predicate.mood == "statement" and predicate.marker not in _ASIDE


def _day(predicate: Predicate, times: tuple[Time, ...]) -> Day | None:
    """The first day of the time told in the clause."""
    extent = predicate.extent
    inside = (t for t in times if extent.start <= t.span.start and t.span.end <= extent.end)
    return next((t.start for t in inside if t.start is not None), None)


def _of(clauses: Clauses, predicate: Predicate) -> tuple[int, ...]:
    """What follows "of" after words put between: "members, alongside the U.S., OF the council"."""
    below = (p.head for p in clauses.below(predicate) if p.link == "oblique" and p.marker == "of")
    return predicate.heads("of") or tuple(below)


def _named(actors: Actors, heads: tuple[int, ...]) -> tuple[Role, ...]:
    return tuple(role for head in heads for role in roles(actors, head))


def _tie(
    clauses: Clauses, tie: TieRule, subjects: tuple[Role, ...], objects: tuple[Role, ...], extent: Span
) -> list[Relation]:
    """A relation of each subject to each of those whose member, ally ... it is."""
    return [
        _relation(clauses, tie.kind, tie.one_sided, subject, other, extent)
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
            relations.append(_relation(clauses, "holds-office", False, subject, other, reported.span))
    return relations


def _holds_office(actor: Actor, reported: RoleReported) -> bool:
    """Not somebody known by a role alone ("its ambassador"), nor a candidate, nor a "president" of whom neither the
    registry nor the report says of what."""
    words = reported.text.lower().split()
    if actor.name.lower() in reported.text.lower() or _NOT_HELD.intersection(words):
        return False
    return not (actor.provisional and len(words) == 1)


def _relation(clauses: Clauses, kind: str, one_sided: bool, subject: Role, other: Role, evidence: Span) -> Relation:
    pair = (subject.actor, other.actor) if one_sided else tuple(sorted((subject.actor, other.actor)))
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
    return replace(relation, start=relation.start or known[0].start, end=relation.end or known[0].end)
