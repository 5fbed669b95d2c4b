"""Which predicate a place belongs to."""

from collections.abc import Iterator

from msgspec import Struct

from communique.clauses.clauses import Clauses, Predicate
from communique.data.gazetteer import PlaceWords
from communique.parse.parsed import Token
from communique.places.places import Parties
from communique.places.ties import Tie

_CARRIERS = frozenset({"at", "during", "in", "for", "of"})
# "The invasion of Ukraine": the place of the noun and of nothing else.
_OF_THE_NOUN = frozenset({"against", "of"})
_CARRIERS_OF_PEOPLE = frozenset({"at", "during", "between"})
_NAMED = frozenset({"name", "title", "family", "metonym"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_DAYS = frozenset({"DATE", "TIME"})
_NEAR = 3  # tokens: "on June 12", ", last Monday"
_RANKS = {"inside": 0, "against": 0, "object": 1, "modifier": 1, "of": 2, "towards": 2, "away": 3}
_MANY = 3  # countries: a tour of them is in none


class Tied(Struct, frozen=True, gc=False):
    """The tokens ``[first, last)`` of a place with its tie; ``fineness`` is small for a building, large for a country."""

    tie: Tie
    fineness: int
    first: int
    last: int
    country: str | None


def attach(clauses: Clauses, actors: Parties, tied: list[Tied], words: PlaceWords) -> dict[int, tuple[int, ...]]:
    """Predicate -> its places, the surest tie first, then the narrowest."""
    found: dict[int, list[tuple[int, int, int, int]]] = {}
    meetings = _meetings(clauses, words)
    for n, place in enumerate(tied):
        predicate = _met(meetings, place) or _predicate(clauses, actors, place, words)
        rank = _rank(place.tie, predicate, words)
        while predicate is not None:
            found.setdefault(predicate.id, []).append((rank, place.fineness, place.first, n))
            rank += len(_RANKS)
            predicate = _holder(clauses, predicate, place.tie, words)
    for predicate_id, n in _told_of(clauses, tied, words):
        found.setdefault(predicate_id, []).append((0, tied[n].fineness, tied[n].first, n))
    own = {p: tuple(n for *_, n in sorted(rows)) for p, rows in found.items()}
    own |= {p: () for p, rows in found.items() if _is_tour([tied[n] for *_, n in rows])}
    return _carried(clauses, own, tied, words) | dict(_joined(clauses, own)) | own


def _joined(clauses: Clauses, own: dict[int, tuple[int, ...]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """ "The murder and burial in Rome": what is told after two nouns holds for both."""
    for p, places in own.items():
        noun = clauses.predicates[p]
        above = None if noun.above is None else clauses.predicates[noun.above]
        if above is not None and noun.kind == above.kind == "noun" and noun.link == "coordinate":
            yield above.id, places


def _meetings(clauses: Clauses, words: PlaceWords) -> dict[int, Predicate]:
    """Head of a party -> the meeting that it is at."""
    meetings = [p for p in clauses.predicates if p.lemma in (words.meet if p.kind == "verb" else words.met)]
    return {h: p for p in meetings for h in p.heads("with", "object", "between", "of") if h > p.head}


def _met(meetings: dict[int, Predicate], place: Tied) -> Predicate | None:
    """ "Met the head of the bank in Oslo", "talks with rebels in Oslo": whoever they are, they met there."""
    return meetings.get(place.tie.above) if place.tie.kind == "inside" and place.tie.above < place.first else None


def _is_tour(places: list[Tied]) -> bool:
    """ "A trip to Peru, Chile and Bolivia": an entry has one place, and no one of these is it."""
    first = places[0].tie
    return first.kind not in _OF_THE_NOUN and len({p.country for p in places if p.tie == first}) >= _MANY


def _told_of(clauses: Clauses, tied: list[Tied], words: PlaceWords) -> Iterator[tuple[int, int]]:
    """What is told of a place happens in it: "Oslo, where they met", "Rome, the site of the summit", "Peru, in which ..."."""
    tokens = clauses.parsed.tokens
    at = {i: n for n, place in enumerate(tied) for i in range(place.first, place.last)}
    for predicate in clauses.predicates:
        above = tokens[predicate.head].head
        if predicate.link == "relative":
            n = at.get(above) if predicate.marker == "where" else _in_which(predicate, at, words)
        else:
            n = at.get(above) if above < predicate.head and tokens[predicate.head].lower in words.scene else None
        if n is not None:
            yield predicate.id, n


def _in_which(predicate: Predicate, at: dict[int, int], words: PlaceWords) -> int | None:
    heads = (h for a in predicate.arguments if a.role in words.inside for h in a.heads if h < predicate.head)
    return next((at[h] for h in heads if h in at), None)


def _rank(tie: Tie, predicate: Predicate | None, words: PlaceWords) -> int:
    """Where both are named, an evacuation happens where it starts and a journey where it ends."""
    if tie.kind == "away" and predicate is not None and predicate.lemma in words.rescue:
        return 1
    return _RANKS.get(tie.kind, 0)


def _holder(clauses: Clauses, noun: Predicate, tie: Tie, words: PlaceWords) -> Predicate | None:
    """What happens to a thing happens where the thing is: "attacks on bases in Iraq", "the raid on the embassy in Rome".

    So with what is said of a meeting, or of a named person at the end of a clause ("met Sergey Lavrov in Oslo").
    """
    if noun.kind != "noun" or noun.above is None or tie.kind not in ("inside", "of", "modifier"):
        return None
    above, token = clauses.predicates[noun.above], clauses.parsed.tokens[noun.head]
    if token.lower in words.facility or token.lower in words.territory:
        return None if above.lemma in words.about else above
    if noun.link == "subject" or above.lemma in words.about:
        return None
    hit = above.lemma in words.attack or above.lemma in words.reach
    at_meeting = noun.marker in _CARRIERS_OF_PEOPLE or token.entity == "PERSON"
    return above if at_meeting or (hit and noun.link in ("object", "nominal")) else None


def _carried(
    clauses: Clauses, own: dict[int, tuple[int, ...]], tied: list[Tied], words: PlaceWords
) -> dict[int, tuple[int, ...]]:
    """ "Held talks in Doha", "pledged at a summit in Rome": the verb has the place of the noun that it carries.

    Not so the attitude to it ("discussed the crisis in Peru"); and what is done to a land only where the verb brings it
    about or ends it: "began the invasion of Peru", not "recalled the invasion of Peru".
    """
    out: dict[int, tuple[int, ...]] = {}
    for p, places in own.items():
        noun = clauses.predicates[p]
        if noun.kind != "noun" or noun.above is None or not places:
            continue
        above = clauses.predicates[noun.above]
        if noun.link == "nominal" and noun.marker == "of" and above.lemma in words.edge and above.above is not None:
            out.setdefault(above.above, places)
        elif _carries(above.lemma, noun, tied[places[0]], _is_dated(clauses, tied[places[0]]), words):
            out.setdefault(noun.above, places)
    return out


def _carries(above: str, noun: Predicate, place: Tied, dated: bool, words: PlaceWords) -> bool:
    of_it = place.tie.kind in _OF_THE_NOUN
    if noun.link == "oblique":  # "met for a summit in Rome", not "called for a transition in Peru"
        gathers = noun.marker != "for" or above in words.meet or above in words.go
        return noun.marker in _CARRIERS and gathers and not of_it
    if noun.link != "object":
        return False
    return noun.light is not None and (above in words.perform if of_it else dated or above not in words.about)


def _predicate(clauses: Clauses, actors: Parties, place: Tied, words: PlaceWords) -> Predicate | None:
    """The predicate that happens at the place, or None where the tie says something else ("officials from Mali")."""
    tie = place.tie
    if tie.kind not in _RANKS:
        return None
    tokens, at = clauses.parsed.tokens, tie.above
    passed: list[int] = []
    while at not in clauses.by_head or _is_passed(clauses, actors, place, at, words):
        if tokens[at].head == at:
            return None
        if tokens[at].lower not in words.times and not (tokens[at].pos == "ADP" and not passed):
            passed.append(at)
        at = tokens[at].head
    predicate = clauses.predicates[clauses.by_head[at]]
    if tie.kind in ("towards", "away") and predicate.kind == "verb":
        predicate = _carried_noun(clauses, at, tie, words) or predicate
    elif tie.kind == "inside" and predicate.lemma in words.about:
        predicate = _told_thing(clauses, predicate, place) or predicate
    nouns = [i for i in passed if _stops(clauses, actors, place, i, words)]
    return predicate if not nouns and _fits(place, predicate, passed, words) else None


def _told_thing(clauses: Clauses, attitude: Predicate, place: Tied) -> Predicate | None:
    """ "Condemned the killings in Yemen": they are in Yemen; a day after it tells of the speaking ("in Rome on Monday")."""
    objects = [h for h in attitude.heads("object") if attitude.head < h < place.first]
    return clauses.at(objects[-1]) if objects and not _is_dated(clauses, place) else None


def _is_passed(clauses: Clauses, actors: Parties, place: Tied, at: int, words: PlaceWords) -> bool:
    """Is a noun only in the way: "met the minister Anna Berg in Oslo", "an attack that day in Rome"?"""
    if place.tie.kind != "inside" or place.first < at:
        return False
    token = clauses.parsed.tokens[at]
    if token.lower in words.times:
        return True
    return (at in actors.by_token or token.entity == "PERSON") and not _stops(clauses, actors, place, at, words)


def _stops(clauses: Clauses, actors: Parties, place: Tied, at: int, words: PlaceWords) -> bool:
    """Is it the party that is at the place, and not what it does ("a call with counterparts in China")?

    A party with a name is nowhere by its nature, and a day after the place shows that the clause goes on: "met Anna Berg
    in Oslo", "met the leader in Oslo on Monday", "talks between diplomats in Oslo".
    """
    token = clauses.parsed.tokens[at]
    if at not in actors.by_token or token.lower in words.facility or token.pos not in _NOUNS:
        return False
    if place.tie.kind != "inside" or _is_subject(clauses, at):
        return True
    named = actors.mentions[actors.by_token[at]].form in _NAMED
    return not (named or _is_dated(clauses, place) or _is_between(clauses, at))


def _is_subject(clauses: Clauses, at: int) -> bool:
    """ "The delegates in Oslo said": what is before its verb."""
    tokens = clauses.parsed.tokens
    return tokens[at].head > at


def _is_dated(clauses: Clauses, place: Tied) -> bool:
    """ "In Oslo on Monday": the words after the place tell a day."""
    tokens: tuple[Token, ...] = clauses.parsed.tokens
    after = tokens[place.last : place.last + _NEAR]
    return any(t.entity in _DAYS and t.sentence == tokens[place.first].sentence for t in after)


def _is_between(clauses: Clauses, at: int) -> bool:
    """ "Between envoys and rebels": the last of those who meet or fight."""
    tokens = clauses.parsed.tokens
    while tokens[at].head < at and tokens[at].pos in _NOUNS:
        at = tokens[at].head
    return tokens[at].lower == "between"


def _carried_noun(clauses: Clauses, verb: int, tie: Tie, words: PlaceWords) -> Predicate | None:
    """ "Began an offensive into Syria": the offensive, not the beginning, goes there."""
    moving = words.go if tie.kind == "towards" else words.leave
    tokens = clauses.parsed.tokens
    if tokens[verb].lemma in moving:
        return None
    nouns = [b for b in clauses.parsed.children[verb] if b > verb and tokens[b].lemma in moving]
    return clauses.at(nouns[0]) if nouns else None


def _fits(place: Tied, predicate: Predicate, passed: list[int], words: PlaceWords) -> bool:
    tie, lemma = place.tie, predicate.lemma.split(" ")[0]
    if tie.kind == "towards":
        carried = not passed or lemma in words.carry
        return carried and (lemma in words.go or predicate.lemma in words.go)
    if tie.kind == "away":
        return not passed and (lemma in words.leave or predicate.lemma in words.leave)
    return not (passed and lemma in words.about)  # "discussed the situation in Gaza"
