"""Positions of many reports: courses, changes, and what moved them. Every sentence is ours."""

from itertools import permutations

import pytest

from communique.api import Record, read
from communique.positions import date_positions, trace_positions

TOLD = {
    "2023-03-01": "Norway will not recognise Kosovo, its foreign minister said.",
    "2023-09-01": "Norway does not recognise Kosovo.",
    "2024-02-01": "Norway recognised Kosovo after a change of government in Oslo.",
    "2024-03-01": "Norway called for sanctions on Mali.",
}


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return [read(text, published=day) for day, text in TOLD.items()]


def test_a_turn_is_marked_with_the_report_before(records: list[Record]) -> None:
    courses = trace_positions(one for record in records for one in date_positions(record))
    course = next(c for c in courses if c.issue == "recognition")
    assert (course.who, course.of) == ("NOR", frozenset({"XKX"}))
    assert [(s.position.direction, len(s.reports)) for s in course.steps] == [("against", 2), ("for", 1)]
    moved = course.steps[1].moved
    assert moved is not None
    assert (moved.kind, moved.before) == ("turned", records[1].report.id)


def test_a_position_holds_until_the_next(records: list[Record]) -> None:
    courses = trace_positions(one for record in records for one in date_positions(record))
    steps = next(c for c in courses if c.issue == "recognition").steps
    assert [(s.start, s.end) for s in steps] == [("2023-03-01", "2024-01-31"), ("2024-02-01", None)]


def test_what_moved_it_is_cited(records: list[Record]) -> None:
    courses = trace_positions(one for record in records for one in date_positions(record))
    moved = next(c for c in courses if c.issue == "recognition").steps[1].moved
    assert moved is not None
    assert moved.because == "after a change of government in Oslo"


def test_the_order_of_reports_makes_no_difference(records: list[Record]) -> None:
    told = [one for record in records for one in date_positions(record)]
    assert len({trace_positions(order) for order in permutations(told)}) == 1


def test_sanctions_on_one_are_not_those_on_another() -> None:
    texts = {"2023-01-01": "France opposes sanctions on Mali.", "2023-02-01": "France wants sanctions on Iran."}
    told = [one for day, text in texts.items() for one in date_positions(read(text, published=day))]
    assert [(c.of, len(c.steps)) for c in trace_positions(told)] == [
        (frozenset({"MLI"}), 1),
        (frozenset({"IRN"}), 1),
    ]
