"""Who does what a verb says, where the construction leaves it out: control, coordination, participles, relatives."""

from typing import Literal

from communique.clauses.fronted import swallowed_subject
from communique.clauses.relatives import find_bare_relative, find_stressed
from communique.clauses.tree import RELATIVES, Tree

Source = Literal["own", "control", "relative", "coordinate", "participle", "light", "apposition", "quote"]
Found = tuple[tuple[int, ...], Source]

_NOBODY: Found = ((), "own")
# Verbs whose subject, not object, does what the infinitive says: "promised the Afghans to withdraw".
_SUBJECT_CONTROL = frozenset(
    {"promise", "vow", "threaten", "pledge", "agree", "swear", "offer", "refuse", "use", "visit", "meet"}
)
# Verbs that ask by a preposition: "called on Iran to stop".
_ASKING = frozenset({"call", "rely", "prevail", "wait", "push", "press", "appeal", "count"})
# "accused Syria OF shelling", "kept ships FROM leaving": the object does what the gerund says.
_OBJECT_GERUND = frozenset({"of", "for", "from", "into"})
_STATES = frozenset({"GPE", "NORP"})  # "the CHADIAN decision to leave"
_ASKED = frozenset({"appeal", "call", "demand", "invitation", "order", "plea", "request"})  # done by whom they ask
_PARTY = frozenset({"NOUN", "PROPN", "PRON"})


