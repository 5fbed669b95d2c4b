"""A report's text -> its passages (sentences): what each means, counts, names, denies, and whether it comes back to earlier words."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from communique.data.merging import MergingWords
from communique.record.chain import around, is_code, make_chain
from communique.record.denied import find_denied
from communique.record.figures import find_figures
from communique.record.markers import Marker, find_closing, find_marker, find_outlet
from communique.record.told import Figure
from communique.record.wording import Word, split, stems
from communique.types import Actor, RecordFields, Role, Span, Time

_OF_STATE = frozenset({"government", "ministry", "military", "parliament", "court", "police", "body", "population"})
_FRAGMENT = 30
_FEWEST = 2  # words with a meaning of their own; fewer are a dateline or a rest


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
    beside: tuple[str, ...]
    by_outlet: str | None
    entries: tuple[str, ...]
    speakers: tuple[Role, ...]
    chain: tuple[str, ...]


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
        asks = sentence.rstrip('"\u201d \n').endswith("?")  # a question tells nothing
        coded = _coded(found, names, inside[n], words)
        told = [] if asks else found
        counted = find_figures(sentence, span.start, [w for w in told if not _is_timed(w, times)], words)
        chain = make_chain(text, told, coded, tuple(f.span for f in counted), words)
        figures = _placed(counted, chain)
        if len(meant[n]) + len(names) + len(figures) < _FEWEST:
            continue
        own_marker = find_marker(sentence, found, words) or find_closing(text, span, words)
        marker = own_marker or _carried(out, record, spans, n)
        first, last = _day(times)
        out.append(
            Passage(
                span=span,
                stems=meant[n],
                names=names,
                figures=figures,
                denied=find_denied(sentence, span.start, _told_by_codes(told, coded), words),
                days=_named_days(times),
                first=first,
                last=last,
                near=tuple(sorted({s for m in meant[max(0, n - 1) : n + 2] for s in m})),
                marker=marker,
                carried=marker is not None and own_marker is None,
                beside=out[-1].names if marker and out else (),
                points_to=_pointed(record, spans, n) if marker else (),
                by_outlet=find_outlet(record, spans, n, words) if marker else None,
                entries=_entries(record, span),
                speakers=_speakers(record, spans, n) or (_speakers(record, spans, n - 1) if marker and n else ()),
                chain=tuple(word for word, _ in chain),
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


def _coded(
    found: list[Word], names: tuple[str, ...], inside: list[tuple[Span, Actor]], known: MergingWords
) -> dict[int, str]:
    """What stands for a word in a chain: the code of a state that it names, a name with a star."""
    coded = {w.start: f"*{w.folded}" for w in found if w.text[:1].isupper() and w.folded in names}
    coded |= {w.start: known.peoples[w.text] for w in found if w.text in known.peoples}
    for span, actor in inside:
        if actor.country is not None and actor.kind in _OF_STATE and not is_inferred(actor):
            words = [w for w in found if span.start <= w.start < span.end and w.text[:1].isupper()]
            coded |= {w.start: "" if n else actor.country for n, w in enumerate(words)}
    return coded


def _told_by_codes(found: list[Word], coded: dict[int, str]) -> list[Word]:
    """The words of a sentence, those that name a state replaced by its code."""
    kept = [(w, coded.get(w.start, w.folded)) for w in found]
    return [w if told.startswith("*") else replace(w, folded=told) for w, told in kept if told]


def _placed(figures: tuple[Figure, ...], chain: tuple[tuple[str, int], ...]) -> tuple[Figure, ...]:
    """Figures with whose and what stands beside them."""
    words, at = tuple(word for word, _ in chain), {start: n for n, (_, start) in enumerate(chain)}
    out = []
    for figure in figures:
        n = at.get(figure.span.start)
        if n is None:
            out.append(figure)
            continue
        after = next((n for n, (_, start) in enumerate(chain) if start >= figure.span.end), len(chain))
        state = words[after] if after < len(words) and is_code(words[after]) else None
        out.append(replace(figure, state=state, beside=tuple(sorted({*around(words, n)} - {*figure.of, ""}))))
    return tuple(out)


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


def _pointed(record: RecordFields, spans: tuple[Span, ...], n: int) -> tuple[int, ...]:
    """The days that a passage and the one before it name: "the figure that he gave on Tuesday"."""
    lowest, highest = spans[max(0, n - 1)].start, spans[n].end
    days = {
        t.start
        for t in record.times
        if lowest <= t.span.start < highest and t.granularity == "day" and t.start == t.end
    }
    return tuple(sorted(o for day in days if (o := _ordinal(day)) is not None))


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
