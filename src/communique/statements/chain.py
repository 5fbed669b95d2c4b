"""How words travelled: audience, outlet, medium, hedge of one statement."""

from collections.abc import Container, Iterator

from msgspec import Struct

from communique.clauses.clauses import Predicate
from communique.data.statements import Cue
from communique.data.statements import Medium as Form
from communique.statements.hedges import find_hedge
from communique.statements.page import Page
from communique.statements.voices import describe, is_medium, medium_at, phrase_at, platform_at, voice_at
from communique.types import Medium, Role, Span

_WAYS = frozenset({"in", "at", "by", "on", "via", "through", "during", "over", "from"})
_CARRIERS = _WAYS | {"to", "with", "into"}
_HEARERS = ("to", "before", "with", "for")
_GIVEN = frozenset({"evidence", "interview", "speech", "address", "testimony", "conference", "briefing", "remarks"})
_ON_AIR = frozenset({"radio", "television", "tv"})
_SHOWN = "shown"  # by a medium that carries words, which is not the form in which they were given
_RELATED = frozenset({"relative", "participle"})
_LINKS = frozenset({"participle", "gerund", "adverbial"})


class Chain(Struct, frozen=True):
    """Through what hands words came."""

    audience: Role | None = None
    outlet: Role | None = None
    medium: Medium | None = None
    via: tuple[Role, ...] = ()
    hedge: Span | None = None


class Way(Struct, frozen=True):
    """Something that words came by: the preposition that ties it, its head token."""

    role: str
    head: int


def find_chain(page: Page, p: Predicate, cue: Cue | None, content: Span) -> Chain:
    """To whom, through which outlet and medium a predicate reports words; what stands in the content does not count."""
    tells, surely = cue is not None and cue.tells, cue is not None and cue.id == "tell"
    beside = list(beside_cue(page, p))
    inside = _inside(page, p, content)
    ways = [w for w in _ways(page, p, beside) if w.head not in inside]
    heads = [h for h in _told(page, p, tells) if tells or h not in inside]
    ways += [Way("in", h) for h in heads if form_at(page, h) is not None]  # "told a press briefing"
    told = [r for h in heads for r in _hearer(page, h, told=surely)]
    outlets = [r for r in told if is_medium(page, r)] + [r for w in ways for r in _outlets(page, w)]
    by_verb = platform_at(page, p.head)
    outlets += [] if by_verb is None else [by_verb]
    hearers = [r for r in told if not is_medium(page, r)]
    hearers += [r for h in _addressed(page, beside, ways) if h not in inside for r in _hearer(page, h)]
    hearers = [r for r in hearers if not is_medium(page, r) and r.actor not in {o.actor for o in outlets}]
    return Chain(
        audience=hearers[0] if hearers else None,
        outlet=outlets[0] if outlets else None,
        medium=_medium(page, p, beside, ways),
        via=_read_by(page, ways),
        hedge=find_hedge(page, p),
    )


def _inside(page: Page, p: Predicate, content: Span) -> Container[int]:
    """The tokens of what was said; of a quotation that its cue interrupts ("A," he said on television, "b"), those in
    quotation marks."""
    inside = range(page.at(content.start), page.at(content.end))
    return inside if p.head not in inside else {i for i in inside if i in page.quoted}


def _told(page: Page, p: Predicate, tells: bool) -> list[int]:
    """The heads of whom a cue tells: its object, or the party after "to"."""
    if tells:
        return [*p.heads("object", "indirect")]
    before = [h for h in p.heads("before") if page.roles(h)]  # "testified BEFORE THE COMMITTEE"; not "before the vote"
    return [h for h in (*p.heads("to"), *before, *_of_claim(page, p)) if not _is_according(page, h)]


def _is_according(page: Page, head: int) -> bool:
    """ "According to an aide": who is named there is the source, no hearer."""
    above = page.tokens[page.tokens[head].head]
    return above.i > 0 and page.tokens[above.i - 1].lower == "according"


def _hearer(page: Page, head: int, *, told: bool = False) -> tuple[Role, ...]:
    """Who hears: a party, a medium told by its words, else whoever stands or meets there ("worshippers", "a rally")."""
    found = medium_at(page, head) or voice_at(page, head, surely=told)
    if found or page.tokens[head].lemma.lower() not in page.lexicon.gatherings or form_at(page, head) is not None:
        return found
    return (describe(page, phrase_at(page, head)),)


def _of_claim(page: Page, p: Predicate) -> list[int]:
    """ "clarified his remarks TO REUTERS": to whom the remarks were made."""
    nouns = [page.clauses.at(h) for h in p.heads("object") if page.tokens[h].lemma.lower() in page.lexicon.claims]
    return [h for n in nouns if n is not None and n.kind == "noun" for h in n.heads("to")]


