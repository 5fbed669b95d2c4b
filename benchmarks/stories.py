"""Stories told by several outlets -> what merging finds of them: ties, contradictions, corrections, copies.

    .venv/bin/python benchmarks/stories.py [--held | --folder FOLDER] [--records FILE] [--show]

Reports are read by the pipeline, whose mistakes count: ``read`` says how many gold tellings it has as an entry at all.
``--show`` lists what is missed and what is wrong, but not of the stories of ``--held``, on which nothing is tuned.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec

from communique.data.merging import load_merging
from communique.record import compare, tell
from communique.record.blocks import keys
from communique.record.contradictions import choose as choose_contradictions
from communique.record.copies import is_copy, sign
from communique.record.corrections import choose as choose_corrections
from communique.record.merge import find_stories
from communique.record.same import explain
from communique.record.told import Contradiction, Correction, Tie, Told
from communique.types import Event, RecordFields, Span, Statement

FOLDER = Path(__file__).parent / "stories"
Gold = dict[str, Any]


class Found(msgspec.Struct):
    """What merging found in some reports."""

    told: dict[str, Told]
    texts: dict[str, str]
    stories: dict[str, str]
    ties: dict[tuple[str, str], Tie]
    contradictions: list[Contradiction]
    corrections: list[Correction]
    copies: set[tuple[str, str]]
    pairs: int
    seconds: float
    wall: float


def main() -> int:
    """Print the figures; 1 where the targets of the issue are missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true", help="the stories on which nothing is tuned")
    parser.add_argument("--records", type=Path, help="records of the stories, read before (JSON lines)")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="other stories of the same form")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    folder = FOLDER / "held" if args.held else args.folder
    raw = [msgspec.json.decode(line) for line in (folder / "reports.jsonl").read_bytes().splitlines()]
    gold = _gold(folder, {r["id"]: r["story"] for r in raw})
    score(gold, find(_records(folder, args.records)), show=args.show and not args.held)
    return 0


def find(records: Iterable[RecordFields]) -> Found:
    """All that merging finds in some records; times the record room alone (seconds of one core: the machine is shared)."""
    words, known = load_merging(), sorted(records, key=lambda r: r.report.id)
    start, begun = time.process_time(), time.perf_counter()
    told = {t.id: t for record in known for t in tell(record, words)}
    blocks: dict[str, list[str]] = defaultdict(list)
    for t in told.values():
        for key in keys(t):
            blocks[key].append(t.id)
    pairs = {pair for members in blocks.values() for pair in combinations(sorted(members), 2)}
    findings = {pair: compare(told[pair[0]], told[pair[1]]) for pair in sorted(pairs)}
    ties = {pair: f.tie for pair, f in findings.items() if f.tie is not None}
    entries = [t for t in told.values() if t.kind != "passage"]
    stories = find_stories(entries, ties.values())
    signed = {r.report.id: sign(r.report.text or "") for r in known}
    bands: dict[str, list[str]] = defaultdict(list)
    for report, signature in signed.items():
        for band in signature.bands:
            bands[band].append(report)
    near = {pair for members in bands.values() for pair in combinations(sorted(members), 2)}
    copies = {pair for pair in near if is_copy(signed[pair[0]], signed[pair[1]])}
    seconds, wall = time.process_time() - start, time.perf_counter() - begun
    texts = {r.report.id: r.report.text or "" for r in known}
    contradictions = list(choose_contradictions((c for f in findings.values() for c in f.contradictions), told))
    made = [f.correction for f in findings.values() if f.correction is not None]
    corrections = list(choose_corrections(made, told))
    return Found(told, texts, stories, ties, contradictions, corrections, copies, len(pairs), seconds, wall)


def score(gold: Gold, found: Found, *, show: bool) -> None:
    """Print what was found of what was planted."""
    reports = len(found.texts)
    print(
        f"{reports} reports, {len(found.told)} told, {found.pairs} pairs; a minute: {60 * reports / found.seconds:.0f} reports by "
        f"the time of one core, {60 * reports / found.wall:.0f} by the clock (the machine may be shared)"
    )
    for kind in ("events", "statements"):
        _score_ties(kind, gold, found, show)
    _score_copies(gold, found)
    _score_links("contradictions", gold, found.contradictions, _sides_of_contradiction, found, show)
    _score_links("corrections", gold, found.corrections, _sides_of_correction, found, show)


