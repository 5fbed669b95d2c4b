"""What many tests share: one loaded parser, and sentences turned into clauses."""

from collections.abc import Callable

import pytest

from communique.clauses import Clauses, find_clauses
from communique.parse import Parser, load_parser
from communique.parse.parsed import Parsed
from communique.types import Removed, Report


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[..., Parsed]:
    def parse_one(text: str, published: str | None = "2024-05-15", removed: tuple[Removed, ...] = ()) -> Parsed:
        report = Report(id="test", source_sha256="", text=text, published=published, removed=removed)
        return next(parser.parse([report]))

    return parse_one


@pytest.fixture(scope="session")
def clauses_of(parse: Callable[..., Parsed]) -> Callable[..., Clauses]:
    def read(text: str, published: str | None = "2024-05-15") -> Clauses:
        return find_clauses(parse(text, published))

    return read
