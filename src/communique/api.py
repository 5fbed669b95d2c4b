"""Communiqué from Python: read a report, get a record."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from communique.knowledge import made_by
from communique.parse.model import find_model
from communique.pipeline import Knowledge, load_knowledge, make_record
from communique.reading import ReadOptions, Unread, UnreadableError, read_paths, read_text
from communique.reading.paths import READERS
from communique.store import Store, open_store
from communique.tables import rows
from communique.types import MadeBy, RecordFields, Report

if TYPE_CHECKING:
    import pandas

    from communique.parse import Parser

_LONGEST_PATH = 1024
_SHOWN = {
    "events": ("date_from", "type", "mode", "status", "actors", "recipients", "place", "words"),
    "statements": ("kind", "act", "speakers", "audience", "outlet", "words"),
    "positions": ("actor", "stance", "direction", "issue", "of", "words"),
}


class Record(RecordFields, frozen=True, kw_only=True):
    """All that one report says: ``.events``, ``.statements``, ``.actors``, ``.positions`` ..., each citing its words."""

    def to_pandas(self, table: str = "events") -> "pandas.DataFrame":
        """One table of the record (see ``communique.tables.TABLES``) as a data frame.

        Raises ImportError saying what to do where pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise ImportError("a data frame needs pandas, which is not installed: pip install pandas") from error

        return pandas.DataFrame(list(rows(self, table)))

    def to_json(self) -> bytes:
        """The record as one line of JSON, schema ``communique/1``."""
        return msgspec.json.encode(self)

    def _repr_html_(self) -> str:
        title = escape(self.report.title or self.report.id)
        return f"<h4>{title}</h4>" + "".join(_html_table(self, name, columns) for name, columns in _SHOWN.items())


def read(
    source: str | Path,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    model: str | None = None,
    registry: Path | Sequence[Path] = (),
) -> Record:
    """Read one report: its text, or the path of a file that holds one.

    ``published`` is the day (YYYY-MM-DD) against which "on Monday" is resolved; without it relative dates stay open.
    ``registry`` is a folder of actor tables laid over ours, or several, the last on top. Raises communique.reading.UnreadableError where the source holds no report, communique.parse.ModelError where there is
    no model to parse with.
    """
    report = _report(source, published, publisher, title)
    return next(read_reports([report], model=model, registry=registry))


def read_reports(
    reports: Iterable[Report], *, model: str | None = None, registry: Path | Sequence[Path] = ()
) -> Iterator[Record]:
    """Records of many reports, in their order, sixteen parsed at a time."""
    parser, knowledge = _parser(model), _knowledge(_folders(registry))
    gc.freeze()  # what is loaded stays: following it again and again doubled the cost of the clauses
    for parsed in parser.parse(reports):
        fields = make_record(parsed, knowledge, parser.info)
        yield Record(**{f: getattr(fields, f) for f in fields.__struct_fields__})


def made_with(*, model: str | None = None, registry: Path | Sequence[Path] = ()) -> MadeBy:
    """What records that are read now will say of how they were made; nothing is parsed to know it."""
    return made_by(_knowledge(_folders(registry)), find_model(model))


def open(store: str | Path | None = None, *, write: bool = False) -> Store:  # noqa: A001 - the verb that a user knows
    """Open a record of many reports: a DuckDB file (``record.duckdb``) or ``postgresql://...``.

    Questions are its methods: ``communique.open().events(actor="Russia", type="SANCTION").to_pandas()``. With ``write``
    records can be added: ``communique.open(write=True).add(communique.read_reports(reports))``. Raises
    communique.store.StoreError, which says what is wrong and what to do.
    """
    return open_store(store, write=write)


def _report(source: str | Path, published: str | None, publisher: str | None, title: str | None) -> Report:
    if not _is_file(source):
        return read_text(str(source), published=published, publisher=publisher, title=title)
    found = list(read_paths([source], ReadOptions(published=published, publisher=publisher)))
    reports = [r for r in found if isinstance(r, Report)]
    if len(reports) == 1:
        return reports[0]
    reasons = "; ".join(f"{u.path}: {u.message}" for u in found if isinstance(u, Unread))
    raise UnreadableError(reasons or f"{source} holds {len(reports)} reports: use communique.read_reports")


def _is_file(source: str | Path) -> bool:
    """A Path is a file; so is a short text of one line that names one, or that is one word with the suffix of one."""
    if isinstance(source, Path):
        return True
    if len(source) >= _LONGEST_PATH or "\n" in source:
        return False
    path = Path(source)
    return path.is_file() or (" " not in source and path.suffix.lower() in READERS)


@cache
def _parser(model: str | None) -> "Parser":
    from communique.parse import load_parser

    return load_parser(model)


def _folders(registry: Path | Sequence[Path]) -> tuple[Path, ...]:
    return (Path(registry),) if isinstance(registry, str | Path) else tuple(registry)


@cache
def _knowledge(overlays: tuple[Path, ...]) -> Knowledge:
    return load_knowledge(overlays)


def _html_table(record: Record, name: str, columns: tuple[str, ...]) -> str:
    found = list(rows(record, name))
    if not found:
        return ""
    head = "".join(f"<th>{escape(c.replace('_', ' '))}</th>" for c in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(row.get(c)))}</td>" for c in columns) + "</tr>" for row in found
    )
    return f"<h5>{name}</h5><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 160 else text[:157] + "..."
