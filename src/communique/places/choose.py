"""Which of several places of one name is meant."""

from msgspec import Struct

from communique.data.gazetteer import Entry

_FAR_LARGER = 4
_HIDDEN = (
    6  # so much larger a place is meant though the report names only the other's country: London, not London in Ontario
)
_SMALL = 300  # thousand people
_KNOWN = 100  # thousand people
_POINTS = frozenset({"city", "capital", "town", "village", "district"})


class Around(Struct, frozen=True):
    """What a report names without doubt: countries, and the divisions (country and name) of its cities."""

    countries: frozenset[str] = frozenset()
    divisions: frozenset[tuple[str | None, str | None]] = frozenset()


def choose(
    entries: tuple[Entry, ...], around: Around, *, holder: tuple[Entry, ...] = (), held: tuple[Entry, ...] = ()
) -> Entry | None:
    """The place that is meant, or None where that is unsure.

    ``holder`` is what the name after it may mean ("Paris, Texas"), ``held`` what the name before it may.
    """
    beside = [e for e in entries if any(holds(h, e) for h in holder)]
    beside = beside or [e for e in entries if any(holds(e, h) for h in held)]
    beside = beside or [
        e for e in entries if e.country != entries[0].country and (e.country, e.name) in around.divisions
    ]
    if beside:
        return beside[0]
    first = _rather_state(entries, around)
    if len(entries) == 1 or first is not entries[0]:
        return first
    named = [e for e in entries if e.country in around.countries]
    if named and first not in named:
        rivals = [e for e in named if _rivals(e, first)]
        return rivals[0] if rivals else first
    if not _same_rank(first, entries[1]):
        rivals = [e for e in entries if e.country != first.country and _rivals(e, first)]
        return (
            None if rivals and first.kind == "capital" and first.people == 0 else first
        )  # Victoria, of the Seychelles or of Canada
    if first.kind == "country":
        return named[0] if len(named) == 1 else None
    if first in named or first.people >= _FAR_LARGER * entries[1].people:
        return first
    return None


def is_sure(entries: tuple[Entry, ...]) -> bool:
    """Can a name mean nothing but the first, whatever stands beside it: Madrid, but not Valencia?"""
    others = [e for e in entries if e.country != entries[0].country]
    return all(e.kind in _POINTS and e.people * _HIDDEN < entries[0].people for e in others)


def holds(holder: Entry, entry: Entry) -> bool:
    """Does a country or division hold a place: Texas Paris?"""
    if holder.kind == "country":
        return entry.country == holder.country and entry.kind != "country"
    same = entry.country == holder.country and entry.division == holder.name
    return same and holder.kind not in _POINTS


def _rivals(entry: Entry, first: Entry) -> bool:
    """May it be meant, for its country is named, though another of its name is better known?"""
    if first.people == 0:
        return entry.kind == "country" or entry.people >= _KNOWN or entry.kind == "division"
    return entry.people * _HIDDEN >= first.people


def _rather_state(entries: tuple[Entry, ...], around: Around) -> Entry:
    """ "Virginia" is the state of many and not the small town of the same name elsewhere."""
    first = entries[0]
    if first.kind != "city" or not 0 < first.people < _SMALL or first.country in around.countries:
        return first
    towns = {e.country for e in entries if e.kind == "city"}
    states = [e for e in entries if e.kind == "division" and e.country not in towns]
    return next((e for e in states if e.country in around.countries), states[0] if states else first)


def _same_rank(a: Entry, b: Entry) -> bool:
    """Do two readings compete? A city or country stands before a division of its name, our own table before both."""
    return a.kind == b.kind and (a.people > 0) == (b.people > 0)