class Subjects:
    """The grammatical subject of every verb of a report, each looked for once and kept.

    ``carriers`` maps an adjective to the copula that carries its subject.
    """

    def __init__(self, tree: Tree, carriers: dict[int, int]) -> None:
        self._tree = tree
        self._carriers = carriers
        self._found: dict[int, Found] = {}

    def of(self, verb: int) -> Found:
        """The tokens that stand as subject of a verb, and how they were found; empty where nobody does."""
        if verb not in self._found:
            self._found[verb] = _NOBODY  # holds off a circle while the search runs
            self._found[verb] = self._find(verb)
        return self._found[verb]

    def is_passive(self, verb: int) -> bool:
        """Whether the grammatical subject is what the verb acts upon."""
        tree, token = self._tree, self._tree.tokens[verb]
        if find_bare_relative(tree, verb) is not None:
            return False
        if tree.kid(verb, "nsubjpass", "auxpass", "csubjpass") is not None:
            return True
        if token.dep == "acl" and tree.kid(verb, "agent") is not None:
            return True  # "the attack carried out by Iran", though the parser reads a past tense
        if token.tag != "VBN" or tree.kid(verb, "aux", "nsubj") is not None:
            return False
        if token.dep == "conj" and tree.tokens[token.head].pos == "VERB":
            return self.is_passive(token.head)
        return token.dep in {"acl", "advcl", "relcl"} or tree.kid(verb, "agent") is not None

    def named(self, i: int) -> tuple[int, ...]:
        """A nominal with its conjuncts; a relative pronoun stands for its antecedent."""
        token = self._tree.tokens[i]
        if token.lower in RELATIVES and token.tag in {"WP", "WDT", "IN"}:
            return self._antecedents(i)
        return self._tree.conjuncts(i)

    def _antecedents(self, i: int) -> tuple[int, ...]:
        tokens = self._tree.tokens
        while tokens[i].head != i:
            if tokens[i].dep == "relcl":
                return self._tree.conjuncts(self._tree.described(i))
            if tokens[i].dep == "ccomp" and (stressed := find_stressed(self._tree, i)):
                return stressed
            i = tokens[i].head
        return ()

    def _find(self, verb: int) -> Found:
        bare = find_bare_relative(self._tree, verb)
        own = self._own(verb) if bare is None else bare.doer
        if own is not None:
            named = self.named(own)
            beside = tuple(n for c in self._tree.companions(verb) for n in self.named(c))
            return (*self._tree.paired(verb, own), *named, *beside), "relative" if named and named[0] != own else "own"
        if self._tree.tokens[verb].dep == "ROOT":
            swallowed = swallowed_subject(self._tree, verb)
            return _NOBODY if swallowed is None else (self.named(swallowed), "own")
        finder = {
            "conj": self._from_conjunct,
            "xcomp": self._from_control,
            "ccomp": self._from_control,
            "advcl": self._from_adverbial,
            "acl": self._from_noun,
            "relcl": self._from_noun,
            "pcomp": self._from_gerund,
        }.get(self._tree.tokens[verb].dep)
        return finder(verb) if finder else _NOBODY

    def _own(self, verb: int) -> int | None:
        """The subject that hangs on a verb, or on its auxiliary: 'their GOVERNMENT had "by mistake" shot down a jet'."""
        tree = self._tree
        own = tree.kids(verb, "nsubj", "nsubjpass")
        if own:  # "WHICH, he said, NIGER refused to take": a pronoun before another subject is what the verb acts upon
            relative = tree.tokens[own[0]].lower in RELATIVES and tree.tokens[own[-1]].entity not in {"DATE", "TIME"}
            return own[-1] if relative else own[0]
        return next((s for a in tree.kids(verb, "aux", "auxpass") for s in tree.kids(a, "nsubj", "nsubjpass")), None)

    def _from_conjunct(self, verb: int) -> Found:
        return self.of(self._carrier(self._tree.first_conjunct(verb)))[0], "coordinate"

    def _from_control(self, verb: int) -> Found:
        token = self._tree.tokens[verb]
        if token.dep == "ccomp" and token.tag not in {"VBG", "VB"}:
            return _NOBODY
        above = self._carrier(token.head)
        return self._controller(above) or self.of(above)[0], "control"

    def _controller(self, above: int) -> tuple[int, ...]:
        """The object that does what the infinitive says: "forced the envoy to leave", "called on Iran to stop"."""
        tree, lemma = self._tree, self._tree.tokens[above].lemma
        if lemma in _SUBJECT_CONTROL or self.is_passive(above):
            return ()
        found = [o for o in tree.kids(above, "dobj", "dative") if tree.tokens[o].pos in _PARTY]
        if not found and lemma in _ASKING:
            found = [
                o for w, p in tree.prepositions(above) if w in {"on", "upon", "for", "to"} for o in tree.kids(p, "pobj")
            ]
        return self.named(found[0]) if found else ()

    def _from_adverbial(self, verb: int) -> Found:
        token = self._tree.tokens[verb]
        # "While in Oslo TO ATTEND a summit, Vega told reporters": what stands before the verb is its subject's purpose.
        purpose = verb < token.head and any(self._tree.tokens[a].tag == "TO" for a in self._tree.kids(verb, "aux"))
        if token.tag == "VB" and not purpose and (controller := self._controller(token.head)):
            return controller, "control"
        return self.of(self._carrier(token.head))[0], "participle"

    def _from_noun(self, verb: int) -> Found:
        """ "a statement expressing concern": the noun; "Iran's decision to leave": its possessor or holder."""
        tree, token = self._tree, self._tree.tokens[verb]
        if token.tag == "VB" and any(tree.tokens[a].tag == "TO" for a in tree.kids(verb, "aux")):
            return self._holder(token.head, also_state=token.dep == "acl"), "control"
        if token.dep == "acl":
            return tree.conjuncts(token.head), "participle"
        return tree.conjuncts(tree.described(verb)), "relative"

    def _from_gerund(self, verb: int) -> Found:
        tree = self._tree
        preposition = tree.tokens[tree.tokens[verb].head]
        above = self._complement_before(preposition.i) if preposition.lower == "by" else preposition.head
        above = tree.tokens[above].head if tree.tokens[above].pos == "ADV" else above  # "stopped SHORT of"
        if preposition.lower == "in" and tree.tokens[above].lemma == "join":  # "joined CHAD in condemning"
            beside = tuple(n for o in tree.kids(above, "dobj") for n in self.named(o))
            return (*self.of(above)[0], *beside), "control"
        if tree.tokens[above].pos in {"NOUN", "PROPN"}:
            return self._holder(above, also_state=True), "control"
        objects = tree.kids(above, "dobj") if preposition.lower in _OBJECT_GERUND else []
        if objects and not self.is_passive(above):
            return self.named(objects[0]), "control"
        return self.of(self._carrier(above))[0], "control"

    def _complement_before(self, preposition: int) -> int:
        """ "described the army relieving the police by disarming them": who relieves disarms, not who describes; the
        parser hangs "by" on the higher of the two verbs."""
        above = self._tree.tokens[preposition].head
        nearer = [c for c in self._tree.kids(above, "ccomp", "xcomp") if above < c < preposition]
        return nearer[-1] if nearer else above

    def _holder(self, noun: int, *, also_state: bool) -> tuple[int, ...]:
        """Whose a noun is: its possessor, the party after "by", or the subject of the verb that it completes."""
        tree = self._tree
        by = [o for w, p in tree.prepositions(noun) if w == "by" for o in tree.kids(p, "pobj")]
        owners = tree.kids(noun, "poss") + by
        if also_state and tree.tokens[noun].lemma not in _ASKED:
            owners += [c for c in tree.kids(noun, "nmod", "compound", "amod") if tree.tokens[c].entity in _STATES]
        if owners:
            return tree.conjuncts(owners[0])
        token = tree.tokens[noun]
        if token.dep not in {"dobj", "attr", "pobj"}:
            return ()
        verb = tree.tokens[token.head]
        while verb.dep == "prep" and verb.head != verb.i:
            verb = tree.tokens[verb.head]
        return self.of(verb.i)[0] if verb.pos in {"VERB", "AUX"} else ()

    def _carrier(self, i: int) -> int:
        return self._carriers.get(i, i)
