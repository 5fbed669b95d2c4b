"""Where something happens that no word beside it places: a protest at home, the rest of a meeting."""

from collections.abc import Iterator

from communique.clauses.clauses import Clauses, Predicate
from communique.data.gazetteer import Gazetteer
from communique.places.places import Parties
from communique.places.spots import country_entry
from communique.types import EventPlace, Span

_PEOPLES = frozenset({"demonym", "group", "role"})  # not the state that lodges a protest
_SENTENCES = 4  # how long a meeting is told of without a word that it is the same


def find_scenes(
    clauses: Clauses, actors: Parties, placed: dict[int, EventPlace], gazetteer: Gazetteer
) -> dict[int, EventPlace]:
    """Predicate -> the place of what it belongs to, for those that ``placed`` lacks.

    People demonstrate at home ("Peruvians protested"), where no other place is told; those who "also discussed" do so
    where they met.
    """
    return dict(_at_home(clauses, actors, placed, gazetteer)) | dict(_still_meeting(clauses, actors, placed, gazetteer))


def _at_home(
    clauses: Clauses, actors: Parties, placed: dict[int, EventPlace], gazetteer: Gazetteer
) -> Iterator[tuple[int, EventPlace]]:
    tokens, words = clauses.parsed.tokens, gazetteer.words
    for predicate in clauses.predicates:
        if predicate.lemma not in words.protest or predicate.id in placed:
            continue
        heads = [h for h in predicate.heads("subject", "possessor") if h in actors.by_token]
        heads += [h for h in predicate.heads("modifier") if h in actors.by_token and tokens[h].entity == "NORP"]
        people = actors.mentions[actors.by_token[heads[0]]] if heads else None
        country = people.country if people is not None and people.form in _PEOPLES else None
        entry = country_entry(country, gazetteer) if country else None
        if entry is None or tokens[heads[0]].lemma in words.away_from_home:
            continue
        span = Span(tokens[heads[0]].start, tokens[heads[0]].end)
        yield (
            predicate.id,
            EventPlace(
                name=entry.name, span=span, country=entry.country, latitude=entry.latitude, longitude=entry.longitude
            ),
        )


def _still_meeting(
    clauses: Clauses, actors: Parties, placed: dict[int, EventPlace], gazetteer: Gazetteer
) -> Iterator[tuple[int, EventPlace]]:
    """ "They also discussed ...", some sentences after "the envoys met in Rome"."""
    words = gazetteer.words
    who: frozenset[str] = frozenset()
    where, last = None, -_SENTENCES
    for predicate in clauses.predicates:
        if predicate.lemma in words.meet and predicate.tense == "past":
            who, where, last = _parties(actors, predicate), placed.get(predicate.id), predicate.sentence
        elif predicate.lemma in words.talk and where is not None and predicate.id not in placed:
            same = who & _parties(actors, predicate)
            if same and predicate.tense == "past" and predicate.sentence - last < _SENTENCES:
                last = predicate.sentence
                yield predicate.id, where


def _parties(actors: Parties, predicate: Predicate) -> frozenset[str]:
    mentions = (actors.mentions[actors.by_token[h]] for h in predicate.heads("subject", "with") if h in actors.by_token)
    return frozenset(a for m in mentions for a in m.actors)
