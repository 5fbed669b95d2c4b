"""Which statement clarifies, takes back or denies an earlier one of the same report."""

from msgspec import Struct
from msgspec.structs import replace

from communique.data.statements import Correction
from communique.statements.corrections_lapses import find_sign
from communique.statements.corrections_signs import Sign, find_marks
from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.types import Span, Statement

_REJECTING = frozenset({"deny", "dismiss"})
_NEAR = 4  # sentences, to words of others
_FAR = 8  # to words of one's own
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_HIS = frozenset({"his", "her", "its", "their"})  # "HIS press service"
_BEFORE = frozenset({"after", "for"})  # "a day AFTER she told ...", "apologised FOR saying"


class Link(Struct, frozen=True):
    """How a statement corrects, and which one, where the report holds that."""

    how: Correction
    earlier: int | None


class Told(Struct, frozen=True):
    """A statement with its draft."""

    draft: Draft
    found: Statement


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
        earlier = _earlier(page, told, n, sign)
        if earlier is not None or sign.points:
            return Link(sign.how, earlier)
    return _denial(page, told, n) or _reversal(page, told, n)


def _earlier(page: Page, told: list[Told], n: int, sign: Sign) -> int | None:
    """The statement that one corrects: of whose words it tells, of the same party, of whom it speaks for; of several
    the one that tells most of the same things, then the nearest."""
    whose = () if sign.whose is None else page.roles(sign.whose)
    owners = _owners(page, sign.claim) | {r.actor for r in whose}
    now = told[n]
    ranked = [
        (rank, _overlap(page, now.found.content, then.found.content), -abs(now.draft.place - then.draft.place), i)
        for i, then in enumerate(told)
        if i != n and _may_be(page, now, then) and (rank := _rank(page, now, then, sign, owners)) > 0
    ]
    return max(ranked)[3] if ranked else None


def _may_be(page: Page, now: Told, then: Told) -> bool:
    """Was a statement made before another: told before it, or in the same sentence with "had", or repeated inside it?"""
    p = then.draft.predicate
    if then.found.act == "declined" or then.found.content == now.found.content:
        return False
    away = page.tokens[now.draft.place].sentence - page.tokens[then.draft.place].sentence
    if away == 0 and then.draft.place > now.draft.place:
        inside = _holds(now.found.content, then.found.content)
        return inside or (p is not None and (p.perfect or p.kind == "noun" or p.marker in _BEFORE))
    before = then.draft.place < now.draft.place and not _holds(then.found.content, now.found.cue)
    return before and 0 <= away <= _FAR


def _holds(a: Span | None, b: Span | None) -> bool:
    return a is not None and b is not None and a.start <= b.start and b.end <= a.end


def _rank(page: Page, now: Told, then: Told, sign: Sign, owners: set[str]) -> int:
    """How surely an earlier statement is one whose words the later corrects; 0 where nothing ties them."""
    mine, theirs = ({r.actor for r in x.found.speakers} for x in (now, then))
    kin = bool(mine & theirs) or (_is_mouth(page, now.found) and _may_share(now.found, then.found))
    if owners & theirs and (kin or not sign.kin):
        return 4
    if owners and not owners & mine and not _is_of_voice(page, sign):
        return 0
    return _rank_of_party(page, now, then, sign, kin=kin)


def _rank_of_party(page: Page, now: Told, then: Told, sign: Sign, *, kin: bool) -> int:
    """The rank of a statement of which nothing says whose words are corrected."""
    mine, theirs = ({r.actor for r in x.found.speakers} for x in (now, then))
    principals = (now.found.on_behalf_of, theirs), (then.found.on_behalf_of, mine)
    if mine & theirs or any(r is not None and r.actor in group for r, group in principals):
        return 3
    if kin or (sign.anybody and _overlap(page, now.found.content, then.found.content) > 1):
        return 2
    near = abs(page.tokens[now.draft.place].sentence - page.tokens[then.draft.place].sentence)
    return 1 if near <= 1 and sign.claim is not None and _may_share(now.found, then.found) else 0


def _is_of_voice(page: Page, sign: Sign) -> bool:
    """ "His words": whose they are is told by a pronoun alone, which the actors may tie to another."""
    at = sign.whose if sign.whose is not None else sign.claim
    words = [] if at is None else [page.tokens[at].lower, *(page.tokens[c].lower for c in page.children[at])]
    return bool({"he", "she", "they", "his", "her", "their", "its", "him"} & set(words))


