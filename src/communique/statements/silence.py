"""What is an act of not saying, and what is a denial, by the clause alone: "was not available for comment"."""

from communique.clauses.clauses import Predicate
from communique.statements.content import trim
from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.statements.voices import voice_at
from communique.types import Role

_NONE = frozenset({"no", "neither", "nor"})
_HANDING = frozenset({"give", "offer", "provide", "issue"})  # "gave no reason"; "had no reason" tells nothing
_WISHING = frozenset({"want", "wish", "care"})
_STAYING = frozenset({"keep", "remain", "stay"})
_PEOPLE = frozenset({"him", "her", "them", "us", "me", "you", "himself", "herself", "themselves"})


def is_silent(page: Page, p: Predicate) -> bool:
    """ "Was not available for comment", "returned no calls", "had no comment", "would not be drawn"; "did not elaborate"."""
    lexicon = page.lexicon
    if p.kind == "adjective":
        asked = {page.tokens[h].lemma.lower() for h in p.heads("for")} & lexicon.answers
        if p.lemma in lexicon.silent or _hyphened(page, p) in lexicon.silent:
            return not p.negated and p.modal is None and p.link in {"root", "coordinate", "complement"}
        return bool(asked) and ((p.lemma == "available" and p.negated) or p.lemma == "unavailable")
    if p.kind == "noun":
        return p.lemma in lexicon.replies and bool(p.heads("from")) and _is_denied(page, p, p.head)
    if p.link == "infinitive":
        return is_yet(page, p)
    if p.marker == "without":
        return p.lemma in lexicon.answers or _takes_no_questions(page, p) or _speaks_to_press(page, p)
    if p.lemma in _STAYING and any(page.tokens[c].lower in lexicon.silent for c in page.children[p.head]):
        return not p.negated and p.link in {"root", "coordinate", "complement"}
    return _is_withheld(page, p)


def _hyphened(page: Page, p: Predicate) -> str:
    """ "Tight-lipped", which the parser cuts in three."""
    return "".join(t.lower for t in page.tokens[max(0, p.head - 2) : p.head + 1])


def _speaks_to_press(page: Page, p: Predicate) -> bool:
    """ "Left without SPEAKING TO REPORTERS"."""
    hearers = {page.tokens[h].lemma.lower() for h in p.heads("to", "with")}
    return p.lemma in {"speak", "talk"} and bool(hearers & {"reporter", "journalist", "press", "media", "cameras"})


def is_yet(page: Page, p: Predicate) -> bool:
    """ "The palace has yet to comment"."""
    return p.lemma in page.lexicon.answers and page.tokens[max(0, p.head - 2)].lower == "yet"


def _takes_no_questions(page: Page, p: Predicate) -> bool:
    return p.lemma == "take" and any(page.tokens[h].lemma.lower() == "question" for h in p.heads("object"))


def _is_withheld(page: Page, p: Predicate) -> bool:
    """ "Returned no calls", "gave no details", "dodged questions", "refused to give a reason"."""
    checks = (_is_left, _is_undrawn, _is_unsaid, _is_unwished, _is_refused, _is_evaded, _is_ungiven)
    return any(check(page, p) for check in checks)


def _is_left(page: Page, p: Predicate) -> bool:
    """ "Calls to the embassy WENT UNANSWERED"; not "calls for calm"."""
    left = {page.tokens[c].lower for c in page.children[p.head]} & page.lexicon.unanswered
    return bool(left) and not p.negated and bool(called(page, p))


def calls_of(page: Page, p: Predicate) -> list[int]:
    """The calls or requests that a verb has for subject or object."""
    return [h for h in p.heads("subject", "object") if page.tokens[h].lemma.lower() in page.lexicon.calls]


def called(page: Page, p: Predicate) -> tuple[Role, ...]:
    """Who is called: "requests for comment sent TO THE EMBASSY went unanswered", "calls TO THE PALACE were not returned"."""
    asked = calls_of(page, p)
    between = (page.clauses.at(i) for h in asked for i in range(h, p.head))
    heads = [
        h for x in between if x is not None and (x.kind == "noun" or x.link == "participle") for h in x.heads("to")
    ]
    heads += [o for h in asked for c in page.children[h] if page.tokens[c].lower == "to" for o in page.children[c]]
    return tuple(r for h in heads for r in voice_at(page, h))[:1]


def _is_undrawn(page: Page, p: Predicate) -> bool:
    """ "Would not be drawn", "would not be interviewed"."""
    if not p.passive:
        return False
    drawn = p.lemma == "draw" and (_is_denied(page, p) or _is_declined(page, p))
    return drawn or (p.lemma == "interview" and p.negated and p.modal in {"would", "will"})


def _is_unsaid(page: Page, p: Predicate) -> bool:
    """ "Said nothing", "had nothing to add", "did not elaborate"."""
    nothing = any(page.tokens[h].lower == "nothing" for h in p.heads("object"))
    if p.lemma == "have":
        return nothing and any(t.lower in {"say", "add"} for t in page.tokens[p.head + 1 : p.head + 6])
    if p.lemma == "say":
        return nothing and p.modal is None
    return p.lemma == "elaborate" and _is_denied(page, p) and p.modal is None


def _is_unwished(page: Page, p: Predicate) -> bool:
    """ "Did not want to comment", "stopped short of confirming"."""
    spoken = [b for b in page.below.get(p.id, []) if b.lemma in page.lexicon.refusals]
    if p.lemma == "stop short":
        return not p.negated and any(b.link == "gerund" for b in spoken)
    return p.lemma in _WISHING and _is_denied(page, p) and any(b.link == "infinitive" for b in spoken)


