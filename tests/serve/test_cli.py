"""The command line as a user meets it: formats, exit codes, errors that say what to do."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from communique.serve.cli import main
from communique.serve.schema import record_schema

REPORT = """Foreign Minister Ana Sola of Chile met her Peruvian counterpart in Lima on Tuesday.
"We will open the border," Sola told reporters. Peru condemned Bolivia's decision to recall its ambassador.
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_a_stance_against_its_issue_says_so(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("The African Union called on both sides to show restraint.", encoding="utf-8")
    assert "African Union (IGO-AU) calls for the contrary of invasion" in run("read", path).stdout


def test_table_shows_each_line_with_its_citation(report: Path) -> None:
    result = run("read", report, "--published", "2024-05-15")
    assert result.exit_code == 0, result.output
    line = next(x for x in result.stdout.splitlines() if "CONSULT" in x)
    assert "2024-05-14" in line
    assert "sentence 1," in line


def test_jsonl_is_one_valid_record_a_line(report: Path) -> None:
    result = run("read", report, "--published", "2024-05-15", "--format", "jsonl")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(records) == 1
    jsonschema.validate(records[0], json.loads(record_schema()))
    assert records[0]["report"]["text"] == REPORT


def test_json_is_one_array(report: Path) -> None:
    assert [r["schema"] for r in json.loads(run("read", report, "--format", "json").stdout)] == ["communique/1"]


@pytest.mark.parametrize("table", ["events", "statements", "actors"])
def test_csv_is_one_table(report: Path, table: str) -> None:
    result = run("read", report, "--published", "2024-05-15", "--format", "csv", "--table", table)
    found = list(csv.DictReader(io.StringIO(result.stdout)))
    assert found
    assert {"report", "id"} <= set(found[0])


def test_text_none_leaves_the_text_out_and_keeps_offsets(report: Path) -> None:
    full = json.loads(run("read", report, "--format", "jsonl").stdout)
    bare = json.loads(run("read", report, "--format", "jsonl", "--text", "none").stdout)
    assert bare["report"]["text"] is None
    assert bare["events"] == full["events"]


def test_text_quotes_keeps_only_what_entries_quote(report: Path) -> None:
    record = json.loads(run("read", report, "--format", "jsonl", "--text", "quotes").stdout)
    text = record["report"]["text"]
    assert len(text) == len(REPORT)
    assert "We will open the border" in text
    assert "Foreign Minister" not in text


def test_unreadable_report_is_named_and_the_rest_is_read(report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = run("read", tmp_path / "empty.txt", report, tmp_path / "missing.txt", "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "empty.txt" in result.stderr
    assert "missing.txt" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x.txt", "--format", "yaml"],
        ["read", "x.txt", "--published", "16/08/2021"],
        ["read", "x.txt", "-o", "/nowhere/x"],
        ["nonsense"],
    ],
)
def test_misuse_exits_with_two(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_output_goes_to_a_file(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert run("read", report, "--format", "jsonl", "--output", out).exit_code == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1


def test_why_explains_an_entry_of_what_was_read_last(report: Path) -> None:
    record = json.loads(run("read", report, "--published", "2024-05-15", "--format", "jsonl").stdout)
    event = next(e for e in record["events"] if e["type"] == "CONSULT")
    result = run("why", event["id"])
    assert result.exit_code == 0, result.output
    assert "[met]" in result.stdout
    assert event["rule"] in result.stdout


@pytest.mark.parametrize("entry", ["nobody#e-00000000", "nothing"])
def test_why_says_what_to_do_when_there_is_no_such_entry(report: Path, entry: str) -> None:
    run("read", report, "--format", "jsonl")
    result = run("why", entry)
    assert result.exit_code == 1
    assert "looks like" in result.stderr


def test_schema_is_json_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(run("schema").stdout))


def test_doctor_finds_the_installation_sound() -> None:
    result = run("doctor")
    assert "parses" in result.stdout
    assert result.exit_code == 0, result.stdout


def test_reader_that_goes_early_is_no_error(report: Path) -> None:
    command = f"{sys.executable} -c 'from communique.serve.cli import main; main()' read {report} | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_table_is_only_for_csv(report: Path) -> None:
    result = run("read", report, "--table", "statements")
    assert result.exit_code == 2
    assert "--table statements goes with --format csv" in result.stderr


def test_an_unknown_field_in_columns_is_named(report: Path) -> None:
    result = run("read", report, "--columns", "body=Text")
    assert result.exit_code == 2
    assert "'body' is no field; the fields are author, html, id" in result.stderr
