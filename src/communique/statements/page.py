"""A report's clauses with the indexes that this room asks again and again."""

from bisect import bisect_left
from itertools import pairwise

from msgspec import Struct

from communique.actors import Actors, roles
from communique.clauses.clauses import Clauses, Predicate
from communique.data.statements import Lexicon
from communique.parse.parsed import Parsed, Quote, Token
from communique.statements.beside import beside
from communique.times import Times
from communique.types import Actor, Role, Span


class Page(Struct, frozen=True):
    """Everything that is known of one report, with what lies under each predicate and which quotation holds a token."""

    clauses: Clauses
    actors: Actors
    times: Times
    lexicon: Lexicon
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    starts: list[int]
    below: dict[int, list[Predicate]]
    quotes: tuple[Quote, ...]
    quoted: dict[int, int]
    kinds: dict[str, Actor]
    firsts: frozenset[int]

    def roles(self, *heads: int) -> tuple[Role, ...]:
        """The parties that some noun phrases name, each once."""
        found = {r.actor: r for h in heads for r in roles(self.actors, h)}
        return tuple(found.values())

    def is_outlet(self, role: Role) -> bool:
        """Is the party a medium that reports?"""
        actor = self.kinds.get(role.actor)
        return actor is not None and actor.kind == "outlet"

    def at(self, offset: int) -> int:
        """The first token that starts at an offset or after it."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens ``[first, last)``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def edges(self, head: int, without: frozenset[int] = frozenset()) -> tuple[int, int]:
        """The first token under a head and the one after the last, leaving out what hangs on some tokens."""
        first, last, todo = head, head, [head]
        while todo:
            i = todo.pop()
            first, last = min(first, i), max(last, i)
            todo += [c for c in self.children[i] if c not in without]
        return first, last + 1

    def beside(self, p: Predicate) -> Predicate | None:
        """The cue that a predicate goes on beside, though the parser hung it inside what that reports."""
        return beside(self.clauses, self.actors, self.lexicon, p)

    def breaks(self, token: int) -> bool:
        """Does a paragraph end before a token?"""
        return token > 0 and token in self.firsts

    def sentence_of(self, token: int) -> tuple[int, int]:
        """The tokens ``[first, last)`` of the sentence that a token stands in."""
        s = self.clauses.parsed.sentences[self.tokens[token].sentence]
        return s.first, s.last


def turn_page(clauses: Clauses, actors: Actors, times: Times, lexicon: Lexicon) -> Page:
    """Index a report's clauses for the rules of this room."""
    parsed = clauses.parsed
    below: dict[int, list[Predicate]] = {}
    for p in clauses.predicates:
        if p.above is not None:
            below.setdefault(p.above, []).append(p)
    starts = [t.start for t in parsed.tokens]
    outer = tuple(q for q in parsed.quotes if q.depth == 0)
    quoted: dict[int, int] = {}
    for n, q in enumerate(outer):
        first, last = bisect_left(starts, q.span.start), bisect_left(starts, q.span.end)
        quoted.update(dict.fromkeys(range(first, last), n))
    return Page(
        clauses, actors, times, lexicon, parsed.tokens, parsed.children, starts, below, outer, quoted,
        {a.id: a for a in actors.actors}, _firsts(parsed),
    )  # fmt: skip


def _firsts(parsed: Parsed) -> frozenset[int]:
    """The first token of each paragraph."""
    sentences = parsed.sentences
    return frozenset(b.first for a, b in pairwise(sentences) if a.paragraph != b.paragraph)
