"""Tokens -> hits: where names of the registry stand in a report.

Every run of words that begins with a capital is looked up in the registry's names, the longest first. Seven words at most
from one word in five make 1.5 look-ups a token, and no automaton has to be built and kept.
"""

from msgspec import Struct

from communique.data.registry import Registry
from communique.data.registry_types import Name
from communique.parse.parsed import Parsed, Token

LONGEST = 8  # words; "Association of Southeast Asian Nations (ASEAN)" needs fewer
# Words without a capital that may stand inside a name.
INSIDE = frozenset({"of", "the", "and", "for", "in", "on", "to", "-", "'s", "’s", "'", "’", ".", "&", "al", "de", "bin", "von", "der", "van", "el", "da", "du", "la"})  # fmt: skip
NOUNS_OF_BODIES = frozenset({"government", "authorities", "army", "military", "police", "parliament", "troops", "forces", "ministry"})  # fmt: skip


class Hit(Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` that are written like the names given; none of them a bare family name."""

    first: int
    last: int
    names: tuple[Name, ...]


def find_hits(parsed: Parsed, registry: Registry) -> tuple[Hit, ...]:
    """Names of the registry in order of the text, none inside another."""
    out: list[Hit] = []
    i, tokens = 0, parsed.tokens
    while i < len(tokens):
        hit = _longest(parsed, registry, i) if _may_begin(tokens, i) else None
        if hit is None:
            i += 1
        else:
            out.append(hit)
            i = hit.last
    return tuple(out)


def _may_begin(tokens: tuple[Token, ...], i: int) -> bool:
    first = tokens[i].text[0]
    if first.isupper() or first.isdigit():
        return True
    following = tokens[i + 1].text if i + 1 < len(tokens) else ""
    return (following[:1].isupper() and tokens[i].lower in {"the", "al", "el"}) or (following == "-" and first == "a")


def _longest(parsed: Parsed, registry: Registry, i: int) -> Hit | None:
    for last in reversed(_ends(parsed.tokens, i)):
        surface = _surface(parsed, i, last)
        found = _named(registry, surface)
        if found:
            return Hit(i, last, found)
    return None


def _ends(tokens: tuple[Token, ...], i: int) -> list[int]:
    """Where a name that begins here may end; a run goes on over capitals and small words."""
    ends = [i + 1]
    for j in range(i + 1, min(i + LONGEST, len(tokens))):
        token = tokens[j]
        if token.sentence != tokens[i].sentence:
            break
        after_hyphen = tokens[j - 1].text == "-"
        if token.text[0].isupper() or token.text[0].isdigit() or after_hyphen or token.lower in NOUNS_OF_BODIES:
            ends.append(j + 1)
        elif token.lower not in INSIDE:
            break
    return ends


def _surface(parsed: Parsed, first: int, last: int) -> str:
    text = parsed.report.text[parsed.tokens[first].start : parsed.tokens[last - 1].end]
    if "\n" in text or "  " in text or "’" in text or "\xa0" in text:
        text = " ".join(text.replace("’", "'").split())
    return text


def _named(registry: Registry, surface: str) -> tuple[Name, ...]:
    found = registry.names.get(surface)
    if found is None and len(surface) > 4 and surface.isupper():
        found = registry.names.get(surface.title())
    return tuple(n for n in found if n.kind != "family") if found else ()
