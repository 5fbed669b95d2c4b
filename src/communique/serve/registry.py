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
from communique.registry.as_of import explain_nobody
from communique.registry.compare import SAME, Comparison, compare_table, ready_rows
from communique.registry.imported import ImportedError, read_imported
from communique.registry.lookup import UnknownNameError, find_asked, find_country
from communique.registry.overlay import write_overlay
from communique.registry.suggest import Suggestion, suggest_rows, suggested_lines
from communique.serve.records import RecordsError, read_records

_UNMATCHED = ("office unknown", "country unknown")


def run_as_of(day: str, country: str | None, office: str | None, as_json: bool, overlays: Sequence[Path]) -> int:
    """Print the holders on a day; 1 where a table, country or office cannot be made out, or nobody is known."""
    try:
        registry = load_registry(overlays)
        code = None if country is None else find_country(registry, country)
        role, offices = (None, ()) if office is None else find_asked(registry, code, office)
    except (RegistryError, UnknownNameError) as error:
        return _failed(error)
    found = holders_as_of(registry, day, country=code, role=role, offices=offices)
    known = any(holding.person for holding in found)
    told = any(holding.person or holding.office is None for holding in found)
    why = None if told else explain_nobody(registry, day, country=code, role=role, offices=offices)
    if as_json:
        _print_json(found)
    elif why is None:
        _print_holdings(found)
    if why is not None:
        print(why, file=sys.stderr if as_json else sys.stdout)
    return 0 if known else 1


def _print_holdings(found: Sequence[Holding]) -> None:
    header = ("country", "office", "holder", "from", "to", "sure")
    _print_table(header, [_holding(holding) for holding in found], empty="no holder on record on this day")


def run_check(until: str | None, as_json: bool, overlays: Sequence[Path]) -> int:
    """Print every fault, then coverage up to ``until`` if that is given; 1 where there are faults."""
    faults = check_registry(overlays)
    if as_json:
        _print_json(faults)
    else:
        for fault in faults:
            print(fault)
        print(_count(len(faults), "fault") if faults else "no faults")
    if until is not None:
        _tell_coverage(until, bool(faults), as_json, overlays)
    return 1 if faults else 0


def _tell_coverage(until: str, faulty: bool, as_json: bool, overlays: Sequence[Path]) -> None:
    if faulty:
        print("communique: coverage is counted once there are no faults", file=sys.stderr)
        return
    measured = measure_coverage(load_registry(overlays), load_coverage(), until)
    if as_json:
        _print_json(measured)
    else:
        print()
        _print_coverage(measured)


def run_diff(options: dict[str, Any]) -> int:
    """Print where a table and the registry differ, and write the rows that would mend it; 1 where rows differ or
    cannot be used, 2 where nothing can be compared or written."""
    file: Path = options["file"]
    try:
        registry = load_registry(options["overlays"])
        rows, wrong = read_imported(file, options["columns"] or {})
    except (RegistryError, ImportedError) as error:
        return _failed(error, code=2)
    _tell(wrong)
    found = compare_table(registry, rows, days=options["days"])
    shown = [c for c in found if options["everything"] or c.verdict not in ("agrees", *_UNMATCHED)]
    if options["as_json"]:
        _print_json(shown)
    else:
        _print_comparisons(registry, shown)
        _print_counts(found, len(wrong))
        if not options["everything"] and any(comparison.verdict in _UNMATCHED for comparison in found):
            print("--all lists also the rows whose country or office is unknown")
    if options["output"] is not None:
        lines, left = ready_rows(registry, found, file.name)
        _tell(f"{file}: {line}" for line in left)
        if _write(options["output"], lines):
            return 2
    return 1 if wrong or any(comparison.verdict not in SAME for comparison in found) else 0


def _print_comparisons(registry: Registry, shown: Sequence[Comparison]) -> None:
    header = ("line", "country", "office", "person", "there", "here", "verdict")
    _print_table(header, [_comparison(registry, comparison) for comparison in shown], empty="no difference")


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
        _print_table(header, [_suggestion(suggestion) for suggestion in found], empty="nobody")
    if options["output"] is None:
        return 0
    lines, left = suggested_lines(registry, found)
    _tell(left)
    return _write(options["output"], lines)


def _suggestion(found: Suggestion) -> tuple[str, ...]:
    office = found.office or f"({found.note})"
    roles = "; ".join(found.roles)
    return (
        found.name, found.country or "", str(found.reports), found.first or "", found.last or "", roles, office,
    )  # fmt: skip


def _failed(error: Exception, *, code: int = 1) -> int:
    _tell([str(error)])
    return code


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        print(f"communique: {line}", file=sys.stderr)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _write(folder: Path, lines: dict[str, list[str]]) -> int:
    try:
        written = write_overlay(folder, lines)
    except OSError as error:
        return _failed(error)
    rows = sum(map(len, lines.values()))
    print(f"{_count(rows, 'row')} in {', '.join(str(path) for path in written) or 'no file'}", file=sys.stderr)
    return 0


def _print_json(values: Iterable[msgspec.Struct]) -> None:
    for value in values:
        print(msgspec.json.encode(msgspec.structs.asdict(value)).decode())


def _print_table(header: Sequence[str], rows: Sequence[Sequence[str]], *, empty: str = "nothing found") -> None:
    if not rows:
        print(empty)
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


def _print_counts(found: Sequence[Comparison], left_out: int) -> None:
    counts: dict[str, int] = {}
    for comparison in found:
        counts[comparison.verdict] = counts.get(comparison.verdict, 0) + 1
    told = ", ".join(f"{verdict} {count}" for verdict, count in sorted(counts.items(), key=lambda pair: -pair[1]))
    left = f"; {_count(left_out, 'row')} left out" if left_out else ""
    print(f"{_count(len(found), 'row')}{f': {told}' if told else ''}{left}")
