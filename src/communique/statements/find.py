"""Clauses, actors, times -> Statements."""

from collections import Counter

from msgspec.structs import replace

from communique.actors import Actors
from communique.clauses.clauses import Clauses, Predicate
from communique.data.statements import Lexicon
from communique.identity import entry_id
from communique.statements.chain import Chain, find_chain
from communique.statements.corrections import link_corrections
from communique.statements.corrections_acts import add_corrections
from communique.statements.cues import find_reports
from communique.statements.days import day_of
from communique.statements.drafts import find_drafts, lift_outlets
from communique.statements.echoes import echo, is_one
from communique.statements.forms import without_form
from communique.statements.hedges import hedge_of_source
from communique.statements.homes import at_home
from communique.statements.hung import add_hung
from communique.statements.lifting import lift_media
from communique.statements.mouths import find_mouth, named_beside
from communique.statements.occasions import NEAR, flow
from communique.statements.page import Page, turn_page
from communique.statements.press import name_press
from communique.statements.principals import find_principal
from communique.statements.quoting import add_quoted
from communique.statements.refusals import add_refusals
from communique.statements.speakers import find_speakers, note_authors
from communique.statements.statements import Draft, Statements
from communique.statements.tails import add_tails
from communique.statements.topics import actors_about
from communique.statements.voices import with_voices
from communique.statements.writers import find_writers, is_first_person
from communique.times import Times
from communique.types import Role, Span, Statement, StatementKind


def find_statements(clauses: Clauses, actors: Actors, times: Times, lexicon: Lexicon) -> Statements:
    """Find who said what: quotations and reported clauses with speaker, cue, audience, outlet, medium and date."""
    actors = name_press(actors, clauses, lexicon)
    page = turn_page(clauses, actors, times, lexicon)
    reports = find_reports(page)
    drafts = add_tails(page, add_quoted(page, add_hung(page, find_drafts(page), reports)))
    drafts = [without_form(page, d) for d in drafts]
    drafts = _with_speakers(page, add_corrections(page, add_refusals(page, drafts, reports)))
    drafts = lift_media(page, lift_outlets(page, drafts))
    keys: Counter[Span] = Counter()
    found: list[Statement] = []
    for draft in drafts:
        found.append(_statement(page, draft, keys[draft.content]))
        keys[draft.content] += 1
    linked = link_corrections(page, drafts, _with_via(_nested(flow(page, drafts, found))))
    linked = [replace(s, about=actors_about(page, d.predicate, s)) for s, d in zip(linked, drafts, strict=True)]
    said = tuple(sorted(linked, key=lambda s: s.content or s.evidence[0]))
    return Statements(statements=said, actors=with_voices(page, actors, said))


