"""Common nouns -> actors: pairs, descriptions, governments, bodies, then groups and roles."""

from communique.actors.antecedents import headed
from communique.actors.descriptions import COUNTRY_NOUNS, is_pointing, note_description, note_repeat
from communique.actors.groups import note_group
from communique.actors.ledger import Ledger, registered
from communique.actors.nobody import TERMS, is_nobody
from communique.actors.officials import note_role
from communique.actors.owners import is_at_home, owner_country
from communique.actors.pairs import find_pair, find_several, is_unknown_pair
from communique.actors.phrases import Noun
from communique.actors.reading import Reading
from communique.actors.setting import Setting

SOLID = frozenset({"body", "organisation", "company", "armed-group", "party", "outlet", "court", "ministry", "military", "police", "parliament"})  # fmt: skip
LEADING = frozenset({"head_of_state", "head_of_government", "vice_president"})
MARKS = frozenset({",", "(", "—", "–", "-", "--"})
BESIDE = 5  # words between a name and its apposition: an acronym in brackets and a mark


def note_noun(ledger: Ledger, noun: Noun, setting: Setting) -> bool:
    """Write down whom a common noun names; False where that cannot be told."""
    if is_nobody(ledger, noun):
        return False
    if _is_apposed(ledger, noun) or _note_pair(ledger, noun):
        return True
    if is_unknown_pair(ledger, noun):
        return False
    if is_pointing(noun) and (note_description(ledger, noun) or note_repeat(ledger, noun)):
        return True
    if noun.known is not None and noun.known.state and not noun.plural:
        return _note_government(ledger, noun, setting)
    if noun.entry is not None and noun.entry.type == "body" and not noun.plural and _note_body(ledger, noun, setting):
        return True
    return _note_others(ledger, noun, setting)


def _is_apposed(ledger: Ledger, noun: Noun) -> bool:
    """ "UNESCO, a specialized agency", "the Court (the highest tribunal of the bloc)": the body before it."""
    tokens = ledger.reading.tokens
    token, mention = tokens[noun.head], headed(ledger, tokens[noun.head].head)
    if noun.plural or token.dep != "appos" or mention is None or mention.head > noun.first or len(mention.actors) > 1:
        return False
    party = ledger.parties[mention.actors[0]]
    beside = tokens[noun.first - 1].text in MARKS and noun.first - mention.last <= BESIDE
    if not beside or party.kind not in SOLID or noun.kind not in SOLID or mention.form not in {"name", "description"}:
        return False
    if tokens[noun.first].lower not in {"a", "an", "the"} or any(
        tokens[c].dep == "cc" for c in ledger.reading.children[mention.head]
    ):
        return False
    ledger.note(noun.head, (noun.first, noun.last), (party,), "apposition", "apposed-body")
    return True


def _note_pair(ledger: Ledger, noun: Noun) -> bool:
    """ "The two leaders", "both countries"; "the envoys" of three who met."""
    pair = find_pair(ledger, noun)
    found = pair or (find_several(ledger, noun) if noun.plural else ())
    if found:
        ledger.note(noun.head, (noun.first, noun.last), found, "description", "pair" if pair else "several")
    return bool(found)


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
    if _is_department_of_state(ledger, noun):
        return False
    country, owner = owner_country(ledger, noun)
    country = country or _headed_by(ledger, noun)
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


def _is_department_of_state(ledger: Ledger, noun: Noun) -> bool:
    """ "The Departments of the Treasury and State": a field, and not the state."""
    token = ledger.reading.tokens[noun.head]
    return token.text == "State" and noun.bare and ledger.reading.parsed.sentences[token.sentence].first < token.i


def _headed_by(ledger: Ledger, noun: Noun) -> str | None:
    """ "The Biden-Harris administration": the country of those whose family names stand before it."""
    reading = ledger.reading
    words = [t.text for t in reading.tokens[noun.first : noun.head] if t.pos == "PROPN" and t.i not in reading.known]
    names = {part for word in words for part in word.split("-") if part}
    each = [
        {
            reading.registry.actors[n.actor].country
            for n in reading.registry.names.get(name, ())
            if n.kind == "family" and _has_led(reading, n.actor)
        }
        for name in names
    ]
    heads = set.intersection(*filter(None, each)) if any(each) else set()
    if len(heads) > 1:
        heads &= {known.actor.country for known in reading.known.values()}
    return heads.pop() if len(heads) == 1 else None


def _has_led(reading: Reading, person: str) -> bool:
    offices = (reading.registry.offices[t.office] for t in reading.registry.held.get(person, ()))
    return any(o.role in LEADING for o in offices)


def _last_state(ledger: Ledger, noun: Noun) -> str | None:
    sentence = ledger.reading.tokens[noun.head].sentence
    near = [s for s in ledger.seen if sentence - s.sentence <= 2]
    states = {p.country for s in near for p in ledger.parties_of(s) if p.kind == "government" and p.country}
    return states.pop() if len(states) == 1 else None


def _note_body(ledger: Ledger, noun: Noun, setting: Setting) -> bool:
    """ "The Chinese Foreign Ministry", "Peru's supreme court": the body that plays this part in the state."""
    entry = noun.entry
    country, _ = owner_country(ledger, noun)
    if country is None and noun.owner is None:
        told = is_pointing(noun) and noun.phrase not in TERMS
        country = setting.story if is_at_home(ledger, noun) else setting.local if told else None
    if entry is None or country is None or entry.role is None:
        return False
    body = ledger.reading.registry.bodies.get((country, entry.role))
    if body is None:
        return False
    party = ledger.admit(registered(ledger.reading, body))
    ledger.note(noun.head, (noun.first, noun.last), (party,), "description", "body-of-state")
    return True
