"""For whom somebody speaks: the body of a spokesman, those on whose behalf words are said."""

from collections.abc import Iterator
from itertools import chain

from msgspec.structs import replace

from communique.clauses.clauses import Predicate
from communique.data.mentions import load_mention_words
from communique.statements.echoes import stood_before
from communique.statements.page import Page
from communique.statements.voices import describe, phrase_at, voice_at
from communique.types import Role, Span

_BODIES = frozenset(
    [
        "government",
        "ministry",
        "military",
        "parliament",
        "court",
        "police",
        "body",
        "party",
        "armed-group",
        "company",
        "organisation",
    ]
)
_SIDES = frozenset({"opposition", "rebel", "coalition", "alliance", "union", "police", "militia", "separatist"})
_RANKS = frozenset(
    {"a", "an", "the", "chief", "deputy", "senior", "official", "national", "former", "new", "another", "main", "top"}
)
_FOR = frozenset({"for", "of", "to", "with"})
_HIS = frozenset({"his", "her", "its", "their"})
_TO = frozenset({"to"})
_WITHIN = frozenset({"in", "at", "within", "inside"})
_TITLE = frozenset({"compound", "nmod", "amod"})


def find_principal(page: Page, p: Predicate | None, speakers: tuple[Role, ...], content: Span) -> Role | None:
    """For whom the speakers of a predicate speak: "a spokesman for the ministry", "on behalf of the Arab Group"."""
    through = _speaking_through(page, p, speakers)
    if through is not None:
        return through
    own = {s.actor for s in speakers}
    heads = [h for h in (p.heads("subject") if p is not None else _heads(page, speakers)) if h not in page.quoted]
    found = chain(
        (r for h in heads for r in _of_spokesman(page, p, h, speakers)),
        () if p is None else _on_behalf(page, p, heads, content),
        (r for h in heads for r in _named_inside(page, h, content)),
        (r for s in speakers for r in _of_title(page, s)),
    )
    return next((r for r in found if r.actor not in own), None)


def _named_inside(page: Page, head: int, content: Span) -> tuple[Role, ...]:
    """ "THE PREMIER will go," said a member of his staff: whom his mouth speaks of first."""
    first, last = page.edges(head)
    owned = any(page.tokens[i].lower in _HIS for i in range(first, last))
    mouths = page.lexicon.spokesmen | page.lexicon.agents | page.lexicon.households
    if not owned or not any(page.tokens[i].lemma.lower() in mouths for i in range(first, last)):
        return ()
    inside = range(page.at(content.start), page.at(content.end))
    subject = next((i for i in inside if page.tokens[i].dep in {"nsubj", "nsubjpass"}), None)
    if subject is None or page.tokens[subject].pos not in {"NOUN", "PROPN"}:
        return ()
    person = load_mention_words().people.get(page.tokens[subject].lemma.lower())
    described = (describe(page, phrase_at(page, subject), person.sector),) if person is not None else ()
    return page.roles(subject) or described


def _of_title(page: Page, speaker: Role) -> tuple[Role, ...]:
    """ "KENYAN MILITARY spokesman Colonel Ada Cole saw no reason. ... she said": of whom a title before his name tells."""
    actor = page.kinds.get(speaker.actor)
    before = () if actor is None else (m for m in actor.mentions if m < speaker.span)
    for m in before:
        inside = range(page.at(m.start), page.at(m.end))
        head = next((i for i in inside if page.tokens[i].head not in inside), None)
        if head is not None and _spokesman(page, head, page.edges(head)) is not None:
            found = tuple(_of_spokesman(page, None, head, (speaker,)))
            if found:
                return found
    return ()


def _heads(page: Page, speakers: tuple[Role, ...]) -> list[int]:
    """The head token of the words of each speaker, where no cue has it as a subject ("according to")."""
    out: list[int] = []
    for s in speakers:
        inside = range(page.at(s.span.start), page.at(s.span.end))
        out += [i for i in inside if page.tokens[i].head not in inside][:1]
    return out


def _speaking_through(page: Page, p: Predicate | None, speakers: tuple[Role, ...]) -> Role | None:
    if p is None or not p.heads("through"):
        return None
    own = {s.actor for s in speakers}
    return next((r for h in p.heads("subject") for r in voice_at(page, h) if r.actor not in own), None)


