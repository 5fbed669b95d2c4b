"""Gerunds that tell words: "the daily quoted the envoy as SAYING that ...", "after TELLING the council that ..."."""

from communique.clauses.clauses import Predicate
from communique.statements.content import find_content
from communique.statements.cues import Report
from communique.statements.page import Page
from communique.statements.statements import Draft

_SAID = frozenset({"say", "tell", "note", "assert"})
_QUOTING = frozenset({"quote", "cite"})


def add_quoted(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with one for what somebody is quoted as saying."""
    done = {d.predicate.head for d in drafts if d.predicate is not None}
    free = (
        p for p in page.clauses.predicates if p.link == "gerund" and p.head not in done and p.head not in page.quoted
    )
    new = [
        d
        for p in free
        if (quoting_above(page, p) is not None or _is_told_before(page, p)) and (d := _draft(page, p)) is not None
    ]
    return sorted([*drafts, *new], key=lambda d: (d.place, d.content)) if new else drafts


def quoting_above(page: Page, p: Predicate) -> Predicate | None:
    """The verb that quotes somebody as saying what a gerund reports, or None."""
    above = None if p.above is None or p.link != "gerund" else page.clauses.predicates[p.above]
    quotes = above is not None and above.kind == "verb" and above.lemma in _QUOTING and bool(above.heads("object"))
    return above if quotes and above is not None and not above.negated and above.modal is None else None


def _is_told_before(page: Page, p: Predicate) -> bool:
    """ "AFTER TELLING the council that the port was safe, he closed it", "said so BEFORE TELLING them that ..."."""
    cue = page.lexicon.verbs.get(p.lemma)
    above = None if p.above is None else page.clauses.predicates[p.above]
    asserted = (
        above is not None
        and above.modal is None
        and not above.negated
        and above.link in {"root", "complement", "coordinate"}
    )
    joined = p.marker == "after" or (p.marker == "before" and above is not None and above.lemma in page.lexicon.verbs)
    return cue is not None and cue.id in _SAID and joined and asserted


def _draft(page: Page, p: Predicate) -> Draft | None:
    cue = page.lexicon.verbs.get(p.lemma)
    found = None if cue is None or p.negated else find_content(page, p, cue)
    if cue is None or found is None:
        return None
    (first, last), frame = found
    content = page.span(first, last)
    ends = [q.span.end for q in page.quotes if content.start <= q.span.start < content.end]
    content = type(content)(content.start, max([content.end, *ends]))
    words = page.span(min(p.words), max(p.words) + 1)
    report = Report(p, cue, cue.act)
    return Draft(
        content=content, rule=f"{frame}.{cue.id}", place=p.head, act=cue.act, predicate=p, report=report, cue=words
    )
