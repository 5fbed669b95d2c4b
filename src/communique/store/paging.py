"""One page of what a query finds, and how many rows it finds in all."""

from typing import Any

from msgspec import Struct

from communique.store.engine import Engine, Parameter
from communique.store.filters import Paging


class Found(Struct, frozen=True):
    """A query with its parameters; ``order`` sorts its rows, and tells apart any two."""

    sql: str
    values: list[Parameter]
    order: str


def page_of(engine: Engine, found: Found, paging: Paging, columns: str = "page.*") -> tuple[list[tuple[Any, ...]], int]:
    """The rows of one page, and the number of all; ``columns`` may ask more of the rows of the ``page`` alone."""
    limits: list[Parameter] = [] if paging.limit is None else [paging.limit]
    rows = engine.rows(
        f"WITH found AS ({found.sql}), page AS (SELECT *, count(*) OVER () AS total FROM found ORDER BY {found.order} "
        f"{'' if paging.limit is None else 'LIMIT ?'} OFFSET ?) SELECT page.total, {columns} FROM page ORDER BY {found.order}",
        [*found.values, *limits, paging.offset],
    )
    if rows or not (paging.offset or paging.limit == 0):
        return [row[1:] for row in rows], int(rows[0][0]) if rows else 0
    return [], int(engine.rows(f"SELECT count(*) FROM ({found.sql}) found", found.values)[0][0])


def direction(sort: str) -> str:
    """``-date`` runs down."""
    return "DESC" if sort.startswith("-") else "ASC"
