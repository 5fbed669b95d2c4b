"""The options that the questions to a store share: filters, pages, how to print."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from communique.serve.options import DayOption

Option = Callable[[Callable[..., Any]], Callable[..., Any]]

store_option = click.option(
    "--store",
    metavar="FILE|postgresql://...",
    help="The record.  [default: $COMMUNIQUE_STORE, else record.duckdb in this folder]",
)
_FILTERS: dict[str, Option] = {
    "actor": click.option(
        "--actor", metavar="WHO", help="Who acts or speaks: a name, country, office (foreign minister of Russia) or id."
    ),
    "with": click.option(
        "--with",
        "with_",
        metavar="WHO",
        help="The other side; in CONSULT, COOPERATE and AGREE, which have no direction, either.",
    ),
    "country": click.option("--country", metavar="CODE|NAME", help="The country of a party."),
    "type": click.option(
        "--type",
        multiple=True,
        metavar="TYPE",
        help="Of events the type (CONSULT), of statements the kind (direct), of positions the stance (opposes), of actors the kind (person), of contradictions number, denial, parties or day. May be repeated.",
    ),
    "mode": click.option("--mode", multiple=True, metavar="MODE", help="Of events the mode (phone). May be repeated."),
    "status": click.option(
        "--status",
        multiple=True,
        metavar="STATUS",
        help="Of events the status (actual), of statements the act (denied), of positions the direction (against). May be repeated.",
    ),
    "since": click.option("--since", type=DayOption(), help="Not over before this day; what has no date is left out and counted."),
    "until": click.option("--until", type=DayOption(), help="Begun by this day."),
    "place": click.option("--place", metavar="NAME", help="Of events where: a place or a country."),
    "outlet": click.option("--outlet", metavar="NAME", help="Reports of this outlet, and what others took from it."),
    "about": click.option("--about", metavar="WHO|ISSUE", help="What it is about: an actor, or an issue by its id."),
    "min_sources": click.option("--min-sources", type=click.IntRange(min=1), help="Told by at least so many sources."),
    "min_confidence": click.option("--min-confidence", type=click.FloatRange(0, 1), help="At least so sure."),
    "text": click.option(
        "--text", metavar="WORDS", help="Words that all stand in one sentence of it; sanction* is every word that begins so."
    ),
    "dedupe": click.option(
        "--dedupe",
        type=click.Choice(["none", "report", "day", "story"]),
        default=None,
        help="How far entries merge: none; within a report; of the same day and parties; of one story.  [default: story]",
    ),
}  # fmt: skip
OF_ENTRIES = tuple(_FILTERS)
OF_ACTORS = ("actor", "country", "type", "since", "until", "outlet", "min_sources", "text")
OF_REPORTS = ("actor", "with", "country", "since", "until", "outlet", "text")
OF_CORRECTIONS = ("actor", "since", "until", "outlet")


OF_CONTRADICTIONS = ("actor", "with", "country", "type", "since", "until", "outlet", "about", "text")
OF_SERIES = tuple(name for name in OF_ENTRIES if name != "min_sources")
PRINTING = (
    click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line."),
    click.option("--csv", "as_csv", is_flag=True, help="Print CSV."),
    click.option("--parquet", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write Parquet into FILE."),
    click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write JSON or CSV here instead of to standard output."),
)  # fmt: skip
_PAGING = (
    click.option(
        "--sort",
        type=click.Choice(["date", "-date", "sources", "-sources", "confidence", "-confidence", "type", "-type", "id", "-id"]),
        default=None,
        metavar="[-]date|sources|confidence|type|id",
        help="Order; with - the other way round.  [default: date]",
    ),
    click.option("--limit", type=click.IntRange(min=0), help="So many at most.  [default: 50 to read, all as a file]"),
    click.option("--offset", type=click.IntRange(min=0), default=0, help="Begin after so many."),
    click.option("--count", is_flag=True, help="Print only how many there are."),
    *PRINTING,
    store_option,
)  # fmt: skip


def with_options(names: tuple[str, ...], more: tuple[Option, ...] = _PAGING) -> Option:
    """Filters by name, then how to print."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed([*(_FILTERS[name] for name in names), *more]):
            function = option(function)
        return function

    return decorate
