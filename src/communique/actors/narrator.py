"""We and our where the report itself speaks: a release of a government, or a joint statement."""

from communique.actors.ledger import Ledger, Party, registered
from communique.actors.setting import Setting

WE = frozenset({"we", "us", "our", "ours", "ourselves"})


def note_narrator(ledger: Ledger, i: int, setting: Setting) -> None:
    """Write down for whom "we" stands outside quotations; nobody in the report of a medium."""
    token = ledger.reading.tokens[i]
    if token.text == "US" or setting.transcript or ledger.is_quoted(token.start):
        return
    parties = _signatories(ledger) or _named_after(ledger, i) or _home(ledger, setting)
    if parties:
        ledger.note(i, (i, i + 1), tuple(ledger.admit(p) for p in parties), "pronoun", "narrator")


def _signatories(ledger: Ledger) -> tuple[Party, ...]:
    """The states that are joined as the subject of the first sentence: "The United States, Japan and ... condemn"."""
    if not ledger.reading.parsed.report.publisher:
        return ()
    first = [s for s in ledger.seen if s.sentence == 0 and s.subject and len(s.ids) == 1]
    states = {p.id: p for s in first for p in ledger.parties_of(s) if p.kind == "government" and len(p.id) == 3}
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
