"""PostgreSQL: a server where several people read and write at once. Tables lie in a schema of our own."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import psycopg
import pyarrow as pa
from psycopg import errors, sql

from communique.store.answers import column_of
from communique.store.engine import Columns, Dialect, Parameter, Value
from communique.store.errors import (
    NoStoreError,
    ReadOnlyError,
    ServerGoneError,
    SqlError,
    StoreError,
    StoreFullError,
)

SCHEMA = "communique"
# One writer at a time: merging looks at what others have added. Any number will do, so long as it is always this one.
_LOCK = 7_461_002
_WRITES = ("INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "TRUNCATE", "COPY", "MERGE", "GRANT", "SET", "BEGIN", "COMMIT", "ROLLBACK", "CALL", "DO", "VACUUM")  # fmt: skip


class PostgresStore:
    """An engine on one schema of a PostgreSQL database: ``postgresql://user@host/database?schema=communique``."""

    dialect: Dialect = "postgres"

    def __init__(self, address: str, *, write: bool) -> None:
        dsn, self._schema = _split(address)
        self.address = _without_password(address)
        try:
            self._connection = psycopg.connect(dsn, autocommit=True, connect_timeout=10, application_name="communique")
        except psycopg.Error as error:
            raise ServerGoneError(
                f"{self.address}: cannot be reached ({_first(error)}); start the server, or check host, port, user and database"
            ) from error
        with self._faults():
            self._prepared(write)

    def _prepared(self, write: bool) -> None:
        name = sql.Identifier(self._schema)
        self._connection.execute(sql.SQL("SET search_path TO {}, public").format(name))
        there = self.rows("SELECT 1 FROM pg_namespace WHERE nspname = ?", [self._schema])
        if not there and not write:
            self._connection.close()
            raise NoStoreError(
                f"{self.address}: no store there (no schema {self._schema}); "
                "`communique add PATH --store ADDRESS` makes one"
            )
        if not there:
            with self.transaction():
                self._connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(name))
        if not write:
            self._connection.execute("SET default_transaction_read_only = on")

    def rows(self, sql: str, parameters: Sequence[Parameter] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and fetch all."""
        with self._faults():
            cursor = self._connection.execute(_placed(sql), _adapted(parameters))
            return cursor.fetchall() if cursor.description else []

    def arrow(self, sql: str, parameters: Sequence[Parameter] = ()) -> pa.Table:
        """Run one statement and make columns of its rows."""
        with self._faults():
            return _table(self._connection.execute(_placed(sql), _adapted(parameters)))

    def asked(self, sql: str) -> pa.Table:
        """A user's one statement, in a transaction that may only read and is always rolled back."""
        if not sql.strip().strip(";"):
            raise SqlError("nothing to run; a question begins with SELECT or WITH")
        first = sql.split(None, 1)[0].upper()
        if first in _WRITES:
            raise ReadOnlyError(
                f"`communique sql` only reads, and this is {first}; a question begins with SELECT or WITH"
            )
        with self._faults(SqlError):
            self._connection.execute("BEGIN READ ONLY")
            try:
                # Bound parameters (there are none) make the server refuse a second statement behind a semicolon.
                return _table(self._connection.execute(sql.replace("%", "%%").encode(), (), prepare=True))
            finally:
                if not self._connection.closed:
                    self._connection.execute("ROLLBACK")

    def insert(self, table: str, columns: Columns) -> None:
        """Append by COPY: 158,000 rows a second, where executemany makes 59,000."""
        if not columns or not len(next(iter(columns.values()))):
            return
        names = sql.SQL(", ").join(map(sql.Identifier, columns))
        into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
        with self._faults(), self._connection.cursor().copy(into) as copy:
            for row in zip(*columns.values(), strict=True):
                copy.write_row([_storable(value) for value in row])

    def has_table(self, name: str) -> bool:
        """Whether our schema has the table."""
        found = "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?"
        return bool(self.rows(found, [self._schema, name]))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all or nothing; other writers wait."""
        with self._faults(), self._connection.transaction():
            self._connection.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", (_LOCK, self._schema))
            yield

    def close(self) -> None:
        """Leave the server."""
        self._connection.close()

    @contextmanager
    def _faults(self, otherwise: type[StoreError] = StoreError) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            closed = self._connection.closed
            raise fault_of(self.address, self._schema, error, closed=closed, otherwise=otherwise) from error


def fault_of(
    address: str, schema: str, error: psycopg.Error, *, closed: bool, otherwise: type[StoreError] = StoreError
) -> StoreError:
    """What the server's error means to a user of the store; ``closed`` where the connection is gone."""
    first = _first(error)
    if isinstance(error, errors.DiskFull):
        return StoreFullError(
            f"{address}: the server has no room left ({first}); make room and run the same command again: "
            "what was committed is kept, the rest is read then"
        )
    if isinstance(error, errors.ReadOnlySqlTransaction):
        return ReadOnlyError(f"{address}: opened to be read only ({first})")
    if closed or isinstance(error, errors.AdminShutdown | errors.CrashShutdown | errors.CannotConnectNow):
        return ServerGoneError(
            f"{address}: the server went away ({first}); what was committed is kept: "
            "run the same command again when it is back, and it goes on from there"
        )
    if isinstance(error, errors.InsufficientPrivilege):
        return StoreError(f"{address}: {first}; ask for the right to use the schema {schema}")
    return otherwise(str(error).strip() if otherwise is SqlError else f"{address}: {str(error).strip()}")


def _split(address: str) -> tuple[str, str]:
    """What libpq is told, and our schema, which it does not know."""
    parts = urlsplit(address)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    schema = dict(pairs).get("schema") or SCHEMA
    query = urlencode([(k, v) for k, v in pairs if k != "schema"])
    return urlunsplit(parts._replace(query=query)), schema


def _without_password(address: str) -> str:
    return re.sub(r"(?<=//)([^:@/]*):[^@]*@", r"\1@", address)


def _placed(sql: str) -> bytes:
    return sql.replace("%", "%%").replace("?", "%s").encode()


def _adapted(parameters: Sequence[Parameter]) -> list[Parameter]:
    return [p.replace("\0", "\ufffd") if isinstance(p, str) else list(p) if isinstance(p, tuple) else p for p in parameters]  # fmt: skip


def _storable(value: Value) -> Value:
    """A character of code 0 is no text to PostgreSQL; U+FFFD takes its place and keeps every offset."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) and "\0" in value else value


def _table(cursor: psycopg.Cursor[Any]) -> pa.Table:
    if cursor.description is None:
        return pa.table({})
    names = [column.name for column in cursor.description]
    rows = cursor.fetchall()
    return pa.Table.from_arrays([column_of([row[i] for row in rows]) for i in range(len(names))], names=names)


def _first(error: Exception) -> str:
    text = str(error).strip()
    return text.splitlines()[0][:200] if text else type(error).__name__
