"""A report's text -> its passages (sentences): what each means, counts, names, denies, and whether it comes back to earlier words."""

import re
from datetime import date
from typing import Literal

from msgspec import Struct

from communique.data.merging import MergingWords
from communique.record.figures import find_figures
from communique.record.roots import root_name
from communique.record.told import Figure
from communique.record.denied import find_denied
from communique.record.wording import Word, fold, split, stems
from communique.types import Actor, RecordFields, Role, Span, Time

Marker = Literal["clarifies", "retracts", "denies"]
_FEWEST = 3  # words with a meaning of their own; fewer are a headline's rest or a dateline


class Passage(Struct, frozen=True, kw_only=True, gc=False):
    """A sentence as merging sees it; the fields are those of ``Told``."""

    span: Span
    stems: tuple[str, ...]
    names: tuple[str, ...]
    figures: tuple[Figure, ...]
    denied: tuple[tuple[str, ...], ...]
    days: tuple[int, ...]
    first: int | None
    last: int | None
    near: tuple[str, ...]
    marker: Marker | None
    carried: bool
    points_to: tuple[int, ...]
    by_outlet: str | None
    entries: tuple[str, ...]
    speakers: tuple[Role, ...]


def find_passages(record: RecordFields, text: str, words: MergingWords) -> tuple[Passage, ...]:
    """The passages of a report, in order."""
    spans = record.report.sentences
    cut = [split(text[s.start : s.end], s.start) for s in spans]
    mentions = _mentions(record)
    meant = [stems(found, words) for found in cut]
    out = []
    for n, (span, found) in enumerate(zip(spans, cut, strict=True)):
        if len(meant[n]) < _FEWEST:
            continue
        sentence = text[span.start : span.end]
        times = [t for t in record.times if span.start <= t.span.start < span.end]
        marker = _marker(sentence, words) or _carried(out, record, spans, n, sentence)
        first, last = _day(times)
        out.append(
            Passage(
                span=span,
                stems=meant[n],
                names=_names(found, mentions, span, words),
                figures=find_figures(sentence, span.start, [w for w in found if not _is_timed(w, times)], words),
                denied=find_denied(found, words),
                days=_named_days(times),
                first=first,
                last=last,
                near=tuple(sorted({s for m in meant[max(0, n - 1) : n + 2] for s in m})),
                marker=marker,
                carried=marker is not None and _marker(sentence, words) is None,
                points_to=_pointed(record, spans, n) if marker else (),
                by_outlet=_by_outlet(record, spans, n) if marker else None,
                entries=_entries(record, span),
                speakers=_speakers(record, spans, n) or (_speakers(record, spans, n - 1) if marker and n else ()),
            )
        )
    return tuple(out)


def _carried(out: list[Passage], record: RecordFields, spans: tuple[Span, ...], n: int, sentence: str) -> Marker | None:
    """A quotation after a sentence that comes back to earlier words goes on with that: "She was badly advised. "The law ..." """
    before = out[-1] if out else None
    if before is None or before.marker is None or n == 0 or before.span != spans[n - 1] or before.carried:
        return None
    mine = {role.actor for role in _speakers(record, spans, n)}
    same = bool(mine & {role.actor for role in before.speakers})
    return before.marker if same and sentence.lstrip()[:1] in ('"', "\u201c") else None


def _mentions(record: RecordFields) -> list[tuple[Span, Actor]]:
    pairs = [(span, actor) for actor in record.actors for span in actor.mentions]
    return sorted(pairs, key=lambda pair: (pair[0], pair[1].id))


def _names(found: list[Word], mentions: list[tuple[Span, Actor]], span: Span, known: MergingWords) -> tuple[str, ...]:
    """States named in a sentence, and its capitalised words: "Eritrean troops at Ras Doumeira" -> ERI, doumeira, ras."""
    inside = [(s, a) for s, a in mentions if span.start <= s.start < span.end]
    states = {a.country for _, a in inside if a.country is not None}
    words = {
        w.folded
        for n, w in enumerate(found)
        if w.text[:1].isupper() and n > 0 and len(w.folded) > 2 and w.folded not in known.titles
    }
    opening = {w.folded for w in found[:1] if any(s.start <= w.start < s.end for s, a in inside if a.kind == "person")}
    return tuple(sorted(states | words | opening))


def _is_timed(word: Word, times: list[Time]) -> bool:
    return any(t.span.start <= word.start < t.span.end for t in times)


def _day(times: list[Time]) -> tuple[int | None, int | None]:
    """The one day that a sentence names; none where it names several."""
    days = {(t.start, t.end) for t in times if t.start is not None and t.granularity == "day"}
    if len(days) != 1:
        return None, None
    start, end = next(iter(days))
    return _ordinal(start), _ordinal(end)


def _named_days(times: list[Time]) -> tuple[int, ...]:
    days = {_ordinal(t.start) for t in times if t.granularity == "day" and t.start == t.end}
    return tuple(sorted(d for d in days if d is not None))


def _ordinal(day: str | None) -> int | None:
    return None if day is None else date.fromisoformat(day).toordinal()


def _marker(sentence: str, words: MergingWords) -> Marker | None:
    """Does a sentence come back to earlier words, and how?"""
    folded = " ".join(fold(sentence).split())
    if any(_stands(phrase, folded) for phrase in words.phrases.denies):
        return "denies"
    if any(_stands(phrase, folded) for phrase in words.phrases.retracts):
        return "retracts"
    return "clarifies" if any(_stands(phrase, folded) for phrase in words.phrases.clarifies) else None


def _stands(phrase: str, text: str) -> bool:
    at = text.find(phrase)
    return (
        at >= 0
        and (at == 0 or not text[at - 1].isalnum())
        and not text[at + len(phrase) : at + len(phrase) + 1].isalpha()
    )


def _pointed(record: RecordFields, spans: tuple[Span, ...], n: int) -> tuple[int, ...]:
    """The days that a passage and the one before it name: "the figure that he gave on Tuesday"."""
    lowest, highest = spans[max(0, n - 1)].start, spans[n].end
    days = {
        t.start
        for t in record.times
        if lowest <= t.span.start < highest and t.granularity == "day" and t.start == t.end
    }
    return tuple(sorted(o for day in days if (o := _ordinal(day)) is not None))


def _by_outlet(record: RecordFields, spans: tuple[Span, ...], n: int) -> str | None:
    """The outlet that corrects its own report: in a note, or "X has corrected its report"."""
    note = record.report.correction_note
    if note is not None and note.start < spans[n].end and spans[n].start < note.end:
        return root_name(record.report.publisher)
    text = record.report.text or ""
    lead = re.search(
        r"(?:The |the )?((?:[A-Z][\w.-]+ ?)+)[^.;]{0,40}\bcorrected its\b",
        text[spans[max(0, n - 1)].start : spans[n].end],
    )
    return root_name(lead.group(1)) if lead else None


def _entries(record: RecordFields, span: Span) -> tuple[str, ...]:
    """The events and statements of a sentence."""
    events = [e.id for e in record.events if span.start <= e.trigger.start < span.end]
    said = [s.id for s in record.statements if _touches(s.content or s.evidence[0], span)]
    return tuple(sorted({*events, *said}))


def _speakers(record: RecordFields, spans: tuple[Span, ...], n: int) -> tuple[Role, ...]:
    """Who speaks in a sentence."""
    roles: dict[str, Role] = {}
    for said in record.statements:
        if _touches(said.content or said.evidence[0], spans[n]):
            roles.update({role.actor: role for role in said.speakers})
    return tuple(roles[actor] for actor in sorted(roles))


def _touches(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
