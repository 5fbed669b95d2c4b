"""Which entries are one: within a report, on one day, in one story.

The record room joins what is tied to stories. Of a record that grows only the stories that new entries are tied to are
worked out anew, and where one of these does not hold, those beside it: nothing hangs on the order in which reports came,
and adding a report costs what its own stories have, not how long ties go on from story to story.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from communique.record.merge import join
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
        Member(no, no // PLACES, told[no].kind, head, day_of(head, told[head]), no, told[no].root, told[no].root)
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


def regroup(engine: Engine, new: list[Member], told: Mapping[int, Told], loose: set[int]) -> None:
    """Give new entries their stories, and ``loose`` ones, which have lost theirs; ``told`` are tellings read before."""
    _write(engine, new)
    moved = {member.entry for member in new} | loose
    while True:
        members, ties = _around(engine, moved)
        known = {
            **read_tellings(engine, members.keys() - told.keys()),
            **{no: told[no] for no in members if no in told},
        }
        ids = {no: one.id for no, one in known.items()}
        before = {ids[no]: str(member.by_story) for no, member in members.items() if no not in moved}
        joined = join(known.values(), [_tie(ids, *row) for row in ties], before)
        if not joined.broken:
            break
        moved |= {no for no in members if before.get(ids[no]) in joined.broken}
    numbers = {id_: no for no, id_ in ids.items()}
    after = [replace(m, by_story=numbers[joined.stories[ids[no]]]) for no, m in members.items()]
    _rewrite(engine, [member for member in after if member != members[member.entry]])


def _around(engine: Engine, moved: set[int]) -> tuple[dict[int, Member], list[tuple[int, int, float]]]:
    """What some entries are tied to, with their whole stories; and all ties among these."""
    sql = f"SELECT one, other FROM ties WHERE {among('one')} OR {among('other')}"
    ends = {no for row in engine.rows(sql, [sorted(moved), sorted(moved)]) for no in row}
    stories = {member.by_story for member in _read(engine, "entry", ends - moved)}
    members = {m.entry: m for m in (*_read(engine, "entry", ends & moved), *_read(engine, "by_story", stories))}
    sql = f"SELECT one, other, score FROM ties WHERE {among('one')}"
    rows = engine.rows(sql, [sorted(members)]) if members else []
    return members, [row for row in rows if row[1] in members]


def _tie(ids: Mapping[int, str], one: int, other: int, score: float) -> Tie:
    first, second = sorted((ids[one], ids[other]))
    return Tie(one=first, other=second, score=score, reasons=())


def forget_members(engine: Engine, reports: list[int]) -> set[int]:
    """Take the entries of reports out; gives those that shared a story with them, each by itself until it is regrouped."""
    sql = f"SELECT DISTINCT by_story FROM members WHERE {among('report')}"
    lost = [row[0] for row in engine.rows(sql, [reports])]
    rest = [m for m in _read(engine, "by_story", lost) if m.report not in set(reports)]
    engine.rows(f"DELETE FROM members WHERE {among('report')}", [reports])
    engine.rows(f"DELETE FROM ties WHERE {among('one_report')} OR {among('other_report')}", [reports, reports])
    _rewrite(engine, [replace(m, by_story=m.entry) for m in rest])
    return {m.entry for m in rest}


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
