"""The words that a predicate reports, by the shapes that its entry in the lexicon allows."""

from collections.abc import Callable

from communique.clauses.clauses import Predicate
from communique.data.statements import Cue, Frame
from communique.statements.page import Page

_TRAILING = frozenset({",", ";", ":", ".", "?", "!", "-", "–", "—", "and", "but", "while", "or"})
_LEADING = frozenset({"that", ",", ":", "-", "–", "—"})
# What begins with these tells when, where or why words were said, not what they said.
_ADJOINING = frozenset(
    ["before", "after", "while", "because", "although", "though", "when", "since", "until", "during"]
)
_PURPOSES = frozenset(["effort", "bid", "order", "attempt", "response", "hope", "reaction", "exchange", "move", "sign"])
_RELATIVE = frozenset({"which", "who", "whose", "where"})
Tokens = tuple[int, int]


def find_content(page: Page, p: Predicate, cue: Cue) -> tuple[Tokens, Frame] | None:
    """The tokens ``[first, last)`` of what a predicate reports, and the frame that gave them; None if it has none."""
    for frame in cue.takes:
        found = _FRAMES[frame](page, p) if frame in _FRAMES else None
        if found is not None and (trimmed := trim(page, found)) is not None:
            return trimmed, frame
    return None


def trim(page: Page, tokens: Tokens) -> Tokens | None:
    """Without the marks and connectives at the ends; None if nothing is left."""
    first, last = tokens
    while first < last and page.tokens[first].lower in _LEADING:
        first += 1
    while last > first and page.tokens[last - 1].lower in _TRAILING:
        last -= 1
    return (first, last) if first < last else None


def without_aside(page: Page, tokens: Tokens) -> Tokens:
    """Without a relative clause at the end that the reporter adds: "a naval coalition, WHICH three states joined"."""
    first, last = tokens
    for i in range(first + 1, last):
        if page.tokens[i].lower in _RELATIVE and page.tokens[i - 1].text == "," and i not in page.quoted:
            verb = page.tokens[i].head
            return (first, i - 1) if page.edges(verb)[1] >= last else tokens
    return tokens


def _clause(page: Page, p: Predicate) -> Tokens | None:
    if page.tokens[p.words[-1]].lower == "clear":
        return _after_clear(page, p)
    if p.kind == "noun":
        return _of_noun(page, p)
    below = [b for b in page.below.get(p.id, []) if b.link == "complement" and b.kind != "noun"]
    below = below or _of_carrier(page, p)
    after = [b for b in below if _carrier(page, b) > p.head]
    if after:
        first, last = _union(page, p, [_carrier(page, b) for b in after])
        first, last = _from_object(page, p, first), _with_conjunct(page, p, _reach(page, p, last))
        return first, _until_break(page, first, last)
    if below:
        return _before(page, p, _union(page, p, [_carrier(page, b) for b in below]))
    return _fronted(page, p)


def _of_noun(page: Page, p: Predicate) -> Tokens | None:
    """ "the claim that ...", "kept to his stance that ...": a clause of the noun, or one hung on the verb above it."""
    above = () if p.above is None else page.below.get(p.above, ())
    hung = [*page.below.get(p.id, []), *(b for b in above if b.marker == "that" and b.head > p.head)]
    heads = [_carrier(page, b) for b in hung if b.link == "complement" and b.kind != "noun"]
    found = [page.edges(h) for h in heads]
    return next(((first, last) for first, last in found if first == p.head + 1), None)


def _of_carrier(page: Page, p: Predicate) -> list[Predicate]:
    """ "said in a statement that ...": the parser hangs the clause on the document, the cue reports it."""
    nouns = [page.clauses.at(h) for h in p.heads("in", "at", "on", "during", "to") if h > p.head]
    carriers = [n for n in nouns if n is not None and n.kind == "noun" and n.lemma in page.lexicon.media]
    return [b for n in carriers for b in page.below.get(n.id, []) if b.link == "complement" and b.kind != "noun"]


def _carrier(page: Page, p: Predicate) -> int:
    """The token that the whole clause hangs on: the copula of an adjective, else the head."""
    head = page.tokens[p.head].head
    return head if p.kind == "adjective" and page.clauses.by_head.get(head) == p.id else p.head


def _union(page: Page, p: Predicate, heads: list[int]) -> Tokens:
    """All that hangs on some tokens, save the reporting clause itself and what reports more words beside it."""
    without = frozenset({p.head, *_cut(page, p, heads)})
    edges = [page.edges(h, without) for h in heads]
    return min(e[0] for e in edges), max(e[1] for e in edges)


