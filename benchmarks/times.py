"""How many time expressions of our own sentences are found, and how many have the right days; beside dateparser.

usage: times.py [SENTENCES.jsonl ...]   (default: benchmarks/times/*.jsonl)

Each line has a text, its day of publication and its expressions with first and last day, by the rules of docs/times.md.
dateparser, where it is installed, gets the words themselves (``DateDataParser``) for being right, and the sentence
(``search_dates``) for finding.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from communique.clauses import find_clauses
from communique.data.times import load_times
from communique.parse import load_parser
from communique.times import find_times
from communique.types import Report

FOLDER = Path(__file__).parent / "times"
Row = dict[str, Any]
Said = tuple[int, int, str | None, str | None]  # where the words stand, and their days


def main() -> None:
    paths = [Path(argument) for argument in sys.argv[1:]] or sorted(FOLDER.glob("*.jsonl"))
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        print(f"{path.name}: {len(rows)} texts, {sum(len(row['times']) for row in rows)} expressions")
        _print("communique", rows, *_ours(rows))
        if find_spec("dateparser"):
            _print("dateparser", rows, *_dateparser(rows))
        else:
            print("dateparser is not installed; `pip install dateparser` to compare")


def _ours(rows: Sequence[Row]) -> tuple[list[list[Said]], float]:
    """What our stage says, and the seconds of the stage alone: clauses are made for everything else too."""
    parser, rules = load_parser(), load_times()
    reports = [Report(id=row["id"], source_sha256="", text=row["text"], published=row["published"]) for row in rows]
    clauses = [find_clauses(parsed) for parsed in parser.parse(reports)]
    started = time.perf_counter()
    found = [find_times(c, rules, country=row["publisher_country"]) for c, row in zip(clauses, rows, strict=True)]
    seconds = time.perf_counter() - started
    return [[(t.span.start, t.span.end, t.start, t.end) for t in times.times] for times in found], seconds


def _dateparser(rows: Sequence[Row]) -> tuple[list[list[Said]], float]:
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    started = time.perf_counter()
    said: list[list[Said]] = []
    for row in rows:
        base = datetime.fromisoformat(row["published"] or "2000-01-01")
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        reader = DateDataParser(languages=["en"], settings=settings)
        found: list[Said] = []
        at = 0
        for words, _ in search_dates(row["text"], languages=["en"], settings=settings) or ():
            at = row["text"].find(words, at)
            data = reader.get_date_data(words)
            found.append((at, at + len(words), *_days(data.date_obj, data.period)))
        said.append(found)
    return said, time.perf_counter() - started


def _days(day: datetime | None, period: str) -> tuple[str | None, str | None]:
    if day is None:
        return None, None
    first = day.date()
    if period == "year":
        return date(first.year, 1, 1).isoformat(), date(first.year, 12, 31).isoformat()
    if period == "month":
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return first.replace(day=1).isoformat(), date.fromordinal(following.toordinal() - 1).isoformat()
    return first.isoformat(), first.isoformat()


def _print(name: str, rows: Sequence[Row], said: list[list[Said]], seconds: float) -> None:
    wanted = found = right = extra = 0
    missed: Counter[str] = Counter()
    for row, ours in zip(rows, said, strict=True):
        gold = _gold(row)
        pairs = [(g, next((s for s in ours if s[0] < g[1] and g[0] < s[1]), None)) for g in gold]
        wanted += len(gold)
        found += sum(s is not None for _, s in pairs)
        good = sum(s is not None and s[2:] == g[2:] for g, s in pairs)
        right += good
        extra += sum(not any(s[0] < g[1] and g[0] < s[1] for g in gold) for s in ours)
        missed[row["class"]] += len(gold) - good
    words = sum(len(row["text"].split()) for row in rows)
    print(
        f"  {name:10} found {found / wanted:.3f}, right days {right / wanted:.3f}, "
        f"{extra} found that are none, {1e6 * seconds / words:.1f} µs a word"
    )
    worst = [f"{kind} {count}" for kind, count in missed.most_common(8) if count]
    print(f"  {'':10} wrong or missed: {', '.join(worst)}")


def _gold(row: Row) -> list[Said]:
    found: list[Said] = []
    at = 0
    for expression in row["times"]:
        at = row["text"].index(expression["text"], at)
        found.append((at, at + len(expression["text"]), expression["start"], expression["end"]))
        at += len(expression["text"])
    return found


if __name__ == "__main__":
    main()
