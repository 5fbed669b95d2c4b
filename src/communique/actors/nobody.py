"""Common nouns that name nobody: what somebody is, a house, a time in office, what binds two states."""

from communique.actors.antecedents import headed
from communique.actors.ledger import Ledger
from communique.actors.phrases import Noun
from communique.actors.senses import is_predicate

TERMS = frozenset({"presidency", "premiership", "chairmanship", "chancellorship"})
POSTS = frozenset({"post", "position", "role", "title", "job", "rank", "portfolio", "function", "duty"})
BONDS = frozenset({"alliances", "partnerships"})
RELATIONS = frozenset({"alliance", "partnership", "union"})


def is_nobody(ledger: Ledger, noun: Noun) -> bool:
    """ "A country that ...", "serving as president", "seen as migrants": one of its kind, or what somebody is."""
    if is_predicate(ledger.reading, noun.head, noun.first):
        return True
    if noun.plural:
        return _is_conference(ledger, noun) or ledger.reading.tokens[noun.head].lower in BONDS
    if (
        _is_building(ledger, noun)
        or _is_term(ledger, noun)
        or _is_relation(ledger, noun)
        or _is_purpose(ledger, noun)
        or _is_title_of_paper(ledger, noun)
        or _is_post(ledger, noun)
    ):
        return True
    return noun.known is not None and noun.known.id == "states"


def _is_conference(ledger: Ledger, noun: Noun) -> bool:
    """ "The Conference of the Parties": part of a name."""
    token = ledger.reading.tokens[noun.head]
    return token.text == "Parties" and noun.known is not None and noun.known.id == "sides"


def _is_term(ledger: Ledger, noun: Noun) -> bool:
    """ "His presidency", "Cole's premiership": a time in office; not "the French presidency"."""
    reading = ledger.reading
    owner = reading.kid(noun.head, "poss")
    if reading.tokens[noun.head].lower not in TERMS or owner is None:
        return False
    mention = headed(ledger, owner)
    return reading.tokens[owner].tag == "PRP$" or (
        mention is not None and ledger.parties[mention.actors[0]].kind == "person"
    )


def _is_building(ledger: Ledger, noun: Noun) -> bool:
    """ "Turned a church into a mosque", "the bombing of a school": a house; not "the church said"."""
    token = ledger.reading.tokens[noun.head]
    if token.lower not in ledger.reading.words.made_into or token.pos != "NOUN":
        return False
    while token.dep in {"conj", "appos"} and token.head != token.i:
        token = ledger.reading.tokens[token.head]
    by = token.dep == "pobj" and ledger.reading.tokens[token.head].lower in {"by", "with", "from", "between"}
    return token.dep not in {"nsubj", "poss", "agent"} and not by


def _is_relation(ledger: Ledger, noun: Noun) -> bool:
    """ "The U.S.-Japan alliance": what binds two states, and no third party; "our alliance" likewise."""
    tokens = ledger.reading.tokens
    if tokens[noun.head].lower not in RELATIONS:
        return False
    between = any(
        t.text == "-" and t.i > noun.first and _is_named(ledger, t.i - 1) and _is_named(ledger, t.i + 1)
        for t in tokens[noun.first : noun.head]
    )
    joined = any("-" in t.text and t.i in ledger.by_token for t in tokens[noun.first : noun.head])
    return between or joined or noun.owner is not None


def _is_named(ledger: Ledger, i: int) -> bool:
    """Whether a word is part of a name of the registry."""
    return i in ledger.reading.known


def _is_post(ledger: Ledger, noun: Noun) -> bool:
    """ "The post of speaker", "in his role of defence minister": an office, and not who holds it."""
    tokens = ledger.reading.tokens
    token = tokens[noun.head]
    of = tokens[token.head]
    bare = tokens[noun.first].lower not in {"the", "a", "an"} and noun.owner is None
    return bare and token.dep == "pobj" and of.lower == "of" and tokens[of.head].lemma.lower() in POSTS


def _is_purpose(ledger: Ledger, noun: Noun) -> bool:
    """ "The mission of the envoy is to advance trade": what is to be done."""
    reading = ledger.reading
    token = reading.tokens[noun.head]
    if token.lower != "mission" or token.dep != "nsubj" or reading.tokens[token.head].lemma != "be":
        return False
    return reading.kid(token.head, "xcomp") is not None


def _is_title_of_paper(ledger: Ledger, noun: Noun) -> bool:
    """ "As quoted by Harbour Reporter": capitals without an article are the name of a paper, and no person."""
    tokens = ledger.reading.tokens
    token = tokens[noun.head]
    begins = ledger.reading.parsed.sentences[token.sentence].first == noun.first
    plain = noun.known is not None and noun.known.id == "press" and token.text.istitle() and token.pos == "PROPN"
    return (
        plain
        and noun.first < noun.head
        and not begins
        and all(t.text[0].isupper() for t in tokens[noun.first : noun.head])
    )
