""" "According to X": a statement of X, or the outlet of one that stands beside it."""

from msgspec import Struct

from communique.statements.content import trim
from communique.statements.page import Page
from communique.statements.voices import voice_at
from communique.types import Role, Span

_CITING = frozenset({"cite", "quote"})


class According(Struct, frozen=True):
    """A source named by "according to": the cue, who it is, and the words that it answers for; ``outlet`` is the medium
    that cites the source."""

    cue: Span
    first: int
    source: tuple[Role, ...]
    content: Span | None
    outlet: Role | None = None


def find_according(page: Page) -> list[According]:
    """Every "according to" of the report outside quotations."""
    return [
        _read(page, t.i)
        for t in page.tokens[:-2]
        if t.lower == "according"
        and page.tokens[t.i + 1].lower == "to"
        and t.i not in page.quoted
        and page.tokens[t.i + 2].lower not in {"which", "whom"}
    ]


def _read(page: Page, first: int) -> According:
    begin, end = page.sentence_of(first)
    heads = [c for c in page.children[first + 1] if c > first + 1] or [first + 2]
    last = _end_of_source(page, first, heads, end)
    content = _content(page, first, last, (begin, end))
    empty = content is None or content[1] - content[0] < 2  # "That's according to ..."
    span = None if content is None or empty else page.span(*content)
    source = _source(page, heads)
    outlet = next((r for r in source if page.is_outlet(r)), None)
    cited = () if outlet is None else _cited(page, first, end)
    return According(page.span(first, first + 2), first, cited or source, span, outlet if cited else None)


def _cited(page: Page, first: int, end: int) -> tuple[Role, ...]:
    """ "According to the agency, CITING TWO DOCTORS", "..., which quoted a general"."""
    found = (page.clauses.at(i) for i in range(first + 3, min(first + 14, end)) if page.tokens[i].lemma in _CITING)
    told = (h for p in found if p is not None and p.kind == "verb" and not p.passive for h in p.heads("object"))
    return tuple(r for h in told for r in voice_at(page, h))


def _end_of_source(page: Page, first: int, heads: list[int], end: int) -> int:
    """The end of the phrase that names the source; the parser may hang half the sentence on it, so a comma ends it."""
    last = max(page.edges(h)[1] for h in heads)
    commas = [i for i in range(first + 2, end) if page.tokens[i].text in {",", ";", "—", "–"}]
    comma = next(iter(commas), end)
    if comma + 1 < end and page.tokens[comma + 1].lower in {"which", "who", "whose"}:
        return next((i for i in commas if i > comma), last)  # "according to the daily, which cited officials, ..."
    return min(last, comma) if comma > first + 2 else last


def _source(page: Page, heads: list[int]) -> tuple[Role, ...]:
    """The party, or the one that published the "report", "poll" or "statement" named."""
    found = page.roles(*heads)
    if found:
        return found
    nouns = [p for h in heads if (p := page.clauses.at(h)) is not None and p.kind == "noun"]
    inside = [h for n in nouns for h in n.heads("possessor", "by", "from", "of", "modifier")]
    below = [h for n in nouns for b in page.below.get(n.id, []) for h in b.heads("subject", "by")]
    return page.roles(*inside) or tuple(r for h in below for r in voice_at(page, h, surely=False))


def _content(page: Page, first: int, last: int, sentence: tuple[int, int]) -> tuple[int, int] | None:
    begin, end = sentence
    stop = next((i for i in range(last, end) if page.tokens[i].text == ";" and i not in page.quoted), end)
    tail = trim(page, (last, stop))
    says = any(t.pos in {"VERB", "AUX"} for t in page.tokens[begin:first])
    if (not says and tail is not None) or (
        tail is not None and page.tokens[first - 1].pos in {"PUNCT", "CCONJ"} and _opens(page, first)
    ):
        return tail
    start = max((i + 1 for i in range(begin, first) if page.tokens[i].text == ";"), default=begin)
    return trim(page, (start, first))


def _opens(page: Page, first: int) -> bool:
    """ "..., which, according to AFP, both have criticised": the words before it only lead in to what it answers for."""
    at = first - 2
    return at >= 0 and page.tokens[at].lower in {"which", "who", "that", "and", "but", ";", "where"}
