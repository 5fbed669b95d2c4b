"""The grammar of time expressions of ``data/times.toml``, ready to be matched."""

import tomllib
from pathlib import Path

import msgspec


class Expression(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of time expression: its patterns, what makes days of it, and sentences with the words in brackets.

    ``only_ahead`` marks words that are a length of time unless their clause points ahead ("in two weeks").
    """

    id: str
    patterns: tuple[str, ...]
    resolve: str
    value: int | None = None
    check: str | None = None
    only_ahead: bool = False
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


class Node(msgspec.Struct, gc=False):
    """A place in the tree of patterns: ``{class}`` or ``=word`` leads on; ``ends`` is an expression and its trim.

    The trim says how many matched tokens at either end are no part of the expression.
    """

    next: dict[str, "Node"] = {}
    ends: tuple[Expression, int, int] | None = None


class TimeVerbs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that tell to which clause a time belongs and on which side of the day of publication it lies."""

    ahead: frozenset[str]
    reached: frozenset[str]
    about: frozenset[str]
    shares: frozenset[str]
    attitudes: frozenset[str]
    meetings: frozenset[str]
    talks: frozenset[str]
    met: frozenset[str]
    documents: frozenset[str]


class TimeRules(msgspec.Struct, frozen=True, kw_only=True):
    """The compiled grammar: values of words by class, verbs, the tree of patterns, and which countries write the month first."""

    words: dict[str, tuple[tuple[str, int], ...]]
    verbs: TimeVerbs
    capital: frozenset[str]
    ambiguous_months: frozenset[str]
    month_first: frozenset[str]
    either_first: frozenset[str]
    expressions: tuple[Expression, ...]
    root: Node
    firsts: frozenset[str]


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    capital: frozenset[str]
    ambiguous_months: frozenset[str]
    month_first: frozenset[str]
    either_first: frozenset[str]
    verbs: TimeVerbs
    words: dict[str, dict[str, int]]
    expression: tuple[Expression, ...]


def load_times() -> TimeRules:
    """The rules of ``data/times.toml``; ValidationError names the field that is wrong."""
    raw = tomllib.loads((Path(__file__).parent / "times.toml").read_text(encoding="utf-8"))
    file = msgspec.convert(raw, _File)
    words: dict[str, tuple[tuple[str, int], ...]] = {}
    for kind, values in file.words.items():
        for word, value in values.items():
            words[word] = (*words.get(word, ()), (f"{{{kind}}}", value))
    root = Node()
    for expression in file.expression:
        for pattern in expression.patterns:
            _plant(root, expression, pattern.split())
    return TimeRules(
        words=words,
        verbs=file.verbs,
        capital=frozenset(f"{{{kind}}}" for kind in file.capital),
        ambiguous_months=file.ambiguous_months,
        month_first=file.month_first,
        either_first=file.either_first,
        expressions=file.expression,
        root=root,
        firsts=_firsts(root, words),
    )


def _plant(root: Node, expression: Expression, elements: list[str]) -> None:
    """Add a pattern to the tree, once for each choice of its optional elements and alternative words."""
    rows: list[tuple[list[str], list[bool]]] = [([], [])]
    for element in elements:
        bare = element.replace("?", "").replace("^", "")
        inside = "^" not in element
        grown = [
            ([*keys, word if word.startswith("{") else f"={word}"], [*kept, inside])
            for keys, kept in rows
            for word in bare.split("|")
        ]
        rows = [*rows, *grown] if "?" in element else grown
    for keys, kept in rows:
        if "=," in (keys[0], keys[-1]):  # ", {year}?" without the year
            continue
        node = root
        for key in keys:
            node = node.next.setdefault(key, Node())
        # The entry that stands first keeps a row of words that two entries share.
        node.ends = node.ends or (expression, kept.index(True), kept[::-1].index(True))


def _firsts(root: Node, words: dict[str, tuple[tuple[str, int], ...]]) -> frozenset[str]:
    """The words that can begin an expression: the others are passed by with one look-up."""
    literal = {key[1:] for key in root.next if key.startswith("=")}
    return frozenset(literal | {w for w, values in words.items() if any(kind in root.next for kind, _ in values)})
