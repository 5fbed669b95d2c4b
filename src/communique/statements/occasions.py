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
        at = _occasion(page, drafts, out, n, s)
        if at is None:
            out.append(s)
            continue
        before = out[at]
        occasion = before.occasion or before.id
        out[at] = replace(before, occasion=occasion)
        out.append(
            replace(
                s,
                occasion=occasion,
                outlet=s.outlet or before.outlet,
                medium=s.medium or before.medium,
                audience=s.audience or (before.audience if _is_one_sentence(page, drafts[at], drafts[n]) else None),
                date=s.date or _inherited(before.date),
            )
        )
    return out


def _occasion(page: Page, drafts: list[Draft], out: list[Statement], n: int, s: Statement) -> int | None:
    """The statement before with which one was said at one go: the last, or the last given to the same outlet."""
    if out and _goes_on(page, drafts[n - 1], drafts[n]) and _agree(out[-1], s):
        return n - 1
    if s.outlet is None or not s.speakers:
        return None
    own, speakers = s.outlet.actor, {r.actor for r in s.speakers}
    for i in range(n - 1, -1, -1):
        before = out[i]
        same = (
            before.outlet is not None and before.outlet.actor == own and speakers == {r.actor for r in before.speakers}
        )
        if same and _is_telling(drafts[i]) and _is_telling(drafts[n]):
            return i if _agree(before, s) else None
    return None


def _is_telling(d: Draft) -> bool:
    """Are words given to the outlet itself ("told the paper"), not only carried by it?"""
    return d.predicate is not None and d.outlet is None


def _goes_on(page: Page, before: Draft, d: Draft) -> bool:
    """Does a party go on: the same one, near, and not "later" or "separately"?"""
    same = {s.actor for s in before.speakers} == {s.actor for s in d.speakers} and bool(d.speakers)
    near = page.tokens[d.place].sentence - page.tokens[before.place].sentence <= NEAR
    return same and near and not _is_apart(page, d) and not d.rule.startswith("correction.")


def _is_apart(page: Page, d: Draft) -> bool:
    if d.cue is None:
        return False
    first = page.sentence_of(d.place)[0]
    near = {d.place - 1, d.place - 2, first, *_of_above(page, d)}
    words = (i for i in near if first <= i < d.place and not d.content.start <= page.tokens[i].start < d.content.end)
    return any(page.tokens[i].lower in _APART for i in words)


def _of_above(page: Page, d: Draft) -> tuple[int, ...]:
    """ "He LATER corrected himself, saying ...": the words by the verb on which a participle hangs."""
    p = d.predicate
    if p is None or p.above is None or p.link != "participle":
        return ()
    head = page.clauses.predicates[p.above].head
    return (head - 1, head - 2)


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
