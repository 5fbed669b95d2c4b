"""A progress bar on standard error for work over two seconds; nothing where standard error is no terminal."""

import gzip
import sys
import time
from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress
from rich.text import Text

SILENT_SECONDS = 2.0
_SUFFIXES = {".txt", ".md", ".html", ".htm"}


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f} reports/s" if task.speed else "")


class Progress:
    """Counts records; shows itself after two seconds, with rate and remaining time where the total is known."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        self._paths = paths
        self._started = time.monotonic()
        self._done = 0
        self._bar: RichProgress | None = None

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Take the bar away, so that lines can be printed."""
        if self._bar is not None:
            self._bar.stop()

    def advance(self) -> None:
        """One more record is ready."""
        self._done += 1
        if self._bar is None and sys.stderr.isatty() and time.monotonic() - self._started > SILENT_SECONDS:
            self._bar = self._shown()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    def _shown(self) -> RichProgress:
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
        bar = RichProgress(*columns, console=Console(stderr=True), transient=True)
        bar.add_task("reading", total=count_reports(self._paths), completed=self._done)
        bar.start()
        return bar


def count_reports(paths: tuple[str, ...]) -> int | None:
    """How many reports the paths hold, at a glance; None where that cannot be said (standard input, tables)."""
    total = 0
    for path in paths:
        found = None if path == "-" else _count(Path(path))
        if found is None:
            return None
        total += found
    return total


def _count(path: Path) -> int | None:
    if path.is_dir():
        counts = [_count(p) for p in path.rglob("*") if p.is_file()]
        return None if None in counts else sum(c for c in counts if c is not None)
    plain = path.with_suffix("") if path.suffix == ".gz" else path
    if plain.suffix in _SUFFIXES:
        return 1
    if plain.suffix not in {".jsonl", ".ndjson"}:
        return 0 if plain.suffix == ".json" else None
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return None
