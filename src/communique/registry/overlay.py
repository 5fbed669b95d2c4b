"""Rows -> the text of tables, and a folder of them that ``--registry`` lays over the registry."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from communique.data.registry_sheets import DROP, columns_of
from communique.data.registry_types import TABLES, Row

RowsByTable = Mapping[str, Sequence[Row]]


def format_row(row: Row) -> str:
    """A row as it stands in its file."""
    return "\t".join(_cell(getattr(row, column)) for column in columns_of(type(row)))


def format_drop(row: Row) -> str:
    """The row that removes this one."""
    kept = {*row.KEY, "source"}
    cells = {column: _cell(getattr(row, column)) if column in kept else "" for column in columns_of(type(row))}
    return "\t".join((cells | {"source": DROP}).values())


def format_table(table: str, lines: Iterable[str]) -> str:
    """A whole file: its columns, then its lines in canonical order, each once."""
    return "\n".join(["\t".join(columns_of(TABLES[table])), *sorted(set(lines))]) + "\n"


def write_overlay(folder: Path, lines: Mapping[str, Sequence[str]]) -> tuple[Path, ...]:
    """Write tables that have lines into ``folder``, which is made; the files written. Raises OSError, and writes nothing
    where a table of that name stands there already: it may hold an analyst's own rows."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {folder / f"{table}.tsv": format_table(table, rows) for table, rows in lines.items() if rows}
    taken = next((path for path in texts if path.exists()), None)
    if taken is not None:
        raise FileExistsError(f"{taken} stands already; name a folder without it")
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    return tuple(texts)


def _cell(value: str | bool | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return value or ""
