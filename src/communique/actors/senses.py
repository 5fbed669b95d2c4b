"""Whether a noun that may name a body or people names one here: "the police force", not "by force"; no predicate either."""

from communique.actors.reading import Reading

ARTICLES = frozenset({"a", "an"})
# "U.S. leadership is vital" says nothing that leaders do.
STATES_OF = frozenset({"be", "remain", "become", "matter", "seem", "appear"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
PLURALS = frozenset({"NNS", "NNPS"})
PARTNERS = frozenset({"with", "by", "between", "among", "against"})


def is_meant(reading: Reading, head: int, first: int, *, owned: bool) -> bool:
    """Whether a noun means an actor; ``owned``: words before it name a state or body that has it."""
    if _is_manner(reading, head, first) or reading.text(head, min(head + 4, len(reading.tokens))).endswith(
        "s-in-chief"
    ):
        return False
    sense = reading.words.senses.get(reading.tokens[head].lower)
    if sense is None:
        return True
    before = {t.lower for t in reading.tokens[first:head]}
    if before & {*sense.never} or (sense.acts and not _acts(reading, head)):
        return False
    possessed = any(t.tag in {"POS", "PRP$"} for t in reading.tokens[first:head])
    return (
        not sense.only or bool(before & {*sense.only}) or (owned and not possessed) or _is_named(reading, head, first)
    )


def is_predicate(reading: Reading, head: int, first: int) -> bool:
    """ "It is a party of farmers", "serving as speaker", "in its capacity as a member": what somebody is, nobody new."""
    token = reading.tokens[head]
    if token.tag in PLURALS:
        return _is_plural_predicate(reading, head, first)
    if token.dep in {"attr", "oprd"}:
        return reading.tokens[first].lower in ARTICLES
    if token.dep == "pobj" and reading.tokens[token.head].lower == "like" and reading.tokens[first].lower in ARTICLES:
        return True  # "behaving like a king"
    if token.dep in {"npadvmod", "advcl"}:  # "a career diplomat, Ambassador Cole is in Oslo"
        subject = reading.kid(token.head, "nsubj", "nsubjpass")
        between = reading.tokens[head : subject or head]
        return reading.tokens[first].lower in ARTICLES and any(t.text == "," for t in between)
    above = reading.tokens[token.head]
    if token.dep != "pobj" or above.lower != "as":
        return False
    before = {t.lower for t in reading.tokens[max(0, above.i - 2) : above.i]}
    following = reading.tokens[head + 1] if head + 1 < len(reading.tokens) else token
    joined = following.lower == "and" and reading.kid(head, "conj") is not None
    goes_on = joined or following.tag in FINITE  # "they ran as a gunman fired", "as a gunman and his friend fired"
    return not before & {"such", "well", "same"} and not goes_on


def _is_plural_predicate(reading: Reading, head: int, first: int) -> bool:
    """ "We have been allies", "regards them as migrants rather than refugees": what somebody is or is held to be; not
    "they are Kenyan soldiers", which tells whose they are, nor what stands with an article."""
    if any(i in reading.known for i in range(first, head)) or reading.tokens[first].pos in {"DET", "PRON", "NUM"}:
        return False
    token = reading.tokens[head]
    than = reading.tokens[token.head]
    if token.dep == "pobj" and than.lower == "than" and reading.tokens[than.i - 1].lower == "rather":
        return True
    for _ in range(3):
        if token.dep != "conj" or token.head == token.i:
            break
        token = reading.tokens[token.head]
    above = reading.tokens[token.head]
    if token.dep in {"attr", "oprd"}:
        there = reading.kid(above.i, "expl") is not None  # "there are survivors"
        return above.lemma == "be" and not there and reading.kid(head, "relcl", "prep", "acl") is None
    return token.dep == "pobj" and above.lower == "as" and reading.tokens[above.head].lemma in reading.words.holding


def _is_manner(reading: Reading, head: int, first: int) -> bool:
    """ "By force", "in public", "of state": a preposition and a bare noun."""
    before = reading.tokens[head - 1].lower if head else ""
    return first == head and f"{before} {reading.tokens[head].lower}" in reading.words.manners


def _acts(reading: Reading, head: int) -> bool:
    """Whether what may be a quality does something or is spoken with: "the Kenyan leadership met", "talks with the ..."."""
    token = reading.tokens[head]
    above = reading.tokens[token.head]
    if any(reading.tokens[c].tag == "PRP$" for c in reading.children[head]) or reading.kid(head, "prep") is not None:
        return False
    if token.dep in {"nsubj", "nsubjpass"}:
        return above.lemma not in STATES_OF
    if token.dep == "dobj":
        return above.lemma in reading.words.addressing
    return token.dep == "pobj" and above.lower in PARTNERS and reading.tokens[above.head].pos in {"VERB", "NOUN"}


def _is_named(reading: Reading, head: int, first: int) -> bool:
    """ "The Vega Network": a name is part of it, or it is one."""
    return any(t.pos == "PROPN" and t.i not in reading.known for t in reading.tokens[first:head])
