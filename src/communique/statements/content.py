"""The words that a predicate reports, by the shapes that its entry in the lexicon allows."""

from collections.abc import Callable

from communique.clauses.clauses import Predicate
from communique.data.statements import Cue, Frame
from communique.statements.breaks import until_break, without_aside
from communique.statements.extent import Tokens, carrier, reach, union
from communique.statements.page import Page
from communique.statements.reported import find_clause

_TRAILING = frozenset({",", ";", ":", ".", "?", "!", "-", "–", "—", "and", "but", "while", "or"})
_LEADING = frozenset({"that", ",", ":", "-", "–", "—"})


def find_content(page: Page, p: Predicate, cue: Cue) -> tuple[Tokens, Frame] | None:
    """The tokens ``[first, last)`` of what a predicate reports, and the frame that gave them; None if it has none."""
    for frame in cue.takes:
        found = _FRAMES[frame](page, p) if frame in _FRAMES else None
        if found is None:
            continue
        first, last = found
        trimmed = trim(page, (first, until_break(page, first, last)))
        if trimmed is not None:
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
    first, last = union(page, p, [*heads[:1], *_tails(page, p, heads[0])])
    if page.tokens[first].lower in {"this", "that", "these", "those"} and last - first <= 2:
        return None  # "announced this change" only points back
    return without_aside(page, (first, reach(page, p, last)))


def _tails(page: Page, p: Predicate, head: int) -> list[int]:
    """What belongs to an object though other words stand between: "announced PLANS on Monday TO BUILD a wall",
    "lambasted the ruling AS A FARCE"."""
    last = page.edges(head, frozenset({p.head}))[1]
    judged = [h for h in p.heads("as") if h >= last and page.lexicon.verbs[p.lemma].id == "condemn"]
    planned = page.tokens[head].lemma.lower() in {"plan", "desire", "intention", *page.lexicon.nouns}
    markers = {"that", "to"} if planned else {"that"}
    below = [b for b in page.below.get(p.id, []) if b.marker in markers and b.kind != "noun"]
    late = [carrier(page, b) for b in below if b.link in {"infinitive", "complement"}]
    return [*judged, *(h for h in late if h >= last and _is_when(page, last, page.edges(h)[0]))]


def _is_when(page: Page, first: int, last: int) -> bool:
    """Do some words only tell when?"""
    return all(i in page.times.by_token or page.tokens[i].pos in {"ADP", "DET"} for i in range(first, last))


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
    first, last = union(page, p, [*objects, *(carrier(page, b) for b in below)])
    return max(first, p.head + 1), reach(page, p, last)


def _to(page: Page, p: Predicate) -> Tokens | None:
    below = [carrier(page, b) for b in page.below.get(p.id, []) if b.link == "infinitive" and b.head > p.head]
    return _extended(page, p, below)


def _gerund(page: Page, p: Predicate) -> Tokens | None:
    below = [b.head for b in page.below.get(p.id, []) if b.link == "gerund" and b.head > p.head and b.marker is None]
    return _extended(page, p, below)


def _extended(page: Page, p: Predicate, heads: list[int]) -> Tokens | None:
    if not heads:
        return None
    first, last = union(page, p, heads)
    return first, reach(page, p, last)


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
        marked = _marked(page, p, *words)
        # "called for the parties to leave": the act hangs on the cue.
        acts = [carrier(page, b) for b in _acts(page, p) if marked and "for" in words and b.head > marked[-1]]
        found = _until_quote_ends(page, _extended(page, p, [*marked, *acts]))
        if found is not None and page.tokens[found[0]].lower in words:
            found = (found[0] + 1, found[1])
        # "called for the bill to be dropped": the parser makes a clause of it, with "for" as its subordinator.
        after = page.tokens[p.head + 1] if p.head + 1 < len(page.tokens) else None
        if found is None and after is not None and after.lower in words:
            right = max(
                (page.edges(carrier(page, b))[1] for b in page.below.get(p.id, []) if b.head > p.head), default=0
            )
            return (p.head + 2, right) if right > p.head + 2 else None
        return found

    return content


def _until_quote_ends(page: Page, tokens: Tokens | None) -> Tokens | None:
    """ "Spoke of 'our men there' | caused an uproar": a verb that goes on after a quoted phrase has another subject."""
    number = None if tokens is None else page.quoted.get(tokens[0] + 1)
    if tokens is None or number is None:
        return tokens
    end = next((i for i in range(tokens[0] + 1, tokens[1]) if page.quoted.get(i) != number), tokens[1])
    goes_on = end < tokens[1] and page.tokens[end].tag in {"VBD", "VBZ", "VBP"}
    return (tokens[0], end) if goes_on else tokens


