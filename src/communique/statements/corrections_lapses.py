"""What words say of earlier ones: "had been misquoted", "my earlier statement was wrong", "I never said that"."""

import re
from functools import cache

from communique.clauses.clauses import Predicate
from communique.data.statements import Correction
from communique.statements.corrections_signs import (
    Marks,
    Sign,
    act_on_words,
    is_next,
    is_own,
    lemma_of,
    sign_beside,
    sign_of_cue,
    sign_of_event,
)
from communique.statements.page import Page
from communique.statements.statements import Draft

_ME = frozenset({"i", "we"})
_THEY = frozenset({"he", "she", "they"})
_WE = _ME | _THEY
_SAYING = frozenset({"refer", "speak", "talk"})  # of what, and while speaking: "had been referring to arms"
_VAGUE = _SAYING | {"mean", "joke", "err"}
_TOLD = frozenset({"root", "coordinate", "infinitive", "adverbial"})
_ASKED = ("object-to.", "on-to.", "for.", "to.", "against.")
_READING = frozenset({"read", "interpret", "understand", "take", "construe"})


def find_sign(page: Page, d: Draft, marks: Marks) -> Sign | None:
    """What tells that a draft corrects words; ``marks`` are the predicates of the report that may tell it."""
    p = d.predicate
    back = _looked_back_at(page, d, marks)
    if back is not None or p is None or p.kind == "noun" or d.act == "declined":
        return back
    if d.rule.startswith("correction."):
        return None if points_back(page, p) else act_on_words(page, p)
    found = (
        sign_of_cue(page, d, p) or sign_of_event(page, p) or sign_beside(page, d, p, marks) or _inside(page, d, marks)
    )
    return found or _after_act(page, p, marks)


def _after_act(page: Page, p: Predicate, marks: Marks) -> Sign | None:
    """ "She corrected herself an hour later. "It was two," she said.": the words after such an act are what it means."""
    near = [n for n in (p.sentence - 1, p.sentence - 2) if n in marks and is_next(page, n, p.sentence)]
    before = [q for n in near for q in marks[n] if q.head not in page.quoted]
    acts = [q for q in before if lemma_of(page, q) in page.lexicon.correction.telling and _is_of_somebody(page, q)]
    opens = not any(q.head < p.head and q.lemma in page.lexicon.verbs for q in marks.get(p.sentence, ()))
    return next((s for q in acts if opens and (s := act_on_words(page, q)) is not None), None)


def _looked_back_at(page: Page, d: Draft, marks: Marks) -> Sign | None:
    """ "The dead are ten, police said. THIS REVISED an earlier toll of twelve": of words after which that is told."""
    number = page.tokens[page.at(d.content.end) - 1].sentence
    after = (q for q in marks.get(number + 1, ()) if q.link == "root" and points_back(page, q))
    signs = ((act_on_words(page, q), lemma_of(page, q)) for q in after)
    return next((s for s, lemma in signs if s is not None and lemma in page.lexicon.correction.telling), None)


def _is_of_somebody(page: Page, q: Predicate) -> bool:
    """ "She corrected herself"; not "this corrected an earlier toll", which looks back."""
    return (
        q.link in _TOLD
        and not points_back(page, q)
        and not any(page.tokens[h].lower == "it" for h in q.heads("subject"))
    )


def points_back(page: Page, q: Predicate) -> bool:
    """ "THIS revised an earlier toll"."""
    return any(page.tokens[h].lower in {"this", "that", "which"} for h in q.heads("subject"))


def _inside(page: Page, d: Draft, marks: Marks) -> Sign | None:
    if d.rule.startswith(_ASKED):
        return None  # "called on the envoy to withdraw his remark"
    inside = range(page.at(d.content.start), page.at(d.content.end))
    sentences = range(page.tokens[inside[0]].sentence, page.tokens[inside[-1]].sentence + 1) if inside else ()
    told = [q for n in sentences for q in marks.get(n, ()) if q.head in inside]
    lapses = [s for q in told if (s := _lapse(page, d, q)) is not None]
    mine = [q for q in told if _is_first(page, d, q) and (_is_mine(page, q) or _is_of_possessor(page, q))]
    acts = (s for q in mine if (s := act_on_words(page, q)) is not None)
    own = [s for s in acts if s.claim is None or is_own(page, s.claim)]
    return (
        next(iter([*(x for x in lapses if x.points), *own]), None)
        or _formed(page, d, inside)
        or next(iter(lapses), None)
    )


