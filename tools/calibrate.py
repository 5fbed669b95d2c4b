"""Fit the weights of confidence on annotated reports, and write the reliability of what they give to docs/accuracy.md.

usage: calibrate.py EVAL_DIR [NAME]   (default dev)

EVAL_DIR holds score.py, NAME.reports.jsonl and NAME.gold.jsonl. An entry is right where score.py, given that entry alone, finds
it right: an event by type, status and every pair of parties, a statement by its words and speaker. What only one of two readers
marked is left out. The table is of five folds of reports, each weighed by what the other four taught.
"""

import json
import runpy
import sys
from collections.abc import Iterator
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.api import read_reports
from communique.confidence import signs_of_event, signs_of_statement
from communique.data.codebook import load_codebook
from communique.reading import ReadOptions, read_paths
from communique.types import Report

ROOT = Path(__file__).parent.parent
PAGE, WEIGHTS = ROOT / "docs" / "accuracy.md", ROOT / "src" / "communique" / "data" / "confidence.toml"
BEGIN, END = "<!-- reliability: begin -->", "<!-- reliability: end -->"
FOLDS, RIDGE, STEPS, RARE = 5, 4.0, 30, 5
BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
Sample = tuple[int, frozenset[str], bool]  # number of the report, signs of the entry, whether it is right


def main() -> int:
    if len(sys.argv) not in (2, 3) or not (Path(sys.argv[1]) / "score.py").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    folder, name = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else "dev"
    samples = _samples(folder, name)
    lines = ["# What each sign adds, as a logit; fitted by tools/calibrate.py, which says how.\n"]
    lines += [f'fitted_on = "{name}: {len({n for n, _, _ in samples["events"]})} reports"']
    tables = []
    for kind, found in samples.items():
        weights = _fit(found)
        signs = "\n".join(
            f'"{sign}" = {weight:.2f}' for sign, weight in sorted(weights.items()) if sign and abs(weight) >= 0.05
        )
        lines += [f"\n[{kind}]\nbase = {weights['']:.2f}\n\n[{kind}.signs]\n{signs}"]
        tables += [_table(kind, list(_cross_validated(found)))]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    table = "\n\n".join(tables)
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    print(table)
    return 0


def _samples(folder: Path, name: str) -> dict[str, list[Sample]]:
    scorer = runpy.run_path(str(folder / "score.py"))["Scorer"]
    gold = {
        g["id"]: g for g in map(json.loads, (folder / f"{name}.gold.jsonl").read_text(encoding="utf-8").splitlines())
    }
    frames = load_codebook().by_id
    reports = (r for r in read_paths((str(folder / f"{name}.reports.jsonl"),), ReadOptions()) if isinstance(r, Report))
    out: dict[str, list[Sample]] = {"events": [], "statements": []}
    for number, record in enumerate(read_reports(reports)):
        plain, want = json.loads(record.to_json()), gold.get(record.report.id)
        if want is None:
            continue
        for event, entry in zip(record.events, plain["events"], strict=True):
            right = _is_event_right(scorer, want, {**plain, "events": [entry], "statements": []})
            out["events"] += [] if right is None else [(number, signs_of_event(event, frames.get(event.rule)), right)]
        for statement, entry in zip(record.statements, plain["statements"], strict=True):
            right = _is_statement_right(scorer, want, {**plain, "events": [], "statements": [entry]})
            out["statements"] += [] if right is None else [(number, signs_of_statement(statement), right)]
    return out


def _is_event_right(scorer: Any, gold: dict[str, Any], alone: dict[str, Any]) -> bool | None:
    made = scorer()
    made.report(gold, alone)
    if not made.n["event.type.pred"]:
        return None
    status = any(count["tp"] for count in made.status.values())
    return bool(status and made.n["event.triple.tp"] == made.n["event.triple.pred"])


def _is_statement_right(scorer: Any, gold: dict[str, Any], alone: dict[str, Any]) -> bool | None:
    made = scorer()
    made.report(gold, alone)
    groups = ("quoted", "indirect")
    if not sum(made.n[f"statement.{g}.pred"] for g in groups):
        return None
    return any(made.n[f"statement.{g}.speaker.ok"] for g in groups)


def _fit(samples: list[Sample]) -> dict[str, float]:
    """Weights by sign, "" for the base: logistic regression with a ridge on all but the base, by Newton's method."""
    counts: dict[str, int] = {}
    for _, signs, _ in samples:
        for sign in signs:
            counts[sign] = counts.get(sign, 0) + 1
    names = ["", *sorted(sign for sign, n in counts.items() if n >= RARE)]
    x = np.array([[1.0 if not name or name in signs else 0.0 for name in names] for _, signs, _ in samples])
    y = np.array([float(right) for _, _, right in samples])
    ridge: NDArray[np.float64] = np.diag([0.0] + [RIDGE] * (len(names) - 1))
    w = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (y - p) - ridge @ w)
    return dict(zip(names, w.tolist(), strict=True))


def _cross_validated(samples: list[Sample]) -> Iterator[tuple[float, bool]]:
    for fold in range(FOLDS):
        weights = _fit([s for s in samples if s[0] % FOLDS != fold])
        for _, signs, right in (s for s in samples if s[0] % FOLDS == fold):
            logit = weights[""] + sum(weights.get(sign, 0.0) for sign in signs)
            yield 1 / (1 + exp(-logit)), right


def _table(kind: str, found: list[tuple[float, bool]]) -> str:
    lines = [f"| confidence of {kind} | entries | mean confidence | right |", "|---|---|---|---|"]
    for low, high in pairwise(BINS):
        inside = [(p, right) for p, right in found if low <= p < high]
        if inside:
            mean, share = sum(p for p, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)
            lines.append(f"| {low:.1f} to {min(high, 1.0):.1f} | {len(inside)} | {mean:.2f} | {share:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
