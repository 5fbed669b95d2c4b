"""A file of the registry -> its rows, each typed; what is wrong with a row is a Fault with file, line and column."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from shlex import quote
from typing import Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from communique.data.registry_types import Row

DROP = "drop"
DAYS = frozenset({"start", "end", "known_until"})
# Known to be given in every row of a file, though a row that is derived by rule may leave them out.
GIVEN = frozenset({"source", "precision"})

Cells = tuple[str | bool | None, ...]


class Fault(Struct, frozen=True):
    """What is wrong with a row: the file, the line and column that its reader counts, and what would be right."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return ": ".join([self.file, f"line {self.line}", *([self.column] if self.column else []), self.message])


class RegistryError(ValueError):
    """Rows of a registry that cannot be used; nothing of it is loaded. ``faults`` has them all."""

    def __init__(self, faults: Sequence[Fault], overlays: Sequence[Path] = ()) -> None:
        self.faults = in_order(faults)
        shown = [str(fault) for fault in self.faults[:SHOWN]]
        command = " ".join(["communique registry check", *(f"--registry {quote(str(path))}" for path in overlays)])
        more = [f"... and {len(self.faults) - SHOWN} more; `{command}` lists them"]
        super().__init__("\n".join(shown + (more if len(self.faults) > SHOWN else [])))


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults by file and line."""
    return tuple(sorted(faults, key=lambda fault: (fault.file, fault.line)))


SHOWN = 5


class Drop(Struct, frozen=True):
    """A row whose source is ``drop``: the rows of the folders below with these cells in their key columns go."""

    line: int
    key: tuple[str, ...]


class Sheet(Struct, frozen=True, gc=False):
    """One file: its rows with the line of each, and the rows that it drops; ``layer`` 0 is what ships."""

    path: Path
    rows: tuple[Row, ...]
    lines: Sequence[int]
    drops: tuple[Drop, ...] = ()
    layer: int = 0


def label_of(path: Path) -> str:
    """A file with the folder that it stands in, as messages name it: ``actors/tenures.tsv``."""
    return f"{path.resolve().parent.name}/{path.name}"


def columns_of(kind: type[Row]) -> tuple[str, ...]:
    """The columns of a table, in the order of its file."""
    return kind.__struct_fields__


def read_sheet(path: Path, kind: type[Row]) -> tuple[Sheet, list[Fault]]:
    """The rows of one file, and every fault in it; a row at fault is left out."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        return Sheet(path, (), ()), [Fault(label_of(path), 1, "", f"is not UTF-8 ({error}); save it as UTF-8")]
    columns = columns_of(kind)
    header = tuple(lines[0].rstrip("\r").split("\t"))
    if header != columns:
        wanted = f"the first line must name the columns {', '.join(columns)}, with tabs between; it is {lines[0]!r}"
        return Sheet(path, (), ()), [Fault(label_of(path), 1, "", wanted)]
    by_column, numbers, faults = _columns(path, lines, len(columns))
    by_column, numbers, drops = _without_drops(by_column, numbers, kind)
    faults += _faults(path, kind, by_column, numbers)
    if faults:
        return Sheet(path, (), (), drops), faults
    typed = zip(*(_typed(kind, c, values) for c, values in zip(columns, by_column, strict=True)), strict=True)
    rows = msgspec.convert(list(typed), tuple[kind, ...])  # type: ignore[valid-type]
    return Sheet(path, rows, numbers, drops), []


def _columns(path: Path, lines: list[str], width: int) -> tuple[list[list[str]], Sequence[int], list[Fault]]:
    """The cells of each column. All cells are split at once: line by line took a third of the time to load."""
    end = len(lines) - 1 if lines[-1] == "" else len(lines)
    rows, numbers = lines[1:end], range(2, end + 1)
    if {row.count("\t") for row in rows} <= {width - 1}:
        return _split(rows, width), numbers, []
    told = ((number, row.count("\t") + 1) for number, row in zip(numbers, rows, strict=True))
    faults = [
        Fault(label_of(path), n, "", f"{w} column{'' if w == 1 else 's'}; a row has {width}, with tabs between")
        for n, w in told
        if w != width
    ]
    kept = [(number, row) for number, row in zip(numbers, rows, strict=True) if row.count("\t") == width - 1]
    return _split([row for _, row in kept], width), [number for number, _ in kept], faults


def _split(rows: list[str], width: int) -> list[list[str]]:
    cells = "\t".join(rows).split("\t") if rows else []
    return [cells[column::width] for column in range(width)]


def _without_drops(
    by_column: list[list[str]], numbers: Sequence[int], kind: type[Row]
) -> tuple[list[list[str]], Sequence[int], tuple[Drop, ...]]:
    columns = columns_of(kind)
    sources = by_column[columns.index("source")]
    if DROP not in sources:
        return by_column, numbers, ()
    keys = zip(*(by_column[columns.index(column)] for column in kind.KEY), strict=True)
    told = zip(numbers, sources, keys, strict=True)
    drops = tuple(Drop(number, key) for number, source, key in told if source == DROP)
    kept = [i for i, source in enumerate(sources) if source != DROP]
    return [[column[i] for i in kept] for column in by_column], [numbers[i] for i in kept], drops


def _faults(path: Path, kind: type[Row], by_column: list[list[str]], numbers: Sequence[int]) -> list[Fault]:
    """Each distinct value once: the tables have 150,000 cells and 30,000 distinct values in them."""
    return [
        Fault(label_of(path), numbers[i], column, problem)
        for column, values in zip(columns_of(kind), by_column, strict=True)
        for value, problem in _problems(values, _check_of(kind, column))
        for i in (i for i, v in enumerate(values) if v == value)
    ]


def _problems(values: Sequence[str], check: Callable[[str], str | None] | None) -> list[tuple[str, str]]:
    if check is None:
        return []
    return sorted((value, problem) for value in set(values) if (problem := check(value)))


@cache
def _check_of(kind: type[Row], column: str) -> Callable[[str], str | None] | None:
    hint = _hints(kind)[column]
    optional = type(None) in get_args(hint) and column not in GIVEN
    if hint is bool:
        return _choice(frozenset({"yes", ""}))
    if choices := _literals(hint):
        return _choice(frozenset(choices) | ({""} if optional else frozenset()))
    if column in DAYS:
        return lambda cell: None if optional and not cell else _day_problem(cell)
    return None if optional else lambda cell: None if cell else "is empty; every row needs one"


@cache
def _hints(kind: type[Row]) -> dict[str, object]:
    return get_type_hints(kind)


def _literals(hint: object) -> tuple[str, ...]:
    """The words of ``Literal[...]``, alone or in a union with None."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    return tuple(word for part in get_args(hint) if get_origin(part) is Literal for word in get_args(part))


def _choice(choices: frozenset[str]) -> Callable[[str], str | None]:
    listed = ", ".join(sorted(choice or "(empty)" for choice in choices))
    return lambda cell: None if cell in choices else f"{cell!r} is none of {listed}"


def _day_problem(cell: str) -> str | None:
    try:
        right = len(cell) == len("2021-08-16") and bool(date.fromisoformat(cell))
    except ValueError:
        right = False
    how = "write it as 2021-08-16 (the first day of the month or year where only that is known)"
    return None if right else f"{cell!r} is no day; {how}"


def _typed(kind: type[Row], column: str, values: list[str]) -> Sequence[str | bool | None]:
    hint = _hints(kind)[column]
    if hint is bool:
        return [value == "yes" for value in values]
    return values if hint is str else [value or None for value in values]
