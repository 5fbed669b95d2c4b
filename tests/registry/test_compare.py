"""``registry diff``: where another table differs, and rows that mend it."""

from pathlib import Path

import pytest

from communique.data.registry import Registry, holders_on, load_registry
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
    lines = ready_rows(registry, compare_table(registry, rows), "theirs.csv")
    written = write_overlay(tmp_path / "ready", lines)
    assert {path.name for path in written} == {"actors.tsv", "names.tsv", "tenures.tsv", "sources.tsv"}
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
        f"{path}: line 2: start: 'May' is no day; write it as 2021-08-16, 2021-08 or 2021, or leave it empty"
    ]
