"""Counts over time: how much of what A did to B in each week, with what a reader must know to trust the numbers.

An event counts where its days lie in one period. One without a date, or with days in several periods, is placed nowhere
and counted in a row of its own: period None, ``unplaced`` "no date" or "wider". Counts and sums come before means.
"""

from msgspec import Struct

from communique.data.codebook import load_modes
from communique.store.conditions import EVENTS, Asker, conditions
from communique.store.engine import Parameter
from communique.store.entries import grouping
from communique.store.errors import FilterError
from communique.store.filters import UNDIRECTED, Filters, check_choice

PERIODS = ("day", "week", "month", "quarter", "year")
PER = ("type", "quad", "all")


class SeriesLine(Struct, frozen=True, kw_only=True):
    """One period and one type (or quad class): how many events, and how many scores, reports and sources are behind them.

    ``actor`` and ``recipient`` are countries where the series is one of dyads; an event without a direction stands under
    both in the order of the alphabet.
    """

    period: str | None
    unplaced: str | None
    actor: str | None
    recipient: str | None
    type: str
    quad: str
    events: int
    scored: int
    score_sum: float
    score_mean: float | None
    reports: int
    sources: int


class SeriesOptions(Struct, frozen=True, kw_only=True):
    """How to count. By default what is actual, is no background, and is performed or asserted by the report itself."""

    by: str = "week"
    per: str = "type"
    dyads: bool = False
    background: bool = False
    reported: bool = False
    dedupe: str = "story"


def count_series(asker: Asker, filters: Filters, options: SeriesOptions) -> tuple[SeriesLine, ...]:
    """The lines of a series, by period, dyad and type; what could not be placed comes last."""
    check_choice("by", options.by, PERIODS)
    check_choice("per", options.per, PER)
    if filters.min_sources:
        raise FilterError("--min-sources does not go with series: the sources stand beside each count")
    quads: dict[str, str] = {mode.type: mode.quad_class for mode in load_modes()}
    sql, values = _query(asker, filters, options, quads)
    return tuple(_line(row, options.per, quads) for row in asker.engine.rows(sql, values))


def _query(
    asker: Asker, filters: Filters, options: SeriesOptions, quads: dict[str, str]
) -> tuple[str, list[Parameter]]:
    condition, values = conditions(asker, EVENTS, filters)
    more = [] if filters.status else ["e.status = 'actual'"]
    more += [] if options.background else ["NOT e.background"]
    more += [] if options.reported else ["e.reported_by IS NULL"]
    where = " AND ".join([f"({condition})", *more])
    by = grouping(EVENTS, options.dedupe)
    kind = {"type": "type", "quad": _quad(quads), "all": "'all'"}[options.per]
    a, b, dyads = _DYADS if options.dyads else ("CAST(NULL AS TEXT)", "CAST(NULL AS TEXT)", "")
    sql = (
        f"WITH hit AS (SELECT {by.group} AS g, e.no, e.id, e.type, e.score, e.first_day, e.last_day, {by.source} AS source, e.report, "
        f"r.published FROM events e JOIN reports r ON r.no = e.report {by.join} WHERE {where}), "
        "ranked AS (SELECT hit.*, row_number() OVER (PARTITION BY g ORDER BY "
        "CASE WHEN first_day IS NULL THEN 1 ELSE 0 END, published NULLS LAST, id) AS rank FROM hit), "
        f"head AS (SELECT g, no, {kind} AS kind, type, score, CASE WHEN {_within(options.by)} "
        f"THEN CAST(date_trunc('{options.by}', first_day) AS DATE) END AS period, CASE WHEN first_day IS NULL OR "
        f"last_day IS NULL THEN 'no date' WHEN NOT {_within(options.by)} THEN 'wider' END AS unplaced "
        "FROM ranked WHERE rank = 1), "
        f"placed AS (SELECT DISTINCT head.*, {a} AS actor, {b} AS recipient FROM head {dyads}) "
        "SELECT CAST(p.period AS TEXT), p.unplaced, p.actor, p.recipient, p.kind, count(DISTINCT p.g), "
        "count(CASE WHEN hit.no = p.no THEN p.score END), coalesce(sum(CASE WHEN hit.no = p.no THEN p.score END), 0), "
        "count(DISTINCT hit.report), count(DISTINCT hit.source) FROM placed p JOIN hit ON hit.g = p.g "
        "GROUP BY p.period, p.unplaced, p.actor, p.recipient, p.kind "
        "ORDER BY p.period NULLS LAST, p.unplaced, p.actor NULLS LAST, p.recipient NULLS LAST, p.kind"
    )
    return sql, values


_DYADS = (
    f"CASE WHEN head.type IN {UNDIRECTED} AND b.country IS NOT NULL THEN least(a.country, b.country) ELSE a.country END",
    f"CASE WHEN head.type IN {UNDIRECTED} AND b.country IS NOT NULL THEN greatest(a.country, b.country) ELSE b.country END",
    "LEFT JOIN event_roles a ON a.entry = head.no AND (a.side = 'actor' OR "
    f"(a.side = 'recipient' AND head.type IN {UNDIRECTED})) "
    "LEFT JOIN event_roles b ON b.entry = head.no AND b.number <> a.number AND b.country <> a.country AND "
    f"(b.side = 'recipient' OR (b.side = 'actor' AND head.type IN {UNDIRECTED}))",
)


def _within(by: str) -> str:
    return f"(date_trunc('{by}', first_day) = date_trunc('{by}', last_day))"


def _quad(quads: dict[str, str]) -> str:
    cases = " ".join(f"WHEN '{type_}' THEN '{quad}'" for type_, quad in sorted(quads.items()))
    return f"CASE type {cases} END"


def _line(row: tuple[str | None, ...], per: str, quads: dict[str, str]) -> SeriesLine:
    period, unplaced, actor, recipient, kind, *numbers = row
    events, scored, total, reports, sources = (float(number or 0) for number in numbers)
    named = str(kind)
    return SeriesLine(
        period=period,
        unplaced=unplaced,
        actor=actor,
        recipient=recipient,
        type=named if per == "type" else "all",
        quad=quads.get(named, named),
        events=int(events),
        scored=int(scored),
        score_sum=round(total, 6),
        score_mean=round(total / scored, 6) if scored else None,
        reports=int(reports),
        sources=int(sources),
    )
