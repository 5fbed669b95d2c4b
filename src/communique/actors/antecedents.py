"""What stood before a pronoun, ranked: parties, and the things and people without a name that compete with them."""

from collections.abc import Iterator

from msgspec import Struct

from communique.actors.binding import arguments_beside, is_bound, is_named_at, matrix_subject
from communique.actors.ledger import Ledger, Party
from communique.actors.mention import Mention
from communique.actors.reading import Reading

BACK = 3  # sentences; beyond that, a pronoun pointed elsewhere more often than back
# "It is clear", "it seems": these tell of nothing before.
EMPTY = frozenset({"be", "seem", "appear", "take", "become", "remain", "happen", "matter", "depend"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
# "Those who", "others", "many": people or things that nothing names.
LOOSE_MANY = frozenset({"those", "these", "others", "many", "some", "several", "most", "few", "all", "ones"})
MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
TIMES = frozenset({"year", "month", "week", "day", "hour", "minute", "time", "morning", "evening", "night", "afternoon", "today", "yesterday", "tomorrow", "decade", "century", "percent", "kilometer", "kilometre", "mile", "dollar", "euro", "way", "addition", "part", "example", "response", "order", "case", "fact"})  # fmt: skip
STANDING = frozenset({"NOUN", "PROPN"})
LOOSE_STANDING = LOOSE_MANY | {"its", "their", "they", "it", "this", "that"}
FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves", "i", "me", "my"})
BESIDES = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod", "quantmod", "advmod", "det", "poss"})
OBJECTS = frozenset({"dobj", "pobj", "nsubjpass", "dative"})


class Antecedent(Struct, frozen=True, kw_only=True):
    """A noun phrase before a pronoun: its head, who it is (nobody for a thing), and how well it stands."""

    token: int
    parties: tuple[Party, ...]
    score: float
    plural: bool
    subject: bool

    @property
    def thing(self) -> bool:
        """Whether it names no party."""
        return not self.parties


def find_antecedents(ledger: Ledger, i: int, back: int = BACK) -> list[Antecedent]:
    """Noun phrases before a pronoun, in this sentence and some before, that grammar does not forbid."""
    reading = ledger.reading
    sentence = reading.tokens[i].sentence
    begin = reading.parsed.sentences[max(0, sentence - back)].first
    above, beside = matrix_subject(reading, i), arguments_beside(reading, i)
    out: list[Antecedent] = []
    for j in _standing(ledger, begin, i):
        mention = headed(ledger, j)
        if (mention is None and not may_stand(reading, j)) or is_bound(reading, i, j) or _is_denied(reading, j):
            continue
        parties, subject = _parties(ledger, mention, j), stands_as_subject(reading, j)
        if beside and any(is_named_at(reading, beside, p) for p in parties):
            continue
        out.append(
            Antecedent(
                token=j, parties=parties, score=_score(ledger, i, j, subject=subject) + (0.6 if j == above else 0.0),
                plural=_is_plural(reading, j, parties), subject=subject,
            )
        )  # fmt: skip
    return out


def _standing(ledger: Ledger, begin: int, end: int) -> Iterator[int]:
    """The words of tokens ``[begin, end)`` that are of a mention, or of a class that may stand without one."""
    turns = ledger.turns if ledger.turns.starts else None
    for token in ledger.reading.tokens[begin:end]:
        may = token.pos in STANDING or token.lower in LOOSE_STANDING or token.i in ledger.by_token
        if may and token.lower not in FIRST_PERSON and not (turns and turns.is_label(token.i)):
            yield token.i


def headed(ledger: Ledger, j: int) -> Mention | None:
    """The mention that a word is the head of."""
    number = ledger.by_token.get(j)
    if number is None or ledger.mentions[number].head != j:
        return None
    return ledger.mentions[number]


def joined(ledger: Ledger, j: int) -> tuple[Party, ...]:
    """All who are joined to the first of a list: A, B and C for A; each of them has to be one party."""
    mention = headed(ledger, j)
    if mention is None:
        return ()
    out = {a: ledger.parties[a] for a in mention.actors}
    # The parser may hang the second of three on the first as an apposition; "and" tells that it is a list.
    listed = {"conj", "appos"} if ledger.reading.kid(j, "cc") is not None else {"conj"}
    for c in ledger.reading.children[j]:
        if c > j and ledger.reading.tokens[c].dep in listed:
            out |= {p.id: p for p in joined(ledger, c)}
    return tuple(out.values())


def stands_as_subject(reading: Reading, j: int) -> bool:
    """Whether a word is a subject, is joined to one or stands in apposition to one."""
    token = reading.tokens[j]
    for _ in range(8):
        if token.dep not in {"conj", "appos"} or token.head == token.i:
            break
        token = reading.tokens[token.head]
    return token.dep in {"nsubj", "nsubjpass", "csubj", "agent"}


def _score(ledger: Ledger, i: int, j: int, *, subject: bool) -> float:
    """Subjects before objects before others, near before far; who is named inside a quotation counts less outside it."""
    tokens = ledger.reading.tokens
    distance = tokens[i].sentence - tokens[j].sentence
    total = 3.0 - distance + (1.2 if subject else _rank(ledger.reading, j)) - 0.008 * min(i - j, 60)
    if ledger.is_quoted(tokens[j].start) and not ledger.is_quoted(tokens[i].start):
        total -= 1.5
    if (
        distance
        and tokens[i].lower in {"he", "she"}
        and tokens[j].dep in {"nsubj", "nsubjpass"}
        and tokens[tokens[j].head].dep == "ROOT"
    ):
        total += 0.3  # "Cole denied that Vega fled. He said": who the sentence is about
    if tokens[i].tag == tokens[j].tag == "PRP$" and tokens[i].lower == tokens[j].lower:
        total += 1.0  # "its control of its coast": the same word is the same party
    return total


def _rank(reading: Reading, j: int) -> float:
    """How well a word stands that is no subject."""
    token = reading.tokens[j]
    if token.dep in {"dobj", "dative"} or (token.dep == "pobj" and reading.tokens[token.head].dep == "agent"):
        return 0.4
    head = reading.tokens[token.head]
    if token.dep == "poss" and head.dep in {"nsubj", "nsubjpass"} and _is_person_noun(reading, head.i):
        return 1.0
    if _in_subject(reading, j):
        return 0.6 if token.dep == "pobj" else 0.0
    return -0.8 if token.dep in BESIDES else 0.0


def _is_person_noun(reading: Reading, j: int) -> bool:
    """Whether a noun names an official or spokesman, whose "its" is his state's."""
    return reading.tokens[j].entity == "PERSON" or reading.tokens[j].lemma.lower() in reading.words.people


def _in_subject(reading: Reading, j: int) -> bool:
    """Whether a word is part of a subject: Biden in "The charge against Biden is"."""
    at = j
    for _ in range(4):
        at = reading.tokens[at].head
        if reading.tokens[at].dep in {"nsubj", "nsubjpass"}:
            return True
        if reading.tokens[at].pos in {"VERB", "AUX"}:
            return False
    return False


def may_stand(reading: Reading, j: int) -> bool:
    """Whether a word that names no party may still be what a pronoun means."""
    token = reading.tokens[j]
    if token.lower in {"its", "their"}:
        return True
    if token.lower == "it" and reading.tokens[token.head].lemma in EMPTY:
        return False
    if token.lower in LOOSE_MANY or token.lower in {"they", "it", "this", "that"}:
        return token.dep in {"nsubj", "nsubjpass", "dobj", "pobj"} and token.pos in {"PRON", "NOUN", "ADJ", "DET"}
    if token.pos not in {"NOUN", "PROPN"} or token.dep in BESIDES or token.dep in {"appos", "attr", "npadvmod"}:
        return False
    if token.lower in reading.words.descriptions or token.lemma.lower() in reading.words.collectives:
        return False  # a body that nothing tells apart is no rival: it may be the one looked for
    return token.entity not in MEASURES and token.lemma.lower() not in TIMES and j not in reading.known


def _is_denied(reading: Reading, j: int) -> bool:
    """ "They had no children", "did not find survivors": what is not there."""
    token = reading.tokens[j]
    denied = token.dep == "dobj" and reading.tokens[token.head].lemma in {"have", "find"}
    if denied and reading.kid(token.head, "neg") is not None:
        return True
    return "no" in [reading.tokens[c].lower for c in reading.children[j]]


def _parties(ledger: Ledger, mention: Mention | None, j: int) -> tuple[Party, ...]:
    if mention is None:
        return ()
    return joined(ledger, j) if len(mention.actors) == 1 else tuple(ledger.parties[a] for a in mention.actors)


def _is_plural(reading: Reading, j: int, parties: tuple[Party, ...]) -> bool:
    if len(parties) > 1 or (parties and parties[0].plural):
        return True
    token = reading.tokens[j]
    if parties and parties[0].kind == "person":
        return False
    if parties and len(parties[0].id) == 3:
        return False  # "the United States", "the Netherlands"
    return token.tag in PLURAL_TAGS or token.lower in LOOSE_MANY or token.lower == "they"
