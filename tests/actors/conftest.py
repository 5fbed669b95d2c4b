"""What the tests of actors share: the registry, and who some words of a text are."""

from collections.abc import Callable

import pytest

from communique.actors import Actors, find_actors
from communique.clauses import Clauses
from communique.data.registry import Registry, load_registry
from communique.data.times import load_times
from communique.times import Times
from communique.types import Actor

DAY = "2021-08-16"


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="session")
def read_actors(clauses_of: Callable[..., Clauses], registry: Registry) -> Callable[..., tuple[Clauses, Actors]]:
    def read(text: str, published: str | None = DAY) -> tuple[Clauses, Actors]:
        clauses = clauses_of(text, published)
        return clauses, find_actors(clauses, registry, Times(verbs=load_times().verbs))

    return read


@pytest.fixture(scope="session")
def who(read_actors: Callable[..., tuple[Clauses, Actors]]) -> Callable[..., list[Actor]]:
    """The actors of the last mention that is written so; empty where nothing is."""

    def find(text: str, words: str, published: str | None = DAY) -> list[Actor]:
        _, actors = read_actors(text, published)
        named = {a.id: a for a in actors.actors}
        found = [m for m in actors.mentions if text[m.span.start : m.span.end] == words]
        return [named[a] for a in found[-1].actors] if found else []

    return find