def _acts(page: Page, p: Predicate) -> list[Predicate]:
    """What somebody is to do: the infinitives after a cue."""
    below = page.below.get(p.id, [])
    return [b for b in below if b.link in {"infinitive", "adverbial"} and b.marker == "to" and b.kind != "noun"]


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


def _object_at(page: Page, p: Predicate) -> Tokens | None:
    """ "Put the toll at twelve", "placed the number of dead in the hundreds": a count and what it is told to be."""
    objects = [h for h in p.heads("object") if h > p.head]
    counts = page.lexicon.verbs[p.lemma].objects
    numbers = [h for h in _marked(page, p, "at", "in") if _is_number(page, h)]
    if not objects or not numbers or page.tokens[objects[0]].lemma.lower() not in counts:
        return None
    return _extended(page, p, [*objects, *numbers])


def _is_number(page: Page, head: int) -> bool:
    first, last = page.edges(head)
    return page.tokens[head].tag == "NNS" or any(page.tokens[i].tag == "CD" for i in range(first, last))


def _on_to(page: Page, p: Predicate) -> Tokens | None:
    """ "called on Syria to leave": the party asked, and what it is to do."""
    asked = [h for h in p.heads("on", "upon", "to") if h > p.head]
    below = _acts(page, p)
    inside = [b for h in asked for n in [page.clauses.at(h)] if n is not None for b in page.below.get(n.id, [])]
    acts = [carrier(page, b) for b in (*below, *inside) if b.link in {"infinitive", "adverbial"} and b.head > p.head]
    return _extended(page, p, [*asked, *acts]) if asked and acts else None


def _named(page: Page, p: Predicate) -> Tokens | None:
    """ "called the raid an act of war": both; "called it a mistake": what it is called; so too with "what Moscow calls
    a special operation", "a bill that critics called an insult"."""
    if not p.passive and any(h < p.head for h in p.heads("object")):
        return _called(page, p)
    objects = [h for h in p.heads("indirect", "object") if h > p.head]
    if p.lemma == "find" and any(page.tokens[h].lower.endswith(("self", "selves")) for h in objects):
        return None  # "found himself in a crowd"
    below = [b for b in page.below.get(p.id, []) if b.link in {"complement", "infinitive"} and b.head > p.head]
    # "deemed the arrest unlawful": the parser hangs the arrest on the adjective.
    small = [c for c in page.children[p.head] if c > p.head and page.tokens[c].pos == "ADJ" and page.children[c]]
    heads = [*(p.heads("attribute") if objects else ()), *(carrier(page, b) for b in below), *small]
    if not heads and not objects:
        return None
    first, last = union(page, p, [*objects, *heads])
    last = reach(page, p, last)
    first = max(first, p.head + 1)
    if objects and page.tokens[objects[0]].pos == "PRON":
        return (objects[0] + 1, last) if last > objects[0] + 1 else None
    edge = page.edges(objects[0], frozenset({p.head, *heads}))[1] if objects else first
    return (first, last) if heads or len(objects) > 1 or (last > edge and page.tokens[edge].pos != "ADP") else None


def _called(page: Page, p: Predicate) -> Tokens | None:
    """What stands before its cue is called: of "what Moscow calls a special operation", the last three words."""
    names = [h for h in p.heads("attribute", "object") if h > p.head]
    if any(page.tokens[h].lower in {"we", "i", "you"} for h in p.heads("subject")):
        return None  # "what we call a brief" only names it
    names = names or [c for c in page.children[p.head] if c > p.head and page.tokens[c].pos == "ADJ"]
    if not names:
        return None
    first, last = page.edges(names[0], frozenset({p.head}))
    clauses = [c for c in page.children[names[0]] if c > names[0] and page.tokens[c].dep in {"relcl", "acl", "advcl"}]
    return max(first, p.head + 1), min([last, *(page.edges(c)[0] for c in clauses)])


_FRAMES: dict[str, Callable[[Page, Predicate], Tokens | None]] = {
    "clause": find_clause,
    "object": _object,
    "claim": _claim,
    "object-to": _object_to,
    "to": _to,
    "gerund": _gerund,
    "as": _prepositional("as"),
    "named": _named,
    "object-of": _object_with("of"),
    "object-at": _object_at,
    "object-for": _object_with("for"),
    "for": _prepositional("for"),
    "of": _prepositional("of"),
    "on-to": _on_to,
    "against": _prepositional("against"),
}
