"""Kill adding at 50 random moments, resume, and compare with the record of an undisturbed run.

    .venv/bin/python benchmarks/kill.py [--moments 50] [--store postgresql://...]

The reports are those of benchmarks/stories, three weeks of them (benchmarks/multiply.py).
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec
from multiply import base_records, multiplied

from communique.store import Store, open_store

_NUMBER = 120
_ADDER = """
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
"""


def main() -> int:
    """0 where the record is the same and no report that was told to be in was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--store")
    options = parser.parse_args()
    records = list(multiplied(base_records(), _NUMBER))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "records.jsonl"
        path.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))
        with open_store(folder / "undisturbed.duckdb", write=True) as store:
            store.add(records)
            expected = everything(store)
        address = options.store or str(folder / "killed.duckdb")
        lost = disturb(address, path, options.moments)
        with open_store(address, write=True) as store:
            store.add(records)
            same = everything(store) == expected
    print(
        f"{options.moments} kills: {lost} times a report that was told to be in was lost; the record is {'the same' if same else 'ANOTHER'}"
    )
    return 0 if same and not lost else 1


def disturb(address: str, path: Path, moments: int) -> int:
    """Kill so often; gives how often fewer reports were in than had been told."""
    chance = random.Random(50)
    lost = 0
    for number in range(moments):
        told = killed(address, path, chance.randrange(12), chance.uniform(0, 0.6))
        with open_store(address, write=True) as store:
            held = store.reports(limit=0).total
        lost += held < told
        print(f"kill {number + 1}: {told} told, {held} held", flush=True)
        if held == _NUMBER:  # all is in: begin anew, under other rules, so that every report is replaced
            with open_store(address, write=True) as store:
                store.add([other_rules(record) for record in store.records()])
    return lost


def other_rules(record: Any) -> Any:
    """The same record, as if other rules had made it."""
    return msgspec.structs.replace(record, made_by=msgspec.structs.replace(record.made_by, rules_sha256="other"))


def killed(address: str, path: Path, portions: int, seconds: float) -> int:
    """How many reports an adder told to be in before it was killed, so long after so many portions."""
    command = [sys.executable, "-c", _ADDER, address, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None or process.stdout.readline() != "open\n":
            raise RuntimeError("the adder did not start; run it by hand to see why")
        lines = [process.stdout.readline() for _ in range(portions)]
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
        lines += process.stdout.readlines()
    return sum(int(line) for line in lines if line.strip().isdigit())


def everything(store: Store) -> list[Any]:
    """What the record says, in an order of its own."""
    found = (*store.events(limit=None), *store.statements(limit=None))
    entries = sorted((msgspec.json.encode(one.entry), one.citations, one.sources, one.contradicts) for one in found)
    return [
        entries,
        store.reports(limit=None).entries,
        store.corrections(limit=None).entries,
        store.contradictions(limit=None).entries,
    ]


if __name__ == "__main__":
    sys.exit(main())
