"""Who tells it otherwise than before, with no word for that: "at first said ... later acknowledged", "denied ... admitted"."""

from communique.statements.corrections_told import Link, Told, is_kin, is_one_party, overlap, sentences_between
from communique.statements.page import Page
from communique.statements.statements import Draft

_NEAR = 4  # sentences, from "at first said" to "later acknowledged"
_FAR = 8  # sentences, between a denial and its admission
_AFTER = 2  # sentences, from the words of today to "it had initially said"


def find_turn(page: Page, told: list[Told], n: int) -> Link | None:
    """What the party of a statement said before and now tells otherwise."""
    p = told[n].draft.predicate
    if p is None or p.kind == "noun" or told[n].found.act != "said":
        return None
    found = _denied_before(page, told, n)
    found = _told_first(page, told, n) if found is None else found
    found = _told_first_below(page, told, n) if found is None else found
    return None if found is None else Link("retracts", found)


def _denied_before(page: Page, told: list[Told], n: int) -> int | None:
    """ "Denied the raid for weeks. It ADMITTED that ...", "admitted it, having denied ...": the nearest denial of its own."""
    p = told[n].draft.predicate
    if p is None or not (p.lemma in page.lexicon.correction.admitting or p.lemma == "confirm"):
        return None
    denials = [i for i, x in enumerate(told) if i != n and x.found.act == "denied" and _may_be_turned(page, told[n], x)]
    return min(denials, key=lambda i: abs(sentences_between(page, told[i], told[n])), default=None)


def _may_be_turned(page: Page, now: Told, then: Told) -> bool:
    p = now.draft.predicate
    away = sentences_between(page, then, now)
    if not -_FAR <= away <= _FAR or not is_kin(page, now, then):
        return False
    if p is not None and p.lemma == "confirm":
        return away >= 0 and overlap(page, now.found.content, then.found.content) > 0
    return away >= 0 or overlap(page, now.found.content, then.found.content) > 0 or _has_gone_on(page, then.draft)


def _has_gone_on(page: Page, d: Draft) -> bool:
    """ "FOR DAYS it denied the charge", "it had denied": told of a time before."""
    p = d.predicate
    if p is None:
        return False
    first = page.sentence_of(d.place)[0]
    return p.perfect or page.tokens[first].lower == "for" or _has(page, d, page.lexicon.correction.first)


def _told_first(page: Page, told: list[Told], n: int) -> int | None:
    """ "At first said that nobody was hurt. It later acknowledged ..."."""
    correction, d = page.lexicon.correction, told[n].draft
    for i in range(n - 1, -1, -1):
        then = told[i]
        away = sentences_between(page, then, told[n])
        if away > _NEAR:
            return None
        if then.found.act != "declined" and is_one_party(page, told[n], then):
            admits = d.predicate is not None and d.predicate.lemma in correction.admitting
            turned = admits or _has(page, d, correction.afterwards) or (away == 1 and _is_of_later_day(then, told[n]))
            counted = d.rule.endswith(".put-at") and _has_gone_on(
                page, then.draft
            )  # "had said 20 ... put the toll at 12"
            return i if (turned and _has(page, then.draft, correction.first)) or (turned and counted) else None
    return None


def _is_of_later_day(then: Told, now: Told) -> bool:
    days = [x.found.date.start for x in (then, now) if x.found.date is not None and x.found.date.start is not None]
    return now.found.date is not None and now.found.date.basis == "stated" and days == sorted(set(days))


def _told_first_below(page: Page, told: list[Told], n: int) -> int | None:
    """ "Said that two had died. It HAD INITIALLY SAID that nobody was hurt"."""
    for i in range(n + 1, len(told)):
        then, p = told[i], told[i].draft.predicate
        if sentences_between(page, told[n], then) > _AFTER:
            return None
        if p is not None and p.perfect and is_one_party(page, told[n], then):
            return i if _has(page, then.draft, page.lexicon.correction.first) else None
    return None


def _has(page: Page, d: Draft, words: frozenset[str]) -> bool:
    """Does one of some adverbs stand by the cue ("initially said", "said at first"), outside what is said?"""
    if d.predicate is None:
        return False
    first = page.sentence_of(d.place)[0]
    near = [i for i in range(max(first, d.place - 4), d.place + 3) if i < len(page.tokens)]
    outside = [i for i in (first, *near) if not d.content.start <= page.tokens[i].start < d.content.end]
    lone = [page.tokens[i].lower for i in outside]
    return any(w in words and (w != "first" or "at" in lone) for w in lone)
