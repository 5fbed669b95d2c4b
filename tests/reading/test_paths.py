import gzip
import io
import json
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.data.debris import load_debris
from communique.reading import Notice, Read, ReadOptions, Unread, UnreadableError, read_paths, read_text
from communique.types import Report

BODY = "The foreign ministers of Norway and Chad met in Oslo on Monday and signed a treaty, officials said."
RULES = load_debris()


def _read(*paths: Path | str, options: ReadOptions | None = None) -> list[Read]:
    return list(read_paths(paths, options))


def _report(items: Sequence[Read]) -> Report:
    [one] = [item for item in items if isinstance(item, Report)]
    return one


def _unread(items: Sequence[Read]) -> Unread:
    [one] = [item for item in items if isinstance(item, Unread)]
    return one


def _write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _jsonl(path: Path, *rows: dict[str, object]) -> Path:
    return _write(path, "".join(json.dumps(row) + "\n" for row in rows))


def test_a_text_file_is_its_text_with_the_hash_of_its_bytes(tmp_path: Path) -> None:
    file = _write(tmp_path / "a.txt", "\ufeff" + BODY)
    report = _report(_read(file))
    assert report.text == BODY
    assert report.source_sha256 == sha256(file.read_bytes()).hexdigest()
    assert report.id == "sha256:" + sha256(BODY.encode()).hexdigest()
    assert (report.path, report.language, report.published, report.problems) == (str(file), "en", None, ())


def test_front_matter_gives_metadata_and_is_no_text(tmp_path: Path) -> None:
    front = (
        '---\ntitle: "Oslo: a treaty"\ndate: 2021-05-04T10:00:00Z\nauthor: Dana Marlow\nlicense: CC0\nmood: calm\n---\n'
    )
    items = _read(_write(tmp_path / "a.md", front + BODY))
    report = _report(items)
    assert (report.text, report.title, report.author, report.licence) == (BODY, "Oslo: a treaty", "Dana Marlow", "CC0")
    assert (report.published, report.published_basis) == ("2021-05-04", "given")
    assert [item.message for item in items if isinstance(item, Notice)] == [
        "fields left out, with the number of reports that have them: mood (1)"
    ]


def test_a_line_of_dashes_is_no_front_matter(tmp_path: Path) -> None:
    assert _report(_read(_write(tmp_path / "a.txt", f"---\n{BODY}\n"))).text == f"---\n{BODY}\n"


@pytest.mark.parametrize("name", ["a.json", "a.txt.json"])
def test_a_sidecar_gives_metadata(tmp_path: Path, name: str) -> None:
    file = _write(tmp_path / "a.txt", BODY)
    _write(tmp_path / name, '{"published": "2021-05-04", "publisher": "Courier", "id": "r1", "text": "not this"}')
    report = _report(_read(file))
    assert (report.text, report.published, report.publisher, report.id) == (BODY, "2021-05-04", "Courier", "r1")


def test_a_broken_sidecar_is_a_problem_and_the_report_stays(tmp_path: Path) -> None:
    file = _write(tmp_path / "a.txt", BODY)
    _write(tmp_path / "a.json", '{"published": ')
    [problem] = _report(_read(file)).problems
    assert "a.json" in problem.message


def test_json_lines_give_a_report_each_and_one_notice_of_other_fields(tmp_path: Path) -> None:
    file = _jsonl(
        tmp_path / "a.jsonl",
        {"id": 7, "text": BODY, "published": "2021-05-04", "updated": "2021-05-05", "author": ["A B", "C D"], "x": 1},
        {"text": BODY + " Again.", "publisher": "Courier", "url": "https://c.example", "x": None, "y": [1]},
    )
    first, second, notice = _read(file)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert isinstance(notice, Notice)
    assert (first.id, first.published, first.updated, first.author) == ("7", "2021-05-04", "2021-05-05", "A B, C D")
    assert first.source_sha256 == sha256(file.read_bytes().splitlines()[0]).hexdigest()
    assert (second.publisher, second.url) == ("Courier", "https://c.example")
    assert "x (2), y (1)" in notice.message


