"""The tables of places."""

from pathlib import Path
from time import perf_counter

import pytest

from communique.data.gazetteer import Gazetteer, fold, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_tables_load_fast() -> None:
    start = perf_counter()
    load_gazetteer()
    assert perf_counter() - start < 2  # 0.2 s where nothing else runs


def test_points_are_on_the_globe_and_countries_are_three_letters(gazetteer: Gazetteer) -> None:
    entries = [e for es in gazetteer.by_name.values() for e in es]
    assert all(-90 <= e.latitude <= 90 and -180 <= e.longitude <= 180 for e in entries)
    assert all(e.country is None or (len(e.country) == 3 and e.country.isupper()) for e in entries)


@pytest.mark.parametrize(
    ("name", "country"),
    [("kyiv", "UKR"), ("kiev", "UKR"), ("herat", "AFG"), ("u.s.", "USA"), ("pristina", "XKX"), ("ramallah", "PSE")],
)
def test_known_names_lead_to_their_country(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert gazetteer.by_name[name][0].country == country


def test_names_are_looked_up_without_accents() -> None:
    assert fold("Bogotá") == "bogota"
    assert fold("Sana’a") == "sana'a"


def test_broken_row_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("# head\nKyiv\tUKR\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"own\.tsv:2"):
        load_gazetteer(tmp_path)
