"""Tokens -> hits: where names of the registry stand in a report.

Every run of words that begins with a capital is looked up in the registry's names, the longest first; most words begin no
name, and need no look-up. An Aho-Corasick automaton is faster still, but building it would double the time to load the
registry, and it knows nothing of words and sentences (figures in docs/dependencies.md).
"""

from msgspec import Struct

from communique.data.registry import Registry
from communique.data.registry_types import Name
from communique.parse.parsed import Parsed, Token

LONGEST = 10  # words; "United Nations Educational, Scientific and Cultural Organization" has nine with its comma
SHORT = 4  # letters; "IRAN" in capitals may be anything, "TALIBAN" is not
SLACK = 16  # characters: a line break and its indent inside a name
# Words without a capital that may stand inside a name.
INSIDE = frozenset({",", "of", "the", "and", "for", "in", "on", "to", "-", "'s", "’s", "'", "’", ".", "&", "al", "de", "bin", "von", "der", "van", "el", "da", "du", "la"})  # fmt: skip
NOUNS_OF_BODIES = frozenset({"government", "authorities", "army", "military", "police", "parliament", "troops", "forces", "ministry"})  # fmt: skip


class Hit(Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` that are written like the names given; none of them a bare family name."""

    first: int
    last: int
    names: tuple[Name, ...]


def find_hits(parsed: Parsed, registry: Registry) -> tuple[Hit, ...]:
    """Names of the registry in order of the text, none inside another but those after "the": "The Australian" may be a
    newspaper, and "Australian" in "the Australian premier" is none."""
    out: list[Hit] = []
    starts, done = registry.starts, 0
    for token in parsed.tokens:
        longest = starts.get(token.text) or (starts.get(token.text.title()) if token.text.isupper() else None)
        if longest and token.i >= done and (token.text != "the" or _is_capital(parsed.tokens, token.i + 1)):
            hit = _longest(parsed, registry, token, longest)
            if hit is not None:
                out = out[:-1] if _is_longer(out, hit) else out
                out.append(hit)
                # "The House of Commons" holds "the House" and, one word on, the longer name.
                done = hit.first + 1 if token.lower == "the" else hit.last
    return tuple(out)


def _is_capital(tokens: tuple[Token, ...], i: int) -> bool:
    return i < len(tokens) and tokens[i].text[0].isupper()


def _is_longer(out: list[Hit], hit: Hit) -> bool:
    return bool(out) and out[-1].last > hit.first and hit.last > out[-1].last


def _longest(parsed: Parsed, registry: Registry, first: Token, longest: int) -> Hit | None:
    """The longest name that begins with a token; a run goes on over capitals and small words, not over a sentence."""
    tokens, text, hit = parsed.tokens, parsed.report.text, None
    start, limit = first.start, first.start + longest + SLACK
    plain = _is_plain(text[start:limit])
    for token in tokens[first.i : first.i + LONGEST]:
        if token.sentence != first.sentence or token.end > limit:
            break
        if token.text[0].isupper() or token.text[0].isdigit() or token is first or _goes_on(tokens, token):
            surface = text[start : token.end] if plain else _flat(text[start : token.end])
            if surface in registry.names or surface.isupper():
                names = _named(registry, surface)
                hit = Hit(first.i, token.i + 1, names) if names else hit
        elif token.lower not in INSIDE:
            break
    return hit


def _goes_on(tokens: tuple[Token, ...], token: Token) -> bool:
    return token.lower in NOUNS_OF_BODIES or token.text[:2] in {"d'", "d’"} or tokens[token.i - 1].text == "-"


def _is_plain(text: str) -> bool:
    return "\n" not in text and "  " not in text and (text.isascii() or ("’" not in text and "\xa0" not in text))


def _flat(text: str) -> str:
    """As names stand in the registry: on one line, with straight apostrophes."""
    return " ".join(text.replace("’", "'").split())


def _named(registry: Registry, surface: str) -> tuple[Name, ...]:
    """The names that are written so, or so in a headline of capitals; a family name alone is not looked for here."""
    found = registry.names.get(surface)
    if found is None and len(surface) > SHORT and surface.isupper():
        found = registry.names.get(surface.title())
    return tuple(name for name in found if name.kind != "family") if found else ()
