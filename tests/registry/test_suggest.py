"""``registry suggest``: persons whom reports name and the registry does not know."""

from pathlib import Path

import msgspec
import pytest

from communique.data.registry import Registry, holders_on, load_registry
from communique.registry import check_registry
from communique.registry.overlay import write_overlay
from communique.registry.suggest import suggest_rows, suggested_lines
from communique.types import Actor, MadeBy, RecordFields, ReportEntry, RoleReported, Span


def _record(number: int, published: str, *actors: Actor) -> RecordFields:
    made = MadeBy(version="", codebook="", model="", model_sha256="", registry_sha256="", rules_sha256="")
    unknown = dict.fromkeys(field for field in ReportEntry.__struct_fields__)
    told = {"id": f"r{number}", "source_sha256": "", "published": published, "removed": (), "sentences": ()}
    report = msgspec.convert(unknown | told, ReportEntry)
    return RecordFields(made_by=made, report=report, actors=actors)


def _person(name: str, country: str | None, role: str | None = None) -> Actor:
    told = None if role is None else RoleReported(text=role, span=Span(0, 1))
    return Actor(id="prov:1", kind="person", name=name, country=country, provisional=True, role_reported=told)


def test_a_person_of_several_reports_is_suggested_with_the_office(registry: Registry) -> None:
    seen = _person("Nil Oak", "ARL", "Arlandic foreign minister")
    records = [_record(1, "2022-03-01", seen), _record(2, "2022-01-01", seen, _person("Ed Fay", "BES"))]
    found = suggest_rows(registry, records)
    assert [(s.name, s.reports, s.first, s.last, s.office) for s in found] == [
        ("Nil Oak", 2, "2022-01-01", "2022-03-01", "arl-fm")
    ]


def test_an_office_is_known_until_the_last_report(base: Path, registry: Registry, tmp_path: Path) -> None:
    found = suggest_rows(
        registry, [_record(1, "2022-03-01", _person("Nil Oak", "ARL", "foreign minister"))], at_least=1
    )
    write_overlay(tmp_path / "ready", suggested_lines(registry, found)[0])
    assert check_registry([tmp_path / "ready"], base=base) == ()
    mended = load_registry([tmp_path / "ready"], base=base)
    assert [tenure.person for tenure in holders_on(mended, "arl-fm", "2022-03-01")] == ["nil-oak"]


def test_a_name_with_marks_in_it_is_nobody_to_suggest(registry: Registry) -> None:
    assert suggest_rows(registry, [_record(1, "2012-03-01", _person("Nil] Oak", "ARL"))], at_least=1) == ()


def test_an_office_that_somebody_holds_is_not_given_away(registry: Registry) -> None:
    seen = _person("Nil Oak", "ARL", "foreign minister")
    assert suggest_rows(registry, [_record(1, "2012-03-01", seen)], at_least=1)[0].office is None


def test_a_family_name_alone_is_nobody_to_suggest(registry: Registry) -> None:
    assert suggest_rows(registry, [_record(1, "2012-03-01", _person("Oak", "ARL"))], at_least=1) == ()


def test_the_rows_are_ready_to_be_laid_over(base: Path, registry: Registry, tmp_path: Path) -> None:
    seen = _person("Nil Oak", "ARL", "Envoy")
    found = suggest_rows(registry, [_record(1, "2012-03-01", seen)], at_least=1)
    write_overlay(tmp_path / "ready", suggested_lines(registry, found)[0])
    assert "Nil Oak" in load_registry([tmp_path / "ready"], base=base).names


def test_a_name_with_a_country_and_without_one_is_one_person(base: Path, registry: Registry, tmp_path: Path) -> None:
    records = [_record(1, "2012-03-01", _person("Nil Oak", "ARL")), _record(2, "2012-03-02", _person("Nil Oak", None))]
    found = suggest_rows(registry, records)
    assert [(s.name, s.country, s.reports) for s in found] == [("Nil Oak", "ARL", 2)]
    write_overlay(tmp_path / "ready", suggested_lines(registry, found)[0])
    assert check_registry([tmp_path / "ready"], base=base) == ()


def test_namesakes_of_two_countries_are_written_without_a_fault(base: Path, registry: Registry, tmp_path: Path) -> None:
    records = [_record(n, "2012-03-01", _person("Nil Oak", country)) for n, country in enumerate(("ARL", "BES"))]
    found = suggest_rows(registry, records, at_least=1)
    write_overlay(tmp_path / "ready", suggested_lines(registry, found)[0])
    assert check_registry([tmp_path / "ready"], base=base) == ()
    assert {"nil-oak", "nil-oak-2"} <= load_registry([tmp_path / "ready"], base=base).actors.keys()


def test_two_who_were_called_holder_of_one_seat_do_not_both_get_it(
    base: Path, registry: Registry, tmp_path: Path
) -> None:
    records = [
        _record(1, "2022-03-01", _person("Nil Oak", "ARL", "foreign minister")),
        _record(2, "2022-05-01", _person("Nil Oak", "ARL", "foreign minister")),
        _record(3, "2022-04-01", _person("Ed Fay", "ARL", "foreign minister")),
    ]
    lines, told = suggested_lines(registry, suggest_rows(registry, records, at_least=1))
    write_overlay(tmp_path / "ready", lines)
    assert check_registry([tmp_path / "ready"], base=base) == ()
    assert told[0].startswith("Ed Fay: ed-fay in arl-fm from 2022-04-01")


def test_whom_an_overlay_names_is_not_suggested_again(base: Path, registry: Registry, tmp_path: Path) -> None:
    records = [_record(1, "2012-03-01", _person("Nil Oak", "ARL"), _person("Ed Fay", None))]
    found = suggest_rows(registry, records, at_least=1)
    write_overlay(tmp_path / "ready", suggested_lines(registry, found)[0])
    assert suggest_rows(load_registry([tmp_path / "ready"], base=base), records, at_least=1) == ()


@pytest.mark.parametrize(
    ("role", "country", "note"),
    [
        ("foreign minister", "ARL", "arl-fm is held by Ana Abo on these days"),
        ("chief cook", "ARL", "no such office"),
        ("foreign minister", None, "no country in the reports"),
        (None, "ARL", "no role in the reports"),
    ],
)
def test_why_no_office_is_given(registry: Registry, role: str | None, country: str | None, note: str) -> None:
    found = suggest_rows(registry, [_record(1, "2012-03-01", _person("Nil Oak", country, role))], at_least=1)
    assert [(s.office, s.note) for s in found] == [(None, note)]
