"""Opening: what is no store, a broken one, a newer one, one in use; each told with what to do, nothing lost."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from communique.api import Record
from communique.store import Store, StoreError, open_store
from communique.store.adding import Added
from communique.store.errors import (
    DamagedStoreError,
    NewerStoreError,
    NoStoreError,
    ReadOnlyError,
    ServerGoneError,
    SqlError,
    StoreFullError,
    StoreInUseError,
)
from communique.store.opening import address_of


def test_where_nothing_is_the_command_that_makes_one_is_told(address: str) -> None:
    with pytest.raises(NoStoreError, match="communique add"):
        open_store(address)


def test_a_store_is_reopened_with_all_that_was_added(address: str, records: list[Record]) -> None:
    with open_store(address, write=True) as store:
        store.add(records)
    with open_store(address) as again:
        assert again.reports().total == len(records)


def test_one_that_was_opened_to_be_asked_is_not_written(address: str, records: list[Record]) -> None:
    open_store(address, write=True).close()
    with open_store(address) as store, pytest.raises(ReadOnlyError, match="read only"):
        store.add(records)


def test_a_store_of_a_newer_version_is_left_alone(address: str) -> None:
    with open_store(address, write=True) as store:
        store._engine.rows("UPDATE meta SET version = 99")
    for write in (False, True):
        with pytest.raises(NewerStoreError, match="install a newer communique"):
            open_store(address, write=write)


def test_tables_of_somebody_else_are_no_store(address: str) -> None:
    with open_store(address, write=True) as store:
        store._engine.rows("DROP TABLE meta")
    with pytest.raises(DamagedStoreError, match="no store of ours"):
        open_store(address, write=True)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM events", "INSERT INTO meta VALUES (1)", "UPDATE meta SET version = 1", "DROP TABLE events",
        "CREATE TABLE x (y INTEGER)", "SELECT 1; DROP TABLE events", "COPY events TO '/tmp/never.csv'",
        "EXPLAIN ANALYZE DELETE FROM events", "WITH x AS (SELECT 1) DELETE FROM events", "TRUNCATE events",
    ],
)  # fmt: skip
def test_sql_that_writes_is_refused(full: Store, query: str) -> None:
    before = full.events(dedupe="none").total
    with pytest.raises((ReadOnlyError, SqlError)):
        full.sql(query)
    assert full.events(dedupe="none").total == before
    assert not Path("/tmp/never.csv").exists()


def test_sql_that_reads_is_answered_in_columns(full: Store, records: list[Record]) -> None:
    table = full.sql("SELECT type, count(*) AS n FROM events WHERE words LIKE '%a%' GROUP BY type ORDER BY type")
    assert table.column_names == ["type", "n"]
    assert full.sql("SELECT no FROM events WHERE FALSE").num_rows == 0
    full.add([records[0]])


@pytest.mark.parametrize("query", ["", "SELEC 1", "SELECT nothing FROM events"])
def test_sql_that_is_wrong_is_told_in_the_words_of_the_engine(full: Store, query: str) -> None:
    with pytest.raises((SqlError, ReadOnlyError)) as told:
        full.sql(query)
    assert str(told.value).strip()
    assert full.events(dedupe="none").total > 0


@pytest.mark.parametrize(("bytes_", "name"), [(b"not a database " * 999, "text"), (b"\0" * 50_000, "zeros")])
def test_a_file_that_is_no_store_is_told_and_left(tmp_path: Path, bytes_: bytes, name: str) -> None:
    path = tmp_path / f"{name}.duckdb"
    path.write_bytes(bytes_)
    for write in (False, True):
        with pytest.raises(DamagedStoreError, match="damaged"):
            open_store(path, write=write)
    assert path.read_bytes() == bytes_


def test_a_damaged_file_is_told(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "record.duckdb"
    with open_store(path, write=True) as store:
        store.add(records)
    whole = path.read_bytes()
    noise = os.urandom(len(whole) - 9_000)
    for broken in (whole[:100], whole[:5_000], whole[: len(whole) // 2], whole[:9_000] + noise):
        path.write_bytes(broken)
        with pytest.raises(DamagedStoreError, match="put a copy of it in place"):
            _read_all(path)


def _read_all(path: Path) -> None:
    with open_store(path) as store:
        store.events(dedupe="none", limit=None)
        list(store.records())


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/nowhere/at/all/record.duckdb", "no folder"),
        ("mysql://host/db", "no kind of store"),
        ("postgresql://nobody:secret@127.0.0.1:1/db", "cannot be reached"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(address: str, told: str) -> None:
    with pytest.raises(StoreError, match=told) as error:
        open_store(address, write=True)
    assert "secret" not in str(error.value)


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path)


def test_the_variable_names_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_STORE", "else.duckdb")
    assert address_of(None) == "else.duckdb"
    assert address_of("given.duckdb") == "given.duckdb"
    monkeypatch.delenv("COMMUNIQUE_STORE")
    assert address_of(None) == "record.duckdb"


def run(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_store_in_use_is_told_with_its_user(tmp_path: Path) -> None:
    path = tmp_path / "record.duckdb"
    holder = run(
        """
        import sys
        from communique.store import open_store
        store = open_store(sys.argv[1], write=True)
        print("open", flush=True)
        sys.stdin.read()
        """,
        path,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    for write in (False, True):
        with pytest.raises(StoreInUseError, match=rf"PID {holder.pid}.*postgresql"):
            open_store(path, write=write)
    holder.communicate("")
    open_store(path).close()


def test_a_full_disk_loses_nothing(tmp_path: Path, records: list[Record]) -> None:
    """The limit on the size of a file stands for the end of the disk."""
    path = tmp_path / "record.duckdb"
    with open_store(path, write=True) as store:
        store.add(records[:1])
    filler = run(
        """
        import resource, signal, sys
        from msgspec.structs import replace
        from communique.store import open_store
        from communique.store.errors import StoreFullError
        store = open_store(sys.argv[1], write=True)
        record = next(store.records())
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        size = 3_000_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            for n in range(5000):
                store.add([replace(record, report=replace(record.report, id=f"r{n}", text="%030d" % n * 3000))])
        except StoreFullError as error:
            print(f"{n} {error}", flush=True)
        """,
        path,
    )
    told, _ = filler.communicate()
    kept, _, message = told.partition(" ")
    assert "make room" in message
    with open_store(path, write=True) as store:
        assert store.reports(limit=0).total >= int(kept) + 1
        assert store.add(records) == Added(known=1, new=len(records) - 1)


def test_a_server_that_goes_away_loses_nothing(address: str, records: list[Record]) -> None:
    if not address.startswith("postgresql"):
        pytest.skip("a file does not go away")
    store = open_store(address, write=True)
    store.add(records[:1])
    with open_store(address, write=True) as other:
        backend = store._engine.rows("SELECT pg_backend_pid()")[0][0]
        other._engine.rows("SELECT pg_terminate_backend(CAST(? AS INTEGER))", [backend])
    with pytest.raises(ServerGoneError, match="run the same command again"):
        store.add(records[1:])
    store.close()
    with open_store(address, write=True) as again:
        assert again.add(records) == Added(known=1, new=len(records) - 1)


def test_a_server_without_room_is_told() -> None:
    from psycopg import errors

    from communique.store.postgres import fault_of

    told = fault_of("postgresql://host/db", "communique", errors.DiskFull("could not extend file"), closed=False)
    assert isinstance(told, StoreFullError)
