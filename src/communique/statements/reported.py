"""The clause that a predicate reports: after it, before it, round it, or on its noun."""

from communique.clauses.clauses import Predicate
from communique.data.mentions import load_mention_words
from communique.statements.extent import Tokens, carrier, cut_cues, reach, union
from communique.statements.page import Page

# Cues that vouch for the clause beside "as": "as Orlov noted", not "as Orlov urged".
_VOUCHING = frozenset({"say", "note", "tell", "recall", "assert"})


def find_clause(page: Page, p: Predicate) -> Tokens | None:
    if page.tokens[p.words[-1]].lower == "clear":
        return _after_clear(page, p)
    if p.kind == "noun":
        return _of_noun(page, p)
    below = [b for b in page.below.get(p.id, []) if b.link == "complement" and _is_reported(page, p, b)]
    below = below or _of_carrier(page, p)
    after = [b for b in below if carrier(page, b) > p.head]
    if after:
        first, last = union(page, p, [carrier(page, b) for b in after])
        return _from_object(page, p, first), _with_conjunct(page, p, reach(page, p, last))
    if p.marker == "as" and p.link == "adverbial":
        return _as_told(page, p)
    if below:
        return _before(page, p, union(page, p, [carrier(page, b) for b in below]))
    return _fronted(page, p) or _up_to_semicolon(page, p)


def _is_reported(page: Page, p: Predicate, b: Predicate) -> bool:
    """Is a clause under a cue what it reports: not the main clause behind a semicolon, nor one that tells when?"""
    head = carrier(page, b)
    between = page.tokens[min(p.head, head) : max(p.head, head)]
    if b.kind == "noun" or b.marker in {"as", "when", "while"} or any(t.text == ";" for t in between):
        return False
    return head > p.head or not _has_its_own(page, p, b)


def _has_its_own(page: Page, p: Predicate, b: Predicate) -> bool:
    """Does a cue tell something else than the clause before it: its object ("He spoke first, and the envoy SAID THE
    SAME"), or is that only another reporting clause ("On Monday, the envoy said, Moscow CONSIDERED it dead")?"""
    objects = [page.tokens[h] for h in p.heads("object") if h > p.head]
    people = load_mention_words().people  # "..., said officials": the parser may take who speaks for an object
    own = any(t.pos in {"NOUN", "PRON", "ADJ"} and t.lemma.lower() not in people for t in objects)
    cue = page.lexicon.verbs.get(p.lemma)
    aside = b.lemma in page.lexicon.verbs and page.edges(b.head)[1] - 1 == b.head
    return aside or (own and cue is not None and not cue.tells)


def _up_to_semicolon(page: Page, p: Predicate) -> Tokens | None:
    """ "Officials said the man was ill; his death, they reported, ...": the parser hangs what follows the cue on what
    stands behind the semicolon."""
    end = page.sentence_of(p.head)[1]
    stop = next((i for i in range(p.head + 1, end) if page.tokens[i].text == ";"), p.head)
    found = (page.clauses.at(i) for i in range(p.head + 1, stop))
    told = [b for b in found if b is not None and b.kind != "noun" and b.heads("subject", "object")]
    hung = any(b.marker is None and b.link == "complement" for b in told)
    return (p.head + 1, stop) if hung and not p.heads("object") else None


def _of_noun(page: Page, p: Predicate) -> Tokens | None:
    """ "the claim that ...", "kept to his stance that ...": a clause of the noun, or one hung on the verb above it."""
    above = () if p.above is None else page.below.get(p.above, ())
    hung = [*page.below.get(p.id, []), *(b for b in above if b.marker == "that" and b.head > p.head)]
    heads = [carrier(page, b) for b in hung if b.link == "complement" and b.kind != "noun"]
    found = [page.edges(h) for h in heads]
    return next(((first, last) for first, last in found if first == p.head + 1), None)


def _of_carrier(page: Page, p: Predicate) -> list[Predicate]:
    """ "said in a statement that ...": the parser hangs the clause on the document, the cue reports it."""
    nouns = [page.clauses.at(h) for h in p.heads("in", "at", "on", "during", "to") if h > p.head]
    carriers = [n for n in nouns if n is not None and n.kind == "noun" and n.lemma in page.lexicon.media]
    return [b for n in carriers for b in page.below.get(n.id, []) if b.link == "complement" and b.kind != "noun"]


