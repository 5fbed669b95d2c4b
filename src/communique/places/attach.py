"""Which predicate a place belongs to."""

from communique.clauses.clauses import Clauses, Predicate
from communique.data.gazetteer import PlaceWords
from communique.places.places import Parties
from communique.places.ties import Tie

_CARRIERS = frozenset({"at", "during", "in", "for", "of"})
# "The invasion of Ukraine": the place of the noun and of nothing else.
_OF_THE_NOUN = frozenset({"against", "of"})
_CARRIERS_OF_PEOPLE = frozenset({"at", "during", "between"})
_RANKS = {"inside": 0, "object": 1, "modifier": 1, "of": 2, "towards": 2, "away": 3, "against": 4}


def attach(
    clauses: Clauses, actors: Parties, tied: list[tuple[Tie, int, int]], words: PlaceWords
) -> dict[int, tuple[int, ...]]:
    """Predicate -> its places, the surest tie first, then the narrowest; ``tied`` has tie, fineness and first token."""
    found: dict[int, list[tuple[int, int, int, int]]] = {}
    for n, (tie, fineness, first) in enumerate(tied):
        predicate = _predicate(clauses, actors, tie, words)
        rank = _rank(tie, predicate, words)
        while predicate is not None:
            found.setdefault(predicate.id, []).append((rank, fineness, first, n))
            rank += len(_RANKS)
            predicate = _holder(clauses, predicate, tie, words)
    own = {p: tuple(n for *_, n in sorted(rows)) for p, rows in found.items()}
    inside = {p: rows for p, rows in own.items() if tied[rows[0]][0].kind not in _OF_THE_NOUN}
    return _carried(clauses, inside) | own


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


def _carried(clauses: Clauses, own: dict[int, tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    """ "Held talks in Doha", "pledged at a summit in Rome": the verb has the place of the noun that it carries."""
    out: dict[int, tuple[int, ...]] = {}
    for p, places in own.items():
        noun = clauses.predicates[p]
        carried = (noun.link == "object" and noun.light is not None) or (
            noun.link == "oblique" and noun.marker in _CARRIERS
        )
        if noun.kind == "noun" and carried and noun.above is not None:
            out.setdefault(noun.above, places)
    return out


def _predicate(clauses: Clauses, actors: Parties, tie: Tie, words: PlaceWords) -> Predicate | None:
    """The predicate that happens at the place, or None where the tie says something else ("officials from Mali")."""
    if tie.kind not in _RANKS:
        return None
    tokens, at, passed = clauses.parsed.tokens, tie.above, []
    while at not in clauses.by_head:
        if tokens[at].head == at:
            return None
        passed.append(at)
        at = tokens[at].head
    predicate = clauses.predicates[clauses.by_head[at]]
    if tie.kind in ("towards", "away") and predicate.kind == "verb":
        predicate = _carried_noun(clauses, at, tie, words) or predicate
    return predicate if _fits(clauses, actors, tie, predicate, passed, words) else None


def _carried_noun(clauses: Clauses, verb: int, tie: Tie, words: PlaceWords) -> Predicate | None:
    """ "Began an offensive into Syria": the offensive, not the beginning, goes there."""
    moving = words.go if tie.kind == "towards" else words.leave
    tokens = clauses.parsed.tokens
    if tokens[verb].lemma in moving:
        return None
    nouns = [b for b in clauses.parsed.children[verb] if b > verb and tokens[b].lemma in moving]
    return clauses.at(nouns[0]) if nouns else None


def _fits(
    clauses: Clauses, actors: Parties, tie: Tie, predicate: Predicate, passed: list[int], words: PlaceWords
) -> bool:
    tokens = clauses.parsed.tokens
    lemma = predicate.lemma.split(" ")[0]
    if tie.kind == "towards":
        carried = not passed or lemma in words.carry
        return carried and (lemma in words.go or predicate.lemma in words.go)
    if tie.kind == "away":
        return not passed and (lemma in words.leave or predicate.lemma in words.leave)
    if passed and lemma in words.about:  # "discussed the situation in Gaza"
        return False
    nouns = [i for i in passed if tokens[i].pos in {"NOUN", "PROPN", "PRON"}]
    # "A call with counterparts in China": the counterparts are there, the call is not.
    return not any(i in actors.by_token and tokens[i].lower not in words.facility for i in nouns)
