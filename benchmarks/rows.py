"""Rows of a set of our own, each with the record of its text."""

import json
import tempfile
from pathlib import Path
from typing import Any

from communique.api import Record, read_reports
from communique.reading import ReadOptions, read_paths
from communique.types import Report

Row = dict[str, Any]
_OF_REPORT = ("id", "text", "published", "publisher")


def read_rows(path: Path) -> list[tuple[Row, Record]]:
    """The rows of a JSON-lines file, as they are, beside what the pipeline makes of their texts."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as temporary:
        reports = Path(temporary) / "reports.jsonl"
        reports.write_text("\n".join(json.dumps({k: r[k] for k in _OF_REPORT if r.get(k)}) for r in rows))
        read = [r for r in read_paths((str(reports),), ReadOptions()) if isinstance(r, Report)]
        records = {record.report.id: record for record in read_reports(read)}
    return [(row, records[row["id"]]) for row in rows]
