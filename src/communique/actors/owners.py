"""To whom a noun phrase belongs: by its own words, by its possessor, or by the country of the story."""

from collections import Counter

from communique.actors.ledger import Ledger, Party
from communique.actors.phrases import Noun
from communique.actors.reading import Known, Reading, is_state

RELATIONAL = frozenset(
    {
        "ally",
        "partner",
        "neighbor",
        "neighbour",
        "rival",
        "enemy",
        "friend",
        "opponent",
        "critic",
        "adversary",
        "coalition",
    }
)
# "Foreign forces", "Western governments": whoever they are, not those of the country of the story.
ELSEWHERE = frozenset(
    {
        "foreign",
        "international",
        "regional",
        "world",
        "global",
        "other",
        "western",
        "european",
        "neighboring",
        "neighbouring",
        "all",
        "any",
        "governments",
        "african",
        "arab",
        "gulf",
        "allied",
    }
)


SERVICES = frozenset({"government", "health", "security", "local", "military", "police", "court", "judicial", "state"})
INSIDE = frozenset({"in", "into", "inside", "across", "throughout", "within"})


def owner_country(ledger: Ledger, noun: Noun) -> tuple[str | None, Party | None]:
    """The country of what the noun belongs to, by its own words or by its possessor ("its army", "Assad's forces")."""
    reading = ledger.reading
    if reading.tokens[noun.head].lemma.lower() in reading.words.victims:
        inside = reading.object_of(noun.head, "in", "from") is not None
        return (noun.country if inside or any(c.last <= noun.head for c in noun.cues) else None), None
    if reading.tokens[noun.head].lemma.lower() in RELATIONAL or reading.tokens[noun.head].text == "Allies":
        return _leader(reading, noun) or _of_body(reading, noun), None
    if noun.country is not None:
        return noun.country, None
    for c in reading.children[noun.head]:
        if c < noun.head and reading.tokens[c].dep in {"poss", "compound", "nmod"} and c in ledger.by_token:
            owner = ledger.parties[ledger.mentions[ledger.by_token[c]].actors[0]]
            return owner.country, owner
    inner = reading.object_of(noun.head, "of")
    if inner is not None and inner in ledger.by_token:
        owner = ledger.parties[ledger.mentions[ledger.by_token[inner]].actors[0]]
        return owner.country, owner
    return None, None


def _serves_state(reading: Reading, noun: Noun) -> bool:
    """ "A government official", "health officials" of nowhere named are those of the story."""
    return noun.head > 0 and reading.tokens[noun.head - 1].lower in SERVICES


def _of_body(reading: Reading, noun: Noun) -> str | None:
    """ "NATO allies" are NATO's, and so are "Allies" where it is named; "American allies" are other states."""
    begins = reading.parsed.sentences[reading.tokens[noun.head].sentence].first == noun.head
    if reading.tokens[noun.head].text == "Allies" and noun.bare and not begins:
        return next((k.actor.country for k in reading.known.values() if k.actor.id == "nato"), None)
    return next((cue.country for cue in noun.cues if cue.first < noun.head and not cue.state), None)


def _leader(reading: Reading, noun: Noun) -> str | None:
    """ "A U.S.-led coalition" is reckoned to the state that leads it."""
    for token in reading.tokens[noun.first : noun.head]:
        lead, _, led = token.text.rpartition("-")
        if led == "led":
            actors = {reading.registry.actors[n.actor] for n in reading.registry.names.get(lead, ())}
            countries = {actor.country for actor in actors if is_state(actor)}
            return countries.pop() if len(countries) == 1 else None
    return None


def is_at_home(ledger: Ledger, noun: Noun) -> bool:
    """Whether a noun without a country belongs to that of the story: "police", not "foreign forces"."""
    if _are_victims(ledger.reading, noun.head) or _are_anybody(ledger, noun):
        return False
    if noun.known is not None and noun.known.id == "officials" and _serves_state(ledger.reading, noun):
        return True
    if _are_parties_to_a_conflict(ledger.reading, noun):
        return True
    if noun.known is None or not noun.known.story or ledger.reading.tokens[noun.head].lemma.lower() in RELATIONAL:
        return False
    return not any(t.lower in ELSEWHERE for t in ledger.reading.tokens[noun.first : noun.head + 1])


def _are_anybody(ledger: Ledger, noun: Noun) -> bool:
    """ "“A dream of the people who know nothing of us,” he said": whoever does so."""
    token = ledger.reading.tokens[noun.head]
    return (
        token.lower == "people" and ledger.is_quoted(token.start) and ledger.reading.kid(token.i, "relcl") is not None
    )


def _are_victims(reading: Reading, head: int) -> bool:
    """ "The victims", "the families of the victims", of whom the report tells what was done to them, and not whose
    they are."""
    inner = reading.object_of(head, "of")
    return any(i is not None and reading.tokens[i].lemma.lower() in reading.words.victims for i in (head, inner))


def _are_parties_to_a_conflict(reading: Reading, noun: Noun) -> bool:
    """ "All parties", "the parties to the conflict", "urged the parties to stop", where the report is about one country."""
    words = [t.lower for t in reading.tokens[noun.first : noun.head + 1]]
    goes_on = [t.lower for t in reading.tokens[noun.head + 1 : noun.head + 2]] == ["to"]
    return reading.tokens[noun.head].text == "parties" and (
        words in (["all", "parties"], ["all", "the", "parties"]) or (goes_on and words == ["the", "parties"])
    )


def theatre_of(reading: Reading, actor: str, head: int) -> str | None:
    """Where an armed group of no one country acts: in its clause, else in the one of its states that the report names
    most, else where it mostly does."""
    here, theatre = only_state(reading, head), reading.words.theatres.get(actor)
    if here is not None or theatre is None:
        return here
    counts = Counter(k.actor.country for i, k in reading.known.items() if k.first == i)
    named = sorted((s for s in theatre.states if counts[s]), key=lambda s: -counts[s])
    if theatre.usual is None and len(named) > 1:
        return None
    return named[0] if named else theatre.usual


def only_state(reading: Reading, head: int) -> str | None:
    """The only country in which the noun or its clause is put: "protesters in Iraq", "in Iraq, police fired"; not where
    others talk about it."""
    sentence = reading.parsed.sentences[reading.tokens[head].sentence]
    holders = _holders(reading, head)
    found = {
        known.actor.country
        for i in range(sentence.first, sentence.last)
        if (known := reading.known.get(i)) is not None
        and known.first == i
        and known.actor.country
        and reading.tokens[_above(reading, known)].lower in INSIDE
        and reading.tokens[_above(reading, known)].head in holders
    }
    return found.pop() if len(found) == 1 else None


def _above(reading: Reading, known: Known) -> int:
    """The word above a name: its preposition."""
    return next(
        (t.head for t in reading.tokens[known.first : known.last] if not known.first <= t.head < known.last),
        known.first,
    )


def _holders(reading: Reading, head: int) -> set[int]:
    """A noun, and the verb whose subject or object it is with its object."""
    token = reading.tokens[head]
    found = {head}
    if token.dep in {"nsubj", "nsubjpass", "dobj", "agent", "pobj"}:
        above = reading.tokens[token.head]
        verb = above if above.pos in {"VERB", "AUX"} else reading.tokens[above.head]
        if verb.pos in {"VERB", "AUX"} and (token.dep != "pobj" or above.lower == "by"):
            found |= {verb.i} | {c for c in reading.children[verb.i] if reading.tokens[c].dep == "dobj"}
    return found
