"""Is a name a place here, and how is it tied to what happens?"""

from typing import Literal

from msgspec import Struct

from communique.clauses.clauses import Clauses
from communique.data.gazetteer import Entry, PlaceWords
from communique.parse.parsed import Token
from communique.places.choose import holds
from communique.places.names import Name

Kind = Literal["inside", "towards", "away", "against", "of", "object", "modifier", "container", "line"]
_STEPS = 3


class Tie(Struct, frozen=True, gc=False):
    """How a place hangs on a sentence: ``above`` is the token above it, its preposition passed by."""

    kind: Kind
    above: int


class Earlier(Struct, frozen=True, gc=False):
    """The tie of a name that stands before another, and what it may mean."""

    tie: Tie
    entries: tuple[Entry, ...]


def find_tie(clauses: Clauses, name: Name, words: PlaceWords, earlier: dict[int, Earlier]) -> Tie | None:
    """The tie of a name, or None where it is no place but a government, a people, or part of another name.

    ``earlier`` has those of the names before it by token: a conjunct shares the tie of the first ("in Libya and Syria").
    """
    if _heads_a_line(clauses.parsed.tokens, name):
        return Tie("line", name.top)
    tie = _tie(clauses, name, words, earlier)
    return tie or (Tie("line", name.top) if name.entries[0].kind in words.never_parties else None)


def _tie(clauses: Clauses, name: Name, words: PlaceWords, earlier: dict[int, Earlier]) -> Tie | None:
    tokens = clauses.parsed.tokens
    top = name.top
    for _ in range(_STEPS):
        above = tokens[top].head
        if above == top:
            return None
        if _is_preposition(tokens[above]):
            return _by_preposition(clauses, name, above, words)
        if above in earlier and above < top:
            return _beside(tokens, name, above, earlier[above])
        if above > top:
            return _before_noun(clauses, name, above, words)
        if tokens[above].pos == "VERB":
            return Tie("object", above) if tokens[above].lemma in words.reach else None
        if tokens[above].lower not in words.territory:
            return None
        top = above  # "in the Serbian capital Belgrade"
    return None


def _is_preposition(token: Token) -> bool:
    return token.pos == "ADP" or token.tag in {"IN", "TO"} or token.lower in {"near", "outside", "inside"}


def _by_preposition(clauses: Clauses, name: Name, at: int, words: PlaceWords) -> Tie | None:
    tokens = clauses.parsed.tokens
    preposition, above = tokens[at].lower, tokens[at].head
    while _is_preposition(tokens[above]) and tokens[above].head != above:  # "to Lima and to Quito"
        above = tokens[above].head
    governor = tokens[above]
    if preposition == "of":
        if governor.lower in words.territory:  # not "the Embassy of Chad"
            return Tie("of", above)
        return Tie("against", above) if governor.lemma in words.attack else None
    if preposition in words.against and governor.lemma in words.attack:
        return Tie("against", above)
    if preposition == "in" and governor.lemma in words.trust:
        return None
    if preposition in words.inside or (preposition == "on" and name.entries[0].kind in words.on_kinds):
        return Tie("inside", above)
    if preposition == "for" and governor.lemma in words.bound:
        return Tie("towards", above)
    # "Aid to Ukraine", "a denial from Moscow": only where somebody goes is it a place.
    if preposition in words.towards and _moves(clauses, above, words, words.go | words.territory):
        return Tie("towards", above)
    return Tie("away", above) if preposition in words.away and _moves(clauses, above, words, words.leave) else None


def _moves(clauses: Clauses, at: int, words: PlaceWords, moving: frozenset[str]) -> bool:
    """Is a word, or the noun that it carries ("began an offensive into Syria"), one of going?

    Who sends something goes only where people are sent: "sent monitors to Mali", not "sent a letter to Oslo".
    """
    tokens = clauses.parsed.tokens
    if tokens[at].lemma in words.send:
        sender = clauses.at(at)
        return sender is not None and any(tokens[h].lemma in words.travellers for h in sender.heads("object"))
    below = clauses.parsed.children[at] if tokens[at].pos == "VERB" else ()
    return any(
        tokens[i].lemma.lower() in moving for i in (at, *(b for b in below if b > at and tokens[b].pos == "NOUN"))
    )


def _beside(tokens: tuple[Token, ...], name: Name, before: int, earlier: Earlier) -> Tie:
    """ "Herat, Afghanistan": the second holds the first; "in Libya, Syria and Iraq": all are tied alike."""
    between = tokens[before + 1 : name.first]
    held = any(holds(e, b) for e in name.entries for b in earlier.entries)
    if held and len(between) == 1 and between[0].lower == ",":
        return Tie("container", before)
    return earlier.tie


def _before_noun(clauses: Clauses, name: Name, above: int, words: PlaceWords) -> Tie | None:
    """ "The Kabul airport", "Israel's largest city", "the Geneva talks"; not "Iran deal" nor "Beijing's demands"."""
    tokens = clauses.parsed.tokens
    noun, after = tokens[above], tokens[name.last].lower
    spot = noun.lower in words.facility or noun.lower in words.territory
    if after in {"'s", "’s", "'", "’"}:
        return Tie("container", above) if spot else None
    if name.entries[0].kind == "country":
        return Tie("modifier", above) if noun.lower in words.territory else None
    happens = noun.lower in words.meetings or (noun.pos == "NOUN" and above in clauses.by_head)
    return Tie("modifier", above) if spot or (happens and _names_a_town(name)) else None


def _names_a_town(name: Name) -> bool:
    return name.entries[0].kind in {"city", "capital", "town", "facility", "base"}


def _heads_a_line(tokens: tuple[Token, ...], name: Name) -> bool:
    """ "HANOI—": a name in capitals at the head of a report, before a dash, a comma or a bracket."""
    if name.first > 2 or not all(t.text.isupper() for t in tokens[name.first : name.last]):
        return False
    after = tokens[name.last].lower if name.last < len(tokens) else ""
    return after in {"—", "–", "--", "-", ",", "("} and len(tokens[name.first].text) > 3
