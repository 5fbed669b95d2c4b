"""Runs: which rules read what; old readings stay readable and can be compared."""

import pytest
from msgspec.structs import replace

from communique.api import Record
from communique.store import Store
from communique.store.errors import FilterError


def read_again(record: Record) -> Record:
    """The same report by other rules, which miss the first event and read the second otherwise."""
    other = replace(record.made_by, rules_sha256="other", settings={"registry": "own"})
    events = (replace(record.events[1], mode="another"), *record.events[2:])
    return replace(record, made_by=other, events=events)


def test_a_run_is_one_set_of_rules(full: Store, records: list[Record]) -> None:
    full.add([read_again(records[0])])
    one, two = full.runs()
    assert (one.no, one.reports, one.current) == (1, len(records), len(records) - 1)
    assert (two.no, two.reports, two.current, two.settings) == (2, 1, 1, {"registry": "own"})
    assert one.model == records[0].made_by.model


def test_runs_differ_in_what_both_have_read(full: Store, records: list[Record]) -> None:
    full.add([read_again(records[0])])
    changes = {(c.change, c.id): c for c in full.diff(1, 2)}
    lost, altered = records[0].events[0].id, records[0].events[1].id
    assert set(changes) == {("lost", lost), ("altered", altered)}
    assert changes["altered", altered].fields == ("mode",)
    assert {c.change for c in full.diff(2, 1)} == {"gained", "altered"}
    assert list(full.diff(1, 1)) == []


def test_an_old_run_is_read_as_it_was(full: Store, records: list[Record]) -> None:
    full.add([read_again(r) for r in records if len(r.events) > 1])
    assert [r.report.id for r in full.records(run=1)] == sorted(r.report.id for r in records)
    before = {r.report.id: r.events for r in records}
    assert all(r.events == before[r.report.id] for r in full.records(run=1))


@pytest.mark.parametrize("pair", [(1, 7), (7, 1)])
def test_a_run_that_there_is_not_is_told(full: Store, pair: tuple[int, int]) -> None:
    with pytest.raises(FilterError, match="there is no run 7; the runs are 1"):
        list(full.diff(*pair))
