"""Who goes on to speak: "he", "she", "it" or "they" of whom the actors know nobody is whoever spoke before."""

from communique.clauses.clauses import Predicate
from communique.data.mentions import load_mention_words
from communique.parse.parsed import Token
from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.statements.voices import voice_at
from communique.types import Role, Span

_BACK = 2  # sentences from who spoke to "he added"
_HE_SHE = {"he": "m", "she": "f"}
_BODIES = frozenset(
    ["government", "ministry", "military", "parliament", "court", "police", "body", "party", "armed-group", "outlet",
     "organisation", "company"]
)  # fmt: skip
_PLAIN = {"his": "he", "her": "she", "its": "it", "their": "they"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def echo(page: Page, p: Predicate, done: list[Draft]) -> tuple[Role, ...]:
    """ "A farmer said the well was dry. HE added that ...": the last speaker that the pronoun fits, cited by it."""
    heads = p.heads("subject") if p.kind != "noun" else p.heads("possessor")
    if len(heads) != 1 or page.roles(*heads) or heads[0] in page.quoted:
        return ()
    at = heads[0]
    word = _PLAIN.get(page.tokens[at].lower, page.tokens[at].lower)
    return _spoke_before(page, at, word, done) or stood_before(page, at) or _stands_after(page, p, word)


def _stands_after(page: Page, p: Predicate, word: str) -> tuple[Role, ...]:
    """ "A day after HE called the vote a farce, the envoy said ...": the subject of the clause that follows."""
    above = None if p.above is None or p.link != "adverbial" else page.clauses.predicates[p.above]
    heads = () if above is None else above.heads("subject")
    found = voice_at(page, heads[0], surely=False) if len(heads) == 1 and heads[0] > p.head else ()
    return found if word in _HE_SHE and len(found) == 1 and is_one(page, found[0], word) else ()


def _spoke_before(page: Page, at: int, word: str, done: list[Draft]) -> tuple[Role, ...]:
    for d in reversed(done):
        if page.tokens[at].sentence - _last_sentence(page, d, at) > _BACK or d.place > at:
            return ()
        if d.speakers and _fits(page, word, d.speakers):
            return () if _is_other_between(page, d, at) else tuple(_cited(r, page.span(at, at + 1)) for r in d.speakers)
    return ()


def _last_sentence(page: Page, d: Draft, at: int) -> int:
    """The sentence in which a statement ends, its cue or its last words, before a token."""
    last = min(max(d.place, page.at(d.content.end) - 1), at)
    return page.tokens[last].sentence


def stood_before(page: Page, at: int) -> tuple[Role, ...]:
    """ "A farmer lost two cows. HE said ...", "the firm withdrew ITS claim": the one party that is a subject in this
    sentence or the one before."""
    word = _PLAIN.get(page.tokens[at].lower, page.tokens[at].lower)
    sentences = page.clauses.parsed.sentences
    number = page.tokens[at].sentence
    first = sentences[max(0, number - 1)].first
    heads = [i for i in range(first, at) if page.tokens[i].dep in _SUBJECTS and i not in page.quoted]
    roles = {
        r.actor: r for i in heads if page.tokens[i].pos in {"NOUN", "PROPN"} for r in voice_at(page, i, surely=False)
    }
    fits = [
        r for r in roles.values() if (is_one(page, r, word) if word in _HE_SHE else word == "it" and _is_body(page, r))
    ]
    if len(fits) != 1 or len(roles) != 1:
        return ()
    return (_cited(fits[0], page.span(at, at + 1)) if fits[0].actor in page.kinds else fits[0],)


def _cited(role: Role, span: Span) -> Role:
    return Role(actor=role.actor, span=span, country=role.country, sector=role.sector)


def _fits(page: Page, word: str, speakers: tuple[Role, ...]) -> bool:
    if word == "they":
        return len(speakers) > 1 or _is_many(page, speakers[0])
    if len(speakers) > 1:
        return False
    if word in _HE_SHE:
        return is_one(page, speakers[0], word)
    return word == "it" and _is_body(page, speakers[0])


def _head(page: Page, role: Role) -> int:
    """The head of the words that name a party."""
    inside = range(page.at(role.span.start), page.at(role.span.end))
    return next((i for i in inside if page.tokens[i].head not in inside or page.tokens[i].head == i), inside[0])


def is_one(page: Page, role: Role, word: str) -> bool:
    """May "he" or "she" mean a party: a person of this gender, or of one that nothing tells?"""
    gender = _HE_SHE[word]
    actor, token = page.kinds.get(role.actor), page.tokens[_head(page, role)]
    found = load_mention_words().people.get(token.lemma.lower())
    if token.tag in {"NNS", "NNPS"} or (actor is not None and actor.kind not in {"person", "unknown"}):
        return False
    other = _HE_SHE.get(token.lower)
    if found is not None and found.gender is not None:
        other = found.gender
    thing = token.lemma.lower() in load_mention_words().collectives or page.is_outlet(role)
    return other in {None, gender} and not thing


def _is_many(page: Page, role: Role) -> bool:
    token = page.tokens[_head(page, role)]
    return token.tag in {"NNS", "NNPS"} or token.lower == "they"


def _is_body(page: Page, role: Role) -> bool:
    actor, token = page.kinds.get(role.actor), page.tokens[_head(page, role)]
    if actor is not None:
        return actor.kind in _BODIES
    return token.lemma.lower() in load_mention_words().collectives and token.tag not in {"NNS", "NNPS"}


def _is_other_between(page: Page, d: Draft, at: int) -> bool:
    """Does a clause between tell of another person, to whom the pronoun may as well point?"""
    subjects = (
        page.tokens[i] for i in range(d.place + 1, at) if page.tokens[i].dep in _SUBJECTS and i not in page.quoted
    )
    return any(not _tells(d.content, t.start) and _is_other(page, d, t) for t in subjects)


def _is_other(page: Page, d: Draft, token: Token) -> bool:
    """Is a noun a person or party, and none of the speakers?"""
    found = {r.actor for r in page.roles(token.i)}
    known = bool(found) or token.entity == "PERSON" or token.lemma.lower() in load_mention_words().people
    return (
        known and not found & {r.actor for r in d.speakers} and not any(_tells(r.span, token.start) for r in d.speakers)
    )


def _tells(content: Span, offset: int) -> bool:
    return content.start <= offset < content.end
