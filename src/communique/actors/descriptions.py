"""Definite descriptions -> the last actor of a fitting kind: "the country", "the bloc", "the ministry"."""

from communique.actors.ledger import Ledger, Party, registered
from communique.actors.phrases import Noun

COUNTRY_NOUNS = frozenset({"country", "nation", "state", "kingdom", "republic", "island"})
# Kinds of which "the court" names one that was told more fully before; and words for several or for a part.
REPEATED = frozenset({"police", "court", "ministry", "military", "parliament", "government", "organisation", "company"})
MANY = frozenset({"authorities", "officials", "government", "leadership", "regime", "administration", "side", "team", "staff", "troops", "forces"})  # fmt: skip
FAR = 20  # sentences in which "the consulate" may be the one that alone was named
LOOKBACK = 6  # sentences in which a description finds what it points to


def note_back(ledger: Ledger, head: int) -> bool:
    """ "The country", "the bloc": a definite noun that is no role and no group, but points back."""
    reading = ledger.reading
    first = reading.left(head)
    word = reading.tokens[head].lower
    if (
        reading.tokens[first].lower not in {"the", "this", "that"}
        or word not in reading.words.descriptions
        or head - first > 1
        or _is_told(ledger, head)
    ):
        return False
    party = _pointed_at(ledger, word, head)
    if party is None:
        return False
    ledger.note(head, (first, head + 1), (party,), "description", "points-back")
    return True


def note_description(ledger: Ledger, noun: Noun) -> bool:
    """Write down to whom a noun with "the" points back; False where there is nobody."""
    tokens = ledger.reading.tokens
    word, alone = tokens[noun.head].lower, noun.first == noun.head or tokens[noun.first].pos != "PROPN"
    if word not in ledger.reading.words.descriptions or word in {"government", "state"} or _is_told(ledger, noun.head):
        return False
    if not alone:
        return False  # "Harbour Organization"
    party = _nato(ledger, noun.head) or _pointed_at(ledger, word, noun.head)
    if party is not None:
        ledger.note(noun.head, (noun.first, noun.head + 1), (party,), "description", "points-back")
    return party is not None


def _is_told(ledger: Ledger, head: int) -> bool:
    """ "The state of emergency", "the Ministry for Foreign Affairs": the words after it tell which, not those before."""
    reading = ledger.reading
    inner = reading.object_of(head, "of", "for")
    if inner is None:
        return False
    return reading.tokens[head].lower in COUNTRY_NOUNS or reading.tokens[inner].pos == "PROPN"


def note_repeat(ledger: Ledger, noun: Noun) -> bool:
    """ "The consulate" after "the Saudi consulate", "the police" after "the Chadian National Police": the last body that was
    called so with more words, if it is the only one of late."""
    tokens = ledger.reading.tokens
    word, sentence = tokens[noun.head].lower, tokens[noun.head].sentence
    if not noun.collective or (noun.plural and word != "police"):
        return False
    if noun.last != noun.head + 1 or tokens[noun.first].lower not in {"the", "this", "that"} or word in MANY:
        return False
    if ledger.reading.kid(noun.head, "prep", "acl", "relcl") is not None:
        return False
    near = (s for s in ledger.seen if sentence - s.sentence <= FAR)
    found = {p.id: p for s in near for p in ledger.parties_of(s) if _is_called(p, word)}
    if len(found) != 1:
        return False
    ledger.note(noun.head, (noun.first, noun.last), tuple(found.values()), "description", "repeated")
    return True


def _is_called(party: Party, word: str) -> bool:
    return party.kind in REPEATED and party.country is not None and party.name.lower().split()[-1] == word


def is_pointing(noun: Noun) -> bool:
    """Whether a noun stands alone with "the": nothing but what was said before tells which."""
    return noun.definite and not noun.cues and noun.owner is None and noun.head - noun.first <= 1


def _pointed_at(ledger: Ledger, word: str, head: int) -> Party | None:
    """The last party of a fitting kind; one in whose name the word stands before others."""
    sentence = ledger.reading.tokens[head].sentence
    entries = ledger.reading.words.descriptions[word]
    recent = [
        party
        for seen in reversed(ledger.seen)
        for party in ledger.parties_of(seen)
        if sentence - seen.sentence <= LOOKBACK or word in party.name.lower()
    ]
    if word in COUNTRY_NOUNS and (state := _story_state(ledger, sentence)) is not None:
        return state
    for entry in entries:
        fits = [
            p
            for p in recent
            if p.kind in entry.kinds
            and _may_be_called(p, word)
            and p.name[0].isupper()
            and (not (p.provisional and p.plural) or word in p.name.lower())
        ]
        named = [p for p in fits if word in p.name.lower()]
        if named:
            return named[0]
        if fits and not entry.named:
            return fits[0]
    return None


def _nato(ledger: Ledger, head: int) -> Party | None:
    """ "The Alliance", with a capital, where NATO is named."""
    if ledger.reading.tokens[head].text != "Alliance":
        return None
    named = any(k.actor.id == "nato" for k in ledger.reading.known.values())
    return ledger.admit(registered(ledger.reading, "nato")) if named else None


def _story_state(ledger: Ledger, sentence: int) -> Party | None:
    """The state of the story, if somebody or something of it was named in this sentence or the three before.

    "The Taliban ousted the government in Kabul ... Russia wants to stay in the country": Afghanistan, not Russia.
    """
    state = (ledger.story or "").lower()
    near = (p for s in ledger.seen if sentence - s.sentence <= 3 for p in ledger.parties_of(s))
    if state not in ledger.reading.registry.actors or not any((p.country or "").lower() == state for p in near):
        return None
    return ledger.admit(registered(ledger.reading, state))


def _may_be_called(party: Party, word: str) -> bool:
    """A country is a state of the registry; another government only what its name says."""
    if word in COUNTRY_NOUNS:
        return party.kind == "government" and len(party.id) == 3
    return party.kind != "government" or word in party.name.lower()
