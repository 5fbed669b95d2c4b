"""Where two tellings of one thing meet: keys to look up candidates by. Two that could be one share a key."""

from collections.abc import Iterable
from itertools import combinations

from communique.record.days import likely_day
from communique.record.sides import states
from communique.record.told import Party, Told

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
    dyads = {f"e|{a}|{b}|{week}" for a, b in combinations(_states(told), 2) for week in _spans(told, _WEEK)}
    dyads |= {
        f"d|{told.trigger}|{a}|{b}|{month}" for a, b in combinations(_states(told), 2) for month in _spans(told, _MONTH)
    }
    return dyads | {f"e|{name}|{told.trigger}|{month}" for name in _words(told) for month in _spans(told, _MONTH)}


def _states(told: Told) -> tuple[str, ...]:
    """The states of a telling: those of its parties, of its sentence, and where these are fewer than two of its report."""
    found = [*sorted(states((*told.who, *told.whom))), *(n for n in told.names if not n.islower())]
    found = list(dict.fromkeys(found))
    if len(found) < 2:
        found = list(dict.fromkeys([*found, *told.setting]))
    return tuple(sorted(found[:_STATES]))


def _words(told: Told) -> tuple[str, ...]:
    """The words of names, titles left out; states where there are none."""
    return tuple(name for name in told.names if name.islower()) or told.setting[:2]


def _statement_keys(told: Told) -> set[str]:
    words = told.words.split()
    runs = {" ".join(words[i : i + 3]) for i in range(len(words) - 2)}
    speakers = {_speaker(party) for party in told.who}
    corrected = {f"k|{id_}" for id_ in (told.id, getattr(told.entry, "clarifies", None)) if id_}
    meant = {
        f"m|{word}|{state}|{month}"
        for word in _longest(told.stems, 3)
        for state in told.setting[:2]
        for month in _spans(told, _MONTH)
    }
    return (
        {f"q|{run}" for run in _longest(runs, 8)}
        | {f"s|{s}|{week}" for s in speakers for week in _spans(told, _MONTH)}
        | meant
    )


def _speaker(party: Party) -> str:
    """A speaker by the last name; one who is only described by the state."""
    return party.country or party.name if party.bare or not party.name else party.name.split()[-1]


def _longest(words: Iterable[str], number: int) -> list[str]:
    """The longest, which are the rarest."""
    return sorted(words, key=lambda run: (-len(run), run))[:number]


def _passage_keys(told: Told) -> set[str]:
    """What a passage counts and tells with the states that its report is most about; who speaks, with the month."""
    months = _spans(told, _MONTH)
    about = told.setting or ("-",)
    kinds = {f.of[0] for f in told.figures if f.of} | {"person" for f in told.figures if f.of and f.of[0] in _PERSONS}
    denied = {word for scope in told.denied for word in scope}
    own = [word for word in told.stems if word not in told.names]
    topics = {f"n|{kind}" for kind in kinds} | {f"d|{word}" for word in denied | set(_longest(own, 6))}
    found = {f"{topic}|{state}|{month}" for topic in topics for state in about for month in months}
    voices = {_speaker(party) for party in told.who} or {name for name in told.names if name.islower()}
    found |= {f"c|{voice}|{month}" for voice in voices for month in months}
    outlets = {told.by_outlet} if told.by_outlet else set(told.outlets)
    words = (*told.near, *told.names) if told.by_outlet else (*_longest(own, 4), *told.names)
    return found | {f"c|{outlet}|{word}" for outlet in outlets for word in words}
