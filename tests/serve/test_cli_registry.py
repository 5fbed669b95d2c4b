"""``communique registry`` as an analyst meets it, and a reading with rows of one's own."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.serve.cli import main

NAMES = "surface\tactor\tkind\tstart\tend\tneeds\tsource\n"
ACTORS = "id\tkind\tname\tcountry\tsector\twikidata\tparent\tplays\tstart\tend\tsource\n"
TENURES = "office\tstart\tperson\tend\tprecision\tacting\tsource\n"
SOURCES = "source\tsure\tabout\tlicence\nmine\trecalled\tmy own list\town\n"
REPORT = "Nilda Oakes met the Peruvian foreign minister in Lima on Tuesday.\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "actors.tsv").write_text(ACTORS + "nilda-oakes\tperson\tNilda Oakes\tCHL\t\t\t\t\t\t\tmine\n", "utf-8")
    (folder / "names.tsv").write_text(NAMES + "Nilda Oakes\tnilda-oakes\tofficial\t\t\t\tmine\n", "utf-8")
    (folder / "sources.tsv").write_text(SOURCES, "utf-8")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_as_of_prints_the_holder_and_how_sure_it_is() -> None:
    result = run("registry", "as-of", "2021-08-16", "--country", "Russia", "--office", "foreign-minister")
    assert result.exit_code == 0
    assert "Lavrov" in result.stdout
    assert "2004-03-09" in result.stdout


def test_as_of_as_json_is_one_holding_a_line() -> None:
    result = run("registry", "as-of", "2021-08-16", "--office", "foreign-minister", "--json")
    holdings = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(holdings) > 100
    assert {h["role"] for h in holdings} == {"foreign_minister"}


def test_as_of_says_that_nobody_is_known_and_exits_with_1() -> None:
    result = run("registry", "as-of", "2099-01-01", "--country", "RUS", "--office", "foreign-minister")
    assert result.exit_code == 1
    assert "not known after" in result.stdout


def test_an_unknown_country_is_told_with_the_nearest() -> None:
    result = run("registry", "as-of", "2021-08-16", "--country", "Rusia")
    assert result.exit_code == 1
    assert "did you mean Russia" in result.stderr


def test_check_finds_nothing_in_what_ships_and_names_the_fault_of_an_overlay(mine: Path) -> None:
    assert run("registry", "check").stdout == "no faults\n"
    (mine / "tenures.tsv").write_text(TENURES + "per-foreign-minister\t2012\tnilda-oakes\t\tday\t\tmine\n", "utf-8")
    result = run("registry", "check", "--registry", mine)
    assert result.exit_code == 1
    assert "mine/tenures.tsv: line 2: start: '2012' is no day" in result.stdout


def test_coverage_is_printed_office_by_office() -> None:
    result = run("registry", "check", "--coverage", "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(rows) == 180
    assert sum(row["held"] + row["vacant"] for row in rows) / sum(row["days"] for row in rows) > 0.8


def test_diff_prints_what_differs_and_writes_rows_that_load(tmp_path: Path) -> None:
    table = tmp_path / "theirs.csv"
    table.write_text(
        "country,office,person,start,end\n"
        "Russia,Foreign Minister,Sergey Lavrov,2004-03-09,\n"
        "Russia,Foreign Minister,Nilda Oakes,1990-01-01,1990-12-31\n"
    )
    result = run("registry", "diff", table, "-o", tmp_path / "ready")
    assert "Nilda Oakes" in result.stdout
    assert "agrees 1" in result.stdout
    assert "Lavrov" not in result.stdout
    shown = run("registry", "as-of", "1990-06-01", "--country", "RUS", "--registry", tmp_path / "ready")
    assert "Nilda Oakes" in shown.stdout


def test_persons_of_reports_are_suggested(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Bolivian Foreign Minister Nilda Oakes met officials from Peru in Lima on Tuesday.\n", "utf-8")
    records = tmp_path / "records.jsonl"
    records.write_text(run("read", report, "--published", "2031-05-15", "--format", "jsonl").stdout, "utf-8")
    result = run("registry", "suggest", records, "--min", "1")
    assert "Nilda Oakes" in result.stdout
    assert "BOL" in result.stdout


def test_a_file_that_holds_no_records_is_told(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("nothing\n")
    result = run("registry", "suggest", path)
    assert result.exit_code == 1
    assert "not a file of records" in result.stderr


def test_a_reading_knows_whom_the_overlay_adds(tmp_path: Path, mine: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, "utf-8")
    result = run("read", report, "--published", "2024-05-15", "--registry", mine, "--format", "jsonl")
    record = json.loads(result.stdout)
    assert "nilda-oakes" in {actor["id"] for actor in record["actors"]}
    assert record["made_by"]["settings"] == {"registry": str(mine)}
    event = record["events"][0]
    why = run("why", event["id"])
    assert why.exit_code == 0
    assert "no longer make this entry" not in why.stdout


def test_a_bad_overlay_stops_the_reading_with_its_fault(tmp_path: Path, mine: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, "utf-8")
    (mine / "names.tsv").write_text(NAMES + "Nobody\tnobody\tofficial\t\t\t\tmine\n", "utf-8")
    result = run("read", report, "--registry", mine)
    assert result.exit_code == 1
    assert "mine/names.tsv: line 2: actor: 'nobody' has no row of its own" in result.stderr
