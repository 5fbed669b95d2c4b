"""Communiqué reads news reports and keeps a record of diplomacy in which every entry cites the words it rests on.

>>> import communique
>>> record = communique.read("France expelled six Russian diplomats.", published="2022-04-05")  # doctest: +SKIP
>>> record.events  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.api import Record, open, read, read_reports  # noqa: A004 - the verb that a user knows

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "open", "read", "read_reports"]


def __getattr__(name: str) -> Any:
    """Load the rest when it is first asked for: ``import communique`` costs nothing."""
    if name in {"Record", "open", "read", "read_reports"}:
        from communique import api

        return getattr(api, name)
    raise AttributeError(f"module 'communique' has no attribute {name!r}")
