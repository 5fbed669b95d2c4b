"""Which predicate a time expression belongs to, by the parse tree."""

from communique.clauses.clauses import Clauses, Predicate
from communique.data.times import TimeVerbs
from communique.types import Time


def governor(clauses: Clauses, first: int, last: int) -> Predicate | None:
    """The nearest predicate above tokens ``[first, last)``, or None."""
    tokens = clauses.parsed.tokens
    at = next((i for i in range(first, last) if not first <= tokens[i].head < last), first)
    while at not in clauses.by_head:
        if tokens[at].head == at:
            return None
        at = tokens[at].head
    return clauses.predicates[clauses.by_head[at]]


def attach(
    clauses: Clauses, times: tuple[Time, ...], ends: list[tuple[int, int]], verbs: TimeVerbs
) -> dict[int, tuple[int, ...]]:
    """Predicate -> its expressions, resolved before unresolved, narrow before wide."""
    out: dict[int, tuple[int, ...]] = {}
    vague = {i: n for n, (first, last) in enumerate(ends) if times[n].start is None for i in range(first, last)}
    for n, (first, last) in enumerate(ends):
        predicate = governor(clauses, first, last)
        if predicate is not None and not _counts_from(clauses, vague, first, n):
            predicate = _what_is_praised(clauses, predicate, first, times[n], verbs)
            out[predicate.id] = (*out.get(predicate.id, ()), n)
    return {p: tuple(sorted(ns, key=lambda n: _width(times[n]))) for p, ns in out.items()}


def _counts_from(clauses: Clauses, vague: dict[int, int], first: int, n: int) -> bool:
    """ "On the eve of the anniversary of the attack on OCTOBER 7, Chad protested": a day from which an unresolved expression
    counts is not the day of what happened; ``vague`` leads from the tokens of such expressions to their numbers."""
    tokens, at = clauses.parsed.tokens, first
    while vague and tokens[at].head != at and at not in clauses.by_head:
        at = tokens[at].head
        if vague.get(at, n) != n:
            return True
    return False


def _what_is_praised(clauses: Clauses, predicate: Predicate, first: int, time: Time, verbs: TimeVerbs) -> Predicate:
    """ "Praised their cooperation over the past three years": a long time after an attitude's object is the object's."""
    if predicate.lemma not in verbs.attitudes or time.granularity == "day":
        return predicate
    objects = [clauses.at(h) for h in predicate.heads("object") if predicate.head < h < first]
    return next((p for p in objects if p is not None and p.kind == "noun"), predicate)


_GRAINS = ("day", "week", "month", "quarter", "year", "decade", "open")


def _width(time: Time) -> tuple[bool, bool, int]:
    return time.start is None, time.end is None, _GRAINS.index(time.granularity or "open")
