"""From an issue up to whom it matters: the words of stance that stand above it in its sentence, innermost first.

"Poland REFUSES to BACK an END to the sanctions": from "sanctions" end, back, refuse. The only module of the room that
reads the tree itself: words such as "in favour of" and "an end to" are no predicates.
"""

from msgspec import Struct

from communique.clauses import Clauses, Predicate
from communique.data.stances import StanceRule, Stances
from communique.parse.parsed import Token

_STOPS = frozenset({"relcl", "appos", "parataxis", "advcl", "dep", "prep", "npadvmod"})
_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp", "acl", "advcl", "csubj", "csubjpass"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_INSIDE = frozenset({"ADP", "SCONJ", "PART"})
_LONGEST = 24
# What stands under another noun by these is what that noun is about; "help IN the election" is not.
_INTO = frozenset({"of", "on", "for", "to", "about", "over", "against", "between", "into", "from", "with"})
_FRAMES = frozenset({"face", "response", "light", "wake", "context", "view", "midst", "aftermath", "time"})
_SUMS = frozenset({"dollar", "euro", "pound", "million", "billion", "franc", "yen", "worth"})
_BESIDE = frozenset({"dobj", "attr", "acomp", "oprd"})
_WITH = frozenset({"dobj", "intj", "dative", "npadvmod", "prt", "advmod", "attr"})
_WANTING = frozenset({"want", "like", "see", "prefer", "have", "need", "get"})
_WILL = frozenset({"will", "would", "shall"})
_LASTING = StanceRule(id="lasting", stance="supports", act=True)
_CEASING = StanceRule(id="lasting", stance="supports", act=True, turns=True)
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

    def _rise(self) -> bool:
        """To the word above; False at the end of the way."""
        token = self.tokens[self.at]
        if token.head == self.at:
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
        if token.dep == "acl" or (token.dep == "relcl" and self._is_infinitive(token)):
            return token.tag != "VB"
        if token.dep == "advcl":
            return token.tag != "VB" or self.tokens[token.head].pos == "VERB"
        return token.dep in _STOPS and token.pos not in _INSIDE

    def _is_infinitive(self, token: Token) -> bool:
        """ "Nothing TO DO with": no finite clause, and no subject."""
        labels = {self.tokens[c].dep for c in self.clauses.parsed.children[token.i]}
        return token.tag == "VB" and not labels & {"nsubj", "nsubjpass"}

    def _enter(self, token: Token, above: Token) -> bool:
        predicate = self.clauses.at(above.i)
        rule = self._fate(token, above, predicate) or self._rule(token, above)
        if rule is not None and (rule.felt or rule in (_LASTING, _CEASING)):
            self.steps.append(Step(rule, above.i, predicate))
            self._pass(above.i)
            self.at, self.via = above.i, None
            return not rule.felt and (predicate is None or predicate.modal is None)
        if rule is None and above.pos in ("NOUN", "PROPN", "NUM", "SYM", "PRON"):
            return self._enter_noun(above)
        beside = self._beside(token, above)
        if rule is None:
            self._stop_at(token, above, predicate)
            return False
        if rule.asks and token.dep == "dobj" and self._asks_more(above):
            return False  # "asked the PEACEKEEPERS to leave"
        does = token.dep in _SUBJECTS and beside is None and not self._is_done(predicate, above)
        if does and not rule.verdict and rule.id != "carry":
            return False  # "the sanctions support nobody"
        if beside is not None:
            self.steps.append(Step(beside[1], beside[0], predicate if token.dep in _SUBJECTS else None))
        if predicate is None or all(step.predicate is not predicate for step in self.steps):
            self.steps.append(Step(rule, above.i, predicate, token.dep, token.dep == "ccomp" and self._is_to(token)))
        self._pass(above.i)
        self.tie, self.at, self.via = self.via, above.i, None
        return True

    def _beside(self, token: Token, above: Token) -> tuple[int, StanceRule] | None:
        """The noun or verdict that a verb carries beside what hangs on the verb: "voiced ALARM at it", "lifted its VETO
        on it", "called it ILLEGAL", "it is no ANSWER"."""
        tokens = self.tokens
        for c in self.clauses.parsed.children[above.i]:
            word, lemma = tokens[c], tokens[c].lemma.lower()
            if c in {token.i, self.at} or word.dep not in _BESIDE:
                continue
            rule = self.stances.nouns.get(lemma) if word.pos == "NOUN" else self.stances.adjectives.get(lemma)
            if rule is None:
                continue
            hung = self.via is not None and word.dep == "dobj" and self.via in self.stances.words.flows
            judged = rule.verdict and self.via is None and word.dep != "dobj"
            if (hung and not rule.verdict and rule.id != "carry") or judged:
                return c, rule
        return None

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
        coming = predicate.modal in _WILL or self._is_to(above) or (above.tag == "VBN" and not predicate.perfect)
        words = self.stances.words
        if coming and predicate.lemma in words.lasting:
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

    def _rule(self, token: Token, above: Token) -> StanceRule | None:
        """The rule of a word: a verb with its particle, with the preposition below it, or alone."""
        lemma = above.lemma.lower()
        if above.pos == "ADJ":
            return self._adjective(lemma, above)
        if above.pos in ("NOUN", "PROPN", "PRON"):
            flows = self.via is None or self.via in self.stances.words.flows
            hung = self.stances.nouns.get(f"{lemma} {self.via}")
            return hung or (self.stances.nouns.get(lemma) if flows else None)
        predicate = self.clauses.at(above.i)
        names = [lemma] if predicate is None or predicate.kind != "verb" else [predicate.lemma, lemma]
        if predicate is not None and predicate.kind == "adjective" and above.i != predicate.head:
            said = self._adjective(predicate.lemma, self.tokens[predicate.head])
            return said or self.stances.verbs.get(lemma)
        return self._verb(names, token, above)

    def _adjective(self, lemma: str, above: Token) -> StanceRule | None:
        """ "Too early" is another word than "early"."""
        degrees = {self.tokens[c].lower for c in self.clauses.parsed.children[above.i]}
        longer = self.stances.adjectives.get(f"too {lemma}") if "too" in degrees else None
        return longer or self.stances.adjectives.get(lemma)

    def _verb(self, names: list[str], token: Token, above: Token) -> StanceRule | None:
        rules = self.stances.verbs
        tie = self.via or ("to" if self._is_to(token) else None)
        found = next((r for n in self._idioms(names[-1], above, tie) if (r := rules.get(n))), None)
        if found is None and self.via is None and tie == "to":
            preps = [k.lower for k in self._kids(above) if k.dep == "prep"]  # "called ON Congress TO provide"
            found = next((r for n in names for w in preps if (r := rules.get(f"{n} {w}"))), None)
        if found is None and tie is not None:
            found = next((r for n in names if (r := rules.get(f"{n} {tie}"))), None)
        if found is not None:
            return found
        rule = next((r for n in names if (r := rules.get(n))), None)
        if self.via is None or rule is None:
            return rule
        hung = rule.id == "carry" or self._beside(token, above) is not None
        return rule if hung and self.via in self.stances.words.flows else None

    def _idioms(self, lemma: str, above: Token, tie: str | None) -> list[str]:
        """ "Say no to", "turn back on", "time come for": a verb with the word beside it."""
        kids = self._kids(above)
        ending = f" {tie}" if tie else ""
        after = [f"{lemma} {k.lemma.lower()}{ending}" for k in kids if k.dep in _WITH]
        before = [f"{k.lemma.lower()} {lemma}{ending}" for k in kids if k.dep == "nsubj"]
        after += [f"{lemma} {words}" for k in kids if k.dep == "prep" for words in self._hung(k)]
        noun = self.tokens[self.at]
        inside = (
            [f"{lemma} {noun.lemma.lower()} {self.tie}"] if noun.pos in ("NOUN", "INTJ", "PRON") and self.tie else []
        )
        return [*inside, *after, *before]

    def _kids(self, token: Token) -> list[Token]:
        return [self.tokens[c] for c in self.clauses.parsed.children[token.i]]

    def _hung(self, preposition: Token) -> list[str]:
        """ "Out of question", "off table": the words under a preposition beside the issue."""
        kids = [self.tokens[c] for c in self.clauses.parsed.children[preposition.i]]
        own = [f"{preposition.lower} {k.lemma.lower()}" for k in kids if k.dep == "pobj"]
        return [*own, *(f"{preposition.lower} {words}" for k in kids if k.dep == "prep" for words in self._hung(k))]

    def _is_to(self, token: Token) -> bool:
        kids = self.clauses.parsed.children[token.i]
        return token.tag == "VB" and any(self.tokens[c].dep == "aux" and self.tokens[c].lower == "to" for c in kids)


def climb(clauses: Clauses, stances: Stances, start: int) -> Path:
    """The way from a token to the top of what is said of it."""
    return _Climb(clauses, stances, start).go()
