"""Plural and collective nouns -> groups with country and sector: "Russian officials", "protesters"."""

from msgspec.structs import replace

from communique.actors.ledger import Ledger, Party, provisional_id, registered
from communique.actors.offices import holder_of
from communique.actors.owners import is_at_home, only_state, owner_country, theatre_of
from communique.actors.phrases import Cue, Noun, read_noun
from communique.actors.setting import Setting

# What counts or points, and is no part of a group's name.
NO_NAME = frozenset({"DET", "NUM", "PUNCT", "ADV", "SCONJ", "PART"})
QUANTIFIERS = frozenset(
    {"many", "several", "some", "more", "few", "most", "all", "both", "hundreds", "thousands", "least"}
)
PARTITIVE = frozenset(
    {
        "group",
        "groups",
        "thousands",
        "hundreds",
        "dozens",
        "crowd",
        "crowds",
        "number",
        "majority",
        "scores",
        "members",
        "tens",
    }
)
# Offices of which a state has one: their plural with several states is one holder each.
ONE_EACH = frozenset({"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "leader"})
# "In court", "business as usual": without an article these are no bodies.
BARELY = frozenset({"court", "organisation", "company", "ministry", "government"})


def note_group(ledger: Ledger, noun: Noun, setting: Setting) -> bool:
    """Write down a group: "Russian officials", "protesters", "government security forces"."""
    if noun.known is not None and noun.known.id == "people" and _is_quantity(ledger, noun):
        return False
    if _is_joined_by_hyphens(ledger, noun):
        return False
    if noun.bare and not noun.plural and noun.kind in BARELY and ledger.reading.tokens[noun.head].pos == "NOUN":
        return False
    noun = _inner(ledger, noun)
    if len(noun.cues) > 1:
        parts = tuple(
            (ledger.admit(_part(ledger, noun, cue)), ledger.reading.span(cue.first, cue.last)) for cue in noun.cues
        )
        ledger.note_each(noun.head, (noun.first, noun.last), parts, "group", "group")
        return True
    country, owner = owner_country(ledger, noun)
    if country is None and noun.cues and noun.cues[0].kind == "armed-group":
        country = theatre_of(ledger.reading, noun.cues[0].actor, noun.head)
    if country is None and owner is None and noun.owner is None and not noun.cues and is_at_home(ledger, noun):
        country = _back_to_group(ledger, noun) or only_state(ledger.reading, noun.head) or setting.local
    if country is None and not noun.cues and noun.definite and _is_told_elsewhere(noun):
        return False
    ledger.note(
        noun.head, (noun.first, noun.last), (ledger.admit(_group(ledger, noun, country, owner)),), "group", "group"
    )
    return True


def _is_told_elsewhere(noun: Noun) -> bool:
    """ "The company", "the parties": one that was named before, and no new one."""
    sides = noun.known is not None and noun.known.id == "sides" and noun.head - noun.first <= 1
    return sides or noun.kind in {"company", "organisation", "ministry", "outlet", "party"}


def _part(ledger: Ledger, noun: Noun, cue: Cue) -> Party:
    """One of "the foreign ministers of Chad and Niger": who holds the office, else a group of that country."""
    entry = noun.entry
    if entry is not None and entry.role in ONE_EACH and noun.definite and not noun.shift:
        found = holder_of(ledger.reading, cue.country, entry.role, noun.head)
        if found is not None:
            return registered(ledger.reading, found[0])
    return _group(ledger, noun, cue.country, None)


def _inner(ledger: Ledger, noun: Noun) -> Noun:
    """ "A group of protesters", "thousands of Afghan civilians": those of whom there are many."""
    inner = ledger.reading.object_of(noun.head, "of")
    if inner is None or inner in ledger.reading.known or ledger.reading.tokens[noun.head].lower not in PARTITIVE:
        return noun
    found = read_noun(ledger.reading, inner)
    if found is None:
        return noun
    ledger.within.add(inner)
    return replace(found, head=noun.head, first=noun.first)


def _is_quantity(ledger: Ledger, noun: Noun) -> bool:
    inner = ledger.reading.object_of(noun.head, "of")
    return (
        inner is not None
        and ledger.reading.tokens[inner].lower not in ledger.reading.words.people
        and ledger.reading.tokens[inner].lemma.lower() not in ledger.reading.words.people
    )


def _is_joined_by_hyphens(ledger: Ledger, noun: Noun) -> bool:
    """ "People-to-people ties", "a people-centred plan": how something is, and nobody."""
    tokens = ledger.reading.tokens
    beside = [tokens[i].text for i in (noun.head - 1, noun.head + 1) if 0 <= i < len(tokens)]
    return tokens[noun.head].lower in {"people", "military", "government"} and "-" in beside


def _back_to_group(ledger: Ledger, noun: Noun) -> str | None:
    """The country of the last group of the same noun: "Serbian police ... The police"."""
    word = ledger.reading.tokens[noun.head].lower
    for seen in reversed(ledger.seen):
        for party in ledger.parties_of(seen):
            if word in party.nouns and party.country:
                return party.country
    return None


def _group(ledger: Ledger, noun: Noun, country: str | None, owner: Party | None) -> Party:
    reading = ledger.reading
    cue = noun.cues[0] if noun.cues else None
    sector = noun.sector
    kind = noun.kind
    if (
        cue is not None
        and not cue.state
        and cue.kind in {"armed-group", "ministry", "military", "police", "parliament", "party"}
        and sector in {"GOV", "CVL", "PTY", "MIL", "REB", None}
    ):
        sector = registered(reading, cue.actor).sector or sector
    begin = noun.first if noun.begins <= noun.head else reading.left(noun.last - 1)
    while begin < noun.last - 1 and (
        reading.tokens[begin].pos in NO_NAME
        or reading.tokens[begin].tag == "PRP$"
        or reading.tokens[begin].lower in QUANTIFIERS
    ):
        begin += 1
    name = reading.text(begin, noun.last)
    word = reading.tokens[noun.head].lower
    cue = next((c for c in noun.cues if c.country == country), cue)
    if len(noun.cues) > 1 and cue is not None:
        name = f"{reading.text(cue.first, cue.last)} {reading.text(noun.begins, noun.last)}"
    key = name if cue is None else f"{reading.text(noun.begins, noun.last)}|{cue.actor}"
    if noun.owner is not None:
        key = f"{key}|{noun.head}"
    return Party(
        id=provisional_id("group", reading.parsed.report.id, country or (owner.id if owner else ""), key), kind=kind, name=name, country=country,
        sector=sector, plural=noun.plural or kind in {"population", "police", "military"}, nouns=frozenset({word}),
        provisional=True,
    )  # fmt: skip
