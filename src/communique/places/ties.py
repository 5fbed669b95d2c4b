"""Is a name a place here, and how is it tied to what happens?"""

import re
from typing import Literal

from msgspec import Struct

from communique.clauses.clauses import Clauses
from communique.data.gazetteer import Entry, PlaceWords
from communique.parse.parsed import Parsed, Token
from communique.places.choose import holds
from communique.places.names import Name

Kind = Literal["inside", "towards", "away", "against", "of", "object", "modifier", "container", "line"]
_REST = re.compile(r"(, [A-Z][\w.]*( [A-Z][\w.]*){0,2})?\s*")  # ", United Kingdom"
_STEPS = 3
# Kinds of the tables made from GeoNames, whose names may be anything.
_TABLED = frozenset({"city", "division"})
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})


class Tie(Struct, frozen=True, gc=False):
    """How a place hangs on a sentence: ``above`` is the token above it, its preposition passed by."""

    kind: Kind
    above: int


class Earlier(Struct, frozen=True, gc=False):
    """The tie of a name that stands before another, None where it is no place, and what it may mean."""

    tie: Tie | None
    entries: tuple[Entry, ...]


def find_tie(clauses: Clauses, name: Name, words: PlaceWords, earlier: dict[int, Earlier]) -> Tie | None:
    """The tie of a name, or None where it is no place but a government, a people, or part of another name.

    ``earlier`` has those of the names before it by token: a conjunct shares the tie of the first ("in Libya and Syria").
    """
    tokens = clauses.parsed.tokens
    if _heads_a_line(tokens, name) or _is_a_line(clauses.parsed, name):
        return Tie("line", name.top)
    if _is_in_a_name(tokens, name, words):
        return None
    tie = _tie(clauses, name, words, earlier)
    return tie or (Tie("line", name.top) if _is_named_only(tokens, name, words) else None)


def _is_in_a_name(tokens: tuple[Token, ...], name: Name, words: PlaceWords) -> bool:
    """ "The University of Nevada", "the Interim Force in Lebanon", "the Mekong River Commission"; not "the State of Texas"."""
    above = tokens[tokens[name.top].head]
    if above.i > name.top:
        at_it = above.lower in words.facility or above.lower in words.territory or above.lower in words.meetings
        return above.pos == "PROPN" and above.lower in words.bodies and not at_it
    if not _is_preposition(above) or above.lower not in {"of", "in", "for"}:
        return False
    body = tokens[above.head]
    if body.lower == "state" and tokens[body.i - 1].lower == "the":
        return False
    named = body.lower in words.bodies or (above.lower == "of" and body.lower in words.meetings)
    return body.text[0].isupper() and named


def _is_named_only(tokens: tuple[Token, ...], name: Name, words: PlaceWords) -> bool:
    """A name that no government has is a place wherever it stands, others after a preposition: "the Blue Line", "over Homs"."""
    above, kind = tokens[tokens[name.top].head], name.entries[0].kind
    if kind in words.never_parties:
        return not _is_title(tokens, name)
    if kind not in words.seldom_parties or not _is_preposition(above) or above.lower in words.sides:
        return False
    return kind not in _TABLED or tokens[name.first].entity in _PLACE_ENTITIES


def _is_title(tokens: tuple[Token, ...], name: Name) -> bool:
    """ "Told The Atlantic": a capital article inside a sentence begins a title."""
    article = tokens[name.first if tokens[name.first].lower == "the" else max(name.first - 1, 0)]
    return article.text == "The" and article.i > 0 and tokens[article.i - 1].sentence == article.sentence


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
        spot = tokens[above].lower in words.territory or tokens[above].lower in words.facility
        if not spot and tokens[above].entity not in _PLACE_ENTITIES:
            return None
        top = above  # "in the Serbian capital Belgrade"; "in Otranto, Italy", whose first is in no table
    return None


def _is_preposition(token: Token) -> bool:
    return token.pos == "ADP" or token.tag in {"IN", "TO"} or token.lower in {"near", "outside", "inside"}


