"""Folders of tables laid over the registry."""

from pathlib import Path

import pytest
from tests.registry.conftest import WriteTables

from communique.data.registry import RegistryError, holders_on, load_registry


def test_a_row_takes_the_place_of_the_one_with_its_key(base: Path, overlay: WriteTables) -> None:
    mine = overlay(offices="arl-fm|arl|ARL|foreign_minister|Minister of Elsewhere|GOV|1||2024-12-31|typed")
    registry = load_registry([mine], base=base)
    assert registry.offices["arl-fm"].title == "Minister of Elsewhere"
    assert [tenure.person for tenure in holders_on(registry, "arl-fm", "2023-01-01")] == ["bo-cern"]


def test_a_new_row_is_added_and_the_last_folder_wins(base: Path, overlay: WriteTables) -> None:
    one = overlay("one", actors="nil-oak|person|Nil Oak|BES|||||||typed")
    two = overlay("two", actors="nil-oak|person|Nil Oak the Younger|BES|||||||typed")
    registry = load_registry([one, two], base=base)
    assert registry.actors["nil-oak"].name == "Nil Oak the Younger"
    assert load_registry([one], base=base).sha256 != registry.sha256


def test_drop_removes_the_rows_that_its_key_cells_mean(base: Path, overlay: WriteTables) -> None:
    mine = overlay(tenures="arl-fm||ana-abo||||drop")
    registry = load_registry([mine], base=base)
    assert [tenure.person for tenure in registry.tenures["arl-fm"]] == ["bo-cern"]


def test_with_an_actor_goes_what_is_said_of_it(base: Path, overlay: WriteTables) -> None:
    mine = overlay(actors="bo-cern||||||||||drop")
    registry = load_registry([mine], base=base)
    assert [tenure.person for tenure in registry.tenures["arl-fm"]] == ["ana-abo"]
    assert "arl-president" not in registry.tenures
    assert "Bo Černý" not in registry.names


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            {"tenures": "arl-fm||nobody||||drop"},
            "mine/tenures.tsv: line 2: drops office 'arl-fm', person 'nobody', which",
        ),
        ({"tenures": "||||||drop"}, "mine/tenures.tsv: line 2: drops nothing: one key cell at least must be filled"),
        ({"names": "Ana"}, "mine/names.tsv: line 2: 1 column; a row has 7, with tabs between"),
        ({"tenures": "arl-fm|2010-3-1|ana-abo||day||typed"}, "mine/tenures.tsv: line 2: start: '2010-3-1' is no day"),
        ({"names": "Ana|ana|official||||typed"}, "mine/names.tsv: line 2: actor: 'ana' has no row of its own"),
        ({"names": "Ana|ana-abo|nickname||||typed"}, "mine/names.tsv: line 2: kind: 'nickname' is none of acronym, "),
        ({"names": "Ana|ana-abo|short||||"}, "mine/names.tsv: line 2: source: is empty"),
    ],
)
def test_a_bad_row_of_an_overlay_is_named(base: Path, overlay: WriteTables, rows: dict[str, str], message: str) -> None:
    with pytest.raises(RegistryError) as error:
        load_registry([overlay(**rows)], base=base)
    assert str(error.value).startswith(message)


def test_every_bad_row_is_told_at_once(base: Path, overlay: WriteTables) -> None:
    rows = "\n".join(f"arl-fm|20{year}|ana-abo||day||typed" for year in range(10, 18))
    mine = overlay(tenures=rows)
    with pytest.raises(RegistryError) as error:
        load_registry([mine], base=base)
    assert len(error.value.faults) == 8
    assert str(error.value).endswith("... and 3 more; `communique registry check --registry " + f"{mine}` lists them")


def test_the_folders_laid_over_are_named_in_their_order(base: Path, overlay: WriteTables) -> None:
    """The first holds one table only, the second another: each fault is found when all tables are read."""
    two = overlay("a two", names="\n".join(f"Ana {letter}|ana|official||||typed" for letter in "ABCDEFG"))
    one = overlay("one", actors="nil-oak|person|Nil Oak|BES|||||||typed")
    with pytest.raises(RegistryError) as error:
        load_registry([one, two], base=base)
    assert f"`communique registry check --registry {one} --registry '{two}'` lists them" in str(error.value)


def test_a_drop_needs_any_one_of_its_key_cells(base: Path, overlay: WriteTables) -> None:
    registry = load_registry([overlay(tenures="||bo-cern||||drop")], base=base)
    assert "bo-cern" not in registry.held
    assert "ana-abo" in registry.held


def test_a_byte_order_mark_is_no_part_of_the_header(base: Path, overlay: WriteTables) -> None:
    mine = overlay(actors="nil-oak|person|Nil Oak|BES|||||||typed")
    path = mine / "actors.tsv"
    path.write_text(path.read_text("utf-8"), encoding="utf-8-sig")
    assert "nil-oak" in load_registry([mine], base=base).actors


def test_a_folder_without_tables_and_a_file_that_is_no_table_are_told(base: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(RegistryError, match="no table of a registry is here"):
        load_registry([empty], base=base)
    (empty / "tenure.tsv").write_text("office\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"empty/tenure\.tsv: line 1: is no table of a registry"):
        load_registry([empty], base=base)


def test_a_wrong_header_is_told_with_the_right_one(base: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "names.tsv").write_text("name\tactor\n", encoding="utf-8")
    with pytest.raises(RegistryError, match="must name the columns surface, actor, kind"):
        load_registry([folder], base=base)
