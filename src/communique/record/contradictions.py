"""What two tellings of one matter disagree about: a number, whether it happened at all, who did it, which day."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from communique.record.acts import HARD_ACTS, RECURRENT, SINGLE_ACTS, SPOKEN
from communique.record.days import distance, likely_day
from communique.record.likeness import is_one_story, likeness, may_be_one_setting, shared
from communique.record.same import same
from communique.record.sides import fit, states, states_named
from communique.record.told import Contradiction, Figure, Told
from communique.types import Event, Span

Kind = Literal["number", "denial", "parties", "day"]
_PERSONS = frozenset({"person", "soldier", "officer", "prisoner", "diplomat", "observer"})
_EVERYWHERE = frozenset(
    [
        "country",
        "stat",
        "nation",
        "region",
        "year",
        "month",
        "week",
        "day",
        "hour",
        "percent",
        "time",
        "way",
        "area",
        "leader",
    ]
)
_JOINT = frozenset({"sign", "sanction"})  # acts of which a report lists who took part
_ANYBODY = re.compile(
    r"(?:smuggl|farm|work|fight|sail|engin|ist|man|ian|ant|er|or)$"
)  # nouns of people, by their endings
_PATIENTS = frozenset({"kill", "wound"})
_ALIKE, _OTHER_CLASS = 0.25, 0.28  # how like two passages must be whose counts differ
_DENIED, _DENIED_NEAR = 0.5, 0.7  # how much of what is denied a passage must tell, with the sentences beside it
_COPIED = 0.9  # two sentences so alike are one; that it is read otherwise is the reading's fault
_ROUGH = 0.1  # "about 3,000" and 3,200 do not differ
_ONE_STORY = 0.67
_ONE_STORY_ALIKE = 0.25  # told of one affair, what is counted need not be told with the same words
_ONE_STORY_ACT = 0.3
_ONE_ACT = 0.5  # how much of the shorter passage both tell where they differ in who, or when
_DAYS = 2
_SOON = 14
_FAR = 30  # days between two passages on one matter


def contradictions(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """The disagreements of two tellings, each with the words on both sides; symmetric."""
    if one.id > other.id:
        one, other = other, one
    if one.kind == other.kind == "passage":
        return (*_numbers(one, other), *_denials(one, other), *_doers(one, other), *_other_days(one, other))
    if one.kind == other.kind == "event" and one.report != other.report:
        return (*_days(one, other), *_parties(one, other))
    return ()


def _numbers(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """Different counts of the same things: 38 consignments, 83 shipments."""
    if not one.figures or not other.figures or not _is_one_matter(one, other) or _is_one_voice(one, other):
        return ()
    found = []
    for a in one.figures:
        rivals = [b for b in other.figures if _is_comparable(a, b)]
        if rivals and not any(_is_equal(a, b) for b in rivals) and _is_counted_alike(one, other, a, rivals[0]):
            b = rivals[0]
            found.append(
                _differ(
                    one,
                    other,
                    "number",
                    f"{a.number:g} or {b.number:g} {a.of[0]}",
                    a.span,
                    b.span,
                    likeness(one, other),
                )
            )
    return tuple(found)


def _is_one_voice(one: Told, other: Told) -> bool:
    """Two sentences of one report by one speaker, or by nobody named, count different things."""
    if one.report != other.report:
        return False
    speakers = fit(one.who, other.who)
    return speakers is None or speakers > 0.5


def _is_counted_alike(one: Told, other: Told, a: Figure, b: Figure) -> bool:
    """Is it one thing that is counted? Judged by the sentence; by those beside it where the class is one."""
    rest = [[w for w in t.stems if not w.startswith(f.of[0][:6])] for t, f in ((one, a), (other, b))]
    meant = max(shared(*rest), likeness(one, other)) if rest[0] and rest[1] else 0.0
    if a.of[0] in _EVERYWHERE and meant < _ONE_ACT:
        return False  # years and countries are counted in every report
    if _gap(one, other) > _SOON:
        meant *= 0.7  # long after, more must be alike
    if is_one_story(one, other) and a.of[0] == b.of[0] and (meant or set(one.near) & set(other.near) - {a.of[0]}):
        return meant >= _ONE_STORY_ALIKE or shared(one.near, other.near) >= _ONE_STORY_ALIKE
    if meant >= (_ALIKE if a.of[0] == b.of[0] else _OTHER_CLASS):
        return True
    return a.of[0] == b.of[0] and shared(one.near, other.near) >= _ALIKE and may_be_one_setting(one, other)


def _is_comparable(a: Figure, b: Figure) -> bool:
    acts = [set(f.of) & _PATIENTS for f in (a, b)]
    if acts[0] and acts[1] and not acts[0] & acts[1]:
        return False
    if set(a.of) & set(b.of):
        return True
    kinds = {"person" if _ANYBODY.search(f.of[0]) else f.of[0] for f in (a, b)}
    return "person" in kinds and kinds <= _PERSONS


def _is_equal(a: Figure, b: Figure) -> bool:
    if a.number == b.number:
        return True
    return (a.vague or b.vague) and abs(a.number - b.number) <= _ROUGH * max(a.number, b.number)


def _denials(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """One says what the other says not: "froze its accounts", "denied that any account had been frozen"."""
    if not (one.denied or other.denied) or not _is_one_matter(one, other) or _is_one_voice(one, other):
        return ()
    for denying, telling in ((one, other), (other, one)):
        common = next((found for scope in denying.denied if (found := _tells(telling, scope, denying))), None)
        if common is not None and not any(_tells(denying, scope, telling) for scope in telling.denied):
            return (
                _differ(
                    one,
                    other,
                    "denial",
                    ", ".join(sorted(common)),
                    one.spans[0],
                    other.spans[0],
                    shared(one.near, other.near) + len(common),
                ),
            )
    return ()


def _tells(told: Told, scope: tuple[str, ...], denying: Told) -> frozenset[str]:
    """What a passage tells of that another denies, where that is most of it; nothing where it denies it too."""
    denied = frozenset(scope)
    if any(len(denied & set(own)) / len(denied) >= _DENIED for own in told.denied):
        return frozenset()
    common = (denied & set(told.stems)) | frozenset(f"day {d}" for d in set(told.days) & set(denying.days))
    if not common - set(told.names) - set(denying.names):
        return frozenset()  # both name the same people, and nothing else
    if len(denied) == 1:
        return common if shared(told.near, denying.near) >= _ALIKE else frozenset()
    if len(common) >= 2 and len(common) / len(denied) >= _DENIED:
        return common
    if common and is_one_story(told, denying) and (len(denied) <= 2 or (len(denied) <= 3 and common & HARD_ACTS)):
        return common
    if len(denied) == 2 and common & HARD_ACTS and shared(told.setting, denying.setting) >= _ONE_STORY:
        return common
    wide = denied & set(told.near)
    return wide if len(wide) >= 3 and len(wide) / len(denied) >= _DENIED_NEAR else frozenset()


def _doers(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """ "Sweden had objected to the text", "Finland had objected to the text": one act, another state each."""
    if one.report == other.report or one.denied or other.denied or not _is_one_matter(one, other, states_too=False):
        return ()
    if one.days and other.days and not set(one.days) & set(other.days):
        return ()
    meant = [set(t.stems) - set(t.names) - _PERSONS for t in (one, other)]
    common = meant[0] & meant[1]
    share = len(common) / max(1, min(map(len, meant)))
    story = is_one_story(one, other)
    if len(common) < 2 or share < (_ONE_STORY_ACT if story else _ONE_ACT):
        return ()
    if not common & SINGLE_ACTS or _gap(one, other) > _SOON:
        return ()
    who = _other_states(one, other) or _other_subjects(one, other)
    return () if who is None else (_differ(one, other, "parties", who, one.spans[0], other.spans[0], share),)


def _other_states(one: Told, other: Told) -> str | None:
    a, b = states_named(one), states_named(other)
    if not (a - b and b - a) or len(a ^ b) > 3 or any(n.startswith(("IGO", "EUR")) for n in a ^ b):
        return None
    return f"{', '.join(sorted(a - b))} or {', '.join(sorted(b - a))}"


def _other_subjects(one: Told, other: Told) -> str | None:
    """Of an act that has one doer, each sentence begins with another state."""
    if one.subject is None or other.subject is None or one.subject == other.subject:
        return None
    return f"{one.subject} or {other.subject}"


def _other_days(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """One act, told with the same words, a day or two apart."""
    if one.report == other.report or not one.days or not other.days or set(one.days) & set(other.days):
        return ()
    if max(len(one.days), len(other.days)) > 2:
        return ()
    if any(re.search(r"\b(?:after|before|earlier|later)\b", t.words) for t in (one, other)):
        return ()  # "a day after" shifts the day
    apart = min(abs(a - b) for a in one.days for b in other.days)
    common = (set(one.stems) & set(other.stems)) - set(one.names) - set(other.names)
    story = is_one_story(one, other)
    alike = _ONE_STORY_ACT if story and common & HARD_ACTS else _ONE_ACT
    if (
        apart > _DAYS
        or len(common) < (1 if story and common & HARD_ACTS else 2)
        or likeness(one, other) < alike
        or not _is_one_matter(one, other)
    ):
        return ()
    return (_differ(one, other, "day", f"{apart} day apart", one.spans[0], other.spans[0], likeness(one, other)),)


def _is_one_matter(one: Told, other: Told, *, states_too: bool = True) -> bool:
    """May two passages be about one thing: told within weeks, of the same states?"""
    if _gap(one, other) > _FAR:
        return False
    if not may_be_one_setting(one, other) and not is_one_story(one, other):
        return False
    a, b = (frozenset(n for n in t.names if not n.islower()) for t in (one, other))
    return not states_too or not a or not b or bool(a & b)


def _gap(one: Told, other: Told) -> int:
    """Days between the likely days of two passages; 0 where one is unknown."""
    days = [d for d in (likely_day(one), likely_day(other)) if d is not None]
    return abs(days[0] - days[1]) if len(days) == 2 else 0


def _days(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """One event on two days."""
    if distance(one, other) in (None, 0) or same(one, other) is None:
        return ()
    return (_differ(one, other, "day", f"{distance(one, other)} day apart", _day_span(one), _day_span(other)),)


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
    if why is None:
        return ()
    return (_differ(one, other, "parties", why, one.spans[0], other.spans[0]),)


def _turned(one: Told, other: Told) -> str | None:
    """ "Djibouti recalled its ambassador to Eritrea", "Eritrea to recall its ambassador from Djibouti"."""
    across = (fit(one.who, other.whom) or 0) + (fit(one.whom, other.who) or 0)
    along = (fit(one.who, other.who) or 0) + (fit(one.whom, other.whom) or 0)
    if across < 1.5 or along > 0 or one.trigger != other.trigger or not _is_one_matter(one, other):
        return None
    return "who did it to whom"


def _other_doer(one: Told, other: Told) -> str | None:
    """ "Peruvian police seized the dredges", "Colombian marines captured them"."""
    doers = states(one.who), states(other.who)
    if not all(doers) or doers[0] & doers[1] or one.trigger != other.trigger:
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
    if one.trigger not in _JOINT and distance(one, other) != 0:
        return None
    lists = states(one.who), states(other.who)
    if min(map(len, lists)) < 2 or lists[0] == lists[1] or not lists[0] & lists[1] or same(one, other) is None:
        return None
    return f"{', '.join(sorted(lists[0]))} or {', '.join(sorted(lists[1]))}"


def _differ(  # noqa: PLR0913, PLR0917 - a row of fields
    one: Told, other: Told, kind: Kind, words: str, a: Span, b: Span, score: float = 0.5
) -> Contradiction:
    return Contradiction(
        one=one.id, other=other.id, kind=kind, words=words, one_span=a, other_span=b, score=round(score, 3)
    )


def choose(found: Iterable[Contradiction], told: Mapping[str, Told]) -> tuple[Contradiction, ...]:
    """Of what two reports disagree about, for each passage the one disagreement of a kind that is most alike.

    The order in which they come makes no difference; pairs of other reports do not matter, so that a report that is
    added later changes nothing.
    """
    best: dict[tuple[str, str, Span, str], tuple[float, str]] = {}
    listed = sorted(found, key=lambda c: (c.one, c.other, c.kind, c.words))
    for c in listed:
        for end in _ends(c, told):
            best[end] = max(best.get(end, (-1.0, "")), (c.score, f"{c.one} {c.other} {c.words}"))
    return tuple(
        c for c in listed if all(best[end] == (c.score, f"{c.one} {c.other} {c.words}") for end in _ends(c, told))
    )


def _ends(c: Contradiction, told: Mapping[str, Told]) -> tuple[tuple[str, str, Span, str], ...]:
    return (
        (c.kind, c.one, c.one_span, told[c.other].report),
        (c.kind, c.other, c.other_span, told[c.one].report),
    )
