"""Common nouns -> actors: pairs, descriptions, governments, bodies, then groups and roles."""

from communique.actors.descriptions import COUNTRY_NOUNS, is_pointing, note_description
from communique.actors.groups import note_group
from communique.actors.ledger import Ledger, registered
from communique.actors.officials import note_role
from communique.actors.owners import is_at_home, owner_country
from communique.actors.pairs import find_pair, is_two
from communique.actors.phrases import Noun
from communique.actors.senses import is_predicate
from communique.actors.setting import Setting


def note_noun(ledger: Ledger, noun: Noun, setting: Setting) -> bool:
    """Write down whom a common noun names; False where that cannot be told."""
    if _is_nobody(ledger, noun):
        return False
    pair = find_pair(ledger, noun)
    if pair:
        ledger.note(noun.head, (noun.first, noun.last), pair, "description", "pair")
        return True
    if is_two(ledger, noun.head) and noun.plural and not noun.cues:
        return False
    if is_pointing(noun) and note_description(ledger, noun):
        return True
    if noun.known is not None and noun.known.state and not noun.plural:
        return _note_government(ledger, noun, setting)
    if noun.entry is not None and noun.entry.type == "body" and not noun.plural and _note_body(ledger, noun, setting):
        return True
    return _note_others(ledger, noun, setting)


def _is_nobody(ledger: Ledger, noun: Noun) -> bool:
    """ "A country that ...", "serving as president": one of its kind, or what somebody is."""
    if noun.plural:
        return False
    is_state = noun.known is not None and noun.known.id == "states"
    return is_state or is_predicate(ledger.reading, noun.head, noun.first)


def _note_others(ledger: Ledger, noun: Noun, setting: Setting) -> bool:
    """Several governments named together, groups and single persons."""
    if _is_part_of_name(ledger, noun):
        return False
    if noun.plural and _note_governments(ledger, noun):
        return True
    if noun.plural or noun.collective or (noun.known is None and noun.entry is not None and noun.entry.type == "group"):
        return note_group(ledger, noun, setting)
    return note_role(ledger, noun, setting)


def _note_governments(ledger: Ledger, noun: Noun) -> bool:
    """ "The governments of Chad and Niger", "the Kenyan and Ugandan governments": the states themselves."""
    several = len(noun.cues) > 1 and all(c.state for c in noun.cues)
    if not several or ledger.reading.tokens[noun.head].lower != "governments":
        return False
    parts = tuple(
        (ledger.admit(registered(ledger.reading, c.actor)), ledger.reading.span(c.first, c.last)) for c in noun.cues
    )
    ledger.note_each(noun.head, (noun.first, noun.last), parts, "description", "governments-of")
    return True


def _is_part_of_name(ledger: Ledger, noun: Noun) -> bool:
    """ "The Court of Session", "the U.S. Commission on Fisheries": the name goes on after the noun, and is noted whole."""
    reading = ledger.reading
    _, last, label = reading.label.get(noun.head, (noun.head, noun.head, ""))
    whole = (
        label == "ORG"
        and last > noun.last
        and reading.tokens[last - 1].pos == "PROPN"
        and last - 1 not in reading.known
    )
    return whole and not noun.plural and noun.collective and reading.tokens[noun.head].pos == "PROPN"


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
