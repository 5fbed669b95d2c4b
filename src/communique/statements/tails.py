"""Reporting clauses at the end of a sentence that the parser takes apart: "Two trains stopped, A SPOKESMAN, Ada Cole, TOLD
the agency" with the spokesman set beside the trains."""

from msgspec.structs import replace

from communique.clauses.clauses import Argument, Predicate
from communique.statements.content import trim
from communique.statements.cues import Report
from communique.statements.page import Page
from communique.statements.statements import Draft

_LOST = frozenset({"coordinate", "adverbial", "participle", "complement", "nominal"})
_FINITE = frozenset({"VBD", "VBZ"})
_LONGEST = 16  # words of whoever speaks
_LEAST = 4  # words of what is told


def add_tails(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with one for each such clause."""
    done = {d.predicate.head for d in drafts if d.predicate is not None}
    free = (p for p in page.clauses.predicates if _is_lost(page, p) and p.head not in done)
    new = [d for p in free if (d := _draft(page, p)) is not None]
    return sorted([*drafts, *new], key=lambda d: (d.place, d.content)) if new else drafts


def _is_lost(page: Page, p: Predicate) -> bool:
    """Is a finite verb of saying left with neither a subject of its own nor words that it tells?"""
    cue = page.lexicon.verbs.get(p.lemma) if p.kind == "verb" else None
    if cue is None or cue.takes[0] != "quote" or page.tokens[p.head].tag not in _FINITE or p.link not in _LOST:
        return False
    own = any(a.role == "subject" and a.source == "own" for a in p.arguments)
    tells = any(b.link == "complement" and b.kind != "noun" and b.head > p.head for b in page.below.get(p.id, ()))
    return not (own or tells or p.passive or p.negated or p.marker or p.head in page.quoted)


def _draft(page: Page, p: Predicate) -> Draft | None:
    begin, end = page.sentence_of(p.head)
    subject = _subject(page, p, begin)
    if subject is None or any(page.tokens[i].pos == "VERB" for i in range(p.head + 1, end)):
        return None
    told = trim(page, (begin, page.edges(subject, frozenset({p.head}))[0]))
    if told is None or told[1] - told[0] < _LEAST or not _has_verb(page, told):
        return None
    heads = (Argument("subject", (subject,)), *(a for a in p.arguments if a.role != "subject"))
    cue = page.lexicon.verbs[p.lemma]
    whole = replace(p, arguments=heads)
    return Draft(
        content=page.span(*told), rule=f"clause.{cue.id}", place=p.head, predicate=whole, report=Report(whole, cue, "said"),
        cue=page.span(min(p.words), max(p.words) + 1),
    )  # fmt: skip


def _subject(page: Page, p: Predicate, begin: int) -> int | None:
    """The noun set beside another before a comma, with nothing but its own phrase between it and the verb."""
    before = page.tokens[p.head - 1]
    if p.head <= begin or before.pos == "CCONJ" or before.lower in {"that", "who", "which"}:
        return None
    for i in range(max(begin + 1, p.head - _LONGEST), p.head):
        token = page.tokens[i]
        first = page.edges(i, frozenset({p.head}))[0] if token.dep == "appos" and token.head < i else 0
        if first > token.head and page.tokens[first - 1].text == "," and _is_one_phrase(page, first, p.head):
            return i
    return None


def _is_one_phrase(page: Page, first: int, last: int) -> bool:
    return not any(page.tokens[i].pos in {"VERB", "AUX", "CCONJ"} or i in page.quoted for i in range(first, last))


def _has_verb(page: Page, tokens: tuple[int, int]) -> bool:
    return any(page.tokens[i].pos in {"VERB", "AUX"} for i in range(*tokens))
