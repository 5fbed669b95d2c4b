"""Who writes a text in the first person outside quotations: a communiqué, a joint statement, a minister's release."""

from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.types import Role

_WE = frozenset({"we", "us", "our"})
_I = frozenset({"i", "me", "my"})


def find_writers(page: Page, drafts: list[Draft]) -> tuple[Role, ...]:
    """The parties that "we" or "I" means: those set beside it ("We, the leaders of the G7"), the name in the byline
    above the text, else those whose acts of speech the text performs in the present ("The two states condemn ...")."""
    first = [
        t.i for t in page.tokens if (t.lower in _WE or t.lower in _I) and t.text != "US" and t.i not in page.quoted
    ]
    if not first:
        return ()
    beside = (c for i in first for c in page.children[i] if c > i)
    apposed = next((found for c in beside if (found := page.roles(c))), ())
    return apposed or _byline(page) or _performing(page, drafts)


def is_first_person(page: Page, draft: Draft) -> bool:
    """Is a statement told by "we" or "I" outside a quotation?"""
    heads = () if draft.predicate is None else draft.predicate.heads("subject")
    return any(page.tokens[h].lower in _WE | _I and h not in page.quoted for h in heads)


def _byline(page: Page) -> tuple[Role, ...]:
    """The person named in a first paragraph that has no verb: "Jane Doe, Secretary of State"."""
    sentences = page.clauses.parsed.sentences
    if not sentences or len(sentences) < 2 or sentences[1].paragraph == sentences[0].paragraph:
        return ()
    words = range(sentences[0].first, sentences[0].last)
    if len(words) > 15 or any(page.tokens[i].pos in {"VERB", "AUX"} for i in words):
        return ()
    people = [r for i in words for r in page.roles(i) if page.kinds[r.actor].kind == "person"]
    return tuple(people[:1])


def _performing(page: Page, drafts: list[Draft]) -> tuple[Role, ...]:
    for d in drafts:
        p = d.predicate
        if p is not None and p.kind == "verb" and p.tense == "present" and p.link in {"root", "coordinate"}:
            found = page.roles(*p.heads("subject"))
            if found and all(page.kinds[r.actor].kind in {"government", "ministry", "body"} for r in found):
                return found
    return ()
