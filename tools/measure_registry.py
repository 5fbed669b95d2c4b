"""Count what the registry covers and how it agrees with another table of tenures; write docs/registry.md.

usage: measure_registry.py [TABLE.csv ...]

TABLE is what ``communique registry diff`` takes. Without one, only what needs no table is written, and the agreement
stays as it is.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from communique.data.coverage import load_coverage
from communique.data.registry import Registry, load_registry
from communique.registry import Coverage, measure_coverage
from communique.registry.compare import Comparison, compare_table
from communique.registry.imported import read_imported

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "registry.md"
REASONS = ROOT / "benchmarks" / "registry_differences.tsv"
UNTIL = "2025-12-31"
BEGIN, END = "<!-- {}: begin -->", "<!-- {}: end -->"
COMPARED = ("agrees", "start differs", "end differs", "ended there")


def main() -> int:
    registry = load_registry()
    text = PAGE.read_text(encoding="utf-8")
    text = _put(text, "size", "\n".join(_size(registry)))
    text = _put(text, "coverage", "\n".join(_coverage(measure_coverage(registry, load_coverage(), UNTIL))))
    if tables := [Path(argument) for argument in sys.argv[1:]]:
        text = _put(text, "agreement", "\n".join(_agreement(registry, tables)))
    PAGE.write_text(text, encoding="utf-8")
    return 0


def _put(text: str, name: str, content: str) -> str:
    begin, end = BEGIN.format(name), END.format(name)
    before, _, rest = text.partition(begin)
    return f"{before}{begin}\n{content}\n{end}{rest.partition(end)[2]}"


def _size(registry: Registry) -> Iterator[str]:
    actors = [actor for actor in registry.actors.values() if actor.source != "derived"]
    kinds = Counter(actor.kind for actor in actors)
    tenures = [tenure for held in registry.tenures.values() for tenure in held]
    sure = Counter(registry.sources[tenure.source].sure for tenure in tenures)
    yield "| what | rows |\n|---|---|"
    yield f"| actors | {len(actors):,} ({', '.join(f'{kind} {count:,}' for kind, count in kinds.most_common())}) |"
    yield f"| bodies and the like that follow by rule | {len(registry.actors) - len(actors):,} |"
    yield f"| names, with those that follow by rule | {sum(map(len, registry.names.values())):,} |"
    yield f"| offices | {len(registry.offices):,} |"
    yield f"| tenures | {len(tenures):,} ({', '.join(f'{word} {count:,}' for word, count in sure.most_common())}) |"
    yield f"| memberships | {len(registry.memberships):,} |"
    yield f"| phrases for roles | {sum(map(len, registry.roles.values())):,} |"


def _coverage(measured: Sequence[Coverage]) -> Iterator[str]:
    days = sum(found.days for found in measured)
    held, vacant = sum(found.held for found in measured), sum(found.vacant for found in measured)
    whole = sum(not found.gaps for found in measured)
    yield f"To {UNTIL}: {held:,} of {days:,} office-days have a holder ({held / days:.2%}), {vacant:,} are told to be"
    yield f"vacant or without the office ({vacant / days:.2%}); {whole} of {len(measured)} offices have no day missing. The others:\n"
    yield "| state | role | held | vacant | nobody known |\n|---|---|---|---|---|"
    for found in measured:
        if found.gaps:
            gaps = ", ".join(f"{first} to {last}" if first != last else first for first, last in found.gaps)
            vacancy = f"{found.vacant / found.days:.1%}" if found.vacant else ""
            yield f"| {found.country} | {found.role} | {found.held / found.days:.1%} | {vacancy} | {gaps} |"


def _agreement(registry: Registry, tables: Sequence[Path]) -> Iterator[str]:
    yield f"Measured {datetime.now(UTC):%Y-%m-%d}.\n"
    yield "| table | our tenures in it | agree within a month | differ, for a reason below | differ |\n|---|---|---|---|---|"
    reasons = _reasons()
    differing: list[Comparison] = []
    for table in tables:
        rows, _ = read_imported(table, {})
        found = _nearest(compare_table(registry, rows))
        differ = [comparison for comparison in found if comparison.verdict != "agrees"]
        told = sum(_key(comparison) in reasons for comparison in differ)
        agree = len(found) - len(differ)
        yield f"| {table.name} | {len(found):,} | {agree:,} ({agree / len(found):.1%}) | {told} | {len(differ) - told} |"
        differing += differ
    yield "\n| office | person | there | here | reason |\n|---|---|---|---|---|"
    seen = {_key(comparison): comparison for comparison in differing}
    for key in sorted(seen):
        theirs, ours = seen[key].theirs, seen[key].ours
        if ours is not None:
            there, here = f"{theirs.start or ''}..{theirs.end or ''}", f"{ours.start}..{ours.end or ''}"
            yield f"| {key[0]} | {key[1]} | {there} | {here} | {reasons.get(key, '')} |"


def _nearest(found: Sequence[Comparison]) -> list[Comparison]:
    """One comparison for each of our tenures: the row of the table that is most like it."""
    best: dict[tuple[str, str, str], Comparison] = {}
    for comparison in found:
        if comparison.verdict in COMPARED and comparison.theirs.start is not None:
            key = _key(comparison)
            if key not in best or COMPARED.index(comparison.verdict) < COMPARED.index(best[key].verdict):
                best[key] = comparison
    return list(best.values())


def _key(comparison: Comparison) -> tuple[str, str, str]:
    ours = comparison.ours
    return (ours.office, ours.person, ours.start) if ours else ("", "", "")


def _reasons() -> dict[tuple[str, str, str], str]:
    with REASONS.open(encoding="utf-8", newline="") as file:
        return {(r["office"], r["person"], r["start"]): r["reason"] for r in csv.DictReader(file, delimiter="\t")}


if __name__ == "__main__":
    sys.exit(main())
