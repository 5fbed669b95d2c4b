"""Groups of tellings -> the entries that a question gives: their fields, with the citations of all who tell them."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from communique.record.merge import Citation, merge
from communique.store.conditions import Kind
from communique.store.disputes import contradicted
from communique.store.engine import Engine, among
from communique.store.tellings import unpacked_telling
from communique.types import Event, Position, Statement


class Merged(Struct, frozen=True, kw_only=True):
    """An entry as the record has it: the fullest telling's fields, everybody's citations.

    ``sources`` are distinct root outlets, a copy counting as its original; ``first`` and ``last`` the days of
    publication; ``contradicts`` the entries that tell it otherwise; ``words`` what the entry rests on.
    """

    entry: Event | Statement | Position
    citations: tuple[Citation, ...]
    sources: int
    first: str | None
    last: str | None
    contradicts: tuple[str, ...] = ()
    words: str | None = None

    def to_json(self) -> bytes:
        """One object of the schema ``communique/record-1``: the fields of the entry, and those of the record."""
        told = msgspec.structs.asdict(self)
        entry = msgspec.structs.asdict(told.pop("entry"))
        return msgspec.json.encode({"schema": "communique/record-1", **entry, **told})


class Grouping(Struct, frozen=True):
    """How entries ``e`` merge: the column that says into which group, the join that brings it, whose words they are."""

    group: str
    join: str
    source: str


def grouping(kind: Kind, dedupe: str) -> Grouping:
    """At which level entries of a kind merge; a position is its report's own at every level."""
    if kind.table == "positions":
        return Grouping("e.no", "", "coalesce(e.source, CAST(e.report AS TEXT))")
    group = "e.no" if dedupe == "none" else f"m.by_{dedupe}"
    return Grouping(group, "JOIN members m ON m.entry = e.no", "coalesce(m.source, CAST(e.report AS TEXT))")


def read_entries(engine: Engine, groups: Sequence[int], *, kind: Kind, grouping: Grouping) -> tuple[Merged, ...]:
    """The merged events or statements of some groups, in the order of the groups."""
    rows = engine.rows(
        f"SELECT {grouping.group}, e.no, t.body, m.source, e.words FROM {kind.table} e {grouping.join} "
        f"JOIN tellings t ON t.no = e.no WHERE {among(grouping.group)}",
        [list(groups)],
    )
    disputed = contradicted(engine, [row[1] for row in rows])
    told: dict[int, list[tuple[Any, ...]]] = {}
    for row in rows:
        told.setdefault(row[0], []).append(row)
    return tuple(_merged(told[group], disputed) for group in groups)


def _merged(rows: list[tuple[Any, ...]], disputed: dict[int, tuple[str, ...]]) -> Merged:
    told = tuple(replace(unpacked_telling(body), root=source) for _, _, body, source, _ in rows)
    own = {one.id for one in told}
    contradicts = {id_ for row in rows for id_ in disputed.get(row[1], ())} - own
    found = merge(told, contradicts=contradicts)
    words = {one.id: row[4] for one, row in zip(told, rows, strict=True)}
    return Merged(
        entry=found.entry,
        citations=found.citations,
        sources=found.sources,
        first=found.first,
        last=found.last,
        contradicts=found.contradicts,
        words=words[found.entry.id],
    )


def read_positions(engine: Engine, groups: Sequence[int]) -> tuple[Merged, ...]:
    """Positions by their numbers, each with the one report that tells it."""
    rows = engine.rows(
        "SELECT e.no, e.body, r.id, e.source, CAST(r.published AS TEXT), e.words FROM positions e "
        f"JOIN reports r ON r.no = e.report WHERE {among('e.no')}",
        [list(groups)],
    )
    found = {row[0]: _position(*row[1:]) for row in rows}
    return tuple(found[group] for group in groups)


def _position(body: str, report: str, source: str | None, published: str | None, words: str | None) -> Merged:
    entry = msgspec.json.decode(body, type=Position)
    cited = Citation(report=report, entry=entry.id, evidence=entry.evidence, root_outlet=source)
    return Merged(entry=entry, citations=(cited,), sources=1, first=published, last=published, words=words)
