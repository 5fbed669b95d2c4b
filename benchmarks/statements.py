"""Score the statements of our own sentences: chains, corrections, refusals and denials, spokespersons.

usage: python benchmarks/statements.py [--errors | --held]

benchmarks/statements holds four files written blind and tuned on since (see its README.md); statements/held holds later
ones of the same form on which nothing is tuned: of these only totals are printed. A gold statement is found where the
contents share at least half of their union; a link of it is right where its role cites, or is mentioned in, gold's words.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from rows import Row, read_rows

from communique.api import Record
from communique.types import Role, Span, Statement

FOLDER = Path(__file__).parent / "statements"
LINKS = ("audience", "medium", "outlet", "via", "on_behalf_of")
SHARED = 0.5  # of the union; contents, and the words of a principal
Errors = list[str]
Score = Callable[[Row, Record, Counter[str], Errors], None]


def main() -> int:
    held = "--held" in sys.argv
    folder = FOLDER / "held" if held else FOLDER
    errors: Errors = []
    files: tuple[tuple[str, Score, Callable[[Counter[str]], str]], ...] = (
        ("chains", _score_chains, _tell_chains),
        ("corrections", _score_corrections, _tell_corrections),
        ("refusals", _score_refusals, _tell_refusals),
        ("spokespersons", _score_spokespersons, _tell_spokespersons),
    )
    for name, score, tell in files:
        counts: Counter[str] = Counter()
        for row, record in read_rows(folder / f"{name}.jsonl"):
            score(row, record, counts, errors)
        print(f"{name:14} {tell(counts)}")
    if "--errors" in sys.argv and not held:
        print("\n".join(errors))
    return 0


def _score_chains(row: Row, record: Record, counts: Counter[str], errors: Errors) -> None:
    pairs = _pairs(row["text"], row["statements"], record.statements)
    counts["gold"] += len(pairs)
    counts["made"] += len(record.statements)
    for gold, found in pairs:
        counts["found"] += found is not None
        counts["speakers"] += gold["speaker"] is not None
        spoken = found is not None and any(_is(record, row["text"], s, gold["speaker"]) for s in found.speakers)
        counts["spoken"] += spoken
        if gold["speaker"] and not spoken:
            errors.append(f"{row['id']} speaker {gold['speaker']!r}, not {_told(record, found)}")
        for link in LINKS:
            wanted, right, extra = _links(record, row["text"], gold, found, link)
            counts.update({"links": wanted, "right": right, "extra": extra, link: wanted, f"{link} right": right})
            if wanted > right or extra:
                errors.append(f"{row['id']} {link} {gold[link]!r}, not {_link(record, found, link)}: {gold['content']}")


def _links(record: Record, text: str, gold: Row, found: Statement | None, link: str) -> tuple[int, int, int]:
    """How many links gold has, how many of them are right, and how many stand where gold has none."""
    wanted = gold[link]
    if found is None:
        return bool(wanted), 0, 0
    if link == "medium":
        named = found.medium.name if found.medium else None
        return bool(wanted), bool(wanted) and named == wanted, named is not None and not wanted
    held = getattr(found, link)
    roles = (() if held is None else (held,)) if isinstance(held, Role | None) else held
    if not wanted:
        return 0, 0, len(roles)
    return 1, any(_is(record, text, role, wanted) for role in roles), 0


def _tell_chains(n: Counter[str]) -> str:
    each = ", ".join(f"{link} {n[f'{link} right']}/{n[link]}" for link in LINKS)
    return (
        f"links right {_share(n, 'right', 'links')} ({each}), {n['extra']} extra; statements {n['found']} of {n['gold']}, "
        f"{n['made'] - n['found']} more; speakers {_share(n, 'spoken', 'speakers')}"
    )


def _score_corrections(row: Row, record: Record, counts: Counter[str], errors: Errors) -> None:
    text, by_id = row["text"], {s.id: s for s in record.statements}
    left = [s for s in record.statements if s.clarification is not None]
    counts["gold"] += len(row["corrections"])
    for gold in row["corrections"]:
        hit = next((s for s in left if _is_correction(text, gold, s, by_id)), None)
        if hit is None:
            errors.append(f"{row['id']} missed {gold['kind']}: {gold['later']} <- {gold['earlier']}")
        else:
            left.remove(hit)
            counts["linked"] += 1
    counts["false"] += len(left)
    errors.extend(f"{row['id']} false {s.clarification}: {_words(text, s.content)}" for s in left)
    noted = record.report.correction_note is not None
    counts["notes"] += row["report_corrected"]
    counts["noted"] += noted and row["report_corrected"]
    counts["false notes"] += noted and not row["report_corrected"]
    if noted != row["report_corrected"]:
        errors.append(f"{row['id']} note: {noted}")


def _is_correction(text: str, gold: Row, s: Statement, by_id: dict[str, Statement]) -> bool:
    if s.clarification != gold["kind"] or not _touches(text, s.content, gold["later"]):
        return False
    earlier = by_id.get(s.clarifies or "")
    if gold["earlier"] is None:
        return earlier is None
    return earlier is not None and _touches(text, earlier.content, gold["earlier"])


def _tell_corrections(n: Counter[str]) -> str:
    return (
        f"linked {_share(n, 'linked', 'gold')}, {n['false']} false; notes of the publisher {n['noted']} of {n['notes']}, "
        f"{n['false notes']} false"
    )


def _score_refusals(row: Row, record: Record, counts: Counter[str], errors: Errors) -> None:
    """What two say together, "neither A nor B would comment", counts for each."""
    left = [(s, r) for s in record.statements if s.act != "said" for r in s.speakers or (None,)]
    counts["gold"] += len(row["statements"])
    counts["made"] += len(left)
    for gold in row["statements"]:
        hit = next((x for x in left if _is_refusal(row["text"], record, gold, *x)), None)
        if hit is None:
            errors.append(f"{row['id']} missed {gold['act']} by {gold['speaker']}: {gold['content']} | {row['text']}")
        else:
            left.remove(hit)
            counts["right"] += 1
    errors.extend(f"{row['id']} false {s.act}: {_words(row['text'], s.content)} {_told(record, s)}" for s, _ in left)


def _is_refusal(text: str, record: Record, gold: Row, s: Statement, speaker: Role | None) -> bool:
    if s.act != gold["act"] or speaker is None or not _is(record, text, speaker, gold["speaker"]):
        return False
    return gold["content"] is None or _touches(text, s.content, gold["content"])


def _tell_refusals(n: Counter[str]) -> str:
    p, r = n["right"] / max(1, n["made"]), n["right"] / max(1, n["gold"])
    return (
        f"F1 {2 * p * r / max(0.001, p + r):.2f} (P {p:.2f}, R {r:.2f}; {n['right']} of {n['gold']}, {n['made']} made)"
    )


def _score_spokespersons(row: Row, record: Record, counts: Counter[str], errors: Errors) -> None:
    text = row["text"]
    told = [(s, r) for s in record.statements for r in s.speakers if _is(record, text, r, row["speaker"])]
    principal = [(s, r) for s, r in told if _speaks_for(record, text, s, row["on_behalf_of"])]
    counts["gold"] += 1
    counts["spoken"] += bool(told)
    counts["principal"] += bool(principal)
    counts["country"] += any(r.country == row["country"] for _, r in told)
    if not principal:
        found = [f"{_told(record, s)} for {_link(record, s, 'on_behalf_of')}" for s in record.statements]
        errors.append(f"{row['id']} {row['speaker']} for {row['on_behalf_of']}, not {found} | {text}")


def _speaks_for(record: Record, text: str, s: Statement, principal: str) -> bool:
    role = s.on_behalf_of
    if role is None or role.actor in {r.actor for r in s.speakers}:
        return False
    mentions = (role.span, *(m for a in record.actors if a.id == role.actor for m in a.mentions))
    return any(_shared(m, place) >= SHARED for m in mentions for place in _places(text, principal))


def _tell_spokespersons(n: Counter[str]) -> str:
    return (
        f"speaker {_share(n, 'spoken', 'gold')}, with principal {_share(n, 'principal', 'gold')}, "
        f"with country {_share(n, 'country', 'gold')}"
    )


def _pairs(text: str, golds: list[Row], made: Iterable[Statement]) -> list[tuple[Row, Statement | None]]:
    """Each gold statement with the one of ours that shares most with it, best first."""
    scored = [
        (_shared(s.content, place), i, s)
        for i, g in enumerate(golds)
        for s in made
        if s.content is not None
        for place in _places(text, g["content"])
    ]
    pairs: dict[int, Statement] = {}
    for share, i, s in sorted(scored, key=lambda x: -x[0]):
        if share >= SHARED and i not in pairs and s not in pairs.values():
            pairs[i] = s
    return [(g, pairs.get(i)) for i, g in enumerate(golds)]


def _is(record: Record, text: str, role: Role, wanted: str | None) -> bool:
    """Does a role cite some words, or is its actor mentioned by them?"""
    mentions = (role.span, *(m for a in record.actors if a.id == role.actor for m in a.mentions))
    return wanted is not None and any(_overlap(m, p) for m in mentions for p in _places(text, wanted))


def _touches(text: str, span: Span | None, words: str) -> bool:
    return span is not None and any(_overlap(span, place) for place in _places(text, words))


def _places(text: str, words: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _shared(a: Span, b: Span) -> float:
    both = _overlap(a, b)
    return both / ((a.end - a.start) + (b.end - b.start) - both)


def _share(n: Counter[str], part: str, whole: str) -> str:
    return f"{n[part] / max(1, n[whole]):.2f} ({n[part]} of {n[whole]})"


def _words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def _told(record: Record, s: Statement | None) -> str | None:
    return None if s is None else ", ".join(str(_words(record.report.text or "", r.span)) for r in s.speakers)


def _link(record: Record, s: Statement | None, link: str) -> str | None:
    held = None if s is None else getattr(s, link)
    if held is None or link == "medium":
        return None if held is None else held.name
    roles = (held,) if isinstance(held, Role) else held
    return ", ".join(str(_words(record.report.text or "", r.span)) for r in roles)


if __name__ == "__main__":
    sys.exit(main())
