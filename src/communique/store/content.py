"""What a report is known by: its id, a hash over all that is read of it, and the file it is alone in."""

from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from communique.store.engine import Engine, among
from communique.types import MadeBy, Report, ReportEntry

_READ = ("text", "url", "publisher", "title", "author", "published", "published_basis", "updated", "licence")
# Files that hold one report: when such a file changes, so has its report. Others name their reports by id.
_SINGLE = {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"}


class Known(Struct, frozen=True):
    """A report that the store has: its number and id, the hash of its content, and with which rules it was read."""

    no: int
    id: str
    content: str
    fingerprint: str


def content_of(report: Report | ReportEntry) -> str:
    """A hash over the text and the metadata that change what is read ("on Monday" hangs on the day of publication)."""
    return sha256(msgspec.json.encode([getattr(report, field) for field in _READ])).hexdigest()


def fingerprint_of(made: MadeBy) -> str:
    """One hash over everything that made a record: equal where the same reading would come out."""
    return sha256(msgspec.json.encode(made)).hexdigest()


def find_known(engine: Engine, reports: list[Report] | list[ReportEntry]) -> dict[str, Known]:
    """Those of the reports that the store has, by their ids as they are now."""
    columns = "r.no, r.id, r.content, u.fingerprint"
    tables = "FROM reports r JOIN runs u ON u.no = r.run"
    by_id = engine.rows(f"SELECT {columns} {tables} WHERE {among('r.id', 'TEXT')}", [[r.id for r in reports]])
    found = {row[1]: Known(*row) for row in by_id}
    files = {r.path: r.id for r in reports if r.id not in found and r.path and _named_by_file(r)}
    if files:
        sql = f"SELECT r.path, {columns} {tables} WHERE {among('r.path', 'TEXT')} AND r.id LIKE 'sha256:%'"
        earlier = engine.rows(sql, [list(files)])
        found |= {files[row[0]]: Known(*row[1:]) for row in earlier if row[2] not in {r.id for r in reports}}
    return found


def _named_by_file(report: Report | ReportEntry) -> bool:
    """Whether only the file says which report it is: a .txt without an id of its own."""
    path = Path(report.path or "")
    suffix = path.with_suffix("").suffix if path.suffix == ".gz" else path.suffix
    return report.id.startswith("sha256:") and suffix.lower() in _SINGLE
