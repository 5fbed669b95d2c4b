"""The store: adding with merging as the record grows, and six questions at 1,000, 10,000 and 100,000 reports.

    .venv/bin/python benchmarks/store.py [--added 3000] [--asked 100000] [--svg FILE]

All of it is synthetic. Added are the 40 reports of benchmarks/stories, week after week (benchmarks/multiply.py), read
once: what is measured is the store, in seconds of the processor. For the questions the first thousand are multiplied
inside the database, under other ids and three weeks later each time; each question is asked five times, and the median
of the clock told in milliseconds.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from unittest.mock import patch

import duckdb
from multiply import base_records, multiplied

from communique.store import Store, adding, open_store
from communique.store.flatten import PLACES
from communique.store.merging import merge_in

Line = tuple[int, float, float]
TABLES = (
    "reports", "sentences", "postings", "actors", "events", "event_roles", "statements", "statement_roles", "citations",
    "members", "tellings", "contradictions", "disputed", "corrections", "problems",
)  # fmt: skip
QUESTIONS: dict[str, tuple[str, dict[str, object]]] = {
    "events of a dyad": ("events", {"actor": "DJI", "with": "ERI"}),
    "events of a type in a month": ("events", {"type": "SANCTION", "since": "1980-03-01", "until": "1980-03-31"}),
    "events told by two sources": ("events", {"min_sources": 2, "sort": "-sources"}),
    "statements with a word": ("statements", {"text": "ministry"}),
    "contradictions": ("contradictions", {"type": "number"}),
    "series of a dyad by month": ("series", {"actor": "DJI", "with": "ERI", "by": "month"}),
}


def main() -> int:
    """Measure, and print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--added", type=int, default=3_000)
    parser.add_argument("--asked", type=int, default=100_000)
    parser.add_argument("--svg", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        lines = list(growth(Path(folder), options.added))
        ask_all(Path(folder) / "first.duckdb", options.asked)
    if options.svg:
        options.svg.write_text(growth_svg(lines), encoding="utf-8")
    return 0


def growth(folder: Path, number: int) -> Iterator[Line]:
    """Add thousand after thousand; the first is kept for the questions."""
    merging = Timer(merge_in)
    records = multiplied(base_records(), number)
    print("| reports | CPU s for the last 1,000 | of it merging | MB |\n|---|---|---|---|")
    for size in range(1_000, number + 1, 1_000):
        merging.seconds, spent = 0.0, 0.0
        with open_store(folder / "record.duckdb", write=True) as store, patch.object(adding, "merge_in", merging):
            while some := list(islice(records, min(200, size - store.reports(limit=0).total))):
                started = time.process_time()
                store.add(some)
                spent += time.process_time() - started
        if size == 1_000:
            shutil.copy(folder / "record.duckdb", folder / "first.duckdb")
        megabytes = (folder / "record.duckdb").stat().st_size / 1e6
        print(f"| {size:,} | {spent:.1f} | {merging.seconds:.1f} | {megabytes:.0f} |", flush=True)
        yield size, spent, merging.seconds


def ask_all(path: Path, number: int) -> None:
    """Ask at a thousand, ten thousand ... reports."""
    print(f"| reports | MB | {' | '.join(QUESTIONS)} |\n|---|---|{'---|' * len(QUESTIONS)}")
    size = 1_000
    while size <= number:
        with open_store(path) as store:
            times = [asked(store, kind, question) for kind, question in QUESTIONS.values()]
        cells = [f"{size:,}", f"{path.stat().st_size / 1e6:.0f}", *(f"{ms:.0f}" for ms in times)]
        print(f"| {' | '.join(cells)} |", flush=True)
        if size < number:
            tenfold(path, size)
        size *= 10


def tenfold(path: Path, size: int) -> None:
    """Multiply every table that questions look at, inside the database."""
    with duckdb.connect(str(path)) as connection:
        steps = "(SELECT unnest(range(1, 10)) AS k) steps"
        for table in TABLES:
            names = [row[0] for row in connection.execute(f"DESCRIBE {table}").fetchall()]
            columns = ", ".join(_moved(table, name, size) for name in names)
            connection.execute(f"INSERT INTO {table} SELECT {columns} FROM {table} t, {steps}")


def _moved(table: str, name: str, size: int) -> str:
    """A column of the k-th copy: other numbers and ids, three weeks later for each thousand before."""
    if name in ("report", "one_report", "other_report", "corrected_report", "origin", "family") or (table, name) == (
        "reports",
        "no",
    ):
        return f"t.{name} + k * {size}"
    if name in ("no", "entry", "by_report", "by_day", "by_story", "one", "other"):
        return f"t.{name} + k * {size} * {PLACES}"
    if name == "id" and table != "actors":
        return f"t.id || '-' || k || '-{size}'"
    if name in ("first_day", "last_day", "published"):
        return f"t.{name} + CAST(k * {size} / 1000 * 21 AS INTEGER)"
    return f"t.{name}"


def asked(store: Store, kind: str, question: dict[str, object]) -> float:
    """The median of five times, in milliseconds."""
    times = []
    for _ in range(5):
        started = time.perf_counter()
        getattr(store, kind)(**question)
        times.append((time.perf_counter() - started) * 1_000)
    return median(times)


class Timer:
    """Counts the processor's seconds that a function takes."""

    def __init__(self, function: Callable[..., object]) -> None:
        self._function = function
        self.seconds = 0.0

    def __call__(self, *arguments: object) -> object:
        started = time.process_time()
        try:
            return self._function(*arguments)
        finally:
            self.seconds += time.process_time() - started


def growth_svg(lines: list[Line]) -> str:
    """Seconds for each thousand reports against the size of the record; a level line is linear growth."""
    top = max(seconds for _, seconds, _ in lines) * 1.15
    places = {size: 70 + 430 * n / max(1, len(lines) - 1) for n, (size, _, _) in enumerate(lines)}

    def line(column: int, colour: str) -> str:
        points = " ".join(f"{places[row[0]]:.0f},{240 - 200 * float(row[column]) / top:.0f}" for row in lines)
        return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'

    labels = "".join(
        f'<text x="{places[size]:.0f}" y="258" text-anchor="middle">{size:,}</text>'
        f'<text x="{places[size]:.0f}" y="{232 - 200 * seconds / top:.0f}" text-anchor="middle">{seconds:.1f}</text>'
        for size, seconds, _ in lines
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="560" height="290" font-family="sans-serif" font-size="12">'
        '<rect width="560" height="290" fill="white"/>'
        '<text x="16" y="20">seconds for 1,000 reports: adding (blue), of it merging (orange)</text>'
        f"{line(1, '#1f6feb')}{line(2, '#d9730d')}{labels}"
        '<line x1="60" y1="240" x2="520" y2="240" stroke="#999"/><text x="290" y="280" text-anchor="middle">reports in the record</text></svg>\n'
    )


if __name__ == "__main__":
    sys.exit(main())
