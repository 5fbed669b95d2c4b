"""Common nouns -> actors: roles to persons, groups, bodies, and descriptions that point back."""

from msgspec.structs import replace

from communique.actors.ledger import Ledger, Party, provisional_id, registered
from communique.actors.offices import find_holder
from communique.actors.pairs import find_pair, is_two
from communique.actors.phrases import Noun, read_noun
from communique.actors.setting import Setting
from communique.types import RoleReported

COUNTRY_NOUNS = frozenset({"country", "nation", "state", "kingdom", "republic", "island"})
MEASURES = frozenset(
    {
        "dollars",
        "euros",
        "miles",
        "years",
        "people",
        "tons",
        "tonnes",
        "kilometers",
        "barrels",
        "votes",
        "kilometres",
        "others",
        "them",
        "pounds",
        "percent",
    }
)
TOP_ROLES = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "finance_minister",
        "leader",
        "supreme_leader",
        "crown_prince",
        "vice_president",
    }
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
# "In court", "business as usual": without an article these are no bodies.
BARELY = frozenset({"court", "organisation", "company", "ministry", "government"})
LOOKBACK = 6  # sentences in which a description finds what it points to


def note_noun(ledger: Ledger, noun: Noun, setting: Setting) -> bool:
    """Write down whom a common noun names; False where that cannot be told."""
    pair = find_pair(ledger, noun)
    if pair:
        ledger.note(noun.head, (noun.first, noun.last), pair, "description", "pair")
        return True
    if noun.known is not None and noun.known.id == "states" and not noun.plural:
        return False
    if is_two(ledger, noun.head) and noun.plural and not noun.cues:
        return False
    if _is_pointing(noun) and _note_description(ledger, noun):
        return True
    if noun.known is not None and noun.known.state and not noun.plural:
        return _note_government(ledger, noun, setting)
    if noun.entry is not None and noun.entry.type == "body" and not noun.plural and _note_body(ledger, noun, setting):
        return True
    if noun.plural or noun.collective or (noun.known is None and noun.entry is not None and noun.entry.type == "group"):
        return _note_group(ledger, noun, setting)
    return _note_role(ledger, noun, setting)


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


def _is_pointing(noun: Noun) -> bool:
    return noun.definite and not noun.cues and noun.owner is None and noun.head - noun.first <= 1


def _note_description(ledger: Ledger, noun: Noun) -> bool:
    word = ledger.reading.tokens[noun.head].lower
    if word not in ledger.reading.words.descriptions or word in {"government", "state"}:
        return False
    party = _pointed_at(ledger, word, noun.head)
    if party is not None:
        ledger.note(noun.head, (noun.first, noun.head + 1), (party,), "description", "points-back")
    return party is not None


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


def _note_government(ledger: Ledger, noun: Noun, setting: Setting) -> bool:
    """ "The Kenyan government", "the Biden administration", "the government": the state itself."""
    country, owner = owner_country(ledger, noun)
    if country is None and owner is None and (noun.definite or noun.bare or "government" in noun.phrase):
        country = setting.story or _last_state(ledger, noun)
    state = None if country is None else country.lower()
    cue = next((c for c in noun.cues if c.country == country), None)
    target = state if state in ledger.reading.registry.actors else (cue.actor if cue else None)
    if cue is not None and cue.kind in {"armed-group", "party", "body"}:
        target = cue.actor
    if target is None or (ledger.reading.tokens[noun.head].lower in COUNTRY_NOUNS and not _is_pointing(noun)):
        return False
    party = ledger.admit(registered(ledger.reading, target))
    ledger.note(noun.head, (noun.first, noun.last), (party,), "description", "government-of")
    return True


def _last_state(ledger: Ledger, noun: Noun) -> str | None:
    sentence = ledger.reading.tokens[noun.head].sentence
    near = [s for s in ledger.seen if sentence - s.sentence <= 2]
    states = {p.country for s in near for p in ledger.parties_of(s) if p.kind == "government" and p.country}
    return states.pop() if len(states) == 1 else None


