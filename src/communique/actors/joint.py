"""Our in the release of one state where it is also another's: "our shared values", "our two countries"."""

from communique.actors.antecedents import headed, joined
from communique.actors.binding import find_holder
from communique.actors.ledger import Ledger, Party, registered
from communique.actors.pairs import is_two, two_of
from communique.actors.setting import Setting

# "Our countries" of two that were named.
BOTH = frozenset({"countries", "nations", "peoples", "governments", "democracies", "republics", "kingdoms", "militaries", "economies", "societies", "capitals", "leaders", "presidents"})  # fmt: skip
OPENING = 2  # sentences of a release that tell with whom it deals
STATE = 3  # letters of the id of a state


def find_joint(ledger: Ledger, i: int, setting: Setting) -> tuple[Party, ...] | None:
    """The states whose "our" is: those joined as the subject of its clause, the last two, or the publisher's and the other
    of the release; empty where it has several others, None where it is the publisher's alone."""
    tokens = ledger.reading.tokens
    if tokens[i].tag != "PRP$":
        return None
    states = _subjects(ledger, i, setting.home)
    two = tokens[tokens[i].head].lower in BOTH or is_two(ledger, tokens[i].head)
    if len(states) < 2 and two and not _are_more(ledger, i):
        states = _states(two_of(ledger, i, "countries"), setting.home)
    if len(states) > 1:
        return states
    if setting.home is None or not _takes_two(ledger, i):
        return None
    others = _others(ledger, setting.home)
    named = [c for c in others if len(others) == 1]
    if not others:
        return None
    return tuple(ledger.admit(registered(ledger.reading, c.lower())) for c in (setting.home, *named)) if named else ()


def _subjects(ledger: Ledger, i: int, home: str | None) -> tuple[Party, ...]:
    """ "The United States and Chad worked to uphold our duty", "Cole and Vega (they) discussed our response"."""
    held = find_holder(ledger.reading, i)
    if held is None:
        return ()
    mention = headed(ledger, held)
    several = mention is not None and len(mention.actors) > 1
    parties = tuple(ledger.parties[a] for a in mention.actors) if mention and several else joined(ledger, held)
    if home is not None and parties and all(p.kind == "person" and p.country for p in parties):
        countries = dict.fromkeys(str(p.country).lower() for p in parties)
        parties = tuple(
            ledger.admit(registered(ledger.reading, c)) for c in countries if c in ledger.reading.registry.actors
        )
    return _states(parties, home)


def _states(parties: tuple[Party, ...], home: str | None) -> tuple[Party, ...]:
    """The parties, if they are two states or more, of which the publisher's is one."""
    if len(parties) < 2 or any(p.kind != "government" for p in parties):
        return ()
    return parties if home is None or home in {p.country for p in parties} else ()


def _are_more(ledger: Ledger, i: int) -> bool:
    """ "Our three countries"."""
    tokens, noun = ledger.reading.tokens, ledger.reading.tokens[i].head
    return any(tokens[c].dep == "nummod" and tokens[c].lower != "two" for c in ledger.reading.children[noun])


def _takes_two(ledger: Ledger, i: int) -> bool:
    """ "Our shared commitment", "our partnership"; not "our partnership with Kenya", which tells of the other itself."""
    reading, words = ledger.reading, ledger.reading.words.joint
    noun = reading.tokens[i].head
    between = {t.lower for t in reading.tokens[i:noun]}
    if reading.object_of(noun, "with", "between", "among", "to") is not None:
        return False
    if is_two(ledger, noun):
        return True
    return reading.tokens[noun].lower in words.nouns or not between.isdisjoint(words.adjectives)


def _others(ledger: Ledger, home: str) -> list[str]:
    """The other states that the opening of a release names, where it tells of a meeting or a greeting."""
    reading = ledger.reading
    opening = [t for s in reading.parsed.sentences[:OPENING] for t in reading.tokens[s.first : s.last]]
    if not any(t.lemma.lower() in reading.words.joint.meetings for t in opening):
        return []
    parties = (p for s in ledger.seen if s.sentence < OPENING for p in ledger.parties_of(s))
    found = dict.fromkeys(p.country for p in parties if p.kind in {"person", "government", "ministry"})
    return [c for c in found if c and len(c) == STATE and c != home and c.lower() in reading.registry.actors]
