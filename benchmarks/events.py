"""Score the events of our own sentences: by type, by status, and paraphrases of one act coded alike.

usage: python benchmarks/events.py [--errors N | --held]

benchmarks/events holds types.jsonl, status.jsonl and paraphrases.jsonl, written blind and tuned on since; events/held holds
a later set of the same form on which nothing is tuned: of it only totals are printed. An event is found where type and
status agree and the triggers overlap; it is right where also the countries on both sides agree (of a meeting in any order).
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from rows import Row, read_rows

from communique.api import Record
from communique.types import Event

FOLDER = Path(__file__).parent / "events"
UNDIRECTED = frozenset({"CONSULT", "COOPERATE"})


def main() -> int:
    held = "--held" in sys.argv
    folder = FOLDER / "held" if held else FOLDER
    shown = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv and not held else 0
    errors: list[str] = []
    for name in ("types", "status"):
        _print_scores(name, read_rows(folder / f"{name}.jsonl"), errors)
    _print_alike("paraphrases", read_rows(folder / "paraphrases.jsonl"), errors)
    print("\n".join(errors[:shown]))
    return 0


def _print_scores(name: str, found: list[tuple[Row, Record]], errors: list[str]) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    by_type = name.startswith("types")
    for row, record in found:
        left = list(record.events)
        for gold in row["events"]:
            group = gold["type"] if by_type else gold["status"]
            counts[group]["gold"] += 1
            hit = next((e for e in left if _is_found(row, gold, e)), None)
            if hit is None:
                errors.append(f"missed {row['id']} {gold['type']} {gold['trigger']}: {row['text']}")
                continue
            left.remove(hit)
            counts[group]["found"] += 1
            counts[group]["right"] += _has_parties(gold, hit)
            if not _has_parties(gold, hit):
                wanted = f"{gold['actors']} {gold['recipients']}"
                errors.append(f"parties {row['id']} {gold['type']} {_sides(hit)}, not {wanted}: {row['text']}")
        for extra in left:
            counts[extra.type if by_type else extra.status]["extra"] += 1
            errors.append(f"extra {row['id']} {extra.type} {extra.status} {_trigger(row, extra)}: {row['text']}")
    print(f"{name}: {len(found)} rows")
    for group, n in [*sorted(counts.items()), ("all", sum(counts.values(), Counter()))]:
        print(f"  {group:13} {_figures(n)}")


def _figures(n: Counter[str]) -> str:
    p, r = n["found"] / max(1, n["found"] + n["extra"]), n["found"] / max(1, n["gold"])
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return f"F1 {f1:.2f} (P {p:.2f}, R {r:.2f})  parties {n['right'] / max(1, n['found']):.2f} of {n['found']}"


def _print_alike(name: str, found: list[tuple[Row, Record]], errors: list[str]) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row, record in found:
        gold = row["events"][0]
        hits = [e for e in record.events if _is_found(row, gold, e)]
        right = any(_has_parties(gold, e) for e in hits)
        counts[row["form"]].update(rows=1, found=bool(hits), right=right)
        if not right:
            errors.append(f"{row['id']} {gold['type']} {[_sides(h) for h in hits] or 'missed'}: {row['text']}")
    print(f"{name}: {len(found)} rows")
    for form, n in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        print(
            f"  {form:13} found {n['found'] / n['rows']:.2f}  with parties {n['right'] / n['rows']:.2f} of {n['rows']}"
        )


def _is_found(row: Row, gold: Row, event: Event) -> bool:
    start = row["text"].index(gold["trigger"])
    overlaps = event.trigger.start < start + len(gold["trigger"]) and start < event.trigger.end
    return bool(overlaps and event.type == gold["type"] and event.status == gold["status"])


def _has_parties(gold: Row, event: Event) -> bool:
    who, whom = _sides(event)
    if gold["type"] in UNDIRECTED:
        return who | whom == {*gold["actors"], *gold["recipients"]}
    return who == set(gold["actors"]) and whom == set(gold["recipients"])


def _sides(event: Event) -> tuple[set[str], set[str]]:
    return {r.country or "-" for r in event.actors}, {r.country or "-" for r in event.recipients}


def _trigger(row: Row, event: Event) -> str:
    return str(row["text"][event.trigger.start : event.trigger.end])


if __name__ == "__main__":
    sys.exit(main())