@pytest.mark.parametrize("name", ["a.json", "a"])
def test_a_list_of_objects_gives_a_report_each(tmp_path: Path, name: str) -> None:
    file = _write(tmp_path / name, json.dumps([{"text": BODY}, {"no": 1}], indent=1))
    items = _read(file)
    assert _report(items).text == BODY
    assert _unread(items).where == "report 2"


@pytest.mark.parametrize("content", [json.dumps({"text": BODY}, indent=2), json.dumps({"text": BODY}) + "\n"])
def test_one_object_in_a_json_file_is_a_report(tmp_path: Path, content: str) -> None:
    assert _report(_read(_write(tmp_path / "a.json", content))).text == BODY


def test_a_broken_json_file_is_one_fault(tmp_path: Path) -> None:
    content = json.dumps([{"text": BODY}], indent=2)[:-20]
    assert "cut off" in _unread(_read(_write(tmp_path / "a.json", content))).message


def test_what_the_input_says_wins_over_options(tmp_path: Path) -> None:
    file = _jsonl(tmp_path / "a.jsonl", {"text": BODY, "published": "2021-05-04"}, {"text": BODY + " Again."})
    options = ReadOptions(published="2020-01-02", publisher="Courier")
    reports = [item for item in _read(file, options=options) if isinstance(item, Report)]
    assert [(one.published, one.publisher) for one in reports] == [("2021-05-04", "Courier"), ("2020-01-02", "Courier")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"text": "cut o', "cut off"),
        (b'{"title": "No text"}', 'no "text"'),
        (b'{"text": "  "}', "empty"),
        (b'{"text": 5}', "wrong type"),
        (b"[1, 2]", "no JSON object"),
        (b"\0\0\0\0\0\0\0", "binary"),
        (b'{"text": "' + b"x" * 4_000 + b'"}', "limit of 2,000 bytes"),
        (b'{"html": "<html></html>"}', "no story"),
    ],
)
def test_a_bad_line_is_named_and_the_next_one_is_read(tmp_path: Path, line: bytes, said: str) -> None:
    good = json.dumps({"text": BODY}).encode()
    file = _write(tmp_path / "a.jsonl", line + b"\n" + good + b"\n")
    items = _read(file, options=ReadOptions(max_bytes=2_000))
    unread = _unread(items)
    assert (unread.path, unread.where) == (str(file), "line 1")
    assert said in unread.message
    assert _report(items).text == BODY


def test_a_line_in_another_encoding_is_read_and_said(tmp_path: Path) -> None:
    line = b'{"text": "' + f"“{BODY}” – so it was said.".encode("cp1252") + b'"}\n'
    report = _report(_read(_write(tmp_path / "a.jsonl", line)))
    assert report.text.startswith("“The foreign")
    assert "cp1252" in report.problems[0].message


def test_a_second_report_with_the_same_id_is_refused(tmp_path: Path) -> None:
    file = _jsonl(tmp_path / "a.jsonl", {"id": "r", "text": BODY}, {"id": "r", "text": BODY + " Again."})
    items = _read(file)
    assert _report(items).text == BODY
    assert "'r' was read before" in _unread(items).message


def test_a_row_too_short_for_its_text_is_left_out_alone(tmp_path: Path) -> None:
    items = _read(_write(tmp_path / "a.csv", f"id,text\n1,{BODY!r}\n2\n3,{BODY!r}\n"))
    assert [item.id for item in items if isinstance(item, Report)] == ["1", "3"]
    assert "text is empty" in _unread(items).message


