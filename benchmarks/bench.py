"""How fast, how large, and what each stage costs, as a ratio to bare parsing of the same reports in the same run.

usage: bench.py [REPORTS.jsonl ...]   (default: the example reports)
"""

import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from communique import pipeline
from communique.knowledge import load_knowledge
from communique.parse import load_parser
from communique.parse.parser import BATCH
from communique.reading import ReadOptions, read_paths
from communique.types import Report

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"
ROUNDS = 5
WORDS_WANTED = 20_000
STAGES = (
    "find_clauses", "find_times", "find_actors", "find_places", "settle_countries", "find_statements", "resolve_first_person",
    "find_events", "find_issues", "find_positions", "find_relations",
)  # fmt: skip


def main() -> None:
    paths = sys.argv[1:] or [str(EXAMPLES)]
    reports = [r for r in read_paths(tuple(paths), ReadOptions()) if isinstance(r, Report)]
    reports *= max(1, WORDS_WANTED // max(1, sum(len(r.text.split()) for r in reports)))
    parser, knowledge = load_parser(), load_knowledge()
    words = sum(len(r.text.split()) for r in reports)
    whole, bare = [], []
    spent: dict[str, float] = dict.fromkeys(STAGES, 0.0)
    for _ in range(ROUNDS):  # interleaved, so that a busy machine slows both alike
        bare.append(_seconds(lambda: _exhaust(parser.bare(reports))))
        whole.append(
            _seconds(lambda: _exhaust(pipeline.make_record(p, knowledge, parser.info) for p in parser.parse(reports)))
        )
    with _timed(spent):
        _exhaust(pipeline.make_record(p, knowledge, parser.info) for p in parser.parse(reports))
    best, base = min(whole), min(bare)
    print(
        f"{len(reports)} reports, {words:,} words, batches of {BATCH}, model {parser.info.name} {parser.info.version}"
    )
    print(f"whole      {len(reports) / best:8.1f} reports/s  {words / best:10,.0f} words/s")
    print(f"bare parse {len(reports) / base:8.1f} reports/s  {words / base:10,.0f} words/s")
    print(f"whole / bare parse: {best / base:.2f}")
    for name, seconds in spent.items():
        print(f"  {name:22} {100 * seconds / base:5.1f} % of bare parsing")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


def _seconds(work: Callable[[], None]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _exhaust(items: Iterable[object]) -> None:
    for _ in items:
        pass


class _timed:  # noqa: N801
    """Adds up what each stage of the pipeline takes while it is open."""

    def __init__(self, spent: dict[str, float]) -> None:
        self._spent = spent
        self._real = {name: getattr(pipeline, name) for name in spent}

    def __enter__(self) -> None:
        for name, stage in self._real.items():
            setattr(pipeline, name, self._wrapped(name, stage))

    def __exit__(self, *_: object) -> None:
        for name, stage in self._real.items():
            setattr(pipeline, name, stage)

    def _wrapped(self, name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            started = time.process_time()
            result = stage(*arguments)
            self._spent[name] += time.process_time() - started
            return result

        return run


if __name__ == "__main__":
    main()
