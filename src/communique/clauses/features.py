"""Polarity, tense, modality and mood of one predicate, from its auxiliaries."""

from msgspec import Struct

from communique.clauses.clauses import Tense
from communique.clauses.tree import Tree

_NEGATIVE = frozenset({"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "hardly"})
# "At no point", "under no circumstances", "in no way".
_NEVER = frozenset({"point", "circumstance", "way", "time", "account", "stage", "moment"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MODALS = {"'d": "would", "’d": "would", "ca": "can", "wo": "will", "'ll": "will", "’ll": "will"}


class Features(Struct, frozen=True, kw_only=True):
    """What the auxiliaries of a predicate say."""

    negated: bool = False
    tense: Tense = "none"
    perfect: bool = False
    progressive: bool = False
    modal: str | None = None


def features(tree: Tree, verb: int) -> Features:
    """The features of a verb, or of the copula of an adjective."""
    helpers = [tree.tokens[a] for a in tree.kids(verb, "aux", "auxpass")]
    tag = tree.tokens[verb].tag
    modal = next((_MODALS.get(h.lower, h.lower) for h in helpers if h.tag == "MD"), None)
    tags = [h.tag for h in helpers] or [tag]
    return Features(
        negated=is_negated(tree, verb),
        tense=_tense(tags, modal),
        perfect=any(h.lemma == "have" for h in helpers) and tag == "VBN",
        progressive=tag == "VBG" and any(h.lemma == "be" for h in helpers),
        modal=modal,
    )


def is_negated(tree: Tree, head: int) -> bool:
    """Whether "not", "never" or "no" stands with a word, or "at no point" with its clause."""
    if any(tree.tokens[c].lower in _NEGATIVE for c in tree.kids(head, "neg", "det", "advmod", "preconj")):
        return True
    if any(
        tree.tokens[c].lower == "longer" and tree.kid(c, "neg", "det") is not None for c in tree.kids(head, "advmod")
    ):
        return True  # "no longer", "not any longer"
    frames = (o for p in tree.kids(head, "prep") for o in tree.kids(p, "pobj") if tree.tokens[o].lemma in _NEVER)
    return any(tree.tokens[d].lower == "no" for o in frames for d in tree.kids(o, "det"))


def _tense(tags: list[str], modal: str | None) -> Tense:
    if modal in _FUTURE:
        return "future"
    if modal:
        return "present"
    if "VBD" in tags:
        return "past"
    if "VBZ" in tags or "VBP" in tags:
        return "present"
    return "none"
