"""What the tests of places share: the gazetteer, and a report whose only actor is given."""

from collections.abc import Callable

import pytest
from msgspec import Struct

from communique.clauses import Clauses
from communique.data.gazetteer import Gazetteer, load_gazetteer
from communique.places import Places, find_places, place_of
from communique.types import EventPlace


class Mention(Struct, frozen=True):
    form: str = "name"
    country: str | None = None
    actors: tuple[str, ...] = ()


class OneActor(Struct, frozen=True):
    mentions: tuple[Mention, ...] = ()
    by_token: dict[int, int] = {}


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="session")
def read_places(clauses_of: Callable[..., Clauses], gazetteer: Gazetteer) -> Callable[..., tuple[Clauses, Places]]:
    """Text, the word that is the actor, and what is read of it -> clauses and places."""

    def read(text: str, word: str | None = None, **mention: object) -> tuple[Clauses, Places]:
        clauses = clauses_of(text)
        tokens = [t.i for t in clauses.parsed.tokens if t.text == word]
        actors = OneActor(mentions=(Mention(**mention),), by_token=dict.fromkeys(tokens, 0))  # type: ignore[arg-type]
        return clauses, find_places(clauses, actors, gazetteer)

    return read


@pytest.fixture(scope="session")
def where(read_places: Callable[..., tuple[Clauses, Places]]) -> Callable[..., EventPlace | None]:
    """Text, lemma of the last such predicate, the actor -> its place."""

    def find(text: str, lemma: str, word: str | None = None, **mention: object) -> EventPlace | None:
        clauses, places = read_places(text, word, **mention)
        predicate = [p for p in clauses.predicates if p.lemma.split(" ")[0] == lemma][-1]
        return place_of(places, clauses, predicate)

    return find
