"""The words that a predicate reports, by the shapes that its entry in the lexicon allows."""

from communique.clauses.clauses import Predicate
from communique.data.statements import Cue, Frame
from communique.statements.page import Page

_TRAILING = frozenset({",", ";", ":", ".", "?", "!", "-", "–", "—", "and", "but", "while", "or"})
_LEADING = frozenset({"that", ",", ":", "-", "–", "—"})
_CLAUSAL = frozenset({"complement", "coordinate"})
Tokens = tuple[int, int]


def find_content(page: Page, p: Predicate, cue: Cue) -> tuple[Tokens, Frame] | None:
    """The tokens ``[first, last)`` of what a predicate reports, and the frame that gave them; None if it has none."""
    for frame in cue.takes:
        found = _FRAMES[frame](page, p) if frame in _FRAMES else None
        if found is not None and (trimmed := trim(page, found)) is not None:
            return trimmed, frame
    return None


def trim(page: Page, tokens: Tokens) -> Tokens | None:
    """Without the marks and connectives at the ends; None if nothing is left."""
    first, last = tokens
    while first < last and page.tokens[first].lower in _LEADING:
        first += 1
    while last > first and page.tokens[last - 1].lower in _TRAILING:
        last -= 1
    return (first, last) if first < last else None


def _clause(page: Page, p: Predicate) -> Tokens | None:
    if page.tokens[p.words[-1]].lower == "clear":
        return _after_clear(page, p)
    below = [b for b in page.below.get(p.id, []) if b.link == "complement" and b.kind != "noun"]
    after = [b for b in below if _carrier(page, b) > p.head]
    if after:
        return _to_the_end(page, p, _union(page, p, [_carrier(page, b) for b in after]))
    if below:
        return _before(page, p, _union(page, p, [_carrier(page, b) for b in below]))
    return _fronted(page, p)


def _carrier(page: Page, p: Predicate) -> int:
    """The token that the whole clause hangs on: the copula of an adjective, else the head."""
    head = page.tokens[p.head].head
    return head if p.kind == "adjective" and page.clauses.by_head.get(head) == p.id else p.head


def _union(page: Page, p: Predicate, heads: list[int], keep: frozenset[int] = frozenset()) -> Tokens:
    """All that hangs on some tokens, save the reporting clause itself and what reports more words beside it."""
    without = frozenset({p.head, *_cut(page, p, heads)}) - keep
    edges = [page.edges(h, without) for h in heads]
    return min(e[0] for e in edges), max(e[1] for e in edges)


def _cut(page: Page, p: Predicate, heads: list[int]) -> list[int]:
    """Cues that the parser hung inside the content though they go on beside the one above it.

    "He emphasized that a raid would be met and urged the parties to talk" (clauses ties "urged" to "emphasized");
    "..., adding that": a participle of saying at the end.
    """
    below = [b for b in page.below.get(p.id, []) if b.link in {"coordinate", "participle"}]
    for head in heads:
        inside = page.below.get(page.clauses.by_head.get(head, -1), [])
        below += [b for b in inside if b.link == "participle" and b.lemma in page.lexicon.verbs]
    return [b.head for b in below if b.head > p.head and b.kind != "noun" and b.head not in page.quoted]


def _to_the_end(page: Page, p: Predicate, tokens: Tokens) -> Tokens:
    """Words that follow a reported clause with no mark between belong to it, wherever the parser hung them."""
    first, last = tokens
    end = page.sentence_of(p.head)[1]
    while last < end and (page.tokens[last].pos not in {"PUNCT", "CCONJ"} and page.tokens[last].lower != "according"):
        if (
            last in page.clauses.by_head
            and page.clauses.predicates[page.clauses.by_head[last]].lemma in page.lexicon.verbs
        ):
            break
        last += 1
    return first, last


def _before(page: Page, p: Predicate, tokens: Tokens) -> Tokens | None:
    """ "The talks had failed, Orlov said": up to the comma before the reporting clause."""
    first, last = tokens
    own = [page.edges(c)[0] for h in p.heads("subject") for c in (h,) if h < p.head and h >= last - 1]
    return first, min([last, *own])


def _after_clear(page: Page, p: Predicate) -> Tokens | None:
    """ "made clear that ...", "made clear the need for ...": the parser has no stable reading, so all that follows."""
    last = _union(page, p, [i for i in page.children[p.head] if i not in _cut(page, p, [])] or [p.head])[1]
    return (p.words[-1] + 1, last) if last > p.words[-1] + 1 else None


def _fronted(page: Page, p: Predicate) -> Tokens | None:
    """The content is the clause that the reporting one was hung on ("..., Orlov said" as a parenthesis)."""
    if p.above is None or p.link != "complement" or not p.heads("subject"):
        return None
    above = page.clauses.predicates[p.above]
    if above.head > p.head or above.head in page.quoted or above.lemma in page.lexicon.verbs:
        return None
    start = page.edges(p.head)[0]
    if start == 0 or page.tokens[start - 1].lower not in {",", "—", "–", "-"} and page.tokens[start].lower != ",":
        return None
    first, last = page.edges(_carrier(page, above), frozenset({p.head}))
    return first, last


def _object(page: Page, p: Predicate) -> Tokens | None:
    heads = [a.heads[0] for a in p.arguments if a.role == "object" and a.source in {"own", "coordinate"}]
    heads = [h for h in heads if h > p.head]
    return _union(page, p, heads) if heads and page.tokens[heads[0]].pos != "PRON" else None


def _object_to(page: Page, p: Predicate) -> Tokens | None:
    below = [b for b in page.below.get(p.id, []) if b.link == "infinitive" and b.head > p.head]
    if not below:
        return None
    objects = [h for h in p.heads("object", "indirect") if p.head < h < below[0].head]
    if not objects and not any(p.head < h < below[0].head for b in below for h in b.heads("subject")):
        return None
    first, last = _union(page, p, [*objects, *(_carrier(page, b) for b in below)])
    return max(first, p.head + 1), last


def _to(page: Page, p: Predicate) -> Tokens | None:
    below = [_carrier(page, b) for b in page.below.get(p.id, []) if b.link == "infinitive" and b.head > p.head]
    return _union(page, p, below) if below else None


def _gerund(page: Page, p: Predicate) -> Tokens | None:
    below = [b.head for b in page.below.get(p.id, []) if b.link == "gerund" and b.head > p.head and b.marker is None]
    return _union(page, p, below) if below else None


def _marked(page: Page, p: Predicate, *words: str) -> list[int]:
    """Tokens that a preposition ties to the predicate or to its object, noun or gerund, after the cue."""
    heads = [h for h in p.heads(*words) if h > p.head]
    heads += [b.head for b in page.below.get(p.id, []) if b.link == "gerund" and b.marker in words and b.head > p.head]
    if not heads:
        holders = [page.clauses.at(o) for o in p.heads("object")]
        heads = [h for o in holders if o is not None and o.kind == "noun" for h in o.heads(*words) if h > p.head]
    return heads


def _prepositional(*words: str):  # type: ignore[no-untyped-def]
    def content(page: Page, p: Predicate) -> Tokens | None:
        heads = _marked(page, p, *words)
        return _union(page, p, heads) if heads else None

    return content


_FRAMES = {
    "clause": _clause,
    "object": _object,
    "object-to": _object_to,
    "to": _to,
    "gerund": _gerund,
    "as": _prepositional("as"),
    "for": _prepositional("for"),
    "of": _prepositional("of", "about"),
    "against": _prepositional("against"),
    "to-noun": _prepositional("to"),
}
