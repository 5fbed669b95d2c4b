"""A medium that reports what another says is the outlet of that: "a deputy said that ..., Yonhap reported"."""

from msgspec.structs import replace

from communique.statements.content import trim
from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.statements.voices import is_medium


def lift_media(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of a medium whose words are all another's, who gets it as outlet."""
    for outer in [d for d in drafts if _is_of_medium(page, d)]:
        inner = next((d for d in drafts if d is not outer and _is_told(page, outer, d)), None)
        if inner is not None:
            lifted = replace(_cut(page, inner, outer), outlet=inner.outlet or outer.speakers[0])
            drafts = [lifted if d is inner else d for d in drafts if d is not outer]
    return drafts


def _is_of_medium(page: Page, d: Draft) -> bool:
    return d.cue is not None and bool(d.speakers) and all(is_medium(page, s) for s in d.speakers)


def _is_told(page: Page, outer: Draft, inner: Draft) -> bool:
    """Is the inner statement what the outer one has for its main clause?"""
    p, q = outer.predicate, inner.predicate
    if p is None or q is None or inner.cue is None or not inner.speakers or _is_of_medium(page, inner):
        return False
    if not outer.content.start <= inner.cue.start < outer.content.end or q.kind == "noun":
        return False
    return q.above == p.id or (p.above == q.id and p.link == "complement")


def _cut(page: Page, inner: Draft, outer: Draft) -> Draft:
    """The inner content without ", the agency reported" at its end, which the parser may take for a part of it."""
    cue = outer.cue
    if cue is None or outer.predicate is None or not inner.content.start < cue.start < inner.content.end:
        return inner
    firsts = [page.edges(h, frozenset({outer.predicate.head}))[0] for h in outer.predicate.heads("subject")]
    begin = min([*firsts, page.at(cue.start)])
    kept = trim(page, (page.at(inner.content.start), begin))
    return inner if kept is None else replace(inner, content=page.span(*kept))