def _score_ties(kind: str, gold: Gold, found: Found, show: bool) -> None:
    """Pairs of tellings: precision, recall of those that were read, recall of all."""
    name = kind[:-1]
    rows = [(row[name], row["tellings"]) for row in gold[kind]]
    rows += [(row[name], [row["telling"]]) for row in gold["single"] if name in row]
    typed = [row for row in (*gold["events"], *gold["single"]) if "type" in row and name in row]
    types = {row[name]: {row["type"], *row.get("also", ())} for row in typed}
    entry_of: dict[tuple[str, int, str], str | None] = {}
    labels: dict[str, set[str]] = defaultdict(set)
    for near in (False, True):  # first those that overlap; then the sentence's, if nobody else's
        taken = frozenset(labels) if near else frozenset()
        for label, tellings in rows:
            for telling in tellings:
                place = (telling["report"], telling["start"], label)
                if entry_of.get(place) is None:
                    entry = _entry(found, name, telling, types.get(label, set()), near=near)
                    entry_of[place] = entry if entry not in taken else None
                    if entry_of[place] is not None:
                        labels[str(entry)].add(label)
    read = sum(e is not None for e in entry_of.values())
    wanted = {
        (min(a, b), max(a, b))
        for a, b in combinations(sorted(labels), 2)
        if labels[a] & labels[b] and found.told[a].report != found.told[b].report
    }
    made = {
        (a, b)
        for a, b in combinations(sorted(labels), 2)
        if found.stories[a] == found.stories[b] and found.told[a].report != found.told[b].report
    }
    right = len(wanted & made)
    precision, recall = right / max(1, len(made)), right / max(1, len(wanted))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    everything = [
        (entry_of[a["report"], a["start"], label], entry_of[b["report"], b["start"], label])
        for label, tellings in rows
        for a, b in combinations(tellings, 2)
        if a["report"] != b["report"]
    ]
    tied = sum(a is not None and b is not None and found.stories[a] == found.stories[b] for a, b in everything)
    whole = tied / max(1, len(everything))
    print(
        f"{kind}: {read} of {len(entry_of)} tellings read; of pairs that were read: precision {precision:.3f} ({len(made)}), "
        f"recall {recall:.3f} ({len(wanted)}), F1 {f1:.3f}; of all {len(everything)} planted pairs: recall {whole:.3f}, "
        f"F1 {2 * precision * whole / max(1e-9, precision + whole):.3f}"
    )
    if show:
        for pair in sorted(wanted - made):
            print("  missed", *(_shown(found, i) for i in pair), _why(found, pair), sep="\n      ")
        for pair in sorted(made - wanted):
            print("  wrong", *(_shown(found, i) for i in pair), sep="\n      ")


def _entry(found: Found, kind: str, telling: Gold, types: set[str], *, near: bool) -> str | None:
    """The entry that a telling was read as: its trigger overlaps the words, or it is of the type in the same sentence."""
    begin, end = telling["start"], telling["start"] + len(telling["words"])
    best: tuple[int, int, str] | None = None
    for t in found.told.values():
        if t.kind != kind or t.report != telling["report"]:
            continue
        span = _place(t)
        overlap = min(end, span.end) - max(begin, span.start)
        if overlap > 0 and not near:
            rank = (int(_type(t) in types), overlap, t.id)
        elif near and isinstance(t.entry, Event) and _type(t) in types and _one_sentence(found, t, begin):
            rank = (0, -abs(begin - span.start), t.id)
        else:
            continue
        best = rank if best is None else max(best, rank)
    return None if best is None else best[2]


def _type(t: Told) -> str:
    return t.entry.type if isinstance(t.entry, Event) else ""


def _one_sentence(found: Found, t: Told, at: int) -> bool:
    return any(p.kind == "passage" and p.report == t.report and p.spans[0].start <= at < p.spans[0].end and t.id in p.entries
               for p in found.told.values())  # fmt: skip


def _place(t: Told) -> Span:
    if isinstance(t.entry, Event):
        return t.entry.trigger
    if isinstance(t.entry, Statement):
        return t.entry.content or t.spans[0]
    return t.spans[0]


def _shown(found: Found, id_: str) -> str:
    t = found.told[id_]
    s = t.spans[0]
    return (f"{id_} {_type(t)} {[p.name for p in t.who]}>{[p.name for p in t.whom]} {t.first}-{t.last}{'!' if t.exact else ''} "
            f"{t.place} {found.texts[t.report][s.start : s.end]!r}"[:330])  # fmt: skip


