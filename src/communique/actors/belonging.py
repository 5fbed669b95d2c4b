"""Actors without a country -> that of their body, owner or place, or of the one country that the report is about.

Runs when places are known; what an actor's own words say has come first.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from communique.actors.groups import PARTITIVE
from communique.actors.mention import Actors, Mention
from communique.actors.owners import ELSEWHERE
from communique.clauses import Clauses
from communique.clauses.clauses import Predicate
from communique.data.mentions import BelongingWords, MentionWords, load_mention_words
from communique.parse.parsed import Token
from communique.types import Actor, EventPlace, Place

Where = Callable[[Predicate], EventPlace | None]  # where a predicate says that something happened

PEOPLE = frozenset({"person", "population", "police", "court", "parliament", "party"})
BODIES = frozenset({"organisation", "company", "ministry"})
FOREIGN = ELSEWHERE - {"other", "all", "any", "governments"}
NAMED = frozenset({"name", "family", "title"})
AROUND = frozenset({"of", "in", "from", "at", "near"})
DEEPEST = 3  # "the head of the department of the ministry of a state"
# A report is of one country that has this share of its names and places, and is about no release of a state.
SHARE, LEAST = 0.7, 5
PLACES_SHARE, PLACES_LEAST, NAMED_SHARE = 0.8, 4, 0.3
BODY_LEAST = 12  # a body that a short report names once may be foreign: "the National Hurricane Center" in the Bahamas


class Ground(Struct, frozen=True, kw_only=True):
    """What the rules read."""

    actors: Actors
    clauses: Clauses
    tokens: tuple[Token, ...]
    spots: dict[int, str]  # token of a place -> its country
    where: Where
    kinds: dict[str, str]
    words: MentionWords

    @property
    def lists(self) -> BelongingWords:
        """The lists of words of this room's rules."""
        return self.words.belonging


def settle_countries(actors: Actors, clauses: Clauses, places: Iterable[Place], where: Where) -> Actors:
    """The actors, with a country for those whom the report plainly puts in one."""
    tokens, places = clauses.parsed.tokens, tuple(places)
    ground = Ground(
        actors=actors, clauses=clauses, tokens=tokens, spots=dict(_spots(tokens, places)), where=where,
        kinds={a.id: a.kind for a in actors.actors}, words=load_mention_words(),
    )  # fmt: skip
    domestic, count = (None, 0) if actors.home is not None else _only_country(actors, places)
    found: dict[str, str] = {}
    for actor in actors.actors:
        if actor.country is None and actor.provisional and actor.kind in PEOPLE | BODIES | {"government"}:
            is_body = actor.kind in BODIES and count < BODY_LEAST
            country = _country(ground, actor, None if is_body else domestic)
            if country is not None:
                found[actor.id] = country
    return _moved(actors, found)


def _spots(tokens: tuple[Token, ...], places: tuple[Place, ...]) -> Iterator[tuple[int, str]]:
    ends = {p.span.start: p for p in places if p.country is not None}
    last: Place | None = None
    for token in tokens:
        last = ends.get(token.start, last)
        if last is not None and last.country is not None and token.end <= last.span.end:
            yield token.i, last.country


def _only_country(actors: Actors, places: tuple[Place, ...]) -> tuple[str | None, int]:
    """The country that nearly all names of actors and places of the report are of, or nearly all its places alone where
    no other is named much more often; and how many names are of it."""
    spots = Counter(p.country for p in places if p.country is not None)
    named = Counter(
        m.country
        for m in actors.mentions
        if m.country is not None and len(m.country) == 3 and m.form not in {"pronoun", "group", "role", "description"}
    )
    country, count = max((named + spots).items(), key=lambda pair: pair[1], default=("", 0))
    if count >= LEAST and count >= SHARE * (named + spots).total():
        return country, count
    scene, count = max(spots.items(), key=lambda pair: pair[1], default=("", 0))
    if count >= max(PLACES_LEAST, PLACES_SHARE * spots.total()) and named[scene] >= NAMED_SHARE * named.total():
        return scene, count
    return None, 0


