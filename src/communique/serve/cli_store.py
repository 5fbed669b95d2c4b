"""The command line of the store: ``communique add``, the questions, ``runs``, ``diff``, ``sql``."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from communique.serve.options import Columns, DayOption, overlays_option

F = TypeVar("F", bound=Callable[..., Any])

_FIELDS = ("id", "text", "html", "published", "updated", "publisher", "title", "author", "url", "licence")
_EPILOG = """\b
Exit codes: 0 answered; 1 the store is at fault (said on standard error, with what to do);
2 the question was not understood (the choices are named)."""

store_option = click.option(
    "--store",
    metavar="FILE|postgresql://...",
    help="The record.  [default: $COMMUNIQUE_STORE, else record.duckdb in this folder]",
)
_FILTERS: dict[str, click.Option | Any] = {
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
        help="Of events the type (CONSULT), of statements the kind (direct), of positions the stance (opposes), of actors the kind (person). May be repeated.",
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
_OF_ENTRIES = tuple(_FILTERS)
_OF_ACTORS = ("actor", "country", "type", "since", "until", "outlet", "min_sources", "text")
_OF_REPORTS = ("actor", "with", "country", "since", "until", "outlet", "text")
_OF_CORRECTIONS = ("actor", "since", "until", "outlet")


def _with_filters(names: tuple[str, ...]) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        for option in reversed([*(_FILTERS[name] for name in names), *_PAGING]):
            function = option(function)
        return function

    return decorate


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
    click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line."),
    click.option("--csv", "as_csv", is_flag=True, help="Print CSV."),
    click.option("--parquet", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write Parquet into FILE."),
    click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write JSON or CSV here instead of to standard output."),
    store_option,
)  # fmt: skip


@click.command(
    epilog="""\b
Exit codes: 0 every report is in the store; 1 some could not be read, or the store is at fault (each is named
on standard error with what to do); 2 the command was not understood; 130 stopped by the keyboard."""
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@store_option
@click.option("--published", type=DayOption(), help="Day of publication of reports that do not give one.")
@click.option("--publisher", metavar="NAME", help="Publisher of reports that do not name one.")
@click.option("--columns", type=Columns(_FIELDS), help="Columns of tables, such as text=Body,published=Date.")
@click.option("--model", metavar="NAME|DIR", help="Another spaCy model.  [default: the best of ours installed]")
@overlays_option
def add(**options: object) -> None:
    """Read reports into the store.

    A report that is there already, read with the same rules, is left alone; one that has changed, or that other rules
    read, takes its own place. Stopped at any moment, the same command goes on from there.
    """
    from communique.serve.adding import run_add

    sys.exit(run_add(options))


def _ask(kind: str, options: dict[str, Any]) -> None:
    from communique.serve.asking import Output, run_ask

    printing = {name: options.pop(name) for name in Output.__struct_fields__}
    sys.exit(run_ask(kind, options, Output(**printing)))


@click.command(epilog=_EPILOG)
@_with_filters(_OF_ENTRIES)
def events(**options: Any) -> None:
    """Ask the store who did what to whom.

    \b
    Examples:
      communique events --actor Russia --with Ukraine --type SANCTION
      communique events --country Iran --since 2021-01-01 --min-sources 2 --csv
    """
    _ask("events", options)


@click.command(epilog=_EPILOG)
@_with_filters(tuple(name for name in _OF_ENTRIES if name not in ("mode", "place")))
def statements(**options: Any) -> None:
    """Ask the store who said what to whom, through whom.

    \b
    Examples:
      communique statements --actor "foreign minister of France" --text ceasefire
      communique statements --status denied --about Iran
    """
    _ask("statements", options)


@click.command(epilog=_EPILOG)
@_with_filters(tuple(name for name in _OF_ENTRIES if name not in ("mode", "place")))
def positions(**options: Any) -> None:
    """Ask the store who stood where on which issue, and when.

    \b
    Example:
      communique positions --about ceasefire --status against
    """
    _ask("positions", options)


@click.command(epilog=_EPILOG)
@_with_filters(_OF_ACTORS)
def actors(**options: Any) -> None:
    """List the actors of the store, those of most reports first."""
    _ask("actors", options)


@click.command(epilog=_EPILOG)
@_with_filters(_OF_REPORTS)
def reports(**options: Any) -> None:
    """List the reports of the store."""
    _ask("reports", options)


@click.command(epilog=_EPILOG)
@_with_filters(_OF_CORRECTIONS)
def corrections(**options: Any) -> None:
    """List what was corrected, and by what."""
    _ask("corrections", options)


COMMANDS = (add, events, statements, positions, actors, reports, corrections)
