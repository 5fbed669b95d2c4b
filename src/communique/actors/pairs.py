"""Phrases for two or for the other side: "both countries", "the two leaders", "the pair", "his Russian counterpart"."""

from communique.actors.ledger import Ledger, Party, registered
from communique.actors.offices import holder_of
from communique.actors.phrases import Noun
from communique.actors.reading import is_state

STATES = frozenset(
    {
        "countries",
        "nations",
        "states",
        "governments",
        "neighbors",
        "neighbours",
        "sides",
        "powers",
        "capitals",
        "parties",
        "allies",
        "rivals",
    }
)
PERSONS = frozenset(
    {
        "leaders",
        "ministers",
        "presidents",
        "diplomats",
        "men",
        "women",
        "officials",
        "secretaries",
        "counterparts",
        "premiers",
        "politicians",
    }
)
# Whom "the leaders of the two countries" and its like mean.
LED = {"leaders": "leader", "presidents": "head_of_state", "premiers": "head_of_government"}
JOINT = frozenset({"leaders", "ministers", "presidents"})


def find_pair(ledger: Ledger, noun: Noun) -> tuple[Party, ...]:
    """The two parties of "the two leaders" and its like; empty where they are not plain."""
    reading = ledger.reading
    word = reading.tokens[noun.head].lower
    inner = reading.object_of(noun.head, "of") if word in PERSONS else None
    if inner is not None and reading.tokens[inner].lower in STATES and _is_two(ledger, inner):
        return _leaders_of(ledger, noun.head, word, two_of(ledger, inner, reading.tokens[inner].lower))
    if (
        not noun.plural
        or noun.cues
        or not (_is_known_two(ledger, noun) or (word in JOINT and noun.definite and noun.head - noun.first == 1))
    ):
        return ()
    return two_of(ledger, noun.head, word)


def _leaders_of(ledger: Ledger, head: int, word: str, states: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "The leaders of the two countries": who leads each on that day; nobody where that is not known of both."""
    role = LED.get(word)
    if role is None or head == 0 or ledger.reading.tokens[head - 1].lower != "the":
        return states
    found = [holder_of(ledger.reading, state.country, role, head) for state in states]
    return tuple(ledger.admit(registered(ledger.reading, f[0])) for f in found if f is not None) if all(found) else ()


def _is_known_two(ledger: Ledger, noun: Noun) -> bool:
    """ "The two diplomats", "both diplomats"; "two diplomats" without an article are others, whom nothing names."""
    both = ledger.reading.tokens[noun.first].lower == "both" or any(
        ledger.reading.tokens[c].lower == "both" for c in ledger.reading.children[noun.head]
    )
    return _is_two(ledger, noun.head) and (noun.definite or both)


def two_of(ledger: Ledger, head: int, word: str) -> tuple[Party, ...]:
    """The last two persons, or the last two states, that stand together in this sentence or in one before."""
    if word not in STATES | PERSONS | {"pair", "two", "duo", "both"}:
        return ()
    wants_states = word in STATES
    sentence = ledger.reading.tokens[head].sentence
    found: dict[str, Party] = {}
    for back in range(4):
        here = [
            p for s in ledger.seen if s.sentence == sentence - back and s.token < head for p in ledger.parties_of(s)
        ]
        near = _states(ledger, here) if wants_states else {p.id: p for p in here if p.kind == "person"}
        if len(near) == 2:
            return tuple(near.values())
        if len(near) > 2:
            return ()
        found = near | found
        if len(found) == 2:
            return tuple(found.values())
    return ()


def is_two(ledger: Ledger, head: int) -> bool:
    """Whether "two" or "both" stands with a noun."""
    return _is_two(ledger, head)


def _is_two(ledger: Ledger, head: int) -> bool:
    reading = ledger.reading
    return any(reading.tokens[c].lower in {"two", "both"} for c in reading.children[head] if c < head)


def _states(ledger: Ledger, parties: list[Party]) -> dict[str, Party]:
    """The states named, and those whose officials are."""
    out: dict[str, Party] = {}
    for party in parties:
        key = (party.country or "").lower()
        actor = ledger.reading.registry.actors.get(key)
        if actor is not None and is_state(actor) and party.kind in {"person", "government", "ministry"}:
            out[key] = ledger.admit(registered(ledger.reading, key))
    return out
