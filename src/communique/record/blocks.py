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
    meant = {
        f"m|{word}|{state}|{month}"
        for word in _longest(told.stems, 4)
        for state in told.setting
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
    """What a passage counts and which acts it tells, with the states of its report; who speaks, with what is said."""
    dyads = [f"{a}|{b}" for a, b in combinations(told.setting, 2)] or list(told.setting) or ["-"]
    months = _spans(told, _MONTH)
    about = {f.of[0] for f in told.figures if f.of} | {"person" for f in told.figures if f.of and f.of[0] in _PERSONS}
    found = {f"n|{kind}|{dyad}|{month}" for kind in about for dyad in dyads for month in months}
    denied = {word for scope in told.denied for word in scope}
    found |= {
        f"d|{word}|{dyad}|{month}"
        for word in denied | set(_longest(told.stems, 6))
        for dyad in dyads
        for month in months
    }
    words = told.near if told.marker else _longest(told.stems, 8)
    voices = {_speaker(party) for party in told.who} | {name for name in told.names if name.islower()}
    if told.marker and told.by_outlet:
        voices |= {told.by_outlet}
    elif told.root:
        voices |= {told.root}
    return found | {f"c|{voice}|{word}" for voice in voices for word in (*words, *told.days)}
