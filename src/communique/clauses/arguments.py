"""The arguments of each predicate, in deep roles, whatever the construction."""

from communique.clauses.clauses import Argument
from communique.clauses.heads import Head
from communique.clauses.relatives import find_bare_relative
from communique.clauses.subjects import Subjects
from communique.clauses.tree import RELATIVES, Tree

_TIMES = frozenset({"DATE", "TIME"})
_GIVING = frozenset(
    {
        "allot",
        "allow",
        "assign",
        "award",
        "bring",
        "deny",
        "give",
        "grant",
        "guarantee",
        "hand",
        "issue",
        "lend",
        "offer",
        "pay",
        "promise",
        "sell",
        "send",
        "show",
    }
)
_DISCOURSE = frozenset({"aim", "date", "end", "extent", "purpose", "surprise"})
_BIDDING = frozenset({"behest", "direction", "insistence", "instruction", "order", "orders", "request", "urging"})
_GAPLESS = frozenset({"where", "when", "why", "whose", "how"})


def find_arguments(tree: Tree, subjects: Subjects, head: Head) -> tuple[Argument, ...]:
    """The arguments of one predicate: subject, object, indirect, attribute, and one for each preposition."""
    return _of_noun(tree, subjects, head.token) if head.kind == "noun" else _of_verb(tree, subjects, head)


def outermost(tree: Tree, noun: int) -> int:
    """The first of joined nouns, and what measures it: rounds in "two rounds of talks"."""
    token = tree.tokens[noun]
    while token.dep == "conj" and tree.tokens[token.head].pos in {"NOUN", "PROPN"}:
        token = tree.tokens[token.head]
    measure = tree.measure(token.i)
    return token.i if measure is None else outermost(tree, measure)


def light_verb(tree: Tree, noun: int) -> int | None:
    """The verb that a noun completes: as its object, as the subject of its passive, after "in" and "into", after a copula
    with "in", "on" or "under", or as the noun that a participle with a doer describes: "an attack carried out by rebels on the port"."""
    told = next((v for v in tree.kids(noun, "acl") if tree.kid(v, "agent") is not None), None)
    if told is not None:
        return told
    token = tree.tokens[outermost(tree, noun)]
    head = tree.tokens[token.head]
    if token.dep in {"dobj", "nsubjpass"} and head.pos == "VERB":
        return head.i
    if token.dep == "pobj" and _carries(tree, head.head, head.lower):
        return head.head
    return None


def _carries(tree: Tree, verb: int, preposition: str) -> bool:
    """ "ENTERED INTO talks", "IS IN talks", "IS ON a visit", "CAME UNDER attack": a verb that is empty with its preposition."""
    if preposition in {"in", "into"} and tree.tokens[verb].pos == "VERB":
        return True
    return preposition in {"in", "on", "under"} and tree.tokens[verb].lemma in _STATES


_STATES = frozenset({"be", "come", "fall", "remain", "stay"})


def _of_verb(tree: Tree, subjects: Subjects, head: Head) -> tuple[Argument, ...]:
    verb = head.verb
    passive = head.kind == "verb" and subjects.is_passive(verb)
    subject, source = subjects.of(verb)
    deep = "subject" if not passive else "indirect" if _is_received(tree, verb) else "object"
    out = [Argument(deep, subject, source)] if subject else []
    out += _agents(tree, verb) or (_agents_below(tree, verb) if passive else [])
    out += _objects(tree, subjects, head, passive)
    out += _obliques(tree, subjects, head.token)
    if head.kind == "adjective":
        roles = {a.role for a in out}
        return (*out, *(a for a in _obliques(tree, subjects, verb) if a.role not in roles))
    if tree.tokens[verb].dep == "relcl" and not passive:
        out += _gap(tree, verb, {a.role for a in out})
    bare = find_bare_relative(tree, verb)
    if bare is not None and bare.thing is not None and not any(a.role == "object" for a in out):
        out.append(Argument("object", tree.conjuncts(bare.thing), "relative"))
    return tuple(out)


