"""Which statement clarifies, takes back or denies an earlier one of the same report."""

from typing import Literal

from msgspec.structs import replace

from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.types import Statement

Correction = Literal["clarifies", "retracts", "denies"]
_REJECTING = frozenset({"deny", "dismiss"})
_NEAR = 4


def link_corrections(page: Page, drafts: list[Draft], found: list[Statement]) -> list[Statement]:
    """Tie later statements to the earlier ones that they clarify, retract or deny."""
    out = list(found)
    for n, d in enumerate(drafts):
        how, earlier = _corrected(page, drafts, n, d)
        if how is not None and earlier is not None:
            out[n] = replace(out[n], clarifies=out[earlier].id, clarification=how)
    return out


def _corrected(page: Page, drafts: list[Draft], n: int, d: Draft) -> tuple[Correction | None, int | None]:
    p = d.predicate
    if p is None:
        return None, None
    how = page.lexicon.clarifying.get(p.lemma)
    if how is not None:
        return how, _last(page, drafts, n, same=True)
    claims = [h for h in p.heads("object") if page.tokens[h].lemma.lower() in page.lexicon.claims]
    if p.lemma not in page.lexicon.verbs or page.lexicon.verbs[p.lemma].id not in _REJECTING or not claims:
        return None, None
    owner = _of_owner(page, drafts, n, claims[0])
    return "denies", owner if owner is not None else _last(page, drafts, n, same=False)


def _last(page: Page, drafts: list[Draft], n: int, *, same: bool) -> int | None:
    """The statement before, near enough, by the same party or by another."""
    speakers = {s.actor for s in drafts[n].speakers}
    for i in range(n - 1, -1, -1):
        if page.tokens[drafts[n].place].sentence - page.tokens[drafts[i].place].sentence > _NEAR:
            return None
        theirs = {s.actor for s in drafts[i].speakers}
        if theirs and (theirs == speakers) == same:
            return i
    return None


def _of_owner(page: Page, drafts: list[Draft], n: int, claim: int) -> int | None:
    """ "dismissed the claim from Berlin": the first statement of the party whose claim it is."""
    noun = page.clauses.at(claim)
    owners = page.roles(*noun.heads("possessor", "from", "by", "of", "modifier")) if noun is not None else ()
    p = drafts[n].predicate
    owners = owners or (page.roles(*p.heads("from")) if p is not None else ())
    names = {r.actor for r in owners}
    return next((i for i in range(n) if names & {s.actor for s in drafts[i].speakers}), None)
