"""Whole reports of our own, each with lines that its record must have (tests/cases/*.txt, below a line of dashes).

A case with no lines must give no event and no statement.
"""

from pathlib import Path

import pytest

import communique
from communique.types import Event, Role, Statement

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def read_case(path: Path) -> tuple[communique.Record, set[str]]:
    head, _, expected = path.read_text(encoding="utf-8").partition("\n-----\n")
    first, _, text = head.partition("\n\n")
    record = communique.read(text, published=first.removeprefix("published: "))
    return record, {line for line in expected.splitlines() if line}


def lines(record: communique.Record) -> set[str]:
    names = {a.id: a.name for a in record.actors}
    return {_event(e) for e in record.events} | {_statement(s, names) for s in record.statements}


def _event(event: Event) -> str:
    mode = f"/{event.mode}" if event.mode else ""
    days = "" if event.date is None else f" {event.date.start}"
    return f"event {event.type}{mode} {event.status} {_countries(event.actors)} > {_countries(event.recipients)}{days}".rstrip()


def _statement(statement: Statement, names: dict[str, str]) -> str:
    who = ", ".join(f"{names[r.actor]} ({r.country})" for r in statement.speakers)
    outlet = f" outlet {names[statement.outlet.actor]}" if statement.outlet else ""
    return f"statement {statement.kind} {statement.act} {who}{outlet}{' clarifies' if statement.clarifies else ''}"


def _countries(roles: tuple[Role, ...]) -> str:
    return ", ".join(dict.fromkeys(r.country or "?" for r in roles))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_record_has_what_the_report_says(path: Path) -> None:
    record, expected = read_case(path)
    found = lines(record)
    assert expected <= found if expected else found == set()
