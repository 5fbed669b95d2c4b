"""A report's text -> its passages (sentences): what each means, counts, names, denies, and whether it comes back to earlier words."""

import re
from datetime import date
from functools import cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from communique.data.merging import MergingWords
from communique.record.denied import find_denied
from communique.record.figures import find_figures
from communique.record.roots import root_name
from communique.record.told import Figure
from communique.record.wording import Word, fold, split, stems
from communique.types import Actor, RecordFields, Role, Span, Time

Marker = Literal["clarifies", "retracts", "denies"]
_OF_STATE = frozenset({"government", "ministry", "military", "parliament", "court", "police", "body", "population"})
_CORRECTED = re.compile(
    r"(?:The |the )?((?:[A-Z][\w.-]+ ?)+)[^.;]{0,40}\b(?:corrected|withdrew|retracted|amended|has withdrawn|apologi[sz]ed for) (?:its|an earlier|a) "
)
_OWN = re.compile(
    r"\b(?:we|this (?:newspaper|paper|bulletin|agency|station|programme|service|broadcaster|magazine|website|page))\b[^.;]{0,40}"
    r"\b(?:said|reported|wrote|gave|named|stated|told|carried|published|misstated|printed|quoted|put|called|described|had)\b"
)
_CONTRAST = re.compile(
    r"\bhad (?:only )?\w+ed\b[^.;:]{0,40}, not\b"
)  # "that she had praised the voters, not the count"
_FRAGMENT = 30
_FEWEST = 2  # words with a meaning of their own; fewer are a dateline or a rest


class Passage(Struct, frozen=True, kw_only=True, gc=False):
    """A sentence as merging sees it; the fields are those of ``Told``."""

    span: Span
    stems: tuple[str, ...]
    names: tuple[str, ...]
    figures: tuple[Figure, ...]
    subject: str | None
    denied: tuple[tuple[str, ...], ...]
    days: tuple[int, ...]
    first: int | None
    last: int | None
    near: tuple[str, ...]
    marker: Marker | None
    carried: bool
    points_to: tuple[int, ...]
    beside: tuple[str, ...]
    by_outlet: str | None
    entries: tuple[str, ...]
    speakers: tuple[Role, ...]


def find_passages(record: RecordFields, text: str, words: MergingWords) -> tuple[Passage, ...]:
    """The passages of a report, in order."""
    spans = _joined(record.report.sentences, text)
    cut = [split(text[s.start : s.end], s.start) for s in spans]
    mentions = _mentions(record)
    inside = [[(m, a) for m, a in mentions if s.start <= m.start < s.end] for s in spans]
    own = [_without_states(found, named) for found, named in zip(cut, inside, strict=True)]
    meant = [stems(_without_people(found, named), words) for found, named in zip(own, inside, strict=True)]
    out: list[Passage] = []
    for n, (span, found) in enumerate(zip(spans, cut, strict=True)):
        sentence = text[span.start : span.end]
        names = _names(own[n], found[:1], inside[n], words)
        times = [t for t in record.times if span.start <= t.span.start < span.end]
        figures = find_figures(sentence, span.start, [w for w in found if not _is_timed(w, times)], words)
        if len(meant[n]) + len(names) + len(figures) < _FEWEST:
            continue
        own_marker = _marker(sentence, found, words) or _closing(text, span, words)
        marker = own_marker or _carried(out, record, spans, n)
        first, last = _day(times)
        out.append(
            Passage(
                span=span,
                stems=meant[n],
                names=names,
                figures=figures,
                subject=_subject(inside[n]),
                denied=find_denied(sentence, span.start, own[n], words),
                days=_named_days(times),
                first=first,
                last=last,
                near=tuple(sorted({s for m in meant[max(0, n - 1) : n + 2] for s in m})),
                marker=marker,
                carried=marker is not None and own_marker is None,
                beside=out[-1].names if marker and out else (),
                points_to=_pointed(record, spans, n) if marker else (),
                by_outlet=_by_outlet(record, spans, n, words) if marker else None,
                entries=_entries(record, span),
                speakers=_speakers(record, spans, n) or (_speakers(record, spans, n - 1) if marker and n else ()),
            )
        )
    return _with_paragraphs(out, text)