@pytest.mark.parametrize(("suffix", "separator"), [(".csv", ","), (".tsv", "\t")])
def test_rows_of_tables_are_reports(tmp_path: Path, suffix: str, separator: str) -> None:
    rows = [["Body", "Date", "mood"], [f'"{BODY}\nSecond line."', "2021-05-04", "calm"], ["", "2021-05-05", ""]]
    file = _write(tmp_path / f"a{suffix}", "\r\n".join(separator.join(row) for row in rows))
    items = _read(file, options=ReadOptions(columns={"text": "Body", "published": "Date"}))
    report = _report(items)
    assert (report.text, report.published) == (f"{BODY}\nSecond line.", "2021-05-04")
    assert (_unread(items).where, _unread(items).message) == ("line 4", "the text is empty; there is nothing to read")
    assert any(isinstance(item, Notice) and "mood" in item.message for item in items)


def test_a_table_without_a_text_column_says_which_columns_it_has(tmp_path: Path) -> None:
    unread = _unread(_read(_write(tmp_path / "a.csv", "Body,Date\nOne,2021-05-04\n")))
    assert "Body, Date" in unread.message
    assert "--columns text=NAME" in unread.message


def test_a_parquet_file_is_read(tmp_path: Path) -> None:
    days = pa.array([1_620_086_400, None], pa.timestamp("s"))
    pq.write_table(pa.table({"Text": [BODY, None], "published": days, "n": [1, 2]}), tmp_path / "a.parquet")
    items = _read(tmp_path / "a.parquet")
    assert (_report(items).text, _report(items).published) == (BODY, "2021-05-04")
    assert _unread(items).where == "row 2"
    assert any(isinstance(item, Notice) and "n (2)" in item.message for item in items)


def test_what_is_no_parquet_file_is_said(tmp_path: Path) -> None:
    assert "no Parquet file" in _unread(_read(_write(tmp_path / "a.parquet", "PAR1 not really"))).message


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt", "a"])
def test_a_gzipped_file_is_unpacked_whatever_its_name(tmp_path: Path, name: str) -> None:
    assert _report(_read(_write(tmp_path / name, gzip.compress(BODY.encode())))).text == BODY


def test_a_cut_off_archive_keeps_what_came_before(tmp_path: Path) -> None:
    rows = b"".join(json.dumps({"id": str(i), "text": f"{BODY} {i * i * i}"}).encode() + b"\n" for i in range(3_000))
    packed = gzip.compress(rows)
    items = _read(_write(tmp_path / "a.jsonl.gz", packed[: len(packed) - 2_000]))
    assert sum(isinstance(item, Report) for item in items) > 100
    assert "cut off" in _unread(items).message


