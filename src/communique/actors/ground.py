"""What the rules about belonging read: the actors of a report, its clauses and where each is set, its places."""

from collections import Counter
from collections.abc import Callable, Iterator

from msgspec import Struct

from communique.actors.mention import Actors, Mention
from communique.actors.owners import ELSEWHERE
from communique.clauses import Clauses
from communique.clauses.clauses import Predicate
from communique.data.mentions import BelongingWords, MentionWords, load_mention_words
from communique.parse.parsed import Token
from communique.types import EventPlace, Place

Where = Callable[[Predicate], EventPlace | None]  # where a predicate says that something happened

FOREIGN = ELSEWHERE - {"other", "all", "any", "governments"}
NAMED = frozenset({"name", "family", "title"})
POINTING = frozenset({"pronoun", "group", "role", "description"})
# A medium's report is of one country that has this share of its names and places ...
SHARE, LEAST = 0.7, 5
# ... or this share of its places, if it is among those named most.
PLACES_SHARE, PLACES_LEAST, NAMED_SHARE = 0.8, 4, 0.3


class Ground(Struct, frozen=True, kw_only=True):
    """What the rules read."""

    actors: Actors
    clauses: Clauses
    tokens: tuple[Token, ...]
    spots: dict[int, str]  # token of a place -> its country
    where: Where
    parts: dict[int, tuple[Predicate, ...]]  # head of an argument -> the predicates that it is of
    kinds: dict[str, str]
    words: MentionWords

    @property
    def lists(self) -> BelongingWords:
        """The lists of words of this room's rules."""
        return self.words.belonging


def survey(actors: Actors, clauses: Clauses, places: tuple[Place, ...], where: Where) -> Ground:
    """Lay the ground of a report."""
    tokens = clauses.parsed.tokens
    parts: dict[int, tuple[Predicate, ...]] = {}
    for predicate in clauses.predicates:
        for head in dict.fromkeys(h for a in predicate.arguments for h in a.heads):
            parts[head] = (*parts.get(head, ()), predicate)
    return Ground(
        parts=parts, actors=actors, clauses=clauses, tokens=tokens, spots=dict(_spots(tokens, places)), where=where,
        kinds={a.id: a.kind for a in actors.actors}, words=load_mention_words(),
    )  # fmt: skip


def _spots(tokens: tuple[Token, ...], places: tuple[Place, ...]) -> Iterator[tuple[int, str]]:
    ends = {p.span.start: p for p in places if p.country is not None}
    last: Place | None = None
    for token in tokens:
        last = ends.get(token.start, last)
        if last is not None and last.country is not None and token.end <= last.span.end:
            yield token.i, last.country


def find_only_country(actors: Actors, places: tuple[Place, ...]) -> tuple[str | None, int]:
    """The country that nearly all names of actors and places of the report are of, or nearly all its places alone where
    no other is named much more often; and how many names are of it."""
    spots = Counter(p.country for p in places if p.country is not None)
    named = Counter(
        m.country for m in actors.mentions if m.country is not None and len(m.country) == 3 and m.form not in POINTING
    )
    country, count = max((named + spots).items(), key=lambda pair: pair[1], default=("", 0))
    if count >= LEAST and count >= SHARE * (named + spots).total():
        return country, count
    scene, count = max(spots.items(), key=lambda pair: pair[1], default=("", 0))
    if count >= max(PLACES_LEAST, PLACES_SHARE * spots.total()) and named[scene] >= NAMED_SHARE * named.total():
        return scene, count
    return None, 0


def is_nowhere(ground: Ground, mention: Mention) -> bool:
    """ "Foreign experts", "no country": whom the place of the report tells nothing about."""
    if mention.form in NAMED:
        return False
    inside = ground.tokens[mention.first : mention.last]
    lemmas = {ground.tokens[mention.head].lemma.lower(), inside[-1].lemma.lower()}
    away = any(t.lower in FOREIGN for t in inside)
    return away or inside[0].lower == "no" or not lemmas.isdisjoint(ground.lists.nowhere)
