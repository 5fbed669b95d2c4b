"""The words that hold what is told at a distance: "reportedly said", "unconfirmed reports say", "it is alleged that"."""

from collections.abc import Iterable

from communique.clauses.clauses import Predicate
from communique.statements.page import Page
from communique.types import Span

_BY_CUE = 3  # words before a cue
_LONGEST = 6  # words of a source


def find_hedge(page: Page, p: Predicate) -> Span | None:
    """The hedge of a statement that a predicate tells, or None: a word by the cue, one on its subject, or the cue itself
    where it tells what nobody named holds to be so."""
    near = [i for i in range(max(p.head - _BY_CUE, 0), p.head) if page.tokens[i].lower in page.lexicon.hedges]
    if near:
        return page.span(near[-1], near[-1] + 1)
    doubted = _doubted(page, (c for h in p.heads("subject") for c in page.children[h]))
    return doubted or (_impersonal(page, p) if p.passive else None)


def hedge_of_source(page: Page, first: int) -> Span | None:
    """ "According to UNCONFIRMED reports": the hedge on a source whose cue ends before a token."""
    stop = next(
        (i for i in range(first, min(first + _LONGEST, len(page.tokens))) if page.tokens[i].pos == "PUNCT"),
        first + _LONGEST,
    )
    return _doubted(page, range(first, min(stop, len(page.tokens))))


def _doubted(page: Page, words: Iterable[int]) -> Span | None:
    return next((page.span(i, i + 1) for i in words if page.tokens[i].lower in page.lexicon.doubted), None)


def _impersonal(page: Page, p: Predicate) -> Span | None:
    """ "It IS ALLEGED that ..."."""
    if p.lemma not in page.lexicon.hearsay or not any(page.tokens[h].lower == "it" for h in p.heads("object")):
        return None
    helpers = [c for c in page.children[p.head] if page.tokens[c].dep == "auxpass" and c < p.head]
    return page.span(min([p.head, *helpers]), p.head + 1)
