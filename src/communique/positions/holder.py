"""Who holds a stance: the subject of its word, whose noun it is, or the speaker of what must be."""

from communique.actors import Actors, roles
from communique.clauses import Clauses, Predicate
from communique.positions.naming import Naming
from communique.positions.path import Path, Step
from communique.positions.weigh import Weight
from communique.types import Role, Statement

_OWN = ("subject", "alongside")
_WHOSE = ("possessor", "by", "modifier", "subject")


def find_holders(
    clauses: Clauses, actors: Actors, statements: tuple[Statement, ...], naming: Naming, path: Path, weight: Weight
) -> tuple[Role, ...]:
    """The actors whose stance it is; none where it is told of nobody."""
    anchor = weight.holder.token if weight.holder is not None else naming.token
    if weight.holder is not None and weight.holder.rule.id == "lasting":
        return _owned(clauses, actors, naming) or speakers_of(clauses, statements, anchor)
    if weight.owed or weight.verdict:
        return _judges(clauses, actors, path, weight) or speakers_of(clauses, statements, anchor)
    if weight.holder is None:
        first = clauses.at(path.start)
        return () if first is None else _doers(clauses, actors, statements, naming, first)
    return _of_step(clauses, actors, path, weight.holder)


def _doers(
    clauses: Clauses, actors: Actors, statements: tuple[Statement, ...], naming: Naming, predicate: Predicate
) -> tuple[Role, ...]:
    """Who does the thing; of "OUR officers will not go" those whose they are, of "the American soldiers will stay" the
    American who says so."""
    heads = predicate.heads("subject")
    if not set(naming.words).intersection(heads):
        return _subjects(clauses, actors, predicate)
    states = {role.country for role in _named(actors, heads)}
    speakers = speakers_of(clauses, statements, predicate.head)
    coming = predicate.modal in ("will", "shall", "'ll")
    own = tuple(s for s in speakers if s.country and (s.country in states or (coming and not states)))
    return _owned(clauses, actors, naming) or own


def _owned(clauses: Clauses, actors: Actors, naming: Naming) -> tuple[Role, ...]:
    """Whose the thing is: "NORWEGIAN aid", "OUR officers"."""
    tokens = clauses.parsed.tokens
    owners = [c for w in naming.words for c in clauses.parsed.children[w] if tokens[c].dep in ("poss", "amod", "nmod")]
    return _owners_named(actors, tuple(owners))


def _owners_named(actors: Actors, heads: tuple[int, ...]) -> tuple[Role, ...]:
    """Those whom a word names by itself: the first of "the FIRST officers" names nobody."""
    own = [h for h in heads if h in actors.by_token and actors.mentions[actors.by_token[h]].head == h]
    return _named(actors, tuple(own))


def speakers_of(clauses: Clauses, statements: tuple[Statement, ...], at: int) -> tuple[Role, ...]:
    """Who says the words at a token: the speakers of the narrowest statement that holds it."""
    token = clauses.parsed.tokens[at]
    holding = [s for s in statements if s.content and s.content.start <= token.start and token.end <= s.content.end]
    best = min(holding, key=lambda s: s.content.end - s.content.start if s.content else 0, default=None)
    return () if best is None or best.act != "said" else best.speakers


def _judges(clauses: Clauses, actors: Actors, path: Path, weight: Weight) -> tuple[Role, ...]:
    """ "Iran CALLED the sanctions illegal": who calls it so, above the verdict."""
    if weight.owed or weight.holder is None:
        return ()
    at = path.steps.index(weight.holder)
    for step in path.steps[at + 1 :]:
        if step.predicate is not None and (found := _subjects(clauses, actors, step.predicate)):
            return found
    return ()


def _of_step(clauses: Clauses, actors: Actors, path: Path, step: Step) -> tuple[Role, ...]:
    """The subject of a verb or adjective; of a noun whose it is, else the subject of the verb that carries it."""
    if step.rule.felt:
        return _named(actors, step.predicate.heads("object")) if step.predicate is not None else ()
    if step.predicate is not None and step.predicate.kind != "noun":
        if found := _subjects(clauses, actors, step.predicate):
            return found
    elif found := _owners(clauses, actors, step):
        return found
    for later in path.steps[path.steps.index(step) + 1 :]:
        if later.rule.id != "carry":
            break
        if later.predicate is not None and (found := _subjects(clauses, actors, later.predicate)):
            return found
    return ()


def _owners(clauses: Clauses, actors: Actors, step: Step) -> tuple[Role, ...]:
    if step.predicate is not None:
        found = _named(actors, step.predicate.heads(*_WHOSE))
        if found:
            return found
    owners = [c for c in clauses.parsed.children[step.token] if clauses.parsed.tokens[c].dep == "poss"]
    return _named(actors, tuple(owners))


def _subjects(clauses: Clauses, actors: Actors, predicate: Predicate) -> tuple[Role, ...]:
    heads = predicate.heads(*_OWN)
    found = _named(actors, heads)
    if found:
        return found
    owners = tuple(
        c for h in heads for c in clauses.parsed.children[h] if clauses.parsed.tokens[c].dep in ("poss", "amod", "nmod")
    )
    return _owners_named(actors, owners)


def _named(actors: Actors, heads: tuple[int, ...]) -> tuple[Role, ...]:
    return tuple(dict.fromkeys(role for head in heads for role in roles(actors, head)))