def _joined(spans: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Sentences, with a lone mark or word that stands apart joined to the next of its paragraph."""
    out: list[Span] = []
    rest: Span | None = None
    for span in spans:
        start = rest.start if rest is not None and "\n" not in text[rest.start : span.start] else span.start
        whole = Span(start, span.end)
        rest = whole if _is_fragment(text[start : span.end]) else None
        if rest is None:
            out.append(whole)
    return tuple(out)


def _is_fragment(text: str) -> bool:
    """A lone mark, a lone word."""
    return len(text) < _FRAGMENT and len(split(text)) < 2


def _with_paragraphs(found: list[Passage], text: str) -> tuple[Passage, ...]:
    """A paragraph in which an outlet corrects itself is a note as a whole."""
    notes = {_paragraph(text, p.span): p for p in found if p.by_outlet is not None}
    return tuple(
        replace(p, marker=note.marker, by_outlet=note.by_outlet)
        if (note := notes.get(_paragraph(text, p.span))) is not None
        else p
        for p in found
    )


def _paragraph(text: str, span: Span) -> int:
    return text.rfind("\n", 0, span.start)


def _carried(out: list[Passage], record: RecordFields, spans: tuple[Span, ...], n: int) -> Marker | None:
    """What the same speaker goes on to say after coming back to earlier words, and all of a note after its first words."""
    before = out[-1] if out else None
    if before is None or before.marker is None or n == 0 or before.span != spans[n - 1]:
        return None
    if before.carried:
        return None
    mine = {role.actor for role in _speakers(record, spans, n)}
    text = record.report.text or ""
    goes_on = before.marker == "retracts" and "\n" not in text[before.span.end : spans[n].start]
    return before.marker if goes_on or mine & {role.actor for role in before.speakers} else None


def _mentions(record: RecordFields) -> list[tuple[Span, Actor]]:
    pairs = [(span, actor) for actor in record.actors for span in actor.mentions]
    return sorted(pairs, key=lambda pair: (pair[0], pair[1].id))


def _names(
    own: list[Word], first: list[Word], inside: list[tuple[Span, Actor]], known: MergingWords
) -> tuple[str, ...]:
    """States named in a sentence, and its names: "Eritrean troops at Ras Doumeira" -> ERI, doumeira, ras; no titles."""
    codes = {a.country for _, a in inside if a.country is not None and not is_inferred(a)}
    people = [s for s, a in inside if a.kind == "person"]
    names = {
        w.folded
        for w in own
        if w.text[:1].isupper() and len(w.folded) > 2 and w.folded not in known.titles
        if w not in first or any(s.start <= w.start < s.end for s in people)
    }
    return tuple(sorted(codes | names))


def _without_people(found: list[Word], inside: list[tuple[Span, Actor]]) -> list[Word]:
    """The words but those of people's names, which are compared as names."""
    spans = [s for s, a in inside if a.kind == "person"]
    return [w for w in found if not (w.text[:1].isupper() and any(s.start <= w.start < s.end for s in spans))]


def is_inferred(actor: Actor) -> bool:
    """ "Police", "soldiers of the two countries": whose they are is the reading's guess, and often wrong."""
    return actor.provisional and not any(w[:1].isupper() for w in actor.name.split())


def _without_states(found: list[Word], inside: list[tuple[Span, Actor]]) -> list[Word]:
    """The words but those that only name a state or its bodies: "Eritrean" and "Eritrea" are both ERI."""
    spans = [s for s, a in inside if a.country is not None and a.kind in _OF_STATE]
    return [w for w in found if not (w.text[:1].isupper() and any(s.start <= w.start < s.end for s in spans))]


def _subject(inside: list[tuple[Span, Actor]]) -> str | None:
    """The state that a sentence names first: of "Peruvian police seized the dredges" PER."""
    return next((a.country for _, a in inside if a.country is not None and not is_inferred(a)), None)


def _is_timed(word: Word, times: list[Time]) -> bool:
    return any(t.span.start <= word.start < t.span.end and t.granularity == "day" for t in times)


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


def _marker(sentence: str, found: list[Word], words: MergingWords) -> Marker | None:
    """Does a sentence come back to earlier words, and how?"""
    folded = " ".join(fold(sentence).split())
    phrases = words.phrases
    if _says(folded, phrases.denies):
        return "denies"
    if _says(folded, phrases.retracts) or _takes_back(found, words):
        return "retracts"
    return "clarifies" if _says(folded, phrases.clarifies) or _CONTRAST.search(folded) else None


def _closing(text: str, span: Span, words: MergingWords) -> Marker | None:
    """In the last paragraph, where notes stand, an outlet speaks of its own report to correct it."""
    last = span.start >= text.rstrip().rfind("\n")
    return (
        "retracts" if last and _says(fold(_unquoted(text[span.start : span.end])), words.phrases.own_report) else None
    )


def _takes_back(words_of: list[Word], words: MergingWords) -> bool:
    """ "Withdrew his claim", "took the remark back"."""
    if not any(word.folded in words.phrases.taking_back for word in words_of):
        return False
    found = [word.folded for word in words_of]
    return any(
        words.phrases.claims & set(found[n + 1 : n + 5])
        and (word not in ("took", "taken", "takes") or "back" in found[n : n + 6])
        for n, word in enumerate(found)
        if word in words.phrases.taking_back
    )


def _says(text: str, phrases: tuple[str, ...]) -> bool:
    return _pattern(phrases).search(text) is not None


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")(?![a-z])")


