"""Which rule of stance a word has where it stands: a verb with its particle, its noun or its preposition, else alone."""

from msgspec import Struct

from communique.clauses import Clauses
from communique.data.stances import StanceRule, Stances
from communique.parse.parsed import Token

_WITH = frozenset({"dobj", "intj", "dative", "npadvmod", "prt", "advmod", "attr"})
_BESIDE = frozenset({"dobj", "attr", "acomp", "oprd"})
_OF_AS = frozenset({"pobj", "amod", "acomp", "pcomp"})


class Hanging(Struct, frozen=True, gc=False):
    """How an issue hangs on a word: the token below it, the word itself, the preposition between them (``via``), and the
    noun last passed with the preposition below that (``noun``, ``tie``)."""

    token: Token
    above: Token
    via: str | None
    noun: Token
    tie: str | None


class Wording:
    """The words of stance of one report."""

    def __init__(self, clauses: Clauses, stances: Stances) -> None:
        self.clauses, self.stances = clauses, stances
        self.tokens = clauses.parsed.tokens

    def rule(self, hung: Hanging) -> StanceRule | None:
        """The rule of a word: a verb with its particle, with the preposition below it, or alone."""
        above = hung.above
        lemma = above.lemma.lower()
        if above.pos == "ADJ":
            return self._adjective(lemma, above)
        if above.pos in ("NOUN", "PROPN", "PRON"):
            flows = hung.via is None or hung.via in self.stances.words.flows
            tied = self.stances.nouns.get(f"{lemma} {hung.via}")
            return tied or (self.stances.nouns.get(lemma) if flows else None)
        predicate = self.clauses.at(above.i)
        names = [lemma] if predicate is None or predicate.kind != "verb" else [predicate.lemma, lemma]
        if predicate is not None and predicate.kind == "adjective" and above.i != predicate.head:
            said = self._adjective(predicate.lemma, self.tokens[predicate.head])
            return said or self.stances.verbs.get(lemma)
        return self._verb(names, hung)

    def _adjective(self, lemma: str, above: Token) -> StanceRule | None:
        """ "Too early" is another word than "early"."""
        degrees = {self.tokens[c].lower for c in self.clauses.parsed.children[above.i]}
        longer = self.stances.adjectives.get(f"too {lemma}") if "too" in degrees else None
        return longer or self.stances.adjectives.get(lemma)

    def _verb(self, names: list[str], hung: Hanging) -> StanceRule | None:
        rules, above = self.stances.verbs, hung.above
        tie = hung.via or ("to" if self.is_to(hung.token) else None)
        found = next((r for n in self._idioms(names[-1], hung, tie) if (r := rules.get(n))), None)
        if found is None and hung.via is None and tie == "to":
            preps = [k.lower for k in self._kids(above) if k.dep == "prep"]  # "called ON Congress TO provide"
            found = next((r for n in names for w in preps if (r := rules.get(f"{n} {w}"))), None)
        if found is None and tie is not None:
            found = next((r for n in names if (r := rules.get(f"{n} {tie}"))), None)
        if found is not None:
            return found
        rule = next((r for n in names if (r := rules.get(n))), None)
        if hung.via is None or rule is None:
            return rule
        carried = rule.id == "carry" or self.beside(hung) is not None
        return rule if carried and hung.via in self.stances.words.flows else None

    def beside(self, hung: Hanging) -> tuple[int, StanceRule] | None:
        """The noun or verdict that a verb carries beside what hangs on the verb: "voiced ALARM at it", "lifted its VETO
        on it", "called it ILLEGAL", "described it as a MISTAKE", "it is no ANSWER"."""
        for c in self._kids(hung.above):
            if c.i in {hung.token.i, hung.noun.i}:
                continue
            word = next((k for k in self._kids(c) if k.dep in _OF_AS), c) if c.dep == "prep" and c.lower == "as" else c
            if c.dep not in _BESIDE and word is c:
                continue
            rule = self.own(word)
            if rule is None:
                continue
            tied = hung.via is not None and c.dep == "dobj" and hung.via in self.stances.words.flows
            judged = rule.verdict and hung.via is None and c.dep != "dobj"
            if (tied and not rule.verdict and rule.id != "carry") or judged:
                return word.i, rule
        return None

    def own(self, word: Token) -> StanceRule | None:
        """The rule of a noun or adjective by itself."""
        lemma = word.lemma.lower()
        return self.stances.nouns.get(lemma) if word.pos == "NOUN" else self.stances.adjectives.get(lemma)

    def _idioms(self, lemma: str, hung: Hanging, tie: str | None) -> list[str]:
        """ "Say no to", "turn back on", "time come for": a verb with the word beside it."""
        kids = self._kids(hung.above)
        ending = f" {tie}" if tie else ""
        after = [f"{lemma} {k.lemma.lower()}{ending}" for k in kids if k.dep in _WITH]
        before = [f"{k.lemma.lower()} {lemma}{ending}" for k in kids if k.dep == "nsubj"]
        after += [f"{lemma} {words}" for k in kids if k.dep == "prep" for words in self._hung(k)]
        noun = hung.noun
        named = noun.pos in ("NOUN", "INTJ", "PRON") and hung.tie
        inside = [f"{lemma} {noun.lemma.lower()} {hung.tie}"] if named else []
        return [*inside, *after, *before]

    def _kids(self, token: Token) -> list[Token]:
        return [self.tokens[c] for c in self.clauses.parsed.children[token.i]]

    def _hung(self, preposition: Token) -> list[str]:
        """ "Out of question", "off table": the words under a preposition beside the issue."""
        kids = [self.tokens[c] for c in self.clauses.parsed.children[preposition.i]]
        own = [f"{preposition.lower} {k.lemma.lower()}" for k in kids if k.dep == "pobj"]
        return [*own, *(f"{preposition.lower} {words}" for k in kids if k.dep == "prep" for words in self._hung(k))]

    def is_to(self, token: Token) -> bool:
        """Whether a verb stands as an infinitive with "to"."""
        kids = self.clauses.parsed.children[token.i]
        return token.tag == "VB" and any(self.tokens[c].dep == "aux" and self.tokens[c].lower == "to" for c in kids)
