"""Through whom words come who says them: a spokesman, a deputy, a lawyer; and whoever a title before a name names."""

from msgspec.structs import replace

from communique.clauses.clauses import Predicate
from communique.data.mentions import load_mention_words
from communique.statements.page import Page
from communique.statements.voices import voice_at
from communique.types import Role, Span

_NAME = frozenset({"compound", "flat", "nmod"})


def find_mouth(
    page: Page, p: Predicate, speakers: tuple[Role, ...], content: Span, *, refuses: bool = False
) -> tuple[Role, ...]:
    """ "The party said through its deputy leader, Ada Cole, ...": who is its mouth speaks; who refuses through a nameless
    spokesman refuses himself."""
    heads = [h for h in p.heads("through") if not content.start <= page.tokens[h].start < content.end]
    named = ((*_apposed(page, h), *voice_at(page, h, surely=False)) for h in heads)
    people = [r for found in named for r in found if _is_person(page, r) and (not refuses or _is_named(page, r))]
    own = {s.actor for s in speakers}
    return tuple(r for r in people[:1] if r.actor not in own) if speakers else ()


def _apposed(page: Page, head: int) -> tuple[Role, ...]:
    apposed = [c for c in page.children[head] if page.tokens[c].dep == "appos" and page.tokens[c].pos == "PROPN"]
    return tuple(r for c in apposed for r in voice_at(page, c))


def _is_named(page: Page, role: Role) -> bool:
    inside = page.tokens[page.at(role.span.start) : page.at(role.span.end)]
    return any(t.pos == "PROPN" for t in inside)


def _is_person(page: Page, role: Role) -> bool:
    actor = page.kinds.get(role.actor)
    if actor is not None:
        return actor.kind == "person"
    inside = page.tokens[page.at(role.span.start) : page.at(role.span.end)]
    return any(t.lemma.lower() in load_mention_words().people or t.entity == "PERSON" for t in inside)


def named_beside(page: Page, p: Predicate, speakers: tuple[Role, ...]) -> tuple[Role, ...]:
    """ "The rebels' envoy in Doha, Ada Cole, said ...": the name between commas before the cue is whom the title means."""
    heads = p.heads("subject")
    actor = page.kinds.get(speakers[0].actor) if len(speakers) == 1 else None
    if len(heads) != 1 or len(speakers) != 1 or (actor is not None and not actor.provisional):
        return speakers
    if page.tokens[heads[0]].lemma.lower() not in load_mention_words().people or page.tokens[heads[0]].tag != "NN":
        return speakers
    last = p.head - 2
    if p.head < heads[0] or last <= heads[0] or page.tokens[p.head - 1].text != ",":
        return speakers
    first = last
    while first > heads[0] and page.tokens[first - 1].pos == "PROPN":
        first -= 1
    is_name = (
        page.tokens[last].pos == "PROPN" and page.tokens[first - 1].text == "," and page.tokens[last].entity == "PERSON"
    )
    found = voice_at(page, last) if is_name and last - first < 4 else ()
    if not found or _is_known_otherwise(page, found[0], speakers[0]):
        return speakers
    return (
        replace(
            found[0], country=found[0].country or speakers[0].country, sector=found[0].sector or speakers[0].sector
        ),
    )


def _is_known_otherwise(page: Page, named: Role, described: Role) -> bool:
    return named.actor == described.actor or not _is_person(page, named)
