"""What grammar tells of a pronoun: whose clause it stands in, who holds the noun that it belongs to, whom it cannot be."""

from communique.actors.ledger import Ledger, Party
from communique.actors.reading import Reading

SUBJECTS = ("nsubj", "nsubjpass")
# "Urged Y to free his men": the object of these does what follows, not the subject.
MOVING = frozenset({"urge", "ask", "tell", "order", "press", "push", "allow", "permit", "force", "compel", "encourage", "persuade", "convince", "invite", "instruct", "advise", "warn", "want", "expect", "help", "let", "make", "have", "require", "enable", "cause", "lead", "get", "direct", "command", "lobby", "pressure", "beg", "implore", "summon", "remind", "prevent", "stop", "bar", "keep", "ban", "block", "deter", "dissuade", "discourage", "accuse", "suspect", "see", "find", "leave"})  # fmt: skip
CALLING = frozenset({"call", "appeal", "press", "rely", "count", "prevail", "plead", "wait"})
# "Praised Y for his courage": what follows "for" is the object's.
JUDGING = frozenset({"praise", "thank", "criticise", "criticize", "congratulate", "commend", "blame", "accuse", "condemn", "fault", "hail", "honour", "honor", "applaud", "mock", "denounce", "rebuke", "admire", "salute", "laud", "slam", "punish", "arrest", "charge", "jail", "sentence", "indict", "impeach", "sanction", "fine", "prosecute", "reward", "chide", "berate", "scold", "castigate", "lambast", "lambaste"})  # fmt: skip
TELLING = frozenset({"tell", "inform", "assure", "warn"})
GIVING = frozenset({"give", "provide", "send", "supply", "offer", "grant", "lend"})
WITH = frozenset(
    {"with", "behind", "around", "before", "between", "near", "over", "within"}
)  # "they took it with them"
JUDGEMENTS = frozenset({"praise", "blame", "criticism", "scorn", "condemnation", "pressure"})


def find_holder(reading: Reading, i: int) -> int | None:
    """The word that grammar gives a pronoun: the first of two joined, the possessor of what it is part of, the object of
    praise, the subject of its clause; None where grammar gives none."""
    token = reading.tokens[i]
    if token.tag != "PRP$":
        if token.lower.endswith(("self", "selves")):
            return _subject_of_own_clause(reading, i)
        return _promised(reading, i) or _given(reading, i) or _told_of(reading, i)
    of_person = token.lower in {"his", "her"}  # "thanked Cole for the Vatican's work, including his efforts"
    ways = (_judged, _possessor_above) if of_person else (_possessor_above, _judged)
    for way in (_joined_to, *ways, _subject_above):
        found = way(reading, i)
        if found is not None and found != i:
            return found
    return None


def clause_subject(reading: Reading, verb: int) -> int | None:
    """Who does what a verb says: its subject, what a relative clause hangs on, or who is to do it ("urged Y to")."""
    for _ in range(8):
        own = reading.kid(verb, *SUBJECTS)
        if own is not None:
            return _antecedent(reading, own, verb) if _is_relative(reading, own, verb) else own
        token = reading.tokens[verb]
        above = reading.tokens[token.head]
        if token.dep in {"acl", "relcl"}:
            return above.i
        if token.dep not in {"xcomp", "ccomp", "advcl", "pcomp", "conj", "dep"} or above.i == verb:
            return None
        if token.dep == "conj" and token.tag == "VB" and above.tag not in {"VB", "VBP"}:
            return None  # "extradite those who are accused and try them": not joined to what the parser says
        if token.dep != "conj" and (moved := _moved(reading, above.i, verb)) is not None:
            return moved
        verb = above.head if token.dep == "pcomp" else above.i
    return None


def _is_relative(reading: Reading, own: int, verb: int) -> bool:
    """ "Who fled", "many of whom fled": the subject is the noun that the clause hangs on."""
    inner = reading.object_of(own, "of")
    words = (own,) if inner is None else (own, inner)
    return reading.tokens[verb].dep == "relcl" and any(reading.tokens[w].tag in {"WDT", "WP"} for w in words)


def _antecedent(reading: Reading, own: int, verb: int) -> int:
    """What a relative clause hangs on; of a "who" after a comma the name before it ("the brother of Ada Cole, who")."""
    tokens, above = reading.tokens, reading.tokens[verb].head
    near = own - 2
    comma = own > 1 and tokens[own].lower == "who" and tokens[own - 1].text == ","
    if comma and near > above and tokens[near].pos == "PROPN" and tokens[near].entity == "PERSON":
        return near if tokens[near].dep != "compound" else tokens[near].head
    return above


