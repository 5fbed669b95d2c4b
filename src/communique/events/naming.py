"""A noun phrase -> the parties that it names: itself, those to whom it belongs, those who made it."""

from collections.abc import Iterable

from communique.actors import roles
from communique.clauses import Predicate
from communique.events.scene import Scene
from communique.events.voices import find_reporting
from communique.types import Role, Span

_OTHERS = frozenset(
    {"ally", "counterpart", "donor", "enemy", "friend", "neighbor", "neighbour", "partner"}
)  # "our PARTNERS"
_YOU = frozenset({"you", "your", "yours"})
_NOBODY = frozenset({"nobody", "none", "one", "somebody", "someone"})
_SEATED = frozenset({"government", "regime", "authority", "administration", "leadership"})


def name_parties(scene: Scene, head: int) -> tuple[Role, ...]:
    """The parties that a noun phrase names, or, where it names none, those to whom the thing belongs."""
    named = roles(scene.actors, head) or _seated(scene, head) or _addressed(scene, head)
    if not any(role.country for role in named):
        named = _examples(scene, head) or named
    if named:
        return (*_ours(scene, head, named), *_listed_states(scene, head, named))
    ties = mentions_in(scene, head)
    nobody = scene.clauses.parsed.tokens[head].lower in _NOBODY
    for how in ("possessor", "modifier", "of", *(("in",) if nobody else ())):  # "NOBODY IN NORWAY has shipped"
        owners = unique(role for i, tie in ties if tie == how for role in roles(scene.actors, i))
        if owners:
            return owners
    return _owners(scene, head) or _authors(scene, head)


def _owners(scene: Scene, head: int) -> tuple[Role, ...]:
    """Whose a thing is by a clause that describes it: "wells BELONGING TO Oman", "a plant RUN BY Oman", "the ban that Oman
    IMPOSED"."""
    predicate = scene.clauses.at(head)
    if predicate is None:
        return ()
    below = (scene.clauses.predicates[i] for i in scene.below.get(predicate.id, ()))
    heads = (h for p in below if p.link in ("participle", "relative") for h in _makers(scene, p, head))
    return unique(role for h in heads for role in name_parties(scene, h))


def _makers(scene: Scene, clause: Predicate, thing: int) -> tuple[int, ...]:
    if clause.lemma == "belong":
        return clause.heads("to")
    made = thing in clause.heads("object") and clause.lemma in scene.codebook.operators.making
    return clause.heads("subject") if made else ()


def _addressed(scene: Scene, head: int) -> tuple[Role, ...]:
    """Whom "you" means in somebody's words: to whom they are said, unless that is a medium."""
    token = scene.clauses.parsed.tokens[head]
    if token.lower not in _YOU:
        return ()
    statement = find_reporting(scene, Span(token.start, token.end))
    audience = None if statement is None else statement.audience
    if audience is None or audience.sector == "JRN" or scene.kinds.get(audience.actor) == "outlet":
        return ()
    return (audience,)


def _listed_states(scene: Scene, head: int, named: tuple[Role, ...]) -> tuple[Role, ...]:
    """ "Peru, CHAD, and Kenya": the parser takes the second of listed states for an apposition to the first."""
    parsed = scene.clauses.parsed
    beside = [c for c in parsed.children[head] if parsed.tokens[c].dep == "appos" and c > head]
    if not beside or not any(parsed.tokens[c].dep == "conj" for c in parsed.children[head]):
        return ()
    found = tuple(role for c in beside for role in roles(scene.actors, c))
    states = {*scene.actors.states.values()}
    return found if all(role.actor in states for role in (*named, *found)) else ()


def _examples(scene: Scene, head: int) -> tuple[Role, ...]:
    """ "World leaders INCLUDING Ruto and Modi praised": those that are named of a group without a country."""
    parsed = scene.clauses.parsed
    ties = (c for c in parsed.children[head] if c > head and _gives_examples(scene, c))
    heads = (i for c in ties for o in parsed.children[c] if parsed.tokens[o].dep == "pobj" for i in _listed(scene, o))
    return unique(role for i in heads for role in roles(scene.actors, i) if role.country)


def _gives_examples(scene: Scene, i: int) -> bool:
    tokens = scene.clauses.parsed.tokens
    return tokens[i].lower in {"including", "like"} or (tokens[i].lower == "as" and tokens[i - 1].lower == "such")