def _cut(page: Page, p: Predicate, heads: list[int]) -> list[int]:
    """Cues that the parser hung inside the content though they go on beside the one above it.

    "He emphasized that a raid would be met and urged the parties to talk" (clauses ties "urged" to "emphasized");
    "..., adding that": a participle of saying at the end.
    """
    below = [b for b in page.below.get(p.id, []) if b.link == "coordinate" or _is_aside(page, b)]
    for head in heads:
        inside = page.below.get(page.clauses.by_head.get(head, -1), [])
        below += [b for b in inside if page.beside(b) is p]
    return [b.head for b in below if b.head > p.head and b.kind != "noun" and b.head not in page.quoted]


def _is_aside(page: Page, b: Predicate) -> bool:
    """A participle set off by a comma or of a cue ("calling it a mistake"); not "concern REGARDING the raid"."""
    first = page.edges(b.head)[0]
    return b.link == "participle" and (
        b.lemma in page.lexicon.verbs or (first > 0 and page.tokens[first - 1].text == ",")
    )


def _with_conjunct(page: Page, p: Predicate, last: int) -> int:
    """ "told them trust was gone and there was no way back": a second clause, with a subject of its own and no comma."""
    for b in page.below.get(p.id, []):
        own = any(a.role in {"subject", "object"} and a.source == "own" for a in b.arguments)
        beside = b.link == "coordinate" and b.kind == "verb" and b.lemma not in page.lexicon.verbs
        if beside and own and b.head > last and page.tokens[last].pos == "CCONJ" and page.edges(b.head)[0] > last:
            return page.edges(b.head)[1]
    return last


def _reach(page: Page, p: Predicate, last: int) -> int:
    """Words that follow the content with no mark between belong to it, wherever the parser hung them.

    "reaffirmed its commitments | to the defense of Korea and Japan": the phrase that hangs on the cue is taken whole,
    save one that tells when or by which medium the words were said.
    """
    end = page.sentence_of(p.head)[1]
    cut = frozenset({p.head, *_cut(page, p, [])})
    while last < end and not _ends_content(page, last):
        top = last
        while page.tokens[top].head not in {p.head, top} and page.tokens[top].head >= last:
            top = page.tokens[top].head
        first, right = page.edges(top, cut)
        if top in cut or first < last or right <= last or _is_told_by(page, last, right):
            break
        last = right
    return last


def _ends_content(page: Page, i: int) -> bool:
    """Does a word after the content begin something else: "and", "after the raid", "in an effort to"?"""
    token = page.tokens[i]
    if token.pos in {"PUNCT", "CCONJ"} or token.lower in _ADJOINING or (token.lower == "as" and token.pos == "SCONJ"):
        return True
    near = page.tokens[i + 1 : i + 3]
    return token.lower in {"in", "amid", "despite", "following"} and (
        token.lower != "in" or any(t.lemma.lower() in _PURPOSES for t in near)
    )


def _is_told_by(page: Page, first: int, last: int) -> bool:
    """Does a phrase tell when, or through what, words were said?"""
    words = range(first, min(last, first + 6))
    return page.tokens[first].lower in {"according", "via", "during"} or any(
        i in page.times.by_token or page.tokens[i].lemma.lower() in page.lexicon.media for i in words
    )


def _from_object(page: Page, p: Predicate, first: int) -> int:
    """ "announced the new region would govern itself": what the parser takes for an object is the clause's subject."""
    cue = page.lexicon.verbs.get(p.lemma)
    if cue is None or cue.tells:
        return first
    between = [h for h in p.heads("object") if p.head < h < first]
    if any(page.tokens[h].lemma.lower() in page.lexicon.claims for h in between):
        return first  # "clarified his remarks that ..."
    return min([first, *(page.edges(h, frozenset({p.head}))[0] for h in between)])


def _until_break(page: Page, first: int, last: int) -> int:
    """Where a clause ends before its last word: at a semicolon, or at a comma before "saying", "blaming", "adding"."""
    for i in range(first + 1, last):
        token = page.tokens[i]
        if i in page.quoted:
            continue
        if token.text == ";":
            return i
        if token.tag == "VBG" and token.lemma.lower() in page.lexicon.verbs:
            start = i - (page.tokens[i - 1].pos == "ADV")
            if page.tokens[start - 1].text == "," or (start - 1 in page.quoted and page.tokens[start - 2].text == ","):
                return start
    return last


