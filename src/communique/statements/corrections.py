"""Which statement clarifies, takes back or denies an earlier one of the same report."""

from msgspec.structs import replace

from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.types import Statement

_CLAIMS = frozenset(
    ["claim", "accusation", "allegation", "report", "charge", "remark", "comment", "assertion", "suggestion"]
)
_REJECTING = frozenset(["deny", "dismiss", "reject", "refute", "rebut", "dispute"])
_NEAR = 4


def link_corrections(page: Page, drafts: list[Draft], found: list[Statement]) -> list[Statement]:
    """Tie later statements to the earlier ones that they clarify, retract or deny."""
    out = list(found)
    for n, d in enumerate(drafts):
        if d.predicate is None:
            continue
        how = page.lexicon.clarifying.get(d.predicate.lemma)
        earlier = None
        if how is not None and how != "denies":
            earlier = _earlier(page, drafts, n, same=True)
        elif d.predicate.lemma in _REJECTING and any(
            page.tokens[h].lemma.lower() in _CLAIMS for h in d.predicate.heads("object")
        ):
            how, earlier = "denies", _earlier(page, drafts, n, same=False)
        if how is not None and earlier is not None:
            out[n] = replace(out[n], clarifies=out[earlier].id, clarification=how)
    return out


def _earlier(page: Page, drafts: list[Draft], n: int, *, same: bool) -> int | None:
    """The statement before, near enough, by the same party or by another."""
    speakers = {s.actor for s in drafts[n].speakers}
    for i in range(n - 1, -1, -1):
        if page.tokens[drafts[n].place].sentence - page.tokens[drafts[i].place].sentence > _NEAR:
            return None
        theirs = {s.actor for s in drafts[i].speakers}
        if theirs and (theirs == speakers) == same:
            return i
    return None
