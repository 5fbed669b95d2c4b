"""Score what Communiqué makes of annotated reports, and write the figures to docs/accuracy.md.

usage: measure_accuracy.py EVAL_DIR

EVAL_DIR holds score.py and, for each set, NAME.reports.jsonl and NAME.gold.jsonl; the figures between the two marker
lines of docs/accuracy.md are replaced.
"""

import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from communique import __version__
from communique.api import read_reports
from communique.reading import ReadOptions, read_paths
from communique.types import Report

PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
_SHOWN = (
    "event.type", "event.quad", "event.triple", "event.who", "event.date", "event.place", "event.status", "event.mode",
    "event.actor_name", "statement.quoted", "statement.quoted.speaker", "statement.indirect",
    "statement.indirect.speaker", "statement.outlet", "statement.date", "statement.kind", "correction", "citations",
    "debris.kept", "story.lost",
)  # fmt: skip


def main() -> int:
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "score.py").is_file():
        print(
            "usage: make accuracy EVAL=DIR, where DIR holds score.py and NAME.reports.jsonl, NAME.gold.jsonl",
            file=sys.stderr,
        )
        return 2
    folder = Path(sys.argv[1])
    names = sorted(p.name.removesuffix(".gold.jsonl") for p in folder.glob("*.gold.jsonl"))
    results = {name: _score(folder, name) for name in names}
    table = _table(results)
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    print(table)
    return 0


def _score(folder: Path, name: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as temporary:
        records = Path(temporary) / "records.jsonl"
        read = read_paths((str(folder / f"{name}.reports.jsonl"),), ReadOptions())
        with records.open("wb") as out:
            for record in read_reports(r for r in read if isinstance(r, Report)):
                out.write(record.to_json() + b"\n")
        gold = folder / f"{name}.gold.jsonl"
        run = subprocess.run(
            [sys.executable, str(folder / "score.py"), str(gold), str(records), "--json"],
            check=True, capture_output=True,
        )  # fmt: skip
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def _table(results: dict[str, dict[str, Any]]) -> str:
    day = datetime.now(UTC).date().isoformat()
    counts = ", ".join(f"{name} ({r['reports']} reports)" for name, r in results.items())
    lines = [f"Version {__version__}, {day}; sets: {counts}.", "", f"| figure | {' | '.join(results)} |"]
    lines.append("|---|" + "---|" * len(results))
    lines += [f"| {key} | {' | '.join(_cell(r.get(key)) for r in results.values())} |" for key in _SHOWN]
    return "\n".join(lines)


def _cell(value: Any) -> str:
    if not isinstance(value, dict):
        return "-"
    if "f1" in value:
        return f"F1 {value['f1']:.2f} (P {value['p']:.2f}, R {value['r']:.2f})" if value["gold"] else "-"
    if "macro_f1" in value:
        return "-" if value["macro_f1"] is None else f"macro F1 {value['macro_f1']:.2f}"
    if "accuracy" in value:
        return "-" if value["accuracy"] is None else f"{value['accuracy']:.2f} of {value['n']}"
    return ", ".join(f"{v} {k}" for k, v in value.items())


if __name__ == "__main__":
    sys.exit(main())