def _with_speakers(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give each draft its speakers in the order of the text: documents and free quotations look back."""
    authors: dict[str, tuple[Role, ...]] = {}
    writers = find_writers(page, drafts)
    out: list[Draft] = []
    seen = 0
    for d in drafts:
        note_authors(page, authors, seen, d.place)
        seen = max(seen, d.place)
        if d.continued:
            out.append(replace(d, speakers=_before(page, d, out)))
        elif d.settled or d.predicate is None:
            out.append(d)
        else:
            found = find_speakers(page, d.predicate, authors, surely=_is_surely(d))
            found = named_beside(page, d.predicate, found)
            mouth = find_mouth(page, d.predicate, found, d.content, refuses=d.act == "declined")
            found = mouth or found or principal_before(page, d.predicate, out) or echo(page, d.predicate, out)
            out.append(replace(d, speakers=found or (writers if is_first_person(page, d) else ())))
    return [d for d in out if not _shows(page, d)]


def principal_before(page: Page, p: Predicate, done: list[Draft]) -> tuple[Role, ...]:
    """ "The king's spokesman said HE had told the council ...": of whom a spokesman tells is whoever he speaks for."""
    heads = p.heads("subject")
    word = page.tokens[heads[0]].lower if len(heads) == 1 else ""
    if word not in {"he", "she"} or page.roles(*heads):
        return ()
    span = page.span(heads[0], heads[0] + 1)
    around = (d for d in reversed(done) if d.predicate is not None and _holds(d.content, span))
    found = next((find_principal(page, d.predicate, d.speakers, d.content) for d in around), None)
    return () if found is None or not is_one(page, found, word) else (replace(found, span=span),)


def _is_surely(d: Draft) -> bool:
    """Can only somebody stand for the subject: of a refusal, of taking words back?"""
    return d.act != "said" or d.rule.startswith("correction.")


def _shows(page: Page, d: Draft) -> bool:
    """ "These launches highlight the need ...", "the plan calls for two bridges": things show, only parties say."""
    p = d.predicate
    if p is not None and p.kind == "noun":
        return not d.speakers
    if p is None or d.speakers or d.rule.startswith("quote") or d.act == "declined":
        return False
    subjects = p.heads("subject")
    if not subjects:
        return p.lemma in page.lexicon.showing and not p.passive and p.link in {"root", "complement"}
    nouns = {page.tokens[h].lemma.lower() for h in subjects}
    papers = page.lexicon.media.keys() - set(page.lexicon.verbs["show"].subjects)
    mute = page.lexicon.things | papers if p.lemma in page.lexicon.showing else page.lexicon.things
    return nouns <= mute


def _before(page: Page, draft: Draft, done: list[Draft]) -> tuple[Role, ...]:
    """Who speaks in a quotation that stands free: whoever spoke last before it, near enough; else whom the clause
    before tells of."""
    if done and page.tokens[draft.place].sentence - page.tokens[done[-1].place].sentence <= NEAR:
        return done[-1].speakers
    return ()


def _statement(page: Page, d: Draft, ordinal: int) -> Statement:
    cue = None if d.report is None else d.report.cue
    source = page.at(d.cue.end) if d.rule == "according-to" and d.cue is not None else None
    if d.predicate is None:
        chain = Chain(hedge=None if source is None else hedge_of_source(page, source))
    else:
        chain = find_chain(page, d.predicate, cue, d.content)
    quoted = tuple(q.span for q in page.quotes if d.content.start <= q.span.start and q.span.end <= d.content.end)
    subject = () if d.predicate is None else page.roles(*d.predicate.heads("subject"))
    own = next((s for s in (*d.speakers, *subject) if page.is_outlet(s)), None)
    principal = find_principal(page, d.predicate, d.speakers, d.content)
    principal = None if principal is None else at_home(page, principal, None)
    report = page.clauses.parsed.report
    return Statement(
        id=entry_id(report.id, "s", f"{d.content.start}-{d.content.end}", ordinal),
        kind=_kind(d.content, quoted),
        act=d.act,
        evidence=_evidence(page, d),
        rule=d.rule,
        speakers=tuple(at_home(page, s, principal) for s in d.speakers),
        on_behalf_of=principal,
        content=d.content,
        quoted=quoted,
        cue=d.cue,
        audience=chain.audience,
        outlet=d.outlet or chain.outlet or own,
        medium=chain.medium,
        via=chain.via,
        date=day_of(page, d),
        hedge=chain.hedge,
    )


def _kind(content: Span, quoted: tuple[Span, ...]) -> StatementKind:
    if not quoted:
        return "indirect"
    return (
        "direct" if quoted[0].start == content.start and quoted[-1].end == content.end and len(quoted) <= 2 else "mixed"
    )


def _evidence(page: Page, d: Draft) -> tuple[Span, ...]:
    """The content and the cue, in one stretch where they stand together, around debris."""
    spans = [d.content] if d.cue is None else sorted([d.content, d.cue])
    if len(spans) == 2 and spans[1].start - spans[0].end < 120:
        spans = [Span(spans[0].start, max(spans[0].end, spans[1].end))]
    for r in page.clauses.parsed.report.removed:
        spans = [piece for s in spans for piece in _outside(s, r.start, r.end)]
    return tuple(spans)


def _outside(span: Span, start: int, end: int) -> list[Span]:
    if end <= span.start or span.end <= start:
        return [span]
    return [Span(a, b) for a, b in ((span.start, start), (end, span.end)) if a < b]


def _nested(found: list[Statement]) -> list[Statement]:
    """A statement told inside the content of another lies within it: the innermost whose content holds its cue."""
    order = sorted((s.content, s.id) for s in found if s.content is not None)
    places = sorted((s.cue, n) for n, s in enumerate(found) if s.cue is not None)
    out = list(found)
    around: list[tuple[Span, str]] = []
    at = 0
    for cue, n in places:
        while at < len(order) and order[at][0].start <= cue.start:
            around.append(order[at])
            at += 1
        around = [a for a in around if a[0].end > cue.start]
        holding = [a for a in around if _holds(a[0], cue) and a[1] != found[n].id]
        inner = min(holding, key=lambda a: a[0].end - a[0].start, default=None)
        out[n] = found[n] if inner is None else replace(found[n], within=inner[1])
    return out


def _with_via(found: list[Statement]) -> list[Statement]:
    """ "Lavrov said that Wang had told him ...": what Wang told came through Lavrov."""
    by_id = {s.id: s for s in found}
    out: list[Statement] = []
    for s in found:
        outer = by_id.get(s.within or "")
        # "The firm said it would not comment": who refuses is who says so.
        speakers = outer.speakers if outer is not None and s.act == "declined" and not s.speakers else s.speakers
        own = {r.actor for r in speakers}
        via = s.via if outer is None else tuple(r for r in outer.speakers if r.actor not in own)
        out.append(replace(s, speakers=speakers, via=via) if outer is not None else s)
    return out


def _holds(a: Span, b: Span) -> bool:
    return a.start <= b.start and b.end <= a.end