def _is_refused(page: Page, p: Predicate) -> bool:
    """ "Refused to give a reason", "refused requests for interviews", "withheld the names"."""
    objects = p.heads("object")
    if p.negated or p.modal is not None:
        return False
    if p.lemma == "withhold":
        return any(page.tokens[h].lemma.lower() in page.lexicon.facts | page.lexicon.replies for h in objects)
    if p.lemma == "refuse" and not objects:
        asked = [b for b in page.below.get(p.id, []) if b.link == "infinitive"]
        return any(_takes_no_questions(page, b) or _gives(page, b) or (b.lemma == "draw" and b.passive) for b in asked)
    return p.lemma in {"refuse", "decline", "turn down"} and any(_is_request(page, h) for h in objects)


def _is_evaded(page: Page, p: Predicate) -> bool:
    """ "Dodged questions"."""
    asked = any(page.tokens[h].lemma.lower() == "question" for h in p.heads("object"))
    return p.lemma in page.lexicon.evading and asked and not p.negated and p.modal is None


def _is_ungiven(page: Page, p: Predicate) -> bool:
    """ "Returned no calls", "gave no details"."""
    objects, lexicon = p.heads("object"), page.lexicon
    if p.lemma in lexicon.returning:
        return _is_denied(page, p) and any(page.tokens[h].lemma.lower() in lexicon.calls for h in objects)
    asked = lexicon.replies | (lexicon.facts if p.lemma in _HANDING else frozenset())
    given = p.lemma in lexicon.giving
    return given and any(page.tokens[h].lemma.lower() in asked and _is_denied(page, p, h) for h in objects)


def _is_request(page: Page, head: int) -> bool:
    """ "Requests for an interview", "an interview"."""
    token = page.tokens[head]
    inner = {
        page.tokens[o].lemma.lower()
        for c in page.children[head]
        if page.tokens[c].lower == "for"
        for o in page.children[c]
    }
    return token.lemma.lower() == "interview" or (
        token.lemma.lower() == "request" and bool(inner & {"interview", "comment"})
    )


def _gives(page: Page, b: Predicate) -> bool:
    """ "To give a reason"; not "to give ground"."""
    heads = {page.tokens[h].lemma.lower() for h in b.heads("object")}
    return b.lemma in page.lexicon.giving and not heads.isdisjoint(page.lexicon.replies | page.lexicon.facts)


def _is_denied(page: Page, p: Predicate, head: int | None = None) -> bool:
    """Is an act negated, by itself ("did not"), by its subject ("neither side") or by its object ("no comment")?"""
    nouns = [*p.heads("subject"), *([] if head is None else [head])]
    return p.negated or any(page.tokens[c].lower in _NONE for h in nouns for c in (h, *page.children[h]))


def _is_declined(page: Page, p: Predicate) -> bool:
    above = None if p.above is None else page.clauses.predicates[p.above]
    return above is not None and above.lemma in {"decline", "refuse"}


def find_denial(page: Page, p: Predicate) -> Draft | None:
    """ "The claim was denied by the embassy"; "he denied any part in the plot", whatever noun; not "denied bail"."""
    cue = page.lexicon.verbs.get(p.lemma) if p.kind == "verb" else None
    if cue is None or cue.id not in {"deny", "dismiss"} or p.negated or p.modal is not None or not p.heads("subject"):
        return None
    heads = [h for h in p.heads("object") or _displaced(page, p) if _is_deniable(page, p, h, cue.id)]
    tokens = trim(page, page.edges(heads[0], frozenset({p.head}))) if heads else None
    if tokens is None or p.link == "infinitive":
        return None
    span = page.span(min(p.words), max(p.words) + 1)
    return Draft(content=page.span(*tokens), rule=f"claim.{cue.id}", place=p.head, act="denied", predicate=p, cue=span)


def _displaced(page: Page, p: Predicate) -> list[int]:
    """ "Dismissed as "groundless" THE ALLEGATION that ...": the parser hangs the object on what it is called."""
    called = [page.edges(c) for c in page.children[p.head] if page.tokens[c].lower == "as" and c == p.head + 1]
    words = page.lexicon.claims | page.lexicon.charges
    inside = (i for first, last in called for i in range(first + 2, last))
    found = (i for i in inside if page.tokens[i].lemma.lower() in words and i not in page.quoted)
    first = next(found, None)
    return [] if first is None else [first]


def _is_deniable(page: Page, p: Predicate, head: int, cue: str) -> bool:
    token, lemma = page.tokens[head], page.tokens[head].lemma.lower()
    if lemma in page.lexicon.charges or (lemma in page.lexicon.claims and has_clause(page, head)):
        return True
    if p.passive or cue != "deny" or p.heads("indirect", "to") or token.pos not in {"NOUN", "PRON"}:
        return False
    parties = page.roles(head) and token.pos == "NOUN"
    return not parties and lemma not in page.lexicon.grants and token.lower not in _PEOPLE


def has_clause(page: Page, noun: int) -> bool:
    """ "Rejected suggestions THAT HE HAD MET THE REBELS": what is said to be so is denied."""
    p = page.clauses.at(noun)
    return p is not None and any(b.marker == "that" for b in page.below.get(p.id, ()))
