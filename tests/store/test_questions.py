"""Questions: filters, order, pages and counts, and the same answer from every engine."""

from typing import Any

import pytest

from communique.api import Record
from communique.store import Store
from communique.store.errors import FilterError
from communique.types import Event, Statement


def types(store: Store, **asked: Any) -> list[str]:
    asked = {"with" if name == "with_" else name: value for name, value in asked.items()}
    found = store.events(dedupe="none", **asked)
    return sorted(one.entry.type for one in found if isinstance(one.entry, Event))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"actor": "Norway"}, ["CONSULT", "SANCTION"]),
        ({"actor": "NOR", "type": "SANCTION"}, ["SANCTION"]),
        ({"actor": "Norway", "with_": "Belarus"}, ["SANCTION"]),
        ({"actor": "Belarus", "with_": "Norway"}, ["ACCUSE"]),
        ({"actor": "Poland", "with_": "Norway"}, ["CONSULT"]),
        ({"actor": "foreign minister of Norway"}, ["CONSULT"]),
        ({"actor": "Norwegian foreign minister"}, ["CONSULT"]),
        ({"actor": "espen-barth-eide"}, ["CONSULT"]),
        ({"actor": "espen barth eide"}, ["CONSULT"]),
        ({"actor": "Sikorski"}, ["CONSULT"]),
        ({"actor": "Radoslaw Sikorski", "with_": "Eide"}, ["CONSULT"]),
        ({"with_": "Belarus"}, ["SANCTION"]),
        ({"country": "Belarus"}, ["ACCUSE", "SANCTION"]),
        ({"country": "ECU"}, ["SANCTION"]),
        ({"type": ["SANCTION", "ACCUSE"], "outlet": "fjord gazette"}, ["ACCUSE", "SANCTION"]),
        ({"since": "2024-05-14", "until": "2024-05-14"}, ["CONSULT"]),
        ({"place": "Geneva"}, ["CONSULT"]),
        ({"text": "expelled diplomats"}, ["SANCTION"]),
        ({"text": "expel*", "actor": "Norway"}, ["SANCTION"]),
        ({"text": "expelled phone"}, []),
    ],
)
def test_filters_find_what_they_say(full: Store, asked: dict[str, Any], found: list[str]) -> None:
    assert [t for t in types(full, **asked) if t != "AGREE" or asked.get("type")] == found


def test_several_filters_all_hold(full: Store) -> None:
    assert types(full, actor="Norway", since="2024-05-14") == ["CONSULT"]


def test_entries_without_a_date_are_counted_where_days_are_asked_for(full: Store) -> None:
    undated = full.events(dedupe="none").total - full.events(dedupe="none", since="1900-01-01").total
    assert undated > 0
    assert full.events(dedupe="none", since="1900-01-01").undated == undated
    assert full.events(dedupe="none").undated == 0


def test_statements_are_found_by_speaker_act_and_outlet(full: Store) -> None:
    def words(**asked: Any) -> list[str]:
        return [one.words or "" for one in full.statements(dedupe="none", **asked)]

    assert any("We will not accept this" in said for said in words(actor="Sikorski"))
    assert words(outlet="Reuters") == words(actor="Sikorski")
    assert all("failed" in w for w in words(status="denied"))
    assert words(status="denied")


def test_pages_are_parts_of_one_order(full: Store) -> None:
    whole = [one.entry.id for one in full.events(dedupe="none", limit=None)]
    pages = [one.entry.id for n in range(0, len(whole), 2) for one in full.events(dedupe="none", limit=2, offset=n)]
    assert pages == whole
    assert full.events(dedupe="none", limit=2, offset=1000).total == len(whole)
    assert full.events(dedupe="none", limit=0).total == len(whole)


@pytest.mark.parametrize("sort", ["date", "sources", "confidence", "type", "id"])
def test_minus_turns_an_order_round(full: Store, sort: str) -> None:
    def keys(order: str) -> list[Any]:
        rows = full.events(dedupe="none", sort=order, limit=None).rows()
        return [r[{"date": "date_from"}.get(sort, sort)] for r in rows if r["date_from"]]

    assert keys(sort) == sorted(keys(sort))
    assert keys(f"-{sort}") == sorted(keys(sort), reverse=True)