def _formed(page: Page, d: Draft, inside: range) -> Sign | None:
    """A correction told by a form of words, with the noun for what it corrects."""
    how = _phrase(page, d) or _noted(page, d)
    if how is None:
        return None
    claims = (i for i in inside if page.tokens[i].lemma.lower() in page.lexicon.correction.words and is_own(page, i))
    return Sign(how, next(claims, None), points=True)


def _is_mine(page: Page, q: Predicate) -> bool:
    return any(page.tokens[h].lower in _WE for h in q.heads("subject"))


def _is_of_possessor(page: Page, q: Predicate) -> bool:
    """ "The premier has retracted HIS claim"."""
    return any(is_own(page, h) for h in q.heads("object", "from", "on"))


def _phrase(page: Page, d: Draft) -> Correction | None:
    """A form of words in what is said or before it: "out of context", "set the record straight"."""
    text = page.clauses.parsed.report.text
    first = page.tokens[page.sentence_of(d.place)[0]].start
    top = d.predicate is not None and d.predicate.link == "root" and first < d.content.start
    text = text[first if top else d.content.start : d.content.end].lower()
    phrases = page.lexicon.correction.phrases
    found = _pattern(tuple(phrases)).search(text)
    return None if found is None else phrases[found[0]]


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases)))


def _noted(page: Page, d: Draft) -> Correction | None:
    """ "Correction: it is holding", "admitted that it had given wrong figures"."""
    first, last = page.at(d.content.start), page.at(d.content.end)
    opening = [t.lower for t in page.tokens[first : first + 3]]
    if "correction" in opening and ":" in opening:
        return "retracts"
    admits = d.predicate is not None and d.predicate.lemma in page.lexicon.correction.admitting
    flawed = (t for t in page.tokens[first:last] if t.dep == "amod" and t.lower in page.lexicon.correction.flaws)
    words = page.lexicon.correction.words | {"information"}
    return "retracts" if admits and any(page.tokens[t.head].lemma.lower() in words for t in flawed) else None


def _lapse(page: Page, d: Draft, q: Predicate) -> Sign | None:
    how = page.lexicon.correction.lapses.get(q.lemma)
    found = None if how is None else _befallen(page, d, q, how)
    return found or _flawed(page, d, q) or _unsaid(page, d, q)


def _befallen(page: Page, d: Draft, q: Predicate, how: Correction) -> Sign | None:
    """ "She had misspoken", "I was referring to arms", "his words were misread"; not "it meant war"."""
    heads = q.heads("object", "subject") if q.passive or q.kind == "adjective" else q.heads("subject")
    people = [h for h in heads if page.tokens[h].lower in _WE or page.roles(h)]
    claims = [h for h in heads if page.tokens[h].lemma.lower() in page.lexicon.correction.words]
    if q.lemma in _READING:
        return (
            Sign(how, claims[0], points=True)
            if claims and q.negated and q.passive and is_own(page, claims[0])
            else None
        )
    if q.lemma in _VAGUE and (q.passive or q.tense != "past" or not people or q.mood != "statement"):
        return None
    if q.lemma in _SAYING | {"joke"} and not (q.progressive and _is_of_something(page, d, q)):
        return None
    if not people and not claims:
        return None
    return Sign(how, claims[0] if claims else None, whose=people[0] if people else None, points=q.lemma not in _VAGUE)


def _is_of_something(page: Page, d: Draft, q: Predicate) -> bool:
    """ "Speaking OF a draft", "talking HYPOTHETICALLY"; a joke needs neither."""
    text = page.clauses.parsed.report.text[d.content.start : d.content.end].lower()
    manner = any(m in text for m in page.lexicon.correction.manners)
    return (
        manner
        or q.lemma == "joke"
        or bool(q.heads("to", "of", "about") if q.lemma != "talk" else q.heads("of", "about"))
    )


