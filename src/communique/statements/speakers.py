"""Who speaks: the subject of the cue, the author of a document that speaks, the principal of a spokesman."""

from communique.clauses.clauses import Predicate
from communique.statements.page import Page
from communique.types import Role

_OWNERS = ("possessor", "subject", "by", "from", "of", "modifier")
_BODIES = frozenset(
    ["government", "ministry", "military", "parliament", "court", "police", "body", "party", "armed-group", "company"]
)


def find_speakers(page: Page, p: Predicate, authors: dict[str, tuple[Role, ...]]) -> tuple[Role, ...]:
    """The parties that say what a predicate reports; ``authors`` are those of the documents told of before."""
    if p.kind == "noun":
        return page.roles(*p.heads("possessor")) or page.roles(*p.heads("subject")) or page.roles(*p.heads("modifier"))
    told = p if page.beside(p) is None else page.beside(p) or p
    # "As the leaders of the three states said last week, ...": read as a passive participle, its object speaks.
    heads = told.heads("subject") or (told.heads("object") if told.link == "participle" and told.passive else ())
    found = page.roles(*heads) or tuple(r for h in heads for r in author_of(page, h, authors))
    if found or told.above is None or told.link not in {"participle", "coordinate"}:
        return found
    # "Oramah said the currencies cost billions, further saying ...": whoever says the one says the other.
    joined = told.link == "coordinate"
    above = [a for a in page.clauses.chain(told) if a.kind == "verb" and (joined or a.lemma in page.lexicon.verbs)]
    return page.roles(*above[0].heads("subject")) if above else ()


def author_of(page: Page, noun: int, authors: dict[str, tuple[Role, ...]]) -> tuple[Role, ...]:
    """Who speaks in a document: its owner ("the Turkish statement"), who issued it, else the author told of before."""
    medium = page.lexicon.media.get(page.tokens[noun].lemma.lower())
    if medium is None or not medium.speaks:
        return ()
    p = page.clauses.at(noun)
    if p is not None and p.kind == "noun":
        for role in _OWNERS:
            found = page.roles(*p.heads(role))
            if found:
                return found
    return authors.get(medium.name, ())


def note_authors(page: Page, authors: dict[str, tuple[Role, ...]], first: int, last: int) -> None:
    """Remember who is told, between two tokens, to bring out a document: "the council issued a statement"."""
    for i in range(first, last):
        medium = page.lexicon.media.get(page.tokens[i].lemma.lower())
        if medium is not None and medium.speaks:
            found = author_of(page, i, {})
            if found:
                authors[medium.name] = found


def find_principal(page: Page, p: Predicate, speakers: tuple[Role, ...]) -> Role | None:
    """For whom a spokesman speaks: the body named beside the word ("a spokesman for the ministry"), else the state of
    the ministry in his title ("State Department spokesperson Ned Price"), with the words that name it."""
    for head in p.heads("subject"):
        first, last = page.edges(head, frozenset({p.head}))
        words = range(max(first, head - 10), min(last, head + 12))
        spokesman = next((i for i in words if page.tokens[i].lower in page.lexicon.spokesmen), None)
        if spokesman is None:
            continue
        own = {s.actor for s in speakers}
        near = [r for i in words if i != head and abs(i - spokesman) <= 6 for r in page.roles(i)]
        bodies = [r for r in near if page.kinds[r.actor].kind in _BODIES and r.actor not in own]
        return bodies[0] if bodies else _state_in_title(page, range(words.start, spokesman), speakers)
    return None


def _state_in_title(page: Page, words: range, speakers: tuple[Role, ...]) -> Role | None:
    """The state of an official spokesman, cited by the words before "spokesman" in the title."""
    lead = speakers[0] if len(speakers) == 1 else None
    named = [i for i in words if page.tokens[i].pos == "PROPN"]
    if lead is None or lead.country is None or lead.sector != "GOV" or not named:
        return None
    state = lead.country.lower()
    if state not in page.kinds:
        return None
    return Role(actor=state, span=page.span(named[0], named[-1] + 1), country=lead.country, sector="GOV")