def _note_body(ledger: Ledger, noun: Noun, setting: Setting) -> bool:
    """ "The Chinese Foreign Ministry", "Peru's supreme court": the body that plays this part in the state."""
    entry = noun.entry
    country, _ = owner_country(ledger, noun)
    if country is None and noun.owner is None and _is_at_home(ledger, noun):
        country = setting.story
    if entry is None or country is None or entry.role is None:
        return False
    body = ledger.reading.registry.bodies.get((country, entry.role))
    if body is None:
        return False
    party = ledger.admit(registered(ledger.reading, body))
    ledger.note(noun.head, (noun.first, noun.last), (party,), "description", "body-of-state")
    return True


def _note_group(ledger: Ledger, noun: Noun, setting: Setting) -> bool:
    """ "Russian officials", "protesters", "government security forces"."""
    if noun.known is not None and noun.known.id == "people" and _is_quantity(ledger, noun):
        return False
    if noun.bare and not noun.plural and noun.kind in BARELY and ledger.reading.tokens[noun.head].pos == "NOUN":
        return False
    noun = _inner(ledger, noun)
    if len(noun.cues) > 1:
        parts = tuple(
            (ledger.admit(_group(ledger, noun, c.country, None)), ledger.reading.span(c.first, c.last))
            for c in noun.cues
        )
        ledger.note_each(noun.head, (noun.first, noun.last), parts, "group", "group")
        return True
    country, owner = owner_country(ledger, noun)
    if country is None and owner is None and noun.owner is None and not noun.cues and _is_at_home(ledger, noun):
        country = _back_to_group(ledger, noun) or _only_state(ledger, noun) or setting.story
    if (
        country is None
        and not noun.cues
        and noun.kind in {"company", "organisation", "ministry", "outlet", "party"}
        and noun.definite
    ):
        return False
    ledger.note(
        noun.head, (noun.first, noun.last), (ledger.admit(_group(ledger, noun, country, owner)),), "group", "group"
    )
    return True


def _inner(ledger: Ledger, noun: Noun) -> Noun:
    """ "A group of protesters", "thousands of Afghan civilians": those of whom there are many."""
    inner = ledger.reading.object_of(noun.head, "of")
    if inner is None or inner in ledger.reading.known or ledger.reading.tokens[noun.head].lower not in PARTITIVE:
        return noun
    found = read_noun(ledger.reading, inner)
    return noun if found is None else replace(found, head=noun.head, first=noun.first)


def _is_at_home(ledger: Ledger, noun: Noun) -> bool:
    """Whether a noun without a country belongs to that of the story: "police", not "foreign forces"."""
    if noun.known is None or not noun.known.story:
        return False
    return not any(t.lower in ELSEWHERE for t in ledger.reading.tokens[noun.first : noun.head + 1])


def _is_quantity(ledger: Ledger, noun: Noun) -> bool:
    inner = ledger.reading.object_of(noun.head, "of")
    return (
        inner is not None
        and ledger.reading.tokens[inner].lower not in ledger.reading.words.people
        and ledger.reading.tokens[inner].lemma.lower() not in ledger.reading.words.people
    )


def _back_to_group(ledger: Ledger, noun: Noun) -> str | None:
    """The country of the last group of the same noun: "Serbian police ... The police"."""
    word = ledger.reading.tokens[noun.head].lower
    for seen in reversed(ledger.seen):
        for party in ledger.parties_of(seen):
            if word in party.nouns and party.country:
                return party.country
    return None


def _only_state(ledger: Ledger, noun: Noun) -> str | None:
    """The only country that the sentence names before the noun or as the place of its act."""
    reading = ledger.reading
    sentence = reading.parsed.sentences[reading.tokens[noun.head].sentence]
    found = {
        reading.known[i].actor.country
        for i in range(sentence.first, sentence.last)
        if i in reading.known
        and reading.known[i].actor.country
        and reading.tokens[reading.known[i].first - 1].lower == "in"
    }
    return found.pop() if len(found) == 1 else None


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
    begin = noun.first
    while begin < noun.head and reading.tokens[begin].pos in {"DET", "NUM", "PUNCT"}:
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
        id=provisional_id("group", country or (owner.id if owner else ""), key), kind=kind, name=name, country=country,
                sector=sector,
        plural=noun.plural or kind in {"population", "police", "military"},
        nouns=frozenset({word}),
    )  # fmt: skip


