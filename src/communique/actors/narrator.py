"""We and our where the report itself speaks: a release of a government, or a joint statement."""

import re

from communique.actors.antecedents import stands_as_subject
from communique.actors.joint import find_joint
from communique.actors.ledger import Ledger, Party, registered
from communique.actors.reading import is_state
from communique.actors.setting import Setting

JOINT = re.compile(
    r".*\bJoint (?:Statement|Communiqu[eé]|Declaration|Press Release|Readout) (?:from|by|of|between) (.+)",
    re.IGNORECASE,
)
SEPARATORS = re.compile(r", and |, | and | & |\([^)]*\)")
SIGNING = frozenset({"both", "two", "three", "four", "five", "six", "seven"})  # "the three of us" in a joint statement
SIGNED = 3  # words back: "in" of "one in seven of us"
WE = frozenset({"we", "us", "our", "ours", "ourselves"})


def note_narrator(ledger: Ledger, i: int, setting: Setting) -> None:
    """Write down for whom "we" stands outside quotations; nobody in the report of a medium."""
    token = ledger.reading.tokens[i]
    if token.text == "US" or setting.transcript or ledger.is_quoted(token.start) or _is_mankind(ledger, i):
        return
    parties = find_joint(ledger, i, setting)
    if parties is not None:
        if parties:
            ledger.note(i, (i, i + 1), parties, "pronoun", "narrator-and-other")
        return
    parties = _signatories(ledger) or _titled(ledger) or _named_after(ledger, i) or _home(ledger, setting)
    if parties:
        ledger.note(i, (i, i + 1), tuple(ledger.admit(p) for p in parties), "pronoun", "narrator")


def _is_mankind(ledger: Ledger, i: int) -> bool:
    """ "One in seven of us", "all of us": everybody."""
    tokens = ledger.reading.tokens
    if tokens[i].lower != "us" or i < SIGNED or tokens[i - 1].lower != "of":
        return False
    return tokens[i - 2].lower not in SIGNING or tokens[i - SIGNED].lower == "in"


def _signatories(ledger: Ledger) -> tuple[Party, ...]:
    """The states that are joined as the subject of the first sentence: "The United States, Japan and ... condemn"."""
    reading = ledger.reading
    if not reading.parsed.report.publisher:
        return ()
    first = [
        s
        for s in ledger.seen
        if s.sentence == 0 and len(s.ids) == 1 and (s.subject or stands_as_subject(reading, s.token))
    ]
    issued = [s for s in ledger.seen if s.sentence == 0 and len(s.ids) > 1 and _issues(ledger, s.token)]
    states = {
        p.id: p for s in issued or first for p in ledger.parties_of(s) if p.kind == "government" and len(p.id) == 3
    }
    return tuple(states.values()) if len(states) > 1 else ()


def _issues(ledger: Ledger, i: int) -> bool:
    """ "The following statement was released by the governments of Canada and Mexico"."""
    tokens = ledger.reading.tokens
    by = tokens[tokens[i].head]
    return (
        tokens[i].dep == "pobj" and by.lower == "by" and tokens[by.head].lemma in {"release", "issue", "make", "adopt"}
    )


def _titled(ledger: Ledger) -> tuple[Party, ...]:
    """The states of a title: "Joint Statement from the United States, Egypt, and Qatar"."""
    reading = ledger.reading
    found = JOINT.match(reading.parsed.report.title or "")
    if found is None or not reading.parsed.report.publisher:
        return ()
    names = [n.strip().removeprefix("the ").removeprefix("The ") for n in SEPARATORS.split(found[1])]
    states = {
        actor.id: registered(reading, actor.id)
        for name in names
        for entry in reading.registry.names.get(name, ())
        if is_state(actor := reading.registry.actors[entry.actor])
    }
    return tuple(states.values()) if len(states) > 1 else ()


def _named_after(ledger: Ledger, i: int) -> tuple[Party, ...]:
    """ "We, the leaders of the G7, ...": the body named beside the first "we"; later ones are the same."""
    before = next((m for m in ledger.mentions if m.rule == "narrator"), None)
    if before is not None:
        return tuple(ledger.parties[a] for a in before.actors)
    tokens = ledger.reading.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].text != ",":
        return ()
    known = next(
        (ledger.reading.known[j] for j in range(i + 2, min(i + 9, len(tokens))) if j in ledger.reading.known), None
    )
    return () if known is None or known.actor.kind == "person" else (registered(ledger.reading, known.actor.id),)


def _home(ledger: Ledger, setting: Setting) -> tuple[Party, ...]:
    state = (setting.home or "").lower()
    return (registered(ledger.reading, state),) if state in ledger.reading.registry.actors else ()
