"""``registry diff``: where another table differs, and rows that mend it."""

from pathlib import Path

import pytest

from communique.data.registry import Registry, holders_on, load_registry
from communique.registry import check_registry
from communique.registry.compare import compare_table, ready_rows
from communique.registry.imported import ImportedError, read_imported
from communique.registry.overlay import write_overlay

TABLE = """jurisdiction,position,person,person_qid,start,end
Arland,Minister for Others,Ana Abo,Q11,2010-03-20,2015-05-02
Arland,Minister for Others of Arland,Bo Cerny,,2015-05-01,2019-01-01
Arland,President,Bo Černý,Q12,1999-01-01,2009-12-31
Arland,Foreign Minister,Nil Oak,Q77,2021-01-01,
Arland,President,Ana Abo,Q11,2010-01-01,2011-01-01
Besk,Chief Cook,Dag Eel,,2010-01-01,
Nowhere,President,Dag Eel,,2010-01-01,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_each_row_gets_a_verdict(registry: Registry, table: Path) -> None:
    verdicts = [found.verdict for found in compare_table(registry, read_imported(table, {})[0])]
    assert verdicts == [
        "agrees", "ended there", "start differs", "person unknown", "not ours", "office unknown", "country unknown",
    ]  # fmt: skip


def test_dates_agree_within_the_days_given(registry: Registry, table: Path) -> None:
    first = read_imported(table, {})[0][:1]
    assert [found.verdict for found in compare_table(registry, first, days=10)] == ["start differs"]


def test_the_rows_that_are_written_make_the_registry_agree(base: Path, table: Path, tmp_path: Path) -> None:
    registry = load_registry(base=base)
    rows, _ = read_imported(table, {})
    lines, told = ready_rows(registry, compare_table(registry, rows), "theirs.csv")
    written = write_overlay(tmp_path / "ready", lines)
    names = {"actors.tsv", "names.tsv", "tenures.tsv", "sources.tsv", "offices.tsv"}
    assert {path.name for path in written} == names
    assert told == (
        "arl-fm: known_until moves from 2020-12-31 to 2021-01-01, the last day told; write a later one if sure",
    )
    assert check_registry([tmp_path / "ready"], base=base) == ()
    mended = load_registry([tmp_path / "ready"], base=base)
    verdicts = [found.verdict for found in compare_table(mended, rows)][:5]
    assert verdicts == ["agrees"] * 5
    assert [t.person for t in holders_on(mended, "arl-president", "1999-06-01")] == ["bo-cern"]


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        ("land,office,person\n", {}, "no column for the country; name it with --columns country=COLUMN"),
        ("country,office,person\n", {"country": "land"}, "no column 'land'; it has country, office, person"),
    ],
)
def test_a_table_that_cannot_be_compared_is_told(
    tmp_path: Path, text: str, columns: dict[str, str], message: str
) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportedError) as error:
        read_imported(path, columns)
    assert message in str(error.value)


def test_wikidata_ids_in_the_column_of_the_person_are_told_from_names(tmp_path: Path) -> None:
    path = tmp_path / "theirs.tsv"
    path.write_text("person\tname\tcountry\tpositionLabel\nQ11\tAna Abo\tQ1\tPresident\n", encoding="utf-8")
    row = read_imported(path, {})[0][0]
    assert (row.person, row.wikidata, row.country, row.office) == ("Ana Abo", "Q11", "Q1", "President")


def test_a_row_that_cannot_be_read_is_told_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text("country,office,person,start\nA,b,c,May\nA,b,c,2021-05\nA,b,c,2021\nA,b,,2021\n", encoding="utf-8")
    rows, wrong = read_imported(path, {})
    assert [(row.start, row.precision) for row in rows] == [("2021-05-01", "month"), ("2021-01-01", "year")]
    assert wrong == [
        f"{path}: line 2: start: 'May' is no day; write it as 2021-08-16, 2021-08 or 2021, or leave it empty; left out",
        f"{path}: line 5: no person; left out",
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",President,Ana Abo,2010,", "line 2: no country; left out"),
        ("Arland,,,2010,", "line 2: no office and no person; left out"),
        ("Arland,President", "line 2: no person, too few cells; left out"),
        ("Arland,Minister of Trade, Arts,Ana Abo,2010,2011", "line 2: more cells than the first line has columns"),
        ("Arland,President,Ana Abo,2010-05-01,2010-04-30", "line 2: end: 2010-04-30 lies before the start, 2010-05-01"),
    ],
)
def test_a_row_that_is_left_out_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text(f"country,office,person,start,end\n{row}\n", encoding="utf-8")
    rows, wrong = read_imported(path, {})
    assert rows == []
    assert wrong[0].startswith(f"{path}: {told}")


def test_a_line_is_counted_as_an_editor_counts_it(tmp_path: Path) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text('country,office,person\n\n"Ar\nland",President,Ana Abo\nArland,President,\n', encoding="utf-8")
    assert read_imported(path, {})[1] == [f"{path}: line 5: no person; left out"]


def test_an_end_known_to_the_year_may_be_that_of_the_start(tmp_path: Path) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text("country,office,person,start,end\nArland,President,Ana Abo,2010-05-01,2010\n", encoding="utf-8")
    assert [(row.end, row.precision) for row in read_imported(path, {})[0]] == [("2010-12-31", "year")]


@pytest.mark.parametrize(
    ("days", "verdict"),
    [(",", "no dates"), (",2015-05-01", "no start"), (",2019-05-01", "end differs"), ("2010-03-01,", "agrees")],
)
def test_a_row_without_a_start_does_not_agree(registry: Registry, tmp_path: Path, days: str, verdict: str) -> None:
    path = tmp_path / "theirs.csv"
    path.write_text(f"country,office,person,start,end\nArland,arl-fm,Ana Abo,{days}\n", encoding="utf-8")
    assert [found.verdict for found in compare_table(registry, read_imported(path, {})[0])] == [verdict]


def _written(base: Path, tmp_path: Path, *rows: str) -> tuple[Registry, tuple[str, ...]]:
    """The registry with what is written for the rows of a table laid over it; it has no fault."""
    path = tmp_path / "theirs.csv"
    path.write_text("\n".join(["country,office,person,person_qid,start,end", *rows]) + "\n", encoding="utf-8")
    registry = load_registry(base=base)
    found = compare_table(registry, read_imported(path, {})[0])
    lines, told = ready_rows(registry, found, path.name)
    if not any(lines.values()):
        return registry, told
    write_overlay(tmp_path / "ready", lines)
    assert check_registry([tmp_path / "ready"], base=base) == ()
    return load_registry([tmp_path / "ready"], base=base), told


def _held(registry: Registry, office: str) -> list[tuple[str, str, str | None]]:
    return [(tenure.person, tenure.start, tenure.end) for tenure in registry.tenures[office]]


def test_a_new_holder_ends_the_last_one(base: Path, tmp_path: Path) -> None:
    mended, _ = _written(base, tmp_path, "Arland,arl-fm,Nil Oak,,2018-02-01,")
    assert _held(mended, "arl-fm")[1:] == [("bo-cern", "2015-05-01", "2018-02-01"), ("nil-oak", "2018-02-01", None)]
    assert mended.offices["arl-fm"].known_until == "2020-12-31"


def test_holders_of_one_table_end_each_other(base: Path, tmp_path: Path) -> None:
    rows = ("Arland,arl-fm,Nil Oak,,2018-02-01,", "Arland,arl-fm,Ed Fay,,2019-02-01,")
    mended, told = _written(base, tmp_path, *rows)
    ends = [(person, end) for person, _, end in _held(mended, "arl-fm")[1:]]
    assert ends == [("bo-cern", "2018-02-01"), ("nil-oak", "2019-02-01"), ("ed-fay", None)]
    assert told == ()


def test_who_overlaps_is_left_out_and_told(base: Path, tmp_path: Path) -> None:
    mended, told = _written(base, tmp_path, "Arland,arl-fm,Nil Oak,,2012-02-01,2013-01-01")
    assert "nil-oak" not in mended.actors
    assert told == (
        "line 2: nil-oak in arl-fm from 2012-02-01 to 2013-01-01 overlaps with "
        "ana-abo in arl-fm from 2010-03-01 to 2015-05-01; left out",
    )


def test_who_was_there_before_our_open_holder_was_last_known_does_not_end_him(base: Path, tmp_path: Path) -> None:
    mended, told = _written(base, tmp_path, "Arland,arl-fm,Nil Oak,,2016-02-01,2017-01-01")
    assert _held(mended, "arl-fm") == _held(load_registry(base=base), "arl-fm")
    assert "overlaps with bo-cern" in told[0]


def test_a_later_holder_moves_forward_until_when_the_office_is_known(base: Path, tmp_path: Path) -> None:
    mended, told = _written(base, tmp_path, "Besk,Envoy,Nil Oak,,2025-02-01,")
    assert mended.offices["bes-envoy"].known_until == "2025-02-01"
    assert _held(mended, "bes-envoy")[0] == ("dag-eel", "2011-01-01", "2024-12-31")  # last seen then
    assert "known_until moves from 2024-12-31 to 2025-02-01" in told[0]


def test_a_correction_that_ends_before_it_starts_is_left_out(base: Path, tmp_path: Path) -> None:
    mended, told = _written(base, tmp_path, "Arland,arl-fm,Ana Abo,,2016-05-01,")
    assert _held(mended, "arl-fm") == _held(load_registry(base=base), "arl-fm")
    assert "ends before it starts; left out" in told[0]


def test_a_namesake_in_another_country_is_told_apart(base: Path, tmp_path: Path) -> None:
    mended, _ = _written(base, tmp_path, "Besk,Envoy,Ana Abo,,2020-01-01,2021-01-01")
    assert {(name.actor, name.needs) for name in mended.names["Ana Abo"]} == {
        ("ana-abo", "default"),
        ("ana-abo-2", "cue"),
    }


def test_names_without_a_latin_letter_are_persons_of_their_own(base: Path, tmp_path: Path) -> None:
    rows = ("Besk,Envoy,王毅,Q77,2020-01-01,2021-01-01", "Besk,Envoy,秦刚,,2021-01-01,2022-01-01")
    mended, _ = _written(base, tmp_path, *rows)
    assert [person for person, _, _ in _held(mended, "bes-envoy")[1:]] == ["q77", "bes-line-3"]


def test_one_person_of_two_rows_is_written_once(base: Path, tmp_path: Path) -> None:
    rows = ("Besk,Envoy,Nil Oak,Q77,2020-01-01,2021-01-01", "Besk,Envoy,Nil Oak,,2022-01-01,2023-01-01")
    mended, _ = _written(base, tmp_path, *rows)
    assert len(mended.held["nil-oak"]) == 2


def test_a_new_tenure_without_a_start_is_told(base: Path, tmp_path: Path) -> None:
    assert _written(base, tmp_path, "Besk,Envoy,Nil Oak,,,2021")[1] == ("line 2: no start; no row written",)


def test_a_table_that_stands_is_never_overwritten(tmp_path: Path) -> None:
    own = tmp_path / "tenures.tsv"
    own.write_text("an analyst's own rows\n")
    with pytest.raises(FileExistsError, match=r"tenures\.tsv stands already"):
        write_overlay(tmp_path, {"names": ["x"], "tenures": ["y"]})
    assert own.read_text() == "an analyst's own rows\n"
    assert not (tmp_path / "names.tsv").exists()
