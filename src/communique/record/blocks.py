"""Where two tellings of one thing meet: keys to look up candidates by. Two that could be one share a key."""

from communique.record.days import likely_day
from communique.record.sides import states
from communique.record.told import Told
from communique.types import Event

_WEEK = 7


def keys(told: Told) -> tuple[str, ...]:
    """Sorted keys without doubles: type, states and weeks of an event; shingles and speaker of a statement; ..."""
    if isinstance(told.entry, Event):
        found = _event_keys(told)
    elif told.kind == "statement":
        found = _statement_keys(told)
    else:
        found = _passage_keys(told)
    return tuple(sorted(found))


def _weeks(told: Told) -> list[int]:
    """The week in which something happened and those beside it, of the likely day; week 0 where nothing is known."""
    day = likely_day(told)
    return [0] if day is None else [day // _WEEK, (day + _WEEK // 2) // _WEEK + 1_000_000]


def _event_keys(told: Told) -> set[str]:
    parties = states((*told.who, *told.whom)) or frozenset(told.setting[:2])
    return {f"e|{state}|{week}" for state in parties for week in _weeks(told)} | {
        f"e|{name}|{told.trigger}" for name in told.names if name.islower()
    }


def _statement_keys(told: Told) -> set[str]:
    words = told.words.split()
    runs = {" ".join(words[i : i + 3]) for i in range(len(words) - 2)}
    speakers = {f"s|{party.name.split()[-1]}|{week}" for party in told.who for week in _weeks(told) if party.name}
    return {f"q|{run}" for run in _rarest(runs)} | speakers


def _rarest(runs: set[str]) -> list[str]:
    """The longest runs of three words, which are the rarest: eight of them find a shortened quotation again."""
    return sorted(runs, key=lambda run: (-len(run), run))[:8]


def _passage_keys(told: Told) -> set[str]:
    """Names with a counted class, with a word of meaning, or with a mark of correction."""
    classes = {figure.of[0] for figure in told.figures if figure.of}
    return {f"n|{kind}|{name}" for kind in classes for name in told.names}
