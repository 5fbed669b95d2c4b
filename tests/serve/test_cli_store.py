"""The commands of the store as a user meets them: counts, formats, exit codes, faults that say what to do."""

import csv
import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from communique.serve.cli import main

REPORT = """Foreign Minister Ana Sola of Chile met her Peruvian counterpart in Lima on Tuesday.
"We will open the border," Sola told reporters. Peru condemned Bolivia's decision to recall its ambassador.
"""


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COMMUNIQUE_STORE", str(tmp_path / "record.duckdb"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "news"
    path.mkdir()
    (path / "lima.txt").write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def filled(folder: Path) -> Path:
    assert run("add", folder, "--published", "2024-05-15").exit_code == 0
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_add_says_what_became_of_each_report(folder: Path) -> None:
    first = run("add", folder, "--published", "2024-05-15")
    assert "1 report: 1 new, 0 known already, 0 changed, 0 read again with other rules, 0 refused" in first.stdout
    assert "0 new, 1 known already" in run("add", folder, "--published", "2024-05-15").stdout
    assert "1 changed" in run("add", folder, "--published", "2024-05-16").stdout
    (folder / "lima.txt").write_text(REPORT + "Chile thanked Peru.\n", encoding="utf-8")
    assert "1 changed" in run("add", folder, "--published", "2024-05-16").stdout
    assert run("reports", "--count").stdout == "1\n"


def test_add_tells_what_it_cannot_read_and_adds_the_rest(folder: Path) -> None:
    (folder / "bad.jsonl").write_text('{"text": 5', encoding="utf-8")
    result = run("add", folder)
    assert result.exit_code == 1
    assert "1 new" in result.stdout
    assert "1 refused" in result.stdout
    assert "bad.jsonl, line 1" in result.stderr


@pytest.mark.parametrize("kind", ["events", "statements", "positions", "actors", "reports", "corrections"])
def test_every_question_has_every_format(filled: Path, kind: str, tmp_path: Path) -> None:
    assert filled
    whole = run(kind)
    assert whole.exit_code == 0, whole.output
    lines = [json.loads(line) for line in run(kind, "--json").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(run(kind, "--csv").stdout)))
    assert run(kind, "--parquet", tmp_path / "x.parquet").exit_code == 0
    count = int(run(kind, "--count").stdout)
    assert len(lines) == len(rows) == pq.read_table(tmp_path / "x.parquet").num_rows == count
    assert run(kind, "--csv", "-o", tmp_path / "x.csv").exit_code == 0
    assert (tmp_path / "x.csv").read_text(encoding="utf-8") == run(kind, "--csv").stdout


def test_a_table_says_which_part_it_is(filled: Path) -> None:
    assert filled
    assert "1 to 1 of" in run("events", "--limit", "1").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["events", "--type", "CONSULTS"], "did you mean CONSULT"),
        (["events", "--since", "yesterday"], "YYYY-MM-DD"),
        (["events", "--actor", "Chille"], "did you mean Chile"),
        (["statements", "--status", "sayd"], "There is said, declined, denied"),
    ],
)
def test_a_question_that_is_not_understood_names_the_choices(filled: Path, arguments: list[str], told: str) -> None:
    assert filled
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_without_a_store_the_way_to_one_is_told() -> None:
    result = run("events")
    assert result.exit_code == 1
    assert "communique add" in result.stderr


def test_a_store_that_is_none_is_told(tmp_path: Path, folder: Path) -> None:
    broken = tmp_path / "broken.duckdb"
    broken.write_text("no store " * 999, encoding="utf-8")
    result = run("add", folder, "--store", broken)
    assert result.exit_code == 1
    assert "damaged" in result.stderr


def test_help_comes_at_once() -> None:
    """Under 0.2 s where nothing else runs; the bound leaves room for a busy machine."""
    code = "from communique.serve.cli import main; main(['events', '--help'], standalone_mode=False)"
    best = 9.0
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
        best = min(best, time.perf_counter() - started)
    assert best < 0.4
    loaded = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"], check=True, capture_output=True, text=True
    ).stdout.split()
    assert not {"duckdb", "pyarrow", "spacy", "numpy", "psycopg"} & set(loaded)


def test_series_runs_diff_and_sql_answer(filled: Path, tmp_path: Path) -> None:
    assert filled
    rows = list(csv.DictReader(io.StringIO(run("series", "--by", "day", "--csv").stdout)))
    assert {row["type"] for row in rows} >= {"CONSULT"}
    assert run("series", "--parquet", tmp_path / "s.parquet").exit_code == 0
    assert json.loads(run("runs", "--json").stdout)["reports"] == 1
    assert run("diff", "1", "1").stdout.endswith("0 gained, 0 lost, 0 altered\n")
    assert json.loads(run("sql", "SELECT count(*) AS n FROM reports", "--json").stdout) == {"n": 1}
    assert run("sql", "SELECT id FROM reports", "--csv").stdout.startswith("id\n")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["diff", "1", "9"], 2, "no run 9; the runs are 1"),
        (["sql", "DROP TABLE events"], 1, "only reads"),
        (["sql", "SELECT * FROM nothing"], 1, "nothing"),
        (["series", "--type", "CONSULTS"], 2, "did you mean CONSULT"),
    ],
)
def test_what_cannot_be_done_is_told(filled: Path, arguments: list[str], code: int, told: str) -> None:
    assert filled
    result = run(*arguments)
    assert result.exit_code == code
    assert told in result.stderr


def test_why_explains_an_entry_of_the_store_and_what_it_is_merged_with(filled: Path, tmp_path: Path) -> None:
    (filled / "again.txt").write_text(REPORT.replace("met her", "has met her"), encoding="utf-8")
    assert run("add", filled, "--published", "2024-05-15").exit_code == 0
    lines = [
        json.loads(line)
        for line in run("events", "--type", "CONSULT", "--dedupe", "none", "--json").stdout.splitlines()
    ]
    result = run("why", lines[0]["id"], "--store", tmp_path / "record.duckdb")
    assert result.exit_code == 0, result.output
    assert "rule    consult" in result.stdout
    assert "told also by" in result.stdout
    assert "score" in result.stdout
    missing = run("why", "e-00000000", "--store", tmp_path / "record.duckdb")
    assert (missing.exit_code, "no entry" in missing.stderr) == (1, True)
