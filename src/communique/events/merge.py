"""Events of a report -> one for each act, with what is told again linked to where it was told first."""

from msgspec.structs import replace

from communique.events.again import meet
from communique.events.draft import Draft
from communique.types import Date, Event

# Of these two verbs tell two acts ("withdrew from the accord and imposed duties"), not of "met and discussed".
_APART = frozenset({"COERCE", "CONCEDE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})
_UNDIRECTED = frozenset({"CONSULT", "COOPERATE"})


def merge_doubles(drafts: list[Draft]) -> list[Draft]:
    """One draft where verb and noun of one construction tell the same act ("in a call with Lavrov, Blinken discussed").

    Drafts come in the order of the text, so only those of the sentence at hand are compared.
    """
    kept: list[Draft] = []
    begin = 0
    for draft in drafts:
        if kept and kept[-1].sentence != draft.sentence:
            begin = len(kept)
        double = next((i for i in range(begin, len(kept)) if _same_act(kept[i], draft)), None)
        if double is None:
            kept.append(draft)
        elif _tells_more(draft, kept[double]):
            kept[double] = draft
    return kept


def link_events(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events with ``same_as`` and ``part_of`` set to the first event that tells of the same, or that sums them up."""
    linked: list[Event] = []
    for event in events:
        same = next((other for other in linked if _is_same(other, event)), None)
        sums = None if same else next((other for other in linked if _sums_up(other, event)), None)
        if same is not None:
            linked.append(replace(event, same_as=same.same_as or same.id))
        elif sums is not None:
            linked.append(replace(event, part_of=sums.id, date=_date_of(event, sums)))
        else:
            linked.append(event)
    return tuple(linked)


def _date_of(event: Event, first: Event) -> Date | None:
    """The event's own date; where it has none, that of the event that sums it up."""
    if event.date is not None or first.date is None or event.background != first.background:
        return event.date
    return replace(first.date, basis="inherited")


def _same_act(one: Draft, other: Draft) -> bool:
    if one.sentence != other.sentence or one.type != other.type or one.status != other.status:
        return False
    if one.who() == other.who() and one.whom() == other.whom():
        return not _told_apart(one, other)
    if not _hang_together(one, other):
        return False
    if one.type in _UNDIRECTED:
        a, b = one.everybody(), other.everybody()
        return a <= b or b <= a
    return _covers(one, other) or _covers(other, one)


def _told_apart(one: Draft, other: Draft) -> bool:
    """Two acts of one doer: "EXPELLED six envoys and CLOSED the border"; of two nouns or a verb with its noun who knows."""
    a, b = one.match.predicate, other.match.predicate
    joined = b.link == "coordinate" or a.link == "coordinate"
    return joined and a.kind == b.kind == "verb" and a.lemma != b.lemma and one.type in _APART


def _hang_together(one: Draft, other: Draft) -> bool:
    """Is one word tied to the other as its object, adjunct or content, or to the same noun of a construction?"""
    a, b = one.match.predicate, other.match.predicate
    return (b.above == a.id and b.link != "coordinate") or (a.above == b.id and a.link != "coordinate")


def _covers(one: Draft, other: Draft) -> bool:
    """Does one name every party of the other?"""
    return other.who() <= one.who() and other.whom() <= one.whom()


def _tells_more(one: Draft, other: Draft) -> bool:
    return (len(one.everybody()), one.match.predicate.kind == "verb") > (
        len(other.everybody()),
        other.match.predicate.kind == "verb",
    )


def _parties(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    who = frozenset(role.actor for role in event.actors)
    whom = frozenset(role.actor for role in event.recipients)
    return (who | whom, frozenset()) if event.type in _UNDIRECTED else (who, whom)


def _is_same(first: Event, later: Event) -> bool:
    if first.type != later.type or first.status != later.status or not meet(first.date, later.date):
        return False
    parties = _parties(first)
    return bool(parties[0]) and parties == _parties(later)


def _sums_up(first: Event, later: Event) -> bool:
    """ "Spoke with his counterparts in A and B" sums up the calls with each that are told after it."""
    if first.type != later.type or not meet(first.date, later.date) or not later.recipients:
        return False
    whom, named = _countries(first), _countries(later)
    who = {role.actor for role in first.actors}
    return len(whom) > 1 and named < whom and bool(who & {role.actor for role in later.actors})


def _countries(event: Event) -> set[str]:
    return {role.country or role.actor for role in event.recipients}