def _before(page: Page, p: Predicate, tokens: Tokens) -> Tokens | None:
    """ "The talks had failed, Orlov said": up to the comma before the reporting clause."""
    first, last = tokens
    own = [page.edges(h)[0] for h in p.heads("subject") if last - 1 <= h < p.head]
    return first, min([last, *own])


def _after_clear(page: Page, p: Predicate) -> Tokens | None:
    """ "made clear that ...", "made clear the need for ...": the parser has no stable reading, so all that follows."""
    cut = _cut(page, p, [])
    last = max([page.edges(i, frozenset(cut))[1] for i in page.children[p.head] if i not in cut], default=0)
    return (p.words[-1] + 1, last) if last > p.words[-1] + 1 else None


def _fronted(page: Page, p: Predicate) -> Tokens | None:
    """The content is the clause that the reporting one was hung on ("..., Orlov said" as a parenthesis)."""
    if p.above is None or p.link != "complement" or not p.heads("subject"):
        return None
    above = page.clauses.predicates[p.above]
    if above.head in page.quoted or above.lemma in page.lexicon.verbs:
        return None
    start, end = page.edges(p.head)
    marks = {",", "—", "–", "-"}
    if start == 0 or (page.tokens[start - 1].lower not in marks and page.tokens[start].lower not in marks):
        return None
    first, last = page.edges(_carrier(page, above), frozenset({p.head}))
    if last > end:
        first = max([first, *(i + 1 for i in range(first, start) if page.tokens[i].text == ";")])
    return first, last


def _object(page: Page, p: Predicate) -> Tokens | None:
    """A noun phrase that says what was said: "expressed concern"; of "clarified his remarks that ...", what they say."""
    found = _phrase(page, p)
    nouns = [page.tokens[h].lemma.lower() for h in p.heads("object")]
    return _after_that(page, *found) if found is not None and nouns[0] in page.lexicon.claims else found


def _phrase(page: Page, p: Predicate) -> Tokens | None:
    heads = [h for a in p.arguments if a.role == "object" and a.source in {"own", "coordinate"} for h in a.heads]
    heads = [h for h in heads if h > p.head]
    if not heads or page.tokens[heads[0]].pos == "PRON":
        return None
    first, last = _union(page, p, heads[:1])
    if page.tokens[first].lower in {"this", "that", "these", "those"} and last - first <= 2:
        return None  # "announced this change" only points back
    return without_aside(page, (first, _reach(page, p, last)))


def _claim(page: Page, p: Predicate) -> Tokens | None:
    """An object that is itself something said, or what one is said to have done: "denied the accusation"."""
    said = any(page.tokens[h].lemma.lower() in page.lexicon.claims for h in p.heads("object"))
    return _phrase(page, p) if said else None


def _after_that(page: Page, first: int, last: int) -> Tokens:
    """ "clarified his remarks that the staff will leave": the content is what the remarks say."""
    that = next((i for i in range(first, last) if page.tokens[i].lower == "that"), None)
    return (first, last) if that is None or that + 2 > last else (that + 1, last)


def _object_to(page: Page, p: Predicate) -> Tokens | None:
    below = [b for b in page.below.get(p.id, []) if b.marker == "to" or b.link == "infinitive"]
    below = [b for b in below if b.head > p.head and b.kind != "noun"]
    if not below:
        return None
    objects = [h for h in p.heads("object", "indirect") if p.head < h < below[0].head]
    if not objects and not any(p.head < h < below[0].head for b in below for h in b.heads("subject")):
        return None
    first, last = _union(page, p, [*objects, *(_carrier(page, b) for b in below)])
    return max(first, p.head + 1), _reach(page, p, last)


def _to(page: Page, p: Predicate) -> Tokens | None:
    below = [_carrier(page, b) for b in page.below.get(p.id, []) if b.link == "infinitive" and b.head > p.head]
    return _extended(page, p, below)


def _gerund(page: Page, p: Predicate) -> Tokens | None:
    below = [b.head for b in page.below.get(p.id, []) if b.link == "gerund" and b.head > p.head and b.marker is None]
    return _extended(page, p, below)


def _extended(page: Page, p: Predicate, heads: list[int]) -> Tokens | None:
    if not heads:
        return None
    first, last = _union(page, p, heads)
    return first, _reach(page, p, last)


