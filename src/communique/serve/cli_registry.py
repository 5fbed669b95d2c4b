"""The command line of the registry: ``communique registry as-of``, ``check``, ``diff``, ``suggest``."""

import sys
from datetime import date
from pathlib import Path

import click

from communique.serve.options import Columns, DayOption, overlays_option

_OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the rows as tables into this folder, ready for --registry.",
)
_FIELDS = ("country", "office", "person", "wikidata", "start", "end")
_COVERED = "2025-12-31"
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")


@click.group()
def registry() -> None:
    """Who is who, and who held which office when: look it up, check it, add to it.

    The registry is a set of small tables, described in docs/knowledge_actors.md. Your own rows go into a folder of
    tables with the same columns, which --registry lays over ours.
    """


@registry.command("as-of")
@click.argument("day", type=DayOption(), default=lambda: date.today().isoformat(), metavar="[YYYY-MM-DD]")
@click.option("--country", metavar="CODE|NAME", help="Only this state or body: RUS, Russia, IGO-NATO.")
@click.option(
    "--office", metavar="ROLE|TITLE", help="Only this office, by role or title: foreign-minister, leader, monarch ..."
)
@_JSON
@overlays_option
def as_of(day: str, country: str | None, office: str | None, as_json: bool, overlays: tuple[Path, ...]) -> None:
    """Print who held which office on a day (default: today), and how sure that is.

    \b
    Examples:
      communique registry as-of 2021-08-16 --country RUS
      communique registry as-of 2021-08-16 --office foreign-minister
      communique registry as-of 2021-08-16 --country "the united kingdom" --office foreign-secretary

    Offices without a holder are listed only with --office. Exit codes: 0 somebody is known, 1 nobody is, or the tables
    cannot be read or have no such country or office.
    """
    from communique.serve.registry import run_as_of

    sys.exit(run_as_of(day, country, office, as_json, overlays))


@registry.command()
@click.option("--coverage", is_flag=True, help="Print also how many days since 2000 have a holder, office by office.")
@click.option("--until", type=DayOption(), help="With --coverage: count up to this day, by default 2025-12-31.")
@_JSON
@overlays_option
def check(coverage: bool, until: str | None, as_json: bool, overlays: tuple[Path, ...]) -> None:
    """Check the tables: two holders of one seat, dates out of order, dangling ids, names of two actors, sources.

    Prints each fault with file, line and what would be right. Exit codes: 0 none, 1 some.
    """
    from communique.serve.registry import run_check

    sys.exit(run_check(_until(coverage, until), as_json, overlays))


def _until(coverage: bool, until: str | None) -> str | None:
    """The last day to count, or None where nothing is counted."""
    if not coverage:
        if until is not None:
            raise click.UsageError("--until says up to when coverage is counted; give --coverage too")
        return None
    from communique.data.coverage import load_coverage

    since = load_coverage().since
    if until is not None and until < since:
        raise click.BadParameter(f"coverage is counted from {since}; {until} lies before that", param_hint="--until")
    return until or _COVERED


@registry.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--columns", type=Columns(_FIELDS), help="Columns of FILE, such as country=Land,office=Amt,person=Name.")
@click.option("--days", type=click.IntRange(min=0), default=31, show_default=True, help="Dates this far apart agree.")
@click.option(
    "--all", "everything", is_flag=True, help="Print also what agrees and what the registry has no office for."
)
@_OUTPUT
@_JSON
@overlays_option
def diff(**options: object) -> None:
    """Compare a table of office holders (CSV or TSV) with the registry.

    FILE has a column each for country, office, person, start and end; a Wikidata id of the person helps. What differs
    is printed, and with -o written as rows that make the registry say the same: a new holder ends whoever holds the
    seat. Rows that cannot be used, or would give one seat two holders, are named with their line and left out.

    Exit codes: 0 no difference; 1 rows differ, or have no counterpart, or cannot be used; 2 wrong options, or a table
    that cannot be read or written.
    """
    from communique.serve.registry import run_diff

    sys.exit(run_diff(options))


@registry.command()
@click.argument("records", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--min", "at_least", type=click.IntRange(min=1), default=2, show_default=True, help="Reports that name them."
)
@_OUTPUT
@_JSON
@overlays_option
def suggest(**options: object) -> None:
    """List the persons whom reports name and the registry does not know.

    RECORDS is what communique read --format jsonl (or json) wrote. Look the rows over before you use them: a tenure is
    the days between the first and the last report. In brackets stands why no office is given.

    Exit codes: 0 done, whether or not there is anybody; 1 the tables or records cannot be read.
    """
    from communique.serve.registry import run_suggest

    sys.exit(run_suggest(options))
