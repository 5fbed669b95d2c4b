"""The arguments of each predicate, in deep roles, with those that the construction leaves out filled in."""

from communique.clauses.clauses import Argument
from communique.clauses.heads import Head
from communique.clauses.tree import COPULAS, RELATIVES, Tree

# Verbs whose subject, not object, does what the infinitive says: "promised the Afghans to withdraw".
_SUBJECT_CONTROL = frozenset(
    {"promise", "vow", "threaten", "pledge", "agree", "swear", "offer", "refuse", "use", "visit", "meet"}
)
# "accused Syria OF shelling", "kept ships FROM leaving": the object does what the gerund says.
_OBJECT_GERUND = frozenset({"of", "for", "from", "into"})


class Arguments:
    """Arguments of every predicate of a report. Subjects that are left out are looked for once and kept."""

    def __init__(self, tree: Tree, heads: list[Head]) -> None:
        self._tree = tree
        self._kinds = {h.token: h for h in heads}
        self._copulas = {h.verb: h.token for h in heads if h.kind == "adjective"}
        self._subjects: dict[int, tuple[tuple[int, ...], str]] = {}

    def of(self, head: Head) -> tuple[Argument, ...]:
        """The arguments of one predicate."""
        return self._of_noun(head.token) if head.kind == "noun" else self._of_verb(head)

    def surface_subject(self, verb: int) -> tuple[tuple[int, ...], str]:
        """Who stands as the grammatical subject of a verb, and how it was found; empty where nobody does."""
        if verb not in self._subjects:
            self._subjects[verb] = ((), "own")  # holds off a circle while the search runs
            self._subjects[verb] = self._find_subject(verb)
        return self._subjects[verb]

    def is_passive(self, verb: int) -> bool:
        """Whether the grammatical subject is what the verb acts upon."""
        token = self._tree.tokens[verb]
        if self._tree.kid(verb, "nsubjpass", "auxpass", "csubjpass") is not None:
            return True
        if token.tag != "VBN" or self._tree.kid(verb, "aux", "nsubj") is not None:
            return False
        if token.dep == "conj" and self._tree.tokens[token.head].pos == "VERB":
            return self.is_passive(token.head)
        return token.dep in {"acl", "advcl", "relcl"} or self._tree.kid(verb, "agent") is not None

    # -- verbs and adjectives

    def _of_verb(self, head: Head) -> tuple[Argument, ...]:
        tree, verb = self._tree, head.verb
        out: list[Argument] = []
        subject, source = self.surface_subject(verb)
        passive = head.kind == "verb" and self.is_passive(verb)
        if subject:
            out.append(Argument("object" if passive else "subject", subject, source))  # type: ignore[arg-type]
        out.extend(self._agents(verb))
        out.extend(self._objects(verb, passive, head))
        out.extend(self._obliques(head.token))
        if head.kind == "adjective":
            out.extend(a for a in self._obliques(verb) if a.role not in {o.role for o in out})
        elif tree.tokens[verb].dep == "relcl":
            out = self._with_antecedent(verb, out, passive)
        return tuple(out)

    def _agents(self, verb: int) -> list[Argument]:
        agents = [o for a in self._tree.kids(verb, "agent") for o in self._tree.kids(a, "pobj")]
        return [Argument("subject", self._tree.conjuncts(o)) for o in agents]

    def _objects(self, verb: int, passive: bool, head: Head) -> list[Argument]:
        tree, out = self._tree, []
        for c in tree.children[verb]:
            token = tree.tokens[c]
            if token.dep == "dobj":
                out.append(Argument("object", self._named(c)))
            elif token.dep == "dative" and token.pos in {"NOUN", "PROPN", "PRON"}:
                out.append(Argument("indirect", self._named(c)))
            elif token.dep in {"attr", "oprd"} and c != head.token:
                out.append(Argument("attribute", tree.conjuncts(c)))
            elif token.dep == "ccomp" and not passive and (raised := self._raised(c)):
                out.append(Argument("object", raised, "control"))
        return out or self._shared_object(verb)

    def _shared_object(self, verb: int) -> list[Argument]:
        """ "recognizing and working with the Taliban": two verbs side by side share what follows the second."""
        tree = self._tree
        second = next((c for c in tree.kids(verb, "conj") if c == verb + 2 and tree.tokens[verb + 1].dep == "cc"), None)
        if second is None or tree.kid(verb, "prep", "xcomp", "ccomp", "nsubjpass") is not None:
            return []
        direct = [self._named(o) for o in tree.kids(second, "dobj")]
        shared = direct or [a.heads for a in self._obliques(second)[:1]]
        return [Argument("object", heads, "coordinate") for heads in shared[:1]]

    def _raised(self, complement: int) -> tuple[int, ...]:
        """ "urged Iran to stop": the parser makes Iran the subject of "stop"; it is the object of "urged" as well."""
        tree = self._tree
        infinitive = any(tree.tokens[a].tag == "TO" for a in tree.kids(complement, "aux"))
        subject = tree.kid(complement, "nsubj", "nsubjpass") if infinitive else None
        return () if subject is None else tree.conjuncts(subject)

    def _obliques(self, i: int) -> list[Argument]:
        out: list[Argument] = []
        for word, holder in self._tree.prepositions(i):
            objects = [o for p in self._tree.kids(holder, "pobj") for o in self._named(p)]
            if objects:
                out.append(Argument(word, tuple(objects)))
        return out

    def _named(self, i: int) -> tuple[int, ...]:
        """Conjuncts; a relative pronoun stands for its antecedent."""
        tree = self._tree
        if tree.tokens[i].lower in RELATIVES and tree.tokens[i].tag in {"WP", "WDT", "IN"}:
            antecedent = self._antecedent(i)
            return () if antecedent is None else tree.conjuncts(antecedent)
        return tree.conjuncts(i)

    def _antecedent(self, i: int) -> int | None:
        tokens = self._tree.tokens
        for _ in range(12):
            if tokens[i].dep == "relcl":
                return tokens[i].head
            if tokens[i].head == i:
                return None
            i = tokens[i].head
        return None

    def _with_antecedent(self, verb: int, out: list[Argument], passive: bool) -> list[Argument]:
        """ "the town that rebels took", "the deal Iran signed": the antecedent fills the object that is missing."""
        tree = self._tree
        has_gap = not passive and not any(a.role in {"object", "attribute"} for a in out)
        adverb = any(tree.tokens[c].lower in {"where", "when", "why", "whose", "how"} for c in tree.children[verb])
        antecedent = tree.tokens[verb].head
        own = tree.kid(verb, "nsubj")
        if (
            not has_gap
            or adverb
            or own is None
            or tree.tokens[own].lower in RELATIVES
            or tree.kid(verb, "ccomp") is not None
        ):
            return out
        if any(tree.kid(p, "pobj", "pcomp") is None for p in tree.kids(verb, "prep")):
            return out
        return [*out, Argument("object", tree.conjuncts(antecedent), "relative")]

    # -- subjects

    def _find_subject(self, verb: int) -> tuple[tuple[int, ...], str]:
        tree = self._tree
        own = tree.kid(verb, "nsubj", "nsubjpass")
        if own is not None:
            named = self._named(own)
            return named, "relative" if named and named[0] != own else "own"
        token = tree.tokens[verb]
        if token.head == verb:
            return (), "own"
        finder = {
            "conj": self._from_conjunct, "xcomp": self._from_control, "ccomp": self._from_control,
            "advcl": self._from_adverbial, "acl": self._from_noun, "relcl": self._from_noun, "pcomp": self._from_gerund,
        }.get(token.dep)  # fmt: skip
        return finder(verb) if finder else ((), "own")

    def _from_conjunct(self, verb: int) -> tuple[tuple[int, ...], str]:
        head = self._tree.tokens[verb].head
        return (
            (self.surface_subject(self._carrier(head))[0], "coordinate")
            if head in self._kinds or head in self._copulas
            else ((), "own")
        )

    def _from_control(self, verb: int) -> tuple[tuple[int, ...], str]:
        tree = self._tree
        above = tree.tokens[verb].head
        if tree.tokens[verb].dep == "ccomp" and tree.tokens[verb].tag not in {"VBG", "VB"}:
            return (), "own"
        if tree.tokens[above].pos == "ADJ":
            above = self._carrier(above)
        controller = self._controller(above)
        return (controller or self.surface_subject(above)[0]), "control"

    def _controller(self, above: int) -> tuple[int, ...]:
        """The object that does what the infinitive says: "forced the envoy to leave", "called on Iran to stop"."""
        tree = self._tree
        if tree.tokens[above].lemma in _SUBJECT_CONTROL or self.is_passive(above):
            return ()
        objects = [o for o in tree.kids(above, "dobj", "dative") if tree.tokens[o].pos in {"NOUN", "PROPN", "PRON"}]
        upon = [
            o for word, p in tree.prepositions(above) if word in {"on", "upon", "for"} for o in tree.kids(p, "pobj")
        ]
        found = objects or (
            upon
            if tree.tokens[above].lemma in {"call", "rely", "prevail", "wait", "push", "press", "appeal", "count"}
            else []
        )
        return self._named(found[0]) if found else ()

    def _from_adverbial(self, verb: int) -> tuple[tuple[int, ...], str]:
        tree = self._tree
        above = tree.tokens[verb].head
        if tree.tokens[verb].tag in {"VB"} and (controller := self._controller(above)):
            return controller, "control"
        return self.surface_subject(self._carrier(above))[0], "participle"

    def _from_noun(self, verb: int) -> tuple[tuple[int, ...], str]:
        """ "a statement expressing concern": the noun; "Iran's decision to leave": its possessor or holder."""
        tree = self._tree
        token, noun = tree.tokens[verb], tree.tokens[verb].head
        if token.tag == "VB" and any(tree.tokens[a].tag == "TO" for a in tree.kids(verb, "aux")):
            return self._holder(noun), "control"
        return tree.conjuncts(noun), "participle" if token.dep == "acl" else "relative"

    def _holder(self, noun: int) -> tuple[int, ...]:
        tree = self._tree
        possessors = tree.kids(noun, "poss") + [
            o for w, p in tree.prepositions(noun) if w == "by" for o in tree.kids(p, "pobj")
        ]
        if possessors:
            return tree.conjuncts(possessors[0])
        verb = tree.tokens[noun].head
        if tree.tokens[noun].dep in {"dobj", "attr", "pobj"}:
            while tree.tokens[verb].dep in {"prep"} and tree.tokens[verb].head != verb:
                verb = tree.tokens[verb].head
            if tree.tokens[verb].pos in {"VERB", "AUX"}:
                return self.surface_subject(verb)[0]
        return ()

    def _from_gerund(self, verb: int) -> tuple[tuple[int, ...], str]:
        tree = self._tree
        preposition = tree.tokens[verb].head
        above = tree.tokens[preposition].head
        if tree.tokens[above].pos in {"NOUN", "PROPN"}:
            return self._holder(above), "control"
        if tree.tokens[preposition].lower in _OBJECT_GERUND and not self.is_passive(above):
            objects = tree.kids(above, "dobj")
            if objects:
                return self._named(objects[0]), "control"
        return self.surface_subject(self._carrier(above))[0], "control"

    def _carrier(self, i: int) -> int:
        """The verb that carries the subject of an adjective: its copula."""
        head = self._kinds.get(i)
        return head.verb if head else i

    # -- nouns

    def _of_noun(self, i: int) -> tuple[Argument, ...]:
        tree = self._tree
        out: list[Argument] = []
        for role, deps in (("possessor", ("poss",)), ("modifier", ("compound", "amod", "nmod"))):
            heads = tuple(h for c in tree.kids(i, *deps) for h in tree.conjuncts(c))
            if heads:
                out.append(Argument(role, heads))
        out.extend(self._obliques(i))
        return tuple(out) + tuple(self._through_light_verb(i, {a.role for a in out}))

    def _through_light_verb(self, i: int, own: set[str]) -> list[Argument]:
        """ "Macron held talks with Merkel": the noun takes the verb's subject and prepositions."""
        verb = light_verb(self._tree, i)
        if verb is None:
            return []
        subject, _ = ((), "") if self.is_passive(verb) else self.surface_subject(verb)
        out = [Argument("subject", subject, "light")] if subject else []
        out.extend(Argument("subject", a.heads, "light") for a in self._agents(verb))
        indirect = [o for o in self._tree.kids(verb, "dative") if self._tree.tokens[o].pos in {"NOUN", "PROPN", "PRON"}]
        out.extend(Argument("indirect", self._named(o), "light") for o in indirect)
        out.extend(Argument(a.role, a.heads, "light") for a in self._obliques(verb) if a.role not in own)
        return out


def light_verb(tree: Tree, noun: int) -> int | None:
    """The verb that a noun completes, as its object, as the subject of its passive, or after "in" and "into"."""
    token = tree.tokens[noun]
    while token.dep == "conj" and tree.tokens[token.head].pos in {"NOUN", "PROPN"}:
        token = tree.tokens[token.head]
    head = tree.tokens[token.head]
    if token.dep in {"dobj", "nsubjpass"} and head.pos == "VERB":
        return head.i
    if token.dep == "pobj" and head.lower in {"in", "into"} and tree.tokens[head.head].pos == "VERB":
        return head.head
    return None


__all__ = ["COPULAS", "Arguments", "light_verb"]
