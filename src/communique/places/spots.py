"""Words that mean a place without its name: "Iraqi bases", "the city", "clashes there"."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from communique.clauses.clauses import Clauses
from communique.data.gazetteer import Entry, Gazetteer, PlaceWords, fold
from communique.parse.parsed import Token
from communique.places.names import Name
from communique.places.places import Parties
from communique.places.ties import Tie, find_tie

_TOWNS = frozenset({"city", "capital", "town", "village"})
_HOLDS = frozenset({"inside", "modifier", "of"})
_DEFINITE = frozenset({"the", "that", "this"})
_PEOPLES = frozenset({"NORP", "GPE"})


class Spot(Struct, frozen=True, gc=False):
    """The tokens ``[first, last)`` that mean a place, how they are tied, and what they mean."""

    first: int
    last: int
    tie: Tie
    entry: Entry


class Named(Struct, frozen=True, gc=False):
    """A name that stands for a place, its tie and its entry, None where that is unsure."""

    name: Name
    tie: Tie
    entry: Entry | None


def find_spots(clauses: Clauses, actors: Parties, named: Sequence[Named], gazetteer: Gazetteer) -> list[Spot]:
    """The nouns that mean a place by the country before them or by a name told earlier; "there" after a place."""
    tokens, words = clauses.parsed.tokens, gazetteer.words
    held = {i: p for p in named if p.tie.kind in _HOLDS for i in (p.tie.above, _before(tokens, p.name))}
    owned = {p.tie.above: p.entry for p in named if p.tie.kind == "container" and p.tie.above >= p.name.last}
    memory = _Memory(only=_only_country(named, gazetteer))
    coming = list(named)[::-1]
    out: list[Spot] = []
    for token in tokens:
        while coming and coming[-1].name.first <= token.i:
            memory = memory.named(tokens, coming.pop(), words)
        if token.lower == "there":
            spot = _there(token, memory)
        elif token.i not in owned and token.lower not in words.facility and token.lower not in words.grounds:
            continue
        elif token.i in held:
            memory, spot = memory.keeping(token.lower, held[token.i].entry), None
        else:
            entry = owned.get(token.i) or _by_country(clauses, actors, token, gazetteer)
            entry = entry or (memory.only if token.lower in words.national else None)
            entry = entry or _by_memory(clauses, actors, token, memory)
            spot = None if entry is None else _spot(clauses, token, entry, words)
        out += [] if spot is None else [spot]
    return out


def _before(tokens: tuple[Token, ...], name: Name) -> int:
    """ "Entered the consulate in the Hague": the word before the preposition, whatever the parser ties it to."""
    return name.first - (3 if name.first and tokens[name.first - 1].lower == "the" else 2)


class _Memory(Struct, frozen=True):
    """What was named so far: noun -> the place that it means, and the only country of the report.

    ``last`` is the place of the last sentence that named any, None where it named several.
    """

    by_noun: dict[str, Entry] = {}
    last: Entry | None = None
    sentence: int = -1
    only: Entry | None = None

    def named(self, tokens: tuple[Token, ...], place: Named, words: PlaceWords) -> "_Memory":
        if place.entry is None:
            return self
        noun = tokens[place.name.last - 1].lower
        nouns = {
            place.entry.kind,
            *([noun] if noun in words.facility else []),
            *(_TOWNS if place.entry.kind in _TOWNS else ()),
        }
        by_noun = self.by_noun | dict.fromkeys(nouns - {"country", "capital"}, place.entry)
        if place.tie.kind == "container":  # "Herat, Afghanistan"
            return _Memory(by_noun, self.last, self.sentence, self.only)
        sentence = tokens[place.name.first].sentence
        last = None if sentence == self.sentence and self.last != place.entry else place.entry
        return _Memory(by_noun, last, sentence, self.only)

    def keeping(self, noun: str, entry: Entry | None) -> "_Memory":
        return self if entry is None else _Memory(self.by_noun | {noun: entry}, self.last, self.sentence, self.only)


def _only_country(named: Sequence[Named], gazetteer: Gazetteer) -> Entry | None:
    """The country in which a report plays, where all its places are in one."""
    countries = {p.entry.country for p in named if p.entry is not None and p.entry.country}
    return country_entry(countries.pop(), gazetteer) if len(countries) == 1 else None


def country_entry(code: str, gazetteer: Gazetteer) -> Entry | None:
    """The country of a code."""
    entries = gazetteer.by_name.get(fold(gazetteer.countries.get(code, "")), ())
    return next((e for e in entries if e.country == code), None)


def _by_country(clauses: Clauses, actors: Parties, token: Token, gazetteer: Gazetteer) -> Entry | None:
    """ "Iraqi bases", "Ukrainian territory"; not an embassy, nor the base of a state that has bases abroad."""
    words = gazetteer.words
    if token.lower in words.abroad:
        return None
    for i in clauses.parsed.children[token.i]:
        number = actors.by_token.get(i) if i < token.i else None
        if number is None or clauses.parsed.tokens[i].entity not in _PEOPLES:
            continue
        country = actors.mentions[number].country
        if country and not (country in words.powers and token.lower in words.military):
            return country_entry(country, gazetteer)
    return None


def _by_memory(clauses: Clauses, actors: Parties, token: Token, memory: _Memory) -> Entry | None:
    """ "The consulate" after "the consulate in Rome", "the city" after its name; not "the other city", "the Peruvian camp"."""
    tokens = clauses.parsed.tokens
    before = [i for i in clauses.parsed.children[token.i] if i < token.i]
    others = [i for i in before if actors.by_token.get(i) not in (None, actors.by_token.get(token.i))]
    if others or not any(tokens[i].lower in _DEFINITE for i in before):
        return None
    if token.lower in _TOWNS and len(before) > 1:
        return None
    return memory.only if token.lower == "country" else memory.by_noun.get(token.lower)


def _there(token: Token, memory: _Memory) -> Spot | None:
    """ "Clashes there": where the sentence, or the one before it, named a place."""
    if token.tag != "RB" or memory.last is None or token.sentence - memory.sentence > 1:
        return None
    return Spot(token.i, token.i + 1, Tie("inside", token.head), memory.last)


def _spot(clauses: Clauses, token: Token, entry: Entry, words: PlaceWords) -> Spot | None:
    ground = replace(entry, kind="facility")  # "on the streets"
    tie = find_tie(clauses, Name(token.i, token.i + 1, token.i, (ground,)), words, {})
    if tie is None or tie.kind in ("container", "modifier", "line"):
        return None
    first = min((i for i in clauses.parsed.children[token.i] if i < token.i), default=token.i)
    return Spot(first, token.i + 1, tie, entry)
