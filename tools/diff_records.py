"""Show what a change does to records: the entries that the working tree gains, loses and changes against another revision.

usage: diff_records.py BASE [EVAL_DIR]

BASE is any git revision; it is checked out beside the working tree and reads the same reports: those of EVAL_DIR/*.reports.jsonl,
or the example reports. Exits with 0 whether or not something differs.
"""

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import msgspec

from communique.changes import Change, compare
from communique.types import RecordFields

ROOT = Path(__file__).parent.parent
_SIGNS = {"gained": "+", "lost": "-", "changed": "~"}


def main() -> int:
    if len(sys.argv) not in (2, 3) or sys.argv[1].startswith("-"):
        print("usage: make diff BASE=REVISION [EVAL=DIR, which holds NAME.reports.jsonl]", file=sys.stderr)
        return 2
    folder = Path(sys.argv[2]) if len(sys.argv) == 3 else None
    paths = [ROOT / "examples" / "reports"] if folder is None else sorted(folder.glob("*.reports.jsonl"))
    if not paths:
        print(f"{folder}: holds no NAME.reports.jsonl", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary) / "base"
        added = subprocess.run(
            ["git", "worktree", "add", "--detach", "--quiet", str(base), sys.argv[1]], cwd=ROOT, check=False
        )
        if added.returncode:
            return 2  # git has said why
        try:
            old, new = (_read(tree, paths, Path(temporary)) for tree in (base, ROOT))
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(base)], cwd=ROOT, check=True)
    _show([change for report in new for change in compare(old.get(report, new[report]), new[report])])
    return 0


def _read(tree: Path, paths: list[Path], temporary: Path) -> dict[str, RecordFields]:
    """The records that the code of a tree makes, by report."""
    out = temporary / f"{tree.name}.jsonl"
    run = "from communique.serve.cli import main; main()"
    command = [sys.executable, "-c", run, "read", *map(str, paths), "--format", "jsonl"]
    with out.open("wb") as written:
        subprocess.run(command, check=False, stdout=written, env={**os.environ, "PYTHONPATH": str(tree / "src")})
    found = (msgspec.json.decode(line, type=RecordFields) for line in out.read_bytes().splitlines())
    return {record.report.id: record for record in found}


def _show(changes: list[Change]) -> None:
    for change in changes:
        told = change.fields if change.how == "changed" else [f for f in change.fields if f[1] or f[2]]
        print(f"{_SIGNS[change.how]} {change.table} {change.report} {change.id}: {change.words[:160]}")
        for name, before, after in told:
            print(
                f"    {name}: {before!r} -> {after!r}"
                if change.how == "changed"
                else f"    {name}: {after or before!r}"
            )
    counts = Counter((change.table, change.how) for change in changes)
    for (table, how), number in sorted(counts.items()):
        print(f"{table}: {number} {how}")
    if not changes:
        print("no entry differs")


if __name__ == "__main__":
    sys.exit(main())
