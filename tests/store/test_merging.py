"""Merging: what several reports tell is one entry with all their citations, whatever the order in which they came."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest
from msgspec.structs import replace

from communique.api import Record, read_reports
from communique.store import Store, open_store
from communique.store.errors import FilterError
from communique.store.merging import MERGED
from communique.store.migrate import migrate, newest_version
from communique.store.opening import _engine
from communique.types import Report

AGENCY = (
    "OSLO - Norway expelled two Belarusian diplomats on Monday, Foreign Minister Espen Barth Eide said. "
    "The two had been asked to leave within a week, the ministry in Oslo told reporters after a long meeting of the cabinet. "
    "Belarus condemned the expulsion on Tuesday and said that it would answer in kind before the end of the month."
)
STORY = {
    "agency": ("Halden Agency", "2024-05-14", AGENCY),
    "copy": ("Morning Courier", "2024-05-15", AGENCY),
    "own": ("Fjord Gazette", "2024-05-15", (
        "Norway has expelled two diplomats of Belarus. The decision was taken on Monday. "
        "On Tuesday, Belarus condemned the expulsion of its diplomats by Norway."
    )),
    "other": ("Lake Courier", "2024-05-20", "France and Iran held nuclear talks in Geneva on Sunday."),
}  # fmt: skip


@pytest.fixture(scope="session")
def story() -> list[Record]:
    return list(
        read_reports(
            Report(id=id_, source_sha256="", text=text, publisher=publisher, published=day, published_basis="given")
            for id_, (publisher, day, text) in STORY.items()
        )
    )


def merged(store: Store) -> dict[str, Any]:
    """All that merging made, by ids."""
    entries = [*store.events(limit=None), *store.statements(limit=None)]
    ties = "SELECT a.id AS one, b.id AS other, t.score FROM ties t JOIN tellings a ON a.no = t.one JOIN tellings b ON b.no = t.other"
    return {
        "entries": sorted((e.entry.id, e.citations, e.sources, e.first, e.last, e.contradicts) for e in entries),
        "ties": sorted((*sorted((r["one"], r["other"])), r["score"]) for r in store.sql(ties).to_pylist()),
        "contradictions": list(store.contradictions(limit=None, sort="date")),
        "corrections": list(store.corrections(limit=None)),
    }


def expulsions(store: Store, dedupe: str = "story") -> list[Any]:
    return list(store.events(type="SANCTION", actor="Norway", dedupe=dedupe))


def test_what_three_reports_tell_is_one_entry(store: Store, story: list[Record]) -> None:
    store.add(story)
    (one,) = expulsions(store)
    assert {c.report for c in one.citations} == {"agency", "copy", "own"}
    assert (one.first, one.last) == ("2024-05-14", "2024-05-15")
    assert len(expulsions(store, "none")) >= 3


def test_a_copy_is_the_source_that_it_copies(store: Store, story: list[Record]) -> None:
    store.add(story)
    (one,) = expulsions(store)
    assert one.sources == 2
    assert {c.report: c.root_outlet for c in one.citations}["copy"] == "halden agency"
    assert store.events(type="SANCTION", actor="Norway", min_sources=2).total == 1
    assert store.events(type="SANCTION", actor="Norway", min_sources=3).total == 0


def test_a_copy_that_comes_first_is_settled_by_its_original(store: Store, story: list[Record]) -> None:
    by_id = {record.report.id: record for record in story}
    store.add([by_id["copy"]])
    assert expulsions(store)[0].citations[0].root_outlet == "morning courier"
    store.add([by_id["agency"]])
    assert {c.root_outlet for c in expulsions(store)[0].citations} == {"halden agency"}


def test_any_order_gives_the_same_record(address: str, story: list[Record]) -> None:
    with open_store(address, write=True) as store:
        store.add(story)
        expected = merged(store)
        other = story[0].made_by
        for order in list(permutations(story))[1::5]:
            for record in order:  # each is taken out and put in again
                store.add([replace(record, made_by=replace(other, rules_sha256="x"))])
                store.add([record])
            assert merged(store) == expected


def test_one_by_one_is_all_at_once(store: Store, story: list[Record], tmp_path: Any) -> None:
    store.add(story)
    with open_store(tmp_path / "one-by-one.duckdb", write=True) as slow:
        for record in reversed(story):
            slow.add([record])
        assert merged(slow) == merged(store)


def test_a_report_that_is_read_otherwise_leaves_its_story(store: Store, story: list[Record]) -> None:
    store.add(story)
    empty = replace(story[2], events=(), statements=(), made_by=replace(story[2].made_by, rules_sha256="x"))
    store.add([empty])
    (one,) = expulsions(store)
    assert {c.report for c in one.citations} == {"agency", "copy"}
    assert one.sources == 1


def test_a_bridge_that_goes_parts_a_story(store: Store, story: list[Record]) -> None:
    """What only a third telling held together is two again when that one goes."""
    store.add(story)
    whole = merged(store)
    for record in story:
        gone = replace(record, events=(), statements=(), made_by=replace(record.made_by, rules_sha256="x"))
        store.add([gone])
        store.add([record])
    assert merged(store) == whole


def test_levels_merge_more_and_more(store: Store, story: list[Record]) -> None:
    store.add(story)
    totals = [store.events(dedupe=level).total for level in ("none", "report", "day", "story")]
    assert totals == sorted(totals, reverse=True)
    assert totals[0] == sum(len(record.events) for record in story)
    assert len(expulsions(store, "none")) >= len(expulsions(store, "report")) >= 3


def test_merging_is_a_view(store: Store, story: list[Record]) -> None:
    store.add(story)
    kept = {record.report.id: record for record in store.records()}
    assert {id_: r.events for id_, r in kept.items()} == {r.report.id: r.events for r in story}


def test_every_citation_quotes_its_own_report(store: Store, story: list[Record]) -> None:
    store.add(story)
    texts = {record.report.id: record.report.text or "" for record in story}
    for one in store.events(limit=None):
        for citation in one.citations:
            assert all(texts[citation.report][span.start : span.end].strip() for span in citation.evidence)


def test_series_count_a_story_once(store: Store, story: list[Record]) -> None:
    store.add(story)

    def count(dedupe: str) -> tuple[int, int, int]:
        line = next(
            x
            for x in store.series(actor="Norway", type="SANCTION", by="year", reported=True, dedupe=dedupe)
            if x.period
        )
        return line.events, line.reports, line.sources

    assert count("none")[0] >= 2
    assert count("story") == (1, 3, 2)


def _made_old(store: Store, version: int) -> None:
    """Take from a store what later versions added: version 1 does not merge, version 2 has keys without seasons."""
    run = store._engine.rows
    if version < 2:
        for table in MERGED:
            run(f"DROP TABLE {table}")
        run("DELETE FROM corrections WHERE corrected_report IS NOT NULL")
        run("DROP INDEX IF EXISTS corrections_corrected_report")
        for column in ("corrected_start", "corrected_end", "corrected_report"):
            run(f"ALTER TABLE corrections DROP COLUMN {column}")
    elif version < 3:
        run("DROP TABLE keys")
        run("CREATE TABLE keys (key BIGINT NOT NULL, telling BIGINT NOT NULL, report INTEGER NOT NULL)")
        run("ALTER TABLE members ADD COLUMN component BIGINT")
    run("UPDATE meta SET version = ?", [version])


@pytest.mark.parametrize("version", range(1, newest_version()))
def test_a_store_of_every_older_version_is_brought_up(
    address: str, story: list[Record], snapshot: Callable[[Store], Any], version: int
) -> None:
    """All that it has stays, and is merged as this version does."""
    with open_store(address, write=True) as fresh:
        fresh.add(story)
        expected, everything = merged(fresh), snapshot(fresh)
        _made_old(fresh, version)
    with open_store(address) as brought:  # to be asked only: it is brought up all the same
        assert merged(brought) == expected
        assert snapshot(brought) == everything


def test_an_old_store_is_made_by_the_old_steps(address: str) -> None:
    engine = _engine(address, write=True)
    for version in range(1, newest_version() + 1):
        assert migrate(engine, to=version) == version - 1
    assert migrate(engine) == newest_version()
    assert [row[0] for row in engine.rows("SELECT count(*) FROM events")] == [0]
    engine.close()


TOLL = {
    "first": ("Fjord Gazette", "2024-05-14", (
        "An attack on a Kenyan army base near Mandera on Monday killed 12 soldiers, the Kenyan army said."
    )),
    "second": ("Lake Courier", "2024-05-15", (
        "Kenya said 19 soldiers were killed in the attack on an army base near Mandera on Monday."
    )),
}  # fmt: skip


@pytest.fixture(scope="session")
def toll() -> list[Record]:
    return list(
        read_reports(
            Report(id=id_, source_sha256="", text=text, publisher=publisher, published=day, published_basis="given")
            for id_, (publisher, day, text) in TOLL.items()
        )
    )


def test_numbers_that_differ_are_shown_with_the_words_of_both(store: Store, toll: list[Record]) -> None:
    store.add(toll)
    (one,) = store.contradictions(type="number").entries
    assert {(one.one_outlet, one.one_words), (one.other_outlet, one.other_words)} == {
        ("Fjord Gazette", "12"),
        ("Lake Courier", "19"),
    }
    assert any(e.contradicts for e in (*store.events(limit=None), *store.statements(limit=None)))


def test_contradictions_are_asked_for_by_the_entries_they_are_about(store: Store, toll: list[Record]) -> None:
    store.add(toll)
    assert store.contradictions(country="Kenya", type="number").total == 1
    assert store.contradictions(country="Somalia", type="number").total == 0
    assert store.contradictions(since="2024-06-01").total == 0


def test_a_report_that_goes_takes_its_contradictions_along(store: Store, toll: list[Record]) -> None:
    store.add(toll)
    made = replace(toll[1].made_by, rules_sha256="x")
    text = toll[1].report.text or ""
    other = replace(toll[1].report, text=text.replace("19", "12"))
    store.add([replace(toll[1], report=other, made_by=made)])
    assert store.contradictions(type="number").total == 0
    store.add([toll[1]])
    assert store.contradictions(type="number").total == 1


@pytest.mark.parametrize("kind", ["numbers", "deny"])
def test_a_kind_of_contradiction_that_there_is_not_names_the_kinds(store: Store, kind: str) -> None:
    with pytest.raises(FilterError, match="There is number, denial, parties, day"):
        store.contradictions(type=kind)