def _with_conjunct(page: Page, p: Predicate, last: int) -> int:
    """ "told them trust was gone and there was no way back": a second clause, with a subject of its own and no comma."""
    for b in page.below.get(p.id, []):
        own = any(a.role in {"subject", "object"} and a.source == "own" for a in b.arguments)
        beside = b.link == "coordinate" and b.kind == "verb" and b.lemma not in page.lexicon.verbs
        if beside and own and b.head > last and page.tokens[last].pos == "CCONJ" and page.edges(b.head)[0] > last:
            return page.edges(b.head)[1]
    return last


def _as_told(page: Page, p: Predicate) -> Tokens | None:
    """ "As the daily reported, two guards died": the clause that the aside is hung on."""
    start, end = page.edges(p.head)[0], page.sentence_of(p.head)[1]
    if start > 1 and page.tokens[start - 2].lower == "not" and _vouches(page, p):
        comma = next((i for i in range(p.head + 1, end) if page.tokens[i].text == ","), end)
        return (comma + 1, end) if comma + 1 < end else None  # "and not, as he had told them, THROUGH THE PORT"
    above = None if p.above is None else page.clauses.predicates[p.above]
    if above is None or above.kind == "noun" or above.head in page.quoted or above.lemma in page.lexicon.verbs:
        return None
    return page.edges(carrier(page, above), frozenset({p.head})) if _vouches(page, p) else None


def _vouches(page: Page, p: Predicate) -> bool:
    """Is an aside with "as" one that names a source: set off, with a subject other than the writer, and no object?"""
    start, cue = page.edges(p.head)[0], page.lexicon.verbs.get(p.lemma)
    if cue is None or cue.id not in _VOUCHING:
        return False
    set_off = start == page.sentence_of(p.head)[0] or page.tokens[start - 1].text in {",", "—", "–", "-", "("}
    subjects = {page.tokens[h].lower for h in p.heads("subject")}
    topics = [
        h for a in p.arguments if a.role in {"object", "of", "about", "with"} and a.source == "own" for h in a.heads
    ]
    return set_off and bool(subjects) and not subjects & {"i", "we", "you"} and (cue.tells or not topics)


def _from_object(page: Page, p: Predicate, first: int) -> int:
    """ "announced the new region would govern itself": what the parser takes for an object is the clause's subject."""
    cue = page.lexicon.verbs.get(p.lemma)
    if cue is None or cue.tells:
        return first
    between = [h for h in p.heads("object") if p.head < h < first]
    if any(page.tokens[h].lemma.lower() in page.lexicon.claims for h in between):
        return first  # "clarified his remarks that ..."
    return min([first, *(page.edges(h, frozenset({p.head}))[0] for h in between)])


def _before(page: Page, p: Predicate, tokens: Tokens) -> Tokens | None:
    """ "The talks had failed, Orlov said": up to the comma before the reporting clause."""
    first, last = tokens
    own = [page.edges(h)[0] for h in p.heads("subject") if last - 1 <= h < p.head]
    return first, min([last, *own])


def _after_clear(page: Page, p: Predicate) -> Tokens | None:
    """ "made clear that ...", "made clear the need for ...": the parser has no stable reading, so all that follows."""
    cut = cut_cues(page, p, [])
    last = max([page.edges(i, frozenset(cut))[1] for i in page.children[p.head] if i not in cut], default=0)
    return (p.words[-1] + 1, last) if last > p.words[-1] + 1 else None


def _fronted(page: Page, p: Predicate) -> Tokens | None:
    """The content is the clause that the reporting one was hung on ("..., Orlov said" as a parenthesis)."""
    if p.above is None or p.link != "complement" or not p.heads("subject"):
        return None
    above = page.clauses.predicates[p.above]
    if above.head in page.quoted or above.lemma in page.lexicon.verbs:
        return None
    start, end = page.edges(p.head)
    marks = {",", "—", "–", "-"}
    if start == 0 or (page.tokens[start - 1].lower not in marks and page.tokens[start].lower not in marks):
        return None
    first, last = page.edges(carrier(page, above), frozenset({p.head}))
    if last > end:
        first = max([first, *(i + 1 for i in range(first, start) if page.tokens[i].text == ";")])
    return first, last
