"""Parsed -> Clauses."""

from msgspec.structs import replace

from communique.clauses.arguments import Arguments, light_verb
from communique.clauses.clauses import Clauses, Predicate
from communique.clauses.features import Features, features, is_negated
from communique.clauses.heads import Head, find_heads
from communique.clauses.links import Tie, find_tie
from communique.clauses.tree import NOMINAL, Tree
from communique.parse.parsed import Parsed
from communique.types import Span

_OUTSIDE_PHRASE = frozenset(
    {"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "nsubj", "cop", "aux", "nsubjpass"}
)
_OUTSIDE_CLAUSE = frozenset({"conj", "cc", "preconj"})


def find_clauses(parsed: Parsed) -> Clauses:
    """Every predicate of a report with its arguments, features and place among the others."""
    tree = Tree(parsed)
    heads = find_heads(tree)
    by_head = {h.token: i for i, h in enumerate(heads)}
    carriers = by_head | {h.verb: i for i, h in enumerate(heads) if h.verb not in by_head}
    arguments = Arguments(tree, heads)
    predicates: list[Predicate] = []
    for i, head in enumerate(heads):
        tie = find_tie(tree, head.token, head.verb, head.kind)
        above = None if tie.link == "root" else _climb(tree, tie.above, carriers)
        predicates.append(
            _predicate(
                tree, i, head, tie if above != i else Tie(head.token, "root"), above if above != i else None, arguments
            )
        )
    return Clauses(
        parsed=parsed,
        predicates=_with_shared_tense(predicates),
        by_head=carriers,
        phrases={t.i: _span(tree, t.i, _OUTSIDE_PHRASE) for t in tree.tokens if t.pos in NOMINAL},
    )


def _predicate(tree: Tree, number: int, head: Head, tie: Tie, above: int | None, arguments: Arguments) -> Predicate:
    token = tree.tokens[head.token]
    noun = head.kind == "noun"
    particles = [] if noun else tree.particles(head.verb)
    light = light_verb(tree, head.token) if noun else None
    found = Features(negated=is_negated(tree, head.token)) if noun else features(tree, head.verb)
    own = arguments.of(head)
    return Predicate(
        id=number,
        sentence=token.sentence,
        head=head.token,
        kind=head.kind,
        lemma=" ".join([token.lemma.lower(), *(tree.tokens[p].lower for p in particles)]),
        words=(head.token, *particles),
        arguments=own,
        passive=head.kind == "verb" and arguments.is_passive(head.verb),
        negated=found.negated
        or (not noun and any(_is_none(tree, h) for a in own if a.role in {"subject", "object"} for h in a.heads)),
        tense=found.tense,
        perfect=found.perfect,
        progressive=found.progressive,
        modal=found.modal,
        mood=_mood(tree, head, own),
        above=above,
        link=tie.link,
        marker=tie.marker,
        light=None if light is None else _light_name(tree, light, head.token),
        extent=_span(tree, head.verb, _OUTSIDE_PHRASE if noun else _OUTSIDE_CLAUSE),
    )


def _climb(tree: Tree, token: int, carriers: dict[int, int]) -> int | None:
    """The nearest predicate at or above a token: nouns that say nothing happens are passed by."""
    while token not in carriers:
        if tree.tokens[token].head == token:
            return None
        token = tree.tokens[token].head
    return carriers[token]


def _is_none(tree: Tree, token: int) -> bool:
    """ "No agreement was reached", "nobody": the subject or object negates the act."""
    return tree.tokens[token].lower in {"nobody", "none", "nothing"} or any(
        tree.tokens[c].lower in {"no", "neither"} for c in tree.kids(token, "det")
    )


def _mood(tree: Tree, head: Head, arguments: tuple[object, ...]) -> str:
    token = tree.tokens[head.verb]
    if token.dep != "ROOT" or head.kind == "noun":
        return "statement"
    _, last = tree.edges(head.verb, frozenset())
    if tree.tokens[last].text == "?":
        return "question"
    is_bare = token.tag == "VB" and not arguments and tree.kid(head.verb, "aux", "nsubj") is None
    return "command" if is_bare else "statement"


def _light_name(tree: Tree, verb: int, noun: int) -> str:
    token = tree.tokens[noun]
    preposition = f" {tree.tokens[token.head].lower}" if token.dep == "pobj" else ""
    return tree.tokens[verb].lemma.lower() + preposition


def _span(tree: Tree, token: int, without: frozenset[str]) -> Span:
    first, last = tree.edges(token, without)
    return Span(tree.tokens[first].start, tree.tokens[last].end)


def _with_shared_tense(predicates: list[Predicate]) -> tuple[Predicate, ...]:
    """ "will meet and discuss", "has met and praised": a conjunct without auxiliaries has those of the first."""
    out: list[Predicate] = []
    for p in predicates:
        first = None if p.above is None or p.link != "coordinate" or p.kind != "verb" else predicates[p.above]
        if (
            first is not None
            and first.kind == "verb"
            and p.tense == "none"
            and p.modal is None
            and (first.modal or first.perfect)
        ):
            p = replace(
                p,
                tense=first.tense,
                modal=first.modal,
                perfect=first.perfect,
                negated=p.negated or (first.negated and first.modal is not None),
            )  # noqa: PLW2901
        out.append(p)
    return tuple(out)
