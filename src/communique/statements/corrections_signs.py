"""What tells that words correct earlier ones: "clarified that ...", "corrected himself, saying ...", "withdrew the remark"."""

from msgspec import Struct

from communique.clauses.clauses import Predicate
from communique.data.statements import Correction
from communique.statements.page import Page
from communique.statements.statements import Draft

_SELF = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_THEM = frozenset({"him", "her", "them", "it"})
_TIES = ("on", "for", "from", "of", "over", "about")
_TIED = frozenset({"object", "oblique", "nominal"})
_BESIDE = frozenset({"participle", "coordinate", "adverbial", "gerund", "complement", "infinitive"})
_OWN = frozenset(
    {"earlier", "previous", "initial", "original", "first", "former", "his", "her", "its", "their", "my", "our"}
)
_ONES_OWN = frozenset({"contradict", "change"})  # words of one's own only
_OF_WORDS = frozenset({"distance", "dissociate", "change", "delete", "regret", "take down"})  # never oneself alone
_TOLD_BEFORE = frozenset(
    {"clarify", "contradict", "correct", "retract", "revise", "take back", "walk back", "withdraw"}
)
_SELDOM = {"course": ("reverse", "change"), "error": ("apolog", "regret"), "mistake": ("apolog", "regret"), "gaffe": ("apolog",), "slip": ("apolog",)}  # fmt: skip
_ISSUING = frozenset({"issue", "publish", "release", "post", "offer", "make", "run", "give", "send", "print"})
_PARTICLES = frozenset({"back", "away", "off", "down"})

Marks = dict[int, list[Predicate]]


class Sign(Struct, frozen=True):
    """How a statement corrects; the noun for the words that it corrects, or the token for whose they are; whether the
    report itself points at them; whether anybody may have told them, or only the speaker and those for whom he speaks."""

    how: Correction
    claim: int | None = None
    whose: int | None = None
    points: bool = False
    anybody: bool = False
    kin: bool = False


def find_marks(page: Page) -> Marks:
    """The predicates that may tell a correction, by their sentence."""
    c, lexicon = page.lexicon.correction, page.lexicon
    words = c.verbs.keys() | _ISSUING | c.lapses.keys() | c.flaws.keys() | {"be", "make"} | lexicon.verbs.keys()
    out: Marks = {}
    for p in page.clauses.predicates:
        if p.kind != "noun" and (p.lemma in words or (p.kind == "verb" and lemma_of(page, p) in words)):
            out.setdefault(p.sentence, []).append(p)
    return out


def lemma_of(page: Page, p: Predicate) -> str:
    """The lemma of a verb with "back", "away", "off" or "down" after it, which the parser may read apart."""
    if p.kind != "verb" or len(p.words) > 1:
        return p.lemma
    words = [t.lower for t in page.tokens[p.head + 1 : p.head + 5]]
    near = next((w for n, w in enumerate(words) if w in _PARTICLES and (n == 0 or w == "back")), None)
    return p.lemma if near is None else f"{p.lemma} {near}"


def act_on_words(page: Page, q: Predicate) -> Sign | None:
    """ "Withdrew the remark", "corrected himself", "backtracked", "apologised for saying so"; not "withdrew the troops"."""
    correction, full = page.lexicon.correction, lemma_of(page, q)
    lemma = full if full in correction.verbs else q.lemma
    how = correction.verbs.get(lemma)
    issued = _issued(page, q) if how is None and q.lemma in _ISSUING else None
    if issued is not None:
        return issued
    if how is None or q.kind != "verb" or q.negated or q.passive or q.modal is not None or q.mood != "statement":
        return None
    if q.link == "infinitive" and trying_above(page, q) is None:
        return None  # "was asked to retract it", "refused to retract it"
    objects = _objects(page, q)
    claims = [h for h in objects if _is_words(page, h, lemma)]
    if claims:
        counts = lemma in {"revise", *correction.lowering} and page.tokens[claims[0]].lemma.lower() in correction.counts
        return Sign("clarifies" if counts else how, claims[0], points=True)
    if lemma == "correct" and (others := [h for h in objects if page.tokens[h].lower in _THEM]):
        return Sign(how, whose=others[0], points=True)
    if lemma in _TOLD_BEFORE and (told := _what_was_told(page, q)) is not None:
        return Sign(how, whose=told, points=True)
    if (
        (lemma in correction.unsaying or (lemma in correction.taking_back and _follows_words(page, q)))
        and q.tense == "past"
        and any(page.tokens[h].lower in _THEM | {"that"} for h in objects)
    ):
        return Sign(how, points=True)
    selves = any(page.tokens[h].lower in _SELF for h in objects) and lemma not in _OF_WORDS
    said = lemma.startswith(("apolog", "regret")) and saying_of(page, q) is not None
    return Sign(how, points=True) if selves or said or lemma in correction.alone else None


def _follows_words(page: Page, q: Predicate) -> bool:
    first = page.sentence_of(q.head)[0]
    return any(page.tokens[i].lemma.lower() in page.lexicon.correction.words for i in range(first, q.head))


def trying_above(page: Page, q: Predicate) -> Predicate | None:
    """ "SOUGHT to walk back the remark", "APPEARED to contradict himself": the verb under which an act is yet done."""
    above = None if q.above is None or q.link != "infinitive" else page.clauses.predicates[q.above]
    if above is None or above.lemma not in page.lexicon.correction.trying or above.negated or above.modal is not None:
        return None
    return (
        above if above.link in {"root", "coordinate", "relative", "complement"} and above.mood == "statement" else None
    )


