"""Killed at any moment of adding, resumed: the same record as without, nothing lost, nothing twice."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from communique.api import Record
from communique.store import Store, open_store

MOMENTS = 6
# Adds in small portions, telling of each: what is told is in.
ADDER = """
import sys
import msgspec
from communique.api import Record
from communique.store import open_store
records = [msgspec.json.decode(line, type=Record) for line in open(sys.argv[2], "rb")]
with open_store(sys.argv[1], write=True) as store:
    print("open", flush=True)
    for start in range(0, len(records), 2):
        for added in store.add_each(records[start : start + 2]):
            print(added.new + added.known, flush=True)
print("done", flush=True)
"""


@pytest.fixture(scope="session")
def many(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Record], Path]:
    """The records of this suite six times over, under other names."""
    found = [renamed(record, n) for n in range(6) for record in records]
    path = tmp_path_factory.mktemp("many") / "records.jsonl"
    path.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in found))
    return found, path


def renamed(record: Record, n: int) -> Record:
    data = msgspec.json.encode(record).replace(f'"{record.report.id}'.encode(), f'"{record.report.id}-{n}'.encode())
    found = msgspec.json.decode(data, type=Record)
    return replace(found, report=replace(found.report, text=f"{found.report.text} This is telling number {n}."))


def killed(address: str, path: Path, portions: int, seconds: float) -> int:
    """Start adding, kill it so long after so many portions; gives how many reports were told to be in."""
    command = [sys.executable, "-c", ADDER, address, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        lines = [process.stdout.readline() for _ in range(portions)]
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
        lines += process.stdout.readlines()
    return sum(int(line) for line in lines if line.strip().isdigit())


def stories(store: Store) -> list[Any]:
    found = (*store.events(limit=None), *store.statements(limit=None))
    return sorted((one.entry.id, one.citations, one.sources, one.contradicts) for one in found)


def whole(store: Store, snapshot: Callable[[Store], Any]) -> tuple[Any, Any]:
    return snapshot(store), stories(store)


def moments() -> Iterator[tuple[int, float]]:
    """After how many portions, and how many seconds: at random, but the same in every run."""
    chance = random.Random(9)
    return ((chance.randrange(6), chance.uniform(0.0, 0.3)) for _ in range(MOMENTS))


def test_killed_and_resumed_is_the_same_record(
    address: str, many: tuple[list[Record], Path], snapshot: Callable[[Store], Any], tmp_path: Path
) -> None:
    records, path = many
    with open_store(tmp_path / "undisturbed.duckdb", write=True) as undisturbed:
        undisturbed.add(records)
        expected = whole(undisturbed, snapshot)
    for portions, seconds in moments():
        told = killed(address, path, portions, seconds)
        with open_store(address, write=True) as store:
            assert store.reports(limit=0).total >= told
            assert store.sql("SELECT id FROM reports GROUP BY id HAVING count(*) > 1").num_rows == 0
    with open_store(address, write=True) as store:
        store.add(records)
        assert whole(store, snapshot) == expected
