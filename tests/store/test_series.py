"""Series: what is counted, where it is placed, and what is said of what cannot be placed."""

from typing import Any

import pytest
from msgspec.structs import replace

from communique.api import Record
from communique.store import Store
from communique.store.errors import FilterError
from communique.store.series import SeriesLine
from communique.types import Date, Event, Role, Span


def event(n: int, days: tuple[str, str] | None, **fields: Any) -> Event:
    """One of our own, with parties by their countries: ``actors="USA", recipients="CHN RUS"``."""
    roles: dict[str, Any] = {
        side: tuple(Role(actor=c.lower(), span=Span(0, 1), country=c) for c in str(fields.pop(side, "")).split())
        for side in ("actors", "recipients")
    }
    date = Date(start=days[0], end=days[1]) if days else None
    shared: dict[str, Any] = {"type": "ACCUSE", "score": -2.0} | fields
    return Event(id=f"r#e-{n}", trigger=Span(0, 1), evidence=(Span(0, 5),), rule="x", date=date, **roles, **shared)


@pytest.fixture
def with_events(store: Store, records: list[Record]) -> Any:
    def add(*events: Event, report: str = "r") -> Store:
        bare = replace(records[0], events=events, statements=(), positions=(), relations=())
        text = " ".join(f"{report}{n}" for n in range(300))  # two reports with one text would be copies: one source
        store.add([replace(bare, report=replace(bare.report, id=report, publisher=report, text=text))])
        return store

    return add


def lines(store: Store, **asked: Any) -> list[tuple[Any, ...]]:
    asked = {"with" if name == "with_" else name: value for name, value in asked.items()}
    return [(x.period or x.unplaced, x.type, x.events, x.score_sum) for x in store.series(dedupe="none", **asked)]


def test_an_event_counts_in_the_week_of_its_day(with_events: Any) -> None:
    """Monday 13 May to Sunday 19 May 2024 is one week."""
    days = ("2024-05-13", "2024-05-19", "2024-05-20")
    store = with_events(*(event(n, (day, day)) for n, day in enumerate(days)))
    assert lines(store) == [("2024-05-13", "ACCUSE", 2, -4.0), ("2024-05-20", "ACCUSE", 1, -2.0)]
    assert lines(store, by="month") == [("2024-05-01", "ACCUSE", 3, -6.0)]


def test_what_has_no_day_or_too_many_is_placed_nowhere_and_counted(with_events: Any) -> None:
    store = with_events(event(1, None), event(2, ("2024-05-13", "2024-05-31")), event(3, ("2024-05-13", "2024-05-14")))
    assert lines(store) == [
        ("2024-05-13", "ACCUSE", 1, -2.0),
        ("no date", "ACCUSE", 1, -2.0),
        ("wider", "ACCUSE", 1, -2.0),
    ]


def test_history_hypotheses_and_hearsay_count_only_when_asked_for(with_events: Any) -> None:
    day = ("2024-05-13", "2024-05-13")
    store = with_events(
        event(1, day),
        event(2, day, background=True),
        event(3, day, status="future"),
        event(4, day, reported_by="r#s-1"),
        event(5, day, performed_by="r#s-1"),
    )
    assert [n for _, _, n, _ in lines(store)] == [2]
    assert [n for _, _, n, _ in lines(store, background=True, reported=True)] == [4]
    assert [n for _, _, n, _ in lines(store, status="future")] == [1]


def test_dyads_are_actors_by_recipients(with_events: Any) -> None:
    day = ("2024-05-13", "2024-05-13")
    store = with_events(
        event(1, day, actors="USA FRA", recipients="CHN"),
        event(2, day, actors="CHN", recipients="USA"),
        event(3, day, actors="USA CHN", type="CONSULT", score=2.5),
        event(4, day, actors="FRA", type="PROTEST"),
    )
    dyads = [(x.actor, x.recipient, x.type, x.events) for x in store.series(dedupe="none", dyads=True)]
    assert dyads == [
        ("CHN", "USA", "ACCUSE", 1),
        ("CHN", "USA", "CONSULT", 1),
        ("FRA", "CHN", "ACCUSE", 1),
        ("FRA", None, "PROTEST", 1),
        ("USA", "CHN", "ACCUSE", 1),
    ]
    assert lines(store, actor="USA", with_="CHN", per="all") == [("2024-05-13", "all", 2, 0.5)]


def test_quad_classes_sum_their_types(with_events: Any) -> None:
    day = ("2024-05-13", "2024-05-13")
    store = with_events(event(1, day), event(2, day, type="REJECT", score=-4.0), event(3, day, type="AID", score=7.0))
    found = [(x.quad, x.events, x.scored, x.score_mean) for x in store.series(dedupe="none", per="quad")]
    assert found == [("material cooperation", 1, 1, 7.0), ("verbal conflict", 2, 2, -3.0)]


def test_reports_and_sources_stand_beside_the_counts(with_events: Any) -> None:
    day = ("2024-05-13", "2024-05-13")
    with_events(event(1, day), event(2, day, score=None))
    store = with_events(replace(event(3, day), id="s#e-3"), report="s")
    (line,) = store.series(dedupe="none").entries
    assert isinstance(line, SeriesLine)
    assert (line.events, line.scored, line.reports, line.sources) == (3, 2, 2, 2)


@pytest.mark.parametrize("asked", [{"by": "fortnight"}, {"per": "mode"}, {"min_sources": 2}])
def test_what_cannot_be_counted_so_is_told(full: Store, asked: dict[str, Any]) -> None:
    with pytest.raises(FilterError):
        full.series(**asked)