def _by_preposition(clauses: Clauses, name: Name, at: int, words: PlaceWords) -> Tie | None:
    tokens = clauses.parsed.tokens
    preposition, above = tokens[at].lower, tokens[at].head
    while _is_preposition(tokens[above]) and tokens[above].head != above:  # "to Lima and to Quito", "outside of Homs"
        preposition = tokens[above].lower if preposition == "of" else preposition
        above = tokens[above].head
    governor = tokens[above]
    if preposition == "of" and governor.lower in words.territory:  # not "the Embassy of Chad"
        return Tie("of", above)
    if preposition in words.against and governor.lemma in words.attack:
        return Tie("against", above)
    if _is_inside(preposition, governor, name, words):
        return Tie("inside", above)
    return _on_the_way(clauses, preposition, governor, words)


def _is_inside(preposition: str, governor: Token, name: Name, words: PlaceWords) -> bool:
    """ "In Rome", "on Lesbos", "fired over Japan"; not "trust in Rome"."""
    if preposition in words.inside:
        return not (preposition == "in" and governor.lemma in words.trust)
    if preposition == "on":
        return name.entries[0].kind in words.on_kinds
    return preposition == "over" and governor.lemma in words.overhead


def _on_the_way(clauses: Clauses, preposition: str, governor: Token, words: PlaceWords) -> Tie | None:
    """ "Aid to Ukraine", "a denial from Moscow": only where somebody goes is it a place."""
    at = governor.i
    bound = preposition == "for" and governor.lemma in words.bound
    moving = words.go | words.territory | (words.flee if preposition == "to" else words.leave)
    if bound or (preposition in words.towards and _moves(clauses, at, words, moving)):
        return Tie("towards", at)
    if preposition in ("from", "to") and governor.lemma in words.wanderers:
        return Tie("line", at)
    return Tie("away", at) if preposition in words.away and _moves(clauses, at, words, words.leave) else None


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


def _beside(tokens: tuple[Token, ...], name: Name, before: int, earlier: Earlier) -> Tie | None:
    """ "Herat, Afghanistan": the second holds the first; "in Libya, Syria and Iraq": all are tied alike."""
    between = tokens[before + 1 : name.first]
    held = any(holds(e, b) for e in name.entries for b in earlier.entries)
    if earlier.tie is not None and held and len(between) == 1 and between[0].lower == ",":
        return Tie("container", before)
    return earlier.tie


def _before_noun(clauses: Clauses, name: Name, above: int, words: PlaceWords) -> Tie | None:
    """ "The Kabul airport", "Israel's largest city", "the Geneva talks"; not "Iran deal" nor "Beijing's demands"."""
    tokens = clauses.parsed.tokens
    noun, after = tokens[above], tokens[name.last].lower
    if name.entries[0].kind == "continent" and noun.text[0].isupper():  # "the Europe Bridge"
        return None
    spot = noun.lower in words.facility or noun.lower in words.territory
    if after in {"'s", "’s", "'", "’"}:
        return Tie("container", above) if spot else None
    if name.entries[0].kind == "country":
        return Tie("modifier", above) if noun.lower in words.territory else None
    happens = noun.lower in words.meetings or noun.lemma in words.happenings
    return Tie("modifier", above) if spot or (happens and _names_a_town(name)) else None


def _names_a_town(name: Name) -> bool:
    return name.entries[0].kind in {"city", "capital", "town", "facility", "base"}


def _is_a_line(parsed: Parsed, name: Name) -> bool:
    """A line of its own, as at the head of a statement: "Rome, Italy"."""
    text, tokens = parsed.report.text, parsed.tokens
    start, end = tokens[name.first].start, tokens[name.last - 1].end
    if start and text[start - 1] != "\n":
        return False
    stop = text.find("\n", end)
    return _REST.fullmatch(text, end, len(text) if stop < 0 else stop) is not None


def _heads_a_line(tokens: tuple[Token, ...], name: Name) -> bool:
    """ "HANOI—": a name in capitals at the head of a report, before a dash, a comma or a bracket."""
    if name.first > 2 or not all(t.text.isupper() for t in tokens[name.first : name.last]):
        return False
    after = tokens[name.last].lower if name.last < len(tokens) else ""
    return after in {"—", "–", "--", "-", ",", "("} and len(tokens[name.first].text) > 3
