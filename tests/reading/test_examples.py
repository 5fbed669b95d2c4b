from pathlib import Path

from communique.reading import read_paths
from communique.types import Report

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


def test_every_example_is_read_whole_with_its_day_and_without_a_problem() -> None:
    items = list(read_paths([EXAMPLES]))
    reports = [item for item in items if isinstance(item, Report)]
    assert len(reports) == len(items) == 5
    assert all(report.published and report.title and report.language == "en" for report in reports)
    assert {report.publisher for report in reports} == {"Communiqué examples"}
    assert [report.problems for report in reports] == [()] * 5


def test_the_examples_show_debris_and_a_note_of_correction() -> None:
    reports = [item for item in read_paths([EXAMPLES]) if isinstance(item, Report)]
    assert {one.reason for report in reports for one in report.removed} == {
        "repeated-title", "newsletter", "read-more", "byline-end",
    }  # fmt: skip
    assert sum(report.correction_note is not None for report in reports) == 1
    page = next(report for report in reports if report.path and report.path.endswith(".html"))
    assert "Chinese diplomat Wang Yi hosted the talks" in page.text
    assert (page.published_basis, page.updated) == ("metadata", "2023-03-11")