def test_entries_without_a_date_come_last_either_way(full: Store) -> None:
    for order in ("date", "-date"):
        days = [row["date_from"] for row in full.events(dedupe="none", sort=order, limit=None).rows()]
        assert None in days
        assert None not in days[: days.index(None)]
        assert set(days[days.index(None) :]) == {None}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"type": "SANCTIONS"}, "did you mean SANCTION"),
        ({"status": "acutal"}, "did you mean actual"),
        ({"mode": "fone"}, "There is"),
        ({"actor": "Sikorsky"}, "did you mean Radosław Sikorski"),
        ({"actor": "Norwey"}, "did you mean Norway"),
        ({"country": "Polland"}, "did you mean Poland"),
        ({"outlet": "Fjord Gazete"}, "did you mean Fjord Gazette"),
        ({"place": "Genva"}, "did you mean Geneva"),
        ({"since": "15.5.2024"}, "YYYY-MM-DD"),
        ({"since": "2024-06-01", "until": "2024-05-01"}, "lies after"),
        ({"text": "..."}, "has no word"),
        ({"dedupe": "stories"}, "did you mean story"),
        ({"sort": "dates"}, "did you mean date"),
        ({"colour": "red"}, "'colour' is no filter"),
        ({"limit": -1}, "wrong kind"),
    ],
)
def test_what_is_unknown_is_told_with_the_choices(full: Store, asked: dict[str, Any], told: str) -> None:
    with pytest.raises(FilterError, match=told):
        full.events(**({"dedupe": "none"} | asked))


def test_a_choice_is_understood_in_any_case(full: Store) -> None:
    assert full.events(type="sanction").total == full.events(type="SANCTION").total > 0
    assert full.events(status=["Actual"]).total == full.events(status="actual").total > 0


def test_what_a_user_types_is_never_sql(full: Store) -> None:
    for field in ("actor", "about", "outlet", "place", "country", "text", "mode", "type"):
        with pytest.raises(FilterError):
            full.events(dedupe="none", **{field: "'; DROP TABLE events; --?%s"} if field != "text" else {"text": "';"})  # type: ignore[arg-type]
    assert full.events(dedupe="none").total > 0


def test_actors_are_listed_by_how_many_reports_tell_of_them(full: Store) -> None:
    lines = full.actors(limit=None).entries
    assert [line.reports for line in lines] == sorted((line.reports for line in lines), reverse=True)
    assert {line.id for line in full.actors(country="Norway")} >= {"nor", "espen-barth-eide"}
    assert [line.name for line in full.actors(text="sikorski")] == ["Radosław Sikorski"]
    assert full.actors(type="person", limit=1).total > 1


def test_reports_are_listed_by_their_day(full: Store, records: list[Record]) -> None:
    assert [line.id for line in full.reports()] == ["oslo", "warsaw", "geneva", "quito"]
    assert [line.id for line in full.reports(actor="Poland")] == ["oslo", "warsaw"]
    assert [line.id for line in full.reports(text="tanks")] == ["warsaw"]
    assert [line.id for line in full.reports(text="from geneva")] == ["geneva"]
    assert [line.id for line in full.reports(since="2024-05-20", until="2024-05-31")] == ["geneva"]
    first = full.reports().entries[0]
    assert (first.events, first.statements) == (len(records[0].events), len(records[0].statements))


def test_answers_are_typed_rows_arrow_and_frames(full: Store) -> None:
    answer = full.events(dedupe="none", actor="Norway")
    assert {type(one.entry) for one in answer} == {Event}
    assert {type(one.entry) for one in full.statements(dedupe="none")} == {Statement}
    assert answer.to_arrow().num_rows == len(answer) == len(answer.to_pandas()) == len(answer.rows())
    assert {row["actors"] for row in answer.rows()} == {"Espen Barth Eide", "Norway"}


def test_every_citation_indexes_its_own_report(full: Store, records: list[Record]) -> None:
    texts = {r.report.id: r.report.text or "" for r in records}
    for one in full.events(dedupe="none", limit=None):
        for citation in one.citations:
            for span in citation.evidence:
                assert texts[citation.report][span.start : span.end].strip()
