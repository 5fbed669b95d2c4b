"""New reports -> their place in the record: tied to what tells the same, set against what tells otherwise.

Only what shares a key is compared, so that adding a report costs what it has to do with others, not how many there are.
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from communique.data.merging import MergingWords, load_merging
from communique.record import compare, tell
from communique.record.contradictions import choose as choose_contradictions
from communique.record.corrections import choose as choose_corrections
from communique.record.same import same
from communique.record.told import Contradiction, Correction, Tie, Told
from communique.store.copies import find_copies, forget_copies
from communique.store.disputes import forget_disputes, write_disputes
from communique.store.engine import Engine, among
from communique.store.flatten import PLACES, entries, unpacked
from communique.store.stories import forget_members, make_members, regroup, same_within, settle_sources
from communique.store.tellings import find_meeting, number_tellings, read_tellings, write_tellings
from communique.types import RecordFields

_TOGETHER = 64
# What merging makes of a record, all of it; corrections across reports stand in a table beside others.
MERGED = (
    "tellings", "keys", "ties", "members", "contradictions", "disputed", "signatures", "bands", "copies", "origins",
)  # fmt: skip


class Lost(msgspec.Struct, frozen=True):
    """What reports leave behind when they are taken out: entries without their story, families of copies that miss one."""

    loose: set[int]
    families: set[int]


def merge_in(engine: Engine, records: dict[int, RecordFields], lost: Lost) -> None:
    """Give the records of some reports, by their numbers, their place; within the transaction that adds them."""
    told = {no: one for report, record in records.items() for no, one in _tellings(report, record).items()}
    write_tellings(engine, told)
    known = _find(engine, told)
    regroup(engine, make_members(told), known, lost.loose)
    texts = {no: (record.report.text or "", record.report.publisher) for no, record in records.items()}
    settle_sources(engine, find_copies(engine, texts, lost.families))


def take_out(engine: Engine, reports: list[int]) -> Lost:
    """Take reports out of the merged record."""
    loose = forget_members(engine, reports)
    forget_disputes(engine, reports)
    for table in ("tellings", "keys"):
        engine.rows(f"DELETE FROM {table} WHERE {among('report')}", [reports])
    return Lost(loose, forget_copies(engine, reports))


def merge_all(engine: Engine) -> None:
    """Merge a record that was never merged, or by an older version, from its readings."""
    for table in MERGED:
        engine.rows(f"DELETE FROM {table}")
    engine.rows("DELETE FROM corrections WHERE corrected_report IS NOT NULL")
    numbers = [row[0] for row in engine.rows("SELECT no FROM reports ORDER BY no")]
    for start in range(0, len(numbers), _TOGETHER):
        some = numbers[start : start + _TOGETHER]
        sql = f"SELECT report, record FROM readings WHERE {among('report')} ORDER BY number"
        records = {no: unpacked(bytes(data)) for no, data in engine.rows(sql, [some])}
        merge_in(engine, records, Lost(set(), set()))


def _tellings(report: int, record: RecordFields) -> dict[int, Told]:
    return number_tellings(report, [entry.id for entry in entries(record)], tell(record, _words()))


def _find(engine: Engine, told: dict[int, Told]) -> dict[int, Told]:
    """Compare each new telling with all that share a key; write down what is found, and give all that was compared."""
    pairs = find_meeting(engine, told)
    known = told | read_tellings(engine, {no for pair in pairs for no in pair} - told.keys())
    numbers = {one.id: no for no, one in known.items()}
    within = (same(told[one], told[other]) for one, other in same_within(told))
    ties = [tie for tie in within if tie]
    contradictions: dict[tuple[int, int], list[Contradiction]] = {}
    corrections: dict[tuple[int, int], list[Correction]] = {}
    for one, other in sorted(pairs):
        found = compare(known[one], known[other])
        ties += [found.tie] if found.tie else []
        reports = one // PLACES, other // PLACES
        if found.contradictions:
            contradictions.setdefault(reports, []).extend(found.contradictions)
        if found.correction:
            corrections.setdefault(reports, []).append(found.correction)
    _write_ties(engine, ties, numbers)
    told_by_id = {one.id: one for one in known.values()}
    write_disputes(
        engine,
        [one for found_ in contradictions.values() for one in choose_contradictions(found_, told_by_id)],
        [one for found_ in corrections.values() for one in choose_corrections(found_, told_by_id)],
        {one.id: (no, one) for no, one in known.items()},
    )
    return known


def _write_ties(engine: Engine, ties: Sequence[Tie], numbers: dict[str, int]) -> None:
    pairs = [sorted((numbers[tie.one], numbers[tie.other])) for tie in ties]
    engine.insert(
        "ties",
        {
            "one": [one for one, _ in pairs],
            "other": [other for _, other in pairs],
            "one_report": [one // PLACES for one, _ in pairs],
            "other_report": [other // PLACES for _, other in pairs],
            "score": [tie.score for tie in ties],
            "reasons": [msgspec.json.encode(tie.reasons).decode() for tie in ties],
        },
    )


@cache
def _words() -> MergingWords:
    return load_merging()