def _of_spokesman(page: Page, p: Predicate | None, head: int, speakers: tuple[Role, ...]) -> Iterator[Role]:
    """The principal of the spokesman that a subject is, or whose title it bears, from the nearest words to the farthest."""
    noun = _spokesman(page, head, page.edges(head, frozenset({p.head}) if p is not None else frozenset()))
    if noun is None:
        yield from of_source(page, head, speakers)
        return
    around = list(dict.fromkeys((noun, head)))
    owners = [c for i in around for c in page.children[i] if page.tokens[c].dep == "poss"]
    yield from (r for c in owners for r in party_at(page, c, speakers))
    if p is not None and any(page.tokens[c].pos == "PRON" for c in owners):
        yield from _told_of(page, p)
    yield from after(page, noun, _FOR, speakers)
    yield from _in_title(page, noun, speakers)
    plain = all(page.tokens[c].dep not in _TITLE | {"poss"} for c in page.children[head])
    if p is not None and noun == head and plain:
        yield from _spoken_of(page, p)


def of_source(page: Page, head: int, speakers: tuple[Role, ...]) -> Iterator[Role]:
    """The principal of a source, an agent, one of a household: "a source in the presidency", "an aide to the emir", "the
    family's lawyer", "a member of the premier's staff", "somebody close to the emir"."""
    token = page.tokens[head]
    close = [c for c in page.children[head] if page.tokens[c].lower == "close" and c > head]
    yield from (r for c in close for r in after(page, c, _TO, speakers) if _is_somebody(page, r))
    if token.lemma.lower() == "source":
        yield from after(page, head, _WITHIN, speakers)
    elif _is_agent(page, head):
        owners = (c for c in page.children[head] if page.tokens[c].dep == "poss")
        yield from (r for c in owners for r in party_at(page, c, speakers))
        last = head + 2 if page.tokens[head + 1].lower == "of" and page.tokens[head + 2].lower == "staff" else head
        yield from after(page, last, _FOR, speakers)
    elif token.lemma.lower() in {"member", "person"}:
        of = (o for c in page.children[head] if page.tokens[c].lower == "of" and c > head for o in page.children[c])
        houses = [o for o in of if page.tokens[o].lemma.lower() in page.lexicon.households]
        yield from (
            r
            for o in houses
            for c in page.children[o]
            if page.tokens[c].dep == "poss"
            for r in party_at(page, c, speakers)
        )
        yield from (r for o in houses for r in after(page, o, frozenset({"of"}), speakers))


def _is_somebody(page: Page, role: Role) -> bool:
    """ "Close to THE EMIR"; not "close to the talks"."""
    words = load_mention_words()
    inside = page.tokens[page.at(role.span.start) : page.at(role.span.end)]
    return role.actor in page.kinds or any(
        t.lemma.lower() in words.people or t.lemma.lower() in words.collectives for t in inside
    )


def _is_agent(page: Page, head: int) -> bool:
    """An aide, a lawyer, a chief of staff."""
    word = page.tokens[head].lemma.lower()
    pair = f"{page.tokens[head - 1].lower} {word}" if head else word
    tail = " ".join(t.lower for t in page.tokens[head : head + 3])
    return bool({word, pair, tail} & page.lexicon.agents)


def _spokesman(page: Page, head: int, bounds: tuple[int, int]) -> int | None:
    """The word for a spokesman in a noun phrase: "the ministry's spokesman", "its press secretary Ada Cole"."""
    first, last = bounds
    for i in range(max(first, head - 10), min(last, head + 12)):
        word = page.tokens[i].lower
        pair = f"{page.tokens[i - 1].lower} {word}" if i else word
        if (word in page.lexicon.spokesmen or pair in page.lexicon.spokesmen) and _tells_of(page, i, head):
            return i
    return None


def _tells_of(page: Page, i: int, head: int) -> bool:
    """Is a word the head, part of its title, or apposed to it or it to the word?"""
    above = page.tokens[i].head
    return head in {i, above, page.tokens[above].head} or page.tokens[head].head == i


def after(page: Page, noun: int, prepositions: frozenset[str], speakers: tuple[Role, ...] = ()) -> Iterator[Role]:
    """ "A spokeswoman FOR THE MINISTRY", "press secretary TO the president", "a source IN the presidency"."""
    for c in page.children[noun]:
        if page.tokens[c].lower in prepositions and c > noun:
            yield from (r for o in page.children[c] for r in party_at(page, o, speakers))


def party_at(page: Page, head: int, speakers: tuple[Role, ...]) -> tuple[Role, ...]:
    """The party that a noun phrase names apart from the speaker, whose title it may stand in; else whoever it describes."""
    own = {s.actor for s in speakers}
    known = tuple(_whole(page, head, r) for r in page.roles(head) if r.actor not in own)
    if known:
        return known
    if page.tokens[head].pos == "PRON":
        return stood_before(page, head)
    if not page.roles(head):
        return voice_at(page, head)
    country = speakers[0].country if len(speakers) == 1 else None
    return (replace(describe(page, phrase_at(page, head)), country=country),)


