"""Questions about who and what is in a store: actors, reports, corrections."""

from collections.abc import Sequence
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from communique.store.conditions import Asker
from communique.store.engine import Parameter
from communique.store.filters import Filters, Paging, check_choice
from communique.store.fulltext import matches
from communique.store.paging import Found, direction, page_of
from communique.store.who import Who
from communique.store.words import folded

One = TypeVar("One", bound=Struct)
Condition = tuple[str, list[Parameter]]


class ActorLine(Struct, frozen=True, kw_only=True):
    """An actor of the record: in how many reports, mentions, and entries of each kind it has a part."""

    id: str
    name: str
    kind: str
    country: str | None
    wikidata: str | None
    provisional: bool
    reports: int
    mentions: int
    events: int
    statements: int


class ReportLine(Struct, frozen=True, kw_only=True):
    """A report of the record, and how much it tells."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    path: str | None
    language: str | None
    run: int
    events: int
    statements: int
    problems: int


class Correction(Struct, frozen=True, kw_only=True):
    """What was said or told first, and what corrects it; ``correcting`` is None for a publisher's note."""

    corrected: str
    correcting: str | None
    kind: str
    day: str | None
    report: str
    publisher: str | None
    corrected_words: str | None
    correcting_words: str | None


_ACTOR_SORTS = {"sources": "reports", "id": "id", "type": "kind", "confidence": "mentions"}
_REPORT_SORTS = {"date": "published", "id": "id", "sources": "publisher", "type": "publisher", "confidence": "run"}
_ACTOR_FIELDS = ("id", "name", "kind", "country", "wikidata", "provisional", "reports", "mentions")
_REPORT_FIELDS = ("id", "title", "publisher", "published", "url", "path", "language", "run")


def ask_actors(asker: Asker, filters: Filters, paging: Paging) -> tuple[tuple[ActorLine, ...], int]:
    """The actors that the filters meet, those of most reports first."""
    where, values = _joined([*_actors(asker, filters), *_of_reports(asker, filters)])
    order = "reports DESC, id" if paging.sort.endswith("date") else _order(paging, _ACTOR_SORTS)
    found = (
        "SELECT a.id AS id, max(a.name) AS name, max(a.kind) AS kind, max(a.country) AS country, "
        "max(a.wikidata) AS wikidata, max(CAST(a.provisional AS INTEGER)) = 1 AS provisional, "
        "count(DISTINCT a.report) AS reports, CAST(sum(a.mentions) AS BIGINT) AS mentions "
        f"FROM actors a JOIN reports r ON r.no = a.report WHERE {where} GROUP BY a.id HAVING count(DISTINCT a.report) >= ?"
    )
    parts = {"event": "'actor', 'recipient'", "statement": "'speaker'"}
    counts = ", ".join(
        f"(SELECT count(DISTINCT x.entry) FROM {kind}_roles x WHERE x.actor = page.id AND x.side IN ({sides})) AS {kind}s"
        for kind, sides in parts.items()
    )
    columns = ", ".join(f"page.{field}" for field in _ACTOR_FIELDS)
    asked = Found(found, [*values, filters.min_sources], order)
    rows, total = page_of(asker.engine, asked, paging, f"{columns}, {counts}")
    return tuple(_made(ActorLine, (*_ACTOR_FIELDS, "events", "statements"), row) for row in rows), total


def ask_reports(asker: Asker, filters: Filters, paging: Paging) -> tuple[tuple[ReportLine, ...], int]:
    """The reports that the filters meet, by the day of publication."""
    parts = _of_reports(asker, filters)
    for name in (filters.actor, filters.with_):
        if name:
            condition, named = _as_actor(asker.who(name))
            parts.append((f"r.no IN (SELECT a.report FROM actors a WHERE {condition})", named))
    if filters.country:
        parts.append(("r.no IN (SELECT a.report FROM actors a WHERE a.country = ?)", [asker.country(filters.country)]))
    if filters.text:
        sentences, terms = matches(filters.text, asker.engine.dialect)
        parts.append((f"r.no IN (SELECT s.report FROM ({sentences}) s)", list(terms)))
    where, values = _joined(parts)
    names = ", ".join(f"r.{field}" for field in _REPORT_FIELDS)
    found = Found(f"SELECT r.no, {names} FROM reports r WHERE {where}", values, _order(paging, _REPORT_SORTS))
    tables = ("events", "statements", "problems")
    counts = ", ".join(f"(SELECT count(*) FROM {t} e WHERE e.report = page.no) AS {t}" for t in tables)
    columns = ", ".join(f"CAST(page.{f} AS TEXT)" if f == "published" else f"page.{f}" for f in _REPORT_FIELDS)
    rows, total = page_of(asker.engine, found, paging, f"{columns}, {counts}")
    return tuple(_made(ReportLine, (*_REPORT_FIELDS, *tables), row) for row in rows), total