def _ours(scene: Scene, head: int, named: tuple[Role, ...]) -> tuple[Role, ...]:
    """What is "ours" in somebody's words belongs to the speaker's state: "OUR EMBASSY will stay", said the envoy."""
    number = scene.actors.by_token.get(head)
    if number is None or any(role.country for role in named):
        return named
    mention = scene.actors.mentions[number]
    tokens = scene.clauses.parsed.tokens
    if tokens[mention.first].lower not in ("our", "my") or tokens[mention.head].lemma.lower() in _OTHERS:
        return named
    statement = find_reporting(scene, mention.span)
    speakers = () if statement is None else statement.speakers
    owners = tuple(
        Role(actor=scene.states.get(s.country or "", s.actor), span=mention.span, country=s.country, sector=s.sector)
        for s in speakers
    )
    return owners or named


def _seated(scene: Scene, head: int) -> tuple[Role, ...]:
    """ "The government in Kabul", which no mention covers: the state of its seat, where the report names that state."""
    tokens = scene.clauses.parsed.tokens
    if tokens[head].lemma.lower() not in _SEATED or head + 2 >= len(tokens) or tokens[head + 1].lower != "in":
        return ()
    number = scene.places.by_token.get(head + 2)
    place = None if number is None else scene.places.places[number]
    state = None if place is None or place.country is None else scene.states.get(place.country)
    if place is None or state is None:
        return ()
    span = scene.clauses.phrases.get(head, Span(tokens[head].start, tokens[head].end))
    return (Role(actor=state, span=span, country=place.country, sector="GOV"),)


def _authors(scene: Scene, head: int) -> tuple[Role, ...]:
    """Who made a thing that a verb carries: "Norway issued STATEMENTS calling for"; not who condemns it."""
    predicate = scene.clauses.at(head)
    if predicate is None or predicate.kind != "noun":
        return ()
    operators = scene.codebook.operators
    carried = predicate.light in operators.light or predicate.light in operators.publishing
    makers = (
        h for a in predicate.arguments if a.role == "subject" and (carried or a.source != "light") for h in a.heads
    )
    sources = (
        () if predicate.lemma in operators.leaving else predicate.heads("from")
    )  # not "the WITHDRAWAL of troops from Chad"
    return unique(role for i in (*makers, *predicate.heads("by"), *sources) for role in roles(scene.actors, i))


def mentions_in(scene: Scene, head: int) -> list[tuple[int, str]]:
    """The mentions in a noun phrase, as (head token, how it is tied): "Israel's new POLICY on Gaza of last year"."""
    span = scene.clauses.phrases.get(head)
    if span is None:
        return []
    return _before(scene, head, span) + _after(scene, head, span)


def _before(scene: Scene, head: int, span: Span) -> list[tuple[int, str]]:
    tokens, mentions, by_token = scene.clauses.parsed.tokens, scene.actors.mentions, scene.actors.by_token
    found: list[tuple[int, str]] = []
    at = head - 1
    while at >= 0 and tokens[at].start >= span.start:
        i = by_token.get(at)
        if i is not None:
            owns = tokens[at].tag == "PRP$" or (tokens[at + 1].tag == "POS" and at + 1 < head)
            found.append((mentions[i].head, "possessor" if owns else "modifier"))
            at = min(at, mentions[i].first)
        at -= 1
    return found


def _after(scene: Scene, head: int, span: Span) -> list[tuple[int, str]]:
    tokens, mentions, by_token = scene.clauses.parsed.tokens, scene.actors.mentions, scene.actors.by_token
    found: list[tuple[int, str]] = []
    how, at = "", head + 1
    while at < len(tokens) and tokens[at].end <= span.end:
        if tokens[at].lower == "as":  # "the launches AS a violation of what the Council resolved"
            break
        if tokens[at].pos == "ADP":
            how = tokens[at].lower
        i = by_token.get(at)
        if i is not None and how:
            found.extend((head, how) for head in _listed(scene, mentions[i].head))
            at = max(at, mentions[i].last - 1)
        at += 1
    return found


def _listed(scene: Scene, head: int) -> list[int]:
    """A noun and the nouns listed with it: all three in "the envoys to El Salvador, Honduras and Panama"."""
    parsed = scene.clauses.parsed
    joined = [c for c in parsed.children[head] if parsed.tokens[c].dep == "conj" and c > head]
    return [head, *(j for c in joined for j in _listed(scene, c))]


def unique(found: Iterable[Role]) -> tuple[Role, ...]:
    by_actor: dict[str, Role] = {}
    for role in found:
        by_actor.setdefault(role.actor, role)
    return tuple(by_actor.values())