def _note_role(ledger: Ledger, noun: Noun, setting: Setting) -> bool:
    """A noun for one person: somebody introduced, else the holder of the office, else a person without a name."""
    reading = ledger.reading
    if reading.tokens[noun.head].dep in {"attr", "oprd"} or noun.head in ledger.by_token or _is_abstract(ledger, noun):
        return False
    country, owner = owner_country(ledger, noun)
    if noun.definite or noun.bare or noun.cues:
        known = None if noun.shift == "future" else _introduced(ledger, noun, country)
        if known is not None:
            ledger.note(noun.head, (noun.first, noun.last), (known,), "role", "introduced-role")
            return True
        found = find_holder(reading, noun, country or _story_for(noun, setting, owner))
        if found is not None:
            party = ledger.admit(registered(reading, found[0]))
            ledger.note(noun.head, (noun.first, noun.last), (party,), "role", "office-holder", candidates=found[1])
            return True
    at_home = owner is None and noun.owner is None and _is_at_home(ledger, noun)
    if country is None and noun.definite and owner is None and not at_home:
        return False
    if country is None and at_home:
        country = setting.story
    party = ledger.admit(_unnamed(ledger, noun, country))
    ledger.note(noun.head, (noun.first, noun.last), (party,), "role", "unnamed-person")
    return True


def _story_for(noun: Noun, setting: Setting, owner: Party | None) -> str | None:
    """Only the offices of which a state has one are filled in from the country of the story."""
    if (
        owner is not None
        or noun.entry is None
        or noun.entry.role not in TOP_ROLES
        or noun.phrase in {"leader", "chief", "head"}
    ):
        return None
    return setting.home or setting.story


def _is_abstract(ledger: Ledger, noun: Noun) -> bool:
    """ "True justice takes time": a person in the singular has an article, an owner, a number or a country."""
    if noun.cues or noun.definite or noun.owner is not None or ledger.reading.tokens[noun.head].pos == "PROPN":
        return False
    return not any(ledger.reading.tokens[c].pos in {"DET", "NUM"} for c in ledger.reading.children[noun.head])


def _introduced(ledger: Ledger, noun: Noun, country: str | None) -> Party | None:
    """The last person met who has this role here: by the noun that introduced him, or by his office."""
    word = ledger.reading.tokens[noun.head].lower
    role = noun.entry.role if noun.entry is not None else None
    if not noun.definite and not noun.cues:
        return None
    for seen in reversed(ledger.seen):
        for party in ledger.parties_of(seen):
            if party.kind != "person" or (country is not None and party.country != country):
                continue
            if country is None and noun.owner is not None:
                continue
            same_noun = word in party.nouns and (" " not in noun.phrase or party.role in {None, role})
            if noun.shift != "deputy" and (same_noun or (role is not None and role == party.role)):
                return party
    return None


def _unnamed(ledger: Ledger, noun: Noun, country: str | None) -> Party:
    reading = ledger.reading
    begin = noun.first
    while begin < noun.head and reading.tokens[begin].pos in {"DET", "PUNCT"}:
        begin += 1
    name = reading.text(begin, noun.last)
    cue = noun.cues[0] if noun.cues else None
    sector = noun.sector
    if cue is not None and cue.kind in {"armed-group", "parliament", "military", "police"} and sector == "GOV":
        sector = registered(reading, cue.actor).sector
    party = Party(
        id=provisional_id("unnamed", country, name), kind="person", name=name, country=country,
        sector="ELI" if noun.shift == "former" and sector == "GOV" else sector, provisional=True,
        nouns=frozenset({reading.tokens[noun.head].lower}), gender=noun.known.gender if noun.known else None,
        role=noun.entry.role if noun.entry and not noun.shift else None,
    )  # fmt: skip
    reported = RoleReported(text=name, span=reading.span(begin, noun.last))
    return replace(party, role_reported=reported)
