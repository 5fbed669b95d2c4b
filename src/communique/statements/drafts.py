"""Every reporting of words that a report holds: quotations, reported clauses, refusals, sources."""

from msgspec.structs import replace

from communique.clauses.clauses import Predicate
from communique.statements.according import According, find_according
from communique.statements.content import find_content, trim
from communique.statements.cues import Report, find_reports
from communique.statements.page import Page
from communique.statements.quotations import Attached, attach_quotes
from communique.statements.statements import Draft
from communique.types import Role, Span

_INFORMING = frozenset({"warn", "inform", "notify", "brief", "assure"})
_TELLING = ("clause.say", "clause.tell", "quote", "according-to")


def find_drafts(page: Page) -> list[Draft]:
    """The statements of a report with content, cue and outlet, in the order of the text; speakers come later."""
    reports = find_reports(page)
    attached = attach_quotes(page)
    taken = {a.by.head for a in attached if a.by is not None and a.tie == "cue"}
    acts = {r.predicate.head: r for r in reports}
    drafts = [_of_quote(page, a, acts) for a in attached]
    told = [d for r in reports if r.predicate.head not in taken and (d := _of_report(page, r)) is not None]
    drafts = _without_nested_acts(page, _without_repeats([*drafts, *(_before_quotes(page, d, attached) for d in told)]))
    return sorted(_with_sources(page, drafts), key=lambda d: (d.place, d.content))


def _of_quote(page: Page, a: Attached, acts: dict[int, Report]) -> Draft:
    p = a.by
    place = page.at(a.content.start) if p is None else p.head
    report = acts.get(place) if a.tie == "cue" else None
    clause = None if report is None else _round_phrase(page, a, report)
    frame = "quote" if clause is None else "clause"
    return Draft(
        content=a.content if clause is None or p is None else _whole_quotes(page, clause, p),
        rule=f"{frame}.{report.cue.id}" if report is not None else f"quote.{a.tie}",
        place=place,
        act=report.act if report is not None else "said",
        predicate=p,
        report=report,
        cue=None if p is None else _words(page, p),
        continued=a.tie == "free",
    )


def _round_phrase(page: Page, a: Attached, r: Report) -> Span | None:
    """ "said that 'a wise deal' can bring peace": the clause that a quoted phrase opens, where it goes on after it."""
    after = page.at(a.content.end)
    if a.content.start < page.tokens[r.predicate.head].start or after >= len(page.tokens):
        return None
    goes_on = page.tokens[after].pos != "PUNCT" and page.tokens[after - 2].text[-1] not in ".?!,"
    found = find_content(page, r.predicate, r.cue) if goes_on and "clause" in r.cue.takes else None
    if found is None or found[1] != "clause":
        return None
    clause = page.span(*found[0])
    return clause if clause.start <= a.content.start and a.content.end < clause.end else None


def _of_report(page: Page, r: Report) -> Draft | None:
    p = r.predicate
    found = _refused(page, p) if r.act == "declined" else find_content(page, p, r.cue)
    if found is None:
        return None
    tokens, frame = found
    content = _whole_quotes(page, page.span(*tokens), p)
    return Draft(
        content=content, rule=f"{frame}.{r.cue.id}", place=p.head, act=r.act, predicate=p, report=r, cue=_words(page, p)
    )


def _words(page: Page, p: Predicate) -> Span:
    return page.span(min(p.words), max(p.words) + 1)


def _refused(page: Page, p: Predicate) -> tuple[tuple[int, int], str] | None:
    """What is refused where it is named ("declined to say how many"), else the refusal itself."""
    below = [b for b in page.below.get(p.id, []) if b.link == "infinitive" and b.head > p.head]
    verb = below[0] if below else p
    cue = page.lexicon.verbs.get(verb.lemma)
    named = find_content(page, verb, cue) if cue is not None and below else None
    if named is not None:
        return named[0], "refused"
    topics = [h for h in verb.heads("on", "about", "object") if h > verb.head]
    whole = trim(page, (verb.head, page.edges(verb.head)[1])) if not topics else trim(page, page.edges(topics[0]))
    whole = whole if topics else trim(page, (p.head, page.edges(p.head)[1]))
    return None if whole is None else (whole, "refused")


def _whole_quotes(page: Page, content: Span, p: Predicate) -> Span:
    """A quotation that the content cuts belongs to it whole, unless the cue stands inside."""
    start, end = content.start, content.end
    at = page.tokens[p.head].start
    for q in page.quotes:
        if q.span.start < end and start < q.span.end and not q.span.start <= at < q.span.end:
            start = min(start, q.span.start) if at < q.span.start or at > start else start
            end = max(end, q.span.end) if at > q.span.end or at < end else end
    return Span(start, end)


def _before_quotes(page: Page, d: Draft, attached: list[Attached]) -> Draft:
    """ "He told VOA he saw no point, QUOTE": the quotation is a statement of its own, the clause ends before it."""
    for a in attached:
        if a.tie != "cue" and d.content.start < a.content.start < d.content.end:
            tokens = trim(page, (page.at(d.content.start), page.at(a.content.start)))
            return d if tokens is None else replace(d, content=page.span(*tokens))
    return d


