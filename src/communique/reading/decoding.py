"""Bytes -> text: byte-order marks, UTF-8, what the input itself declares, then detection, which is always said."""

import codecs
import re

from charset_normalizer import from_bytes
from msgspec import Struct

from communique.reading.inputs import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "an RTF document",
    b"7z\xbc\xaf": "an archive",
    b"\xfd7zXZ": "an archive",
    b"BZh9": "an archive",
    b"\x28\xb5\x2f\xfd": "an archive",
    b"PAR1": "a Parquet file without its .parquet suffix",
}
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SAMPLE = 100_000


class Decoded(Struct, frozen=True):
    """Text without byte-order mark, the encoding taken, and a message where that one was a guess."""

    text: str
    encoding: str
    message: str | None = None


def decode(data: bytes, *, page: bool = False) -> Decoded:
    """The text of ``data``; ``page`` lets HTML declare its encoding. Raises ``UnreadableError`` for what is no text."""
    refuse_binary(data)
    mark = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)
    if mark:
        return _as_marked(data[len(mark[0]) :], mark[1])
    encoding, said = choose_encoding(data, page=page)
    try:
        return Decoded(data.decode(encoding), encoding, said)
    except UnicodeDecodeError as error:
        said = f"read as {encoding}, in which byte {error.start + 1} and perhaps others mean nothing; save it as UTF-8"
        return Decoded(data.decode(encoding, errors="replace"), encoding, said)


def choose_encoding(data: bytes, *, page: bool = False) -> tuple[str, str | None]:
    """The encoding of ``data`` (or of a sample of it), and a message where it was detected rather than known."""
    wide = _wide(data)
    if not wide and _is_utf8(data):
        return "utf-8", None
    declared = _declared(data) if page else None
    if declared:
        return declared, None
    encoding = wide or _detected(data[:_SAMPLE])
    return encoding, f"not UTF-8: read as {encoding}, which was detected; if letters look wrong, save it as UTF-8"


def refuse_binary(data: bytes) -> None:
    """Raises ``UnreadableError`` where the first bytes are those of a known kind, or NUL bytes tell of no text."""
    kind = next((name for magic, name in _MAGIC.items() if data.startswith(magic)), None)
    if kind:
        raise UnreadableError(f"this is {kind}, not text; give its text as .txt, .html or .jsonl")
    marked = any(data.startswith(mark) for mark, _ in _MARKS)
    if b"\0" in data[:_SAMPLE] and not marked and not _wide(data):
        raise UnreadableError("this is a binary file (it holds NUL bytes), not text; give its text as .txt or .jsonl")


def _as_marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        message = f"marked as {encoding}, but byte {error.start + 1} is not; save it as UTF-8"
        return Decoded(data.decode(encoding, errors="replace"), encoding, message)


def _is_utf8(data: bytes) -> bool:
    """Whether ``data`` is UTF-8; a character that the end of a sample cuts in two does not matter."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4_096])
    if not found:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return None
    # Browsers read Latin-1 as Windows-1252, and so must we: pages that declare it hold curly quotes at 0x93 and 0x94.
    return "cp1252" if name in {"iso8859-1", "ascii"} else None if name.startswith("utf") else name


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Latin script every second byte is NUL."""
    sample = data[:2_000]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) == 0:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) == 0 else None


def _detected(data: bytes) -> str:
    """What charset-normalizer finds; Windows-1252 wherever it gives the same text or the high bytes are punctuation.

    On short English text with curly quotes the detector names one of a dozen code pages by chance.
    """
    high = [byte for byte in data if byte >= 0x80]
    if high and all(0x82 <= byte <= 0x99 or byte in (0xA0, 0xA3, 0xA9, 0xE9) for byte in high):
        return "cp1252"
    best = from_bytes(data).best()
    if best is None:
        raise UnreadableError("not text in any encoding that is known; save it as UTF-8")
    return "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
