"""``communique read``: reports in, records out, what could not be read named on standard error."""

import csv
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from typing import Any, TextIO

import msgspec
from msgspec.structs import replace
from rich.console import Console

from communique.api import Record, read_reports
from communique.data.registry import RegistryError
from communique.parse import ModelError
from communique.reading import ReadOptions, Unread, read_paths
from communique.serve.last import last_record_path
from communique.serve.progress import Progress
from communique.serve.view import show
from communique.tables import rows
from communique.types import Report, Span


class ReadArguments(msgspec.Struct, frozen=True, kw_only=True):
    """The options of ``communique read``, by their names on the command line."""

    paths: tuple[str, ...]
    published: str | None
    publisher: str | None
    form: str
    table: str
    text: str
    columns: dict[str, str] | None
    model: str | None
    overlays: tuple[Path, ...]
    output: Path | None


def run_read(options: dict[str, Any]) -> int:
    """Read, print, and return the exit code."""
    arguments = ReadArguments(**options)
    unread: list[Unread] = []
    with ExitStack() as stack:
        out = stack.enter_context(_opened(arguments.output))
        progress = stack.enter_context(Progress(arguments.paths))
        last = stack.enter_context(_last())
        records = read_reports(_reports(arguments, unread), model=arguments.model, registry=arguments.overlays)
        try:
            _WRITERS[arguments.form](_passed(records, arguments, progress, last), arguments, out)
        except (ModelError, RegistryError) as error:
            print(f"communique: {error}", file=sys.stderr)
            return 1
        except BrokenPipeError:
            # The reader has gone ("| head"): what is still in the buffer goes nowhere, and nothing is wrong.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
    return 1 if unread else 0


def _reports(arguments: ReadArguments, unread: list[Unread]) -> Iterator[Report]:
    options = ReadOptions(published=arguments.published, publisher=arguments.publisher, columns=arguments.columns or {})
    for item in read_paths(arguments.paths, options):
        if isinstance(item, Report):
            yield item
            continue
        where = f"{item.path}, {item.where}" if isinstance(item, Unread) and item.where else item.path
        print(f"communique: {where}: {item.message}", file=sys.stderr)
        if isinstance(item, Unread):
            unread.append(item)


def _passed(
    records: Iterable[Record], arguments: ReadArguments, progress: Progress, last: TextIO | None
) -> Iterator[Record]:
    for record in records:
        progress.advance()
        if last is not None:
            last.write(record.to_json().decode() + "\n")
        yield _with_text(record, arguments.text)


def _with_text(record: Record, text: str) -> Record:
    if text == "full" or record.report.text is None:
        return record
    kept = None if text == "none" else _only_quoted(record)
    return replace(record, report=replace(record.report, text=kept))


def _only_quoted(record: Record) -> str:
    """The text with everything blanked but the words that entries rest on: offsets stay true."""
    text = record.report.text or ""
    keep = bytearray(len(text))
    spans: list[Span | None] = [s for statement in record.statements for s in (statement.content, statement.cue)]
    spans += [e.trigger for e in record.events]
    for span in spans:
        if span is not None:
            keep[span.start : span.end] = b"\x01" * (span.end - span.start)
    return "".join(c if kept or c == "\n" else " " for c, kept in zip(text, keep, strict=True))


class _Console(Console):
    """Rich ends the program with 1 when its reader goes; ours leaves that to the caller."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def _write_table(records: Iterable[Record], arguments: ReadArguments, out: TextIO) -> None:
    console = _Console(file=out, width=None if out.isatty() else 120, highlight=False)
    if arguments.output is not None:
        console.no_color = True
    for record in records:
        show(record, console)


def _write_json(records: Iterable[Record], _: ReadArguments, out: TextIO) -> None:
    separator = "[\n"
    for record in records:
        out.write(separator + record.to_json().decode())
        separator = ",\n"
    out.write("[]\n" if separator == "[\n" else "\n]\n")


def _write_jsonl(records: Iterable[Record], _: ReadArguments, out: TextIO) -> None:
    for record in records:
        out.write(record.to_json().decode() + "\n")
        out.flush()


def _write_csv(records: Iterable[Record], arguments: ReadArguments, out: TextIO) -> None:
    writer: csv.DictWriter[str] | None = None
    for record in records:
        for row in rows(record, arguments.table):
            if writer is None:
                writer = csv.DictWriter(out, [*(k for k in row if k != "words"), "words"], lineterminator="\n")
                writer.writeheader()
            writer.writerow(row)


_WRITERS: dict[str, Callable[[Iterable[Record], ReadArguments, TextIO], None]] = {
    "table": _write_table,
    "json": _write_json,
    "jsonl": _write_jsonl,
    "csv": _write_csv,
}


def _opened(path: Path | None) -> AbstractContextManager[TextIO]:
    if path is not None:
        return path.open("w", encoding="utf-8", newline="")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    return nullcontext(sys.stdout)


def _last() -> AbstractContextManager[TextIO | None]:
    """The file that ``why`` looks in; where the cache cannot be written, ``why`` needs --record."""
    path = last_record_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("w", encoding="utf-8")
    except OSError:
        return nullcontext(None)
