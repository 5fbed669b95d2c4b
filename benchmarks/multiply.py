"""A few read reports -> as many as are wanted: a synthetic record, said so wherever it is measured.

Week n has the base reports again: their days n weeks later, and three of five of their words exchanged for others of
the same length, by one table for the week. So offsets stay true, reports of one week resemble each other as before, those
of different weeks do not copy each other, and words and names are as frequent as in news.
"""

import random
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

import msgspec

from communique.api import Record, read_reports
from communique.reading import read_paths
from communique.types import Report

BASE = Path(__file__).parent / "stories" / "reports.jsonl"
_DAY = re.compile(rb'"(\d{4}-\d\d-\d\d)"')
_WORD = re.compile(r"\b[a-z]{3,}\b")
_EXCHANGED = 0.6
_FIRST = date(1980, 1, 1)


def base_records() -> list[Record]:
    """The 40 reports of benchmarks/stories, read."""
    return list(read_reports(item for item in read_paths([BASE]) if isinstance(item, Report)))


def multiplied(base: list[Record], number: int) -> Iterator[Record]:
    """So many records, week by week."""
    words = sorted({word for record in base for word in _WORD.findall(record.report.text or "")})
    first = min(record.report.published or "9" for record in base)
    weeks = (_week(base, n, _table(words, n), first) for n in count())
    return islice((record for week in weeks for record in week), number)


def _week(base: list[Record], n: int, table: dict[str, str], first: str) -> Iterator[Record]:
    shift = _FIRST - date.fromisoformat(first) + timedelta(weeks=n)
    for record in base:
        data = _DAY.sub(lambda m: b'"%s"' % _shifted(m[1], shift), msgspec.json.encode(record))
        name = record.report.id
        data = data.replace(f'"{name}"'.encode(), f'"{name}-{n}"'.encode()).replace(
            f'"{name}#'.encode(), f'"{name}-{n}#'.encode()
        )
        found = msgspec.json.decode(data, type=Record)
        text = _WORD.sub(lambda m: table.get(m[0], m[0]), found.report.text or "")
        yield msgspec.structs.replace(found, report=msgspec.structs.replace(found.report, text=text))


def _shifted(day: bytes, shift: timedelta) -> bytes:
    try:
        return (date.fromisoformat(day.decode()) + shift).isoformat().encode()
    except (ValueError, OverflowError):
        return day


def _table(words: Iterable[str], n: int) -> dict[str, str]:
    """Which word stands for which in a week: of the same length, so that every span stays where it is."""
    if n == 0:
        return {}
    chance = random.Random(n)
    lengths: dict[int, list[str]] = {}
    for word in words:
        if chance.random() < _EXCHANGED:
            lengths.setdefault(len(word), []).append(word)
    return {
        word: other
        for group in lengths.values()
        for word, other in zip(group, chance.sample(group, len(group)), strict=True)
    }
