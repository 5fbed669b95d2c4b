"""The command line: ``communique read``, ``why``, ``doctor``, ``schema``, and the commands of registry and store."""

import sys
from pathlib import Path

import click

from communique import __version__
from communique.serve.cli_registry import registry
from communique.serve.cli_store import COMMANDS
from communique.serve.options import Columns, DayOption, overlays_option
from communique.tables import TABLES

_EPILOG = """\b
Exit codes: 0 every report was read; 1 some could not be read (each is named on standard error
with what to do); 2 the command was not understood."""


_FIELDS = ("id", "text", "html", "published", "updated", "publisher", "title", "author", "url", "licence")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="communique")
def main() -> None:
    """Read news reports and keep a record of diplomacy in which every entry cites the words it rests on."""


@main.command(epilog=_EPILOG)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--published",
    type=DayOption(),
    help="Day of publication of reports that do not give one; 'on Monday' is resolved against it.",
)
@click.option("--publisher", metavar="NAME", help="Publisher of reports that do not name one.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="table: to read; json: one array; jsonl: one record a line; csv: one table of entries.",
)
@click.option("--table", type=click.Choice(TABLES), help="Which entries --format csv writes.  [default: events]")
@click.option(
    "--text",
    type=click.Choice(["full", "quotes", "none"]),
    default="full",
    show_default=True,
    help="How much of a report's text its record carries: all, only what entries quote, or nothing; offsets stay true.",
)
@click.option(
    "--columns", type=Columns(_FIELDS), help="Columns of CSV, TSV and Parquet files, such as text=Body,published=Date."
)
@click.option(
    "--model",
    metavar="NAME|DIR",
    help="Another spaCy model: an installed package or a folder.  [default: the best of ours installed]",
)
@overlays_option
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here instead of to standard output.")  # fmt: skip
def read(**options: object) -> None:
    """Read reports and print their records.

    PATH is a .txt, .md, .html, .jsonl, .csv, .tsv or .parquet file, any of them gzipped, a folder of these, or - for
    standard input. Metadata come from the file itself, its front matter, or NAME.json beside it.
    """
    output = options["output"]
    if isinstance(output, Path) and not output.parent.is_dir():
        raise click.BadParameter(f"{output.parent} is no folder; make it first", param_hint="--output")
    if options["table"] and options["form"] != "csv":
        raise click.UsageError(f"--table {options['table']} goes with --format csv: the other formats have every table")
    options["table"] = options["table"] or "events"
    from communique.serve.reading import run_read

    sys.exit(run_read(options))


@main.command()
@click.argument("entry")
@click.option(
    "--record",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of records (json or jsonl).  [default: what was read last]",
)
@click.option(
    "--store", metavar="FILE|postgresql://...", help="A store that has the entry; what it was merged with is told too."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@overlays_option
def why(entry: str, record: Path | None, store: str | None, as_json: bool, overlays: tuple[Path, ...]) -> None:
    """Explain one entry: its words, the clause, the rule that made it, and what else was considered."""
    if record and store:
        raise click.UsageError("--record or --store: an entry is looked for in one of them")
    from communique.serve.why import run_why, run_why_stored

    if store:
        sys.exit(run_why_stored(entry, store, as_json, overlays))
    sys.exit(run_why(entry, record, as_json, overlays))


main.add_command(registry)
for _command in COMMANDS:
    main.add_command(_command)


@main.command()
@click.option("--model", metavar="NAME|DIR", help="Check this model instead of the best of ours installed.")
def doctor(model: str | None) -> None:
    """Check the installation: versions, model files, knowledge files, speed; say what to do."""
    from communique.serve.doctor import run_doctor

    sys.exit(run_doctor(model))


@main.command()
def schema() -> None:
    """Print the JSON Schema of a record (schema communique/1)."""
    from communique.serve.schema import record_schema

    click.echo(record_schema())
