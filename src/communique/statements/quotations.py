"""Which predicate, if any, gives each quotation to somebody: the one beside it, the clause before it, or none."""

from typing import Literal

from msgspec import Struct

from communique.clauses.clauses import Predicate
from communique.parse.parsed import Quote
from communique.statements.cues import find_quoting
from communique.statements.page import Page
from communique.types import Span

_ENDS = frozenset(".?!;")
_TIES = frozenset({",", ":", "that", "—", "–", "-"})
# The cue of "..., Zamir Kabulov, the special envoy of the president for the region, told Reuters" stands 12 words on;
# no cue of the development reports stands farther than 32.
_REACH = 40


class Attached(Struct, frozen=True):
    """A quotation, and how it comes to its speaker.

    ``by`` is the cue beside it (``tie`` is ``cue``), the predicate of the clause that it follows (``clause``), or
    None for a quotation that stands free (``free``). ``content`` is the quotation, or more words where it ends a clause
    that a cue follows.
    """

    content: Span
    number: int
    tie: Literal["cue", "clause", "free"]
    by: Predicate | None = None


def attach_quotes(page: Page) -> list[Attached]:
    """The quotations that are speech, each with what gives it to somebody; phrases inside a clause are left out."""
    cues = find_quoting(page)
    out: list[Attached] = []
    used: set[int] = set()
    for n, quote in enumerate(page.quotes):
        first, last = page.at(quote.span.start), page.at(quote.span.end)
        if first >= last:
            continue
        found = _attach(page, cues, used, n, first, last)
        if found is not None:
            out.append(found)
            used.update([found.by.head] if found.by is not None and found.tie == "cue" else [])
    return _join(page, out)


def _attach(page: Page, cues: dict[int, Predicate], used: set[int], n: int, first: int, last: int) -> Attached | None:
    span = page.quotes[n].span
    whole = _is_sentence(page, first, last)
    before = _cue_before(page, cues, first)
    if before is not None and (_quotes_first(page, before) or whole or before.head in used):
        return Attached(span, n, "cue", before)
    after = _cue_after(page, cues, page.quotes[n], first, last)
    if after is not None and (whole or not _tells_its_own(page, after)):
        return Attached(Span(_start_of_clause(page, first), span.end), n, "cue", after)
    if not whole:
        return None
    if _begins(page, first):
        return Attached(span, n, "free")
    clause = _clause_before(page, first)
    return None if clause is None else Attached(span, n, "clause", clause)


def _quotes_first(page: Page, p: Predicate) -> bool:
    """Is a quotation the first thing that a cue asks for ("said"), rather than one of several ("condemned")?"""
    return page.lexicon.verbs[p.lemma].takes[0] == "quote"


def _is_sentence(page: Page, first: int, last: int) -> bool:
    """Is a quotation speech rather than a phrase or a title: it starts as a sentence does and has a verb or an end?"""
    words = [t for t in page.tokens[first:last] if t.pos != "PUNCT" and any(c.isalnum() for c in t.text)]
    initial = next((c for c in words[0].text if c.isalnum()), "a") if words else "a"
    if len(words) < 3 or not (initial.isupper() or initial.isdigit()):
        return False
    verbs = sum(t.pos in {"VERB", "AUX"} and t.tag not in {"VBG", "VBN"} for t in words)
    return verbs > 0 or any(t.text[-1] in ".?!" for t in page.tokens[last - 2 : last])


def _begins(page: Page, first: int) -> bool:
    """Does a quotation stand at the start of a paragraph or sentence?"""
    if first == 0 or page.breaks(first):
        return True
    before = page.tokens[first - 1]
    return before.text[-1] in ".?!;" or first - 1 in page.quoted


def _cue_before(page: Page, cues: dict[int, Predicate], first: int) -> Predicate | None:
    """ "Orlov said on Monday: QUOTE", "adding QUOTE": the cue before, with nothing said between the two."""
    if first == 0 or page.breaks(first):
        return None
    beside = cues.get(first - 1)
    tied = page.tokens[first - 1].lower in _TIES or (beside is not None and _quotes_first(page, beside))
    for i in range(first - 1, max(first - _REACH, -1), -1):
        if i in cues and page.tokens[i - 1].lower == "as" and page.tokens[i].tag == "VBN":
            continue  # "Orlov said - as reported by the Daily Mail - QUOTE": the aside names the outlet, not the cue
        if i in cues:
            return cues[i] if tied else None
        if page.tokens[i].text in _ENDS or page.breaks(i + 1) or (i in page.quoted) or _tells(page, i):
            return None
    return None


