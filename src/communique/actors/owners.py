"""To whom a noun phrase belongs: by its own words, by its possessor, or by the country of the story."""

from communique.actors.ledger import Ledger, Party
from communique.actors.phrases import Noun

RELATIONAL = frozenset(
    {"ally", "partner", "neighbor", "neighbour", "rival", "enemy", "friend", "opponent", "critic", "adversary"}
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


def owner_country(ledger: Ledger, noun: Noun) -> tuple[str | None, Party | None]:
    """The country of what the noun belongs to, by its own words or by its possessor ("its army", "Assad's forces")."""
    reading = ledger.reading
    if reading.tokens[noun.head].lemma.lower() in RELATIONAL:
        return (noun.country if noun.cues and noun.cues[0].first < noun.head else None), None
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


def is_at_home(ledger: Ledger, noun: Noun) -> bool:
    """Whether a noun without a country belongs to that of the story: "police", not "foreign forces"."""
    if noun.known is None or not noun.known.story:
        return False
    return not any(t.lower in ELSEWHERE for t in ledger.reading.tokens[noun.first : noun.head + 1])
