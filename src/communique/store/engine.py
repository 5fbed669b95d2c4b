"""What a store asks of its engine: run SQL with parameters, insert columns, keep a transaction. Two engines do it.

SQL is written with ``?`` for each parameter, in the words that both engines share; what they do not share is asked of
``matches`` here or stands in ``schema/<dialect>``.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    import pyarrow as pa

Dialect = Literal["duckdb", "postgres"]
Value = str | int | float | bool | bytes | date | None
Parameter = Value | Sequence[str] | Sequence[int]
Columns = Mapping[str, Sequence[Value]]


class Engine(Protocol):
    """One open database, and how it is spoken to; every fault is raised as a StoreError."""

    dialect: Dialect
    address: str

    def rows(self, sql: str, parameters: Sequence[Parameter] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and fetch all that it gives (nothing for one that gives nothing)."""
        ...

    def arrow(self, sql: str, parameters: Sequence[Parameter] = ()) -> "pa.Table":
        """Run one statement and fetch its rows as a table of columns."""
        ...

    def asked(self, sql: str) -> "pa.Table":
        """Run a user's one statement, which may only read: ReadOnlyError or SqlError where it does not."""
        ...

    def insert(self, table: str, columns: Columns) -> None:
        """Append rows, given as columns of equal length."""
        ...

    def has_table(self, name: str) -> bool:
        """Whether the store has a table of that name."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All within is kept, or nothing; one writer at a time."""
        ...

    def close(self) -> None:
        """Give the database back."""
        ...


def among(column: str, kind: Literal["TEXT", "BIGINT"] = "BIGINT") -> str:
    """A condition with one parameter, a list that may be long: ``no IN (...)``."""
    return f"{column} IN (SELECT unnest(CAST(? AS {kind}[])))"
