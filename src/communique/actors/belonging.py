"""Actors without a country -> that of their body, owner or place, or of the one country that the report is about.

Runs when places are known; what an actor's own words say has come first.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from communique.actors.ground import NAMED, Ground, Where, find_only_country, is_nowhere, survey
from communique.actors.groups import PARTITIVE
from communique.actors.meeting import met_in, split_groups
from communique.actors.mention import Actors, Mention
from communique.clauses import Clauses
from communique.types import Actor, Place

PEOPLE = frozenset({"person", "population", "police", "court", "parliament", "party"})
BODIES = frozenset({"organisation", "company", "ministry"})
AROUND = frozenset({"of", "in", "from", "at", "near"})
DEEPEST = 3  # "the head of the department of the ministry of a state"
BODY_LEAST = 12  # a body that a short report names once may be foreign: "the National Hurricane Center" in the Bahamas


def settle_countries(actors: Actors, clauses: Clauses, places: Iterable[Place], where: Where) -> Actors:
    """The actors, with a country for those whom the report plainly puts in one."""
    places = tuple(places)
    actors = split_groups(survey(actors, clauses, places, where))
    ground = survey(actors, clauses, places, where)
    domestic, count = (None, 0) if actors.home is not None else find_only_country(actors, places)
    found: dict[str, str] = {}
    for actor in actors.actors:
        if actor.country is None and actor.provisional and actor.kind in PEOPLE | BODIES | {"government"}:
            is_body = actor.kind in BODIES and count < BODY_LEAST
            country = _country(ground, actor, None if is_body else domestic)
            if country is not None:
                found[actor.id] = country
    return _moved(actors, found)


def _country(ground: Ground, actor: Actor, domestic: str | None) -> str | None:
    """The country of an actor that has none: the first that a rule finds in one of its mentions."""
    mentions = [m for m in ground.actors.mentions if m.actors == (actor.id,) and m.form != "pronoun"]
    if not mentions or any(is_nowhere(ground, m) for m in mentions):
        return None
    for rule in (_of_owner, _of_body, _of_sender, _of_title, _of_place, _of_repression, _of_others):
        country = next((c for m in mentions if (c := rule(ground, m, actor)) is not None), None)
        if country is not None:
            return country
    if actor.kind == "government" and ground.tokens[mentions[0].head].lemma.lower() not in ground.lists.servants:
        return met_in(ground, mentions)
    return met_in(ground, mentions) or _at_home(ground, actor, mentions, domestic)


def _of_owner(ground: Ground, mention: Mention, actor: Actor) -> str | None:
    """ "Ada Cole, the president's sister", "Vega's aide Ada Cole": of the country of whose she is; not so a fiancée."""
    if actor.kind != "person":
        return None
    children, head = ground.clauses.parsed.children, ground.tokens[mention.head]
    beside = [c for c in children[head.i] if ground.tokens[c].dep == "appos"] + [head.head] * (head.dep == "appos")
    for noun in (head.i, *beside):
        words = [noun, *(c for c in children[noun] if ground.tokens[c].dep in {"compound", "nmod"})]
        owner = next((c for c in children[noun] if ground.tokens[c].dep == "poss"), None)
        if owner is not None and any(ground.tokens[w].lemma.lower() in ground.lists.kin for w in words):
            return _named_country(ground, owner, mention)
    return None


def _of_body(ground: Ground, mention: Mention, actor: Actor) -> str | None:
    """ "Ada Cole of the Labour Party", "the head of the directorate of the Cuban ministry"."""
    if actor.kind not in {"person", "population"} and actor.kind not in BODIES:
        return None
    prepositions = {"of", "from", "at"} if mention.form in NAMED | {"apposition"} else {"of", "from"}
    at = mention.head
    for _ in range(DEEPEST):
        inner = _inner(ground, at, mention.last if at == mention.head else at, prepositions)
        if inner is None:
            return None
        for token in _phrase(ground, inner):
            country = _named_country(ground, token, mention) or ground.spots.get(token)
            if country is not None and (len(country) == 3 or country == "EUR-EU"):
                return country
        at, prepositions = inner, {"of"}
    return None


def _of_sender(ground: Ground, mention: Mention, actor: Actor) -> str | None:
    """ "The Peruvian delegation included officials from the Ministry of Trade and the Border Guard": bodies of a state that
    are listed as those who sent its delegates are its own."""
    first = ground.tokens[mention.first].lower
    if actor.kind not in BODIES | {"police", "military"} or first not in ground.lists.organs:
        return None
    token = ground.tokens[mention.head]
    while token.dep in {"conj", "appos"} and token.head != token.i:
        token = ground.tokens[token.head]
    if token.dep == "pobj" and ground.tokens[token.head].lower in {"from", "of"}:
        token = ground.tokens[ground.tokens[token.head].head]
        country = _named_country(ground, token.i, mention)
        if country is not None:
            return country
    verb = ground.tokens[token.head]
    if token.dep != "dobj" or verb.lemma not in {"include", "comprise", "involve"}:
        return None
    subject = next((c for c in ground.clauses.parsed.children[verb.i] if ground.tokens[c].dep == "nsubj"), None)
    return None if subject is None else _named_country(ground, subject, mention)


def _of_title(ground: Ground, mention: Mention, actor: Actor) -> str | None:
    """ "The leader of the Chad Reform Party Ada Cole": the place in a title, but not where somebody is sent."""
    inside = ground.tokens[mention.first : mention.last]
    if mention.form != "title" or actor.kind != "person" or any(t.lower in {"for", "to"} for t in inside):
        return None
    return next((c for t in inside if (c := ground.spots.get(t.i)) is not None), None)


def _of_others(ground: Ground, mention: Mention, actor: Actor) -> str | None:
    """ "The Peruvian minister and other officials", "its people, notably protesters": others of his kind, or some of them;
    not so "Peru and other leaders"."""
    token = ground.tokens[mention.head]
    if token.dep == "appos" and actor.kind == "population":
        number = ground.actors.by_token.get(token.head)
        whole = None if number is None else ground.actors.mentions[number]
        return whole.country if whole is not None and ground.kinds.get(whole.actors[0]) == "population" else None
    other = any(t.lower == "other" for t in ground.tokens[mention.first : mention.last])
    if not other or token.dep != "conj" or token.lemma.lower() not in ground.lists.servants or actor.kind == "person":
        return None
    return _named_country(ground, token.head, mention)


def _inner(ground: Ground, head: int, after: int, prepositions: set[str]) -> int | None:
    """The object of a preposition that stands right behind a name, or inside or behind the phrase of a noun."""
    children = ground.clauses.parsed.children
    for c in children[head]:
        token = ground.tokens[c]
        close = max(after, head)
        if close + 1 < len(ground.tokens) and ground.tokens[close].text == "(":
            close += 3  # "the Border Guard (BG) of the Peruvian army"
        if token.dep == "prep" and token.lower in prepositions and head < c <= close + 1:
            return next((o for o in children[c] if ground.tokens[o].dep == "pobj"), None)
    return None


def _phrase(ground: Ground, head: int) -> Iterator[int]:
    """The tokens of a noun phrase up to its head, the head first."""
    yield head
    todo = [head]
    while todo:
        for c in ground.clauses.parsed.children[todo.pop()]:
            if ground.tokens[c].dep in {"amod", "compound", "poss", "nmod"}:
                yield c
                todo.append(c)


def _named_country(ground: Ground, token: int, mention: Mention) -> str | None:
    """The country of the actor that a word names, if it is another than that of the mention."""
    number = ground.actors.by_token.get(token)
    if number is None:
        return None
    other = ground.actors.mentions[number]
    return other.country if other.actors != mention.actors and len(other.actors) == 1 else None


def _of_place(ground: Ground, mention: Mention, actor: Actor) -> str | None:
    """ "Residents of Mosul", "Omsk hospital", "a Madrid-based university"."""
    if actor.kind == "government" or (actor.kind == "person" and mention.form in NAMED):
        return None
    inside = {c for i in range(mention.first, mention.last) if (c := ground.spots.get(i)) is not None}
    if not inside and mention.form not in NAMED:
        children = ground.clauses.parsed.children
        objects = (
            o
            for c in children[mention.head]
            if ground.tokens[c].dep == "prep" and ground.tokens[c].lower in AROUND
            for o in children[c]
            if ground.tokens[o].dep == "pobj"
        )
        inside = {c for o in objects if (c := ground.spots.get(o)) is not None}
    return inside.pop() if len(inside) == 1 else None


def _of_repression(ground: Ground, mention: Mention, actor: Actor) -> str | None:
    """ "The regime of Chad arrested protesters": those whom a state represses are its own, unless it does so abroad."""
    inner = ground.tokens[mention.last - 1 if ground.tokens[mention.head].lower in PARTITIVE else mention.head]
    if actor.kind != "population" or inner.lemma.lower() not in ground.lists.repressed:
        return None
    for predicate in ground.parts.get(mention.head, ()):
        if predicate.lemma in ground.lists.repress and mention.head in predicate.heads("object", "of", "against", "on"):
            roles = ("subject",) if predicate.kind == "verb" else ("possessor", "by", "modifier")
            doers = (ground.actors.by_token.get(h) for h in predicate.heads(*roles))
            states = {c for n in doers if n is not None and (c := _state_of(ground, ground.actors.mentions[n]))}
            return states.pop() if len(states) == 1 else None
    return None


def _state_of(ground: Ground, mention: Mention) -> str | None:
    official = {ground.kinds.get(a) for a in mention.actors} <= {"government", "police"}
    return mention.country if official else None


def _at_home(ground: Ground, actor: Actor, mentions: list[Mention], domestic: str | None) -> str | None:
    """Whoever a report of one country names or tells of, unless his words tell of a body that is of none."""
    if domestic is None or actor.kind == "company" or _is_worldwide(ground, actor):
        return None
    within = (ground.actors.by_token.get(i) for m in mentions for i in range(m.first, m.last))
    others = [ground.actors.mentions[n] for n in within if n is not None]
    told = (o for o in others if o.actors != mentions[0].actors and ground.kinds.get(o.actors[0]) != "outlet")
    return None if any(o.country is None for o in told) else domestic


def _is_worldwide(ground: Ground, actor: Actor) -> bool:
    return any(w.strip(".,'’").lower() in ground.lists.worldwide for w in actor.name.replace("-", " ").split())


def _moved(actors: Actors, to: dict[str, str]) -> Actors:
    if not to:
        return actors
    return replace(
        actors,
        actors=tuple(replace(a, country=to[a.id]) if a.id in to else a for a in actors.actors),
        mentions=tuple(replace(m, country=to[m.actors[0]]) if m.actors[0] in to else m for m in actors.mentions),
        standings=actors.standings | {i: replace(actors.standings[i], country=c) for i, c in to.items()},
    )
