"""How fast the registry loads, and how fast its names are found in reports that are parsed already.

usage: names.py [REPORTS.jsonl ...]   (default: the example reports)
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from communique.actors.scan import find_hits
from communique.data.registry import load_registry
from communique.parse import load_parser
from communique.reading import ReadOptions, read_paths
from communique.types import Report

EXAMPLES = Path(__file__).parent.parent / "examples" / "reports"
ROUNDS = 7
MOST_REPORTS = 60


def main() -> None:
    loading = min(_seconds(load_registry) for _ in range(ROUNDS))
    registry, parser = load_registry(), load_parser()
    paths = tuple(sys.argv[1:]) or (str(EXAMPLES),)
    reports = [r for r in read_paths(paths, ReadOptions()) if isinstance(r, Report)][:MOST_REPORTS]
    started = time.perf_counter()
    parsed = list(parser.parse(reports))
    parsing = time.perf_counter() - started
    megabytes = sum(len(r.text.encode()) for r in reports) / 1e6
    finding = min(_seconds(lambda: [find_hits(p, registry) for p in parsed]) for _ in range(ROUNDS))
    hits = sum(len(find_hits(p, registry)) for p in parsed)
    print(f"registry: {len(registry.actors):,} actors, {len(registry.names):,} names, loaded in {loading:.2f} s")
    print(
        f"names: {hits:,} found in {megabytes:.2f} MB, {1000 * finding / megabytes:.0f} ms a MB, {finding / parsing:.2%} of parsing"
    )


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main()
