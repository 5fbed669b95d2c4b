"""Communiqué from Python."""

from pathlib import Path

import pytest

import communique
from communique.reading import UnreadableError

TEXT = "Kenya expelled two Sudanese diplomats on Monday. Sudan condemned the expulsion."


@pytest.fixture(scope="module")
def record() -> communique.Record:
    return communique.read(TEXT, published="2024-05-15")


def test_text_is_read_into_a_record(record: communique.Record) -> None:
    assert [e.type for e in record.events][:1] == ["SANCTION"]
    assert record.report.published == "2024-05-15"


def test_record_becomes_a_data_frame(record: communique.Record) -> None:
    frame = record.to_pandas()
    assert list(frame["actor_countries"])[:1] == ["KEN"]
    assert len(frame) == len(record.events)


def test_record_shows_itself_in_a_notebook(record: communique.Record) -> None:
    html = record._repr_html_()
    assert "<table>" in html
    assert "Kenya" in html


def test_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert communique.read(path).report.text == TEXT
    assert communique.read(str(path)).report.text == TEXT


def test_file_without_a_report_raises_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"r\.txt"):
        communique.read(path)


def test_a_misspelt_path_is_no_text() -> None:
    with pytest.raises(UnreadableError, match=r"typo\.md: no such file"):
        communique.read("typo.md")
