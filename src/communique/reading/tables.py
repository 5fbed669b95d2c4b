"""CSV, TSV and Parquet -> reports, row by row."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib import import_module

import msgspec

from communique.reading.decoding import choose_encoding, refuse_binary
from communique.reading.inputs import Origin, Read, ReadOptions, UnreadableError, note
from communique.reading.reports import hash_bytes, make_report
from communique.reading.rows import count_others, field_names, read_row, tell_others
from communique.reading.sources import Source
from communique.types import Problem

_SAMPLE = 100_000
_BATCH = 64


def read_csv(source: Source, options: ReadOptions) -> Iterator[Read]:
    """A report for each row of a file of values separated by commas, with a row of names on top."""
    return _read_separated(source, options, ",")


def read_tsv(source: Source, options: ReadOptions) -> Iterator[Read]:
    """A report for each row of a file of values separated by tabs, with a row of names on top."""
    return _read_separated(source, options, "\t")


def read_parquet(source: Source, options: ReadOptions) -> Iterator[Read]:
    """A report for each row of a Parquet file, a few rows in memory at a time. A pipe cannot be read so."""
    # Loaded where it is used: pyarrow takes 0.3 s, and no other kind of file needs it.
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    try:
        file = parquet.ParquetFile(source.stream)
        names = list(file.schema_arrow.names)
        wanted = list(_wanted(names, options).values())
        rows = (row for batch in file.iter_batches(batch_size=_BATCH, columns=wanted) for row in batch.to_pylist())
        yield from _reports(((f"row {i}", row, _encoded(row), ()) for i, row in enumerate(rows, 1)), source, options)
    except (arrow.ArrowInvalid, arrow.ArrowNotImplementedError, io.UnsupportedOperation) as error:
        raise UnreadableError(f"no Parquet file that can be read ({error}); write it again") from error
    others = Counter({name: file.metadata.num_rows for name in names if name not in wanted})
    yield from tell_others(source.path, others)


_Row = tuple[str, Mapping[str, object], bytes, tuple[Problem, ...]]


def _read_separated(source: Source, options: ReadOptions, separator: str) -> Iterator[Read]:
    sample = source.stream.peek(_SAMPLE)[:_SAMPLE]
    refuse_binary(sample)
    encoding, said = choose_encoding(sample)
    # The csv module has one limit for the process, 131,072 characters; a report may be longer.
    csv.field_size_limit(options.max_bytes)
    stream = io.TextIOWrapper(source.stream, "utf-8-sig" if encoding == "utf-8" else encoding, "replace", newline="")
    others: Counter[str] = Counter()
    rows = _rows(stream, separator, encoding, (note(said),) if said else (), options)
    try:
        yield from _reports(_counted(rows, others, options), source, options)
    finally:
        stream.detach()  # else the wrapper would close standard input with itself
    yield from tell_others(source.path, others)


def _rows(
    stream: Iterable[str], separator: str, encoding: str, problems: tuple[Problem, ...], options: ReadOptions
) -> Iterator[_Row]:
    """Rows with the lines that they were written on; a row too few or too many values long is still a row."""
    taken: list[str] = []
    reader = csv.reader(_remembered(stream, taken), delimiter=separator)
    names = next(reader, None)
    if not names or not any(names):
        raise UnreadableError("the file is empty; nothing was read")
    _wanted(names, options)
    taken.clear()
    first, count = reader.line_num + 1, 0
    for values in reader:
        if any(values):
            count += 1
            row = {name: value or None for name, value in zip(names, values, strict=False)}
            yield f"line {first}", row, "".join(taken).rstrip("\r\n").encode(encoding, "replace"), problems
        taken.clear()
        first = reader.line_num + 1
    if not count:
        raise UnreadableError("there are no rows below the names; nothing was read")


def _remembered(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line


def _counted(rows: Iterable[_Row], others: Counter[str], options: ReadOptions) -> Iterator[_Row]:
    for row in rows:
        count_others(others, row[1], options.columns)
        yield row


def _reports(rows: Iterable[_Row], source: Source, options: ReadOptions) -> Iterator[Read]:
    try:
        for where, row, data, problems in rows:
            yield _report(
                Source(source.path, source.stream, where), row, Origin(hash_bytes(data), source.path, problems), options
            )
    except csv.Error as error:
        raise UnreadableError(f"the rest is no table that can be read ({error}); check its quotation marks") from error


def _report(source: Source, row: Mapping[str, object], origin: Origin, options: ReadOptions) -> Read:
    try:
        given = read_row({name: _written(value) for name, value in row.items()}, options.columns)
        if not (given.text or given.html or "").strip():
            raise UnreadableError("the text is empty; there is nothing to read")
        return make_report(given, origin, options)
    except UnreadableError as error:
        return source.unread(str(error))


def _wanted(names: list[str], options: ReadOptions) -> dict[str, str]:
    found = field_names(dict.fromkeys(names), options.columns)
    if "text" not in found and "html" not in found:
        raise UnreadableError(
            f'no column "text" or "html" (there are: {", ".join(names[:20])}); name it by --columns text=NAME'
        )
    return found


def _written(value: object) -> object:
    """Dates and times of Parquet as ISO strings."""
    return value.isoformat() if isinstance(value, date) else value


def _encoded(row: Mapping[str, object]) -> bytes:
    return msgspec.json.encode(row)