def _whole(page: Page, head: int, role: Role) -> Role:
    """ "The families OF THE MINERS": a group is cited by all its words."""
    actor, span = page.kinds.get(role.actor), phrase_at(page, head)
    group = actor is not None and actor.kind == "population" and span.start <= role.span.start < span.end
    return replace(role, span=Span(role.span.start, max(span.end, role.span.end))) if group else role


def _in_title(page: Page, noun: int, speakers: tuple[Role, ...]) -> Iterator[Role]:
    """ "UNHCR spokeswoman Ada Cole", "a State Department spokesman": the body named before the word; of an official the
    state, cited by these words."""
    first = noun
    while first and page.tokens[first - 1].pos in {"PROPN", "NOUN", "ADJ"} and _hangs_on(page, first - 1, noun):
        first -= 1
    bodies = load_mention_words().collectives.keys() | page.lexicon.correction.mouths
    lower = any(
        page.tokens[i].lemma.lower() in bodies or page.tokens[i].lemma.lower() in _SIDES for i in range(first, noun)
    )
    names = [
        i for i in range(first, noun) if page.tokens[i].pos == "PROPN" or (lower and page.tokens[i].lower not in _RANKS)
    ]
    own = {s.actor for s in speakers}
    known = [r for i in range(first, noun) for r in page.roles(i) if r.actor not in own]
    yield from (r for r in known if page.kinds[r.actor].kind in _BODIES)
    if not names:
        return
    span = page.span(names[0], names[-1] + 1)
    text = page.clauses.parsed.report.text[span.start : span.end]
    named = next((a for a in page.actors.actors if a.name in {text, f"the {text}"} and a.id not in own), None)
    lead = speakers[0] if len(speakers) == 1 else None
    if named is not None:
        yield Role(actor=named.id, span=span, country=named.country)
    elif lead is not None and lead.country is not None and lead.country.lower() in page.kinds and lead.sector == "GOV":
        yield Role(actor=lead.country.lower(), span=span, country=lead.country, sector="GOV")
    else:
        yield replace(describe(page, span), country=lead.country if lead else None)


def _hangs_on(page: Page, i: int, noun: int) -> bool:
    above = page.tokens[i].head
    return above in {noun, page.tokens[noun].head} or page.tokens[above].head in {noun, page.tokens[noun].head}


def _spoken_of(page: Page, p: Predicate) -> Iterator[Role]:
    """ "The rebels want talks, a spokesman said": whom the sentence, or the one before, tells of first."""
    sentence = page.tokens[p.head].sentence
    for number in (sentence, sentence - 1):
        if number >= 0:
            s = page.clauses.parsed.sentences[number]
            for i in range(s.first, min(s.last, p.head)):
                if page.tokens[i].dep in {"nsubj", "nsubjpass"}:
                    yield from (r for r in page.roles(i) if page.kinds[r.actor].kind in _BODIES)


def _told_of(page: Page, p: Predicate) -> Iterator[Role]:
    """ "The airline will fly again, ITS spokesman said": the body that the sentence, or the one before, tells of."""
    bodies = load_mention_words().collectives
    sentence = page.tokens[p.head].sentence
    for number in (sentence, sentence - 1):
        if number >= 0:
            s = page.clauses.parsed.sentences[number]
            heads = [i for i in range(s.first, min(s.last, p.head)) if page.tokens[i].dep in {"nsubj", "nsubjpass"}]
            named = [i for i in heads if page.tokens[i].lemma.lower() in bodies and i not in page.quoted]
            yield from (r for i in named[:1] for r in voice_at(page, i))


def _on_behalf(page: Page, p: Predicate, subjects: list[int], content: Span) -> Iterator[Role]:
    """ "On behalf of the group", "in the name of", "in her capacity as chair of", "speaking for", "who speaks for"."""
    begin, end = page.sentence_of(p.head)
    for i in range(begin, end):
        token = page.tokens[i]
        if i in page.quoted or content.start <= token.start < content.end:
            continue
        if token.lower in {"behalf", "name"} and page.tokens[token.head].lower in {"on", "in"}:
            yield from after(page, i, frozenset({"of"}))
        elif token.lower == "capacity":
            roles = (o for c in page.children[i] if page.tokens[c].lower == "as" for o in page.children[c])
            yield from (r for o in roles for r in after(page, o, frozenset({"of"})))
        elif token.lower in page.lexicon.spokesmen and page.tokens[token.head].lower == "as":
            owners = (c for c in page.children[i] if page.tokens[c].dep == "poss")
            yield from (r for c in owners for r in party_at(page, c, ()))
            yield from after(page, i, _FOR)
        elif token.lemma.lower() == "speak" and (speaking := page.clauses.at(i)) is not None and i != p.head:
            same = set(speaking.heads("subject")) & set(subjects) or speaking.above == p.id
            yield from (r for h in speaking.heads("for") if same for r in party_at(page, h, ()))
