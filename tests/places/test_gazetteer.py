"""The gazetteer: its order, its names, its size, and that it loads fast."""

import time
import tracemalloc
from pathlib import Path

import pytest

from communique.data.gazetteer import Gazetteer, fold, load_gazetteer

FOLDER = Path(load_gazetteer.__code__.co_filename).parent / "places"


def test_gazetteer_loads_in_half_a_second_and_a_hundred_megabytes() -> None:
    started = time.process_time()
    load_gazetteer()
    assert time.process_time() - started < 0.5
    tracemalloc.start()
    kept = load_gazetteer()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept.by_name
    assert size < 100_000_000


def test_own_table_is_in_order_and_names_each_place_once() -> None:
    lines = (FOLDER / "own.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert lines == sorted(lines)
    names = [line.split("\t")[0] for line in lines]
    assert len(names) == len(set(names))


def test_each_capital_is_a_city_of_the_tables() -> None:
    cities = {tuple(line.split("\t")[:2]) for line in (FOLDER / "cities.tsv").read_text(encoding="utf-8").splitlines()}
    capitals = (FOLDER / "capitals.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert capitals == sorted(capitals)
    assert {tuple(line.split("\t")) for line in capitals} <= cities


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Kabul", "AFG", "capital"),
        ("Geneva", "CHE", "city"),
        ("Florida", "USA", "division"),
        ("Strait of Hormuz", None, "strait"),
        ("Ulaanbaatar", "MNG", "capital"),
    ],
)
def test_first_of_a_name_is_the_best_known(gazetteer: Gazetteer, name: str, country: str | None, kind: str) -> None:
    entries = [e for e in gazetteer.by_name[fold(name)] if e.kind == kind]
    assert entries[0].country == country


@pytest.mark.parametrize(
    "name",
    ["Crimea", "Kashmir", "Golan Heights", "Western Sahara", "Abkhazia", "Essequibo", "Senkaku Islands", "Jerusalem"],
)
def test_disputed_areas_are_marked(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.by_name[fold(name)][0].disputed


def test_bad_line_is_told_with_its_file_and_number(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("# ours\nRome\tcity\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"own\.tsv:2: 2 columns where there should be 7"):
        load_gazetteer(tmp_path)
