"""The command line of the store: ``communique add``, the questions, ``runs``, ``diff``, ``sql``."""

import sys
from typing import Any

import click

from communique.serve.filter_options import (
    OF_ACTORS,
    OF_CONTRADICTIONS,
    OF_CORRECTIONS,
    OF_ENTRIES,
    OF_REPORTS,
    OF_SERIES,
    PRINTING,
    store_option,
    with_options,
)
from communique.serve.options import Columns, DayOption, overlays_option

_FIELDS = ("id", "text", "html", "published", "updated", "publisher", "title", "author", "url", "licence")
_EPILOG = """\b
Exit codes: 0 answered; 1 the store is at fault (said on standard error, with what to do);
2 the question was not understood (the choices are named)."""


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
@with_options(OF_ENTRIES)
def events(**options: Any) -> None:
    """Ask the store who did what to whom.

    \b
    Examples:
      communique events --actor Russia --with Ukraine --type SANCTION
      communique events --country Iran --since 2021-01-01 --min-sources 2 --csv
    """
    _ask("events", options)


@click.command(epilog=_EPILOG)
@with_options(tuple(name for name in OF_ENTRIES if name not in ("mode", "place")))
def statements(**options: Any) -> None:
    """Ask the store who said what to whom, through whom.

    \b
    Examples:
      communique statements --actor "foreign minister of France" --text ceasefire
      communique statements --status denied --about Iran
    """
    _ask("statements", options)


@click.command(epilog=_EPILOG)
@with_options(tuple(name for name in OF_ENTRIES if name not in ("mode", "place")))
def positions(**options: Any) -> None:
    """Ask the store who stood where on which issue, and when.

    \b
    Example:
      communique positions --about ceasefire --status against
    """
    _ask("positions", options)


@click.command(epilog=_EPILOG)
@with_options(OF_ACTORS)
def actors(**options: Any) -> None:
    """List the actors of the store, those of most reports first."""
    _ask("actors", options)


@click.command(epilog=_EPILOG)
@with_options(OF_REPORTS)
def reports(**options: Any) -> None:
    """List the reports of the store."""
    _ask("reports", options)


@click.command(epilog=_EPILOG)
@with_options(OF_CORRECTIONS)
def corrections(**options: Any) -> None:
    """List what was corrected, and by what."""
    _ask("corrections", options)


@click.command(epilog=_EPILOG)
@with_options(OF_CONTRADICTIONS)
def contradictions(**options: Any) -> None:
    """List what sources tell otherwise: a number, a denial, the parties, the day; with the words of both.

    Nobody here decides which is right.
    """
    _ask("contradictions", options)


@click.command(epilog=_EPILOG)
@with_options(OF_SERIES, (*PRINTING, store_option))
@click.option(
    "--by",
    type=click.Choice(["day", "week", "month", "quarter", "year"]),
    default="week",
    show_default=True,
    help="Length of a period; weeks begin on Monday.",
)
@click.option(
    "--per",
    type=click.Choice(["type", "quad", "all"]),
    default="type",
    show_default=True,
    help="Count by type, by quad class, or all together.",
)
@click.option("--dyads", is_flag=True, help="A line for each pair of countries that are parties.")
@click.option("--background", is_flag=True, help="Count also what reports recall as history.")
@click.option("--reported", is_flag=True, help="Count also what reports have only from a statement.")
def series(**options: Any) -> None:
    """Count events over time: events, sums and means of scores, and how many reports and sources are behind them.

    By default what is actual, is no background, and is performed or asserted by the report itself. An event counts where
    its days lie in one period; those without a date, or with days in several, have rows of their own at the end.
    Events go from actors to recipients; CONSULT, COOPERATE and AGREE have no direction. A body is not its members.

    \b
    Example:
      communique series --actor USA --with China --by week --per quad --csv
    """
    from communique.serve.asking import Output, run_series

    printing = {name: options.pop(name, False) for name in Output.__struct_fields__}
    sys.exit(run_series(options, Output(**printing)))


@click.command(epilog=_EPILOG)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
@store_option
def runs(as_json: bool, store: str | None) -> None:
    """List with which rules, model and registry reports were read, and how many are still read so."""
    from communique.serve.asking import Output, run_runs

    sys.exit(run_runs(Output(store=store, as_json=as_json)))


@click.command(epilog=_EPILOG)
@click.argument("one", type=int, metavar="RUN")
@click.argument("other", type=int, metavar="RUN")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
@store_option
def diff(one: int, other: int, as_json: bool, store: str | None) -> None:
    """Show which entries the second run gains, loses and alters against the first, in the reports that both have read.

    RUN is a number that `communique runs` lists. Exit codes: 0 done, whether or not they differ; 2 there is no such run.
    """
    from communique.serve.asking import Output, run_diff

    sys.exit(run_diff(one, other, Output(store=store, as_json=as_json)))


@click.command(epilog=_EPILOG)
@click.argument("query")
@with_options((), (*PRINTING, store_option))
def sql(query: str, **options: Any) -> None:
    """Ask the store in SQL, of DuckDB or PostgreSQL; it can only read. docs/store.md has the tables.

    \b
    Example:
      communique sql "SELECT type, count(*) AS n FROM events GROUP BY type ORDER BY n DESC"
    """
    from communique.serve.asking import Output, run_sql

    sys.exit(run_sql(query, Output(**options)))


COMMANDS = (add, events, statements, positions, actors, reports, contradictions, corrections, series, runs, diff, sql)
