"""Which issue was named last before a word, and near enough."""

from collections.abc import Callable, Iterator

from communique.clauses import Clauses
from communique.parse.parsed import Token
from communique.positions.naming import Naming
from communique.positions.path import Path
from communique.positions.weigh import Weight

REACH = 2

Read = list[tuple[Naming, Path]]
Tells = Callable[[Naming, Path], Weight | None]


def next_to(clauses: Clauses, read: Read, at: int) -> tuple[Naming, Path] | None:
    """The issue named last before a token, at most two sentences ago."""
    sentence = clauses.parsed.tokens[at].sentence
    before = [pair for pair in read if max(pair[0].words) < at]
    near = [p for p in before if sentence - clauses.parsed.tokens[p[0].token].sentence <= REACH]
    return max(near, key=lambda pair: pair[0].token, default=None)


def following(clauses: Clauses, read: Read, at: int) -> tuple[Naming, Path] | None:
    """The issue named first after a token that opens a report: "Turkey will say yes," ... the entry of Sweden."""
    sentence = clauses.parsed.tokens[at].sentence
    after = [p for p in read if 0 < clauses.parsed.tokens[p[0].token].sentence - sentence <= REACH]
    return min(after, key=lambda pair: pair[0].token, default=None)


def nearest(clauses: Clauses, read: Read) -> Iterator[Token]:
    """The words of all sentences near enough after one that names an issue; ``read`` may grow meanwhile."""
    for number, sentence in enumerate(clauses.parsed.sentences):
        if any(0 <= number - clauses.parsed.tokens[n.token].sentence <= REACH for n, _ in read):
            yield from clauses.parsed.tokens[sentence.first : sentence.last]


def content(last: tuple[Naming, Path]) -> int:
    """The sign of what was spoken of: "an END to the sanctions" is against them, whoever wants it."""
    naming, path = last
    sign = naming.sign
    for step in path.steps:
        if not step.rule.act and step.rule.id != "carry":
            break
        sign *= step.rule.sign
    return sign
