"""Score the positions of our own short reports, written blind, and the changes between them.

usage: python benchmarks/positions.py [--broad] [--errors N] | --held

benchmarks/positions holds reports.jsonl and gold.json, written blind and tuned on since; positions/broad eighty more on as
many subjects as diplomacy has, tuned on too; positions/held a later set of the same form on which nothing is tuned: of it
only totals are printed. A gold position is found where one of ours has the same state (an actor of no state: the same
words) and an issue of the same heading; it is right where stance and direction agree as well ("opposes" and "rejects" count
as one, as the README allows). ``of`` is counted apart: whom or what the issue concerns, where the report names actors
there. Ours that no gold row has are extra; several of ours on one gold row are one. A change is found where the positions
over time of that state on that heading differ between the two reports.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from communique.api import Record, read_reports
from communique.data.issues import load_issues
from communique.positions import date_positions, trace_positions
from communique.reading import ReadOptions, read_paths
from communique.types import Position, Report

FOLDER = Path(__file__).parent / "positions"
# "Where two fit (Metsamor: energy or nuclear-programme) the other is not wrong."
ALIKE = (
    {"energy", "nuclear-programme"}, {"visa", "travel"}, {"detention", "human-rights"}, {"recognition", "sovereignty"},
    {"peacekeeping", "intervention"}, {"technology-export", "trade"}, {"ceasefire", "mediation"}, {"water", "energy"},
)  # fmt: skip
Row = dict[str, Any]


def main() -> int:
    held = "--held" in sys.argv
    folder = FOLDER / "held" if held else FOLDER / "broad" if "--broad" in sys.argv else FOLDER
    shown = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv and not held else 0
    headings = {issue.id: issue.heading for issue in load_issues().rules}
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    records = _read(folder / "reports.jsonl")
    errors: list[str] = []
    counts: Counter[str] = Counter()
    for number, record in records.items():
        rows = [row for row in gold["positions"] if row["report"] == number]
        counts += _score(record, rows, headings, errors)
    counts += _score_changes(records, gold["changes"], headings, errors)
    print(f"{len(records)} reports")
    print(_figures(counts))
    print("\n".join(errors[:shown]))
    return 0


def _read(path: Path) -> dict[int, Record]:
    read = [r for r in read_paths((str(path),), ReadOptions()) if isinstance(r, Report)]
    return {int(record.report.id): record for record in read_reports(read)}


def _figures(n: Counter[str]) -> str:
    precision = n["right"] / max(1, n["found"] + n["extra"])
    return (
        f"  positions  right {n['right']} of {n['gold']} ({n['right'] / max(1, n['gold']):.0%}), found {n['found']}, "
        f"extra {n['extra']}, precision {precision:.2f}\n"
        f"  of those found: stance {n['stance']}, direction {n['direction']}, of {n['of']} of {n['of gold']}, "
        f"condition {n['condition']} of {n['condition gold']}\n"
        f"  without a stance: {n['silent']} of {n['silent gold']} reports left silent\n"
        f"  changes    found {n['change']} of {n['change gold']}, extra {n['change extra']}"
    )


def _score(record: Record, rows: list[Row], headings: dict[str, str], errors: list[str]) -> Counter[str]:
    n: Counter[str] = Counter()
    used: set[str] = set()
    for row in rows:
        near = [p for p in record.positions if _is_found(record, row, p, headings)]
        used.update(p.id for p in near)
        best = max(near, key=lambda p: _merit(row, p), default=None)
        n.update(_count(record, row, best))
        if best is None or not _is_right(row, best):
            errors.append(f"{'missed' if best is None else 'wrong'} {row['report']} {_row(row)}; ours {_ours(near)}")
    extra = [p for p in record.positions if p.id not in used]
    n["extra"] += len(extra)
    if not rows:
        n.update({"silent gold": 1, "silent": not extra})
    errors.extend(f"extra {record.report.id} {_ours([p])} {_words(record, p)}" for p in extra)
    return n


def _is_found(record: Record, row: Row, position: Position, headings: dict[str, str]) -> bool:
    heading = headings[position.issue.id]
    if heading != row["issue_kind"] and not any({heading, row["issue_kind"]} <= pair for pair in ALIKE):
        return False
    if row["country"] is not None:
        return bool(position.actor.country == row["country"])
    return str(row["actor"]) in _names(record, position.actor.actor)


def _count(record: Record, row: Row, best: Position | None) -> Counter[str]:
    concerned = {a.id for a in record.actors for name in row["of"] if name in _names(record, a.id)}
    n = Counter({"gold": 1, "condition gold": bool(row["condition"])})
    if best is not None:
        condition = (
            "" if best.condition is None else (record.report.text or "")[best.condition.start : best.condition.end]
        )
        n.update(
            {
                "found": 1,
                "right": _is_right(row, best),
                "stance": _is_stance(row, best),
                "direction": best.direction == row["direction"],
                "of gold": bool(concerned),
                "of": bool(concerned & set(best.issue.of)),
                "condition": bool(row["condition"]) and _meet(condition, row["condition"]),
            }
        )
    return n


def _meet(one: str, other: str) -> bool:
    return bool(one) and (one in other or other in one)


def _names(record: Record, actor: str) -> set[str]:
    """The words by which a report names an actor."""
    found = next(a for a in record.actors if a.id == actor)
    return {found.name, *((record.report.text or "")[s.start : s.end] for s in found.mentions)}


def _merit(row: Row, position: Position) -> tuple[bool, bool, str]:
    return _is_right(row, position), bool(set(row["of"]) & set(position.issue.of)), position.id


def _is_right(row: Row, position: Position) -> bool:
    return _is_stance(row, position) and position.direction == row["direction"]


def _is_stance(row: Row, position: Position) -> bool:
    flat = {"opposes", "rejects"}
    return position.stance == row["stance"] or {position.stance, row["stance"]} == flat


def _score_changes(
    records: dict[int, Record], rows: list[Row], headings: dict[str, str], errors: list[str]
) -> Counter[str]:
    dated = [one for record in records.values() for one in date_positions(record)]
    moves = {
        (course.country, headings[course.issue], step.moved.before, step.report)
        for course in trace_positions(dated)
        for step in course.steps
        if step.moved is not None
    }
    found = [r for r in rows if any(_is_move(m, r) for m in moves)]
    errors.extend(f"change not found {r['actor']} {r['issue']}" for r in rows if r not in found)
    extra = [m for m in moves if not any(_is_move(m, r) for r in rows)]
    errors.extend(f"extra change {m}" for m in extra)
    return Counter({"change gold": len(rows), "change": len(found), "change extra": len(extra)})


def _is_move(move: tuple[str | None, str, str | None, str], row: Row) -> bool:
    country, _, before, after = move
    return country == row["country"] and (before, after) == (str(row["from_report"]), str(row["to_report"]))


def _row(row: Row) -> str:
    return f"{row['country']} {row['issue_kind']} {row['stance']}/{row['direction']} “{row['words']}”"


def _ours(positions: list[Position]) -> str:
    return ", ".join(f"{p.actor.country} {p.issue.id} {p.stance}/{p.direction} {p.rule}" for p in positions) or "none"


def _words(record: Record, position: Position) -> str:
    return " … ".join((record.report.text or "")[s.start : s.end] for s in position.evidence)


if __name__ == "__main__":
    sys.exit(main())