def _marked(page: Page, p: Predicate, *words: str) -> list[int]:
    """Tokens that a preposition ties to the predicate or to its object, noun or gerund, after the cue."""
    heads = [h for h in p.heads(*words) if h > p.head]
    heads += [b.head for b in page.below.get(p.id, []) if b.link == "gerund" and b.marker in words and b.head > p.head]
    if not heads:
        holders = [page.clauses.at(o) for o in p.heads("object")]
        heads = [h for o in holders if o is not None and o.kind == "noun" for h in o.heads(*words) if h > p.head]
    return heads


def _prepositional(*words: str) -> Callable[[Page, Predicate], Tokens | None]:
    """What a preposition ties to the cue: "called for talks", "described the raid as an act of war"."""

    def content(page: Page, p: Predicate) -> Tokens | None:
        if "for" in words and p.heads("object") and p.lemma == "call":
            return None  # "called the race for a candidate", "called the envoy for advice"
        found = _extended(page, p, _marked(page, p, *words))
        # "called for the bill to be dropped": the parser makes a clause of it, with "for" as its subordinator.
        after = page.tokens[p.head + 1] if p.head + 1 < len(page.tokens) else None
        if found is None and after is not None and after.lower in words:
            right = max(
                (page.edges(_carrier(page, b))[1] for b in page.below.get(p.id, []) if b.head > p.head), default=0
            )
            return (p.head + 2, right) if right > p.head + 2 else None
        return found

    return content


def _object_with(*words: str) -> Callable[[Page, Predicate], Tokens | None]:
    """An object and what a preposition ties to it: "accused Iran of shelling", "blamed Iran for the raid"."""

    def content(page: Page, p: Predicate) -> Tokens | None:
        objects = [h for h in p.heads("object") if h > p.head]
        marked = _marked(page, p, *words)
        if not marked or (not objects and not p.passive):
            return None
        pronoun = objects and page.tokens[objects[0]].pos == "PRON"
        return _extended(page, p, marked if pronoun else [*objects, *marked])

    return content


def _on_to(page: Page, p: Predicate) -> Tokens | None:
    """ "called on Syria to leave": the party asked, and what it is to do."""
    asked = [h for h in p.heads("on", "upon", "to") if h > p.head]
    below = [b for b in page.below.get(p.id, []) if b.link in {"infinitive", "adverbial"} and b.marker == "to"]
    inside = [b for h in asked for n in [page.clauses.at(h)] if n is not None for b in page.below.get(n.id, [])]
    acts = [_carrier(page, b) for b in (*below, *inside) if b.link in {"infinitive", "adverbial"} and b.head > p.head]
    return _extended(page, p, [*asked, *acts]) if asked and acts else None


def _named(page: Page, p: Predicate) -> Tokens | None:
    """ "called the raid an act of war": both; "called it a mistake": what it is called."""
    objects = [h for h in p.heads("indirect", "object") if h > p.head]
    below = [b for b in page.below.get(p.id, []) if b.link in {"complement", "infinitive"} and b.head > p.head]
    # "deemed the arrest unlawful": the parser hangs the arrest on the adjective.
    small = [c for c in page.children[p.head] if c > p.head and page.tokens[c].pos == "ADJ" and page.children[c]]
    heads = [*(p.heads("attribute") if objects else ()), *(_carrier(page, b) for b in below), *small]
    if not heads and not objects:
        return None
    first, last = _union(page, p, [*objects, *heads])
    last = _reach(page, p, last)
    first = max(first, p.head + 1)
    if objects and page.tokens[objects[0]].pos == "PRON":
        return (objects[0] + 1, last) if last > objects[0] + 1 else None
    edge = page.edges(objects[0], frozenset({p.head, *heads}))[1] if objects else first
    return (first, last) if heads or len(objects) > 1 or (last > edge and page.tokens[edge].pos != "ADP") else None


_FRAMES: dict[str, Callable[[Page, Predicate], Tokens | None]] = {
    "clause": _clause,
    "object": _object,
    "claim": _claim,
    "object-to": _object_to,
    "to": _to,
    "gerund": _gerund,
    "as": _prepositional("as"),
    "named": _named,
    "object-of": _object_with("of"),
    "object-for": _object_with("for"),
    "for": _prepositional("for"),
    "of": _prepositional("of"),
    "on-to": _on_to,
    "against": _prepositional("against"),
}
