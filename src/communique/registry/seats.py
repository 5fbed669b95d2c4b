"""Tenures to add or correct -> the rows with which the registry stands without a fault, and those that cannot stand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from communique.data.registry import Registry
from communique.data.registry_types import Office, Precision, Tenure
from communique.registry.check import overlaps
from communique.registry.overlay import format_drop, format_row
from communique.types import Day

COARSE: tuple[Precision, ...] = ("day", "month", "year")


class Change(Struct, frozen=True, kw_only=True):
    """A tenure to be written, in place of ``ours`` where that is given; ``place`` is where it was read.

    ``known`` is the last day on which it tells the holder, and ``seen`` says that it tells nothing of a handover.
    """

    tenure: Tenure
    place: str
    ours: Tenure | None = None
    known: Day | None = None
    seen: bool = False


class Fitted(Struct, frozen=True, kw_only=True):
    """Lines of an overlay by table, the changes that they make, and what was left out or moved, as sentences."""

    lines: dict[str, list[str]]
    kept: tuple[Change, ...]
    told: tuple[str, ...]


def fit_changes(registry: Registry, changes: Sequence[Change]) -> Fitted:
    """Every change that can stand beside ours and the others, with the end of whom a new holder follows."""
    by_office: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_office[change.tenure.office].append(change)
    lines: dict[str, list[str]] = defaultdict(list)
    kept: list[Change] = []
    told: list[str] = []
    for office_id, wanted in by_office.items():
        office, ours = registry.offices[office_id], registry.tenures.get(office_id, ())
        stay, refused = _fit(office, ours, wanted)
        kept += stay
        told += refused
        lines["tenures"] += _lines(ours, _arranged(office, ours, stay))
        if (moved := _known(office, stay)) != office:
            lines["offices"].append(format_row(replace(moved, source=stay[0].tenure.source)))
            was, now = office.known_until, moved.known_until
            told.append(
                f"{office_id}: known_until moves from {was} to {now}, the last day told; write a later one if sure"
            )
    return Fitted(lines={table: rows for table, rows in lines.items() if rows}, kept=tuple(kept), told=tuple(told))


def _fit(office: Office, ours: Sequence[Tenure], wanted: Sequence[Change]) -> tuple[list[Change], list[str]]:
    """Changes are taken away until no two tenures of one seat overlap."""
    told = [f"{c.place}: {_days(c.tenure)} ends before it starts; left out" for c in wanted if _backwards(c.tenure)]
    kept = [change for change in wanted if not _backwards(change.tenure)]
    while clash := _clash(office, ours, kept):
        change, other = clash
        kept.remove(change)
        told.append(f"{change.place}: {_days(change.tenure)} overlaps with {_days(other)}; left out")
    return kept, told


def _backwards(tenure: Tenure) -> bool:
    return tenure.end is not None and tenure.end < tenure.start


def _clash(office: Office, ours: Sequence[Tenure], kept: Sequence[Change]) -> tuple[Change, Tenure] | None:
    changes = {_key(change.tenure): change for change in kept}
    for one, other in _pairs(office, _arranged(office, ours, kept)):
        if overlaps(one, other, _known(office, kept)):
            for tenure, against in ((other, one), (one, other)):
                if _key(tenure) in changes:
                    return changes[_key(tenure)], against
    return None


def _arranged(office: Office, ours: Sequence[Tenure], kept: Sequence[Change]) -> list[Tenure]:
    """The tenures of the office with the changes made. Whoever was in office still is until the next one begins."""
    rows = {_key(tenure): tenure for tenure in ours}
    for change in kept:
        if change.ours is not None:
            rows.pop(_key(change.ours), None)
        rows[_key(change.tenure)] = change.tenure
    taken_up = {_key(change.tenure) for change in kept if not change.seen}
    for one, other in _pairs(office, list(rows.values())):
        if _key(other) in taken_up and _follows(one, other, office):
            rows[_key(one)] = replace(one, end=other.start, precision=_coarser(one, other), source=other.source)
    if _known(office, kept) == office:
        return list(rows.values())
    return [_last_seen(office, tenure, kept[0]) if tenure in ours else tenure for tenure in rows.values()]


def _pairs(office: Office, tenures: Sequence[Tenure]) -> Iterator[tuple[Tenure, Tenure]]:
    if office.seats == "1":
        for acting in (False, True):
            seat = [tenure for tenure in tenures if tenure.acting == acting]
            yield from pairwise(sorted(seat, key=lambda t: (t.start, t.end or "9999")))


def _follows(one: Tenure, other: Tenure, office: Office) -> bool:
    """Not where the other ends before our open one was last known in office: then one of the tables is wrong."""
    later = other.end is None or other.end >= (office.known_until or "9999")
    return one.end is None and later and one.start < other.start and one.person != other.person


def _last_seen(office: Office, tenure: Tenure, change: Change) -> Tenure:
    """Whoever is in office on a ``known_until`` that moves forward was last seen on the old one."""
    if tenure.end is not None:
        return tenure
    return replace(tenure, end=office.known_until, precision="seen", source=change.tenure.source)


def _known(office: Office, kept: Sequence[Change]) -> Office:
    if office.known_until is None:
        return office
    return replace(office, known_until=max(office.known_until, *(c.known for c in kept if c.known), ""))


def _coarser(one: Tenure, other: Tenure) -> Precision:
    return max((t.precision for t in (one, other) if t.precision != "seen"), key=COARSE.index, default="day")


def _lines(ours: Sequence[Tenure], arranged: Sequence[Tenure]) -> list[str]:
    there = {_key(tenure) for tenure in arranged}
    gone = [format_drop(tenure) for tenure in ours if _key(tenure) not in there]
    return gone + [format_row(tenure) for tenure in arranged if tenure not in ours]


def _key(tenure: Tenure) -> tuple[str, str]:
    return tenure.start, tenure.person


def _days(tenure: Tenure) -> str:
    return f"{tenure.person} in {tenure.office} from {tenure.start} to {tenure.end or 'now'}"
