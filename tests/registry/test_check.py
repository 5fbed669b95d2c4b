"""``registry check``: each kind of fault is found, and the registry that ships has none."""

from pathlib import Path

import pytest
from tests.registry.conftest import WriteTables

from communique.registry import check_registry


def test_the_registry_that_ships_has_no_fault() -> None:
    assert check_registry() == ()


def test_a_sound_registry_has_no_fault(base: Path) -> None:
    assert check_registry(base=base) == ()


@pytest.mark.parametrize(
    ("table", "row", "column", "message"),
    [
        ("tenures", "arl-fm|2012-01-01|dag-eel|2013-01-01|day||typed", "start", "but ana-abo holds it until"),
        ("tenures", "arl-fm|2016-01-01|dag-eel||day||typed", "start", "but bo-cern holds it until now"),
        ("tenures", "bes-envoy|2012-01-01|ana-abo|2011-01-01|day||typed", "end", "lies before the start"),
        ("tenures", "bes-envoy|2025-02-01|ana-abo||day||typed", "start", "move that forward"),
        ("tenures", "bes-envoy|2012-01-01|arl|2013-01-01|day||typed", "person", "is an actor, but no person"),
        (
            "offices",
            "arl-pm|arl|ARL|head_of_government|Premier|GOV|1|yes|2024-12-31|typed",
            "leads",
            "leads ARL already",
        ),
        ("offices", "arl-pm|arl|ARL|head_of_government|Premier|GOV|1|||typed", "known_until", "is empty"),
        ("names", "Besk|dag-eel|short||||typed", "needs", "each row must say what decides"),
        ("names", "Arlandic|arl-isle|adjective|||cue|typed", "actor", "belongs to arl"),
        ("names", "Besk!|bes|variant||||typed", "surface", "has a space or a mark at an end"),
        ("actors", "Nil Oak|person|Nil Oak|BES|||||||typed", "id", "is no slug"),
        ("actors", "nil-oak|person|Nil Oak|Besk|||||||typed", "country", "is no ISO 3166 code"),
        ("memberships", "union|arl|2010-01-01||member|day|typed", "start", "end that one first"),
        ("names", "Beskia|bes|variant||||hearsay", "source", "has no row in sources.tsv"),
        ("roles", "Minister|office|foreign_minister|person|GOV|||typed", "phrase", "must be in lower case"),
    ],
)
def test_a_fault_is_found(base: Path, overlay: WriteTables, table: str, row: str, column: str, message: str) -> None:
    faults = check_registry([overlay(**{table: row})], base=base)
    assert any(fault.column == column and message in fault.message for fault in faults), faults


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("tenures", "arl-fm|2012-01-01|dag-eel|2013-01-01|day|yes|typed"),  # a stand-in beside the minister
        ("tenures", "bes-envoy|2012-01-01|ana-abo||day||typed"),  # an office of several seats
        ("names", "Cerny|bo-cern|family|||full|typed"),
        ("names", "Besk|bes|official||||typed"),  # one actor twice
    ],
)
def test_what_is_allowed_is_no_fault(base: Path, overlay: WriteTables, table: str, row: str) -> None:
    assert check_registry([overlay(**{table: row})], base=base) == ()


def test_names_whose_days_do_not_meet_need_nothing_else(base: Path, overlay: WriteTables) -> None:
    mine = overlay(names="Old Land|arl|former||1999-12-31||typed\nOld Land|bes|former|2000-01-01|||typed")
    assert check_registry([mine], base=base) == ()


def test_bad_rows_are_listed_alone(base: Path, overlay: WriteTables) -> None:
    faults = check_registry([overlay(names="Ana|ana|official||||typed")], base=base)
    assert [(fault.file, fault.line, fault.column) for fault in faults] == [("mine/names.tsv", 2, "actor")]


def test_faults_stand_in_the_order_of_files_and_lines(base: Path, overlay: WriteTables) -> None:
    mine = overlay(
        names="Besk!|bes|variant||||hearsay\nOdd!|bes|variant||||typed",
        tenures="bes-envoy|2012-01-01|arl|2011-01-01|day||typed",
    )
    places = [(fault.file, fault.line) for fault in check_registry([mine], base=base)]
    assert len(places) > 3
    assert places == sorted(places)
