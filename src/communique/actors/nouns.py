"""Common nouns -> actors: pairs, descriptions, governments, bodies, then groups and roles."""

from communique.actors.descriptions import COUNTRY_NOUNS, is_pointing, note_description
from communique.actors.groups import note_group
from communique.actors.ledger import Ledger, registered
from communique.actors.officials import note_role
from communique.actors.owners import is_at_home, owner_country
from communique.actors.pairs import find_pair, is_two
from communique.actors.phrases import Noun
from communique.actors.setting import Setting


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
    if is_pointing(noun) and note_description(ledger, noun):
        return True
    if noun.known is not None and noun.known.state and not noun.plural:
        return _note_government(ledger, noun, setting)
    if noun.entry is not None and noun.entry.type == "body" and not noun.plural and _note_body(ledger, noun, setting):
        return True
    if noun.plural or noun.collective or (noun.known is None and noun.entry is not None and noun.entry.type == "group"):
        return note_group(ledger, noun, setting)
    return note_role(ledger, noun, setting)


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
    of_what = ledger.reading.object_of(noun.head, "of")  # "the state of emergency", "the border state of Texas"
    is_state_word = ledger.reading.tokens[noun.head].lower in COUNTRY_NOUNS
    if target is None or (is_state_word and (of_what is not None or not is_pointing(noun))):
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
    if country is None and noun.owner is None and is_at_home(ledger, noun):
        country = setting.story
    if entry is None or country is None or entry.role is None:
        return False
    body = ledger.reading.registry.bodies.get((country, entry.role))
    if body is None:
        return False
    party = ledger.admit(registered(ledger.reading, body))
    ledger.note(noun.head, (noun.first, noun.last), (party,), "description", "body-of-state")
    return True
