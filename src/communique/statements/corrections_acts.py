"""Acts of correcting that tell no new words: "withdrew the remark", "revised the toll to seven"; and what they correct."""

from msgspec.structs import replace

from communique.clauses.clauses import Predicate
from communique.statements.content import find_content, trim
from communique.statements.corrections_denials import owners
from communique.statements.corrections_lapses import find_sign
from communique.statements.corrections_signs import (
    Sign,
    act_on_words,
    find_marks,
    is_next,
    lemma_of,
    saying_of,
    trying_above,
)
from communique.statements.extent import Tokens
from communique.statements.page import Page
from communique.statements.statements import Draft
from communique.statements.voices import voice_at

_TOLD = frozenset({"root", "coordinate", "relative"})
_TIMES = frozenset({"DATE", "TIME"})


def add_corrections(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with one for each act that takes words back, and one for the words that a correction repeats."""
    marks = find_marks(page)
    signs = [(d, s) for d in drafts if (s := find_sign(page, d, marks)) is not None]
    taken = {d.predicate.sentence for d, _ in signs if d.predicate is not None}
    done = {
        d.predicate.head for d in drafts if d.predicate is not None and d.rule != "object.condemn"
    } | page.quoted.keys()
    free = [p for n, found in marks.items() if n not in taken for p in found if p.head not in done]
    new = [d for p in free if (d := _act(page, drafts, p)) is not None]
    signs += [(d, s) for d in new if (s := find_sign(page, d, marks)) is not None]
    drafts = [x for d in drafts if (x := _without(page, d, new)) is not None]
    claims = [c for d, s in signs if (c := _repeated(page, [*drafts, *new], d, s)) is not None]
    claims += [c for d in drafts if (c := _denied(page, drafts, d)) is not None]
    return sorted([*drafts, *new, *claims], key=lambda d: (d.place, d.content)) if new or claims else drafts


def _act(page: Page, drafts: list[Draft], p: Predicate) -> Draft | None:
    """A statement whose content is what is taken back, or the act itself."""
    colon = _after_colon(page, p)
    told = (
        colon is not None
        or (p.link in _TOLD and p.marker not in {"if", "whether"})
        or trying_above(page, p) is not None
    )
    sign = act_on_words(page, p) if told else None
    if (
        sign is None
        or not p.heads("subject")
        or (p.tense in {"present", "future"} and not p.perfect)
        or _is_followed(page, drafts, p)
    ):
        return None
    if colon is not None:
        return _draft(page, p, colon)
    begin = p.head if sign.claim is None or sign.claim < p.head else page.edges(sign.claim, frozenset({p.head}))[0]
    beside = frozenset(b.head for b in page.below.get(p.id, ()) if b.link == "coordinate" and b.kind != "noun")
    tokens = trim(page, (begin, _without_time(page, begin, page.edges(p.head, beside)[1])))
    if tokens is None:
        return None
    return _draft(page, p, tokens)


def _draft(page: Page, p: Predicate, tokens: Tokens) -> Draft:
    cue = page.span(min(p.words), max(p.words) + 1)
    return Draft(content=page.span(*tokens), rule=f"correction.{p.lemma}", place=p.head, predicate=p, cue=cue)


def _after_colon(page: Page, p: Predicate) -> Tokens | None:
    """ "It corrected the record: THE AID WAS UNDER REVIEW"."""
    end = page.sentence_of(p.head)[1]
    colon = next((i for i in range(p.head + 1, min(p.head + 8, end)) if page.tokens[i].text == ":"), None)
    if colon is None or colon + 1 in page.quoted or lemma_of(page, p) not in page.lexicon.correction.telling:
        return None
    told = any(page.tokens[i].pos in {"VERB", "AUX"} for i in range(colon + 1, end))
    between = any(page.tokens[i].pos in {"VERB", "AUX"} for i in range(p.head + 1, colon))
    return trim(page, (colon + 1, end)) if told and not between else None


def _without_time(page: Page, first: int, last: int) -> int:
    """The end of some words without the day that closes them: "the remark | on Thursday"."""
    end = last
    while end > first + 1 and (page.tokens[end - 1].entity in _TIMES or page.tokens[end - 1].pos == "PUNCT"):
        end -= 1
    end -= page.tokens[end - 1].pos == "CCONJ" and end > first + 1
    cut = end < last and page.tokens[end - 1].lower in {"on", "in", "within", "at"}
    return max(first + 1, end - 1) if cut else end


def _is_followed(page: Page, drafts: list[Draft], p: Predicate) -> bool:
    """ "She corrected herself. "It was two," she said.": the words that follow are the correction."""
    if lemma_of(page, p) not in page.lexicon.correction.telling:
        return False
    return any(is_next(page, p.sentence, page.tokens[d.place].sentence) and _may_go_on(page, p, d) for d in drafts)


def _may_go_on(page: Page, p: Predicate, d: Draft) -> bool:
    """May whoever does an act also tell what follows: a pronoun, the same party, a document, nobody named?"""
    heads = () if d.predicate is None else d.predicate.heads("subject")
    same = {r.actor for r in page.roles(*heads)} & {r.actor for r in page.roles(*p.heads("subject"))}
    return bool(same) or all(
        page.tokens[h].pos == "PRON" or page.tokens[h].lemma.lower() in page.lexicon.media for h in heads
    )


def _without(page: Page, d: Draft, acts: list[Draft]) -> Draft | None:
    """ "Claimed that a jet was lost, then withdrew the claim": the act that follows is no part of what was claimed; "he
    regretted the remark" is the act itself."""
    for act in acts:
        if act.predicate is not None and d.predicate is not None and act.predicate.head == d.predicate.head:
            return None
        if (
            act.cue is not None
            and d.cue is not None
            and d.content.start < act.cue.start < d.content.end
            and d.cue < act.cue
        ):
            commas = [i for i in range(page.at(d.content.start), page.at(act.cue.start)) if page.tokens[i].text == ","]
            tokens = trim(page, (page.at(d.content.start), commas[-1])) if commas else None
            return d if tokens is None else replace(d, content=page.span(*tokens))
    return d


def _repeated(page: Page, drafts: list[Draft], d: Draft, sign: Sign) -> Draft | None:
    """ "Said his comment that the base was lost had been misread": the comment is a statement, of whoever made it."""
    p = d.predicate
    saying = None if p is None or not d.rule.startswith("correction.") else saying_of(page, p)
    if saying is not None:
        cue = page.lexicon.verbs[saying.lemma]
        found = find_content(page, saying, cue)
        return None if found is None else _make(page, drafts, saying, found[0])
    noun = None if sign.claim is None else page.clauses.at(sign.claim)
    claim = None if noun is None or noun.kind != "noun" else _of_noun(page, drafts, noun)
    if claim is None or noun is None or p is None or not d.rule.startswith("correction.") or owners(page, noun.head):
        return claim
    # "Retracted a report that the king had died": nobody else's.
    mine = tuple(r for h in p.heads("subject") for r in voice_at(page, h))
    return replace(claim, speakers=mine, settled=True) if noun.head in p.heads("object") else claim


def _denied(page: Page, drafts: list[Draft], d: Draft) -> Draft | None:
    """ "Denied a report by the agency that a deal was near": what the agency reported."""
    if d.act != "denied" or d.predicate is None:
        return None
    nouns = [
        page.clauses.at(h) for h in d.predicate.heads("object") if page.tokens[h].lemma.lower() in page.lexicon.claims
    ]
    owned = [
        n for n in nouns if n is not None and n.kind == "noun" and page.roles(*n.heads("possessor", "by", "from", "of"))
    ]
    return _of_noun(page, drafts, owned[0]) if owned else None


def _of_noun(page: Page, drafts: list[Draft], noun: Predicate) -> Draft | None:
    """The clause that "that" ties to a noun for words."""
    end = page.sentence_of(noun.head)[1]
    that = next((i for i in range(noun.head + 1, min(noun.head + 8, end)) if page.tokens[i].lower == "that"), None)
    head = None if that is None else page.tokens[that].head
    if that is None or head is None or head <= that or page.tokens[that + 1].pos in {"VERB", "AUX"}:
        return None
    between = range(noun.head + 1, that)
    if any(
        page.tokens[i].pos in {"VERB", "AUX", "PUNCT"}
        for i in between
        if i != that - 1 or page.tokens[i].pos != "PUNCT"
    ):
        return None
    last = next((q.span.end for q in page.quotes if q.span.start == page.tokens[that + 1].start), None)
    last_token = page.edges(head, frozenset({noun.head}))[1] if last is None else page.at(last)
    return _make(page, drafts, noun, (that + 1, last_token))


def _make(page: Page, drafts: list[Draft], p: Predicate, tokens: Tokens) -> Draft | None:
    found = trim(page, tokens)
    content = None if found is None else page.span(*found)
    if content is None or any(abs(x.content.start - content.start) < 2 for x in drafts):
        return None
    quote = next((q.span for q in page.quotes if abs(q.span.start - content.start) < 2), content)
    cue = page.span(min(p.words), max(p.words) + 1)
    return Draft(content=quote, rule="correction.repeated", place=p.head, predicate=p, cue=cue)