def ask_corrections(asker: Asker, filters: Filters, paging: Paging) -> tuple[tuple[Correction, ...], int]:
    """What was corrected, by whom, in the order of the days."""
    parts = _of_reports(asker, replace(filters, since=None, until=None))
    if filters.since:
        parts.append(("c.first_day >= CAST(? AS DATE)", [filters.since]))
    if filters.until:
        parts.append(("c.first_day <= CAST(? AS DATE)", [filters.until]))
    if filters.actor:
        part, named = asker.who(filters.actor).condition("x")
        said = f"SELECT s.id FROM statements s JOIN statement_roles x ON x.entry = s.no WHERE {part} AND x.side = 'speaker'"
        parts.append((f"c.correcting IN ({said})", named))
    where, values = _joined(parts)
    found = (
        "SELECT c.corrected, c.correcting, c.kind, CAST(c.first_day AS TEXT) AS day, r.id AS report, r.publisher, "
        "substr(r.text, c.start_at + 1, c.end_at - c.start_at) AS words, "
        "substr(b.text, c.corrected_start + 1, c.corrected_end - c.corrected_start) AS earlier "
        "FROM corrections c JOIN reports r ON r.no = c.report LEFT JOIN reports b ON b.no = c.corrected_report "
        f"WHERE {where}"
    )
    words = "coalesce((SELECT max(s.words) FROM statements s WHERE s.id = page.{0}), (SELECT max(e.words) FROM events e WHERE e.id = page.{0}))"
    columns = "page.corrected, page.correcting, page.kind, page.day, page.report, page.publisher"
    more = f"coalesce(page.earlier, {words.format('corrected')}), coalesce({words.format('correcting')}, page.words)"
    order = f"day {direction(paging.sort)} NULLS LAST, corrected, correcting"
    rows, total = page_of(asker.engine, Found(found, values, order), paging, f"{columns}, {more}")
    return tuple(_made(Correction, Correction.__struct_fields__, row) for row in rows), total


def _made(kind: type[One], fields: Sequence[str], row: Sequence[Any]) -> One:
    return kind(**dict(zip(fields, row, strict=True)))


def _actors(asker: Asker, filters: Filters) -> list[Condition]:
    """Conditions on the actor itself."""
    parts: list[Condition] = []
    if filters.actor:
        parts.append(_as_actor(asker.who(filters.actor)))
    if filters.country:
        parts.append(("a.country = ?", [asker.country(filters.country)]))
    if filters.type:
        parts.append((f"a.kind IN ({', '.join('?' * len(filters.type))})", list(filters.type)))
    if filters.text:
        parts.append(("a.folded LIKE ?", [f"%{folded(filters.text)}%"]))
    return parts


def _of_reports(asker: Asker, filters: Filters) -> list[Condition]:
    """Conditions on the report: its publisher and its day of publication."""
    parts: list[Condition] = []
    if filters.outlet:
        known = {
            row[0].lower(): row[0] for row in asker.engine.rows("SELECT DISTINCT publisher FROM reports") if row[0]
        }
        if filters.outlet.lower() not in known:
            check_choice("outlet", filters.outlet, sorted(known.values()))
        parts.append(("lower(r.publisher) = ?", [filters.outlet.lower()]))
    if filters.since:
        parts.append(("r.published >= CAST(? AS DATE)", [filters.since]))
    if filters.until:
        parts.append(("r.published <= CAST(? AS DATE)", [filters.until]))
    return parts


def _as_actor(who: Who) -> Condition:
    """Actors meant; an office means whoever held it where an entry says so."""
    if who.offices:
        marks = ", ".join("?" * len(who.offices))
        roles = " UNION ".join(
            f"SELECT actor FROM {t} WHERE office IN ({marks})" for t in ("event_roles", "statement_roles")
        )
        return f"a.id IN ({roles})", [*who.offices, *who.offices]
    column, values = ("id", who.actors) if who.actors else ("country", who.countries)
    return f"a.{column} IN ({', '.join('?' * len(values))})", list(values)


def _joined(parts: Sequence[Condition]) -> Condition:
    return " AND ".join(f"({sql})" for sql, _ in parts) or "TRUE", [v for _, values in parts for v in values]


def _order(paging: Paging, columns: dict[str, str]) -> str:
    return f"{columns[paging.sort.removeprefix('-')]} {direction(paging.sort)} NULLS LAST, id"
