"""Paths and streams -> bytes, unpacked, never more of them in memory than one report may have."""

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from msgspec import Struct

from communique.reading.inputs import Unread, UnreadableError

_GZIP = b"\x1f\x8b"


class Source(Struct, frozen=True):
    """An open input: its path as given, its bytes, and where in it we are (``line 7``)."""

    path: str
    stream: io.BufferedReader
    where: str | None = None

    def unread(self, message: str) -> Unread:
        """That nothing could be read here, and why."""
        return Unread(path=self.path, where=self.where, message=message)


@contextmanager
def open_input(path: str) -> Iterator[io.BufferedReader]:
    """The bytes of a file or, for ``-``, of standard input, which stays open."""
    if path == "-":
        yield _unpacked(_buffered(sys.stdin.buffer))
        return
    with Path(path).open("rb") as stream:
        yield _unpacked(stream)


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))


def _unpacked(stream: io.BufferedReader) -> io.BufferedReader:
    """Unpacked where it is gzipped: by its first bytes, whatever it is called."""
    if stream.peek(2)[:2] == _GZIP:
        return _buffered(cast(BinaryIO, gzip.GzipFile(fileobj=stream, mode="rb")))
    return stream


def read_whole(source: Source, limit: int) -> bytes:
    """All bytes of an input that is one report. Raises ``UnreadableError`` where it is empty or at the limit."""
    data = source.stream.read(limit)
    if not data.strip():
        raise UnreadableError("the file is empty; nothing was read")
    if len(data) >= limit:
        raise UnreadableError(f"longer than the limit of {limit:,} bytes a report; split it, or give JSON lines")
    return data
