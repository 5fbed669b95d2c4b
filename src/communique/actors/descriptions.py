"""Definite descriptions -> the last actor of a fitting kind: "the country", "the bloc", "the ministry"."""

from communique.actors.ledger import Ledger, Party
from communique.actors.phrases import Noun

COUNTRY_NOUNS = frozenset({"country", "nation", "state", "kingdom", "republic", "island"})
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
    ):
        return False
    party = _pointed_at(ledger, word, head)
    if party is None:
        return False
    ledger.note(head, (first, head + 1), (party,), "description", "points-back")
    return True


def note_description(ledger: Ledger, noun: Noun) -> bool:
    """Write down to whom a noun with "the" points back; False where there is nobody."""
    word = ledger.reading.tokens[noun.head].lower
    if word not in ledger.reading.words.descriptions or word in {"government", "state"}:
        return False
    party = _pointed_at(ledger, word, noun.head)
    if party is not None:
        ledger.note(noun.head, (noun.first, noun.head + 1), (party,), "description", "points-back")
    return party is not None


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
    for entry in entries:
        fits = [p for p in recent if p.kind in entry.kinds and _may_be_called(p, word) and p.name[0].isupper()]
        named = [p for p in fits if word in p.name.lower()]
        if named:
            return named[0]
        if fits and not entry.named:
            return fits[0]
    return None


def _may_be_called(party: Party, word: str) -> bool:
    """A country is a state of the registry; another government only what its name says."""
    if word in COUNTRY_NOUNS:
        return party.kind == "government" and len(party.id) == 3
    return party.kind != "government" or word in party.name.lower()
