"""Which of several places of one name is meant."""

from collections.abc import Set

from communique.data.gazetteer import Entry

_FAR_LARGER = 4


def choose(entries: tuple[Entry, ...], holder: tuple[Entry, ...], countries: Set[str]) -> Entry | None:
    """The place that is meant, or None where that is unsure.

    ``holder`` is what the name after it may mean ("Paris, Texas"), ``countries`` those that the report names.
    """
    within = [e for e in entries if any(_holds(h, e) for h in holder)]
    if within:
        return within[0]
    first = entries[0]
    if len(entries) == 1 or not _same_rank(first, entries[1]):
        return first
    named = [e for e in entries if e.country in countries]
    if first.kind == "country":
        return named[0] if len(named) == 1 else None
    if first in named or first.people >= _FAR_LARGER * entries[1].people:
        return first
    return named[0] if named else None


def _same_rank(a: Entry, b: Entry) -> bool:
    """Do two readings compete? A city or country stands before a division of its name, our own table before both."""
    return a.kind == b.kind and (a.people > 0) == (b.people > 0)


def _holds(holder: Entry, entry: Entry) -> bool:
    if holder.kind == "country":
        return entry.country == holder.country and entry.kind != "country"
    return entry.country == holder.country and entry.division == holder.name
