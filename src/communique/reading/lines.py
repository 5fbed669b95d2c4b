"""JSON lines -> reports, one line in memory at a time."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from communique.reading.decoding import decode, refuse_binary
from communique.reading.inputs import Origin, Read, ReadOptions, UnreadableError, note
from communique.reading.reports import hash_bytes, make_report
from communique.reading.rows import count_others, read_row, tell_others
from communique.reading.sources import Source, read_whole
from communique.types import Problem, Report

_OBJECT = msgspec.json.Decoder(dict[str, object])


def read_json_lines(source: Source, options: ReadOptions) -> Iterator[Read]:
    """A report for each line; a line that cannot be read is named and the next one goes on."""
    others: Counter[str] = Counter()
    number = count = 0
    while line := source.stream.readline(options.max_bytes):
        number += 1
        too_long = len(line) >= options.max_bytes and not line.endswith(b"\n")
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            count += 1
            yield _read_line(line, too_long, Source(source.path, source.stream, f"line {number}"), options, others)
        while too_long and not line.endswith(b"\n") and line:
            line = source.stream.readline(options.max_bytes)
    yield from tell_others(source.path, others)
    if not count:
        yield source.unread("the file is empty; nothing was read")


def read_json_file(source: Source, options: ReadOptions) -> Iterator[Read]:
    """The reports of a .json file: a list of objects, one object, or lines of them whatever the file is called."""
    others: Counter[str] = Counter()
    for number, row in enumerate(_objects(read_whole(source, options.max_bytes)), 1):
        yield _read_line(row, False, Source(source.path, source.stream, f"report {number}"), options, others)
    yield from tell_others(source.path, others)


def _objects(data: bytes) -> list[bytes]:
    try:
        return [bytes(row) for row in msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=list[msgspec.Raw])]
    except msgspec.ValidationError:
        return [data]
    except (msgspec.DecodeError, UnicodeDecodeError):
        lines = [line for line in data.splitlines() if line.strip()]
        # A broken file over many lines is one fault; a file whose first line is whole holds lines of JSON.
        return lines if lines[0].rstrip().endswith(b"}") else [data]


def _read_line(line: bytes, too_long: bool, source: Source, options: ReadOptions, others: Counter[str]) -> Read:
    if too_long:
        return source.unread(f"the line is longer than the limit of {options.max_bytes:,} bytes a report; split it")
    try:
        return _report(line, source, options, others)
    except UnreadableError as error:
        return source.unread(str(error))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return source.unread(f"the line is cut off or no JSON object ({error}); repair or remove it")


def _report(line: bytes, source: Source, options: ReadOptions, others: Counter[str]) -> Report:
    sound, problems = _utf8(line)
    row = _OBJECT.decode(sound)
    count_others(others, row, options.columns)
    given = read_row(row, options.columns)
    if given.text is None and given.html is None:
        has = ", ".join(list(row)[:10]) or "nothing"
        raise UnreadableError(f'no "text" and no "html" (it has: {has}); name the field by --columns text=NAME')
    if given.text is not None and not given.text.strip():
        raise UnreadableError("the text is empty; there is nothing to read")
    return make_report(given, Origin(hash_bytes(line.rstrip(b"\r\n")), source.path, problems), options)


def _utf8(line: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    line = line.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in line:
        refuse_binary(line)
    try:
        line.decode()
    except UnicodeDecodeError:
        decoded = decode(line)
        return decoded.text.encode(), (note(decoded.message),) if decoded.message else ()
    return line, ()