def _why(found: Found, pair: tuple[str, str]) -> str:
    """The grounds of a pair, tied or not."""
    one, other = found.told[pair[0]], found.told[pair[1]]
    reasons = explain(one, other)
    met = "share a key" if set(keys(one)) & set(keys(other)) else "NO KEY"
    return f"{met}; {sum(r.weight for r in reasons):.2f} " + " ".join(f"{r.ground} {r.weight}" for r in reasons)


def _score_copies(gold: Gold, found: Found) -> None:
    wanted = {tuple(sorted(pair)) for pair in gold["copies"]}
    print(f"copies: {len(wanted & found.copies)} of {len(wanted)} found, {len(found.copies - wanted)} others")


def _sides_of_contradiction(row: Gold) -> tuple[list[Gold], list[Gold]]:
    return [row["one"], *row.get("one_also", ())], [row["other"], *row.get("other_also", ())]


def _sides_of_correction(row: Gold) -> tuple[list[Gold], list[Gold]]:
    return [row["later"], *row.get("later_also", ())], [row["earlier"], *row.get("earlier_also", ())]


def _score_links(name: str, gold: Gold, links: Any, sides: Any, found: Found, show: bool) -> None:
    """How many of the planted links are found: both ends lie in the sentences of the two planted words."""
    hit: set[int] = set()
    used: set[int] = set()
    for n, row in enumerate(gold[name]):
        one, other = sides(row)
        for m, link in enumerate(links):
            ends = _ends(link, found)
            if _matches(ends, one, other, found):
                hit.add(n)
                used.add(m)
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for n, row in enumerate(gold[name]):
        by_kind[row["kind"]].append(n in hit)
    kinds = ", ".join(f"{kind} {sum(v)}/{len(v)}" for kind, v in sorted(by_kind.items()))
    print(
        f"{name}: {len(hit)} of {len(gold[name])} planted found ({kinds}); {len(links)} made, {len(links) - len(used)} not planted"
    )
    if show:
        for n, row in enumerate(gold[name]):
            if n not in hit:
                print(
                    "  missed", row["kind"], row.get("what", row.get("by")), *(s[0] for s in sides(row)), sep="\n      "
                )
        for m, link in enumerate(links):
            if m not in used:
                print(
                    "  not planted",
                    link.kind,
                    link.words,
                    *(_cited(found, r, s) for r, s in _ends(link, found)),
                    sep="\n      ",
                )


def _ends(link: Any, found: Found) -> tuple[tuple[str, Span], tuple[str, Span]]:
    if isinstance(link, Contradiction):
        return (found.told[link.one].report, link.one_span), (found.told[link.other].report, link.other_span)
    return (found.told[link.later].report, link.later_span), (found.told[link.earlier].report, link.earlier_span)


def _matches(ends: Any, one: list[Gold], other: list[Gold], found: Found) -> bool:
    return any(_cites(ends[i], a, found) and _cites(ends[1 - i], b, found) for i in (0, 1) for a in one for b in other)


def _cites(end: tuple[str, Span], place: Gold, found: Found) -> bool:
    """Does a span lie in the sentence of some words, or touch them?"""
    report, span = end
    if report != place["report"]:
        return False
    begin, stop = place["start"], place["start"] + len(place["words"])
    if span.start < stop and begin < span.end:
        return True
    text = found.texts[report]
    between = text[min(begin, span.start) : max(begin, span.start)]
    return not any(mark in between for mark in (". ", "? ", "! ", ".\n", '" ', "\n"))


def _cited(found: Found, report: str, span: Span) -> str:
    return f"{report} {found.texts[report][max(0, span.start - 60) : span.end + 60]!r}"


def _gold(folder: Path, ids: dict[str, int]) -> Gold:
    """The gold of some stories."""
    raw: Gold = msgspec.json.decode((folder / "gold.json").read_bytes())
    stories = set(ids.values())
    copies = [pair for pair in raw.pop("copies") if (pair[0] if isinstance(pair, list) else "") in ids]
    return {name: [row for row in rows if row["story"] in stories] for name, rows in raw.items()} | {"copies": copies}


def _records(folder: Path, path: Path | None) -> Iterator[RecordFields]:
    if path is not None:
        decode = msgspec.json.Decoder(RecordFields).decode
        yield from (decode(line) for line in path.read_bytes().splitlines())
        return
    from communique.api import read_reports
    from communique.reading import read_paths
    from communique.types import Report

    yield from read_reports(r for r in read_paths([folder / "reports.jsonl"]) if isinstance(r, Report))


if __name__ == "__main__":
    sys.exit(main())
