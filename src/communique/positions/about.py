"""Whom an issue concerns, and on what a stance hangs."""

from communique.actors import Actors
from communique.clauses import Clauses, Predicate
from communique.data.stances import Stances
from communique.positions.naming import Naming
from communique.positions.path import Path
from communique.types import Role, Span

_OUTSIDE = frozenset({"relcl", "appos", "parataxis", "advcl", "conj", "cc", "punct", "nsubj"})
_ASKING = frozenset({"ask", "wonder", "know", "decide", "see", "say", "unclear", "unsure"})
_ASKED = frozenset({"dobj", "pobj", "nsubj", "dative"})


def find_concerned(
    clauses: Clauses, actors: Actors, naming: Naming, path: Path, holders: tuple[Role, ...]
) -> tuple[str, ...]:
    """The actors named with the issue: "the entry of SWEDEN into NATO", "urged CHINA to free X"; never the holder."""
    top = path.steps[-1].token if path.steps else naming.token
    words = sorted({*_below(clauses, naming.token), *_between(clauses, naming.token, top)})
    own = {role.actor for role in holders}
    found: list[str] = []
    for word in words:
        number = actors.by_token.get(word)
        if number is None:
            continue
        mention = actors.mentions[number]
        found.extend(actor for actor in mention.actors if actor not in own)
    return tuple(dict.fromkeys(found))


def _below(clauses: Clauses, at: int) -> list[int]:
    """The words of a phrase, without its clauses and asides."""
    out = [at]
    for child in clauses.parsed.children[at]:
        token = clauses.parsed.tokens[child]
        passive = token.dep == "nsubj" and clauses.parsed.tokens[at].pos in ("VERB", "AUX")
        if token.dep not in _OUTSIDE or (passive and token.dep == "nsubj"):
            out.extend(_below(clauses, child))
    return out


def _between(clauses: Clauses, start: int, top: int) -> list[int]:
    """What hangs on the words between an issue and the word of stance: whom one asks, of whom it is."""
    tokens, out, at = clauses.parsed.tokens, [], start
    for _ in range(24):
        above = tokens[at].head
        if at in {top, above}:
            break
        siblings = [c for c in clauses.parsed.children[above] if c != at]
        for c in siblings:
            if (tokens[c].dep in _ASKED and (above != top or tokens[c].dep != "nsubj")) or (
                above != top and tokens[c].dep in ("prep", "poss", "amod", "nmod")
            ):
                out.extend(_below(clauses, c))
        at = above
    return out


def find_condition(clauses: Clauses, stances: Stances, predicates: tuple[Predicate, ...]) -> Span | None:
    """The clause or phrase on which the stance hangs: "would recognise them IF THEY LET GIRLS LEARN"."""
    ids = {p.id: p for p in predicates}
    for other in clauses.predicates:
        above = ids.get(other.above) if other.above is not None else None
        if above is None or other.link != "adverbial" or other.marker not in stances.words.conditions:
            continue
        first = min(_below_all(clauses, other.head))
        if first and clauses.parsed.tokens[first - 1].lemma.lower() in _ASKING:
            continue  # "asked if it would sign"
        open_ended = above.modal is not None or above.mood == "command"
        if other.marker not in stances.words.weak_conditions or (open_ended and other.tense == "present"):
            return _with_marker(clauses, other)
    return _limit(clauses, stances, predicates)


def _with_marker(clauses: Clauses, predicate: Predicate) -> Span:
    """The clause from its marker on: "provided that ..."."""
    first = min(_below_all(clauses, predicate.head))
    tokens = clauses.parsed.tokens
    last = max(_below_all(clauses, predicate.head))
    while tokens[last].pos == "PUNCT" and last > first:
        last -= 1
    return Span(tokens[first].start, tokens[last].end)


def _below_all(clauses: Clauses, at: int) -> list[int]:
    return [at, *(w for c in clauses.parsed.children[at] for w in _below_all(clauses, c))]


def _limit(clauses: Clauses, stances: Stances, predicates: tuple[Predicate, ...]) -> Span | None:
    """ "ONLY WITH ten years to prepare", "ON CONDITION that", "IN RETURN FOR"."""
    tokens = clauses.parsed.tokens
    for predicate in predicates[-1:]:
        words = sorted(_below_all(clauses, predicate.head))
        for i in words:
            for limit in stances.words.limits:
                parts = limit.split()
                if [t.lower for t in tokens[i : i + len(parts)]] == parts:
                    last = max(w for w in words if w >= i)
                    while tokens[last].pos == "PUNCT" and last > i:
                        last -= 1
                    return Span(tokens[i].start, tokens[last].end)
    return None