def matrix_subject(reading: Reading, i: int) -> int | None:
    """The subject of the clause above the one whose subject a pronoun is: X in "X said they", "X fled as they"."""
    verb = reading.tokens[reading.tokens[i].head]
    if reading.tokens[i].dep != "nsubj" or verb.dep not in {"ccomp", "advcl", "conj", "relcl", "acl", "pcomp"}:
        return None
    above = verb.head
    return clause_subject(reading, above) if reading.tokens[above].pos in {"VERB", "AUX"} else None


def verb_above(reading: Reading, i: int) -> int | None:
    """The verb of the clause in which a word stands."""
    at = i
    for _ in range(12):
        up = reading.tokens[at].head
        if up == at:
            return None
        at = up
        if reading.tokens[at].pos in {"VERB", "AUX"}:
            return at
    return None


def is_bound(reading: Reading, i: int, other: int) -> bool:
    """ "Biden told him": an object is not its verb's own subject; nor a possessive the noun that it stands before."""
    pronoun, seen = reading.tokens[i], reading.tokens[other]
    if pronoun.tag == "PRP$":
        return pronoun.head == other or other in reading.children[i]
    if pronoun.text.endswith(("self", "selves")):
        return False
    verb = reading.tokens[pronoun.head].head if pronoun.dep == "pobj" else pronoun.head
    if pronoun.dep in SUBJECTS:
        return False
    return (seen.head == verb and seen.dep in SUBJECTS) or (
        pronoun.dep in {"dobj", "dative", "pobj"}
        and reading.tokens[pronoun.head].lower not in WITH
        and clause_subject(reading, verb) == other
    )


def is_beside(ledger: Ledger, i: int, party: Party) -> bool:
    """ "He met Biden", "their channels to Turkey": a pronoun is nobody whom a name beside it in the clause names."""
    return is_named_at(ledger.reading, arguments_beside(ledger.reading, i), party)


def arguments_beside(reading: Reading, i: int) -> list[int]:
    """The words that stand beside a pronoun in its clause: what its verb is done to, or its noun is of."""
    return _arguments(reading, reading.tokens[i].head, i)


def is_named_at(reading: Reading, words: list[int], party: Party) -> bool:
    """Whether one of some words names a party."""
    for j in words:
        known = reading.known.get(j)
        if known is not None and known.actor.id == party.id:
            return True
        if party.kind == "person" and reading.tokens[j].text == party.name.split()[-1]:
            return True
    return False


def _arguments(reading: Reading, head: int, after: int) -> list[int]:
    """The objects of a word that follow, with those of its prepositions; and those of its own object."""
    out: list[int] = []
    for c in reading.children[head]:
        if c > after and reading.tokens[c].dep in {"dobj", "dative", "agent"}:
            out.append(c)
            out.extend(_arguments(reading, c, after))
        is_prep = reading.tokens[c].dep in {"prep", "agent"} and reading.tokens[c].lower != "as"  # "named him as Bo"
        if c > after and is_prep and (inner := reading.kid(c, "pobj")) is not None:
            out.append(inner)
    return out


def _moved(reading: Reading, above: int, verb: int) -> int | None:
    """The object that is to do something: Y in "urged Y to", "called on Y to", "prevented Y from"."""
    at = reading.tokens[above].head if reading.tokens[above].pos == "ADP" else above
    lemma = reading.tokens[at].lemma
    if lemma in MOVING:
        found = reading.kid(at, "dobj", "dative")
        return found if found is not None and found < verb else None
    if lemma in CALLING:
        found = reading.object_of(at, "on", "upon", "to", "for", "with")
        return found if found is not None and found < verb else None
    return None


def _joined_to(reading: Reading, i: int) -> int | None:
    """ "Kenya and its allies": the first of the two, or who has the first ("the army's retreat and its losses")."""
    noun = reading.tokens[reading.tokens[i].head]
    if noun.dep != "conj" or reading.tokens[noun.head].pos not in {"NOUN", "PROPN"} or noun.head > i:
        return None
    owner = reading.kid(noun.head, "poss")
    return noun.head if owner is None or owner > i else owner


