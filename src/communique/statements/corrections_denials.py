"""Which words of others a denial denies: "Oslo accused Chad of theft. Chad denied THE ACCUSATION"."""

from communique.statements.corrections_told import Link, Told, overlap, sentences_between
from communique.statements.page import Page
from communique.types import Role

_REJECTING = frozenset({"deny", "dismiss", "reject", "rebut", "refute", "dispute", "rebuff"})
_OF_STATE = frozenset({"government", "ministry", "military", "body"})
_NEAR = 4  # sentences, from the words of others to their denial


def find_denied(page: Page, told: list[Told], n: int) -> Link | None:
    """What others said that a statement denies: told inside it, of the party that it names, else of whoever spoke of the
    denier before it."""
    now, p = told[n].found, told[n].draft.predicate
    if p is None:
        return None
    inner = next((i for i, x in enumerate(told) if _is_denied_inside(x, told[n])), None)
    if inner is not None:
        return Link("denies", inner)
    claims = [h for h in p.heads("object") if page.tokens[h].lemma.lower() in page.lexicon.claims]
    if p.lemma not in _REJECTING or not claims or p.negated or now.act == "declined":
        return None
    owner = owners(page, claims[0]) or {r.actor for r in page.roles(*p.heads("from"))}
    earlier = _of_owner(page, told, n, owner) if owner else _of_others(page, told, n)
    return None if earlier is None else Link("denies", earlier)


def _is_denied_inside(then: Told, now: Told) -> bool:
    return now.found.act == "denied" and then.found.within == now.found.id and then.found.act == "said"


def owners(page: Page, claim: int | None) -> set[str]:
    """Whose words a noun names: "the remark of the envoy", "its ambassador's suggestion"."""
    noun = None if claim is None else page.clauses.at(claim)
    if noun is None or noun.kind != "noun":
        return set()
    return {r.actor for r in page.roles(*noun.heads("possessor", "from", "by", "of", "modifier"))}


def _of_owner(page: Page, told: list[Told], n: int, owner: set[str]) -> int | None:
    """ "Dismissed the claim FROM BERLIN": the first statement of that party that tells of the denier or of the same things;
    if it made only one before, that."""
    theirs = [i for i in range(n) if owner & {s.actor for s in told[i].draft.speakers}]
    fit = [i for i in theirs if _tells_of(page, told[i], told[n].found.speakers) or _shares(page, told, i, n)]
    alone = [i for i in theirs if len(theirs) == 1 and sentences_between(page, told[i], told[n]) <= _NEAR]
    return next(iter([*fit, *alone]), None)


def _shares(page: Page, told: list[Told], i: int, n: int) -> bool:
    return overlap(page, told[i].found.content, told[n].found.content) > 0


def _of_others(page: Page, told: list[Told], n: int) -> int | None:
    """The nearest words of another party that tell of the denier, or of the same things."""
    speakers = told[n].draft.speakers
    own = {s.actor for s in speakers}
    for i in range(n - 1, -1, -1):
        if sentences_between(page, told[i], told[n]) > _NEAR:
            return None
        theirs = {s.actor for s in told[i].draft.speakers}
        fits = _tells_of(page, told[i], speakers) or overlap(page, told[i].found.content, told[n].found.content) > 1
        if theirs and not theirs & own and fits:
            return i
    return None


def _tells_of(page: Page, then: Told, parties: tuple[Role, ...]) -> bool:
    """Do some words name one of some parties; of a government, its state?"""
    states = (r for r in parties if (a := page.kinds.get(r.actor)) is not None and a.kind in _OF_STATE)
    wanted = {r.actor for r in parties} | {r.country for r in states if r.country is not None}
    inside = range(page.at(then.draft.content.start), page.at(then.draft.content.end))
    named = page.roles(*(i for i in inside if i in page.actors.by_token))
    return any(r.actor in wanted or r.country in wanted for r in named)
