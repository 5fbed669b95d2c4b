"""Text files (with front matter) and HTML files -> one report each, with a sidecar's metadata."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from communique.reading.decoding import Decoded, decode
from communique.reading.inputs import Given, Notice, Origin, Read, ReadOptions, UnreadableError, note
from communique.reading.reports import hash_bytes, make_report
from communique.reading.rows import KNOWN, count_others, read_row, tell_others
from communique.reading.sources import Source, read_whole
from communique.types import Problem

_FRONT = re.compile(
    r"\A\s*---[ \t]*\r?\n((?:[A-Za-z_][\w -]{0,40}:[^\r\n]*\r?\n|[ \t]*\r?\n)+)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)\s*"
)
_ALIASES = {"date": "published", "modified": "updated", "license": "licence", "link": "url", "source": "publisher"}


def read_text_file(source: Source, options: ReadOptions) -> Iterator[Read]:
    """The report of a .txt or .md file: its text without front matter."""
    data, decoded = _bytes_and_text(source, options, page=False)
    front, body, others = _front_matter(decoded.text)
    if not body.strip():
        raise UnreadableError("there is no text after the front matter; nothing was read")
    yield from _one(msgspec.structs.replace(front, text=body), data, decoded, source, options)
    yield from tell_others(source.path, others)


def read_html_file(source: Source, options: ReadOptions) -> Iterator[Read]:
    """The report of an .html file: the story that is found in it."""
    data, decoded = _bytes_and_text(source, options, page=True)
    yield from _one(Given(html=decoded.text), data, decoded, source, options)


def _bytes_and_text(source: Source, options: ReadOptions, *, page: bool) -> tuple[bytes, Decoded]:
    data = read_whole(source, options.max_bytes)
    return data, decode(data, page=page)


def _one(given: Given, data: bytes, decoded: Decoded, source: Source, options: ReadOptions) -> Iterator[Read]:
    beside, problems, notices = _sidecar(source.path)
    problems += (note(decoded.message),) if decoded.message else ()
    both = _joined(given, beside)
    yield make_report(both, Origin(hash_bytes(data), source.path, problems), options)
    yield from notices


def _joined(given: Given, beside: Given) -> Given:
    """What the sidecar says goes before what the front matter says: it was written about the file."""
    said = {name: getattr(beside, name) for name in KNOWN - {"text", "html"} if getattr(beside, name) is not None}
    return msgspec.structs.replace(given, **said)


def _front_matter(text: str) -> tuple[Given, str, Counter[str]]:
    """Front matter is a block of ``name: value`` lines between lines of dashes; without one, all is text."""
    found = _FRONT.match(text)
    others: Counter[str] = Counter()
    if not found:
        return Given(), text, others
    pairs = (line.partition(":") for line in found.group(1).splitlines() if line.strip())
    row: dict[str, object] = {_field(name): _unquoted(value) for name, _, value in pairs}
    count_others(others, row, {})
    return read_row(row, {}), text[found.end() :], others


def _field(name: str) -> str:
    name = name.strip().lower()
    return _ALIASES.get(name, name)


def _unquoted(value: str) -> str | None:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value or None


def _sidecar(path: str) -> tuple[Given, tuple[Problem, ...], tuple[Notice, ...]]:
    file = next((file for file in sidecars(Path(path)) if path != "-" and file.is_file()), None)
    if file is None:
        return Given(), (), ()
    try:
        row = msgspec.json.decode(file.read_bytes(), type=dict[str, object])
        row = {_field(name): value for name, value in row.items() if _field(name) not in ("text", "html")}
        others: Counter[str] = Counter()
        count_others(others, row, {})
        return read_row(row, {}), (), tell_others(str(file), others)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, UnreadableError) as error:
        return Given(), (note(f"the sidecar {file.name} could not be used ({error}); repair it"),), ()


def sidecars(path: Path) -> tuple[Path, Path]:
    """Where the sidecar of a file may stand: ``name.json`` or ``name.txt.json`` beside ``name.txt`` or its .gz."""
    bare = path.with_suffix("") if path.suffix == ".gz" else path
    return bare.with_suffix(".json"), bare.with_name(bare.name + ".json")
