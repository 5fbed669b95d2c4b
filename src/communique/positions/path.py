"""From an issue up to whom it matters: the words of stance that stand above it in its sentence, innermost first.

"Poland REFUSES to BACK an END to the sanctions": from "sanctions" end, back, refuse. The only module of the room that
reads the tree itself: words such as "in favour of" and "an end to" are no predicates.
"""

from msgspec import Struct
from msgspec.structs import replace

from communique.clauses import Clauses, Predicate
from communique.data.stances import StanceRule, Stances
from communique.parse.parsed import Token
from communique.positions.wording import Hanging, Wording

_STOPS = frozenset({"relcl", "appos", "parataxis", "advcl", "dep", "prep", "npadvmod"})
_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp", "acl", "advcl", "csubj", "csubjpass"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_INSIDE = frozenset({"ADP", "SCONJ", "PART"})
_LONGEST = 24
# What stands under another noun by these is what that noun is about; "help IN the election" is not.
_INTO = frozenset({"of", "on", "for", "to", "about", "over", "against", "between", "into", "from", "with"})
_FRAMES = frozenset({"face", "response", "light", "wake", "context", "view", "midst", "aftermath", "time"})
_SUMS = frozenset({"dollar", "euro", "pound", "million", "billion", "franc", "yen", "worth"})
_WANTING = frozenset({"want", "like", "see", "prefer", "have", "need", "get"})
_WILL = frozenset({"will", "would", "shall"})
_LASTING = StanceRule(id="lasting", stance="supports", act=True)
_CEASING = StanceRule(id="lasting", stance="supports", act=True, turns=True)
_APART = frozenset({"neutral", "do", "undo", "block", "oppose", "open"})
_FELT_BY = frozenset({"by", "at", "about", "with", "over"})


class Step(Struct, frozen=True, gc=False):
    """A word of stance on the way: its rule, its token and the predicate there, if it is one."""

    rule: StanceRule
    token: int
    predicate: Predicate | None
    link: str = ""  # how what is below hangs on it
    wished: bool = False  # below it stands what another is to do: "wants Iran TO STOP"


class Path(Struct, frozen=True, kw_only=True):
    """The steps above an issue, and the predicates passed, which may say that it is only asked, supposed or recalled.
    ``lost`` names what makes the way say nothing: an unknown verb."""

    start: int
    steps: tuple[Step, ...]
    predicates: tuple[Predicate, ...]
    lost: str | None = None