def _cue_after(page: Page, cues: dict[int, Predicate], quote: Quote, first: int, last: int) -> Predicate | None:
    """ "QUOTE, Orlov said", "QUOTE, said Orlov, the envoy": the cue after, with only its own subject between."""
    ending = last - 1 - quote.closed
    inner = page.tokens[ending].text if ending > first else ""
    if last >= len(page.tokens) or page.breaks(last) or (inner[-1:] == "." and page.tokens[last].text[:1].isupper()):
        return None
    comma = inner[-1:] in {",", "?", "!", "-", "—", "…"} or page.tokens[last].text in {",", "—", "–"}
    start = last + (page.tokens[last].text in {",", "—", "–"})
    for i in range(start, min(start + _REACH, len(page.tokens))):
        if i in cues:
            p = cues[i]
            return p if page.tokens[i].tag != "VBG" and (comma or _starts_clause(page, p, start)) else None
        if page.tokens[i].text in _ENDS or page.breaks(i) or i in page.quoted or _tells(page, i):
            return None
    return None


def _tells_its_own(page: Page, p: Predicate) -> bool:
    """ "..., QUOTE, but the envoy noted THAT it was late": the cue tells a clause after it, not the quotation before."""
    below = page.below.get(p.id, ())
    return any(
        b.link == "complement" and b.kind != "noun" and b.head > p.head and b.head not in page.quoted for b in below
    )


def _tells(page: Page, i: int) -> bool:
    """Does a token head a clause that stands between a quotation and a cue, other than a relative one or an aside? A
    name may look like a verb ("Ebeling said")."""
    p = page.clauses.at(i) if page.tokens[i].text[:1].islower() else None
    return p is not None and p.kind == "verb" and p.link not in {"relative", "participle"} and p.head == i


def _starts_clause(page: Page, p: Predicate, start: int) -> bool:
    """Is a token the first of a cue's clause: the cue itself, or the start of its subject?"""
    phrases = (page.clauses.phrases.get(h) for h in p.heads("subject"))
    return start == p.head or any(s is not None and s.start == page.tokens[start].start for s in phrases)


def _start_of_clause(page: Page, first: int) -> int:
    """ "Monday will bring 'a new era,' he said": the content begins with the sentence; for a whole quotation, with it."""
    i = first
    while i > 0 and not page.breaks(i) and page.tokens[i - 1].text[-1] not in ".?!;:":
        if i - 1 in page.quoted and page.tokens[i - 2].text[-1] in ".?!,":
            break
        i -= 1
    while i < first and page.tokens[i].lower in {"that", "but", "and", ",", "however"}:
        i += 1
    return page.tokens[i].start


def _clause_before(page: Page, first: int) -> Predicate | None:
    """ "He defended his decision, QUOTE", "He praised his life: QUOTE": the main clause before a colon or comma."""
    if page.tokens[first - 1].text not in {":", ","}:
        return None
    start = page.sentence_of(first - 1)[0]
    found = [p for i in range(start, first) if (p := page.clauses.at(i)) is not None and p.head == i]
    told = [p for p in found if p.kind == "verb" and p.heads("subject") and _is_main(page, p, first)]
    return told[0] if told else None


def _is_main(page: Page, p: Predicate, first: int) -> bool:
    """Is a verb that of the main clause? The parser may put it under a verb of the quotation that follows."""
    above = None if p.above is None else page.clauses.predicates[p.above]
    return p.link == "root" or (p.link == "complement" and above is not None and above.head >= first)


def _join(page: Page, found: list[Attached]) -> list[Attached]:
    """A quotation interrupted by its cue is one, and so is one that repeats its opening mark over paragraphs."""
    out: list[Attached] = []
    for a in found:
        last = out[-1] if out else None
        if last is not None and (page.quotes[a.number].continues or _is_interrupted(page, last, a)):
            by, tie = (last.by, last.tie) if last.by is not None else (a.by, a.tie)
            out[-1] = Attached(Span(last.content.start, a.content.end), a.number, tie, by)
        else:
            out.append(a)
    return out


def _is_interrupted(page: Page, a: Attached, b: Attached) -> bool:
    """ "A," he said, "b": the cue of both stands between them; or "A," he said. "B": its sentence does, in one paragraph."""
    if a.by is None or a.tie != "cue" or not a.content.end <= page.tokens[a.by.head].start < b.content.start:
        return False
    if a.by is b.by:
        return True
    start = page.at(b.content.start)
    told = page.tokens[start - 1].sentence == page.tokens[a.by.head].sentence
    return b.tie == "free" and told and not page.breaks(start) and start - 1 not in page.quoted
