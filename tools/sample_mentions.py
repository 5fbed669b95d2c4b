"""Print mentions of actors with whom they were resolved to, to be judged: all of some reports, and some of the others.

usage: sample_mentions.py REPORTS.jsonl SEED [WHOLE [OTHERS [JUDGED.tsv]]]

By default 6 whole reports, and 300 mentions of the others; none that stands in JUDGED.tsv. Tab-separated: report, start, end,
form, rule, actor, name, country, words, context. Verdicts stand, without the words, in benchmarks/mentions.tsv (all of six
reports) and benchmarks/mentions_unseen.tsv (drawn from reports that nobody had looked at).
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from communique.knowledge import load_knowledge
from communique.parse import load_parser
from communique.pipeline import run_stages
from communique.reading import ReadOptions, read_paths
from communique.types import Report

BESIDE = 90  # characters of context on each side


def main() -> int:
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    draw = random.Random(int(sys.argv[2]))
    whole = int(sys.argv[3]) if len(sys.argv) > 3 else 6
    others = int(sys.argv[4]) if len(sys.argv) > 4 else 300
    reports = [r for r in read_paths((sys.argv[1],), ReadOptions()) if isinstance(r, Report)]
    rows = {report: list(found) for report, found in _rows(reports)}
    judged = _judged(sys.argv[5]) if len(sys.argv) > 5 else frozenset()
    chosen = draw.sample(sorted(rows), min(whole, len(rows)))
    rest = [row for report in sorted(rows) if report not in chosen for row in rows[report] if row[:3] not in judged]
    drawn = draw.sample(rest, min(others, len(rest)))
    for row in [row for report in chosen for row in rows[report]] + sorted(drawn):
        print("\t".join(row))
    return 0


def _judged(path: str) -> frozenset[tuple[str, ...]]:
    lines = Path(path).read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(tuple(line.split("\t")[:3]) for line in lines)


def _rows(reports: list[Report]) -> Iterator[tuple[str, Iterator[tuple[str, ...]]]]:
    parser, knowledge = load_parser(), load_knowledge()
    for parsed in parser.parse(reports):
        found = run_stages(parsed, knowledge).actors
        names = {actor.id: actor.name for actor in found.actors}
        text = parsed.report.text
        yield parsed.report.id, (
            (
                parsed.report.id, str(m.span.start), str(m.span.end), m.form, m.rule, ",".join(m.actors),
                ", ".join(names[a] for a in m.actors), m.country or "", _flat(text[m.span.start : m.span.end]),
                _flat(text[max(0, m.span.start - BESIDE) : m.span.end + BESIDE]),
            )
            for m in found.mentions
        )  # fmt: skip


def _flat(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    sys.exit(main())