def test_a_folder_is_read_in_order_of_names_without_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    _write(tmp_path / "b" / "c.txt", BODY + " C.")
    _write(tmp_path / "a.txt", BODY + " A.")
    _write(tmp_path / "a.json", '{"title": "A"}')
    _write(tmp_path / "picture.png", b"\x89PNG")
    _write(tmp_path / ".hidden.txt", BODY)
    first, second, notice = _read(tmp_path)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert isinstance(notice, Notice)
    assert (first.title, second.path) == ("A", str(tmp_path / "b" / "c.txt"))
    assert notice.message == "files of other kinds left out: 1 (.png)"


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    assert "no file of a kind that is read" in _unread(_read(tmp_path)).message


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n ", "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"Body,Date\n", 'no column "text"'),
        ("a.csv", b"text,date\n", "no rows"),
        ("a.txt", b"%PDF-1.4", "PDF"),
        ("a.txt", b"abc\0\0\0\0def", "binary"),
        ("a.csv", b"text\0\0", "binary"),
        ("a.html", b"<html><body></body></html>", "no story"),
        ("a.txt", b"word " * 1_000, "limit of 2,000 bytes"),
        ("a.html", b"<p>word</p>" * 1_000, "limit of 2,000 bytes"),
        ("a.csv", b"text\n" + b"word " * 1_000, "field larger than field limit"),
        ("a.md", b"---\ntitle: A\n---\n", "no text after the front matter"),
    ],
)
def test_a_bad_file_is_named_and_the_next_one_is_read(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    bad = _write(tmp_path / name, content)
    items = _read(bad, _write(tmp_path / "z.txt", BODY), options=ReadOptions(max_bytes=2_000))
    assert said in _unread(items).message
    assert _unread(items).path == str(bad)
    assert _report(items).text == BODY


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "no such file" in _unread(_read(tmp_path / "a.txt")).message


def test_a_file_that_vanishes_from_a_folder_is_named(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", BODY)
    gone = _write(tmp_path / "b.txt", BODY + " B.")
    reading = read_paths([tmp_path])
    assert isinstance(next(reading), Report)
    gone.unlink()
    assert "vanished" in _unread(list(reading)).message


@pytest.mark.parametrize(
    "content",
    [
        BODY,
        json.dumps({"text": BODY}),
        f"<html><body><article><p>{BODY}</p><p>{BODY[:-1]} today.</p></article></body></html>",
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_the_kind_of_standard_input_is_told_by_its_beginning(
    monkeypatch: pytest.MonkeyPatch, content: str, packed: bool
) -> None:
    data = gzip.compress(content.encode()) if packed else content.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    report = _report(_read("-"))
    assert report.text.startswith(BODY[:-1])
    assert report.path == "-"


@pytest.mark.parametrize("written", ["2021-02-30", "soon", 20210816])
def test_a_date_that_does_not_parse_is_a_problem_and_the_report_stays(tmp_path: Path, written: str | int) -> None:
    file = _jsonl(tmp_path / "a.jsonl", {"text": BODY, "published": written})
    report = _report(_read(file, options=ReadOptions(published="2020-01-01")))
    assert (report.published, report.published_basis) == (None, None)
    assert str(written) in report.problems[0].message


def test_a_date_that_lies_ahead_is_a_problem() -> None:
    options = ReadOptions(today="2021-05-04")
    assert "future" in read_text(BODY, published="2021-05-06", options=options).problems[0].message
    assert read_text(BODY, published="2021-05-05", options=options).problems == ()


def test_a_foreign_language_is_named() -> None:
    report = read_text("Der Außenminister sagte am Montag, dass die Verhandlungen in Brüssel weitergehen.")
    assert report.language == "de"
    assert report.problems[0].message == "the text was read as German; only English is read; no entries made"


def test_right_to_left_text_is_kept() -> None:
    text = "\u202bقال وزير الخارجية يوم الاثنين إن المحادثات ستستمر في العاصمة خلال الأسبوع المقبل\u202c"
    report = read_text(text)
    assert (report.text, report.language) == (text, "ar")


def test_control_characters_are_kept_and_said() -> None:
    report = read_text(f"{BODY}\x07\x00")
    assert report.text == f"{BODY}\x07\x00"
    [problem] = report.problems
    assert problem.span is not None
    assert (problem.span.start, problem.span.end) == (len(BODY), len(BODY) + 1)
    assert problem.message.startswith("2 control characters")


def test_a_note_of_correction_is_found() -> None:
    note = "Correction: An earlier text named the wrong minister."
    report = read_text(f"{BODY}\n\n{note}\n")
    assert report.correction_note is not None
    assert report.text[report.correction_note.start : report.correction_note.end] == note


def test_a_text_at_the_limit_is_refused_and_the_limit_named() -> None:
    with pytest.raises(UnreadableError, match="1,000,000 bytes"):
        read_text("x" * 1_000_000)


def test_an_empty_text_is_a_problem() -> None:
    assert "empty" in read_text(" ").problems[0].message


@given(st.text(alphabet=st.characters(), max_size=300), st.none() | st.text(max_size=20))
def test_any_text_gives_a_report_whose_spans_lie_in_it(text: str, published: str | None) -> None:
    report = read_text(text, published=published, options=ReadOptions(rules=RULES))
    assert len(report.text) == len(text)
    spans = [(one.start, one.end) for one in report.removed]
    spans += [(one.span.start, one.span.end) for one in report.problems if one.span]
    assert all(0 <= start < end <= len(text) for start, end in spans)