def _flawed(page: Page, d: Draft, q: Predicate) -> Sign | None:
    """ "His earlier statement was wrong", "the quotation was invented"; "I was wrong"; "it was a joke"."""
    flaws = page.lexicon.correction.flaws
    nouns = [page.tokens[h].lemma.lower() for h in q.heads("attribute")] if q.lemma == "be" else []
    how = flaws.get(q.lemma) or next((flaws[n] for n in nouns if n in flaws), None)
    heads = q.heads("subject", "object") if q.passive else q.heads("subject")
    if q.negated or (how is None and "joke" not in nouns):
        return _manner(page, d, heads) or _no_such(page, q, heads)
    claims = [h for h in heads if page.tokens[h].lemma.lower() in page.lexicon.correction.words]
    admits = d.predicate is not None and d.predicate.lemma in page.lexicon.correction.admitting
    if claims and how is not None:
        own = is_own(page, claims[0]) or admits or how == "denies"
        return Sign(how, claims[0], points=own, anybody=how == "denies") if own else None
    me = any(page.tokens[h].lower in _WE for h in heads) and q.kind == "adjective" and q.tense == "past"
    if me and how == "retracts" and q.lemma in {"wrong", "mistaken"} and _is_first(page, d, q):
        said = any(b.link == "infinitive" and b.lemma in page.lexicon.verbs for b in page.below.get(q.id, ()))
        return Sign("retracts", points=said)  # "he had been wrong to announce it"
    pointing = any(page.tokens[h].lower in {"it", "that", "this"} for h in heads)
    return Sign("clarifies") if "joke" in nouns and pointing and _is_first(page, d, q) else None


def _no_such(page: Page, q: Predicate, heads: tuple[int, ...]) -> Sign | None:
    """ "The president's remark was not an ultimatum"."""
    claims = [h for h in heads if page.tokens[h].lemma.lower() in page.lexicon.correction.words]
    return (
        Sign("clarifies", claims[0], kin=True)
        if q.lemma == "be" and q.negated and claims and q.heads("attribute")
        else None
    )


def _manner(page: Page, d: Draft, heads: tuple[int, ...]) -> Sign | None:
    """ "The remark was a figure of speech", "it was his personal view"."""
    pointing = any(page.tokens[h].lower in {"it", "that", "this"} for h in heads)
    claims = [h for h in heads if page.tokens[h].lemma.lower() in page.lexicon.correction.words]
    if not pointing and not claims:
        return None
    text = page.clauses.parsed.report.text[d.content.start : d.content.end].lower()
    manner = any(m in text for m in page.lexicon.correction.manners)
    return Sign("clarifies", claims[0] if claims else None) if manner else None


def _unsaid(page: Page, d: Draft, q: Predicate) -> Sign | None:
    """ "I never said that", "denied having made the remark", "denied that she had called him a liar"."""
    objects = [page.tokens[h] for h in q.heads("object")]
    says = q.lemma in page.lexicon.verbs and page.lexicon.verbs[q.lemma].act == "said"
    makes = q.lemma == "make" and any(t.lemma.lower() in page.lexicon.correction.words for t in objects)
    if not (says or makes) or q.kind != "verb" or not _is_first(page, d, q):
        return None
    subjects = {page.tokens[h].lower for h in q.heads("subject")}
    mine = not subjects.isdisjoint(_ME if q.head in page.quoted else _THEY) or _is_speaker(page, d, q)
    if d.act == "denied":
        return Sign("denies", points=True, anybody=True) if mine or q.link == "gerund" else None
    others = [h for h in q.heads("subject") if page.roles(h) or page.tokens[h].pos in {"NOUN", "PROPN"}]
    never = any(page.tokens[i].lower == "never" for i in range(max(0, q.head - 3), q.head))
    if q.tense == "past" and q.negated and mine:
        return Sign("denies", points=never, anybody=True)
    # "The palace insists the king never said so"
    return (
        Sign("denies", whose=others[0], anybody=True) if never and q.negated and others and q.lemma == "say" else None
    )


def _is_speaker(page: Page, d: Draft, q: Predicate) -> bool:
    own = {r.actor for r in d.speakers}
    return any(r.actor in own for r in page.roles(*q.heads("subject")))


def _is_first(page: Page, d: Draft, q: Predicate) -> bool:
    """Is a predicate the main one of the words said?"""
    above = None if q.above is None else page.clauses.predicates[q.above]
    outside = above is None or not d.content.start <= page.tokens[above.head].start < d.content.end
    return outside or q.link == "coordinate"