def _is_received(tree: Tree, verb: int) -> bool:
    """ "Kenya was GIVEN RICE": the subject of such a passive is who receives; not of "was held hostage"."""
    return tree.tokens[verb].lemma in _GIVING and tree.kid(verb, "dobj") is not None


def _agents(tree: Tree, verb: int) -> list[Argument]:
    agents = [o for a in tree.kids(verb, "agent") for o in tree.kids(a, "pobj")]
    return [Argument("subject", tree.conjuncts(o)) for o in agents]


def _agents_below(tree: Tree, verb: int) -> list[Argument]:
    """ "Was condemned in a statement BY EGYPT", "was given rice BY JAPAN": the parser hangs the doer on what the verb takes."""
    things = [o for w, p in tree.prepositions(verb) for o in tree.kids(p, "pobj")] + tree.kids(verb, "dobj")
    makers = [o for t in things for w, p in tree.prepositions(t) if w == "by" for o in tree.kids(p, "pobj")]
    return [Argument("subject", tree.conjuncts(o)) for o in makers if tree.tokens[o].entity not in _TIMES]


def _objects(tree: Tree, subjects: Subjects, head: Head, passive: bool) -> list[Argument]:
    out: list[Argument] = []
    for c in tree.children[head.verb]:
        token = tree.tokens[c]
        if token.dep == "dobj":
            out.append(Argument("object", subjects.named(c)))
        elif token.dep == "dative" and token.pos in {"NOUN", "PROPN", "PRON"}:
            out.append(Argument("indirect", subjects.named(c)))
        elif token.dep in {"attr", "oprd"} and c != head.token:
            out.append(Argument("attribute", tree.conjuncts(c)))
        elif token.dep == "ccomp" and not passive and (raised := _raised(tree, c)):
            out.append(Argument("object", raised, "control"))
    return [a for a in out if a.heads] or _shared_object(tree, subjects, head.verb)


def _raised(tree: Tree, complement: int) -> tuple[int, ...]:
    """ "urged Iran to stop": the parser makes Iran the subject of "stop"; it is the object of "urged" as well."""
    infinitive = any(tree.tokens[a].tag == "TO" for a in tree.kids(complement, "aux"))
    subject = tree.kid(complement, "nsubj", "nsubjpass") if infinitive else None
    return () if subject is None else tree.conjuncts(subject)


def _shared_object(tree: Tree, subjects: Subjects, verb: int) -> list[Argument]:
    """ "recognizing and working with the Taliban": two verbs side by side share what follows the second."""
    beside = (c for c in tree.kids(verb, "conj") if c == verb + 2 and tree.tokens[verb + 1].dep == "cc")
    second = next(beside, None)
    if second is None or tree.kid(verb, "prep", "xcomp", "ccomp", "nsubjpass") is not None:
        return []
    direct = [subjects.named(o) for o in tree.kids(second, "dobj")]
    shared = direct or [a.heads for a in _obliques(tree, subjects, second)[:1]]
    return [Argument("object", heads, "coordinate") for heads in shared[:1]]


def _obliques(tree: Tree, subjects: Subjects, i: int) -> list[Argument]:
    found = [
        (word, tuple(o for p in tree.kids(holder, "pobj") for o in subjects.named(p)))
        for word, holder in tree.prepositions(i)
        if not (holder < i and word == "to" and _is_discourse(tree, holder))
        and not (word == "at" and _is_bidden(tree, holder))
    ]
    return [Argument(word, heads) for word, heads in found + _misread(tree, subjects, i) if heads]


def _is_discourse(tree: Tree, preposition: int) -> bool:
    """ "TO THAT END, he welcomed": a tie between sentences, and nobody whom the act concerns."""
    return any(tree.tokens[o].lower in _DISCOURSE for o in tree.kids(preposition, "pobj"))