def _issued(page: Page, q: Predicate) -> Sign | None:
    """ "Issued a RETRACTION of its claim"."""
    nouns = [h for h in q.heads("object") if page.tokens[h].lemma.lower() in page.lexicon.correction.events]
    of = (o for h in nouns for c in page.children[h] if page.tokens[c].lower == "of" for o in page.children[c])
    claims = [o for o in of if page.tokens[o].lemma.lower() in page.lexicon.correction.words]
    if not claims or q.negated or q.passive or q.modal is not None:
        return None
    return Sign("clarifies" if page.tokens[nouns[0]].lemma == "clarification" else "retracts", claims[0], points=True)


def _what_was_told(page: Page, q: Predicate) -> int | None:
    """ "Contradicting what SHE had told the paper": the pronoun for who told it."""
    below = (b for b in page.below.get(q.id, ()) if b.lemma in page.lexicon.verbs and b.link == "complement")
    heads = [h for b in below for h in b.heads("subject") if page.tokens[h].lower in {"he", "she", "it", "they"}]
    return next((h for h in heads if page.tokens[h - 1].lower == "what"), None)


def saying_of(page: Page, q: Predicate) -> Predicate | None:
    """ "Apologised for SAYING that ...": the saying that an act takes back."""
    below = (b for b in page.below.get(q.id, ()) if b.lemma in page.lexicon.verbs)
    return next((b for b in below if b.link == "gerund" and b.marker in {None, "for"}), None)


def _objects(page: Page, q: Predicate) -> list[int]:
    """What a verb has for its object, and what some prepositions tie to it."""
    hung = [
        b.head for b in page.below.get(q.id, ()) if b.kind == "noun" and b.link in _TIED and b.marker in {None, *_TIES}
    ]
    objects = q.argument("object")
    relative = q.link == "relative" and objects is not None
    return [h for h in dict.fromkeys((*q.heads("object"), *hung, *q.heads(*_TIES))) if h > q.head or relative]


def _is_words(page: Page, head: int, lemma: str) -> bool:
    word = page.tokens[head].lemma.lower()
    if word not in page.lexicon.correction.words or not lemma.startswith(_SELDOM.get(word, "")):
        return False
    if lemma in page.lexicon.correction.lowering and word not in page.lexicon.correction.tolls:
        return False
    return lemma not in _ONES_OWN or is_own(page, head) or word in _SELDOM


def is_own(page: Page, claim: int) -> bool:
    """ "His remark", "an earlier statement": words of whoever speaks now."""
    return any(page.tokens[c].lower in _OWN for c in page.children[claim])


def sign_of_cue(page: Page, d: Draft, p: Predicate) -> Sign | None:
    """ "Clarified that ...", "clarified his remarks to the paper that ..."."""
    correction = page.lexicon.correction
    how = correction.verbs.get(p.lemma) if p.lemma in correction.telling else None
    if how is None:
        return None
    return act_on_words(page, p) or (Sign(how) if d.rule.startswith(("clause.", "quote.")) else None)


def sign_of_event(page: Page, p: Predicate) -> Sign | None:
    """ "Issued a correction, saying ...", "said in a corrected statement"."""
    above = [] if p.above is None or p.link not in _BESIDE else [page.clauses.predicates[p.above]]
    heads = [*p.heads("in", "subject"), *(h for a in above if a.lemma in _ISSUING for h in a.heads("object"))]
    for h in heads:
        lemma, beside = page.tokens[h].lemma.lower(), {page.tokens[c].lower for c in page.children[h]}
        if lemma in page.lexicon.correction.events or "corrected" in beside:
            return Sign("clarifies" if lemma == "clarification" else "retracts", points=True)
    return None


def sign_beside(page: Page, d: Draft, p: Predicate, marks: Marks) -> Sign | None:
    """ "Corrected himself, saying ...", "revising its account, it acknowledged ...", "apologised and said ..."."""
    for q in marks.get(p.sentence, ()):
        tied = (
            q.id != p.id
            and _is_tied(page, p, q)
            and q.head not in page.quoted
            and (p.marker == "with" or _is_of_one(p, q))
        )
        if tied and not d.content.start <= page.tokens[q.head].start < d.content.end:
            found = act_on_words(page, q)
            if found is not None:
                return found
    return None


def _is_tied(page: Page, p: Predicate, q: Predicate) -> bool:
    """Does one stand under the other, or beside it, with the same subject?"""
    trying = trying_above(page, q)
    if trying is not None and p.link in _BESIDE and p.head > q.head:
        return p.above == trying.id or any(a.id in {trying.id, q.id} for a in page.clauses.chain(p))
    if q.above == p.id:
        return q.link in _BESIDE - {"complement", "coordinate"}
    if q.link == "participle" and q.head > p.head and page.tokens[q.head - 1].text == ",":
        return any(a.id == p.id for a in page.clauses.chain(q))  # "said it had struck a school, CONTRADICTING ..."
    if p.above == q.id:
        return p.link in _BESIDE
    return p.above is not None and p.above == q.above and "coordinate" in {p.link, q.link}


def _is_of_one(p: Predicate, q: Predicate) -> bool:
    """Do both have one subject, as far as they name it?"""
    own = [a for x in (p, q) if (a := x.argument("subject")) is not None and a.source == "own"]
    return len(own) < 2 or own[0].heads == own[1].heads


def is_next(page: Page, first: int, second: int) -> bool:
    """Does a sentence follow another, with nothing but a quotation mark between?"""
    between = page.clauses.parsed.sentences[first + 1 : second]
    return first < second and len(between) < 2 and all(s.last - s.first < 3 for s in between)
