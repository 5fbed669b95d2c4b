"""Types and options that several commands share."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import click


class Columns(click.ParamType[dict[str, str]]):
    """``text=Body,published=Date``: which column holds which field."""

    name = "FIELD=COLUMN,..."

    def __init__(self, fields: Collection[str]) -> None:
        self._fields = fields

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, str]:
        pairs = [pair.partition("=") for pair in value.split(",")]
        if not all(field and column for field, _, column in pairs):
            self.fail(f"{value!r}: write FIELD=COLUMN pairs, such as text=Body,published=Date", param, ctx)
        named = {field.strip(): column.strip() for field, _, column in pairs}
        if unknown := sorted(named.keys() - set(self._fields)):
            self.fail(f"{unknown[0]!r} is no field; the fields are {', '.join(sorted(self._fields))}", param, ctx)
        return named


class DayOption(click.ParamType[str]):
    """A day, written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no day; write it as YYYY-MM-DD, such as 2021-08-16", param, ctx)


overlays_option = click.option(
    "--registry",
    "overlays",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="A folder of actor tables laid over ours: its rows win, a row with source drop removes. May be repeated.",
)
