"""What sources tell otherwise, and what one takes back of what another had: kept, and asked for."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from communique.record.told import Contradiction, Correction, Told
from communique.store.conditions import EVENTS, STATEMENTS, Asker, conditions
from communique.store.engine import Engine, Parameter, among
from communique.store.filters import Filters, Paging
from communique.store.flatten import PLACES
from communique.store.paging import Found, direction, page_of


class Dispute(Struct, frozen=True, kw_only=True):
    """Two tellings that cannot both be right, with the words of each; which one is, nobody here decides."""

    kind: str
    words: str
    one: str
    other: str
    one_outlet: str | None
    other_outlet: str | None
    one_published: str | None
    other_published: str | None
    one_words: str | None
    other_words: str | None


_FIELDS = Dispute.__struct_fields__


def write_disputes(
    engine: Engine,
    contradictions: Sequence[Contradiction],
    corrections: Sequence[Correction],
    known: dict[str, tuple[int, Told]],
) -> None:
    """Keep what was found about some tellings, which ``known`` gives by id with their numbers."""
    engine.insert("contradictions", _columns([_contradiction(found, known) for found in contradictions]))
    engine.insert("disputed", _columns(list(_disputed(engine, contradictions, known))))
    engine.insert("corrections", _columns([_correction(found, known) for found in corrections]))


def forget_disputes(engine: Engine, reports: list[int]) -> None:
    """Take out what reports told otherwise, and what was taken back of what they told."""
    for table in ("contradictions", "disputed"):
        sql = f"DELETE FROM {table} WHERE {among('one_report')} OR {among('other_report')}"
        engine.rows(sql, [reports, reports])
    engine.rows(f"DELETE FROM corrections WHERE {among('corrected_report')}", [reports])


def contradicted(engine: Engine, entries: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The ids that each of some entries is contradicted by."""
    found: dict[int, set[str]] = {}
    for no, id_ in engine.rows(f"SELECT entry, other_id FROM disputed WHERE {among('entry')}", [list(entries)]):
        found.setdefault(no, set()).add(id_)
    return {no: tuple(sorted(ids)) for no, ids in found.items()}


def ask_contradictions(asker: Asker, filters: Filters, paging: Paging) -> tuple[tuple[Dispute, ...], int]:
    """The contradictions whose one side or other the filters meet, by the day of the earlier report."""
    where, values = _where(asker, filters)
    found = (
        "SELECT c.kind, c.words, c.one_id AS one, c.other_id AS other, a.publisher AS one_outlet, "
        "b.publisher AS other_outlet, CAST(a.published AS TEXT) AS one_published, "
        "CAST(b.published AS TEXT) AS other_published, "
        "c.one_report, c.one_start, c.one_end, c.other_report, c.other_start, c.other_end "
        "FROM contradictions c JOIN reports a ON a.no = c.one_report JOIN reports b ON b.no = c.other_report "
        f"WHERE {where}"
    )
    order = f"least(one_published, other_published) {direction(paging.sort)} NULLS LAST, one, other, kind, words"
    # Texts are cut for the page alone: for all rows, they were most of the time.
    cut = "(SELECT substr(r.text, page.{0}_start + 1, page.{0}_end - page.{0}_start) FROM reports r WHERE r.no = page.{0}_report)"
    columns = [cut.format(f.removesuffix("_words")) if f.endswith("_words") else f"page.{f}" for f in _FIELDS]
    rows, total = page_of(asker.engine, Found(found, values, order), paging, ", ".join(columns))
    return tuple(Dispute(**dict(zip(_FIELDS, row, strict=True))) for row in rows), total


def _where(asker: Asker, filters: Filters) -> tuple[str, list[Parameter]]:
    parts = [f"c.kind IN ({', '.join('?' * len(filters.type))})"] if filters.type else []
    values: list[Parameter] = list(filters.type)
    rest = replace(filters, type=())
    if rest == Filters():
        return " AND ".join(parts) or "TRUE", values
    met = [(kind, *conditions(asker, kind, rest)) for kind in (EVENTS, STATEMENTS)]
    entries = " UNION ".join(
        f"SELECT e.no FROM {kind.table} e JOIN reports r ON r.no = e.report WHERE {sql}" for kind, sql, _ in met
    )
    disputed = "SELECT 1 FROM disputed d WHERE d.one = c.one AND d.other = c.other"
    parts.append(f"EXISTS ({disputed} AND d.entry IN ({entries}))")
    return " AND ".join(parts), [*values, *(value for _, _, part in met for value in part)]


def _disputed(
    engine: Engine, contradictions: Sequence[Contradiction], known: dict[str, tuple[int, Told]]
) -> Iterator[dict[str, str | int | None]]:
    """For each contradiction the entries of one side with those of the other; a passage stands for the entries in it."""
    sides = {id_: _entries(known[id_][1]) for c in contradictions for id_ in (c.one, c.other)}
    wanted = sorted({id_ for ids in sides.values() for id_ in ids})
    numbers = dict(engine.rows(f"SELECT id, no FROM tellings WHERE {among('id', 'TEXT')}", [wanted]))
    for c in contradictions:
        one, other = known[c.one][0], known[c.other][0]
        ends = {"one": one, "other": other, "one_report": one // PLACES, "other_report": other // PLACES}
        for mine, theirs in ((c.one, c.other), (c.other, c.one)):
            for entry in sides[mine]:
                if entry in numbers:
                    yield from ({"entry": numbers[entry], "other_id": id_, **ends} for id_ in sides[theirs])


def _entries(told: Told) -> tuple[str, ...]:
    return told.entries if told.kind == "passage" else (told.id,)


def _contradiction(found: Contradiction, known: dict[str, tuple[int, Told]]) -> dict[str, str | int | None]:
    one, other = known[found.one][0], known[found.other][0]
    return {
        "one": one,
        "other": other,
        "one_report": one // PLACES,
        "other_report": other // PLACES,
        "one_id": found.one,
        "other_id": found.other,
        "kind": found.kind,
        "words": found.words,
        "one_start": found.one_span.start,
        "one_end": found.one_span.end,
        "other_start": found.other_span.start,
        "other_end": found.other_span.end,
    }


def _correction(found: Correction, known: dict[str, tuple[int, Told]]) -> dict[str, str | int | None]:
    """Stands beside the corrections inside one report, with the report that is corrected."""
    later, told = known[found.later]
    earlier, _ = known[found.earlier]
    return {
        "report": later // PLACES,
        "corrected": found.earlier,
        "correcting": found.later,
        "kind": found.kind,
        "first_day": told.published,
        "start_at": found.later_span.start,
        "end_at": found.later_span.end,
        "corrected_report": earlier // PLACES,
        "corrected_start": found.earlier_span.start,
        "corrected_end": found.earlier_span.end,
    }


def _columns(rows: list[dict[str, str | int | None]]) -> dict[str, list[str | int | None]]:
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}
