"""Which entries are one: within a report, on one day, in one story.

Ties make components, and within a component the record room tells the stories apart. A component is worked out anew, as a
whole, where a tie joins it or a report leaves it: nothing hangs on the order in which reports came.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from communique.record.merge import find_stories
from communique.record.told import Tie, Told
from communique.store.engine import Engine, among
from communique.store.filters import UNDIRECTED
from communique.store.flatten import PLACES
from communique.store.graphs import components
from communique.store.tellings import hashed, read_tellings
from communique.types import Event


class Member(Struct, frozen=True):
    """An entry, and the groups it is in; a group has the number of one of its entries (a day: a hash of it).

    ``root`` is where this report has the words from, ``source`` where they come from first if it is a copy.
    """

    entry: int
    report: int
    kind: str
    by_report: int
    by_day: int
    component: int
    by_story: int
    root: str | None
    source: str | None


_COLUMNS = Member.__struct_fields__
_LISTED = ", ".join(_COLUMNS)


def make_members(told: dict[int, Told]) -> list[Member]:
    """New entries, each a story of its own; those that their report says are one are one within it."""
    numbers = {one.id: no for no, one in told.items() if one.kind != "passage"}
    within = components(numbers.values(), same_within(told))
    return [
        Member(no, no // PLACES, told[no].kind, head, day_of(head, told[head]), no, no, told[no].root, told[no].root)
        for no, head in within.items()
    ]


def same_within(told: dict[int, Told]) -> list[tuple[int, int]]:
    """Pairs of entries that their own report says are one."""
    numbers = {one.id: no for no, one in told.items()}
    found = ((no, one.entry.same_as) for no, one in told.items() if isinstance(one.entry, Event))
    return [(no, numbers[same]) for no, same in found if same in numbers]


def day_of(no: int, told: Told) -> int:
    """A hash of type, parties and exact day (of statements: speaker, day and words); its own number where one lacks."""
    who, whom = (sorted(party.actor for party in side) for side in (told.who, told.whom))
    if not who or told.first is None or told.first != told.last:
        return no
    entry = told.entry
    if isinstance(entry, Event):
        sides = [sorted({*who, *whom}), []] if entry.type in UNDIRECTED else [who, whom]
        return hashed(f"{entry.type}|{entry.status}|{sides}|{told.first}")
    return hashed(f"{who}|{told.first}|{told.words}") if told.words else no


def regroup(engine: Engine, new: list[Member], ties: Iterable[tuple[int, int]], lost: set[int]) -> None:
    """Give new entries their stories, and others anew where a tie joins them or their component ``lost`` a report."""
    _write(engine, new)
    ends = sorted({no for tie in ties for no in tie})
    joined = {row[0] for row in engine.rows(f"SELECT component FROM members WHERE {among('entry')}", [ends])}
    members = {member.entry: member for member in _read(engine, "component", joined | lost)}
    rows = engine.rows(f"SELECT one, other, score FROM ties WHERE {among('one')}", [sorted(members)])
    whole = components(members, [(one, other) for one, other, _ in rows])
    story = _stories(engine, whole, rows)
    after = [replace(m, component=whole[no], by_story=story[no]) for no, m in members.items()]
    _rewrite(engine, [member for member in after if member != members[member.entry]])


def _stories(engine: Engine, whole: dict[int, int], ties: list[tuple[int, int, float]]) -> dict[int, int]:
    """The story of each entry; an entry without ties is one of its own."""
    tied = {no for one, other, _ in ties for no in (one, other)}
    told = read_tellings(engine, tied)
    groups: dict[int, list[Told]] = {}
    for no, one in told.items():
        groups.setdefault(whole[no], []).append(one)
    within: dict[int, list[Tie]] = {}
    for a, b, score in ties:
        first, second = sorted((told[a].id, told[b].id))
        within.setdefault(whole[a], []).append(Tie(one=first, other=second, score=score, reasons=()))
    numbers = {one.id: no for no, one in told.items()}
    story = {no: no for no in whole}
    for component, ones in groups.items():
        for id_, head in find_stories(ones, within[component]).items():
            story[numbers[id_]] = numbers[head]
    return story


def forget_members(engine: Engine, reports: list[int]) -> set[int]:
    """Take the entries of reports out; gives the components that lost one."""
    sql = f"SELECT DISTINCT component FROM members WHERE {among('report')}"
    lost = {row[0] for row in engine.rows(sql, [reports])}
    engine.rows(f"DELETE FROM members WHERE {among('report')}", [reports])
    engine.rows(f"DELETE FROM ties WHERE {among('one_report')} OR {among('other_report')}", [reports, reports])
    return lost


def settle_sources(engine: Engine, reports: set[int]) -> None:
    """Give the entries of copies the source of their original: ten copies of one agency story are one source.

    What a copy has from somebody else ("told Reuters") stays with whom it has it from.
    """
    if not reports:
        return
    sql = (
        "SELECT s.report, s.root, o.outlet FROM signatures s LEFT JOIN origins o ON o.report = s.report "
        f"WHERE {among('s.report')}"
    )
    roots = {report: (own, first) for report, own, first in engine.rows(sql, [sorted(reports)])}
    members = _read(engine, "report", reports)
    settled = [replace(m, source=_source(m.root, *roots.get(m.report, (None, None)))) for m in members]
    _rewrite(engine, [member for member, before in zip(settled, members, strict=True) if member != before])


def _source(root: str | None, own: str | None, first: str | None) -> str | None:
    return first if first is not None and root in (None, own) else root


def _read(engine: Engine, column: str, values: Iterable[int]) -> list[Member]:
    rows = engine.rows(f"SELECT {_LISTED} FROM members WHERE {among(column)}", [sorted(values)])
    return [Member(*row) for row in rows]


def _rewrite(engine: Engine, members: list[Member]) -> None:
    if members:
        engine.rows(f"DELETE FROM members WHERE {among('entry')}", [[member.entry for member in members]])
        _write(engine, members)


def _write(engine: Engine, members: list[Member]) -> None:
    engine.insert("members", {name: [getattr(member, name) for member in members] for name in _COLUMNS})
