"""What a store answers: a page of entries, each with all that tells it, and how many there are in all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct

from communique.tables import Row

if TYPE_CHECKING:
    import pandas
    import pyarrow as pa

One = TypeVar("One")


class Answer(Struct, Generic[One], frozen=True, kw_only=True):
    """One page of an answer: typed values, and the same as rows, as Arrow, as a data frame.

    ``total`` counts all pages; ``undated`` those left out because they have no date, where --since or --until asks for one.
    """

    entries: tuple[One, ...]
    total: int
    offset: int = 0
    undated: int = 0
    make_row: Callable[[One], Row]

    def __iter__(self) -> Iterator[One]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def rows(self) -> list[Row]:
        """Flat rows, one an entry; lists are joined by "; "."""
        return [self.make_row(entry) for entry in self.entries]

    def to_arrow(self) -> "pa.Table":
        """The rows as columns."""
        return table_of(self.rows())

    def to_pandas(self) -> "pandas.DataFrame":
        """The rows as a data frame; raises ImportError saying what to do where pandas is not installed."""
        return frame_of(self.rows())


def table_of(rows: Iterable[Row]) -> "pa.Table":
    """Rows as an Arrow table; a column that is empty throughout is text."""
    import pyarrow as pa

    found = list(rows)
    names = list(dict.fromkeys(name for row in found for name in row))
    return pa.table({name: column_of([row.get(name) for row in found]) for name in names})


def column_of(values: "Sequence[Any]") -> "pa.Array[Any]":
    """Values as an Arrow array; one without any value is text."""
    import pyarrow as pa

    array: pa.Array[Any] = pa.array(values)
    return array.cast(pa.string()) if pa.types.is_null(array.type) else array


def frame_of(rows: Iterable[Row]) -> "pandas.DataFrame":
    """Rows as a data frame."""
    try:
        import pandas
    except ImportError as error:
        raise ImportError("a data frame needs pandas, which is not installed: pip install pandas") from error
    return pandas.DataFrame(list(rows))
