"""Reported clauses that the parse hides: hung on a noun beside the cue, under a passive, inside what another says."""

from communique.clauses.clauses import Predicate
from communique.statements.content import find_content, trim
from communique.statements.cues import Report
from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.types import Span

_REACH = 14  # words from a cue to its "that"
_STRONG = frozenset({"say", "tell", "note", "assert", "warn", "recall"})


def add_hung(page: Page, drafts: list[Draft], reports: list[Report]) -> list[Draft]:
    """The drafts, with one for each cue that tells a clause and has none yet."""
    done = {d.predicate.head for d in drafts if d.predicate is not None}
    contents = {d.content for d in drafts}
    found = [d for r in reports if r.predicate.head not in done and (d := _draft(page, r)) is not None]
    found += [d for p in page.clauses.predicates if p.head not in done and (d := _told(page, p)) is not None]
    new = {d.content: d for d in found if d.content not in contents}
    return sorted([*drafts, *new.values()], key=lambda d: (d.place, d.content)) if new else drafts


def _draft(page: Page, r: Report) -> Draft | None:
    p = r.predicate
    if p.kind != "verb" or "clause" not in r.cue.takes or r.act == "declined":
        return None
    tokens = _after_that(page, p)
    # "Kenya stressed that ..., its office said" tells two; in "he noted that Kenya had stressed ..." only he tells.
    if tokens is None and r.cue.id in _STRONG and p.link == "complement" and p.marker is None:
        found = find_content(page, p, r.cue)
        tokens = found[0] if found is not None and found[1] == "clause" else None
    return None if tokens is None else _make(page, p, tokens, r)


def _make(page: Page, p: Predicate, tokens: tuple[int, int], r: Report) -> Draft:
    return Draft(
        content=_with_quotes(page, page.span(*tokens)), rule=f"clause.{r.cue.id}", place=p.head, act=r.act, predicate=p, report=r,
        cue=page.span(min(p.words), max(p.words) + 1),
    )  # fmt: skip


def _with_quotes(page: Page, content: Span) -> Span:
    """A quotation that ends the content is part of it with its closing mark."""
    ends = [q.span.end for q in page.quotes if content.start <= q.span.start < content.end]
    return Span(content.start, max([content.end, *ends]))


def _after_that(page: Page, p: Predicate) -> tuple[int, int] | None:
    """ "Told him on the margins of the summit | that Peru was ready": the clause hangs on the summit."""
    end = page.sentence_of(p.head)[1]
    for i in range(p.head + 1, min(p.head + _REACH, end)):
        token = page.tokens[i]
        if (
            i in page.quoted
            or token.text in {",", ";", ":"}
            or (page.clauses.at(i) is not None and token.pos == "VERB")
        ):
            return None
        if token.lower == "that" and token.tag in {"IN", "WDT"}:
            return _clause_after(page, i)
    return None


def _clause_after(page: Page, that: int) -> tuple[int, int] | None:
    """The clause that "that" opens: its verb is the one it marks, or of which the parser takes it for an object."""
    head = page.tokens[that].head
    if head <= that or page.tokens[that + 1].pos in {"VERB", "AUX"}:
        return None
    return trim(page, (that + 1, page.edges(head)[1]))


def _told(page: Page, p: Predicate) -> Draft | None:
    """ "The palace had been told that the bridge would fall": words reach somebody though nobody is named who said them."""
    cue = page.lexicon.verbs.get(p.lemma) if p.kind == "verb" and p.passive else None
    if (
        cue is None
        or cue.id != "tell"
        or p.negated
        or p.modal is not None
        or not p.heads("object")
        or p.heads("subject")
    ):
        return None
    if p.head in page.quoted or p.link in {"infinitive", "gerund", "relative", "participle"}:
        return None
    found = find_content(page, p, cue)
    if found is None or found[1] != "clause":
        return None
    return _make(page, p, found[0], Report(p, cue, "said"))
