"""Relatives that the parser misreads: without a pronoun ("the tents Norway shipped"), and clefts ("it was Cuba that sent")."""

from msgspec import Struct

from communique.clauses.tree import NOMINAL, Tree

_NAMES = frozenset({"GPE", "ORG", "NORP", "LOC"})
_ANTECEDENTS = frozenset({"NOUN", "PRON"})
_PRONOUNS = frozenset({"that", "which", "whom", "who"})
_NOT_NOUNS = frozenset({"it", "they", "he", "she", "we", "you", "i"})
_TOLD = frozenset({"VBN", "VBD"})
# After these in the singular a name is the thing's own: "the capital Ostheim captured in May".
_NAMED_THINGS = frozenset(
    {
        "city",
        "town",
        "capital",
        "village",
        "state",
        "country",
        "province",
        "region",
        "island",
        "republic",
        "district",
        "port",
        "group",
        "company",
        "party",
        "newspaper",
        "agency",
        "coalition",
        "movement",
        "militia",
        "alliance",
        "network",
    }
)


class BareRelative(Struct, frozen=True, gc=False):
    """Who does what a relative clause says, and what it is done to, where the parser takes the clause for a participle."""

    doer: int
    thing: int | None


def find_bare_relative(tree: Tree, verb: int) -> BareRelative | None:
    """ "The tents NORWAY SHIPPED to Nepal", "the country that HUNGARY ACCUSED": a participle right after a name that stands
    right after a noun. None of "Norland, DEFEATED in May" or "the town of Lund, SHELLED"."""
    token, name = tree.tokens[verb], tree.tokens[verb - 1]
    if verb < 2 or token.dep != "acl" or token.tag not in _TOLD or name.pos != "PROPN" or name.entity not in _NAMES:
        return None
    if tree.kid(verb, "agent", "auxpass", "nsubj", "nsubjpass") is not None:
        return None
    first = verb - 1
    while first > 0 and tree.tokens[first - 1].head == name.i and tree.tokens[first - 1].dep in {"compound", "det"}:
        first -= 1
    before = tree.tokens[first - 1]
    if first == 0 or before.lower in _NOT_NOUNS or before.pos not in _ANTECEDENTS:
        return BareRelative(name.i, None) if before.lower in _PRONOUNS else None
    if before.lower in _PRONOUNS:
        return BareRelative(name.i, None)
    singular = before.tag == "NN" and before.lemma in _NAMED_THINGS
    return None if singular else BareRelative(name.i, before.i)


def find_stressed(tree: Tree, clause: int) -> tuple[int, ...]:
    """Whom a cleft stresses: "it was CUBA that sent doctors", "it was not Chad but NIGER that left"."""
    copula = tree.tokens[clause].head
    subject, stressed = tree.kid(copula, "nsubj", "expl"), tree.kid(copula, "attr")
    if tree.tokens[copula].lemma != "be" or subject is None or stressed is None or tree.tokens[subject].lower != "it":
        return ()
    named = (*tree.conjuncts(stressed), *(c for c in tree.kids(copula, "conj") if tree.tokens[c].pos in NOMINAL))
    joints = (*tree.kids(stressed, "cc"), *tree.kids(copula, "cc"))
    contrasted = tree.kid(copula, "neg") is not None and any(tree.tokens[c].lower == "but" for c in joints)
    return named[1:] if contrasted else named
