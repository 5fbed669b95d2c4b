"""Nouns for one person -> somebody introduced, the holder of the office, or a person without a name."""

from msgspec.structs import replace

from communique.actors.ledger import Ledger, Party, provisional_id, registered
from communique.actors.offices import find_holder
from communique.actors.owners import is_at_home, owner_country
from communique.actors.phrases import Noun
from communique.actors.reading import Reading
from communique.actors.setting import Setting
from communique.types import RoleReported

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
CROWNED = frozenset({"king", "queen", "emir", "sultan", "emperor", "empress", "monarch", "prince", "princess"})


def note_role(ledger: Ledger, noun: Noun, setting: Setting) -> bool:
    """A noun for one person: somebody introduced, else the holder of the office, else a person without a name."""
    reading = ledger.reading
    if reading.tokens[noun.head].dep in {"attr", "oprd"} or noun.head in ledger.by_token or _is_abstract(ledger, noun):
        return False
    if reading.tokens[noun.first].lower in {"mr", "mr."} and noun.head - noun.first > 1:
        return False  # "Mr Evil President" Vega
    if ledger.turns.starts and _is_vocative(reading, noun):
        return _note_addressed(ledger, noun)
    country, owner = owner_country(ledger, noun)
    if noun.definite or noun.bare or noun.cues:
        is_told = noun.shift == "future" or (setting.home is not None and _is_label(reading, noun))
        known = None if is_told else _introduced(ledger, noun, country)
        if known is not None:
            ledger.note(noun.head, (noun.first, noun.last), (known,), "role", "introduced-role")
            return True
        found = find_holder(reading, noun, country or _story_for(noun, setting, owner))
        if found is not None:
            party = ledger.admit(registered(reading, found[0]))
            ledger.note(noun.head, (noun.first, noun.last), (party,), "role", "office-holder", candidates=found[1])
            return True
    at_home = owner is None and noun.owner is None and is_at_home(ledger, noun)
    if country is None and noun.definite and owner is None and not at_home:
        return False
    if country is None and at_home:
        country = setting.local
    party = ledger.admit(_unnamed(ledger, noun, country))
    ledger.note(noun.head, (noun.first, noun.last), (party,), "role", "unnamed-person")
    return True


def _is_vocative(reading: Reading, noun: Noun) -> bool:
    """ "And, Mr. President, we agree"."""
    before = reading.tokens[noun.head - 1].lower if noun.head else ""
    return before in {"mr.", "mr", "madam", "madame", "mrs.", "ms."} and noun.last == noun.head + 1


def _note_addressed(ledger: Ledger, noun: Noun) -> bool:
    """In a transcript, the only other speaker who has the title; nobody where there are more or none."""
    word, speaks = ledger.reading.tokens[noun.head].lower, ledger.speakers_at(noun.head)
    role = noun.entry.role if noun.entry is not None else None
    labels = {a for k in ledger.turns.starts if k < noun.head for a in ledger.speakers_at(k)}
    fits = [p for a in labels if a not in speaks and (p := ledger.parties[a]).kind == "person"]
    fits = [p for p in fits if word in p.nouns or (role is not None and p.role == role)]
    if len(fits) == 1:
        ledger.note(noun.head, (noun.first, noun.last), (fits[0],), "role", "addressed")
    return True


def _is_label(reading: Reading, noun: Noun) -> bool:
    """ "THE PRESIDENT: Thank you": who speaks in a transcript is of the state that publishes it."""
    following = reading.tokens[noun.head + 1].text if noun.head + 1 < len(reading.tokens) else ""
    return following == ":" and reading.tokens[noun.head].text.isupper()


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
    home = _home_of_title(ledger, noun)
    for seen in reversed(ledger.seen):
        for party in ledger.parties_of(seen):
            if home is not None and party.country != home:
                continue
            if party.kind != "person" or (country is not None and party.country != country):
                continue
            if country is None and noun.owner is not None:
                continue
            if _is_joined_to(ledger, noun, party):
                continue
            if noun.definite and _is_part_of_title(ledger, noun, party):
                return party
            same_noun = word in party.nouns and (" " not in noun.phrase or party.role in {None, role})
            same_role = role is not None and role == party.role and not _is_other_ruler(word, party)
            if noun.shift != "deputy" and (same_noun or same_role):
                return party
    return None


def _is_joined_to(ledger: Ledger, noun: Noun, party: Party) -> bool:
    """ "The Secretary and the Foreign Minister": two, and not the one twice."""
    token = ledger.reading.tokens[noun.head]
    number = ledger.by_token.get(token.head) if token.dep == "conj" else None
    return number is not None and party.id in ledger.mentions[number].actors


def _home_of_title(ledger: Ledger, noun: Noun) -> str | None:
    """ "The Secretary" in a release of the United States is one of theirs, if any was named, and no Cabinet Secretary."""
    tokens, home = ledger.reading.tokens, ledger.home
    if noun.cues or not tokens[noun.head].text.istitle() or noun.phrase not in ledger.reading.words.home_titles(home):
        return None
    word = tokens[noun.head].lower
    own = (p for p in ledger.parties.values() if p.country == home and p.kind == "person" and word in p.nouns)
    return home if any(own) else None


def _is_other_ruler(word: str, party: Party) -> bool:
    """A king is no president, though both head a state."""
    return (word == "president" and bool(party.nouns & CROWNED)) or (word in CROWNED and "president" in party.nouns)


def _is_part_of_title(ledger: Ledger, noun: Noun, party: Party) -> bool:
    """ "The Deputy Secretary" after "Deputy Secretary of State Wendy Sherman": two words or more of a title said before."""
    if party.role_reported is None:
        return False
    words = [t.lower for t in ledger.reading.tokens[noun.first : noun.head + 1] if t.pos not in {"DET", "PUNCT"}]
    return len(words) > 1 and " ".join(words) in party.role_reported.text.lower()


def _unnamed(ledger: Ledger, noun: Noun, country: str | None) -> Party:
    reading = ledger.reading
    begin = noun.first
    while begin < noun.head and (reading.tokens[begin].pos in {"DET", "PUNCT"} or reading.tokens[begin].tag == "PRP$"):
        begin += 1
    name = reading.text(begin, noun.last)
    cue = noun.cues[0] if noun.cues else None
    sector = noun.sector
    if cue is not None and cue.kind in {"armed-group", "parliament", "military", "police"} and sector == "GOV":
        sector = registered(reading, cue.actor).sector
    party = Party(
        id=provisional_id("unnamed", reading.parsed.report.id, country, name), kind="person", name=name, country=country,
        sector="ELI" if noun.shift == "former" and sector == "GOV" else sector, provisional=True,
        nouns=frozenset({reading.tokens[noun.head].lower}), gender=noun.known.gender if noun.known else None,
        role=noun.entry.role if noun.entry and not noun.shift else None,
    )  # fmt: skip
    reported = RoleReported(text=name, span=reading.span(begin, noun.last))
    return replace(party, role_reported=reported)
