"""Paths -> reports, whatever the kinds of file; what cannot be read is named and the rest goes on."""

import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from communique.data.debris import load_debris
from communique.reading.inputs import Given, Notice, Origin, Read, ReadOptions, Unread, UnreadableError
from communique.reading.lines import read_json_file, read_json_lines
from communique.reading.plain import read_html_file, read_text_file, sidecars
from communique.reading.reports import hash_bytes, make_report
from communique.reading.sources import Source, open_input
from communique.reading.tables import read_csv, read_parquet, read_tsv
from communique.types import Report

Reader = Callable[[Source, ReadOptions], Iterator[Read]]

READERS: dict[str, Reader] = {
    ".txt": read_text_file,
    ".md": read_text_file,
    ".markdown": read_text_file,
    ".html": read_html_file,
    ".htm": read_html_file,
    ".xhtml": read_html_file,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_csv,
    ".tsv": read_tsv,
    ".parquet": read_parquet,
}


def read_text(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    options: ReadOptions | None = None,
) -> Report:
    """The report of a text at hand. Raises ``UnreadableError`` where it is at the limit of ``options.max_bytes``."""
    options = options or ReadOptions()
    data = text.encode(errors="surrogatepass")
    if len(data) >= options.max_bytes:
        raise UnreadableError(f"longer than the limit of {options.max_bytes:,} bytes a report; split it")
    given = Given(text=text, published=published, publisher=publisher, title=title)
    return make_report(given, Origin(hash_bytes(data)), options)


def read_paths(paths: Iterable[str | Path], options: ReadOptions | None = None) -> Iterator[Read]:
    """Reports of files, folders (all files below, sorted) and ``-`` (standard input), as they are read.

    What cannot be read comes as ``Unread``, what was left out and counted as ``Notice``; nothing raises. A second input
    with the id of an earlier one is ``Unread``.
    """
    options = options or ReadOptions()
    ready = msgspec.structs.replace(options, rules=options.rules or load_debris())
    seen: set[str] = set()
    for path in paths:
        for one in _read_path(str(path), ready):
            if isinstance(one, Report) and one.id in seen:
                message = f"a report with the id {one.id!r} was read before; this one is left out"
                yield Unread(path=one.path or str(path), where=None, message=message)
                continue
            if isinstance(one, Report):
                seen.add(one.id)
            yield one


def _read_path(path: str, options: ReadOptions) -> Iterator[Read]:
    if path == "-":
        yield from _guarded(path, None, options)
    elif Path(path).is_dir():
        yield from _read_folder(Path(path), options)
    else:
        yield from _guarded(path, _named(Path(path)), options)


def _read_folder(folder: Path, options: ReadOptions) -> Iterator[Read]:
    others: list[Path] = []
    count = 0
    for file in _files(folder):
        if _reader(file):
            count += 1
            yield from _guarded(str(file), _reader(file), options)
        elif not _is_sidecar(file):
            others.append(file)
    if others:
        kinds = ", ".join(sorted({file.suffix or file.name for file in others})[:12])
        yield Notice(path=str(folder), message=f"files of other kinds left out: {len(others)} ({kinds})")
    if not count:
        kinds = " ".join(READERS)
        yield Unread(path=str(folder), where=None, message=f"no file of a kind that is read ({kinds}) in this folder")


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder in the order of their names, without hidden ones."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root) / name for name in sorted(names) if not name.startswith("."))


def _reader(path: Path) -> Reader | None:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return READERS.get(suffixes[-1]) if suffixes else None


def _named(path: Path) -> Reader | None:
    """The reader for a file that was named itself; in a folder, .json files are sidecars or somebody else's."""
    return read_json_file if ".json" in path.suffixes[-2:] and path.suffix in (".json", ".gz") else _reader(path)


def _is_sidecar(file: Path) -> bool:
    if file.suffix != ".json":
        return False
    return any(_reader(other) and file in sidecars(other) for other in file.parent.glob(f"{_escaped(file.stem)}*"))


def _escaped(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "[]*?" else letter for letter in name)


def _guarded(path: str, reader: Reader | None, options: ReadOptions) -> Iterator[Read]:
    """What a file gives; a fault ends this file and no other, and what was read before it stays."""
    try:
        with open_input(path) as stream:
            yield from (reader or _sniffed(stream.peek(4_096)))(Source(path, stream), options)
    except UnreadableError as error:
        yield Unread(path=path, where=None, message=str(error))
    except FileNotFoundError:
        yield Unread(path=path, where=None, message="no such file (or it vanished while reading); check the path")
    except (EOFError, zlib.error) as error:
        message = f"the compressed file is cut off or damaged ({error}); what came before is kept; fetch it again"
        yield Unread(path=path, where=None, message=message)
    except OSError as error:
        yield Unread(path=path, where=None, message=f"cannot be read ({error.strerror or error}); check the file")


def _sniffed(head: bytes) -> Reader:
    """The reader for an input without a name of a known kind: JSON lines, Parquet, HTML, else plain text."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1_000].lower()
    if start.startswith(b"{") and b'"' in start:
        return read_json_lines
    if start.startswith(b"[") and start[1:].lstrip().startswith(b"{"):
        return read_json_file
    if start.startswith(b"par1"):
        return read_parquet
    is_page = start.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<article", b"<div", b"<p>"))
    return read_html_file if is_page else read_text_file
