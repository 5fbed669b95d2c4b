"""Does the tense of a clause point ahead of the day of publication?"""

from communique.clauses.clauses import Clauses, Predicate
from communique.data.times import TimeVerbs

_MODALS = frozenset({"will", "would", "shall", "may", "might", "could", "should", "must", "can"})
# "Scheduled for Tuesday", "postponed until Thursday", "moved to Friday".
_UP_TO = frozenset({"for", "until", "till", "to"})
_STEPS = 6


def direction(
    clauses: Clauses, predicate: Predicate | None, first: int, marker: str | None, verbs: TimeVerbs
) -> tuple[bool, bool]:
    """Does the time at token ``first``, tied to a predicate by the preposition ``marker``, lie ahead, and is that sure?

    It is sure where the predicate itself has a tense; of a noun it is a guess.
    """
    if predicate is None or marker == "since":
        return False, marker == "since"
    if marker in _UP_TO and predicate.lemma in verbs.ahead:
        return True, True
    if predicate.lemma == "be" and predicate.tense == "present" and first < predicate.head:
        return False, False  # "His remarks on Monday are likely ..."
    # "Proposed talks in early July": the month may be that of the talks, though it hangs on the proposing.
    sure = predicate.kind != "noun" and predicate.tense is not None and predicate.lemma not in verbs.ahead
    return _points_ahead(clauses, predicate, verbs), sure


def _points_ahead(clauses: Clauses, predicate: Predicate, verbs: TimeVerbs) -> bool:
    at: Predicate | None = predicate
    for _ in range(_STEPS):
        if at is None:
            return False
        decided = _decide(clauses, at, verbs)
        if decided is not None:
            return decided
        at = None if at.above is None else clauses.predicates[at.above]
    return False


def _decide(clauses: Clauses, at: Predicate, verbs: TimeVerbs) -> bool | None:
    """True ahead, False not, None where the predicate above decides."""
    above = None if at.above is None else clauses.predicates[at.above]
    if at.kind == "noun":
        return _decide_noun(at, above, verbs)
    if at.perfect or at.tense == "past":
        return False
    if at.tense == "future" or at.modal in _MODALS:
        return True
    if at.tense == "present":
        return True  # "The court opens on Monday"
    if at.link == "root" and at.kind == "verb" and _is_infinitive(clauses, at):
        return True  # "Iran, US to resume talks Thursday"
    if at.link == "infinitive" and above is not None:
        return None if above.lemma in verbs.reached else True
    return True if at.lemma in verbs.ahead else None


def _is_infinitive(clauses: Clauses, at: Predicate) -> bool:
    tokens = clauses.parsed.tokens
    return tokens[at.head].tag == "VB" and at.head > 0 and tokens[at.head - 1].tag == "TO"


def _decide_noun(at: Predicate, above: Predicate | None, verbs: TimeVerbs) -> bool | None:
    """ "This comes after Monday's attack": a noun under the present tense does not lie ahead, under the future it does."""
    if above is None or above.tense == "present":
        return False
    if above.lemma in verbs.ahead and at.link in ("object", "oblique"):
        return True
    return None
