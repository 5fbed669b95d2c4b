"""The fields of a row (of JSON lines, CSV, Parquet, front matter, a sidecar) -> what is given of a report."""

from collections import Counter
from collections.abc import Mapping

import msgspec

from communique.reading.inputs import FIELDS, Given, Notice, UnreadableError

KNOWN = frozenset(("text", "html", *FIELDS))


def read_row(row: Mapping[str, object], columns: Mapping[str, str]) -> Given:
    """What a row gives. Raises ``UnreadableError`` for a field of the wrong type, naming it."""
    names = field_names(row, columns)
    fields = {field: row[name] for field, name in names.items() if row[name] is not None}
    try:
        return msgspec.convert(fields, Given)
    except msgspec.ValidationError as error:
        raise UnreadableError(f"a field has the wrong type ({error}); give it as text") from error


def field_names(row: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, str]:
    """Our field names -> those of the row: by ``columns``, else the same name whatever its case."""
    by_name = {name.casefold(): name for name in reversed(list(row))}
    found = {field: by_name[field] for field in KNOWN if field in by_name}
    return found | {field: name for field, name in columns.items() if name in row and field in KNOWN}


def count_others(others: Counter[str], row: Mapping[str, object], columns: Mapping[str, str]) -> None:
    """Counts the fields of a row that are none of ours."""
    if row.keys() - KNOWN:
        others.update(row.keys() - set(field_names(row, columns).values()))


def tell_others(path: str, others: Counter[str]) -> tuple[Notice, ...]:
    """One notice for a file's other fields, with how often each was there; none where there were none."""
    if not others:
        return ()
    counted = ", ".join(f"{name} ({count})" for name, count in sorted(others.items())[:20])
    more = f" and {len(others) - 20} more" if len(others) > 20 else ""
    return (Notice(path=path, message=f"fields left out, with the number of reports that have them: {counted}{more}"),)
