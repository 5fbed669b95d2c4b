"""DuckDB: one file, one writer; while one process writes, no other can open it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from communique.store.answers import column_of
from communique.store.engine import Columns, Dialect, Parameter
from communique.store.errors import (
    DamagedStoreError,
    NewerStoreError,
    NoStoreError,
    ReadOnlyError,
    SqlError,
    StoreError,
    StoreFullError,
    StoreInUseError,
)

_HOLDER = re.compile(r"Conflicting lock is held in (.+?)\.? See also|Conflicting lock is held in (.+)", re.DOTALL)
_FULL = (
    "No space left",
    "Disk quota",
    "File too large",
    "Could not write",
    "could not write",
    "max_temp_directory_size",
)
_BROKEN = ("orrupt", "Could not read", "could not read", "hecksum")
_READING = {"SELECT", "EXPLAIN", "DESCRIBE", "SHOW", "RELATION", "LOGICAL_PLAN"}


class DuckStore:
    """An engine on one DuckDB file, or in memory (``:memory:``)."""

    dialect: Dialect = "duckdb"

    def __init__(self, path: str, *, write: bool) -> None:
        self.address = path
        in_memory = path == ":memory:"
        if not write and not in_memory and not Path(path).exists():
            raise NoStoreError(f"{path}: no store there; `communique add PATH` makes one, --store names another")
        if write and not in_memory and not Path(path).absolute().parent.is_dir():
            raise NoStoreError(f"{path}: {Path(path).absolute().parent} is no folder; make it first")
        try:
            self._connection = duckdb.connect(path, read_only=not write and not in_memory)
        except (duckdb.Error, OSError, UnicodeDecodeError) as error:
            raise _opening_fault(path, error) from error

    def rows(self, sql: str, parameters: Sequence[Parameter] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and fetch all."""
        with self._faults():
            return self._connection.execute(sql, list(parameters)).fetchall()

    def arrow(self, sql: str, parameters: Sequence[Parameter] = ()) -> pa.Table:
        """Run one statement and fetch its columns."""
        with self._faults():
            table: pa.Table = self._connection.sql(sql, params=list(parameters)).to_arrow_table()
            return table

    def asked(self, sql: str) -> pa.Table:
        """A user's statement, in a connection of its own that can neither write nor reach other files."""
        with self._faults(SqlError):
            statements = self._connection.extract_statements(sql)
        if len(statements) != 1:
            raise ReadOnlyError(f"one statement at a time; this is {len(statements)}")
        kind = statements[0].type.name
        if kind not in _READING:
            raise ReadOnlyError(
                f"`communique sql` only reads, and this is {kind}; a question begins with SELECT or WITH"
            )
        with self._faults(SqlError):
            self._connection.execute("SET enable_external_access = false")
            self._connection.execute("BEGIN TRANSACTION READ ONLY")
        try:
            with self._faults(SqlError):
                table: pa.Table = self._connection.sql(sql).to_arrow_table()
                return table
        finally:
            self._rolled_back()

    def insert(self, table: str, columns: Columns) -> None:
        """Append by Arrow: 1.3 million rows a second, where executemany makes 713."""
        if not columns or not len(next(iter(columns.values()))):
            return
        names = ", ".join(columns)
        with self._faults():
            self._connection.register("incoming", pa.table({n: column_of(v) for n, v in columns.items()}))
            self._connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM incoming")
            self._connection.unregister("incoming")

    def has_table(self, name: str) -> bool:
        """Whether the file has the table."""
        return bool(self.rows("SELECT 1 FROM information_schema.tables WHERE table_name = ?", [name]))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all or nothing."""
        with self._faults():
            self._connection.begin()
        try:
            yield
            with self._faults():
                self._connection.commit()
        except BaseException:
            self._rolled_back()
            raise

    def close(self) -> None:
        """Close the file; what was committed is written into it."""
        self._connection.close()

    def _rolled_back(self) -> None:
        try:
            self._connection.rollback()
        except duckdb.Error:  # there is nothing to roll back where the commit itself failed
            return

    @contextmanager
    def _faults(self, otherwise: type[StoreError] = StoreError) -> Iterator[None]:
        try:
            yield
        except duckdb.Error as error:
            raise _fault(self.address, error, otherwise) from error


def _opening_fault(path: str, error: Exception) -> StoreError:
    text = str(error)
    if held := _HOLDER.search(text):
        holder = " ".join((held[1] or held[2]).split())
        return StoreInUseError(
            f"{path}: in use by another process ({holder}); wait until it has ended, or keep the record on PostgreSQL, "
            "where several work at once (--store postgresql://...)"
        )
    if "version number" in text and ("newer" in text or "only read" in text):
        return NewerStoreError(f"{path}: written by a newer DuckDB; install that one to open it ({_first(text)})")
    if "Permission denied" in text or "Is a directory" in text or Path(path).is_dir():
        return StoreError(f"{path}: cannot be opened ({_first(text)}); check the path and who may write there")
    if any(mark in text for mark in _FULL):
        return _full(path, error)
    return _damaged(path, error)


def _fault(path: str, error: Exception, otherwise: type[StoreError]) -> StoreError:
    text = str(error)
    if any(mark in text for mark in _FULL):
        return _full(path, error)
    if "read-only" in text:
        return ReadOnlyError(f"{path}: opened to be read only ({_first(text)})")
    if isinstance(error, duckdb.FatalException | duckdb.SerializationException) or any(m in text for m in _BROKEN):
        return _damaged(path, error)
    return otherwise(f"{path}: {text.strip()}" if otherwise is StoreError else text.strip())


def _full(path: str, error: Exception) -> StoreError:
    return StoreFullError(
        f"{path}: no room left to write ({_first(str(error))}); make room and run the same command again: "
        "what was committed is kept, the rest is read then"
    )


def _damaged(path: str, error: Exception) -> StoreError:
    return DamagedStoreError(
        f"{path}: no store, or a damaged one ({_first(str(error))}); nothing was changed: put a copy of it in place, "
        "or move it away and add the reports again"
    )


def _first(text: str) -> str:
    return text.strip().splitlines()[0][:200] if text.strip() else "no reason given"
