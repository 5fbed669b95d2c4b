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
    assert result.stdout.startswith("the registry knows the Foreign Minister of Russia to 20")
    assert len(result.stdout.splitlines()) == 1


def test_a_day_before_the_tables_is_told_in_one_line() -> None:
    result = run("registry", "as-of", "1800-01-01", "--country", "France")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert "knows nobody in France's offices before" in result.stdout


@pytest.mark.parametrize(
    ("country", "office", "holder"),
    [("the united kingdom", "foreign-secretary", "Dominic Raab"), ("gbr", "monarch", "Elizabeth II")],
)
def test_an_office_is_asked_for_by_its_title(country: str, office: str, holder: str) -> None:
    assert holder in run("registry", "as-of", "2021-08-16", "--country", country, "--office", office).stdout


def test_both_congos_are_offered() -> None:
    result = run("registry", "as-of", "--country", "congo")
    assert result.exit_code == 1
    assert "(COD) or Republic of the Congo (COG)" in result.stderr


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


@pytest.mark.parametrize("options", [("--until", "2020-01-01"), ("--coverage", "--until", "1999-12-31")])
def test_a_day_until_which_nothing_is_counted_is_a_usage_error(options: tuple[str, ...]) -> None:
    result = run("registry", "check", *options)
    assert result.exit_code == 2
    assert "--until" in result.stderr


def test_a_blank_line_stands_before_the_coverage() -> None:
    assert run("registry", "check", "--coverage").stdout.startswith("no faults\n\ncountry")


def _table(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "theirs.csv"
    path.write_text("\n".join(["country,office,person,start,end", *rows]) + "\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Russia,Foreign Minister,Sergey Lavrov,2004-03-09,", 0),
        ("Russia,Foreign Minister,Sergey Lavrov,,", 0),
        ("Russia,Foreign Minister,Sergey Lavrov,2004-03-09,2011-01-01", 1),
        ("Russia,Foreign Minister,,2004-03-09,", 1),
        ("Russia,Chief Cook,Sergey Lavrov,2004-03-09,", 1),
    ],
)
def test_diff_exits_with_1_where_rows_differ_or_cannot_be_used(tmp_path: Path, row: str, code: int) -> None:
    result = run("registry", "diff", _table(tmp_path, row))
    assert result.exit_code == code
    assert ("--all lists also" in result.stdout) == ("Chief Cook" in row)


def test_diff_exits_with_2_where_nothing_can_be_compared(tmp_path: Path) -> None:
    result = run("registry", "diff", _table(tmp_path), "--columns", "person=Wer")
    assert result.exit_code == 2
    assert "no column 'Wer'" in result.stderr


def test_diff_tells_and_counts_what_it_leaves_out(tmp_path: Path) -> None:
    table = _table(
        tmp_path,
        "Russia,Foreign Minister,,2004-03-09,",
        "Russia,Foreign Minister,Nilda Oakes,2004-03-09,2003-01-01",
        "Russia,Foreign Minister,Sergey Lavrov,,",
    )
    result = run("registry", "diff", table)
    assert f"{table}: line 2: no person; left out" in result.stderr
    assert f"{table}: line 3: end: 2003-01-01 lies before the start, 2004-03-09; left out" in result.stderr
    assert "1 row: no dates 1; 2 rows left out" in result.stdout


def test_what_diff_writes_passes_check(tmp_path: Path) -> None:
    table = _table(
        tmp_path,
        "Russia,Foreign Minister,Nilda Oakes,2025-06-01,",
        "United Kingdom,Foreign Secretary,Nilda Oakes,2027-06-01,",
        "France,Foreign Minister,Ed Fay,2010-01-01,2011-01-01",
        "France,President,Sergey Lavrov,2031-01-01,2030-01-01",
    )
    result = run("registry", "diff", table, "-o", tmp_path / "ready")
    assert result.exit_code == 1
    assert f"{table}: line 4: ed-fay in fra-foreign-minister" in result.stderr
    assert run("registry", "check", "--registry", tmp_path / "ready").stdout == "no faults\n"
    shown = run(
        "registry", "as-of", "2025-07-01", "--country", "RUS", "--office", "foreign-minister",
        "--registry", tmp_path / "ready",
    )  # fmt: skip
    assert "Nilda Oakes" in shown.stdout
    assert "Lavrov" not in shown.stdout


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


def test_the_example_folder_of_the_documentation_is_in_order(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "knowledge_actors.md").read_text("utf-8")
    example = page.partition("```text\n")[2].partition("```")[0]
    (tmp_path / "mine").mkdir()
    for block in example.strip().split("\n\n"):
        name, _, rows = block.partition("\n")
        (tmp_path / name).write_text(rows + "\n", "utf-8")
    assert run("registry", "check", "--registry", tmp_path / "mine").stdout == "no faults\n"
    asked = ("registry", "as-of", "2026-07-01", "--country", "Slovenia", "--office", "foreign-minister")
    shown = run(*asked, "--registry", tmp_path / "mine").stdout
    assert "Nilda Oakes" in shown
    assert "Fajon" not in shown


def test_persons_of_reports_are_suggested(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Bolivian Foreign Minister Nilda Oakes met officials from Peru in Lima on Tuesday.\n", "utf-8")
    records = tmp_path / "records.jsonl"
    records.write_text(run("read", report, "--published", "2031-05-15", "--format", "jsonl").stdout, "utf-8")
    result = run("registry", "suggest", records, "--min", "1")
    assert "Nilda Oakes" in result.stdout
    assert "BOL" in result.stdout
    run("registry", "suggest", records, "--min", "1", "-o", tmp_path / "ready")
    assert run("registry", "check", "--registry", tmp_path / "ready").stdout == "no faults\n"
    again = run("registry", "suggest", records, "--min", "1", "--registry", tmp_path / "ready")
    assert (again.exit_code, again.stdout) == (0, "nobody\n")


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
