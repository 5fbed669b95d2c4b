"""Sentences of our own, read through every room above events."""

from collections.abc import Callable

import pytest

from communique.actors import find_actors, resolve_first_person
from communique.clauses import find_clauses
from communique.data.codebook import Codebook, load_codebook
from communique.data.gazetteer import Gazetteer, load_gazetteer
from communique.data.registry import Registry, load_registry
from communique.data.statements import Lexicon, load_lexicon
from communique.data.times import TimeRules, load_times
from communique.events import find_events, set_scene
from communique.events.scene import Scene
from communique.parse.parsed import Parsed
from communique.places import find_places
from communique.statements import find_statements
from communique.times import find_times
from communique.types import Event

Knowledge = tuple[Registry, Gazetteer, TimeRules, Lexicon, Codebook]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_registry(), load_gazetteer(), load_times(), load_lexicon(), load_codebook()


@pytest.fixture(scope="session")
def scene_of(parse: Callable[..., Parsed], knowledge: Knowledge) -> Callable[..., Scene]:
    registry, gazetteer, rules, lexicon, codebook = knowledge

    def read(text: str, published: str | None = "2024-05-15") -> Scene:
        clauses = find_clauses(parse(text, published))
        times = find_times(clauses, rules)
        actors = find_actors(clauses, registry, times)
        places = find_places(clauses, actors, gazetteer)
        statements = find_statements(clauses, actors, times, lexicon)
        actors = resolve_first_person(actors, clauses, statements.statements)
        return set_scene(clauses, actors, times, places, statements, codebook)

    return read


@pytest.fixture(scope="session")
def events_of(scene_of: Callable[..., Scene]) -> Callable[..., tuple[Event, ...]]:
    def read(text: str, published: str | None = "2024-05-15") -> tuple[Event, ...]:
        s = scene_of(text, published)
        return find_events(s.clauses, s.actors, s.times, s.places, s.statements, s.codebook)

    return read
