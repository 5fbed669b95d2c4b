""" "His counterparts in China and Russia", "his Russian counterpart": the same office in another country that day."""

from communique.actors.ledger import Ledger, Party, provisional_id, registered
from communique.actors.offices import holder_of
from communique.actors.phrases import Cue, Noun, cue_of
from communique.actors.reading import is_state
from communique.types import Span

WORDS = frozenset({"counterpart", "counterparts"})


def note_counterparts(ledger: Ledger, noun: Noun) -> bool:
    """Write down whom "counterpart" names; each party cites the words for its country."""
    cues = _countries(ledger, noun)
    office = _office_of_owner(ledger, noun)
    if not cues:
        return False
    last = max(noun.last, *(c.last for c in cues))
    parts = tuple((ledger.admit(_holder(ledger, c, office)), _words(ledger, noun, c, i)) for i, c in enumerate(cues))
    ledger.note_each(noun.head, (noun.first, last), parts, "role", "counterpart" if office else "counterpart-unknown")
    return True


def _countries(ledger: Ledger, noun: Noun) -> list[Cue]:
    """The states before the noun, or after "in", "from" and "of" with all that is joined to the first."""
    before = [c for c in noun.cues if c.last <= noun.head and c.first >= noun.first]
    if before:
        return before
    reading = ledger.reading
    first = reading.object_of(noun.head, "in", "from", "of")
    found: list[Cue] = []
    todo = [] if first is None else [first]
    while todo:
        i = todo.pop(0)
        known = reading.known.get(i)
        cue = None if known is None or not is_state(known.actor) else cue_of(known)
        if cue is not None:
            found.append(cue)
        todo.extend(c for c in reading.children[i] if reading.tokens[c].dep == "conj")
    return found


def _office_of_owner(ledger: Ledger, noun: Noun) -> str | None:
    """The role of the person whose counterpart it is: the possessor, else the subject of the sentence."""
    reading = ledger.reading
    for c in reading.children[noun.head]:
        if reading.tokens[c].dep == "poss" and c in ledger.by_token:
            return ledger.parties[ledger.mentions[ledger.by_token[c]].actors[0]].role
    sentence = reading.tokens[noun.head].sentence
    for seen in reversed(ledger.seen):
        for party in ledger.parties_of(seen):
            if party.kind == "person" and party.role is not None and sentence - seen.sentence <= 1:
                return party.role
    return None


def _holder(ledger: Ledger, cue: Cue, role: str | None) -> Party:
    found = holder_of(ledger.reading, cue.country, role) if role is not None else None
    if found is not None:
        return registered(ledger.reading, found[0])
    return Party(
        id=provisional_id("counterpart", cue.country, role), kind="person", country=cue.country, sector="GOV", role=role,
        name=f"{ledger.reading.text(cue.first, cue.last)} counterpart", provisional=True,
    )  # fmt: skip


def _words(ledger: Ledger, noun: Noun, cue: Cue, number: int) -> Span:
    if number == 0:
        return ledger.reading.span(min(noun.first, cue.first), max(noun.head + 1, cue.last))
    return ledger.reading.span(cue.first, cue.last)