def _possessor_above(reading: Reading, i: int) -> int | None:
    """ "Iran's testing of its missiles": who has what the noun is part of."""
    noun = reading.tokens[i].head
    for _ in range(4):
        prep = reading.tokens[reading.tokens[noun].head]
        if reading.tokens[noun].dep != "pobj" or prep.dep != "prep":
            return None
        noun = prep.head
        if reading.tokens[noun].pos not in {"NOUN", "PROPN"}:
            return None
        owner = reading.kid(noun, "poss")
        if owner is not None and owner < i:
            return owner
    return None


def _judged(reading: Reading, i: int) -> int | None:
    """ "Praised Y for his courage", "heaped praise on Y for his courage"."""
    noun = reading.tokens[reading.tokens[i].head]
    prep = reading.tokens[noun.head]
    if noun.dep == "pobj" and prep.lower == "including" and reading.tokens[prep.head].dep == "pobj":
        noun = reading.tokens[prep.head]  # "for the Vatican's work, including his efforts"
        prep = reading.tokens[noun.head]
    if noun.dep not in {"pobj", "pcomp"} or prep.lower not in {"for", "over", "of", "on"}:
        return None
    verb = prep.head if reading.tokens[prep.head].pos == "VERB" else reading.tokens[prep.head].head
    if reading.tokens[verb].lemma in JUDGING:
        found = reading.kid(verb, "dobj", "nsubjpass")
    else:
        noun_of = reading.kid(verb, "dobj")
        if noun_of is None or reading.tokens[noun_of].lemma not in JUDGEMENTS:
            return None
        found = reading.object_of(verb, "on", "for") or reading.object_of(noun_of, "on", "for")
    return found if found is not None and found < i and found != noun.i else None


def _subject_of_own_clause(reading: Reading, i: int) -> int | None:
    """ "Ada Cole, who had herself been hurt": the subject of the clause of "herself"."""
    verb = verb_above(reading, i)
    found = None if verb is None else clause_subject(reading, verb)
    return found if found is not None and found < i else _subject_above(reading, i)


def _subject_above(reading: Reading, i: int) -> int | None:
    """The subject of the clause; of the one above, where the pronoun stands in the subject itself."""
    verb = verb_above(reading, i)
    for _ in range(3):
        if verb is None:
            return None
        found = clause_subject(reading, verb)
        if found is not None and found < i and not _is_within(reading, i, found):
            return found
        if found is None and reading.tokens[verb].dep not in {"ccomp", "advcl", "xcomp"}:
            return None
        if reading.tokens[verb].dep not in {"ccomp", "advcl"}:
            return None
        verb = verb_above(reading, verb)
    return None


def _is_within(reading: Reading, i: int, top: int) -> bool:
    at = i
    for _ in range(12):
        if at == top:
            return True
        if reading.tokens[at].head == at:
            return False
        at = reading.tokens[at].head
    return False


def _promised(reading: Reading, i: int) -> int | None:
    """ "Assurances from Chad that it would", "Chad's vow that it would": who gives the word."""
    verb = reading.tokens[reading.tokens[i].head]
    noun = reading.tokens[verb.head]
    if reading.tokens[i].dep not in SUBJECTS or verb.dep not in {"acl", "ccomp", "relcl"} or noun.pos != "NOUN":
        return None
    if not any(reading.tokens[c].lower == "that" and reading.tokens[c].dep == "mark" for c in reading.children[verb.i]):
        return None
    return reading.kid(noun.i, "poss") or reading.object_of(noun.i, "from", "by", "of")


def _told_of(reading: Reading, i: int) -> int | None:
    """ "Vega told Cole that the plan he made would do": he who speaks of what "he" does."""
    verb = reading.tokens[reading.tokens[i].head]
    noun = reading.tokens[verb.head]
    if reading.tokens[i].lower not in {"he", "she"} or verb.dep != "relcl" or noun.dep not in {"nsubj", "dobj"}:
        return None
    telling = reading.tokens[noun.head]
    if noun.dep == "nsubj":
        telling = reading.tokens[telling.head] if telling.dep == "ccomp" else telling
    return clause_subject(reading, telling.i) if telling.lemma in TELLING else None


def _given(reading: Reading, i: int) -> int | None:
    """ "Gave Y the tools that it needs": whoever is given them."""
    verb = reading.tokens[reading.tokens[i].head]
    noun = reading.tokens[verb.head]
    if reading.tokens[i].dep != "nsubj" or verb.dep != "relcl":
        return None
    giving = reading.tokens[noun.head] if noun.dep == "dobj" else reading.tokens[reading.tokens[noun.head].head]
    found = reading.kid(giving.i, "dative", "dobj") if giving.lemma in GIVING else None
    return found if found is not None and found < noun.i else None
