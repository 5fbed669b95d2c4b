"""Where two tellings of one thing meet: keys to look up candidates by. Two that could be one share a key."""

from collections.abc import Iterable
from itertools import combinations

from communique.record.acts import HARD_ACTS
from communique.record.days import likely_day
from communique.record.sides import states, states_named
from communique.record.told import Party, Told
from communique.types import Event

_WEEK, _MONTH = 7, 30
_PERSONS = frozenset({"soldier", "officer", "prisoner", "diplomat", "observer"})
_STATES = 4  # of a telling; six pairs of them


def keys(told: Told) -> tuple[str, ...]:
    """Sorted keys without doubles.

    Of an event: pairs of its states with the week, its name words with the act and the month. Of a statement: runs of
    three words, the speaker with the week. Of a passage: what it counts, denies or takes up again, with a name.
    """
    if told.kind == "event":
        found = _event_keys(told)
    elif told.kind == "statement":
        found = _statement_keys(told)
    else:
        found = _passage_keys(told)
    return tuple(sorted(found))


def _spans(told: Told, length: int) -> tuple[str, ...]:
    """The stretch of days in which something likely happened, cut twice so that neighbours always share one."""
    day = likely_day(told)
    return ("?",) if day is None else (f"{length}a{day // length}", f"{length}b{(day + length // 2) // length}")


def _event_keys(told: Told) -> set[str]:
    """The type by the week, the act by the month, with pairs of states; the act with name words."""
    type_ = told.entry.type if isinstance(told.entry, Event) else ""
    dyads = [f"{a}|{b}" for a, b in combinations(_states(told), 2)]
    weeks, months = _spans(told, _WEEK), _spans(told, _MONTH)
    found = {f"e|{type_}|{dyad}|{week}" for dyad in dyads for week in weeks}
    found |= {f"e|{told.trigger}|{dyad}|{month}" for dyad in dyads for month in months}
    return found | {f"e|{told.trigger}|{name}|{month}" for name in _words(told) for month in months}


def _states(told: Told) -> tuple[str, ...]:
    """The states of a telling: those of its parties, of its sentence, and where these are fewer than two of its report."""
    found = list(dict.fromkeys([*sorted(states((*told.who, *told.whom))), *sorted(states_named(told))]))
    if len(found) < 2:
        found = list(dict.fromkeys([*found, *told.setting]))
    return tuple(sorted(found[:_STATES]))


def _words(told: Told) -> tuple[str, ...]:
    """The words of names; states where there are none."""
    return tuple(name for name in told.names if name.islower()) or told.setting[:2]


def _statement_keys(told: Told) -> set[str]:
    """Its longest runs of three words, its speaker with its longest words, the statement that it corrects."""
    words = told.words.split()
    runs = {" ".join(words[i : i + 3]) for i in range(len(words) - 2)}
    speakers = {_speaker(party) for party in told.who} or set(told.setting[:2])
    said = {f"s|{speaker}|{word}" for speaker in speakers for word in _longest(told.stems, 5)}
    links = {f"k|{id_}" for id_ in (told.id, getattr(told.entry, "clarifies", None)) if id_}
    return {f"q|{run}" for run in _longest(runs, 8)} | said | links


def _speaker(party: Party) -> str:
    """A speaker by the last name; one who is only described by the state."""
    return party.country or party.name if party.bare or not party.name else party.name.split()[-1]


def _longest(words: Iterable[str], number: int) -> list[str]:
    """The longest, which are the rarest."""
    return sorted(words, key=lambda run: (-len(run), run))[:number]


def _passage_keys(told: Told) -> set[str]:
    """What a passage counts, with states of its report; pairs of its words; who speaks, and its outlet, with words."""
    months = _spans(told, _MONTH)
    own = [word for word in told.stems if word not in told.names]
    return (
        _counting_keys(told, own, months)
        | {f"d|{pair}|{month}" for pair in _pairs(told, own) for month in months}
        | {f"d|{act}|{about}|{month}" for act in _acts(told) for about in told.setting for month in months}
        | _voice_keys(told, own)
        | _affair_keys(told)
    )


def _affair_keys(told: Told) -> set[str]:
    """Two names of the affair that the report is about, for what is counted, denied, corrected or done."""
    if not (told.figures or told.denied or told.marker or HARD_ACTS & set(told.stems)):
        return set()
    names = combinations(sorted(told.topic[:5]), 2)
    return {f"t|{a}|{b}|{week}" for a, b in names for week in _spans(told, 2 * _WEEK)}


def _counting_keys(told: Told, own: list[str], months: tuple[str, ...]) -> set[str]:
    kinds = {f.of[0] for f in told.figures if f.of} | {"person" for f in told.figures if f.of and f.of[0] in _PERSONS}
    about = [f"{a}|{b}" for a, b in combinations(sorted(told.setting[:3]), 2)] + _longest(own, 4) + list(told.topic[:8])
    return {f"n|{kind}|{topic}|{month}" for kind in kinds for topic in about for month in months}


def _pairs(told: Told, own: list[str]) -> set[str]:
    """Pairs of the longest words, and of those that are denied."""
    groups = [_longest(own, 5), *(_longest(scope, 5) for scope in told.denied)]
    return {f"{a}|{b}" for group in groups for a, b in combinations(sorted(group), 2)}


def _acts(told: Told) -> set[str]:
    """Acts of which one word is enough to deny them: "nobody was arrested"."""
    return (set(told.stems) | {word for scope in told.denied for word in scope}) & HARD_ACTS


def _voice_keys(told: Told, own: list[str]) -> set[str]:
    voices = {_speaker(party) for party in told.who} or {name for name in told.names if name.islower()}
    words = told.near if told.marker else _longest(own, 5)
    found = {f"c|{voice}|{word}" for voice in voices for word in words}
    outlets = (told.by_outlet,) if told.by_outlet else told.outlets
    words = sorted(told.near) if told.by_outlet else sorted(_longest(own, 5))
    pairs = [f"{a}|{b}" for a, b in combinations(words, 2)]
    rare = [f"{state}|{month}" for state in states_named(told) - {*told.setting[:1]} for month in _spans(told, _MONTH)]
    return found | {f"c|{outlet}|{topic}" for outlet in outlets for topic in (*pairs, *rare)}
