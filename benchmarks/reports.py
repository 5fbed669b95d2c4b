"""Score the pool's reports that fresh readers annotated, with the evaluation's own scorer.

usage: python benchmarks/reports.py EVAL [--held | --errors N]

EVAL holds score.py and pool.reports.jsonl; benchmarks/reports says which reports, and what is in them (see its README.md).
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from communique.api import read_reports
from communique.reading import ReadOptions, read_paths
from communique.types import Report

FOLDER = Path(__file__).parent / "reports"


def main() -> int:
    """Print the scorer's figures; 2 where the texts at hand are not those that were annotated."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("eval", type=Path)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--held", action="store_true", help="the reports on which nothing is tuned")
    choice.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    gold = FOLDER / ("held.gold.jsonl" if options.held else "tuned.gold.jsonl")
    hashes = {row["id"]: row["sha256"] for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines())}
    lines = (options.eval / "pool.reports.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines) if row["id"] in hashes}
    other = [id_ for id_, sha in hashes.items() if hashlib.sha256(texts.get(id_, "").encode()).hexdigest() != sha]
    if other:
        print(f"other texts than those annotated: {', '.join(other)}", file=sys.stderr)
        return 2
    read = read_paths((str(options.eval / "pool.reports.jsonl"),), ReadOptions())
    with tempfile.TemporaryDirectory() as temporary:
        records = Path(temporary) / "records.jsonl"
        with records.open("wb") as out:
            for record in read_reports(r for r in read if isinstance(r, Report) and r.id in hashes):
                out.write(record.to_json() + b"\n")
        scorer = [sys.executable, str(options.eval / "score.py"), str(gold), str(records), "--errors"]
        return subprocess.run([*scorer, str(options.errors)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
