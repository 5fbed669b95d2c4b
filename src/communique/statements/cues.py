"""Which predicates report words, and which only look like it."""

from msgspec import Struct
from msgspec.structs import replace

from communique.clauses.clauses import Predicate
from communique.data.statements import Cue
from communique.statements.page import Page
from communique.types import Act

_UNTOLD = frozenset({"will", "would", "could", "may", "might", "should", "must", "can", "shall"})
_OPEN = frozenset({"if", "unless", "whether"})
_FACTUAL = frozenset({None, "by", "with", "in", "after", "since", "while", "when"})
_REFUSING = frozenset({"decline", "refuse"})


class Report(Struct, frozen=True):
    """A predicate that reports words, by an entry of the lexicon; ``act`` is what it does to them."""

    predicate: Predicate
    cue: Cue
    act: Act


def find_reports(page: Page) -> list[Report]:
    """The predicates that report words, in the order of the text; none inside a quotation."""
    lexicon = page.lexicon
    known = {
        "make",
        *_REFUSING,
        *lexicon.verbs,
        *lexicon.nouns,
        *lexicon.adjectives,
        *lexicon.answers,
        *lexicon.refusals,
    }
    told = (p for p in page.clauses.predicates if p.lemma in known and p.head not in page.quoted)
    found = (_report(page, p) for p in told)
    return sorted((r for r in found if r is not None), key=lambda r: r.predicate.head)


def find_quoting(page: Page) -> dict[int, Predicate]:
    """The verbs that may stand beside a quotation, by their token: there the marks show that words are told."""
    return {
        p.head: p
        for p in page.clauses.predicates
        if p.kind == "verb"
        and not p.negated
        and p.head not in page.quoted
        and (cue := page.lexicon.verbs.get(p.lemma)) is not None
        and "quote" in cue.takes
    }


def _report(page: Page, predicate: Predicate) -> Report | None:
    p = _with_clear(page, predicate) if predicate.lemma == "make" else predicate
    if p.kind == "verb":
        cue = page.lexicon.verbs.get(p.lemma)
        refusal = _refusal(page, p)
        if refusal is not None:
            return refusal
    else:
        cue = (page.lexicon.nouns if p.kind == "noun" else page.lexicon.adjectives).get(p.lemma)
    return Report(p, cue, cue.act) if cue is not None and _is_telling(page, p, cue) else None


def _with_clear(page: Page, p: Predicate) -> Predicate:
    """ "Made clear that ...": the two words are one cue."""
    clear = page.tokens[min(p.head + 1, len(page.tokens) - 1)].lower == "clear"
    return replace(p, lemma="make clear", words=(p.head, p.head + 1)) if clear else p


def _is_telling(page: Page, p: Predicate, cue: Cue) -> bool:
    """Does a word that reports words in general do so here?"""
    if p.negated or p.mood == "command" or _is_musing(page, p, cue) or not _may_say(page, p, cue):
        return False
    if cue.act == "declined" and not _is_asked(page, p):
        return False
    return p.kind != "verb" or _is_told(page, p)


def _is_asked(page: Page, p: Predicate) -> bool:
    """ "Asked for a comment, she declined", "declined a request"; not "the party has declined since the war"."""
    if p.heads("object") or any(b.link == "infinitive" for b in page.below.get(p.id, ())):
        return True
    near = (q for q in page.clauses.predicates if p.sentence - 1 <= q.sentence <= p.sentence)
    return any(q.lemma in page.lexicon.asking for q in near)


def _refusal(page: Page, p: Predicate) -> Report | None:
    """ "declined to say", "did not respond", "would not confirm": the verb of the refusal, else None."""
    lexicon = page.lexicon
    if p.lemma in _REFUSING and any(
        b.link == "infinitive" and b.lemma in lexicon.refusals for b in page.below.get(p.id, [])
    ):
        return Report(p, page.lexicon.verbs["decline"], "declined")
    if not p.negated or p.link in {"infinitive", "relative"}:
        return None
    if p.lemma in lexicon.answers or (p.modal in {"will", "would"} and p.lemma in lexicon.refusals):
        return Report(p, page.lexicon.verbs["decline"], "declined")
    return None


def _is_told(page: Page, p: Predicate) -> bool:
    """Does the clause assert that the words were said, not only that they may be ("plans to call for", "if he says")?"""
    if p.modal in _UNTOLD or p.mood == "question" or p.marker in _OPEN:
        return False
    if p.passive and not p.heads("subject") and not _is_impersonal(page, p):
        return False
    # "instead of SAYING that ..." is none.
    gerund = p.link == "gerund" and page.tokens[p.head].tag == "VBG"
    if not _is_bare(page, p) and not (gerund and p.marker not in _FACTUAL):
        return True
    above = None if p.above is None else page.clauses.predicates[p.above]
    return above is not None and above.lemma in page.lexicon.carrying and not above.negated and above.modal is None


def _is_musing(page: Page, p: Predicate, cue: Cue) -> bool:
    """ "I think that ...", "you asked us": whoever speaks in the first person tells no one else's words by it."""
    persons = {page.tokens[h].lower for h in p.heads("subject")}
    return "you" in persons or (cue.id == "believe" and bool(persons & {"i", "we"}))


def _may_say(page: Page, p: Predicate, cue: Cue) -> bool:
    """Only a poll or a record "shows" that something is so, as one that tells it."""
    return not cue.subjects or any(page.tokens[h].lemma.lower() in cue.subjects for h in p.heads("subject"))


def _is_bare(page: Page, p: Predicate) -> bool:
    """Is the verb an infinitive, or the second of two ("plans to meet and urge")?"""
    before = p.head - 1 - (page.tokens[p.head - 1].pos == "ADV")
    if before >= 0 and page.tokens[before].lower == "to" and page.tokens[before].tag == "TO":
        return True
    if p.link == "coordinate" and p.above is not None:
        first = page.clauses.predicates[p.above]
        return first.link == "infinitive" or first.marker == "to"
    return (page.tokens[p.head].tag == "VB" and not _is_present(page, p)) or p.link == "infinitive" or p.marker == "to"


def _is_present(page: Page, p: Predicate) -> bool:
    """ "Economists WARN that ...": the tagger may take a present with its subject for an infinitive."""
    own = any(a.role == "subject" and a.source == "own" for a in p.arguments)
    helped = any(page.tokens[c].dep == "aux" for c in page.children[p.head])
    return own and not helped and p.link in {"root", "relative"}


def _is_impersonal(page: Page, p: Predicate) -> bool:
    """ "It was announced that ...": nobody is named, yet words are told; "was confirmed dead" tells none."""
    return any(page.tokens[h].lower == "it" for h in p.heads("object")) and p.id in page.below
