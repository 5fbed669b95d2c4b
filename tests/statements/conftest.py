"""Sentences of our own, read up to their statements."""

from collections.abc import Callable, Iterable

import pytest
from msgspec import Struct

from communique.actors import find_actors
from communique.clauses import find_clauses
from communique.data.registry import load_registry
from communique.data.statements import load_lexicon
from communique.data.times import load_times
from communique.parse import Parser
from communique.statements import find_statements
from communique.times import find_times
from communique.types import Actor, Removed, Report, Role, Span, Statement


class Reading(Struct):
    """The statements of a text, and the words and names behind their spans and ids."""

    text: str
    statements: tuple[Statement, ...]
    actors: dict[str, Actor]

    def words(self, span: Span | None) -> str | None:
        return None if span is None else self.text[span.start : span.end]

    def contents(self) -> list[tuple[str, str | None]]:
        return [(s.kind, self.words(s.content)) for s in self.statements]

    def names(self, roles: Iterable[Role]) -> list[str]:
        return [self.actors[r.actor].name for r in roles]

    def name(self, role: Role | None) -> str | None:
        return None if role is None else self.actors[role.actor].name


@pytest.fixture(scope="session")
def read(parser: Parser) -> Callable[..., Reading]:
    registry, rules, lexicon = load_registry(), load_times(), load_lexicon()

    def read_one(text: str, published: str | None = "2024-05-15", removed: tuple[Removed, ...] = ()) -> Reading:
        report = Report(id="test", source_sha256="", text=text, published=published, removed=removed)
        clauses = find_clauses(next(parser.parse([report])))
        times = find_times(clauses, rules)
        actors = find_actors(clauses, registry, times)
        found = find_statements(clauses, actors, times, lexicon)
        return Reading(text, found.statements, {a.id: a for a in found.actors.actors})

    return read_one
