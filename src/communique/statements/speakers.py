"""Who speaks: the subject of the cue, the author of a document that speaks, the source that a medium quotes."""

from communique.clauses.clauses import Predicate
from communique.statements.page import Page
from communique.statements.quoting import quoting_above
from communique.statements.voices import is_medium, medium_at, voice_at
from communique.types import Role

_OWNERS = ("possessor", "subject", "by", "from", "of", "modifier")
# Cues whose subject can only be somebody; things may "highlight", "call for", "indicate".
_SURE = frozenset({"say", "go-on", "tell", "answer", "deny", "decline", "ask"})
_LETTER = "letter"  # the medium that "wrote to the committee" means
Authors = dict[str, tuple[Role, ...]]


def find_speakers(page: Page, p: Predicate, authors: Authors, *, surely: bool = False) -> tuple[Role, ...]:
    """The parties that say what a predicate reports; ``authors`` are those of the documents told of before; ``surely``
    says that the subject can only be somebody, whatever the verb ("the palace was not available for comment")."""
    quoting = quoting_above(page, p)
    if quoting is not None:
        return tuple(r for h in quoting.heads("object") for r in voice_at(page, h))
    if p.kind == "noun":
        return _of_noun(page, p)
    found = _subject(page, p, authors) or (
        tuple(r for h in p.heads("subject") or p.heads("object") for r in voice_at(page, h)) if surely else ()
    )
    if found and all(is_medium(page, r) for r in found):
        return _quoted(page, p) or found
    return found


def _of_noun(page: Page, p: Predicate) -> tuple[Role, ...]:
    """ "MOSCOW's claim", "a report BY THE AGENCY"; of "denied the claim" the subject is not whose claim it is."""
    lent = {h for a in p.arguments if a.source == "light" for h in a.heads}
    heads = [p.heads(role) for role in ("possessor", "by", "subject", "modifier", "from")]
    owners = (page.roles(*(h for h in hs if h not in lent or p.light is not None)) for hs in heads)
    return next((o for o in owners if o), ())


def _subject(page: Page, p: Predicate, authors: Authors) -> tuple[Role, ...]:
    told = p if page.beside(p) is None else page.beside(p) or p
    # "As the leaders of the three states said last week, ...": read as a passive participle, its object speaks.
    heads = told.heads("subject") or (told.heads("object") if told.link == "participle" and told.passive else ())
    heads = _named_heads(page, told, heads)
    found = page.roles(*heads) or _apposed(page, heads) or tuple(r for h in heads for r in author_of(page, h, authors))
    found = found or tuple(r for h in heads for r in medium_at(page, h)) or _voices(page, told, heads)
    if found or told.above is None or told.link not in {"participle", "coordinate"}:
        return found if found or heads else _beside_verb(page, told)
    # "Oramah said the currencies cost billions, further saying ...": whoever says the one says the other.
    joined = told.link == "coordinate"
    above = [a for a in page.clauses.chain(told) if a.kind == "verb" and (joined or a.lemma in page.lexicon.verbs)]
    return page.roles(*above[0].heads("subject")) if above else ()


def _named_heads(page: Page, p: Predicate, heads: tuple[int, ...]) -> tuple[int, ...]:
    """ "THIS Wednesday Foreign Minister Ada Cole said": of two subjects that the parser finds, the name; "read THE
    STATEMENT": a document that reads."""
    if p.lemma == "read" and not heads:
        return tuple(
            c for c in page.children[p.head] if page.tokens[c].lemma.lower() in page.lexicon.media and c > p.head
        )
    if len(heads) != 1 or page.tokens[heads[0]].lower not in {"this", "that"}:
        return heads
    verb = page.tokens[heads[0]].head
    others = [
        c
        for c in page.children[verb]
        if page.tokens[c].dep == "nsubj" and c != heads[0] and page.tokens[c].pos == "PROPN"
    ]
    return tuple(others) or heads


def _apposed(page: Page, heads: tuple[int, ...]) -> tuple[Role, ...]:
    """ "One of the groups, THE FRONT, said"."""
    ones = [h for h in heads if page.tokens[h].lower == "one"]
    inner = [h for one in ones for c in page.children[one] for h in (c, *page.children[c], *_below(page, c))]
    return page.roles(*(h for h in inner if page.tokens[h].dep == "appos"))[:1]


def _below(page: Page, token: int) -> tuple[int, ...]:
    return tuple(h for c in page.children[token] for h in page.children[c])


def _voices(page: Page, p: Predicate, heads: tuple[int, ...]) -> tuple[Role, ...]:
    """Whoever is described as the subject of a cue: "a former bodyguard said"."""
    cue, subject = page.lexicon.verbs.get(p.lemma), p.argument("subject")
    if cue is None:
        return ()
    own = (
        subject is None or subject.source == "own"
    )  # "the trial was unfair, adding ..." gives the participle a subject too
    sure = own and cue.id in _SURE
    return tuple(r for h in heads for r in voice_at(page, h, surely=sure or (own and page.tokens[h].tag == "NNP")))


def _beside_verb(page: Page, p: Predicate) -> tuple[Role, ...]:
    """ "Writing in Le Monde, the former minister Ada Cole argued": the person right before a finite verb that the parser
    leaves without a subject."""
    if p.kind != "verb" or p.passive or p.head == 0 or page.tokens[p.head].tag not in {"VBD", "VBZ", "VBP"}:
        return ()
    found = page.roles(p.head - 1)
    return found if found and all(page.kinds[r.actor].kind == "person" for r in found) else ()


def _quoted(page: Page, p: Predicate) -> tuple[Role, ...]:
    """ "The agency reported, quoting a navy officer": the source of a medium speaks through it."""
    quoting = (b for b in page.below.get(p.id, []) if b.link == "participle" and b.lemma in {"quote", "cite"})
    return tuple(r for b in quoting if b.head > p.head for h in b.heads("object") for r in voice_at(page, h))


def author_of(page: Page, noun: int, authors: Authors) -> tuple[Role, ...]:
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


def note_authors(page: Page, authors: Authors, first: int, last: int) -> None:
    """Remember who is told, between two tokens, to bring out a document: "the council issued a statement"."""
    for i in range(first, last):
        letter = page.clauses.at(i) if page.tokens[i].lemma == "write" else None
        if letter is not None and letter.heads("to") and letter.kind == "verb":
            writers = tuple(r for h in letter.heads("subject") for r in voice_at(page, h, surely=False))
            authors.update({_LETTER: writers} if writers else {})
        medium = page.lexicon.media.get(page.tokens[i].lemma.lower())
        if medium is not None and medium.speaks:
            found = author_of(page, i, {})
            if found:
                authors[medium.name] = found
