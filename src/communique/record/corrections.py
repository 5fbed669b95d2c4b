"""Corrections across reports: a party that takes back, denies or explains what another report has it say."""

from collections.abc import Iterable, Mapping
from datetime import date

from communique.record.likeness import has_run, is_one_story, shared
from communique.record.sides import alike
from communique.record.told import Correction, Party, Told
from communique.types import Statement

_LONG = 60  # days after which nobody comes back to a remark
_SAID = 0.3  # of the shorter passage's words, where nothing points to the earlier words
_POINTED = 0.15  # where the later passage names the day on which they were said
_UNSURE = 0.1  # more is asked where the speaker is only named beside the words, or both stand in one report
_COUNTED = 0.3  # another number of the same things, or four words in a row, speak for one matter
_STORY = 0.15  # less is asked where both reports are of one affair
_RUN = 4
_NOTED = 0.3  # in an outlet's note, which repeats what it corrects


def corrects(one: Told, other: Told) -> Correction | None:
    """The correction that one of the two is of the other; the later one is the one that corrects."""
    if one.kind == other.kind == "statement":
        return _told_so(one, other) or _told_so(other, one)
    for later, earlier in ((one, other), (other, one)):
        if later.marker is not None and _came_before(earlier, later):
            found = _of_outlet(later, earlier) if later.by_outlet is not None else _of_speaker(later, earlier)
            if found is not None:
                words, score = found
                return Correction(
                    later=later.id, earlier=earlier.id, kind=later.marker, words=words,
                    later_span=later.spans[0], earlier_span=earlier.spans[0], score=round(score, 3),
                )  # fmt: skip
    return None


def _told_so(later: Told, earlier: Told) -> Correction | None:
    """The report itself says that one statement corrects another."""
    entry = later.entry
    if not isinstance(entry, Statement) or entry.clarifies != earlier.id:
        return None
    return Correction(
        later=later.id, earlier=earlier.id, kind=entry.clarification or "clarifies", words="the report says so",
        later_span=later.spans[0], earlier_span=earlier.spans[0],
    )  # fmt: skip


def _came_before(earlier: Told, later: Told) -> bool:
    if earlier.kind != "passage" or later.kind != "passage" or earlier.id == later.id:
        return False
    if earlier.report == later.report:
        return earlier.spans[0] < later.spans[0] and later.by_outlet is None
    a, b = earlier.published, later.published
    if a is None or b is None:
        return False  # of undated reports nobody can tell which came later
    return (a < b or (a == b and later.by_outlet is not None)) and _days_between(a, b) <= _LONG


def _days_between(a: str, b: str) -> int:
    return (date.fromisoformat(b) - date.fromisoformat(a)).days


def _of_outlet(later: Told, earlier: Told) -> tuple[str, float] | None:
    """An outlet corrects what it told itself."""
    if earlier.report == later.report or later.by_outlet not in earlier.outlets:
        return None
    told = 0.6 * shared(later.near, earlier.stems) + 0.4 * shared(later.names, earlier.names)
    told += _COUNTED if _recount(later, earlier) else 0.0
    needed = _NOTED - (_STORY if is_one_story(later, earlier) else 0.0)
    return ("the outlet corrects its report", told) if told >= needed else None


def _of_speaker(later: Told, earlier: Told) -> tuple[str, float] | None:
    """The same speaker comes back to the same words."""
    if earlier.marker is not None and earlier.report != later.report and earlier.marker == later.marker:
        return None
    needed = _POINTED if _is_pointed(later, earlier) else _SAID
    needed -= 0.5 * _STORY if is_one_story(later, earlier) else 0.0
    if not any(_speaks(party, earlier) for party in later.who):
        if not _names_speaker(later, earlier) and not _is_recount(later, earlier):
            return None
        needed += _UNSURE
    within = later.report == earlier.report
    common = (set(later.stems if within else later.near) & set(earlier.stems)) | {
        f"day {d}" for d in set(later.days) & set(earlier.days)
    }
    told = max(shared(later.stems, earlier.stems), 0.0 if within else 0.8 * shared(later.near, earlier.stems))
    if within and earlier.marker is not None and earlier.spans[0].end + 2 >= later.spans[0].start:
        common.add("the remark told just before")
        told += _SAID
    if has_run(later.words, earlier.words, _RUN):
        common.add("the same words")
        told += _COUNTED
    told += _COUNTED if _recount(later, earlier) else 0.0
    if not common or told < (needed + _UNSURE if within else needed):
        return None
    return f"the same speaker, on {', '.join(sorted(common))}", told


def _recount(later: Told, earlier: Told) -> bool:
    """Does the later one give another number of the same things?"""
    return any(a.of[0] == b.of[0] and a.number != b.number for a in later.figures for b in earlier.figures)


def _speaks(party: Party, told: Told) -> bool:
    """Is one of a passage's speakers a party, by name or, where nobody is named, by office and state?"""
    if any((alike(party, speaker) or 0) >= 1 for speaker in told.who):
        return True
    return not party.bare and bool(party.name) and party.name.split()[-1] in told.names


def _is_recount(later: Told, earlier: Told) -> bool:
    """ "The commission lowered the turnout to 61 percent": another number of the same things in the same words."""
    if later.marker != "retracts" or not is_one_story(later, earlier) or later.report == earlier.report:
        return False
    return _recount(later, earlier) and shared(later.stems, earlier.stems) >= 0.5


def _names_speaker(later: Told, earlier: Told) -> bool:
    """ "Morita revised the range" has no speaker for the reading; that both name him must do."""
    people = {party.name.split()[-1] for t in (earlier, later) for party in t.who if party.name and not party.bare}
    return bool(people & ({*later.names, *later.beside} if earlier.who else {*earlier.names}))


def _is_pointed(later: Told, earlier: Told) -> bool:
    if earlier.published is None:
        return False
    day = date.fromisoformat(earlier.published).toordinal()
    if set(later.days) & set(earlier.days):
        return True
    return day in later.points_to or (earlier.first is not None and earlier.first in later.points_to)


def choose(found: Iterable[Correction], told: Mapping[str, Told]) -> tuple[Correction, ...]:
    """Of each report the one passage that a later passage most likely corrects."""
    best: dict[tuple[str, str], Correction] = {}
    for c in sorted(found, key=lambda c: (-c.score, c.earlier, c.later)):
        best.setdefault((c.later, told[c.earlier].report), c)
    return tuple(sorted(best.values(), key=lambda c: (c.later, c.earlier)))
