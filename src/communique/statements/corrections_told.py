"""Statements with their drafts, and what ties two of them: one party, its mouth, the same things."""

from msgspec import Struct

from communique.data.mentions import load_mention_words
from communique.data.statements import Correction
from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.types import Role, Span, Statement

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_HIS = frozenset({"his", "her", "its", "their"})  # "HIS press service"
_OF_STATE = frozenset({"ministry", "government"})


class Link(Struct, frozen=True):
    """How a statement corrects, and which one, where the report holds that."""

    how: Correction
    earlier: int | None


class Told(Struct, frozen=True):
    """A statement with its draft."""

    draft: Draft
    found: Statement


def is_one_party(page: Page, now: Told, then: Told) -> bool:
    """Does one party tell both, or one the other's words for it? "The energy minister" is "the minister" further on."""
    ours, theirs = ({r.actor for r in x.found.speakers} for x in (now, then))
    principals = (now.found.on_behalf_of, theirs), (then.found.on_behalf_of, ours)
    if ours & theirs or any(r is not None and r.actor in group for r, group in principals):
        return True
    return any(_is_short_for(page, a, b) for a in now.found.speakers for b in then.found.speakers)


def _is_short_for(page: Page, short: Role, long: Role) -> bool:
    """ "The minister" after "the energy minister"."""
    words = [t for t in page.tokens[page.at(short.span.start) : page.at(short.span.end)] if t.pos != "PRON"]
    if len(words) != 2 or words[0].lower != "the" or words[1].lemma.lower() not in load_mention_words().people:
        return False
    inside = page.tokens[page.at(long.span.start) : page.at(long.span.end)]
    return long.span < short.span and bool(inside) and inside[-1].lower == words[1].lower


def is_kin(page: Page, now: Told, then: Told) -> bool:
    """Do two statements come from one side: one party, or a mouth and somebody of the same state?"""
    return is_one_party(page, now, then) or (is_mouth(page, now.found) and may_share(now.found, then.found))


def is_mouth(page: Page, s: Statement) -> bool:
    """Does somebody speak who speaks for others: a spokesman, an office, a ministry?"""
    lexicon = page.lexicon
    words = {
        w
        for r in s.speakers
        for t in page.tokens[page.at(r.span.start) : page.at(r.span.end)]
        for w in (t.lemma.lower(), t.lower)
    }
    kinds = {a.kind for r in s.speakers if (a := page.kinds.get(r.actor)) is not None}
    return bool(words & (lexicon.spokesmen | lexicon.correction.mouths | _HIS)) or bool(kinds & _OF_STATE)


def may_share(a: Statement, b: Statement) -> bool:
    """Are two parties of one state, as far as is known?"""
    ours, theirs = ({r.country for r in s.speakers if r.country is not None} for s in (a, b))
    return bool(a.speakers and b.speakers) and (not ours or not theirs or bool(ours & theirs))


def overlap(page: Page, a: Span | None, b: Span | None) -> int:
    """How many words of meaning two contents share."""
    return 0 if a is None or b is None else len(_lemmas(page, a) & _lemmas(page, b))


def _lemmas(page: Page, span: Span) -> set[str]:
    inside = page.tokens[page.at(span.start) : page.at(span.end)]
    return {t.lemma.lower() for t in inside if t.pos in _CONTENT}


def sentences_between(page: Page, a: Told, b: Told) -> int:
    """How many sentences the second statement is told after the first; less than nothing if before it."""
    return page.tokens[b.draft.place].sentence - page.tokens[a.draft.place].sentence


def holds(a: Span | None, b: Span | None) -> bool:
    """Does a span lie inside another?"""
    return a is not None and b is not None and a.start <= b.start and b.end <= a.end
