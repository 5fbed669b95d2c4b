"""How words travelled: audience, outlet, medium, hedge of one statement."""

from collections.abc import Iterator

from msgspec import Struct

from communique.clauses.clauses import Predicate
from communique.statements.page import Page
from communique.types import Medium, Role, Span

_RELAYING = frozenset({"quote", "report", "cite", "carry", "publish"})
_CARRIERS = frozenset({"in", "at", "by", "on", "via", "through", "during", "over", "to", "with", "from", "into"})


class Chain(Struct, frozen=True):
    """Through what hands words came."""

    audience: Role | None = None
    outlet: Role | None = None
    medium: Medium | None = None
    hedge: Span | None = None


def find_chain(page: Page, p: Predicate, *, tells: bool, content: Span) -> Chain:
    """To whom, through which outlet and medium a predicate reports words; what stands in the content does not count."""
    audience = _audience(page, p, tells, content)
    carriers = [(i, noun) for i, noun in _carriers(page, p) if not content.start <= page.tokens[i].start < content.end]
    outlets = [r for i, noun in carriers for r in _outlets(page, i, noun)]
    if audience is not None and page.is_outlet(audience):
        outlets.insert(0, audience)
    medium = next((m for i, _ in carriers if (m := _medium(page, i)) is not None), None)
    return Chain(audience, outlets[0] if outlets else None, medium, _hedge(page, p))


def _audience(page: Page, p: Predicate, tells: bool, content: Span) -> Role | None:
    heads = [*p.heads("object", "indirect")] if tells else []
    heads += [] if tells else [*p.heads("to"), *_of_claim(page, p)]
    outside = [h for h in heads if not content.start <= page.tokens[h].start < content.end or tells]
    found = page.roles(*outside)
    return found[0] if found else None


def _of_claim(page: Page, p: Predicate) -> list[int]:
    """ "clarified his remarks TO REUTERS": to whom the remarks were made."""
    nouns = [page.clauses.at(h) for h in p.heads("object") if page.tokens[h].lemma.lower() in page.lexicon.claims]
    return [h for n in nouns if n is not None and n.kind == "noun" for h in n.heads("to")]


def _carriers(page: Page, p: Predicate) -> Iterator[tuple[int, Predicate | None]]:
    """What stands after a preposition under a cue ("by phone", "in a letter"), and under "speaking to ..." beside it."""
    beside = [b for b in page.below.get(p.id, []) if b.link == "participle" and b.lemma in {"speak", "talk", "write"}]
    for holder in (p, *beside):
        for a in holder.arguments:
            if a.role in _CARRIERS:
                yield from ((h, page.clauses.at(h)) for h in a.heads)
    for quoting in _quoted_by(page, p):
        yield from ((h, None) for h in quoting.heads("subject", "by", "in", "on"))
    if p.lemma in {"tweet", "email", "cable"}:
        yield p.head, None


def _quoted_by(page: Page, p: Predicate) -> list[Predicate]:
    """ "..., as quoted by the Daily Reporter", "as reported by ...": clauses under the cue or its content."""
    first, last = page.sentence_of(p.head)
    inside = (page.clauses.at(i) for i in range(first, last) if page.tokens[i].tag == "VBN" and i not in page.quoted)
    return [
        q
        for q in inside
        if q is not None and q.lemma in _RELAYING and q.head > first and page.tokens[q.head - 1].lower == "as"
    ]


def _outlets(page: Page, head: int, noun: Predicate | None) -> list[Role]:
    """The outlet that a carrier is, or that it is given to: "on Fox News", "in an interview with Sputnik News"."""
    heads = [head]
    medium = page.tokens[head].lemma.lower() in page.lexicon.media
    if noun is not None and noun.kind == "noun":
        heads += (
            noun.heads("with", "to", "on", "by", "for", "in", "modifier", "possessor") if medium else noun.heads("of")
        )
    return [r for r in page.roles(*heads) if page.is_outlet(r)]


def _medium(page: Page, head: int) -> Medium | None:
    found = page.lexicon.media.get(page.tokens[head].lemma.lower()) or page.lexicon.media.get(page.tokens[head].lower)
    return None if found is None else Medium(name=found.name, span=page.span(head, head + 1))


def _hedge(page: Page, p: Predicate) -> Span | None:
    near = range(max(p.head - 3, 0), p.head)
    hedges = [i for i in near if page.tokens[i].lower in page.lexicon.hedges]
    return page.span(hedges[-1], hedges[-1] + 1) if hedges else None
