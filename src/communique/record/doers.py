"""One event told with other parties, or of another day."""

import re
from itertools import takewhile

from msgspec import Struct

from communique.record.acts import HARD_ACTS, RECURRENT, SINGLE_ACTS, SPOKEN
from communique.record.chain import BREAK, around, is_code
from communique.record.days import distance
from communique.record.likeness import shared
from communique.record.matter import SOON, differ, gap, is_one_affair, is_one_matter
from communique.record.same import same
from communique.record.sides import fit, states
from communique.record.told import Contradiction, Told
from communique.types import Event, Span

_JOINT = frozenset({"sign", "sanction"})  # acts of which a report lists who took part
_EVENT = 0.5  # the score of what events have otherwise; only those of passages are compared by it
_COPIED = 0.9  # two sentences so alike are one; that it is read otherwise is the reading's fault
_COMMON = 2  # words beside the act that two passages share
_BEFORE = 4  # words before an act among which stands who did it
_DAYS = 2
_ALIKE = 0.4  # of the words beside an act that is told of two days
_SHIFTED = re.compile(r"\b(?:after|before|earlier|later|since)\b")  # "a day after" shifts the day


def find_others(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """What two events of two reports have otherwise: the parties, the day."""
    if one.report == other.report:
        return ()
    return (*_days(one, other), *_parties(one, other))


def _days(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """One event on two days."""
    apart = distance(one, other)
    if not apart or same(one, other) is None or (_recurs(one, other) and not _is_sure(one, other)):
        return ()
    return (differ("day", f"{apart} day apart", ((one, _day_span(one)), (other, _day_span(other))), _EVENT),)


def _recurs(one: Told, other: Told) -> bool:
    return any(isinstance(t.entry, Event) and t.entry.type in RECURRENT for t in (one, other))


def _is_sure(one: Told, other: Told) -> bool:
    """Are both sides the same by name? The same two states meet on Monday and on Tuesday, their ministers seldom do."""
    return fit(one.who, other.who) == fit(one.whom, other.whom) == 1


def _day_span(told: Told) -> Span:
    when = told.entry.date if isinstance(told.entry, Event) else None
    return when.span if when is not None and when.span is not None else told.spans[0]


def _parties(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """One act by two: the sides turned round, others on a side, or one more in a list."""
    if any(isinstance(t.entry, Event) and t.entry.type in RECURRENT - {"SUPPORT", "AGREE"} for t in (one, other)):
        return ()  # two accuse each other, meet, ask: no contradiction
    if any(t.negated or t.entry is None or getattr(t.entry, "status", "") == "hypothetical" for t in (one, other)):
        return ()
    why = _turned(one, other) or _other_doer(one, other) or _other_list(one, other)
    return (differ("parties", why, ((one, one.spans[0]), (other, other.spans[0])), _EVENT),) if why else ()


def _turned(one: Told, other: Told) -> str | None:
    """ "Djibouti recalled its ambassador to Eritrea", "Eritrea to recall its ambassador from Djibouti".

    Not where a report tells both, as of expulsions that are answered in kind, or where the days are two.
    """
    if one.returned or other.returned or (distance(one, other) or 0) > 1:
        return None
    across = (fit(one.who, other.whom) or 0) + (fit(one.whom, other.who) or 0)
    along = (fit(one.who, other.who) or 0) + (fit(one.whom, other.whom) or 0)
    if across < 1.5 or along > 0 or one.trigger != other.trigger or not is_one_matter(one, other):
        return None
    return "who did it to whom"


def _other_doer(one: Told, other: Told) -> str | None:
    """ "Peruvian police seized the dredges", "Colombian marines captured them"."""
    doers = states(one.who), states(other.who)
    if not all(doers) or doers[0] & doers[1] or one.trigger != other.trigger or (fit(one.whom, other.whom) or 0) < 0:
        return None
    if shared(one.stems, other.stems) >= _COPIED and min(len(one.stems), len(other.stems)) >= 5:
        return None
    if any(
        isinstance(t.entry, Event) and t.entry.type in SPOKEN and one.trigger not in SINGLE_ACTS for t in (one, other)
    ):
        return None
    apart = distance(one, other)
    meant = shared(one.stems, other.stems)
    if (apart is not None and apart > 1) or meant < 0.4 or len(set(one.stems) & set(other.stems)) < 2:
        return None
    return f"by {', '.join(sorted(doers[0]))} or by {', '.join(sorted(doers[1]))}"


def _other_list(one: Told, other: Told) -> str | None:
    """Signed by four or by three: both name several, and not the same."""
    if one.trigger not in _JOINT:
        return None
    lists = states(one.who), states(other.who)
    if min(map(len, lists)) < 2 or lists[0] == lists[1] or not lists[0] & lists[1] or same(one, other) is None:
        return None
    return f"{', '.join(sorted(lists[0]))} or {', '.join(sorted(lists[1]))}"


def find_doers(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """ "Peruvian police seized the dredges", "Colombian marines captured them": of two passages, one act and two doers."""
    acts = SINGLE_ACTS & set(one.chain) & set(other.chain)
    if not acts or one.report == other.report or one.denied or other.denied or not is_one_affair(one, other):
        return ()
    if gap(one, other) > SOON or (one.days and other.days and not set(one.days) & set(other.days)):
        return ()
    for act in sorted(acts):
        mine, theirs = _done(one, act), _done(other, act)
        if mine is None or theirs is None or mine.by == theirs.by or {mine.by, theirs.by} & mine.about & theirs.about:
            continue
        common = {word for word in mine.about & theirs.about if word.islower()} - {act}
        if len(common) >= _COMMON and not _is_body(mine.by) and not _is_body(theirs.by):
            words = f"by {mine.by} or by {theirs.by}"
            return (differ("parties", words, ((one, one.spans[0]), (other, other.spans[0])), len(common) / 10),)
    return ()


class _Deed(Struct, frozen=True, gc=False):
    """Who did something, as the words before the act say, and what is told beside it."""

    by: str
    about: frozenset[str]


def _done(told: Told, act: str) -> _Deed | None:
    at = told.chain.index(act)
    before = takewhile(lambda word: word != BREAK, reversed(told.chain[max(0, at - _BEFORE) : at]))
    by = next((word for word in before if is_code(word)), None)
    return None if by is None else _Deed(by, frozenset(around(told.chain, at)))


def _is_body(code: str) -> bool:
    """A body of states acts through its members: "the EU", "France" are no two doers."""
    return code.startswith(("IGO", "EUR"))


def find_other_days(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """One act, told in two passages with the same words, a day or two apart."""
    if one.report == other.report or len(one.days) != 1 or len(other.days) != 1 or not is_one_affair(one, other):
        return ()
    apart, acts = abs(one.days[0] - other.days[0]), HARD_ACTS & set(one.chain) & set(other.chain)
    if not 0 < apart <= _DAYS or not acts or not is_one_matter(one, other):
        return ()
    if any(_SHIFTED.search(t.words) for t in (one, other)):
        return ()
    for act in sorted(acts):
        near = [{w for w in around(t.chain, t.chain.index(act)) if w != BREAK} for t in (one, other)]
        score = shared(*near)
        if score >= _ALIKE and near[0] & near[1]:
            return (differ("day", f"{apart} day apart", ((one, one.spans[0]), (other, other.spans[0])), score),)
    return ()
