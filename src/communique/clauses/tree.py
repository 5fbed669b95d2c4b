"""The dependency tree of a report, asked in the words of grammar: conjuncts, prepositions, edges of phrases."""

from communique.parse.parsed import Parsed, Token
from communique.types import Span

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_NON_FINITE = frozenset({"VB", "VBN", "VBG"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Nouns that only measure what they are followed by: "two rounds of talks", "a series of attacks".
MEASURES = frozenset({"round", "day", "hour", "week", "series", "set", "session", "string", "wave", "number", "bout"})
_OF_NOUNS = ("amod", "compound", "det", "nmod", "nummod", "poss")
COPULAS = frozenset({"be", "become", "remain", "seem", "stay", "appear", "get"})
_WAYS = frozenset({"away", "back", "forward", "home", "out", "over"})  # "flew them HOME to Chad", "handed it BACK to"
COMPANY = frozenset({"along", "together"})  # before "with"
RELATIVES = frozenset({"who", "whom", "which", "that"})
# Words that spaCy takes for prepositions where they are particles: "pulled out of the deal", "walked away from".
PARTICLES = frozenset({"out", "away", "back", "off", "up", "down", "along", "together", "aside", "forward"})


class Tree:
    """Look-ups over the rows of a parse; each is made once for a report."""

    def __init__(self, parsed: Parsed) -> None:
        self.tokens = parsed.tokens
        self.children = parsed.children
        self._sentences = parsed.sentences

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of a token with one of the labels, in order of the text."""
        children = self.children[i]
        return [c for c in children if self.tokens[c].dep in deps] if children else []

    def kid(self, i: int, *deps: str) -> int | None:
        """The first such child."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """A nominal and everything coordinated with it: "France, Germany and Italy" from France."""
        out = [i]
        for c in (*self._misplaced(i), *self._beside_title(i), *self._with_company(i), *self.kids(i, "conj", "appos")):
            nominal = self.tokens[c].pos in NOMINAL or self.tokens[c].pos == "ADJ"
            if nominal and (self.tokens[c].dep in {"conj", "pobj"} or self._is_listed(i, c)):
                out.extend(self.conjuncts(c))
        return (*out, *self._severed(i))

    def _beside_title(self, i: int) -> list[int]:
        """ "By Chadian premier Ana Bo and Kenyan premier Dan Eck": the parser lists the second person with the first's name."""
        name = next((a for a in self.kids(i, "appos") if self.tokens[a].entity == "PERSON"), None)
        several = self.tokens[i].tag in {"NNS", "NNPS"}  # "the CANADIANS Ana Bo and Dan Eck"
        if name is None or any(self.tokens[j].head != name for j in range(i + 1, name)):
            return []
        named = [c for c in self.kids(name, "conj") if self.tokens[c].entity == "PERSON"]
        return [c for c in named if not several or self.kid(c, "prep") is not None]  # "counterparts Ana Bo of Chad and"

    def _severed(self, i: int) -> list[int]:
        """ "The United States, the Republic of Korea (ROK), and Japan condemn": the parser takes the second for an
        apposition and the last for another subject."""
        joint, token = self.kid(i, "cc"), self.tokens[i]
        if joint is None or token.dep not in {"nsubj", "pobj"} or self.kid(i, "conj") is not None:
            return []
        verb = token.head if token.dep == "nsubj" else self.tokens[token.head].head
        last = [s for s in self.kids(verb, "nsubj", "npadvmod") if s > joint and self.tokens[s].pos == "PROPN"]
        return [*self.kids(i, "appos"), *last] if last else []

    def companions(self, verb: int) -> list[int]:
        """ "Macron, ALONG WITH HIS MINISTER, met Scholz", "Oslo applied in May TOGETHER WITH ROME": who does it beside the
        subject; not the partner of "works together with"."""
        beside = [p for p in self.kids(verb, "prep") if self._is_company(verb, p)]
        return [o for p in beside for q in (p, *self.kids(p, "prep")) for o in self.kids(q, "pobj")]

    def paired(self, verb: int, subject: int) -> list[int]:
        """ "TURKEY, Greece agree": in a headline the parser takes the first of two states for a time."""
        before = [c for c in self.kids(verb, "npadvmod") if c == subject - 2 and self.tokens[c].entity == "GPE"]
        listed = self.tokens[subject].entity == "GPE" and self.tokens[subject - 1].text == ","
        return before if listed else []

    def _with_company(self, i: int) -> list[int]:
        """ "Kuwait, TOGETHER WITH JORDAN, sent": who does it beside a subject, hung on its name."""
        beside = [p for p in self.kids(i, "prep") if self.tokens[p].lower == "with" and self._is_company(i, p)]
        return [o for p in beside if self.tokens[i].dep == "nsubj" for o in self.kids(p, "pobj")]

    def _misplaced(self, i: int) -> list[int]:
        """ "Presidents Ana Bo of Peru and Dan Eck of Chile": the parser lists the second person with the first's state."""
        if self.tokens[i].entity != "PERSON":
            return []
        states = [o for p in self.kids(i, "prep") if self.tokens[p].lower == "of" for o in self.kids(p, "pobj")]
        return [c for s in states for c in self.kids(s, "conj") if self.tokens[c].entity == "PERSON"]

    def _is_listed(self, i: int, c: int) -> bool:
        """ "France, Jordan, and Italy": the parser takes the second of three names for an apposition to the first."""
        last = self.kid(c, "conj")
        first, second = self.tokens[i], self.tokens[c]
        return (
            last is not None
            and self.kid(c, "cc") is not None
            and first.pos == second.pos == self.tokens[last].pos == "PROPN"
            and first.entity == self.tokens[last].entity != ""
        )

    def described(self, clause: int) -> int:
        """The noun that a relative clause describes. "At the summit in Oslo, Scholz, WHO MET Biden, praised": the parser
        apposes the name to the town and hangs the clause on the town."""
        noun = self.tokens[clause].head
        named = [a for a in self.kids(noun, "appos") if noun < a < clause and self.tokens[a].pos == "PROPN"]
        return named[-1] if named else noun

    def measure(self, noun: int) -> int | None:
        """The noun that only measures another: rounds of talks in "two rounds of talks"."""
        head = self.tokens[self.tokens[noun].head]
        of = self.tokens[noun].dep == "pobj" and head.lower == "of"
        return head.head if of and self.tokens[head.head].lemma in MEASURES else None

    def first_conjunct(self, verb: int) -> int:
        """The verb that a verb is coordinated with. "threatened to leave and attacked", "said it would be met and
        urged restraint": the parser ties the last to the nearest, but a finite verb goes with the finite one above."""
        at = self.tokens[verb].head
        if self.tokens[verb].tag not in _FINITE or self.kid(verb, "aux") is not None:
            return at
        if verb == at + 2 and self.tokens[at].tag == "VBN" and self.kid(at, "aux") is not None:
            return at  # "who have killed and WOUNDED": a participle too
        if self.tokens[at].tag not in _NON_FINITE and not self._cannot_say(at, verb):
            return at
        above = self.tokens[at].head
        while self.tokens[above].tag not in _FINITE and self.tokens[above].head != above:
            above = self.tokens[above].head
        return above if self.tokens[above].tag in _FINITE else at

    def _cannot_say(self, at: int, verb: int) -> bool:
        """ "Said the aid was conditional but denied that he knew": what a thing is or what befell it goes with no verb that
        takes a clause."""
        subject = self.kid(at, "nsubj", "nsubjpass")
        if self.tokens[at].dep != "ccomp" or self.kid(verb, "ccomp") is None or subject is None:
            return False
        stands = self.tokens[at].pos == "AUX" or self.tokens[subject].dep == "nsubjpass"
        return stands and self.tokens[subject].pos == "NOUN"

    def prepositions(self, i: int) -> list[tuple[str, int]]:
        """The prepositions of a token as (word, the token that holds the object or gerund)."""
        out: list[tuple[str, int]] = []
        for p in self.kids(i, "prep", "dative"):
            token = self.tokens[p]
            if token.pos in NOMINAL or token.lower == "according" or self._is_company(i, p):
                continue
            out.extend(self._resolved(p))
            out.extend(
                pair
                for c in self.kids(p, "conj")
                if self.tokens[c].pos in {"ADP", "SCONJ"}
                for pair in self._resolved(c)
            )
        ways = [a for a in self.kids(i, "advmod") if a > i and self.tokens[a].lower in _WAYS]
        return out + [pair for a in ways for p in self.kids(a, "prep") for pair in self._resolved(p)]

    def particles(self, i: int) -> list[int]:
        """Particles of a verb: "pull OUT", and those that the parser takes for a first preposition."""
        split = [p for p in self.kids(i, "prep") if p > i and self._is_particle(p) and not self._is_company(i, p)]
        short = [a for a in self.kids(i, "advmod", "acomp") if self.tokens[a].lower == "short" and a == i + 1]
        return sorted(self.kids(i, "prt") + split + short)

    def spans(self, without: frozenset[str]) -> list[Span]:
        """For each token, the words from first to last that hang on it, leaving out children with the labels."""
        first = list(range(len(self.tokens)))
        last = first.copy()
        for i in reversed(self._from_the_top()):
            token = self.tokens[i]
            if token.head != i and token.dep not in without:
                first[token.head] = min(first[token.head], first[i])
                last[token.head] = max(last[token.head], last[i])
        return [Span(self.tokens[a].start, self.tokens[b].end) for a, b in zip(first, last, strict=True)]

    def ends_in_question(self, sentence: int) -> bool:
        """Whether the last mark of a sentence is a question mark."""
        bounds = self._sentences[sentence]
        return any(t.text == "?" for t in self.tokens[max(bounds.first, bounds.last - 2) : bounds.last])

    def _from_the_top(self) -> list[int]:
        """All tokens, each after the one above it."""
        order = [t.i for t in self.tokens if t.head == t.i]
        for i in order:
            order.extend(self.children[i])
        return order

    def is_verb(self, token: Token) -> bool:
        """Whether a token stands as a verb: not a participle before a noun, nor a bare auxiliary."""
        if token.pos == "VERB":
            if self.is_plural_noun(token):
                return False
            return token.dep not in {"amod", "compound", "nmod", "aux", "auxpass", "case"}
        return token.pos == "AUX" and token.dep not in {"aux", "auxpass"}

    def is_plural_noun(self, token: Token) -> bool:
        """Whether what the parser takes for a verb in the present is a noun: "condemned recent missile LAUNCHES"."""
        return token.tag == "VBZ" and token.dep in {"dobj", "pobj"} and self.kid(token.i, *_OF_NOUNS) is not None

    def _resolved(self, p: int) -> list[tuple[str, int]]:
        inner = self.kids(p, "prep")
        if inner and (self._is_particle(p) or self.kid(p, "pobj", "pcomp") is None):
            return [pair for q in inner for pair in self._resolved(q)]
        return [(self.tokens[p].lower, p)]

    def _is_company(self, verb: int, p: int) -> bool:
        """Whether a preposition, not right after its verb, begins or ends "along with" or "together with"."""
        if self.tokens[p].lower == "with":
            return any(self.tokens[a].lower in COMPANY for a in self.kids(p, "advmod"))
        return self.tokens[p].lower in COMPANY and p != verb + 1 and self.kid(p, "prep") is not None

    def _is_particle(self, p: int) -> bool:
        return self.tokens[p].lower in PARTICLES and self.kid(p, "pobj", "pcomp") is None
