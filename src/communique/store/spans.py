"""An entry -> every span it cites, with the name of the field that cites it."""

from collections.abc import Iterator

from msgspec import Struct

from communique.types import Span


def cited(value: Struct, prefix: str = "") -> Iterator[tuple[str, Span]]:
    """Spans in the order of the fields: ("trigger", ...), ("actors.span", ...), ("date.span", ...)."""
    for name in value.__struct_fields__:
        found = getattr(value, name)
        for item in found if isinstance(found, tuple) and not isinstance(found, Span) else (found,):
            if isinstance(item, Span):
                yield f"{prefix}{name}", item
            elif isinstance(item, Struct):
                yield from cited(item, f"{prefix}{name}.")