def _is_bidden(tree: Tree, preposition: int) -> bool:
    """ "AT THE DIRECTION OF the president, forces struck": who bids is not whom the act concerns."""
    return any(tree.tokens[o].lemma in _BIDDING for o in tree.kids(preposition, "pobj"))


def _misread(tree: Tree, subjects: Subjects, i: int) -> list[tuple[str, tuple[int, ...]]]:
    """ "spoke today with Lavrov to follow up", "called for Chad to leave": the parser reads "with Lavrov to follow" as
    one clause, whose subject is the party that the preposition ties to the verb."""
    out = []
    for c in tree.kids(i, "advcl", "ccomp"):
        marker, party = tree.kid(c, "mark"), tree.kid(c, "nsubj")
        infinitive = any(tree.tokens[a].tag == "TO" for a in tree.kids(c, "aux"))
        if marker is not None and party is not None and infinitive and tree.tokens[marker].lower in {"with", "for"}:
            out.append((tree.tokens[marker].lower, subjects.named(party)))
    return out


def _gap(tree: Tree, verb: int, roles: set[str]) -> list[Argument]:
    """ "the town that rebels took", "the deal Iran signed": the antecedent fills the object that is missing."""
    own = tree.kids(verb, "nsubj")
    if not own or tree.tokens[own[-1]].lower in RELATIVES or roles & {"object", "attribute"}:
        return []
    if tree.kid(verb, "ccomp") is not None or any(tree.tokens[c].lower in _GAPLESS for c in tree.children[verb]):
        return []
    if any(tree.kid(p, "pobj", "pcomp") is None for p in tree.kids(verb, "prep")):
        return []
    return [Argument("object", tree.conjuncts(tree.described(verb)), "relative")]


def _of_noun(tree: Tree, subjects: Subjects, noun: int) -> tuple[Argument, ...]:
    out: list[Argument] = []
    for role, deps in (("possessor", ("poss",)), ("modifier", ("compound", "amod", "nmod"))):
        heads = tuple(h for c in tree.kids(noun, *deps) for h in tree.conjuncts(c))
        if heads:
            out.append(Argument(role, heads))
    out += _obliques(tree, subjects, noun)
    out += _below_object(tree, subjects, noun, {a.role for a in out})
    verb = light_verb(tree, noun)
    return tuple(out if verb is None else out + _through(tree, subjects, noun, verb, {a.role for a in out}))


def _below_object(tree: Tree, subjects: Subjects, noun: int, own: set[str]) -> list[Argument]:
    """ "The extradition of a broker by Albania to Spain": the parser hangs who does it, and what follows, on whom it is
    done to."""
    holders = [holder for word, holder in tree.prepositions(noun) if word == "of"]
    inner = [a for h in holders for o in tree.kids(h, "pobj") for a in _obliques(tree, subjects, o)]
    first = next((i for i, a in enumerate(inner) if a.role in {"by", "between"}), len(inner))
    return [a for a in inner[first:] if a.role not in own]


def _through(tree: Tree, subjects: Subjects, noun: int, verb: int, own: set[str]) -> list[Argument]:
    """ "Macron held talks with Merkel": the noun takes the subject and the prepositions of its light verb."""
    passive, subject = subjects.is_passive(verb), subjects.of(verb)[0]
    out = [] if passive else [Argument("subject", subject, "light")]
    if passive and noun not in subject and _is_received(tree, verb):  # "CHAD was given assurances"
        out.append(Argument("indirect", subject, "light"))
    out += [Argument("subject", a.heads, "light") for a in _agents(tree, verb)]
    datives = [o for o in tree.kids(verb, "dative") if tree.tokens[o].pos in {"NOUN", "PROPN", "PRON"}]
    out += [Argument("indirect", subjects.named(o), "light") for o in datives]
    out += [Argument(a.role, a.heads, "light") for a in _obliques(tree, subjects, verb) if a.role not in own]
    return [a for a in out if a.heads and noun not in a.heads]
