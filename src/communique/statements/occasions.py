"""What was said at one go: an interview, a press conference, one document; outlet, medium and day flow within it."""

from msgspec.structs import replace

from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.types import Date, Statement

# Sentences; a quotation or "he said" goes on with what was said before only if that stands so near.
NEAR = 4
_APART = frozenset({"later", "earlier", "separately", "previously", "elsewhere", "meanwhile", "since", "once"})


def flow(page: Page, drafts: list[Draft], found: list[Statement]) -> list[Statement]:
    """Give what one party says at one go its occasion, and what the first words of it tell of outlet, medium and day."""
    out: list[Statement] = []
    for n, s in enumerate(found):
        before = out[-1] if out else None
        if before is None or not _goes_on(page, drafts[n - 1], drafts[n]) or not _agree(before, s):
            out.append(s)
            continue
        occasion = before.occasion or before.id
        out[-1] = replace(before, occasion=occasion)
        out.append(
            replace(
                s,
                occasion=occasion,
                outlet=s.outlet or before.outlet,
                medium=s.medium or before.medium,
                audience=s.audience or (before.audience if _is_one_sentence(page, drafts[n - 1], drafts[n]) else None),
                date=s.date or _inherited(before.date),
            )
        )
    return out


def _goes_on(page: Page, before: Draft, d: Draft) -> bool:
    """Does a party go on: the same one, near, and not "later" or "separately"?"""
    same = {s.actor for s in before.speakers} == {s.actor for s in d.speakers} and bool(d.speakers)
    near = page.tokens[d.place].sentence - page.tokens[before.place].sentence <= NEAR
    return same and near and not _is_apart(page, d)


def _is_apart(page: Page, d: Draft) -> bool:
    if d.cue is None:
        return False
    return any(page.tokens[i].lower in _APART for i in range(max(0, d.place - 2), d.place))


def _agree(a: Statement, b: Statement) -> bool:
    """Nothing that both tell differs: outlet, form or day of speaking."""
    outlets = {x.outlet.actor for x in (a, b) if x.outlet is not None}
    media = {x.medium.name for x in (a, b) if x.medium is not None}
    days = {x.date.start for x in (a, b) if x.date is not None and x.date.start is not None}
    return len(outlets) <= 1 and len(media) <= 1 and len(days) <= 1


def _is_one_sentence(page: Page, a: Draft, b: Draft) -> bool:
    """ "Denied it in a letter to the Council, calling it a lie": the participle goes on to the same hearers."""
    p = b.predicate
    return page.tokens[a.place].sentence == page.tokens[b.place].sentence and p is not None and p.link == "participle"


def _inherited(date: Date | None) -> Date | None:
    return None if date is None else replace(date, basis="inherited")
