"""``communique registry``: the answers, printed."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from communique.data.coverage import load_coverage
from communique.data.registry import Registry, RegistryError, load_registry
from communique.registry import Coverage, Holding, check_registry, holders_as_of, measure_coverage
from communique.registry.compare import Comparison, compare_table, ready_rows
from communique.registry.imported import ImportedError, read_imported
from communique.registry.lookup import UnknownNameError, find_country, find_role
from communique.registry.overlay import write_overlay
from communique.registry.suggest import suggest_rows, suggested_lines
from communique.serve.records import RecordsError, read_records

_UNMATCHED = ("office unknown", "country unknown")


def run_as_of(day: str, country: str | None, office: str | None, as_json: bool, overlays: Sequence[Path]) -> int:
    """Print the holders on a day; 1 where a table, country or office cannot be made out, or nobody is known."""
    try:
        registry = load_registry(overlays)
        code = None if country is None else find_country(registry, country)
        role = None if office is None else find_role(registry, office)
    except (RegistryError, UnknownNameError) as error:
        return _failed(error)
    found = holders_as_of(registry, day, country=code, role=role)
    if as_json:
        _print_json(found)
    else:
        _print_table(("country", "office", "holder", "from", "to", "sure"), [_holding(holding) for holding in found])
    return 0 if any(holding.person for holding in found) else 1


def run_check(until: str | None, as_json: bool, overlays: Sequence[Path]) -> int:
    """Print every fault, then coverage up to ``until`` if that is given; 1 where there are faults."""
    faults = check_registry(overlays)
    if as_json:
        _print_json(faults)
    else:
        for fault in faults:
            print(fault)
        print("no faults" if not faults else f"{len(faults)} faults")
    if until is not None and not faults:
        measured = measure_coverage(load_registry(overlays), load_coverage(), until)
        if as_json:
            _print_json(measured)
        else:
            _print_coverage(measured)
    return 1 if faults else 0


def run_diff(options: dict[str, Any]) -> int:
    """Print where a table and the registry differ, and write the rows that would mend it."""
    file: Path = options["file"]
    try:
        registry = load_registry(options["overlays"])
        rows, wrong = read_imported(file, options["columns"] or {})
    except (RegistryError, ImportedError) as error:
        return _failed(error)
    for line in wrong:
        print(f"communique: {line}", file=sys.stderr)
    found = compare_table(registry, rows, days=options["days"])
    shown = [c for c in found if options["everything"] or c.verdict not in ("agrees", *_UNMATCHED)]
    if options["as_json"]:
        _print_json(shown)
    else:
        header = ("line", "country", "office", "person", "there", "here", "verdict")
        _print_table(header, [_comparison(registry, comparison) for comparison in shown])
        _print_counts(found)
    return _write(options["output"], ready_rows(registry, found, file.name))


def run_suggest(options: dict[str, Any]) -> int:
    """Print the persons that the registry lacks, and write them as rows."""
    try:
        registry = load_registry(options["overlays"])
        found = suggest_rows(registry, read_records(options["records"]), at_least=options["at_least"])
    except (RegistryError, RecordsError) as error:
        return _failed(error)
    if options["as_json"]:
        _print_json(found)
    else:
        header = ("name", "country", "reports", "first", "last", "called", "office")
        rows = [
            (s.name, s.country or "", str(s.reports), s.first or "", s.last or "", "; ".join(s.roles), s.office or "")
            for s in found
        ]
        _print_table(header, rows)
    return _write(options["output"], suggested_lines(registry, found))


def _failed(error: Exception) -> int:
    print(f"communique: {error}", file=sys.stderr)
    return 1


def _write(folder: Path | None, lines: dict[str, list[str]]) -> int:
    if folder is None:
        return 0
    try:
        written = write_overlay(folder, lines)
    except OSError as error:
        return _failed(error)
    rows = sum(map(len, lines.values()))
    print(f"{rows} rows in {', '.join(str(path) for path in written) or 'no file'}", file=sys.stderr)
    return 0


def _print_json(values: Iterable[msgspec.Struct]) -> None:
    for value in values:
        print(msgspec.json.encode(msgspec.structs.asdict(value)).decode())


def _print_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if not rows:
        print("nothing found")
        return
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 140)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column in header:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def _holding(holding: Holding) -> tuple[str, ...]:
    precision = f" ({holding.precision})" if holding.precision not in (None, "day") else ""
    name = f"{holding.name}{' (acting)' if holding.acting else ''}" if holding.person else f"({holding.note})"
    return (
        holding.country or "", holding.title, name, f"{holding.start or ''}{precision}", holding.end or "",
        f"{holding.sure} ({holding.source})" if holding.sure else holding.source or "",
    )  # fmt: skip


def _print_coverage(measured: Sequence[Coverage]) -> None:
    rows = [
        (c.country, c.role, f"{c.held / c.days:.1%}", str(c.vacant), " ".join(f"{a}..{b}" for a, b in c.gaps))
        for c in measured
    ]
    _print_table(("country", "role", "held", "vacant", "nobody known"), rows)
    days = sum(c.days for c in measured)
    told = sum(c.held + c.vacant for c in measured)
    whole = sum(not c.gaps for c in measured)
    print(
        f"{told:,} of {days:,} office-days told ({told / days:.2%}); {whole} of {len(measured)} offices without a gap"
    )


def _comparison(registry: Registry, found: Comparison) -> tuple[str, ...]:
    theirs, ours = found.theirs, found.ours
    return (
        str(theirs.line), found.country or theirs.country, found.office.title if found.office else theirs.office,
        registry.actors[found.person].name if found.person else theirs.person,
        f"{theirs.start or '?'}..{theirs.end or ''}", f"{ours.start}..{ours.end or ''}" if ours else "", found.verdict,
    )  # fmt: skip


def _print_counts(found: Sequence[Comparison]) -> None:
    counts: dict[str, int] = {}
    for comparison in found:
        counts[comparison.verdict] = counts.get(comparison.verdict, 0) + 1
    told = ", ".join(f"{verdict} {count}" for verdict, count in sorted(counts.items(), key=lambda pair: -pair[1]))
    print(f"{len(found)} rows: {told}")
