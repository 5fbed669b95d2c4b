"""Every issue reads its own sentences: who is for it, who is against it, and what is not it. All sentences are ours."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.api import Record, read_reports
from communique.data.issues import IssueRule, load_issues
from communique.types import Position, Report

ISSUES = load_issues().rules
HEADINGS = {issue.id: issue.heading for issue in ISSUES}
WORDINGS = Path(__file__).parent / "wordings.tsv"


def _sentences(issue: IssueRule) -> Iterator[tuple[str, str]]:
    yield from (("for", sentence) for sentence in issue.for_it)
    yield from (("against", sentence) for sentence in issue.against_it)
    yield from (("none", sentence) for sentence in issue.rejects)


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    with WORDINGS.open(encoding="utf-8") as file:
        texts = [row["sentence"] for row in csv.DictReader(file, delimiter="\t")]
    texts += [sentence for issue in ISSUES for _, sentence in _sentences(issue)]
    reports = [
        Report(id=str(n), source_sha256="", text=text, published="2023-05-01")
        for n, text in enumerate(dict.fromkeys(texts))
    ]
    return {record.report.text or "": record for record in read_reports(reports)}


@pytest.mark.parametrize("issue", ISSUES, ids=lambda issue: issue.id)
def test_an_issue_reads_its_own_sentences(records: dict[str, Record], issue: IssueRule) -> None:
    wrong = []
    for direction, sentence in _sentences(issue):
        found = [p for p in records[sentence].positions if p.issue.id == issue.id]
        if {p.direction for p in found} != ({direction} if direction != "none" else set()):
            wrong.append((direction, sentence, [(p.issue.id, p.direction) for p in records[sentence].positions]))
    assert wrong == []


with WORDINGS.open(encoding="utf-8") as _file:
    _ROWS = list(csv.DictReader(_file, delimiter="\t"))


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["sentence"][:60])
def test_a_wording_tells_its_stance(records: dict[str, Record], row: dict[str, str]) -> None:
    found = [_told(p) for p in records[row["sentence"]].positions]
    assert (row["country"], row["heading"], row["stance"], row["direction"]) in found


def _told(position: Position) -> tuple[str | None, str, str, str]:
    return position.actor.country, HEADINGS[position.issue.id], position.stance, position.direction