def beside_cue(page: Page, p: Predicate) -> Iterator[Predicate]:
    """What is said beside a cue of how its words came: "Speaking to reporters, ...", "a rebel reached by telephone said"."""
    yield from (
        b
        for b in page.below.get(p.id, [])
        if (b.link in _LINKS or _opens(page, b, p)) and (_is_speaking(page, b) or _is_asked(page, b))
    )
    nouns = (page.clauses.at(h) for h in p.heads("subject"))
    for noun in nouns:
        hung = () if noun is None else page.below.get(noun.id, ())
        yield from (b for b in hung if b.link == "participle" and (_is_speaking(page, b) or _is_reached(page, b)))


def _is_asked(page: Page, b: Predicate) -> bool:
    """ "ASKED in an interview whether ..., she answered"."""
    return b.passive and b.lemma in page.lexicon.asking


def _opens(page: Page, b: Predicate, p: Predicate) -> bool:
    """ "WRITING in Le Monde, she argued": a gerund before its cue, whatever the parser takes it for."""
    return (
        b.link == "complement"
        and b.head < p.head
        and b.head == page.sentence_of(p.head)[0]
        and page.tokens[b.head].tag == "VBG"
    )


def _is_speaking(page: Page, b: Predicate) -> bool:
    """ "Giving evidence", "speaking"; not "giving a number"."""
    if b.lemma in {"give", "deliver"}:
        return any(page.tokens[h].lemma.lower() in _GIVEN for h in b.heads("object"))
    return b.lemma in page.lexicon.speaking or b.lemma in page.lexicon.shown


def _is_reached(page: Page, b: Predicate) -> bool:
    return b.passive and b.lemma in page.lexicon.reached


def _ways(page: Page, p: Predicate, beside: list[Predicate]) -> Iterator[Way]:
    """What stands after a preposition under a cue ("by phone", "in a letter"), and under "speaking to ..." beside it."""
    for holder in (p, *beside):
        roles = _CARRIERS if holder is p or not _is_asked(page, holder) else _WAYS
        yield from (Way(a.role, h) for a in holder.arguments if a.role in roles for h in a.heads)
        if holder is not p and holder.lemma in {"give", "deliver"}:
            yield from (Way("in", h) for h in holder.heads("object"))
        if holder is not p and _is_reached(page, holder):
            yield from (Way("by", h) for h in holder.heads("subject"))
    yield from _of_object(page, p)
    for showing in _shown_by(page, p):
        yield from (Way(_SHOWN, h) for h in showing.heads("subject", "by") if medium_at(page, h))
    for quoting in _quoted_by(page, p):
        yield from (Way("by", h) for h in quoting.heads("subject", "by", "in", "on"))


def _of_object(page: Page, p: Predicate) -> Iterator[Way]:
    """ "Denied the charge IN A LETTER to the Council": the parser may hang the letter on the charge."""
    nouns = (page.clauses.at(h) for h in p.heads("object"))
    ways = (Way(a.role, h) for n in nouns if n is not None and n.kind == "noun" for a in n.arguments for h in a.heads)
    yield from (w for w in ways if w.role in {"in", "at", "during"} and form_at(page, w.head) is not None)


def _shown_by(page: Page, p: Predicate) -> list[Predicate]:
    """ "State television showed him saying ...", "he was quoted by the daily as saying": what carries a gerund cue."""
    above = None if p.above is None else page.clauses.predicates[p.above]
    return [above] if above is not None and p.link == "gerund" and above.kind == "verb" else []


def _quoted_by(page: Page, p: Predicate) -> list[Predicate]:
    """ "..., as quoted by the Daily Reporter", "as reported by ...": clauses under the cue or its content."""
    first, last = page.sentence_of(p.head)
    inside = (page.clauses.at(i) for i in range(first, last) if page.tokens[i].tag == "VBN" and i not in page.quoted)
    return [
        q
        for q in inside
        if q is not None
        and q.lemma in page.lexicon.relaying
        and q.head > first
        and page.tokens[q.head - 1].lower == "as"
    ]


def _outlets(page: Page, way: Way) -> list[Role]:
    """The outlet that a way is, or that it is given to: "on Fox News", "in an interview with Sputnik News", "to Ada
    Cole of PBS"."""
    noun = page.clauses.at(way.head)
    form = form_at(page, way.head)
    heads = [way.head]
    if noun is not None and noun.kind == "noun" and form is not None:
        heads += noun.heads("with", "to", "on", "by", "for", "in", "of", "possessor")
        heads += [h for h in noun.heads("modifier") if page.tokens[h].pos == "PROPN"]
    elif form is None:
        below = (c for c in page.children[way.head] if page.tokens[c].lower in {"of", "from", "at", "on"})
        heads += [o for c in below for o in page.children[c]]
    heads += [h for b in _carried(page, noun) for h in b.heads("subject", "by", "on", "in")]
    named = platform_at(page, way.head)
    found = [*([] if named is None else [named]), *(r for h in heads for r in medium_at(page, h))]
    if found or form is None or form.name != "interview" or noun is None:
        return found
    return [r for h in noun.heads("with", "to") for r in page.roles(h) if _may_be_medium(page, r)]


