"""The one normal form of what a sentence says: predicates with their arguments, whatever the construction."""

from typing import Literal

from msgspec import Struct

from communique.parse.parsed import Parsed
from communique.types import Span

PredicateKind = Literal["verb", "noun", "adjective"]
Link = Literal[
    "root",  # the top of a sentence
    "complement",  # a finite clause: said THAT ...; also a direct quotation or parataxis under its cue
    "infinitive",  # agreed TO withdraw; urged Iran TO stop
    "gerund",  # denied ATTACKING; accused of SHELLING (marker "of")
    "relative",  # the group, which OUSTED ...
    "participle",  # ..., CALLING it a mistake; a statement EXPRESSING concern
    "adverbial",  # after / if / because / while ... (see marker)
    "coordinate",  # ... and ...
    "object",  # a noun predicate that is the object of the one above: imposed SANCTIONS
    "subject",  # a noun predicate that is its subject: the ATTACK killed
    "oblique",  # a noun predicate under a preposition (marker): called for TALKS, in a CALL with
    "nominal",  # a noun predicate inside another noun phrase: the threat of SANCTIONS (marker "of")
]
Mood = Literal["statement", "question", "command"]
Tense = Literal["past", "present", "future", "none"]


class Argument(Struct, frozen=True, gc=False):
    """A party or thing tied to a predicate.

    ``role`` is ``subject``, ``object``, ``indirect``, ``attribute`` (was an ACT of war; called it AGGRESSION),
    ``possessor`` (Moscow's invasion), ``modifier`` (the Russian attack, Taliban takeover), or the preposition that ties
    it (``with``, ``to``, ``on``, ``by`` ...). Roles are deep: the object of a passive is its grammatical subject, and the
    party after "by" its subject. ``heads`` has one token for each conjunct. ``source`` says how it was found.
    """

    role: str
    heads: tuple[int, ...]
    source: Literal["own", "control", "relative", "coordinate", "participle", "light", "apposition", "quote"] = "own"


class Predicate(Struct, frozen=True, kw_only=True, gc=False):
    """Something that happens or is said to happen, in one normal form."""

    id: int
    sentence: int
    head: int
    kind: PredicateKind
    lemma: str  # with its particle: "pull out"; of a noun: singular
    words: tuple[int, ...]  # the tokens of the trigger: the head and its particle
    arguments: tuple[Argument, ...] = ()
    passive: bool = False
    negated: bool = False
    tense: Tense = "none"
    perfect: bool = False
    progressive: bool = False
    modal: str | None = None  # will, would, could, may, might, should, must, can, shall
    mood: Mood = "statement"
    above: int | None = None  # the id of the predicate that governs this one
    link: Link = "root"
    marker: str | None = None  # the word that ties it: that, if, whether, after, to, for, of ...
    light: str | None = None  # of a noun: the lemma of the light verb that carries it (hold talks, pay a visit)
    extent: Span = Span(0, 0)  # the words of its clause, first to last

    def heads(self, *roles: str) -> tuple[int, ...]:
        """Head tokens of the arguments in any of the roles, in order of the roles."""
        return tuple(h for role in roles for a in self.arguments if a.role == role for h in a.heads)

    def argument(self, role: str) -> Argument | None:
        """The first argument in a role, or None."""
        return next((a for a in self.arguments if a.role == role), None)


class Clauses(Struct, frozen=True, kw_only=True):
    """Every predicate of a report, and which tokens belong to which noun phrase."""

    parsed: Parsed
    predicates: tuple[Predicate, ...]
    by_head: dict[int, int]  # token -> id of the predicate that it heads
    phrases: dict[int, Span]  # head token of a noun phrase -> its words, without relative clauses and appositions

    def at(self, token: int) -> Predicate | None:
        """The predicate that a token heads, or None."""
        i = self.by_head.get(token)
        return None if i is None else self.predicates[i]

    def chain(self, predicate: Predicate) -> tuple[Predicate, ...]:
        """The predicates above one, nearest first."""
        out: list[Predicate] = []
        while predicate.above is not None:
            predicate = self.predicates[predicate.above]
            out.append(predicate)
        return tuple(out)

    def governors(self, predicate: Predicate) -> tuple[Predicate, ...]:
        """The predicates that a predicate depends on in meaning, nearest first: what is said of the first of several
        conjuncts holds for all, so the first conjunct itself is passed by ("threatened to leave and attacked")."""
        out: list[Predicate] = []
        at = predicate
        while at.above is not None:
            above = self.predicates[at.above]
            if at.link != "coordinate":
                out.append(above)
            at = above
        return tuple(out)

    def below(self, predicate: Predicate) -> tuple[Predicate, ...]:
        """The predicates directly under one, in order of the text."""
        return tuple(p for p in self.predicates if p.above == predicate.id)