def _country(ground: Ground, actor: Actor, domestic: str | None) -> str | None:
    """The country of an actor that has none: the first that a rule finds in one of its mentions."""
    mentions = [m for m in ground.actors.mentions if m.actors == (actor.id,) and m.form != "pronoun"]
    if not mentions or any(_is_nowhere(ground, m) for m in mentions):
        return None
    for rule in (_of_owner, _of_body, _of_title, _of_place, _of_repression, _of_others):
        country = next((c for m in mentions if (c := rule(ground, m, actor)) is not None), None)
        if country is not None:
            return country
    if actor.kind == "government" and ground.tokens[mentions[0].head].lemma.lower() not in ground.lists.servants:
        return _met_in(ground, mentions)
    return _met_in(ground, mentions) or _at_home(ground, actor, mentions, domestic)


def _is_nowhere(ground: Ground, mention: Mention) -> bool:
    """ "Foreign experts", "no country": whom the place of the report tells nothing about."""
    if mention.form in NAMED:
        return False
    inside = ground.tokens[mention.first : mention.last]
    lemmas = {ground.tokens[mention.head].lemma.lower(), inside[-1].lemma.lower()}
    away = any(t.lower in FOREIGN for t in inside)
    return away or inside[0].lower == "no" or not lemmas.isdisjoint(ground.lists.nowhere)


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


def _of_title(ground: Ground, mention: Mention, actor: Actor) -> str | None:
    """ "The leader of the Chad Reform Party Ada Cole": the place in a title, but not where somebody is sent."""
    inside = ground.tokens[mention.first : mention.last]
    if mention.form != "title" or actor.kind != "person" or any(t.lower in {"for", "to"} for t in inside):
        return None
    return next((c for t in inside if (c := ground.spots.get(t.i)) is not None), None)


def _of_others(ground: Ground, mention: Mention, actor: Actor) -> str | None:
    """ "The Peruvian minister and other officials": others of his kind; not so "Peru and other leaders"."""
    token = ground.tokens[mention.head]
    other = any(t.lower == "other" for t in ground.tokens[mention.first : mention.last])
    if not other or token.dep != "conj" or token.lemma.lower() not in ground.lists.servants or actor.kind == "person":
        return None
    return _named_country(ground, token.head, mention)


def _inner(ground: Ground, head: int, after: int, prepositions: set[str]) -> int | None:
    """The object of a preposition that stands right behind a name, or inside or behind the phrase of a noun."""
    children = ground.clauses.parsed.children
    for c in children[head]:
        token = ground.tokens[c]
        if token.dep == "prep" and token.lower in prepositions and head < c <= max(after, head) + 1:
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
    for predicate in ground.clauses.predicates:
        if predicate.lemma in ground.lists.repress and mention.head in predicate.heads("object"):
            doers = [ground.actors.by_token.get(h) for h in predicate.heads("subject")]
            states = {c for n in doers if n is not None and (c := _state_of(ground, ground.actors.mentions[n]))}
            return states.pop() if len(states) == 1 else None
    return None


def _state_of(ground: Ground, mention: Mention) -> str | None:
    official = {ground.kinds.get(a) for a in mention.actors} <= {"government", "police"}
    return mention.country if official else None


def _met_in(ground: Ground, mentions: list[Mention]) -> str | None:
    """The one country in which the clauses of somebody are put: as whom a visitor meets, as who suffers or acts there."""
    found = {c for m in mentions for p in _clauses_of(ground, m) if (c := _place_for(ground, m, p)) is not None}
    return found.pop() if len(found) == 1 else None


def _clauses_of(ground: Ground, mention: Mention) -> Iterator[Predicate]:
    return (p for p in ground.clauses.predicates for a in p.arguments if mention.head in a.heads)


def _place_for(ground: Ground, mention: Mention, predicate: Predicate) -> str | None:
    """The country of a clause, for those of its parties that are likely from there."""
    lemma, acts = ground.tokens[mention.head].lemma.lower(), mention.head in predicate.heads("subject")
    if mention.form in NAMED or predicate.lemma in ground.words.motion or lemma in ground.lists.held:
        return None
    lemmas = {t.lemma.lower() for t in ground.tokens[mention.first : mention.last]} | {lemma}
    kind = ground.kinds.get(mention.actors[0])
    local = kind in {"population", "police", "court"} or (kind == "person" and lemma not in ground.lists.hosts)
    if not local and (acts or lemmas.isdisjoint(ground.lists.hosts)):
        return None
    place = ground.where(predicate)
    return None if place is None else place.country


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
