"""A question as keywords -> filters and paging, checked: ``actor="Russia", type="SANCTION", limit=10``."""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

import msgspec

from communique.store.errors import FilterError
from communique.store.filters import STATUSES, TYPES, Filters, Paging, check

_LISTS = ("type", "mode", "status")

Asked = TypedDict(
    "Asked",
    {
        "actor": str | None, "with": str | None, "country": str | None, "type": str | Sequence[str] | None,
        "mode": str | Sequence[str] | None, "status": str | Sequence[str] | None, "since": str | None,
        "until": str | None, "place": str | None, "outlet": str | None, "about": str | None, "min_sources": int | None,
        "min_confidence": float | None, "text": str | None, "dedupe": str, "sort": str, "limit": int | None,
        "offset": int, "with_": str | None,
    },
    total=False,
)  # fmt: skip


def understood(kind: str, asked: Mapping[str, Any]) -> tuple[Filters, Paging]:
    """Filters and paging of a question; a single value may stand for a list. Raises FilterError."""
    named = {("with_" if name == "with" else name): value for name, value in asked.items()}
    known = {*Filters.__struct_fields__, *Paging.__struct_fields__}
    if unknown := sorted(named.keys() - known):
        raise FilterError(f"{unknown[0]!r} is no filter; there is {', '.join(sorted(known))}".replace("with_", "with"))
    given = {name: _listed(kind, name, value) for name, value in named.items() if value is not None or name == "limit"}
    try:
        filters = msgspec.convert({n: v for n, v in given.items() if n in Filters.__struct_fields__}, Filters)
        paging = msgspec.convert({n: v for n, v in given.items() if n in Paging.__struct_fields__}, Paging)
    except msgspec.ValidationError as error:
        raise FilterError(f"a filter has a value of the wrong kind: {error}") from error
    check(kind, filters, paging)
    return filters, paging


def _listed(kind: str, name: str, value: Any) -> Any:
    """A single value as a list; a choice in the case in which it is kept: "sanction" -> SANCTION."""
    if name not in _LISTS:
        return value
    kept = {one.lower(): one for one in (*TYPES[kind], *STATUSES[kind])}
    values = (value,) if isinstance(value, str) else value
    return tuple(kept.get(one.lower(), one) if isinstance(one, str) else one for one in values)
