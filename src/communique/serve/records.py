"""A file of records, as ``communique read --format jsonl`` or ``json`` wrote it -> its records."""

from pathlib import Path

import msgspec

from communique.api import Record


class RecordsError(ValueError):
    """A file that is no file of records; the message says which and what to do."""


def read_records(path: Path) -> list[Record]:
    """The records of a file of JSON lines or of one JSON array; raises RecordsError."""
    if not path.is_file():
        raise RecordsError(f"{path}: no records there; read a report first, or name a file of records")
    data = path.read_bytes()
    try:
        if data.lstrip().startswith(b"["):
            return msgspec.json.decode(data, type=list[Record])
        return [msgspec.json.decode(line, type=Record) for line in data.splitlines() if line.strip()]
    except msgspec.MsgspecError as error:
        told = f"{path}: not a file of records ({error}); communique read --format jsonl writes one"
        raise RecordsError(told) from error
