"""Which of several places of one name is meant."""

from collections.abc import Set

from communique.data.gazetteer import Entry

_FAR_LARGER = 4
_SMALL = 300  # thousand people


def choose(entries: tuple[Entry, ...], holder: tuple[Entry, ...], countries: Set[str]) -> Entry | None:
    """The place that is meant, or None where that is unsure.

    ``holder`` is what the name after it may mean ("Paris, Texas"), ``countries`` those that the report names.
    """
    within = [e for e in entries if any(_holds(h, e) for h in holder)]
    if within:
        return within[0]
    first = _rather_state(entries, countries)
    if len(entries) == 1 or first is not entries[0] or not _same_rank(first, entries[1]):
        return first
    named = [e for e in entries if e.country in countries]
    if first.kind == "country":
        return named[0] if len(named) == 1 else None
    if first in named or first.people >= _FAR_LARGER * entries[1].people:
        return first
    return named[0] if named else None


def _rather_state(entries: tuple[Entry, ...], countries: Set[str]) -> Entry:
    """ "Virginia" is the state of many and not the small town of the same name elsewhere."""
    first = entries[0]
    if first.kind != "city" or not 0 < first.people < _SMALL or first.country in countries:
        return first
    return next((e for e in entries if e.kind == "division" and e.country != first.country), first)


def _same_rank(a: Entry, b: Entry) -> bool:
    """Do two readings compete? A city or country stands before a division of its name, our own table before both."""
    return a.kind == b.kind and (a.people > 0) == (b.people > 0)


def _holds(holder: Entry, entry: Entry) -> bool:
    if holder.kind == "country":
        return entry.country == holder.country and entry.kind != "country"
    return entry.country == holder.country and entry.division == holder.name
