"""Full text: the terms of each sentence, as rows of ``postings`` on DuckDB and as a tsvector on PostgreSQL.

A tsvector is made of our own terms, not of PostgreSQL's words: a question finds the same on both engines.
"""

from collections.abc import Iterator

from communique.store.engine import Dialect, Value
from communique.store.errors import FilterError
from communique.store.words import asked_terms, terms_of
from communique.types import RecordFields, Span

Row = dict[str, Value]


def index(record: RecordFields, no: int, dialect: Dialect) -> Iterator[tuple[str, Row]]:
    """The rows that make a report findable by its words; the title is sentence -1."""
    for number, span, terms in _sentences(record):
        row: Row = {"report": no, "number": number, "start_at": span.start, "end_at": span.end}
        if dialect == "postgres":
            yield "sentences", {**row, "terms": " ".join(terms)}
            continue
        yield "sentences", row
        for term in terms:
            yield "postings", {"term": term, "report": no, "sentence": number}


def matches(text: str, dialect: Dialect) -> tuple[str, list[str]]:
    """A query, with its parameters, for the sentences (report, sentence) that have all words of a text."""
    terms = asked_terms(text)
    if not terms:
        raise FilterError(f"--text {text!r} has no word in it; give words, such as --text 'border talks'")
    if dialect == "postgres":
        asked = " & ".join(f"'{t[:-1]}':*" if t.endswith("*") else f"'{t}'" for t in terms)
        return "SELECT report, number AS sentence FROM sentences WHERE terms @@ CAST(? AS tsquery)", [asked]
    parts = ["starts_with(term, ?)" if t.endswith("*") else "term = ?" for t in terms]
    one = [f"SELECT report, sentence FROM postings WHERE {part}" for part in parts]
    return " INTERSECT ".join(one), [t.removesuffix("*") for t in terms]


def _sentences(record: RecordFields) -> Iterator[tuple[int, Span, tuple[str, ...]]]:
    text = record.report.text or ""
    yield -1, Span(0, 0), tuple(dict.fromkeys(terms_of(record.report.title or "")))
    for number, span in enumerate(record.report.sentences):
        yield number, span, tuple(dict.fromkeys(terms_of(text[span.start : span.end])))