def _without_nested_acts(page: Page, drafts: list[Draft]) -> list[Draft]:
    """ "He noted that the parliament had rejected the plan": an act told inside reported words is no further reporting
    of words, unless words are told in it ("He said Kim had told him that ...")."""
    clauses: dict[int, list[Span]] = {}
    for d in drafts:
        if d.rule.startswith("clause."):
            clauses.setdefault(page.tokens[d.place].sentence, []).append(d.content)

    def is_nested(d: Draft) -> bool:
        near = clauses.get(page.tokens[d.place].sentence, ())
        return (
            d.cue is not None
            and not (d.rule.startswith(_TELLING) or _informs(page, d))
            and any(_lies_in(d.cue, c) for c in near if c != d.content)
        )

    return [d for d in drafts if not is_nested(d)]


def _informs(page: Page, d: Draft) -> bool:
    """ "Told congress that an agent HAD WARNED THE POLICE of the raid": words reach somebody."""
    p = d.predicate
    return p is not None and p.lemma in _INFORMING and p.perfect and bool(page.roles(*p.heads("subject", "object")))


def _lies_in(a: Span, b: Span) -> bool:
    return b.start <= a.start and a.end <= b.end


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """One entry for each content: where two cues claim the same words, the one that stands nearer to them."""
    best: dict[Span, Draft] = {}
    for d in _without_echoes(drafts):
        other = best.get(d.content)
        if other is None or (_is_noun(d), _distance(d)) < (_is_noun(other), _distance(other)):
            best[d.content] = d
    return list(best.values())


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """ "Clarified in a statement that A and that B": the noun and the verb claim the same words, one of them only the
    first; the verb keeps all of them."""
    nouns = {d.content.start: d.content for d in drafts if d.cue is not None and _is_noun(d)}
    verbs = {d.content.start for d in drafts if d.cue is not None and not _is_noun(d)}
    out: list[Draft] = []
    for d in drafts:
        whole = nouns.get(d.content.start)
        if d.cue is None or whole is None or d.content.start not in verbs:
            out.append(d)
        elif not _is_noun(d):
            out.append(replace(d, content=max(d.content, whole, key=lambda s: s.end)))
    return out


def _is_noun(d: Draft) -> bool:
    """ "clarified his remarks that ...": the verb tells more of how the words were said than its object."""
    return d.predicate is not None and d.predicate.kind == "noun"


def _distance(d: Draft) -> int:
    return 10**9 if d.cue is None else min(abs(d.cue.end - d.content.start), abs(d.cue.start - d.content.end))


def _with_sources(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Add what is "according to" somebody: an outlet to the statements of its clause, else a statement of its own."""
    for a in find_according(page):
        governed = [d for d in drafts if a.content is not None and _governs(page, a, d)]
        if governed:
            outlet = a.outlet or next((r for r in a.source if page.is_outlet(r)), None)
            drafts = [replace(d, outlet=d.outlet or outlet) if d in governed else d for d in drafts]
        elif a.content is not None:
            content = _around_quotes(page, a.content)
            own = Draft(
                content=content,
                rule="according-to",
                place=a.first,
                cue=a.cue,
                speakers=a.source,
                outlet=a.outlet,
                settled=True,
            )
            drafts = [*drafts, own]
    return drafts


def _governs(page: Page, a: According, d: Draft) -> bool:
    """Does a source answer for a statement as a whole: the main clause of its sentence reports words?"""
    p = d.predicate
    if a.content is None or p is None or page.tokens[p.head].sentence != page.tokens[a.first].sentence:
        return False
    begins = a.content.start <= page.tokens[p.head].start < a.content.end
    firsts = (t.i for t in page.tokens[page.at(a.content.start) : page.at(a.content.end)] if t.pos == "VERB")
    if p.link in {"root", "coordinate"} or next(firsts, None) == p.head:
        return begins
    shared = min(d.content.end, a.content.end) - max(d.content.start, a.content.start)
    return shared > 0.6 * (a.content.end - a.content.start)


def _around_quotes(page: Page, content: Span) -> Span:
    for q in page.quotes:
        if q.span.start < content.end and content.start < q.span.end:
            content = Span(min(content.start, q.span.start), max(content.end, q.span.end))
    return content


def lift_outlets(page: Page, drafts: list[Draft]) -> list[Draft]:
    """ "An official said that ..., Cyprus Mail reported": a medium that reports a statement is its outlet."""
    under: dict[int, list[Draft]] = {}
    for d in drafts:
        if d.predicate is not None and d.predicate.above is not None and d.predicate.link == "complement":
            under.setdefault(d.predicate.above, []).append(d)
    lifted: dict[Span, Role] = {}
    dropped: set[Span] = set()
    for outer in drafts:
        if outer.predicate is None or not outer.speakers or not all(page.is_outlet(s) for s in outer.speakers):
            continue
        inner = [d for d in under.get(outer.predicate.id, []) if d is not outer]
        lifted.update((d.content, outer.speakers[0]) for d in inner)
        dropped.update([outer.content] if inner else [])
    kept = [d for d in drafts if d.content not in dropped]
    return [replace(d, outlet=d.outlet or lifted.get(d.content)) for d in kept]