class _Climb:
    """One way up, word by word."""

    def __init__(self, clauses: Clauses, stances: Stances, start: int) -> None:
        self.clauses, self.stances = clauses, stances
        self.words = Wording(clauses, stances)
        self.tokens = clauses.parsed.tokens
        self.start = self.at = start
        self.via: str | None = None
        self.tie: str | None = None
        self.steps: list[Step] = []
        self.predicates: list[Predicate] = []
        self.lost: str | None = None

    def go(self) -> Path:
        self._pass(self.at)
        for _ in range(_LONGEST):
            if not self._rise():
                break
        return Path(start=self.start, steps=tuple(self.steps), predicates=tuple(self.predicates), lost=self.lost)

    def enter_as_object(self, above: Token) -> bool:
        """Goes from the thing to the verb of its own relative clause."""
        return self._enter(replace(self.tokens[self.at], dep="dobj", head=above.i), above)

    def _rise(self) -> bool:
        """To the word above; False at the end of the way."""
        token = self.tokens[self.at]
        if token.head in (self.at, self.start):
            return False
        if token.dep == "conj":
            self.at = token.head  # "condemned it and CALLED for": what is above the first is above both
            return True
        if self._is_severed(token):
            return False
        above = self.tokens[token.head]
        if above.pos in _INSIDE and above.head != above.i:
            self.via = above.lower
            self.at = above.i
            return True
        return self._enter(token, above)

    def _is_severed(self, token: Token) -> bool:
        """A relative clause, an apposition or an aside is no part of what stands above it."""
        if token.dep in ("acl", "relcl") and self._tells_of_text(token):
            return False
        if token.dep == "acl" or (token.dep == "relcl" and self._is_infinitive(token)):
            return token.tag != "VB"
        if token.dep == "advcl":
            return token.tag != "VB" or self.tokens[token.head].pos == "VERB"
        return token.dep in _STOPS and token.pos not in _INSIDE

    def _tells_of_text(self, token: Token) -> bool:
        """ "A resolution that DEMANDS a ceasefire", "an agreement under which courts will EXTRADITE": what a text says is
        what is above the text."""
        return self.tokens[token.head].lemma in self.stances.words.texts and token.tag in ("VBZ", "VBP", "VBG", "VB")

    def _is_infinitive(self, token: Token) -> bool:
        """ "Nothing TO DO with": no finite clause, and no subject."""
        labels = {self.tokens[c].dep for c in self.clauses.parsed.children[token.i]}
        return token.tag == "VB" and not labels & {"nsubj", "nsubjpass"}

    def _enter(self, token: Token, above: Token) -> bool:
        predicate = self.clauses.at(above.i)
        hung = Hanging(token, above, self.via, self.tokens[self.at], self.tie)
        rule = self._fate(token, above, predicate) or self.words.rule(hung)
        if rule is not None and (rule.felt or rule in (_LASTING, _CEASING)):
            self.steps.append(Step(rule, above.i, predicate))
            self._pass(above.i)
            self.at, self.via = above.i, None
            return not rule.felt and (predicate is None or predicate.modal is None)
        if rule is None and above.pos in ("NOUN", "PROPN", "NUM", "SYM", "PRON"):
            return self._enter_noun(above)
        beside = self.words.beside(hung)
        if self._only_judges(rule, beside):
            rule = self.stances.verbs["be"]
        if rule is None:
            self._stop_at(token, above, predicate)
            return False
        if beside is not None and beside[1].verdict and rule.id != "carry":
            beside = None  # "condemned it as theft" says so already
        return not self._ends_at(hung, predicate, rule, beside) and self._take(hung, predicate, rule, beside)

    def _ends_at(
        self, hung: Hanging, predicate: Predicate | None, rule: StanceRule, beside: tuple[int, StanceRule] | None
    ) -> bool:
        """The word above is no stance on what is below it."""
        token, above = hung.token, hung.above
        if token.dep == "ccomp" and token.i < above.i and rule.id in _APART:
            return True  # "Pakistan VOTED against the text, Nigeria abstained"
        if rule.asks and token.dep == "dobj" and self._asks_more(above):
            return True  # "asked the PEACEKEEPERS to leave"
        does = token.dep in _SUBJECTS and beside is None and not self._is_done(predicate, above)
        return does and not rule.verdict and rule.id != "carry"  # "the sanctions support nobody"

    def _take(
        self, hung: Hanging, predicate: Predicate | None, rule: StanceRule, beside: tuple[int, StanceRule] | None
    ) -> bool:
        token, above = hung.token, hung.above
        if beside is not None:
            self.steps.append(Step(beside[1], beside[0], predicate if token.dep in _SUBJECTS else None))
        if predicate is None or all(step.predicate is not predicate for step in self.steps):
            wished = token.dep == "ccomp" and self.words.is_to(token)
            self.steps.append(Step(rule, above.i, predicate, token.dep, wished))
        self._pass(above.i)
        self.tie, self.at, self.via = self.via, above.i, None
        return True

    def _only_judges(self, rule: StanceRule | None, beside: tuple[int, StanceRule] | None) -> bool:
        """ "CONSIDERS such talks a mistake", "DESCRIBED it as theft": a verb that only carries a verdict."""
        below = bool(self.steps) and self.steps[-1].rule.verdict
        if rule is not None and rule.id != "open":
            return False
        return (beside is not None and beside[1].verdict) or (below and rule is not None)

    def _asks_more(self, above: Token) -> bool:
        return any(self.tokens[c].dep in ("xcomp", "ccomp") for c in self.clauses.parsed.children[above.i])

    def _enter_noun(self, above: Token) -> bool:
        if above.lemma in _FRAMES:
            return False  # "support for Ukraine in the FACE of the war"
        if self.via is not None and self.via not in _INTO and not (self.via == "in" and above.lemma in _SUMS):
            return False
        self.tie, self.at, self.via = self.via, above.i, None
        return True

    def _fate(self, token: Token, above: Token, predicate: Predicate | None) -> StanceRule | None:
        """What the thing is to do, or whom it moves: "the aid will GO ON", "asked for them to LEAVE", "it WORRIES Egypt"."""
        if predicate is None or predicate.kind != "verb":
            return None
        felt = self.stances.felt.get(predicate.lemma)
        if felt is not None and ((predicate.passive and self.via in _FELT_BY) or token.dep in _SUBJECTS):
            return felt
        if token.dep not in _SUBJECTS or self.via is not None:
            return None
        coming = predicate.modal in _WILL or self.words.is_to(above) or (above.tag == "VBN" and not predicate.perfect)
        words = self.stances.words
        beside = {f"{predicate.lemma} {self.tokens[c].lower}" for c in self.clauses.parsed.children[above.i]}
        if coming and not words.lasting.isdisjoint({predicate.lemma, *beside}):  # "go AHEAD", no particle to the parser
            return _LASTING
        return _CEASING if coming and predicate.lemma in words.ceasing else None

    def _is_done(self, predicate: Predicate | None, above: Token) -> bool:
        """ "The sanctions were lifted", "wants them lifted": what is done to them; "should end": what is to come."""
        if predicate is None:
            return False
        wanted = above.dep == "ccomp" and self.tokens[above.head].lemma in _WANTING
        small = above.tag in ("VBN", "VBD") and not predicate.perfect and (above.tag == "VBN" or wanted)
        return predicate.passive or small or predicate.modal in self.stances.words.duties

    def _stop_at(self, token: Token, above: Token, predicate: Predicate | None) -> None:
        lemma = above.lemma.lower() if predicate is None else predicate.lemma
        if lemma in self.stances.words.telling or (token.dep in ("nsubj", "nsubjpass") and token.pos != "VERB"):
            return
        if token.dep in _CLAUSES or token.pos in _INSIDE or token.dep in ("dobj", "attr", "acomp"):
            self.lost = lemma

    def _pass(self, at: int) -> None:
        predicate = self.clauses.at(at)
        if predicate is not None and predicate not in self.predicates:
            self.predicates.append(predicate)


def climb_relative(clauses: Clauses, stances: Stances, start: int) -> Path | None:
    """The way up inside a relative clause of which the thing is the object: "sanctions that China OPPOSES"."""
    tokens = clauses.parsed.tokens
    for child in clauses.parsed.children[start]:
        predicate = clauses.at(child) if tokens[child].dep == "relcl" else None
        if predicate is None or start not in predicate.heads("object"):
            continue
        way = _Climb(clauses, stances, start)
        if start not in predicate.heads("subject") and way.enter_as_object(tokens[child]):
            return way.go()
    return None


def climb(clauses: Clauses, stances: Stances, start: int) -> Path:
    """The way from a token to the top of what is said of it."""
    return _Climb(clauses, stances, start).go()
