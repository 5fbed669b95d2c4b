"""The tables of a registry: the folder that ships, with the folders that a user lays over it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from communique.data.registry_sheets import Drop, Fault, RegistryError, Sheet, label_of, read_sheet
from communique.data.registry_types import (
    TABLES,
    Code,
    Duty,
    Membership,
    Name,
    Office,
    RegistryActor,
    RolePhrase,
    Row,
    Source,
    Standing,
    Tenure,
)

Value = TypeVar("Value", bound=Row)
Sheets = dict[str, tuple[Sheet, ...]]
# Which columns hold the id of a row of another table.
REFERENCES: dict[str, dict[str, str]] = {
    "actors": {"parent": "actors"},
    "codes": {"actor": "actors"},
    "duties": {"office": "offices"},
    "memberships": {"body": "actors", "member": "actors"},
    "names": {"actor": "actors"},
    "offices": {"body": "actors"},
    "standings": {"actor": "actors"},
    "tenures": {"office": "offices", "person": "actors"},
}


class Tables(Struct, frozen=True, kw_only=True):
    """Every table as typed rows: of one folder in the order of its files, of several with what is laid over last."""

    actors: tuple[RegistryActor, ...]
    codes: tuple[Code, ...]
    duties: tuple[Duty, ...]
    memberships: tuple[Membership, ...]
    names: tuple[Name, ...]
    offices: tuple[Office, ...]
    roles: tuple[RolePhrase, ...]
    sources: tuple[Source, ...]
    standings: tuple[Standing, ...]
    tenures: tuple[Tenure, ...]
    plays: dict[tuple[str, str], str]


def read_tables(base: Path, overlays: Sequence[Path] = ()) -> tuple[Tables, Sheets]:
    """All tables of ``base`` under ``overlays``, the last on top; raises RegistryError with every fault in the files.

    A row of an overlay takes the place of the row with its key; one whose source is ``drop`` removes it, and with an
    actor or office goes what the folders below say of it.
    """
    sheets, faults = _read_sheets(base, overlays)
    if faults:
        raise RegistryError(faults, overlays)
    merged = {table: _merged(sheets[table], kind.KEY, faults) for table, kind in TABLES.items()}
    _forget(merged, sheets)
    if faults:
        raise RegistryError(faults, overlays)
    actors = cast("tuple[RegistryActor, ...]", tuple(merged["actors"]))
    plays = {(actor.country or "", actor.plays): actor.id for actor in actors if actor.plays}
    tables = Tables(**{table: tuple(rows) for table, rows in merged.items()}, plays=plays)  # type: ignore[arg-type]
    return tables, sheets


def check_references(tables: Tables, sheets: Sheets, derived: Iterable[str]) -> None:
    """Raises RegistryError where a row names an actor or office that has no row and no rule derives, or an id twice."""
    known = {
        "actors": {actor.id for actor in tables.actors} | set(derived),
        "offices": {office.id for office in tables.offices},
    }
    faults = [*_repeated(sheets["actors"]), *_repeated(sheets["offices"])]
    for table, columns in REFERENCES.items():
        rows: tuple[Row, ...] = getattr(tables, table)
        for column, target in columns.items():
            if {getattr(row, column) for row in rows} - known[target] - {None}:
                faults += _dangling(sheets[table], rows, column, known[target])
    if faults:
        raise RegistryError(faults, _overlays(sheets))


def _overlays(sheets: Sheets) -> list[Path]:
    """The folders laid over, in their order; a folder holds some tables only."""
    laid = {(sheet.layer, sheet.path.parent) for read in sheets.values() for sheet in read if sheet.layer}
    return [folder for _, folder in sorted(laid)]


def _read_sheets(base: Path, overlays: Sequence[Path]) -> tuple[Sheets, list[Fault]]:
    sheets: dict[str, list[Sheet]] = {table: [] for table in TABLES}
    faults: list[Fault] = []
    for layer, folder in enumerate((base, *overlays)):
        faults += _unknown_files(folder, needed=folder == base)
        for table, kind in TABLES.items():
            path = folder / f"{table}.tsv"
            if path.is_file():
                sheet, wrong = read_sheet(path, kind)
                sheets[table].append(replace(sheet, layer=layer))
                faults += wrong
    return {table: tuple(read) for table, read in sheets.items()}, faults


def _unknown_files(folder: Path, *, needed: bool) -> Iterator[Fault]:
    there = {path.stem for path in folder.glob("*.tsv")}
    holds = f"a registry folder holds {', '.join(TABLES)} (.tsv)"
    if needed:
        for table in TABLES.keys() - there:
            yield Fault(label_of(folder / f"{table}.tsv"), 1, "", f"the table is missing; {holds}")
    elif not there & TABLES.keys():
        yield Fault(str(folder), 1, "", f"no table of a registry is here; {holds}, any of them in an overlay")
    for name in sorted(there - TABLES.keys()):
        yield Fault(label_of(folder / f"{name}.tsv"), 1, "", f"is no table of a registry; {holds}")


def _merged(sheets: tuple[Sheet, ...], columns: tuple[str, ...], faults: list[Fault]) -> Sequence[Row]:
    if len(sheets) == 1 and not sheets[0].drops:
        return sheets[0].rows
    rows: dict[tuple[str, ...], Row] = {}
    for sheet in sheets:
        for drop in sheet.drops:
            gone = [key for key in rows if _meant(drop, key)]
            if not gone:
                faults.append(Fault(label_of(sheet.path), drop.line, "", _nothing_dropped(drop, columns)))
            for key in gone:
                del rows[key]
        rows |= {_key(row): row for row in sheet.rows}
    return tuple(rows.values())


def _meant(drop: Drop, key: tuple[str, ...]) -> bool:
    return any(drop.key) and all(not want or want == have for want, have in zip(drop.key, key, strict=True))


def _nothing_dropped(drop: Drop, columns: tuple[str, ...]) -> str:
    if not any(drop.key):
        return f"drops nothing: one key cell at least must be filled, of {', '.join(columns)}"
    told = ", ".join(f"{column} {cell!r}" for column, cell in zip(columns, drop.key, strict=True) if cell)
    return f"drops {told}, which no folder below has"


def _key(row: Row) -> tuple[str, ...]:
    return tuple(getattr(row, column) or "" for column in row.KEY)


def _forget(merged: dict[str, Sequence[Row]], sheets: Sheets) -> None:
    """Rows about actors and offices that an overlay drops go with them."""
    for target in ("actors", "offices"):
        dropped = {drop.key[0] for sheet in sheets[target] for drop in sheet.drops}
        dropped -= {_key(row)[0] for row in merged[target]}
        if not dropped:
            continue
        for table, columns in REFERENCES.items():
            at = [column for column, to in columns.items() if to == target and column != "parent"]
            if at:
                merged[table] = tuple(
                    row for row in merged[table] if not any(getattr(row, column) in dropped for column in at)
                )


def _repeated(sheets: tuple[Sheet, ...]) -> Iterator[Fault]:
    for sheet in sheets:
        if len({row.id for row in sheet.rows}) == len(sheet.rows):  # type: ignore[attr-defined]
            continue
        first: dict[tuple[str, ...], int] = {}
        for row, line in zip(sheet.rows, sheet.lines, strict=True):
            before = first.setdefault(_key(row), line)
            if before != line:
                told = f"{_key(row)[0]!r} stands in line {before} already; keep one row"
                yield Fault(label_of(sheet.path), line, "id", told)


def _dangling(sheets: tuple[Sheet, ...], rows: tuple[Row, ...], column: str, known: set[str]) -> Iterator[Fault]:
    places = find_lines(sheets)
    for row in rows:
        value = getattr(row, column)
        if value is not None and value not in known:
            yield Fault(*places[id(row)], column, f"{value!r} has no row of its own; add one or correct the id")


def find_lines(sheets: Iterable[Sheet]) -> dict[int, tuple[str, int]]:
    """File and line of every row of the sheets, by the ``id()`` of the row."""
    return {
        id(row): (label_of(sheet.path), line)
        for sheet in sheets
        for row, line in zip(sheet.rows, sheet.lines, strict=True)
    }
