"""The registry's tables: one row a line, read strictly; a bad row names its file, line and column and stops the load."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

from communique.data.registry_types import Membership, Name, Office, RegistryActor, Standing, Tenure
from communique.types import ActorKind, Sector

Row = dict[str, str | bool | None]
Value = TypeVar("Value", bound=Struct)

COLUMNS: dict[str, tuple[str, ...]] = {
    "actors": ("id", "kind", "name", "country", "sector", "wikidata", "parent", "plays", "start", "end", "source"),
    "memberships": ("body", "member", "start", "end", "status", "source"),
    "names": ("surface", "actor", "kind", "start", "end", "needs", "source"),
    "offices": ("id", "body", "country", "role", "title", "sector", "seats", "leads", "known_until", "source"),
    "roles": ("phrase", "type", "role", "kind", "sector", "country", "acting", "source"),
    "standings": ("actor", "start", "end", "country", "sector", "source"),
    "tenures": ("office", "start", "person", "end", "precision", "acting", "source"),
}
REQUIRED = frozenset(
    {"id", "kind", "name", "source", "body", "member", "status", "surface", "actor", "title", "seats"}
    | {"phrase", "type", "office", "person", "precision"}
)
CHOICES = {
    "seats": frozenset({"1", "n"}),
    "precision": frozenset({"day", "month", "year"}),
    "acting": frozenset({"yes", ""}),
    "leads": frozenset({"yes", ""}),
    "needs": frozenset({"cue", "default", "person", "speech", "full", ""}),
    "type": frozenset({"office", "group", "body"}),
}
DAYS = ("start", "end", "known_until")


class RegistryError(ValueError):
    """A row of a table that cannot be used: file, line, column, and what would be right."""


class RolePhrase(Struct, frozen=True, kw_only=True):
    """A phrase for an office ("foreign minister"), a group of people ("officials") or a body ("foreign ministry").

    ``role`` is the office's role, or what the body plays in its state; empty for a group. ``country`` limits the phrase
    to one state or body ("secretary of state": USA); ``acting`` marks a stand-in.
    """

    phrase: str
    type: Literal["office", "group", "body"]
    role: str | None
    kind: ActorKind
    sector: Sector | None
    country: str | None = None
    acting: bool = False


class Tables(Struct, frozen=True, kw_only=True):
    """Every table as typed rows, in the order of the files."""

    actors: tuple[RegistryActor, ...]
    names: tuple[Name, ...]
    standings: tuple[Standing, ...]
    offices: tuple[Office, ...]
    tenures: tuple[Tenure, ...]
    memberships: tuple[Membership, ...]
    roles: tuple[RolePhrase, ...]
    plays: dict[tuple[str, str], str]
    seats: dict[str, str]
    leads: frozenset[str]


def read_tables(directory: Path) -> Tables:
    """All tables of ``directory``; raises RegistryError where a file is missing or a row is wrong."""
    rows = {table: _read_rows(directory / f"{table}.tsv", columns) for table, columns in COLUMNS.items()}
    return Tables(
        actors=_typed(rows["actors"], RegistryActor, directory / "actors.tsv"),
        names=_typed(rows["names"], Name, directory / "names.tsv"),
        standings=_typed(rows["standings"], Standing, directory / "standings.tsv"),
        offices=_typed(rows["offices"], Office, directory / "offices.tsv"),
        tenures=_typed(rows["tenures"], Tenure, directory / "tenures.tsv"),
        memberships=_typed(rows["memberships"], Membership, directory / "memberships.tsv"),
        roles=_typed(rows["roles"], RolePhrase, directory / "roles.tsv"),
        plays={(str(row["country"]), str(row["plays"])): str(row["id"]) for row in rows["actors"] if row["plays"]},
        seats={str(row["id"]): str(row["seats"]) for row in rows["offices"]},
        leads=frozenset(str(row["id"]) for row in rows["offices"] if row["leads"]),
    )


def _read_rows(path: Path, columns: tuple[str, ...]) -> list[Row]:
    lines = _lines(path)
    header = tuple(lines[0].split("\t"))
    if header != columns:
        raise RegistryError(f"{path.name}: line 1: the columns are {header}; they must be {columns}")
    cells = [line.split("\t") for line in lines[1:]]
    for number, row in enumerate(cells, start=2):
        if len(row) != len(columns):
            raise RegistryError(f"{path.name}: line {number}: {len(row)} columns; a row has {len(columns)}, with tabs")
    for column, values in zip(columns, zip(*cells, strict=True), strict=False):
        _check_column(path, column, values)
    rows: list[Row] = [dict(zip(columns, [cell or None for cell in row], strict=True)) for row in cells]
    if "acting" in columns:
        for entry in rows:
            entry["acting"] = entry["acting"] == "yes"
    return rows


def _check_column(path: Path, column: str, values: tuple[str, ...]) -> None:
    """Each distinct value once: the tables have 60,000 cells to check and 12,000 distinct values in them."""
    if column not in CHECKED:
        return
    check = _check_of(column)
    for value in set(values):
        if problem := check(value):
            raise RegistryError(f"{path.name}: line {values.index(value) + 2}: {column}: {problem}")


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        raise RegistryError(
            f"{path}: the table is missing; a registry folder holds {', '.join(sorted(COLUMNS))} (.tsv)"
        )
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines[-1] == "":
        lines.pop()
    if not lines:
        raise RegistryError(f"{path.name}: line 1: the file is empty; it must begin with its column names")
    return lines


def _check_of(column: str) -> Callable[[str], str | None]:
    if column in DAYS:
        return _day_problem
    if column in CHOICES:
        choices = CHOICES[column]
        listed = ", ".join(sorted(choice or "(empty)" for choice in choices))
        return lambda cell: None if cell in choices else f"{cell!r} is none of {listed}"
    return lambda cell: None if cell else "is empty; every row needs one"


def _day_problem(cell: str) -> str | None:
    if not cell:
        return None
    try:
        date.fromisoformat(cell)
    except ValueError:
        return (
            f"{cell!r} is no day; write it as 2021-08-16 (the first day of the month or year where only that is known)"
        )
    return None if len(cell) == 10 else f"{cell!r} is no day; write it as 2021-08-16"


CHECKED = REQUIRED | set(CHOICES) | set(DAYS)


def _typed(rows: list[Row], kind: type[Value], path: Path) -> tuple[Value, ...]:
    fields = [field.name for field in msgspec.structs.fields(kind)]
    kept = [{name: row[name] for name in fields if name in row} for row in rows]
    try:
        return msgspec.convert(kept, tuple[kind, ...])  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        raise RegistryError(f"{path.name}: {_located(str(error))}") from error


def _located(message: str) -> str:
    """``... - at `$[12].kind` `` as the line and column that a reader of the file counts."""
    text, _, place = message.partition(" - at `$[")
    index, _, column = place.rstrip("`").partition("].")
    return f"line {int(index) + 2}: {column}: {text}" if index.isdigit() else message


def check_references(tables: Tables, derived: Iterable[str]) -> None:
    """Raises RegistryError where a row names an actor or an office that has no row and that no rule derives."""
    actors = _unique(tables.actors, "actors.tsv") | set(derived)
    offices = _unique(tables.offices, "offices.tsv")
    _check("actors", "parent", [actor.parent for actor in tables.actors], actors)
    _check("names", "actor", [name.actor for name in tables.names], actors)
    _check("standings", "actor", [standing.actor for standing in tables.standings], actors)
    _check("offices", "body", [office.body for office in tables.offices], actors)
    _check("tenures", "office", [tenure.office for tenure in tables.tenures], offices)
    _check("tenures", "person", [tenure.person for tenure in tables.tenures], actors)
    _check("memberships", "member", [membership.member for membership in tables.memberships], actors)
    _check("memberships", "body", [membership.body for membership in tables.memberships], actors)


def _check(table: str, column: str, values: list[str | None] | list[str], known: set[str]) -> None:
    for number, value in enumerate(values, start=2):
        if value is not None and value not in known:
            where = f"{table}.tsv: line {number}: {column}"
            raise RegistryError(f"{where}: {value!r} has no row of its own; add one or correct the id")


def _unique(values: Iterable[RegistryActor | Office], file: str) -> set[str]:
    seen: set[str] = set()
    for number, value in enumerate(values, start=2):
        if value.id in seen:
            raise RegistryError(f"{file}: line {number}: id: {value.id!r} stands twice; keep one row")
        seen.add(value.id)
    return seen
