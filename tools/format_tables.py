"""Write the actor tables in canonical order: sorted lines, each once, after the columns; with --check, say which are not."""

import sys
from pathlib import Path

from communique.data.registry import ACTORS
from communique.data.registry_types import TABLES
from communique.registry.overlay import format_table


def main() -> int:
    """0 where all is in order (or was written), 1 where --check finds something."""
    wrong = [path for table in TABLES for path in _out_of_order(table)]
    if "--check" in sys.argv[1:]:
        for path in wrong:
            print(f"{path.name}: not in canonical order; run `make format`", file=sys.stderr)
        return 1 if wrong else 0
    for path in wrong:
        path.write_text(_formatted(path), encoding="utf-8")
    return 0


def _out_of_order(table: str) -> list[Path]:
    path = ACTORS / f"{table}.tsv"
    return [] if path.read_text(encoding="utf-8") == _formatted(path) else [path]


def _formatted(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return format_table(path.stem, [line for line in lines if line.strip()])


if __name__ == "__main__":
    sys.exit(main())
