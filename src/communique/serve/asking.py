"""Questions to the store, and their answers printed: as a table, JSON lines, CSV or Parquet."""

import csv
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from communique.store import StoreError, address_of, open_store
from communique.store.answers import Answer, table_of
from communique.store.errors import FilterError
from communique.store.runs import Run
from communique.tables import Row

_SHOWN_AT_ONCE = 50
# What a person is shown of each kind of answer: heading and column of its rows, the last may be long.
_COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "events": (("from", "date_from"), ("to", "date_to"), ("type", "type"), ("mode", "mode"), ("status", "status"), ("actors", "actors"), ("recipients", "recipients"), ("place", "place"), ("sources", "sources"), ("id", "id"), ("words", "words")),
    "statements": (("from", "date_from"), ("speakers", "speakers"), ("act", "act"), ("audience", "audience"), ("outlet", "outlet"), ("sources", "sources"), ("id", "id"), ("words", "words")),
    "positions": (("from", "date_from"), ("actor", "actor"), ("stance", "stance"), ("direction", "direction"), ("issue", "issue"), ("of", "of"), ("sources", "sources"), ("id", "id"), ("words", "words")),
    "actors": (("id", "id"), ("name", "name"), ("kind", "kind"), ("country", "country"), ("reports", "reports"), ("mentions", "mentions"), ("events", "events"), ("statements", "statements")),
    "reports": (("published", "published"), ("publisher", "publisher"), ("id", "id"), ("events", "events"), ("statements", "statements"), ("title", "title")),
    "contradictions": (("kind", "kind"), ("outlet", "one_outlet"), ("published", "one_published"), ("words", "one_words"), ("outlet ", "other_outlet"), ("published ", "other_published"), ("words ", "other_words")),
    "series": (("from", "period"), ("unplaced", "unplaced"), ("actor", "actor"), ("recipient", "recipient"), ("type", "type"), ("quad", "quad"), ("events", "events"), ("sum", "score_sum"), ("mean", "score_mean"), ("scored", "scored"), ("reports", "reports"), ("sources", "sources")),
    "corrections": (("day", "day"), ("kind", "kind"), ("report", "report"), ("first", "corrected_words"), ("then", "correcting_words")),
}  # fmt: skip


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """Where to ask, and how to print."""

    store: str | None = None
    as_json: bool = False
    as_csv: bool = False
    parquet: Path | None = None
    output: Path | None = None
    count: bool = False

    @property
    def whole(self) -> bool:
        """Whether the answer is for another program: then it is all of it unless --limit says otherwise."""
        return self.as_json or self.as_csv or self.parquet is not None


def run_ask(kind: str, asked: Mapping[str, Any], output: Output) -> int:
    """Ask the store and print the answer."""
    limit = asked.get("limit")
    limit = limit if limit is not None or output.whole else _SHOWN_AT_ONCE
    question = {name: value for name, value in asked.items() if value not in (None, ())} | {"limit": limit}

    def ask() -> int:
        with open_store(address_of(output.store)) as store:
            answer = getattr(store, kind)(**(question | ({"limit": 0} if output.count else {})))
            if output.count:
                print(answer.total)
            else:
                _print(kind, answer, output)
            if answer.undated:
                left = "1 entry has" if answer.undated == 1 else f"{answer.undated} entries have"
                print(f"communique: {left} no date and can be neither since nor until; left out", file=sys.stderr)
        return 0

    return guarded(ask)


def run_series(asked: Mapping[str, Any], output: Output) -> int:
    """Count, and print the counts."""

    def ask() -> int:
        with open_store(address_of(output.store)) as store:
            answer = store.series(**{name: value for name, value in asked.items() if value not in (None, ())})
        _print("series", answer, output)
        return 0

    return guarded(ask)


def run_sql(query: str, output: Output) -> int:
    """Ask in SQL."""

    def ask() -> int:
        with open_store(address_of(output.store)) as store:
            rows = store.sql(query).to_pylist()
        if output.as_json:
            print_lines(output, (msgspec.json.encode(row).decode() for row in rows))
        elif output.as_csv or output.parquet or output.output:
            print_rows(rows, output)
        else:
            names = list(rows[0]) if rows else []
            print_table(names, [[_cell(row[name]) for name in names] for row in rows])
        return 0

    return guarded(ask)


