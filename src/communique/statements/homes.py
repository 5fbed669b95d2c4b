"""The country of whoever speaks, where the actors give none: whose words say it, that of his principal, the only one told of."""

from msgspec.structs import replace

from communique.data.mentions import load_mention_words
from communique.statements.page import Page
from communique.types import Role

_DOMESTIC = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "PTY", "OPP", "SPY"})
_STATE = 3  # letters of a country


def at_home(page: Page, role: Role, principal: Role | None) -> Role:
    """A party with its country: that of its owner, of whom it speaks for, or the only one that the report tells of."""
    if role.country is not None:
        return role
    found = _of_owner(page, role) or (principal.country if principal is not None else None) or _only(page, role)
    return role if found is None else replace(role, country=found)


def _of_owner(page: Page, role: Role) -> str | None:
    """ "SLOVAKIA's Ada Cole", "a former KENYAN minister": the state named in the words themselves, or as whose they are."""
    inside = [i for i in range(page.at(role.span.start), page.at(role.span.end)) if page.tokens[i].pos != "PRON"]
    owners = [c for i in inside for c in page.children[i] if page.tokens[c].dep == "poss"]
    countries = {r.country for i in (*inside, *owners) for r in page.roles(i) if r.actor != role.actor and r.country}
    return countries.pop() if len(countries) == 1 else None


def _only(page: Page, role: Role) -> str | None:
    """ "The ministry's spokesman" of a report that tells of one state: of that; a spokesman of several states is of none."""
    words, lexicon = load_mention_words(), page.lexicon
    tokens = page.tokens[page.at(role.span.start) : page.at(role.span.end)]
    lemmas = [t.lemma.lower() for t in tokens]
    sectors = {c.sector for w in lemmas if (c := words.people.get(w) or words.collectives.get(w)) is not None}
    if not (sectors & _DOMESTIC or lexicon.correction.mouths & set(lemmas) or "source" in lemmas):
        return None
    told = {a.country for a in page.actors.actors if a.country is not None and a.kind not in {"outlet", "company"}}
    states = {c for c in told if len(c) == _STATE}
    return states.pop() if len(states) == 1 and len(told) == 1 else None