def _pointed(record: RecordFields, spans: tuple[Span, ...], n: int) -> tuple[int, ...]:
    """The days that a passage and the one before it name: "the figure that he gave on Tuesday"."""
    lowest, highest = spans[max(0, n - 1)].start, spans[n].end
    days = {
        t.start
        for t in record.times
        if lowest <= t.span.start < highest and t.granularity == "day" and t.start == t.end
    }
    return tuple(sorted(o for day in days if (o := _ordinal(day)) is not None))


def _by_outlet(record: RecordFields, spans: tuple[Span, ...], n: int, words: MergingWords) -> str | None:
    """The outlet that corrects its own report: in a note, by "our report", or told of by another that it has."""
    text = record.report.text or ""
    note = record.report.correction_note
    if note is not None and note.start < spans[n].end and spans[n].start < note.end:
        return root_name(record.report.publisher)
    around = text[spans[max(0, n - 1)].start : spans[n].end]
    if _is_own(fold(_unquoted(around)), words) or _heads_note(text, spans[n], words):
        return root_name(record.report.publisher)
    publisher = record.report.publisher
    if publisher is not None and re.search(re.escape(publisher) + r"[^.]{0,20} (?:reported|said|wrote|gave)\b", around):
        return root_name(publisher)
    lead = _CORRECTED.search(around)
    return root_name(lead.group(1)) if lead else None


def _is_own(text: str, words: MergingWords) -> bool:
    """ "We reported", "our article", "this newspaper wrote": an outlet of itself."""
    return _says(text, words.phrases.own_report) or _OWN.search(text) is not None


def _unquoted(text: str) -> str:
    """A text without what stands within marks: "our" is the speaker's there."""
    return re.sub(r"[\"\u201c][^\"\u201d]*[\"\u201d]?", " ", text)


def _heads_note(text: str, span: Span, words: MergingWords) -> bool:
    """Does the paragraph begin as a note does: "Correction:", "Editor's note -", "(Corrects the second paragraph)"?"""
    begin = text.rfind("\n", 0, span.start) + 1
    head = fold(text[begin : begin + 40]).lstrip("([*- ")
    return any(head.startswith(word) for word in words.phrases.note)


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