def run_runs(output: Output) -> int:
    """List the runs."""

    def ask() -> int:
        with open_store(address_of(output.store)) as store:
            found = store.runs()
        if output.as_json:
            print_lines(output, map(_json, found))
        else:
            headings = ("run", "reports", "still so", "last", "version", "model", "rules", "registry", "settings")
            print_table(headings, [_run(run) for run in found])
        return 0

    return guarded(ask)


def _run(run: Run) -> list[str]:
    settings = "; ".join(f"{name}={value}" for name, value in run.settings.items())
    counts = [str(run.no), str(run.reports), str(run.current)]
    return [*counts, run.last, run.version, run.model, run.rules_sha256[:10], run.registry_sha256[:10], settings]


def run_diff(one: int, other: int, output: Output) -> int:
    """Show what a run reads otherwise than another."""

    def ask() -> int:
        with open_store(address_of(output.store)) as store:
            changes = list(store.diff(one, other))
        if output.as_json:
            print_lines(output, map(_json, changes))
            return 0
        print_table(
            ("change", "kind", "id", "fields", "words"),
            [[c.change, c.kind, short(c.id), ", ".join(c.fields), _cell(c.words)] for c in changes],
        )
        counts = Counter(change.change for change in changes)
        print(", ".join(f"{counts[name]} {name}" for name in ("gained", "lost", "altered")))
        return 0

    return guarded(ask)


def short(id_: str) -> str:
    """An id as a person can bear it: of a report that is known by its hash, the first eight digits."""
    return re.sub(r"^sha256:([0-9a-f]{8})[0-9a-f]{56}", r"\1", id_)


def guarded(work: Callable[[], int]) -> int:
    """Do the work; a fault of the store is told and gives 1, a question that cannot be understood 2."""
    try:
        return work()
    except FilterError as error:
        print(f"communique: {error}", file=sys.stderr)
        return 2
    except (StoreError, OSError) as error:
        print(f"communique: {error}", file=sys.stderr)
        return 1


def _print(kind: str, answer: Answer[Any], output: Output) -> None:
    if output.as_json:
        print_lines(output, (_json(one) for one in answer))
    elif output.as_csv or output.parquet or output.output:
        print_rows(answer.rows(), output)
    else:
        headings, columns = zip(*_COLUMNS[kind], strict=True)
        print_table(headings, [[_cell(row.get(column)) for column in columns] for row in answer.rows()])
        _print_pages(answer)


def _print_pages(answer: Answer[Any]) -> None:
    if len(answer) < answer.total:
        first, last = answer.offset + 1, answer.offset + len(answer)
        which = f"{first} to {last}" if len(answer) else "none"
        print(f"{which} of {answer.total:,}; --offset {last} shows the next, --limit {answer.total} all")


def _json(one: msgspec.Struct) -> str:
    return (one.to_json() if hasattr(one, "to_json") else msgspec.json.encode(msgspec.structs.asdict(one))).decode()


def print_rows(rows: Sequence[Row], output: Output) -> None:
    """Rows as CSV, or into a Parquet file."""
    if output.parquet:
        import pyarrow.parquet as pq

        pq.write_table(table_of(rows), output.parquet)
        print(f"{len(rows):,} rows in {output.parquet}", file=sys.stderr)
        return
    with output.output.open("w", encoding="utf-8", newline="") if output.output else nullcontext(sys.stdout) as out:
        names = list(dict.fromkeys(name for row in rows for name in row))
        writer = csv.DictWriter(out, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def print_lines(output: Output, lines: Iterable[str]) -> None:
    """One line each, on standard output or into the file."""
    with output.output.open("w", encoding="utf-8") if output.output else nullcontext(sys.stdout) as out:
        out.writelines(f"{line}\n" for line in lines)


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table to read; columns that are empty throughout are left out."""
    if not rows:
        print("nothing found")
        return
    shown = [i for i in range(len(headings)) if any(row[i] for row in rows)]
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for i in shown:
        table.add_column(headings[i], overflow="fold", no_wrap=headings[i] in ("from", "to", "id", "type", "day"))
    for row in rows:
        table.add_row(*(row[i] for i in shown))
    Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 160).print(table)


def _cell(value: object) -> str:
    text = "" if value is None else short(str(value))
    return text if len(text) <= 120 else text[:117] + "..."
