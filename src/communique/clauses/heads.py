"""Which tokens head a predicate, and of which kind."""

from msgspec import Struct

from communique.clauses.clauses import PredicateKind
from communique.clauses.tree import COPULAS, Tree

_NOUN_SLOTS = frozenset(
    {"dobj", "pobj", "nsubj", "nsubjpass", "conj", "attr", "appos", "ROOT", "dep", "oprd", "nmod", "npadvmod", "obj"}
)
_GERUND_SLOTS = (_NOUN_SLOTS - {"ROOT", "conj"}) | {"csubj"}
_NAMES = frozenset(
    {"PERSON", "GPE", "NORP", "LOC", "FAC", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"}
)


class Head(Struct, frozen=True, gc=False):
    """A token that heads a predicate; ``verb`` is the token that carries tense (the copula of an adjective)."""

    token: int
    kind: PredicateKind
    verb: int


def find_heads(tree: Tree) -> list[Head]:
    """Every verb, predicative adjective and common noun that may say that something happens."""
    out: list[Head] = []
    for token in tree.tokens:
        if tree.is_verb(token):
            out.append(_verb_or_noun(tree, token.i))
        elif token.pos == "ADJ" and (copula := _copula(tree, token.i)) is not None:
            out.append(Head(token.i, "adjective", copula))
        elif tree.is_plural_noun(token) or (
            token.pos in {"NOUN", "PROPN"} and token.dep in _NOUN_SLOTS and token.entity not in _NAMES
        ):
            out.append(Head(token.i, "noun", token.i))
    copulas = {h.verb for h in out if h.kind == "adjective"}
    return [h for h in out if h.kind != "verb" or h.token not in copulas]


def _verb_or_noun(tree: Tree, i: int) -> Head:
    """A gerund with an article, a possessor, "of" or "between" stands for a noun: "the shelling of the town"."""
    token = tree.tokens[i]
    if token.tag != "VBG" or token.dep not in _GERUND_SLOTS:
        return Head(i, "verb", i)
    ties = {tree.tokens[p].lower for p in tree.kids(i, "prep")}
    if token.dep == "csubj":  # the parser's verb that is a subject: "FIGHTING between Chad and Niger broke out"
        return Head(i, "noun" if "between" in ties else "verb", i)
    return Head(i, "noun" if ties & {"of", "between"} or tree.kid(i, "det", "poss") is not None else "verb", i)


def _copula(tree: Tree, i: int) -> int | None:
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    if token.dep in {"acomp", "attr", "oprd"} and head.lemma in COPULAS:
        return head.i
    if token.dep == "conj" and head.pos == "ADJ":
        return _copula(tree, head.i)
    return None
