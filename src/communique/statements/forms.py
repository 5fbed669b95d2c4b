"""The form in which words were given is no part of them: "denied the charge | in a letter to the Council"."""

from msgspec.structs import replace

from communique.statements.chain import form_at
from communique.statements.content import trim
from communique.statements.page import Page
from communique.statements.statements import Draft

_RULES = ("claim.", "object.", "correction.")
_WAYS = frozenset({"in", "at", "during", "by", "via"})
_NEW = frozenset({"a", "an", "his", "her", "its", "their"})


def without_form(page: Page, d: Draft) -> Draft:
    """The draft, its content cut before the document or talk in which it was said; "the claims in THE report" stay."""
    p = d.predicate
    if p is None or not d.rule.startswith(_RULES):
        return d
    first, last = page.at(d.content.start), page.at(d.content.end)
    ways = (
        i for i in range(max(first + 1, p.head + 1), last) if page.tokens[i].lower in _WAYS and i not in page.quoted
    )
    at = next((i for i in ways if any(_is_form(page, c) for c in page.children[i])), None)
    tokens = None if at is None else trim(page, (first, at))
    return d if tokens is None else replace(d, content=page.span(*tokens))


def _is_form(page: Page, head: int) -> bool:
    form = form_at(page, head)
    beside = {page.tokens[c].lower for c in page.children[head] if c < head}
    return form is not None and form.name not in {"document", "article"} and bool(beside & _NEW)
