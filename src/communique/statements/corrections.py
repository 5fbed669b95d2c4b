"""Which statement clarifies, takes back or denies an earlier one of the same report."""

from msgspec.structs import replace

from communique.statements.corrections_denials import find_denied, owners
from communique.statements.corrections_lapses import find_sign
from communique.statements.corrections_signs import Sign, find_marks
from communique.statements.corrections_told import (
    Link,
    Told,
    holds,
    is_mouth,
    is_one_party,
    may_share,
    overlap,
)
from communique.statements.corrections_turns import find_turn
from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.types import Statement

_FAR = 8  # sentences, to words of one's own
_BEFORE = frozenset({"after", "for"})  # "a day AFTER she told ...", "apologised FOR saying"


def link_corrections(page: Page, drafts: list[Draft], found: list[Statement]) -> list[Statement]:
    """Tie later statements to the earlier ones that they clarify, retract or deny."""
    marks = find_marks(page)
    told = [Told(d, s) for d, s in zip(drafts, found, strict=True)]
    out = list(found)
    for n, d in enumerate(drafts):
        link = _link(page, told, n, find_sign(page, d, marks))
        if link is not None:
            earlier = None if link.earlier is None else out[link.earlier].id
            out[n] = replace(out[n], clarifies=earlier, clarification=link.how)
    return out


def _link(page: Page, told: list[Told], n: int, sign: Sign | None) -> Link | None:
    if sign is not None:
        named = _named_after(page, told, n, sign)
        earlier = named if named is not None else _earlier(page, told, n, sign)
        if earlier is not None or sign.points:
            return Link(sign.how, earlier)
    return find_denied(page, told, n) or find_turn(page, told, n)


def _named_after(page: Page, told: list[Told], n: int, sign: Sign) -> int | None:
    """ "The dead are ten, police said. This revised AN EARLIER TOLL OF TWELVE"."""
    claim = None if sign.claim is None else page.tokens[sign.claim]
    if claim is None or claim.sentence <= page.tokens[told[n].draft.place].sentence:
        return None
    acts = ((i, x.draft) for i, x in enumerate(told) if x.draft.rule.startswith("correction."))
    return next((i for i, d in acts if d.content.start <= claim.start < d.content.end), None)


def _earlier(page: Page, told: list[Told], n: int, sign: Sign) -> int | None:
    """The statement that one corrects: of whose words it tells, of the same party, of whom it speaks for; of several
    the one that tells most of the same things, then the nearest."""
    whose = () if sign.whose is None else page.roles(sign.whose)
    whom = owners(page, sign.claim) | {r.actor for r in whose}
    now = told[n]
    ranked = [
        (rank, overlap(page, now.found.content, then.found.content), -abs(now.draft.place - then.draft.place), i)
        for i, then in enumerate(told)
        if i != n and _may_be(page, now, then) and (rank := _rank(page, now, then, sign, whom)) > 0
    ]
    return max(ranked)[3] if ranked else None


def _may_be(page: Page, now: Told, then: Told) -> bool:
    """Was a statement made before another: told before it, or in the same sentence with "had", or repeated inside it?"""
    p = then.draft.predicate
    if then.found.act == "declined" or then.found.content == now.found.content:
        return False
    away = page.tokens[now.draft.place].sentence - page.tokens[then.draft.place].sentence
    if away == 0 and then.draft.place > now.draft.place:
        inside = holds(now.found.content, then.found.content)
        return inside or (p is not None and (p.perfect or p.kind == "noun" or p.marker in _BEFORE))
    before = then.draft.place < now.draft.place and not holds(then.found.content, now.found.cue)
    return before and 0 <= away <= _FAR


def _rank(page: Page, now: Told, then: Told, sign: Sign, whom: set[str]) -> int:
    """How surely an earlier statement is one whose words the later corrects; 0 where nothing ties them."""
    mine, theirs = ({r.actor for r in x.found.speakers} for x in (now, then))
    kin = bool(mine & theirs) or (is_mouth(page, now.found) and may_share(now.found, then.found))
    if whom & theirs and (kin or not sign.kin):
        return 4
    if whom and not whom & mine and not _is_of_voice(page, sign):
        return 0
    return _rank_of_party(page, now, then, sign, kin=kin)


def _rank_of_party(page: Page, now: Told, then: Told, sign: Sign, *, kin: bool) -> int:
    """The rank of a statement of which nothing says whose words are corrected."""
    if is_one_party(page, now, then):
        return 3
    if kin or (sign.anybody and overlap(page, now.found.content, then.found.content) > 1):
        return 2
    near = abs(page.tokens[now.draft.place].sentence - page.tokens[then.draft.place].sentence)
    return 1 if near <= 1 and sign.claim is not None and may_share(now.found, then.found) else 0


def _is_of_voice(page: Page, sign: Sign) -> bool:
    """ "His words": whose they are is told by a pronoun alone, which the actors may tie to another."""
    at = sign.whose if sign.whose is not None else sign.claim
    words = [] if at is None else [page.tokens[at].lower, *(page.tokens[c].lower for c in page.children[at])]
    return bool({"he", "she", "they", "his", "her", "their", "its", "him"} & set(words))
