"""The store at 1,000, 10,000 and 100,000 reports: adding with merging, six questions, size, growth.

    .venv/bin/python benchmarks/store.py [--reports 100000] [--store postgresql://...] [--svg FILE]

The reports are synthetic: the 40 of benchmarks/stories, week after week (benchmarks/multiply.py). They are read once;
what is measured is the store, not the reading. Adding is told in seconds of the processor (other work does not
count; DuckDB's second thread does), a question in milliseconds of the clock: each is asked five times, and the median told.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from unittest.mock import patch

from multiply import base_records, multiplied

from communique.store import Store, adding, open_store
from communique.store.merging import merge_in

STEPS = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000)
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
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--store")
    parser.add_argument("--svg", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        address = options.store or str(Path(folder) / "record.duckdb")
        lines = list(measured(address, options.reports))
    if options.svg:
        options.svg.write_text(growth_svg(lines), encoding="utf-8")
    return 0


def measured(address: str, number: int) -> Iterable[tuple[int, float, float]]:
    """Reports in the store, seconds of adding and of merging for each thousand since the last line."""
    merging = Timer(merge_in)
    records = multiplied(base_records(), number)
    print("| reports | CPU s per 1,000 | of it merging | MB | " + " | ".join(f"{name} ms" for name in QUESTIONS) + " |")
    print("|---|---|---|---|" + "---|" * len(QUESTIONS))
    done = 0
    for size in [step for step in STEPS if step < number] + [number]:
        merging.seconds, spent = 0.0, 0.0
        with open_store(address, write=True) as store, patch.object(adding, "merge_in", merging):
            while done < size:
                some = [record for _, record in zip(range(min(500, size - done)), records, strict=False)]
                started = time.process_time()
                store.add(some)
                spent += time.process_time() - started
                done += len(some)
        thousands = (size - max([0, *[step for step in STEPS if step < size]])) / 1_000
        yield told(address, size, spent / thousands, merging.seconds / thousands)


def told(address: str, size: int, adding_: float, merging: float) -> tuple[int, float, float]:
    """Ask, print the line, and give its numbers."""
    with open_store(address) as store:
        times = [asked(store, kind, question) for kind, question in QUESTIONS.values()]
    file = Path(address)
    megabytes = f"{file.stat().st_size / 1e6:.0f}" if file.is_file() else "-"
    cells = [f"{size:,}", f"{adding_:.1f}", f"{merging:.1f}", megabytes, *(f"{ms:.0f}" for ms in times)]
    print(f"| {' | '.join(cells)} |", flush=True)
    return size, adding_, merging


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


def growth_svg(lines: list[tuple[int, float, float]]) -> str:
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
