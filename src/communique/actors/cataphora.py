"""Pronouns that stand before the name they mean: "Before he left, Macron ...", "citing its law, Chad ..."."""

from communique.actors.binding import SUBJECTS, verb_above
from communique.actors.ledger import Ledger, Party, registered


def named_ahead(ledger: Ledger, i: int, *, surely: bool) -> Party | None:
    """Who is named as the subject of the main clause, where a pronoun stands in a clause before it.

    ``surely``: only where that clause has no subject of its own ("speaking in his office, Modi praised ..."), so that
    nobody else can be meant; else also in "before he left, Macron ...".
    """
    reading = ledger.reading
    verb = verb_above(reading, i)
    subject = None if verb is None else _main_subject(ledger, verb, i)
    if verb is None or subject is None or ledger.is_quoted(reading.tokens[i].start):
        return None
    if surely and reading.kid(verb, *SUBJECTS) is not None:
        return None
    known = reading.known.get(subject)
    if subject in ledger.ahead or known is None or known.name.kind == "capital":
        return ledger.ahead.get(subject)
    return registered(reading, known.actor.id)


def _main_subject(ledger: Ledger, verb: int, i: int) -> int | None:
    """The subject, after word ``i``, of the clause to which an adverbial clause or "after leaving" belongs."""
    tokens = ledger.reading.tokens
    token, above = tokens[verb], tokens[tokens[verb].head]
    if token.dep == "pcomp":
        above = tokens[above.head]
    elif token.dep != "advcl":
        return None
    found = ledger.reading.kid(above.i, *SUBJECTS)
    return found if found is not None and found > i else None
