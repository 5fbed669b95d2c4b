"""The date of a predicate: its own, or one that it shares with a clause beside, above or before it."""

from communique.clauses.clauses import Clauses, Predicate
from communique.data.times import TimeVerbs
from communique.times.times import Times
from communique.types import Date, Time

_NOT_SAME_TIME = frozenset({"before", "since", "until", "without", "despite", "from", "per"})
_WITH_NOUN = frozenset({"at", "by", "during", "for", "in", "into", "of", "on", "through", "via", "with"})
_WHEN = frozenset({"when", "while", "where", "as"})
_SPOKEN = frozenset({"complement", "infinitive", "gerund", "object", "oblique", "adverbial", "nominal"})
_STEPS = 5


def date_of(times: Times, clauses: Clauses, predicate: Predicate, *, performed: bool = False) -> Date | None:
    """When what a predicate says happened.

    Its own time expression (basis ``stated``); else one that it shares with a clause beside or above it, or with the
    sentence before that tells of the same (``inherited``); else None. The date of speaking is not the date of what is
    spoken about, unless the words are the act (``performed``: a demand, a promise, a refusal made by speaking).
    """
    at = predicate
    for step in range(_STEPS):
        own = times.of_predicate.get(at.id) or _in_document(times, clauses, at)
        if own:
            return _date(times.times[own[0]], inherited=step > 0)
        if at.above is None:
            frame = times.frames.get(at.id)
            return None if frame is None else _date(times.times[frame], inherited=True)
        above = clauses.predicates[at.above]
        if not (_shares_time(at, above, times.verbs) or (performed and at.link in _SPOKEN)):
            return None
        at = above
    return None


def _in_document(times: Times, clauses: Clauses, at: Predicate) -> tuple[int, ...] | None:
    """ "Was condemned in a joint STATEMENT on October 8", "warned them in a July LETTER": said when it was written."""
    if at.kind != "verb" or at.tense != "past":
        return None
    written = (clauses.at(h) for h in at.heads("in") if clauses.parsed.tokens[h].lemma in times.verbs.documents)
    return next((times.of_predicate[p.id] for p in written if p is not None and p.id in times.of_predicate), None)


def _shares_time(at: Predicate, above: Predicate, verbs: TimeVerbs) -> bool:
    """Is what a predicate says done at the time of the one above it?"""
    if at.kind == "noun":
        return _noun_shares(at, above, verbs)
    if at.link in ("coordinate", "participle"):
        return at.tense != "future" and not at.perfect
    if at.link == "gerund":
        return at.marker not in _NOT_SAME_TIME
    if at.link == "infinitive":
        return above.lemma in verbs.shares
    if at.link == "adverbial" and at.marker == "to":  # "will travel on May 14 to attend"
        return True
    return at.link in ("relative", "adverbial") and at.marker in _WHEN and not at.perfect


def _noun_shares(at: Predicate, above: Predicate, verbs: TimeVerbs) -> bool:
    if at.link == "coordinate":
        return True
    if above.kind != "verb" or above.lemma in verbs.about or above.tense == "future":
        return False
    if at.link in ("object", "subject"):
        return True
    return at.link == "oblique" and at.marker in _WITH_NOUN


def _date(time: Time, *, inherited: bool) -> Date:
    return Date(
        start=time.start,
        end=time.end,
        granularity=time.granularity,
        basis="inherited" if inherited else "stated",
        text=time.text,
        span=time.span,
    )
