"""Tokens -> the words of time expressions, by the grammar of ``data/times.toml``."""

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from communique.data.times import Expression, Node, TimeRules
from communique.parse.parsed import Token

_NUMERAL = re.compile(r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_MID_YEAR = re.compile(r"mid-(\d{4})")
_DECADE = re.compile(r"(\d{3}0)s")
_LEADS = frozenset(
    [
        "in",
        "of",
        "since",
        "by",
        "until",
        "till",
        "last",
        "this",
        "next",
        "early",
        "mid",
        "late",
        "through",
        "during",
        "from",
        "to",
        "and",
        "before",
        "after",
        "for",
        "between",
        "past",
        "end",
        "beginning",
        "middle",
        "every",
        "to",
    ]
)
_EACH = frozenset({"every", "each"})
_COMPOUND = frozenset({"{iso}", "{numeral}", "{mid-year}"})  # one token that holds several values
_Symbols = tuple[tuple[str, int], ...]


class Found(Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` that name a time, the entry that found them and the values of its words."""

    first: int
    last: int
    expression: Expression
    values: tuple[tuple[str, int], ...]

    def all(self, kind: str) -> tuple[int, ...]:
        """The values of a class of words, in order."""
        return tuple(v for k, v in self.values if k == kind)

    def get(self, kind: str) -> int | None:
        """The first value of a class, or None."""
        return next((v for k, v in self.values if k == kind), None)


def match_times(tokens: Sequence[Token], rules: TimeRules) -> tuple[Found, ...]:
    """Every time expression, left to right; the longest one that stands its check wins, none overlap."""
    out: list[Found] = []
    i, firsts = 0, rules.firsts
    while i < len(tokens):
        lower = tokens[i].lower
        found = _longest(tokens, i, rules) if lower in firsts or lower[:1].isdecimal() or lower[:4] == "mid-" else None
        if found is None:
            i += 1
        else:
            out.append(found)
            i = found.last
    return tuple(out)


def _longest(tokens: Sequence[Token], i: int, rules: TimeRules) -> Found | None:
    best: list[tuple[int, Node, _Symbols]] = []
    _walk(tokens, i, rules, rules.root, (), best)
    for end, node, values in sorted(best, key=lambda b: -b[0]):
        if node.ends is None:
            continue
        expression, before, after = node.ends
        found = Found(i + before, end - after, expression, values)
        if _stands(tokens, found, end, rules):
            return found
    return None


def _walk(
    tokens: Sequence[Token],
    i: int,
    rules: TimeRules,
    node: Node,
    values: _Symbols,
    out: list[tuple[int, Node, _Symbols]],
) -> None:
    if node.ends is not None:
        out.append((i, node, values))
    if not node.next or i >= len(tokens) or (values and tokens[i].sentence != tokens[i - 1].sentence):
        return
    symbols = _symbols(tokens[i], rules)
    literal = node.next.get("=" + tokens[i].lower)
    if literal is not None:  # the value counts for a word that stands in the pattern itself ("the next week") too
        _walk(tokens, i + 1, rules, literal, (*values, *symbols), out)
    compound = bool(symbols) and symbols[0][0] in _COMPOUND
    for kind, value in symbols[:1] if compound else symbols:
        after = node.next.get(kind)
        if after is not None:
            _walk(tokens, i + 1, rules, after, (*values, *(symbols if compound else ((kind, value),))), out)


def _symbols(token: Token, rules: TimeRules) -> _Symbols:
    """The classes of a word with its value in each."""
    if token.lower[:1].isdecimal():
        return _figures(token.lower)
    if m := _MID_YEAR.fullmatch(token.lower):
        return (("{mid-year}", 0), ("{third}", 2), ("{year}", int(m[1])))
    symbols = rules.words.get(token.lower, ())
    if symbols and not token.text[0].isupper():
        return tuple(s for s in symbols if s[0] not in rules.capital)
    return symbols


def _figures(text: str) -> _Symbols:
    if text.isdecimal():
        return _whole_number(text)
    if (m := _ORDINAL.fullmatch(text)) and 1 <= int(m[1]) <= 31:
        return (("{day}", int(m[1])), ("{ordinal}", int(m[1])))
    if m := _DECADE.fullmatch(text):
        return (("{decade}", int(m[1])),)
    if _ISO.fullmatch(text):
        return (("{iso}", 0), ("{year}", int(text[:4])), ("{short}", int(text[5:7])), ("{short}", int(text[8:])))
    if _NUMERAL.fullmatch(text):
        return (("{numeral}", 0), *(("{figure}", int(n)) for n in re.split("[/.]", text)))
    return ()


def _whole_number(text: str) -> _Symbols:
    number = int(text)
    out = [("{number}", number)] if number < 1000 else []
    if 1 <= number <= 31 and len(text) <= 2:
        out.append(("{day}", number))
    if len(text) == 2:
        out.append(("{short}", number))
    if len(text) == 4 and 1500 <= number <= 2100:
        out.append(("{year}", number))
    return tuple(out)


def _stands(tokens: Sequence[Token], found: Found, end: int, rules: TimeRules) -> bool:
    """Does the match survive the check of its entry and the words around it?"""
    first, after = tokens[found.first], tokens[end] if end < len(tokens) else None
    if first.entity == "PERSON" or (after is not None and _glued(tokens, end)) or _is_length(tokens, found):
        return False
    check = found.expression.check
    return check is None or CHECKS[check](tokens, found, rules)


def _is_length(tokens: Sequence[Token], found: Found) -> bool:
    """ "Every Monday"; "for three days before accepting"."""
    before = tokens[found.first - 1].lower if found.first else ""
    return before in _EACH or (before == "for" and found.expression.value == -1 and found.get("{number}") is not None)


def _no_name(tokens: Sequence[Token], found: Found, rules: TimeRules) -> bool:  # noqa: ARG001
    """Not "the Good Friday Agreement"."""
    after = tokens[found.last] if found.last < len(tokens) else None
    return after is None or after.pos != "PROPN" or tokens[found.last - 1].head < after.i


def _capitals(tokens: Sequence[Token], found: Found, rules: TimeRules) -> bool:  # noqa: ARG001
    words = [t.text for t in tokens[found.first : found.last] if t.text[0].isalpha()]
    return all(word[0].isupper() or word == "al" for word in words)


def _adverb(tokens: Sequence[Token], found: Found, rules: TimeRules) -> bool:  # noqa: ARG001
    """Not "the overnight train"."""
    return tokens[found.first].pos == "ADV"


def _after_in(tokens: Sequence[Token], found: Found, rules: TimeRules) -> bool:  # noqa: ARG001
    return found.first > 0 and tokens[found.first - 1].lower == "in"


def _after_in_the(tokens: Sequence[Token], found: Found, rules: TimeRules) -> bool:  # noqa: ARG001
    """ "In the spring", not "in the summer school"."""
    before = [t.lower for t in tokens[max(0, found.first - 2) : found.first]]
    return before[-1:] == ["the"] and before[0] in _LEADS and tokens[found.first].head < found.first


def _glued(tokens: Sequence[Token], end: int) -> bool:
    """ "A two-week-ago"-like compounds and "3.5": the word goes on."""
    return (
        tokens[end].start == tokens[end - 1].end
        and tokens[end].lower in {"-", "%", "/"}
        and (
            end + 1 < len(tokens)
            and tokens[end + 1].start == tokens[end].end
            and tokens[end + 1].lower in {"old", "long"}
        )
    )


def _is_named(tokens: Sequence[Token], found: Found) -> bool:
    """ "The October War", "the April Movement": the month is part of a name."""
    token = tokens[found.first]
    head = tokens[token.head]
    return token.dep == "compound" and head.i == found.last and head.pos == "PROPN" and head.text[0].isupper()


def _is_month(tokens: Sequence[Token], found: Found, rules: TimeRules) -> bool:
    """ "In May", "by June": names that are also words or people's names need a word before them that leads a time."""
    token = tokens[found.first]
    if _is_named(tokens, found):
        return False
    if token.lower not in rules.ambiguous_months:
        return True
    before = tokens[found.first - 1] if found.first else None
    if before is not None and before.sentence == token.sentence and before.lower in _LEADS:
        return token.pos not in {"AUX", "VERB"}
    after = tokens[found.last] if found.last < len(tokens) else None
    return after is not None and after.lower in {"'s", "’s"} and token.lower in {"june", "august", "april"}


def _is_day_number(tokens: Sequence[Token], found: Found, rules: TimeRules) -> bool:  # noqa: ARG001
    """Not "In May 12 people died": there the number counts a plural noun that the month does not modify."""
    after = tokens[found.last] if found.last < len(tokens) else None
    last = tokens[found.last - 1]
    if not last.lower.isdecimal() or after is None or last.head <= last.i or found.get("{year}"):
        return True
    counted = tokens[last.head]
    months = [t for t in tokens[found.first : found.last] if t.head == counted.i and t is not last]
    return counted.tag != "NNS" or bool(months)


def _is_year(tokens: Sequence[Token], found: Found, rules: TimeRules) -> bool:  # noqa: ARG001
    return not _counts(tokens, found.last - 1, modifier=False)


def _is_year_before_noun(tokens: Sequence[Token], found: Found, rules: TimeRules) -> bool:  # noqa: ARG001
    return not _counts(tokens, found.last - 1, modifier=True)


def _counts(tokens: Sequence[Token], year: int, *, modifier: bool) -> bool:
    """ "A group of 2000 people", "sent 2007 men": a figure that counts a plural noun is no year.

    After an article it may be ("the 2016 elections"), unless it is round.
    """
    following = tokens[year + 1] if year + 1 < len(tokens) else None
    plural = (
        following is not None
        and following.tag == "NNS"
        and (tokens[year].head == following.i or tokens[year - 1].lower in {"of", "to", "for", "and", "around"})
    )
    if modifier and int(tokens[year].lower) % 100 == 0:  # "the 2000 km long pipeline"
        return True
    if modifier:
        named = following is not None and following.pos in {"NOUN", "PROPN", "ADJ"}
        return not named
    return plural


CHECKS: Mapping[str, Callable[[Sequence[Token], Found, TimeRules], bool]] = {
    "adverb": _adverb,
    "after_in": _after_in,
    "after_in_the": _after_in_the,
    "capital": _capitals,
    "day_number": _is_day_number,
    "month_name": _is_month,
    "no_name": _no_name,
    "year_modifier": _is_year_before_noun,
    "year_number": _is_year,
}
