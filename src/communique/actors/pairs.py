"""Phrases for two or for several that were named: "both countries", "the two leaders", "the pair", "all three governments"."""

from communique.actors.antecedents import headed, joined
from communique.actors.ledger import Ledger, Party, Seen, registered
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
OWNED = frozenset({"countries", "nations", "states", "governments", "democracies", "republics", "kingdoms", "capitals"})
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
COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
LIST_BACK = 8  # sentences in which "the three countries" finds the list that it sums up
# Who may be meant by a bare plural after a meeting of three or more.
MEMBERS = JOINT | {
    "advisers", "advisors", "allies", "chiefs", "countries", "counterparts", "delegations", "diplomats", "envoys",
    "governments", "heads", "nations", "officials", "participants", "parties", "partners", "premiers", "representatives",
    "secretaries", "sides", "states",
}  # fmt: skip
SEVERAL = 3
PEOPLE = frozenset({"population", "military", "police", "armed-group"})


def find_pair(ledger: Ledger, noun: Noun) -> tuple[Party, ...]:
    """The two parties of "the two leaders" and its like; empty where they are not plain."""
    reading = ledger.reading
    word = reading.tokens[noun.head].lower
    inner = reading.object_of(noun.head, "of") if word in PERSONS else None
    if inner is not None and reading.tokens[inner].lower in STATES and (count := _count(ledger, inner)):
        return _leaders_of(ledger, noun.head, word, _several(ledger, inner, count))
    if not noun.plural or noun.cues:
        return ()
    if (owners := _owners(ledger, noun)) or word not in STATES | PERSONS:
        return owners
    count = _count(ledger, noun.head) if noun.definite or _is_all(ledger, noun) else 0
    if count > 2:
        return _several(ledger, noun.head, count)
    is_pair = count or (word in JOINT and noun.definite and noun.head - noun.first == 1)
    return two_of(ledger, noun.head, word) if is_pair else ()


def _owners(ledger: Ledger, noun: Noun) -> tuple[Party, ...]:
    """ "Our countries", "their nations": the states for whom, or for whose officials, the pronoun stands."""
    word = ledger.reading.tokens[noun.head].lower
    mention = headed(ledger, noun.owner) if noun.owner is not None and word in OWNED else None
    if mention is None or len(mention.actors) < 2:
        return ()
    parties = [ledger.parties[a] for a in mention.actors]
    states = _states(ledger, parties)
    return tuple(states.values()) if len(states) == len(parties) else ()


def find_several(ledger: Ledger, noun: Noun) -> tuple[Party, ...]:
    """The three or more of different states that the last sentences list together: "Peru, Chad and Niger held talks. THE
    ENVOYS discussed trade"; empty where others are named since, or where the phrase says whose they are."""
    reading = ledger.reading
    told = noun.cues or noun.owner is not None or _count(ledger, noun.head) or not noun.definite
    tied = reading.object_of(noun.head, "of", "from", "in") is not None
    if told or tied or reading.tokens[noun.head].lower not in MEMBERS:
        return ()
    sentence = reading.tokens[noun.head].sentence
    for seen in reversed(ledger.seen):
        if sentence - seen.sentence > 2:
            break
        listed = _listed(ledger, seen)
        if listed and seen.token < noun.head and reading.is_subject(seen.token):
            return listed
    return ()


def _listed(ledger: Ledger, seen: Seen) -> tuple[Party, ...]:
    """Those of something seen, alone or with whom it is joined, if each is of another state."""
    found = ledger.parties_of(seen) if len(seen.ids) > 1 else joined(ledger, seen.token)
    states = {p.country for p in found} - {None}
    return found if len(found) == len(states) >= SEVERAL else ()


def _leaders_of(ledger: Ledger, head: int, word: str, states: tuple[Party, ...]) -> tuple[Party, ...]:
    """ "The leaders of the two countries": who leads each on that day; nobody where that is not known of both."""
    role = LED.get(word)
    if role is None or head == 0 or ledger.reading.tokens[head - 1].lower != "the":
        return states
    found = [holder_of(ledger.reading, state.country, role, head) for state in states]
    return tuple(ledger.admit(registered(ledger.reading, f[0])) for f in found if f is not None) if all(found) else ()


def _is_all(ledger: Ledger, noun: Noun) -> bool:
    """ "Both diplomats", "all three states"; "two diplomats" without an article are others, whom nothing names."""
    tokens, children = ledger.reading.tokens, ledger.reading.children[noun.head]
    return tokens[noun.first].lower in {"both", "all"} or any(tokens[c].lower == "both" for c in children)


def _several(ledger: Ledger, head: int, count: int) -> tuple[Party, ...]:
    """As many persons or states as a phrase counts: of two the last, of more those who stand in one list before."""
    word = ledger.reading.tokens[head].lower
    if count == 2:
        return two_of(ledger, head, word)
    sentence = ledger.reading.tokens[head].sentence
    for seen in reversed(ledger.seen):
        if sentence - seen.sentence > LIST_BACK:
            break
        if seen.token >= head or ledger.reading.tokens[seen.token].dep == "conj":
            continue
        parties = ledger.parties_of(seen) if len(seen.ids) > 1 else joined(ledger, seen.token)
        persons = {p.id: p for p in parties if p.kind == "person"}
        found = _states(ledger, list(parties)) if word in STATES else persons
        if len(found) == count:
            return tuple(found.values())
    return ()


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
    return _count(ledger, head) == 2


def is_unknown_pair(ledger: Ledger, noun: Noun) -> bool:
    """Two whom nothing names: "two leaders", "two teams"; "two suspects", "two soldiers" are a group as three are."""
    word = ledger.reading.tokens[noun.head].lower
    people = noun.kind in PEOPLE and word not in STATES | PERSONS
    return noun.plural and not noun.cues and not people and is_two(ledger, noun.head)


def _count(ledger: Ledger, head: int) -> int:
    """The number that stands with a noun; 0 where none does."""
    reading = ledger.reading
    return next((n for c in reading.children[head] if c < head and (n := COUNTS.get(reading.tokens[c].lower))), 0)


def _states(ledger: Ledger, parties: list[Party]) -> dict[str, Party]:
    """The states named, and those whose officials are."""
    out: dict[str, Party] = {}
    for party in parties:
        key = (party.country or "").lower()
        actor = ledger.reading.registry.actors.get(key)
        if actor is not None and is_state(actor) and party.kind in {"person", "government", "ministry"}:
            out[key] = ledger.admit(registered(ledger.reading, key))
    return out
