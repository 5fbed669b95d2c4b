"""Tokens -> names that a gazetteer knows, whatever they stand for."""

from msgspec import Struct

from communique.data.gazetteer import Entry, Gazetteer, fold
from communique.parse.parsed import Parsed, Token

_NOT_PLACES = frozenset({"WORK_OF_ART", "LAW", "PRODUCT", "MONEY", "LANGUAGE"})
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_SMALL = 150  # thousand people
_BESIDE = frozenset({"in", "at", "near", "the", ",", "(", ")", ".", "and", "'s", "’s"})
_TITLES = frozenset(
    {"president", "minister", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "king", "queen", "dr", "dr."}
)


class Name(Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` that name a place of the gazetteer, what they may mean, and their highest token."""

    first: int
    last: int
    top: int
    entries: tuple[Entry, ...]


def find_names(parsed: Parsed, gazetteer: Gazetteer) -> tuple[Name, ...]:
    """Every name of the gazetteer, left to right, the longest first; none overlap."""
    tokens, longest = parsed.tokens, gazetteer.longest
    out: list[Name] = []
    i, count = 0, len(tokens)
    while i < count:
        name = None
        if tokens[i].text[0].isupper():
            lower = tokens[i].lower
            pieces = longest.get(lower if lower.isascii() else fold(lower))
            if pieces is not None:
                name = _longest(parsed, i, min(pieces, count - i), gazetteer)
        if name is None:
            i += 1
        else:
            out.append(name)
            i = name.last
    return tuple(out)


def _longest(parsed: Parsed, first: int, pieces: int, gazetteer: Gazetteer) -> Name | None:
    tokens, text = parsed.tokens, parsed.report.text
    for last in range(first + pieces, first, -1):
        if tokens[last - 1].sentence != tokens[first].sentence:
            continue
        folded = fold(text[tokens[first].start : tokens[last - 1].end])
        entries = gazetteer.by_name.get(folded)
        if entries is None or folded in gazetteer.words.avoid or _is_doubtful(tokens[first], folded, entries[0]):
            continue
        if _may_be_place(tokens, first, last):
            top = next((i for i in range(first, last) if not first <= tokens[i].head < last), first)
            return Name(first, last, top, entries)
    return None


def _is_doubtful(token: Token, folded: str, entry: Entry) -> bool:
    """ "UN", "Alliance": acronyms and small towns with the name of a thing, where the parser sees no place."""
    if entry.kind not in {"city", "capital"} or entry.people == 0:
        return False
    acronym = len(folded) <= 4 and token.text.isupper()
    return acronym or (entry.people < _SMALL and token.entity not in _PLACE_ENTITIES)


def _may_be_place(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Not the "Of" of a title, a common word that begins a sentence, a person, or the middle of a longer name."""
    token = tokens[first]
    if token.pos not in {"PROPN", "NOUN"} and not any(t.pos == "PROPN" for t in tokens[first:last]):
        return False
    if token.entity in _NOT_PLACES or (token.entity in {"ORG", "PERSON"} and _goes_on(tokens, first, last)):
        return False
    before = tokens[first - 1] if first else None
    if before is not None and before.sentence == token.sentence:
        joined = before.end == token.start and before.lower in {"-", "–"}
        return not joined and before.lower not in _TITLES
    return True


def _goes_on(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """ "European Union", "Jordan Smith": the name is a part of the name of an organisation or a person."""
    kind, sentence = tokens[first].entity, tokens[first].sentence
    beside = [tokens[i] for i in (first - 1, last) if 0 <= i < len(tokens)]
    return any(t.entity == kind and t.sentence == sentence and t.lower not in _BESIDE for t in beside)
