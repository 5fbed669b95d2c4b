"""Statements, namings of issues -> Statements that tell which issues they are about."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from communique.clauses import Clauses
from communique.positions.naming import Naming
from communique.types import Span, Statement, Topic


def add_issues(clauses: Clauses, namings: Sequence[Naming], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each about the issues that its words name: "said the TRUCE would hold"; each issue once."""
    topics = sorted((_topic(clauses, n) for n in namings), key=lambda t: t.span)
    starts = [t.span.start for t in topics]
    return tuple(_with_issues(s, topics, starts) for s in statements)


def _topic(clauses: Clauses, naming: Naming) -> Topic:
    tokens = clauses.parsed.tokens
    return Topic(id=naming.issue.id, span=Span(tokens[min(naming.words)].start, tokens[max(naming.words)].end))


def _with_issues(s: Statement, topics: list[Topic], starts: list[int]) -> Statement:
    if s.content is None:
        return s
    near = topics[bisect_left(starts, s.content.start) : bisect_right(starts, s.content.end)]
    inside = {t.id: t for t in reversed(near) if t.span.end <= s.content.end}
    if not inside:
        return s
    return replace(s, about=tuple(sorted((*s.about, *inside.values()), key=lambda t: t.span)))
