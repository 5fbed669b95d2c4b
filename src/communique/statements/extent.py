"""How far the words that a predicate reports reach: what hangs on them, what goes on beside them, where they end."""

from communique.clauses.clauses import Predicate
from communique.statements.page import Page

# What begins with these tells when, where or why words were said, not what they said.
_ADJOINING = frozenset(
    ["before", "after", "while", "because", "although", "though", "when", "since", "until", "during"]
)
_PURPOSES = frozenset(["effort", "bid", "order", "attempt", "response", "hope", "reaction", "exchange", "move", "sign"])
Tokens = tuple[int, int]


def carrier(page: Page, p: Predicate) -> int:
    """The token that the whole clause hangs on: the copula of an adjective or of several ("are rash and wrong"), else
    the head."""
    above = page.clauses.at(page.tokens[p.head].head) if p.kind == "adjective" else None
    return page.tokens[p.head].head if above is not None and above.kind == "adjective" else p.head


def union(page: Page, p: Predicate, heads: list[int]) -> Tokens:
    """All that hangs on some tokens, save the reporting clause itself and what reports more words beside it."""
    without = frozenset({p.head, *cut_cues(page, p, heads)})
    edges = [page.edges(h, without) for h in heads]
    return min(e[0] for e in edges), max(e[1] for e in edges)


def cut_cues(page: Page, p: Predicate, heads: list[int]) -> list[int]:
    """Cues that the parser hung inside the content though they go on beside the one above it.

    "He emphasized that a raid would be met and urged the parties to talk" (clauses ties "urged" to "emphasized");
    "..., adding that": a participle of saying at the end.
    """
    below = [b for b in page.below.get(p.id, []) if b.link == "coordinate" or _is_aside(page, b)]
    for head in heads:
        below += [b for b in _joined(page, page.clauses.by_head.get(head, -1)) if page.beside(b) is p]
    return [b.head for b in below if b.head > p.head and b.kind != "noun" and b.head not in page.quoted]


def _joined(page: Page, above: int) -> list[Predicate]:
    """All that is joined to a predicate: "was right but was held up by mistrust and ARGUED ..."."""
    found = [b for b in page.below.get(above, []) if b.link == "coordinate"]
    return [*found, *(c for b in found for c in _joined(page, b.id))]


def _is_aside(page: Page, b: Predicate) -> bool:
    """A participle set off by a comma or of a cue ("calling it a mistake"); not "concern REGARDING the raid"."""
    first = page.edges(b.head)[0]
    return b.link == "participle" and (
        b.lemma in page.lexicon.verbs or (first > 0 and page.tokens[first - 1].text == ",")
    )


def reach(page: Page, p: Predicate, last: int) -> int:
    """Words that follow the content with no mark between belong to it, wherever the parser hung them.

    "reaffirmed its commitments | to the defense of Korea and Japan": the phrase that hangs on the cue is taken whole,
    save one that tells when or by which medium the words were said.
    """
    end = page.sentence_of(p.head)[1]
    below = [carrier(page, b) for b in page.below.get(p.id, []) if b.link == "complement"]
    cut = frozenset({p.head, *cut_cues(page, p, below)})
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
