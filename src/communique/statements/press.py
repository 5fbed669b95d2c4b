"""Media that the registry does not hold, told by their words: "the Nevada Independent", "the weekly NIN", "state radio"."""

from msgspec.structs import replace

from communique.actors import Actors
from communique.clauses.clauses import Clauses
from communique.data.statements import Lexicon
from communique.parse.parsed import Token

_LONGEST = 6  # words; a longer name is none
_OPEN = frozenset({"organisation", "unknown", "person", "company"})
_FIRST = frozenset({"Radio", "Daily", "Channel", "Televisión", "Télé"})
_WITHIN = frozenset({"compound", "amod", "nmod"})


def name_press(actors: Actors, clauses: Clauses, lexicon: Lexicon) -> Actors:
    """The actors, with those as outlets whose names have the word of a medium, and with a noun for media ("the
    semi-official Tasnim agency") leading to the outlet that stands in its phrase."""
    named = {a.id for a in actors.actors if a.provisional and a.kind in _OPEN and _is_media_name(a.name, lexicon)}
    nouns = [t for t in clauses.parsed.tokens if t.lemma.lower() in lexicon.press.nouns]
    beside = {i for t in nouns for i in _beside(actors, clauses, t)}
    told = {a.id for a in actors.actors if a.id in beside and a.provisional and a.kind in _OPEN}
    actors = as_outlets(actors, named | told)
    outlets = {a.id for a in actors.actors if a.kind == "outlet"}
    actors = _without_stations(actors, clauses)
    inside = {t.i: n for t in nouns if (n := _inside(actors, clauses, outlets, t)) is not None}
    return replace(actors, by_token=actors.by_token | inside) if inside else actors


def _without_stations(actors: Actors, clauses: Clauses) -> Actors:
    """ "Radio Tonga" is a station, no state: the name of a state inside it names nobody."""
    tokens = clauses.parsed.tokens
    inner = {t.head for t in tokens if t.text in _FIRST and t.dep in _WITHIN and t.head == t.i + 1}
    hidden = {i for i in inner if (n := actors.by_token.get(i)) is not None and actors.mentions[n].first == i}
    kept = {i: n for i, n in actors.by_token.items() if i not in hidden}
    return replace(actors, by_token=kept) if hidden else actors


def as_outlets(actors: Actors, media: set[str]) -> Actors:
    """The actors, some of them turned into outlets."""
    if not media:
        return actors
    return replace(
        actors,
        actors=tuple(replace(a, kind="outlet") if a.id in media else a for a in actors.actors),
        standings=actors.standings | {i: replace(actors.standings[i], sector="JRN") for i in media},
    )


def media_words(clauses: Clauses, lexicon: Lexicon, head: Token) -> tuple[int, int] | None:
    """The words ``[first, last)`` by which a noun phrase names a medium that is no actor: "NIN" in "the weekly NIN",
    "national radio"; None where it names none ("the agency")."""
    tokens = clauses.parsed.tokens
    inner = [tokens[c] for c in clauses.parsed.children[head.i] if tokens[c].dep in _WITHIN and c < head.i]
    kind = head.lemma.lower()
    if head.text[0].isupper() and kind not in lexicon.press.nouns:
        beside = any(t.lemma.lower() in lexicon.press.nouns for t in inner)
        first = min((t.i for t in inner if t.pos == "PROPN" and t.i == head.i - 1), default=head.i)
        name = " ".join(t.text for t in tokens[first : head.i + 1])
        # "The state-run Herald"
        beside |= name in lexicon.press.names and any(t.lower in lexicon.press.owners for t in inner)
        return (first, head.i + 1) if beside or _is_media_name(name, lexicon) else None
    if kind not in lexicon.press.nouns or (kind in lexicon.press.loose and not _is_owned(inner, lexicon)):
        return None
    return min((t.i for t in inner), default=head.i), head.i + 1


def _is_media_name(name: str, lexicon: Lexicon) -> bool:
    """ "The Harbour Times", "Radio Vega"; "Times" alone is none."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    last = bool({words[-1], " ".join(words[-2:])} & lexicon.press.names) if words else False
    return 1 < len(words) <= _LONGEST and (last or words[0] in _FIRST)


def _beside(actors: Actors, clauses: Clauses, noun: Token) -> list[str]:
    """Whoever is set beside a noun for a medium: "the newspaper VEGA", "the weekly VEGA", "VEGA, a daily"."""
    tokens = clauses.parsed.tokens
    apposed = [c for c in clauses.parsed.children[noun.i] if tokens[c].dep == "appos" and tokens[c].pos == "PROPN"]
    above = tokens[noun.head]
    is_title = noun.dep in _WITHIN and noun.i < noun.head and above.pos == "PROPN"
    heads = [*apposed, *([above.i] if noun.dep == "appos" or is_title else [])]
    numbers = [n for h in heads if (n := actors.by_token.get(h)) is not None and actors.mentions[n].head == h]
    return [i for n in numbers for i in actors.mentions[n].actors]


def _is_owned(inner: list[Token], lexicon: Lexicon) -> bool:
    """ "State media", "a Kenyan channel"; not "diplomatic channels"."""
    return any(t.lower in lexicon.press.owners or t.entity in {"NORP", "GPE"} or t.pos == "PROPN" for t in inner)


def _inside(actors: Actors, clauses: Clauses, outlets: set[str], noun: Token) -> int | None:
    for child in clauses.parsed.children[noun.i]:
        number = actors.by_token.get(child)
        if number is not None and not outlets.isdisjoint(actors.mentions[number].actors):
            return number
    return None