def _carried(page: Page, noun: Predicate | None) -> list[Predicate]:
    """ "In remarks CARRIED by state television", "in a video POSTED on Telegram"."""
    below = [] if noun is None else [b for b in page.below.get(noun.id, []) if b.link == "participle" and b.passive]
    below += [c for b in below for c in page.below.get(b.id, ()) if c.link == "coordinate"]
    below += [] if noun is None else _seen(page, noun)
    return [b for b in below if b.lemma in page.lexicon.relaying]


def _seen(page: Page, noun: Predicate) -> list[Predicate]:
    """ "In a letter to his counterpart SEEN by the agency": hung on the counterpart."""
    inner = [n for a in noun.arguments for h in a.heads if (n := page.clauses.at(h)) is not None and h > noun.head]
    found = (b for n in inner for b in page.below.get(n.id, ()) if b.link == "participle" and b.passive)
    return [b for b in found if b.heads("subject", "by")]


def _may_be_medium(page: Page, role: Role) -> bool:
    """Who is given an interview is a medium, unless he is a person or a known body."""
    actor = page.kinds.get(role.actor)
    return actor is not None and actor.provisional and actor.kind == "organisation"


def _addressed(page: Page, beside: list[Predicate], ways: list[Way]) -> Iterator[int]:
    """The heads of whom words beside a cue address: "briefing the Council", "speaking to students", "in a letter to him"."""
    for b in beside:
        if b.lemma in page.lexicon.shown or b.lemma == "brief":
            yield from b.heads("object")
        if not _is_reached(page, b):
            yield from b.heads("to", "before", "with")
    for way in ways:
        noun = page.clauses.at(way.head)
        if way.role in _WAYS and noun is not None and noun.kind == "noun" and form_at(page, way.head) is not None:
            yield from noun.heads(*_HEARERS)
            yield from (h for b in _reading(page, noun) for h in b.heads("to"))


def _reading(page: Page, noun: Predicate) -> list[Predicate]:
    """ "A letter that his daughter READ to journalists": who brings a document before others."""
    below = page.below.get(noun.id, ())
    return [b for b in below if b.link in _RELATED and b.lemma in {"read", "read out", "deliver", "convey", "pass on"}]


def _read_by(page: Page, ways: list[Way]) -> tuple[Role, ...]:
    """Through whom a document came to its hearers, if not through a medium."""
    nouns = (page.clauses.at(w.head) for w in ways if form_at(page, w.head) is not None)
    heads = [h for n in nouns if n is not None for b in _reading(page, n) for h in b.heads("subject")]
    return tuple(r for h in heads for r in voice_at(page, h) if not is_medium(page, r))[:1]


def _medium(page: Page, p: Predicate, beside: list[Predicate], ways: list[Way]) -> Medium | None:
    """The form in which words were given, nearest the cue first: "in a letter", "tweeted", "addressing the crowd"."""
    for way in (*ways, *(Way("on", h) for h in _aired(page, p))):
        form = form_at(page, way.head) if way.role in _WAYS else None
        if form is not None:
            return Medium(name=form.name, span=page.span(way.head, way.head + 1))
    for b in (p, *beside):
        shown = page.lexicon.shown.get(b.lemma)
        if shown is not None:
            return Medium(name=shown.name, span=page.span(b.head, b.head + 1))
    papers = (b for b in beside if b.lemma == "write" and any(medium_at(page, h) for h in b.heads("in")))
    article = next((Medium(name="article", span=page.span(b.head, b.head + 1)) for b in papers), None)
    if article is not None:
        return article
    documents = ((h, f) for h in p.heads("subject") if (f := form_at(page, h)) is not None and f.speaks)
    return next((Medium(name=f.name, span=page.span(h, h + 1)) for h, f in documents), None)


def _aired(page: Page, p: Predicate) -> list[int]:
    """ "Told Greek public RADIO ERT", "told state TELEVISION": what kind of medium is told."""
    told = [h for h in p.heads("object", "indirect") if medium_at(page, h)]
    return [i for h in told for i in (*page.children[h], h) if page.tokens[i].lower in _ON_AIR]


def form_at(page: Page, head: int) -> Form | None:
    """The form that a noun names, alone or in its company: "news conference"."""
    token = page.tokens[head]
    forms = page.lexicon.forms.get(token.text) or page.lexicon.forms.get(token.lemma.lower())
    beside = {page.tokens[c].lower for c in page.children[head]}
    return next((f for f in forms or () if not f.needs or not beside.isdisjoint(f.needs)), None)
