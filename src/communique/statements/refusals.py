"""Acts of not saying that no cue alone tells, and what was not said: "asked about the raid, he declined to comment"."""

import re

from msgspec.structs import replace

from communique.clauses.clauses import Argument, Predicate
from communique.statements.content import trim
from communique.statements.cues import Report
from communique.statements.page import Page
from communique.statements.silence import called, find_denial, has_clause, is_silent, is_yet
from communique.statements.statements import Draft
from communique.statements.voices import voice_at
from communique.types import Span

_QUESTIONS = frozenset({"whether", "if", "who", "what", "when", "where", "why", "how", "which"})
_TOPICS = frozenset({"on", "about", "regarding", "over", "concerning"})
# "I will not answer that", "we are not going to comment", "I have nothing to say"
_WILL_NOT = re.compile(
    r"\W*(well, )?(i|we) ((will not|won.t|can.t|cannot|can not|would not|wouldn.t|am not going to|are not going to|refuse to|have nothing to|"
    r"have no comment)|.m not going to|.re not going to|.m not gonna)\b.{0,20}?\b(answer|comment|discuss|say|talk about|get into|go into|"
    r"speculate|respond|confirm|disclose|add|on|about)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NO_COMMENT = re.compile(r"\W*no (further |immediate |more )?comment\W*", re.IGNORECASE)
_NAMING = frozenset({"named.call", "as.describe", "object.describe", "as.brand", "named.brand"})
_INNER = frozenset({"compound", "nmod", "poss"})


def add_refusals(page: Page, drafts: list[Draft], reports: list[Report]) -> list[Draft]:
    """The drafts with every refusal of the report, each with what it refuses where the sentence tells that."""
    done = {d.predicate.head for d in drafts if d.predicate is not None}
    taken = done | page.quoted.keys()
    free = [p for p in page.clauses.predicates if p.head not in taken]
    silent = [p for p in free if is_silent(page, p)]
    inside = [r.predicate for r in reports if r.act == "declined" and r.predicate.head not in done]
    new = {p.head: d for p in (*silent, *inside) if (d := _draft(page, p)) is not None}
    denials = [d for p in free if (d := find_denial(page, p)) is not None]
    told = [*drafts, *denials, *_without_comment(page, drafts)]
    told = [_whole_act(page, _with_act(page, d)) for d in told if not _is_nameless(page, d) and not _is_asked(page, d)]
    found = _merged(page, [_with_topic(page, d) for d in (*told, *new.values())])
    return sorted(found, key=lambda d: (d.place, d.content))


def _is_asked(page: Page, d: Draft) -> bool:
    """ "ASKED if she knew him, she declined to answer"; "refused to confirm or DENY it": neither reports words of its own."""
    p = d.predicate
    if p is None:
        return False
    above = None if p.above is None else page.clauses.predicates[p.above]
    asks = any(b.link == "infinitive" for b in page.below.get(p.id, ()))
    if p.lemma == "decline" and not p.heads("object") and not asks:
        return not any(voice_at(page, h, surely=False) for h in p.heads("subject"))  # "the shares declined"
    paired = p.lemma == "deny" and above is not None and above.lemma == "confirm" and above.link == "infinitive"
    asked = p.lemma in page.lexicon.asking and page.tokens[p.head].tag == "VBN" and not p.heads("subject")
    return paired or (asked and p.head == page.sentence_of(p.head)[0])


def _is_nameless(page: Page, d: Draft) -> bool:
    """ "An aide who declined to be named": who keeps his name back refuses nothing that he is asked."""
    p = d.predicate
    if d.act != "declined" or p is None:
        return False
    if p.lemma == "answer" and any(
        page.tokens[h].lemma.lower() in {"door", "bell", "charge", "prayer"} for h in p.heads("object")
    ):
        return True
    return any(b.passive and b.lemma in {"name", "identify", "quote"} for b in page.below.get(p.id, []))


def _without_comment(page: Page, drafts: list[Draft]) -> list[Draft]:
    """ "No comment," said the envoy: two words are no sentence, so that no quotation is attached for them."""
    text, done = page.clauses.parsed.report.text, {d.content.start for d in drafts}
    out: list[Draft] = []
    for q in page.quotes:
        if q.span.start in done or not _NO_COMMENT.fullmatch(text[q.span.start : q.span.end]):
            continue
        p = _cue_beside(page, page.at(q.span.end)) or _cue_before(page, page.at(q.span.start))
        if p is not None:
            cue = page.span(min(p.words), max(p.words) + 1)
            out.append(Draft(content=q.span, rule="quote.decline", place=p.head, act="declined", predicate=p, cue=cue))
    return out


def _cue_beside(page: Page, last: int) -> Predicate | None:
    """The cue after a quotation, with the noun beside it for its subject; the parser takes "no comment" for that."""
    words = range(last, min(last + 8, page.sentence_of(last - 1)[1]))
    verb = next((i for i in words if page.tokens[i].pos == "VERB" and page.tokens[i].lemma in page.lexicon.verbs), None)
    p = None if verb is None else page.clauses.at(verb)
    nouns = [i for i in words if page.tokens[i].pos in {"NOUN", "PROPN", "PRON"} and page.tokens[i].dep not in _INNER]
    if p is None or verb is None or not nouns:
        return None
    subject = min(nouns, key=lambda i: (abs(i - verb), i))
    return replace(p, negated=False, arguments=(Argument("subject", (subject,)),))


def _cue_before(page: Page, first: int) -> Predicate | None:
    """ "The envoy SAID: "No comment.""."""
    if first < 2 or page.tokens[first - 1].text not in {":", ","}:
        return None
    p = page.clauses.at(first - 2)
    return p if p is not None and p.kind == "verb" and p.lemma in page.lexicon.verbs and p.heads("subject") else None


def _merged(page: Page, drafts: list[Draft]) -> list[Draft]:
    """ "Would neither confirm nor deny the raid" is one refusal."""
    drafts = [replace(d, act="declined") if _is_neither(page, d) else d for d in drafts]
    first = {d.predicate.id: d for d in drafts if d.act == "declined" and d.predicate is not None}
    second = [d for d in first.values() if d.predicate is not None and d.predicate.link == "coordinate"]
    pairs = {d.predicate.above: d for d in second if d.predicate is not None and d.predicate.lemma == "deny"}
    gone = [d for above, d in pairs.items() if above in first]
    kept = (d for d in drafts if not any(d is g for g in gone))
    return [_widened(d, pairs) for d in kept]


def _is_neither(page: Page, d: Draft) -> bool:
    """ "Neither confirmed nor DENIED the strike"."""
    p = d.predicate
    above = None if p is None or p.above is None or p.lemma != "deny" else page.clauses.predicates[p.above]
    return above is not None and above.lemma == "confirm" and above.negated and p is not None and p.link == "coordinate"


def _widened(d: Draft, pairs: dict[int | None, Draft]) -> Draft:
    other = pairs.get(d.predicate.id) if d.predicate is not None and d.act == "declined" else None
    return d if other is None else replace(d, content=other.content)


def _whole_act(page: Page, d: Draft) -> Draft:
    """ "Declined to RENEW THE LEASE": another thing than to speak is told with its verb."""
    p = d.predicate
    if p is None or p.lemma != "decline" or d.act != "declined":
        return d
    asked = next((b for b in page.below.get(p.id, []) if b.link == "infinitive" and b.head > p.head), None)
    if asked is None or asked.lemma in page.lexicon.refusals or asked.lemma in page.lexicon.verbs:
        return d
    tokens = trim(page, (asked.head, page.edges(asked.head)[1]))
    words = () if tokens is None else page.tokens[tokens[0] : tokens[1]]
    silent = asked.passive or any(
        t.lemma.lower() in page.lexicon.replies for t in words
    )  # "declined to go into detail"
    return d if tokens is None or silent else replace(d, content=page.span(*tokens))


def _draft(page: Page, p: Predicate) -> Draft | None:
    """A refusal whose content is itself until a topic is found."""
    if (p.link == "infinitive" and not is_yet(page, p)) or p.mood == "question":
        return None
    tokens = trim(page, (p.head, page.edges(p.head)[1] if p.kind == "verb" else _end(page, p)))
    if tokens is None:
        return None
    cue, asked = page.span(min(p.words), max(p.words) + 1), called(page, p)
    return Draft(
        content=page.span(*tokens), rule="refused.decline", place=p.head, act="declined", predicate=p, cue=cue,
        speakers=asked, settled=bool(asked),
    )  # fmt: skip


def _end(page: Page, p: Predicate) -> int:
    return max([page.edges(h)[1] for a in p.arguments for h in a.heads if h > p.head] + [p.head + 1])


def _with_act(page: Page, d: Draft) -> Draft:
    """ "No comment," said the envoy: declined; "dismissed the allegation": denied."""
    text = page.clauses.parsed.report.text[d.content.start : d.content.end]
    p = d.predicate
    if _NO_COMMENT.fullmatch(text) or (d.rule.startswith("quote.") and p is not None and _WILL_NOT.fullmatch(text)):
        return replace(d, act="declined")
    if p is None or d.act != "said":
        return d
    if d.rule in _NAMING and _is_called_false(page, p):
        return replace(d, act="denied")
    heads = p.heads("object") if d.rule == "claim.dismiss" else ()
    is_charge = any(page.tokens[h].lemma.lower() in page.lexicon.charges or has_clause(page, h) for h in heads)
    return replace(d, act="denied") if is_charge or (p.kind == "noun" and p.lemma == "denial") else d


def _is_called_false(page: Page, p: Predicate) -> bool:
    """ "Called the allegation BASELESS", "described the report as FABRICATED"."""
    told = [
        page.tokens[h].lemma.lower() for h in (*p.heads("object"), *(c for c in page.children[p.head] if c > p.head))
    ]
    last = page.sentence_of(p.head)[1]
    words = {t.lower for t in page.tokens[p.head + 1 : min(p.head + 14, last)]}
    return bool(words & page.lexicon.baseless) and bool(page.lexicon.charges & {*told, *words})


def _with_topic(page: Page, d: Draft) -> Draft:
    """What is refused, where the content so far is only the refusal: its own topic, else what was asked."""
    p = d.predicate
    if d.act != "declined" or p is None:
        return d
    whole = not page.tokens[p.head].start <= d.content.start < page.tokens[p.head].end
    if whole and not d.rule.startswith("quote"):
        return d
    found = None if d.rule.startswith("quote") else _told(page, p) or _own_topic(page, d.content)
    found = found or _asked(page, p)
    return d if found is None else replace(d, content=found)


def _told(page: Page, p: Predicate) -> Span | None:
    """ "Would not say HOW MANY HAD DIED", "would not discuss THE DEAL"."""
    if p.lemma not in page.lexicon.refusals or p.lemma in page.lexicon.answers:
        return None
    heads = [b.head for b in page.below.get(p.id, []) if b.link == "complement" and b.head > p.head]
    heads = heads or [h for h in p.heads("object") if h > p.head]
    tokens = trim(page, page.edges(heads[0], frozenset({p.head}))) if heads else None
    return None if tokens is None else page.span(*tokens)


def _own_topic(page: Page, content: Span) -> Span | None:
    """ "Had no comment on THE RAID", "did not return calls about THE RAID": what a preposition of the refusal ties to it."""
    for i in range(page.at(content.start), page.at(content.end)):
        token = page.tokens[i]
        if token.lower in _TOPICS and token.pos in {"ADP", "VERB", "SCONJ"}:
            inner = [o for o in page.children[i] if page.tokens[o].entity not in {"DATE", "TIME"}]
            tokens = trim(page, page.edges(inner[0])) if inner else None
            return None if tokens is None else page.span(*tokens)
    return None


def _asked(page: Page, p: Predicate) -> Span | None:
    """ "Asked whether the ship would sail, he declined to say", "when a reporter asked about THE RECALL"."""
    first, last = page.sentence_of(p.head)
    for i in range(first, last):
        if (
            page.tokens[i].lemma.lower() in page.lexicon.asking
            and i not in page.quoted
            and page.tokens[i].pos == "VERB"
        ):
            found = _question(page, i, last)
            if found is not None:
                return found
    return None


def _question(page: Page, asking: int, last: int) -> Span | None:
    """The clause or topic of a question, up to the comma that ends it."""
    ends = (i for i in range(asking + 1, last) if page.tokens[i].text in {",", ";", ".", "—", "–"} or i in page.quoted)
    stop = next(ends, last)
    opening = next((i for i in range(asking + 1, stop) if page.tokens[i].lower in _QUESTIONS), None)
    if opening is not None:
        tokens = trim(page, (opening, stop))
        return None if tokens is None else page.span(*tokens)
    topic = next((i for i in range(asking + 1, stop) if page.tokens[i].lower in _TOPICS), None)
    inner = [] if topic is None else page.children[topic]
    tokens = trim(page, (page.edges(inner[0])[0], min(stop, page.edges(inner[0])[1]))) if inner else None
    return None if tokens is None else page.span(*tokens)
