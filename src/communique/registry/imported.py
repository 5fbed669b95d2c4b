"""A table of tenures that somebody else keeps -> its rows, with the columns that such tables have."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from msgspec import Struct

from communique.data.registry import last_day
from communique.data.registry_types import Precision
from communique.registry.lookup import QID
from communique.types import Day

# What the columns of such tables are called; the first of these that a table has, and that a row fills, counts.
COLUMNS = {
    "country": ("country", "jurisdiction", "state", "iso3", "countryLabel"),
    "office": ("office", "positionLabel", "position", "title", "role"),
    "person": ("person", "name", "personLabel"),
    "wikidata": ("wikidata", "person_qid", "person_wikidata", "person"),
    "start": ("start", "since", "from"),
    "end": ("end", "to", "until"),
}


COARSE: tuple[Precision, ...] = ("day", "month", "year")
DAY = len("2021-08-16")


class ImportedError(ValueError):
    """A table that cannot be compared; the message says what, where and what to do."""


class Imported(Struct, frozen=True, kw_only=True):
    """A tenure as another table has it, with the line it stands in."""

    line: int
    country: str
    office: str
    person: str
    wikidata: str | None
    start: Day | None
    end: Day | None
    precision: Precision = "day"


def read_imported(path: Path, columns: Mapping[str, str]) -> tuple[list[Imported], list[str]]:
    """The tenures of a CSV or TSV file, in its order, and what is wrong with rows that cannot be used.

    ``columns`` says which column holds which field. Each row that cannot be used is told with its line: one without a
    country, office or person, with a day that is none, or with an end before its start. Raises ImportedError where the
    file or a column cannot be found.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportedError(f"{path}: not UTF-8 ({error}); save it as UTF-8") from error
    rows = csv.DictReader(StringIO(text, newline=""), delimiter="\t" if path.suffix == ".tsv" else ",")
    header = rows.fieldnames or ()
    where = {field: _columns(path, field, header, columns) for field in COLUMNS}
    found: list[Imported] = []
    wrong: list[str] = []
    for cells in rows:
        try:
            found.append(_row(rows.line_num, cells, where))
        except ImportedError as error:
            wrong.append(f"{path}: {error}")
    return found, wrong


def _columns(path: Path, field: str, header: Sequence[str], named: Mapping[str, str]) -> list[str]:
    if field in named:
        if named[field] not in header:
            raise ImportedError(f"{path}: no column {named[field]!r}; it has {', '.join(header)}")
        return [named[field]]
    there = [name for name in COLUMNS[field] if name in header]
    if not there and field in ("country", "office", "person"):
        told = f"no column for the {field}; name it with --columns {field}=COLUMN. It has {', '.join(header)}"
        raise ImportedError(f"{path}: {told}")
    return there


def _row(line: int, row: Mapping[str, str | None], where: Mapping[str, list[str]]) -> Imported:
    def first(field: str, *, qid: bool = False) -> str:
        cells = [(row.get(column) or "").strip() for column in where[field]]
        return next((cell for cell in cells if cell and bool(QID.fullmatch(cell)) == qid), "")

    country = first("country") or first("country", qid=True)
    office, person = first("office"), first("person")
    _need(line, row, {"country": country, "office": office, "person": person})
    start, end = _day(line, "start", first("start")), _day(line, "end", first("end"))
    precision = max((start[1], end[1]), key=COARSE.index)
    return Imported(
        line=line, country=country, office=office, person=person, wikidata=first("wikidata", qid=True) or None,
        start=start[0], end=_after(line, start[0], *end), precision=precision,
    )  # fmt: skip


def _need(line: int, row: Mapping[str, str | None], cells: Mapping[str, str]) -> None:
    """DictReader keeps what goes beyond the header under None, and gives None for what a short row lacks."""
    over = row.get(None) or ()  # type: ignore[call-overload]
    if any(cell.strip() for cell in over):
        told = "more cells than the first line has columns; put a cell with the separator in it in quotes"
        raise ImportedError(f"line {line}: {told}; left out")
    missing = [field for field, cell in cells.items() if not cell]
    if missing:
        short = ", too few cells" if None in row.values() else ""
        raise ImportedError(f"line {line}: no {' and no '.join(missing)}{short}; left out")


def _after(line: int, start: Day | None, end: Day | None, precision: Precision) -> Day | None:
    """The end; of a month or year that holds the start its last day, for its first lies before that."""
    if start is None or end is None or start <= end:
        return end
    last = last_day(end, precision)
    if last is None or last < start:
        raise ImportedError(f"line {line}: end: {end} lies before the start, {start}; left out")
    return last


def _day(line: int, field: str, cell: str) -> tuple[Day | None, Precision]:
    """A day, or the first of a month or year, with what it is known to."""
    if not cell:
        return None, "day"
    precision: Precision = {4: "year", 7: "month"}.get(len(cell), "day")  # type: ignore[assignment]
    try:
        day = date.fromisoformat((cell + "-01-01"[len(cell) - 4 :])[:10] if len(cell) < DAY else cell[:DAY])
    except ValueError as error:
        told = f"{cell!r} is no day; write it as 2021-08-16, 2021-08 or 2021, or leave it empty"
        raise ImportedError(f"line {line}: {field}: {told}; left out") from error
    return day.isoformat(), precision
