"""Ids of entries: unique across reports, and the same after a re-read that finds the same entry."""

from hashlib import sha256


def entry_id(report_id: str, kind: str, key: str, ordinal: int = 0) -> str:
    """The id of an entry: ``<report id>#<kind letter>-<8 hex of the key>``, with ``.n`` where several share a key.

    ``key`` is what identifies the entry in its report: its trigger or content span and its type.
    """
    digest = sha256(f"{kind}|{key}".encode()).hexdigest()[:8]
    return f"{report_id}#{kind}-{digest}" + (f".{ordinal}" if ordinal else "")
