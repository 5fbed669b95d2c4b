"""What governs a predicate, by which link, and the word that ties the two."""

from msgspec import Struct

from communique.clauses.clauses import Link
from communique.clauses.heads import Head
from communique.clauses.tree import Tree

_MARKERS = frozenset({"mark", "advmod"})
_SUBORDINATORS = frozenset(
    [
        "that",
        "if",
        "whether",
        "unless",
        "because",
        "although",
        "though",
        "while",
        "after",
        "before",
        "since",
        "until",
        "when",
        "whenever",
        "once",
        "as",
        "so",
        "lest",
        "where",
    ]
)
# "called on Iran to stop": the parser makes a purpose of what is asked.
_ASKING = frozenset({"call", "appeal", "press", "push", "urge", "wait"})
# "committed to sustain the force": of these what follows at once is what is promised or tried, no purpose.
_BINDING = frozenset(
    {"agree", "commit", "consent", "decline", "offer", "pledge", "refuse", "threaten", "undertake", "vow"}
)


_COUNTING = frozenset({"first", "last", "latest", "only"})
_INVERTING = frozenset({"had", "should", "were"})
_LINKS: dict[str, Link] = {
    "conj": "coordinate",
    "parataxis": "complement",
    "dep": "complement",
    "csubj": "complement",
}


class Tie(Struct, frozen=True, gc=False):
    """The token that heads the predicate above (its own for a root), the link, and the marker."""

    above: int
    link: Link
    marker: str | None = None


def find_tie(tree: Tree, head: Head) -> Tie:
    """How a predicate hangs on the one above it."""
    if head.kind == "noun":
        return _noun_tie(tree, head.token)
    # The copula of an adjective carries its dependency, save for a second adjective: "ready and WILLING to talk".
    token = tree.tokens[head.token if tree.tokens[head.token].dep == "conj" else head.verb]
    if token.head == token.i:
        return Tie(token.i, "root")
    marker = _marker(tree, head.verb)
    if token.dep in {"xcomp", "ccomp"}:
        return _complement(tree, token.i, marker)
    if token.dep == "advcl":
        return _adverbial(tree, token.i, marker)
    if token.dep in {"acl", "relcl"}:
        return Tie(token.head, _clause_of_noun(tree, token.i, marker), marker)
    if token.dep == "pcomp":
        return Tie(tree.tokens[token.head].head, "gerund", tree.tokens[token.head].lower)
    if token.dep == "conj" and head.kind == "verb":
        return Tie(tree.first_conjunct(token.i), "coordinate", marker)
    return Tie(token.head, _LINKS.get(token.dep, "object"), marker)


def _is_counted(tree: Tree, noun: int) -> bool:
    words = (tree.tokens[c] for c in tree.kids(noun, "amod", "advmod"))
    return any(w.entity == "ORDINAL" or w.lower in _COUNTING for w in words)


def _clause_of_noun(tree: Tree, verb: int, marker: str | None) -> Link:
    """ "Calls TO LEAVE" asks; "the first state TO LEAVE" and "the state THAT LEFT" tell."""
    token = tree.tokens[verb]
    if _is_infinitive(tree, verb) and not (token.dep == "relcl" and _is_counted(tree, token.head)):
        return "infinitive"
    if token.dep == "relcl":
        return "relative"
    return "complement" if marker == "that" else "participle"


def _noun_tie(tree: Tree, token: int) -> Tie:
    measure = tree.measure(token)
    if measure is not None:  # "held two rounds of talks": the talks are what was held
        return _noun_tie(tree, measure)
    at = tree.tokens[token]
    if at.head == token:
        return Tie(token, "root")
    if at.dep == "conj":
        return Tie(at.head, "coordinate")
    if at.dep in {"nsubj", "csubj"}:
        return Tie(at.head, "subject")
    if at.dep == "pobj":
        preposition = tree.tokens[at.head]
        above = tree.tokens[preposition.head]
        while above.dep == "prep" and above.head != above.i:
            above = tree.tokens[above.head]
        return Tie(above.i, "oblique" if above.pos in {"VERB", "AUX", "ADJ"} else "nominal", preposition.lower)
    return Tie(at.head, "nominal" if at.dep in {"appos", "nmod"} else "object")


def _complement(tree: Tree, verb: int, marker: str | None) -> Tie:
    token = tree.tokens[verb]
    if _is_infinitive(tree, verb):
        return Tie(token.head, "infinitive", "to")
    if token.tag == "VBG" and tree.kid(verb, "aux") is None:
        return Tie(token.head, "gerund", marker)
    if token.dep == "xcomp" and token.tag == "VB":
        return Tie(token.head, "infinitive", marker)
    return Tie(token.head, "complement", marker)


def _adverbial(tree: Tree, verb: int, marker: str | None) -> Tie:
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    if _is_infinitive(tree, verb) and marker is None:
        asked = above.lemma in _ASKING and any(w in {"on", "upon", "for", "to"} for w, _ in tree.prepositions(above.i))
        bound = above.lemma in _BINDING and tree.tokens[above.i + 1].tag == "TO"
        bound = bound or (above.lemma == "be" and tree.kid(above.i, "attr", "acomp", "prep") is None)
        return Tie(token.head, "infinitive" if asked or bound else "adverbial", "to")
    if marker is None and token.tag in {"VBG", "VBN"} and tree.kid(verb, "nsubj", "nsubjpass") is None:
        return Tie(token.head, "participle")
    return Tie(token.head, "adverbial", marker)


def _marker(tree: Tree, verb: int) -> str | None:
    words = (tree.tokens[c].lower for c in tree.kids(verb, *_MARKERS))
    return next((w for w in words if w in _SUBORDINATORS), "if" if _is_inverted(tree, verb) else None)


def _is_inverted(tree: Tree, verb: int) -> bool:
    """ "HAD Chad left, ...", "WERE Chad to leave, ...": a condition told by the order of its words."""
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    if subject is None or tree.tokens[verb].dep != "advcl":
        return False
    first = min([verb, *tree.kids(verb, "aux", "auxpass")])
    return first < subject and tree.tokens[first].lower in _INVERTING


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[a].tag == "TO" for a in tree.kids(verb, "aux"))