def _owners(page: Page, claim: int | None) -> set[str]:
    """Whose words a noun names: "the remark of the envoy", "its ambassador's suggestion"."""
    noun = None if claim is None else page.clauses.at(claim)
    if noun is None or noun.kind != "noun":
        return set()
    return {r.actor for r in page.roles(*noun.heads("possessor", "from", "by", "of", "modifier"))}


def _is_mouth(page: Page, s: Statement) -> bool:
    """Does somebody speak who speaks for others: a spokesman, an office, a ministry?"""
    lexicon = page.lexicon
    words = {
        w
        for r in s.speakers
        for t in page.tokens[page.at(r.span.start) : page.at(r.span.end)]
        for w in (t.lemma.lower(), t.lower)
    }
    kinds = {a.kind for r in s.speakers if (a := page.kinds.get(r.actor)) is not None}
    return bool(words & (lexicon.spokesmen | lexicon.correction.mouths | _HIS)) or bool(
        kinds & {"ministry", "government"}
    )


def _may_share(a: Statement, b: Statement) -> bool:
    """Are two parties of one state, as far as is known?"""
    ours, theirs = ({r.country for r in s.speakers if r.country is not None} for s in (a, b))
    return bool(a.speakers and b.speakers) and (not ours or not theirs or bool(ours & theirs))


def _overlap(page: Page, a: Span | None, b: Span | None) -> int:
    """How many words of meaning two contents share."""
    return 0 if a is None or b is None else len(_lemmas(page, a) & _lemmas(page, b))


def _lemmas(page: Page, span: Span) -> set[str]:
    inside = page.tokens[page.at(span.start) : page.at(span.end)]
    return {t.lemma.lower() for t in inside if t.pos in _CONTENT}


def _denial(page: Page, told: list[Told], n: int) -> Link | None:
    """ "Dismissed the claim", "denied that he had been told of it": of others' words."""
    now, p = told[n].found, told[n].draft.predicate
    if p is None:
        return None
    inner = [
        i for i, x in enumerate(told) if now.act == "denied" and x.found.within == now.id and x.found.act == "said"
    ]
    if inner:
        return Link("denies", inner[0])
    claims = [h for h in p.heads("object") if page.tokens[h].lemma.lower() in page.lexicon.claims]
    if p.lemma not in page.lexicon.verbs or page.lexicon.verbs[p.lemma].id not in _REJECTING or not claims:
        return None
    owner = _of_owner(page, told, n, claims[0])
    earlier = owner if owner is not None else _last_of_others(page, told, n)
    return None if earlier is None else Link("denies", earlier)


def _last_of_others(page: Page, told: list[Told], n: int) -> int | None:
    """The statement before, near enough, by another party."""
    speakers = {s.actor for s in told[n].draft.speakers}
    for i in range(n - 1, -1, -1):
        if page.tokens[told[n].draft.place].sentence - page.tokens[told[i].draft.place].sentence > _NEAR:
            return None
        theirs = {s.actor for s in told[i].draft.speakers}
        if theirs and theirs != speakers:
            return i
    return None


def _of_owner(page: Page, told: list[Told], n: int, claim: int) -> int | None:
    """ "dismissed the claim from Berlin": the first statement of the party whose claim it is."""
    p = told[n].draft.predicate
    names = _owners(page, claim) or {r.actor for r in (page.roles(*p.heads("from")) if p is not None else ())}
    return next((i for i in range(n) if names & {s.actor for s in told[i].draft.speakers}), None)


def _reversal(page: Page, told: list[Told], n: int) -> Link | None:
    """ "At first said that nobody was hurt. It later acknowledged ...": the same party tells it otherwise."""
    correction, d = page.lexicon.correction, told[n].draft
    mine = {r.actor for r in told[n].found.speakers}
    if d.predicate is None or d.predicate.kind == "noun":
        return None
    for i in range(n - 1, -1, -1):
        then = told[i]
        if page.tokens[d.place].sentence - page.tokens[then.draft.place].sentence > _NEAR:
            return None
        if mine and mine == {r.actor for r in then.found.speakers} and then.found.act != "declined":
            turned = d.predicate.lemma in correction.admitting or _has(page, d, correction.afterwards)
            return Link("retracts", i) if turned and _has(page, then.draft, correction.first) else None
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
