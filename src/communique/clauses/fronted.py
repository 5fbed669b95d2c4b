"""A subject that the parser takes for part of the phrase before it: "In an interview with Radio Lund, Norway said"."""

from communique.clauses.tree import Tree

_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_BEFORE_VERB = frozenset({"PUNCT", "ADV", "AUX", "PART"})
_SUBJECT = frozenset({"NOUN", "PROPN", "PRON"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def swallowed_subject(tree: Tree, verb: int) -> int | None:
    """The noun that stands before a finite main verb without subject, behind a comma, hung on a noun of the fronted phrase
    as if it named the same or were listed with it."""
    token = tree.tokens[verb]
    finite = token.tag in _FINITE or any(
        tree.tokens[a].tag in {"MD", *_FINITE} for a in tree.kids(verb, "aux", "auxpass")
    )
    if token.dep != "ROOT" or not finite or tree.kid(verb, "csubj", "expl", "attr") is not None:
        return None
    fronted = [c for c in tree.kids(verb, "prep", "advcl", "npadvmod") if c < verb]
    return next((s for f in fronted for s in (*_dated(tree, f), *_hung(tree, f, verb))), None)


def _dated(tree: Tree, phrase: int) -> list[int]:
    """ "On Friday Hodan Robleh met": the parser takes day and name for one name."""
    names = tree.kids(phrase, "pobj")
    return [
        n for n in names if tree.tokens[n].pos == "PROPN" and n > phrase + 2 and tree.tokens[phrase + 1].lower in _DAYS
    ]


def _hung(tree: Tree, phrase: int, verb: int) -> list[int]:
    """What is hung on a noun of the phrase behind a comma and reaches to the verb."""
    out = []
    for i in _below(tree, phrase):
        token = tree.tokens[i]
        if token.dep not in {"appos", "conj"} or token.pos not in _SUBJECT or tree.kid(token.head, "cc") is not None:
            continue
        own = _below(tree, i)
        beside = [*_names_after(tree, i), *(r for r in tree.kids(token.head, "relcl") if r > i)]
        covered = {*own, *(j for a in beside for j in _below(tree, a))}
        gap = [j for j in range(max(own), verb) if j not in covered]
        if tree.tokens[min(own) - 1].text == "," and all(tree.tokens[j].pos in _BEFORE_VERB for j in gap):
            out.append(i)
    return out


def _names_after(tree: Tree, i: int) -> list[int]:
    """ "The president of the league, Jorge Quispe, said": the name that follows a role, hung beside it."""
    token = tree.tokens[i]
    if token.dep != "appos" or token.pos != "NOUN":
        return []
    return [a for a in tree.kids(token.head, "appos") if a > i and tree.tokens[a].pos == "PROPN"]


def _below(tree: Tree, i: int) -> list[int]:
    """A token and all below it."""
    out = [i]
    for j in out:
        out.extend(c for c in tree.children[j] if c != j)
    return out
