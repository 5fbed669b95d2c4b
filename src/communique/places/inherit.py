"""The place of a predicate: its own, or one that it shares with what it is part of."""

from communique.clauses.clauses import Clauses, Predicate
from communique.places.places import Places
from communique.types import EventPlace

_NOT_SAME_PLACE = frozenset({"before", "since", "until", "without", "despite", "from", "per", "after", "about", "over"})
_WHERE = frozenset({"when", "where", "while", "as"})
_DURING = frozenset({"in", "at", "during"})
_SPOKEN = frozenset({"complement", "infinitive", "gerund", "object", "oblique", "nominal"})
_ASKED = frozenset({"how", "why", "whether", "what"})
_STEPS = 4


def place_of(places: Places, clauses: Clauses, predicate: Predicate, *, performed: bool = False) -> EventPlace | None:
    """Where what a predicate says happened.

    Its own words of place; else those of the meeting, attack ... that it carries ("held talks in Doha"); else those of the
    clause beside or above that it is part of; else those of its scene; else None. The place of speaking is not the place of what is spoken
    about, unless the words are the act (``performed``).
    """
    return _told(places, clauses, predicate, performed=performed) or places.scenes.get(predicate.id)


def _told(places: Places, clauses: Clauses, predicate: Predicate, *, performed: bool) -> EventPlace | None:
    at, steps, passed_by = predicate, 0, False
    while steps < _STEPS:
        own = None if passed_by else places.of_predicate.get(at.id)
        if own is not None:
            return places.spots[own[0]] if own else None
        if at.above is None:
            return None
        above = clauses.predicates[at.above]
        # "The clashes in Peru and their commitment": of two nouns each has its own, and both that of their verb.
        passed_by = at.kind == "noun" and at.link == "coordinate"
        shares = passed_by or _shares_place(at, above) or places.shared.get(at.id) == above.id
        if not (shares or (performed and at.link in _SPOKEN and at.marker not in _ASKED)):
            return None
        steps += at.link != "coordinate"
        at = above
    return None


def _shares_place(at: Predicate, above: Predicate) -> bool:
    """Does what a predicate says happen where the one above it does?"""
    if at.link in ("coordinate", "participle"):
        return at.tense != "future"
    if at.kind == "noun":
        return at.link in ("object", "subject") or (at.link == "oblique" and at.marker not in _NOT_SAME_PLACE)
    if at.link == "gerund":
        return at.marker not in _NOT_SAME_PLACE
    if at.link == "infinitive" or (at.link == "adverbial" and at.marker == "to"):  # "met in Rome to sign the pact"
        return above.kind == "verb"
    if at.link == "relative" and any(a.role in _DURING and above.head in a.heads for a in at.arguments):
        return True  # "a trial in Peru in which ten men were charged"
    return at.link in ("relative", "adverbial") and at.marker in _WHERE
