"""Every test of the store runs on every engine: DuckDB always, PostgreSQL where COMMUNIQUE_TEST_POSTGRES names a server
(``make test-postgres`` starts one)."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from communique.api import Record, read_reports
from communique.store import Store, open_store
from communique.types import Report

SERVER = os.environ.get("COMMUNIQUE_TEST_POSTGRES")
ENGINES = ["duckdb", *(["postgres"] if SERVER else [])]

TEXTS: dict[str, tuple[str, str, str]] = {
    "oslo": ("Fjord Gazette", "2024-05-15", (
        "Norwegian Foreign Minister Espen Barth Eide spoke by phone with Polish Foreign Minister Radosław Sikorski on Tuesday. "
        "On Monday, Norway expelled two Belarusian diplomats. Belarus condemned the expulsion."
    )),
    "warsaw": ("Vistula Post", "2024-05-16", (
        "Poland agreed to send ten tanks to Ukraine. It will not recognize the annexation of Crimea. "
        '"We will not accept this," Polish Foreign Minister Radosław Sikorski told reporters on Wednesday, according to Reuters.'
    )),
    "geneva": ("Lake Courier", "2024-05-20", (
        "Iran and France held nuclear talks in Geneva on Sunday. France called on Iran to release a detained teacher. "
        "Iran's foreign ministry spokesman denied that the talks had failed."
    )),
    "quito": ("Andes Daily", "2024-06-03", (
        "Ecuador imposed sanctions on Nicaragua. Peru's foreign minister said on Friday that Peru would not join the sanctions."
    )),
}  # fmt: skip


def make_reports() -> list[Report]:
    return [
        Report(id=id_, source_sha256="", text=text, publisher=publisher, published=day, published_basis="given", title=f"From {id_}")
        for id_, (publisher, day, text) in TEXTS.items()
    ]  # fmt: skip


@pytest.fixture(scope="session")
def reports() -> list[Report]:
    return make_reports()


@pytest.fixture(scope="session")
def records(reports: list[Report]) -> list[Record]:
    return list(read_reports(reports))


@pytest.fixture(params=ENGINES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty store of each engine can be made."""
    if request.param == "duckdb":
        yield str(tmp_path / "record.duckdb")
        return
    import psycopg

    schema = f"test_{uuid4().hex[:12]}"
    yield f"{SERVER}?schema={schema}"
    with psycopg.connect(str(SERVER), autocommit=True) as connection:
        connection.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE'.encode())


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store, open for writing."""
    with open_store(address, write=True) as opened:
        yield opened


@pytest.fixture
def full(store: Store, records: list[Record]) -> Store:
    """A store with all of the records."""
    store.add(records)
    return store


@pytest.fixture
def snapshot() -> Callable[[Store], dict[str, list[tuple[object, ...]]]]:
    """All that a store says but for numbers and times, which hang on the order of adding."""

    def take(store: Store) -> dict[str, list[tuple[object, ...]]]:
        tables = {
            "reports": "SELECT id, content, publisher, published, text FROM reports",
            "events": "SELECT id, type, first_day, source, words, body FROM events",
            "statements": "SELECT id, kind, first_day, source, words, body FROM statements",
            "positions": "SELECT id, issue, stance, body FROM positions",
            "relations": "SELECT id, kind, body FROM relations",
            "roles": "SELECT e.id, x.side, x.number, x.actor, x.country FROM event_roles x JOIN events e ON e.no = x.entry",
            "citations": "SELECT r.id, c.kind, c.field, c.start_at, c.end_at FROM citations c JOIN reports r ON r.no = c.report",
            "mentions": "SELECT r.id, m.actor, m.start_at FROM mentions m JOIN reports r ON r.no = m.report",
            "sentences": "SELECT r.id, s.number, s.start_at FROM sentences s JOIN reports r ON r.no = s.report",
            "corrections": "SELECT corrected, correcting, kind FROM corrections",
        }
        return {
            name: sorted((tuple(row.values()) for row in store.sql(sql).to_pylist()), key=repr)
            for name, sql in tables.items()
        }

    return take
