"""Where a clause tells of what country somebody is: "Ada Cole is a Turkish national", "who was born a Dane"."""

from communique.actors.reading import Reading, is_state

BEING = frozenset({"be", "become", "remain"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def told_country(reading: Reading, head: int) -> str | None:
    """The country that the predicate of a name tells; None where it tells none or denies it."""
    noun = _apposed(reading, head)
    verb = _verb_of(reading, head) if noun is None else None
    if verb is not None and reading.tokens[verb].lemma in BEING and reading.kid(verb, "neg") is None:
        noun = reading.kid(verb, "attr", "acomp")
    if noun is None:
        return None
    phrase = range(
        reading.left(noun), noun + 1
    )  # the parser takes "living" for the noun of "a Dutch national living in"
    lemmas = {reading.tokens[i].lemma.lower() for i in phrase}
    if not lemmas.isdisjoint(reading.words.for_or_against) or (
        noun not in reading.known and lemmas.isdisjoint(reading.words.people)
    ):
        return None
    found = {
        known.actor.country
        for i in phrase
        if (known := reading.known.get(i)) is not None
        and known.name.kind in {"adjective", "demonym"}
        and is_state(known.actor)
    }
    return found.pop() if len(found) == 1 else None


def _verb_of(reading: Reading, head: int) -> int | None:
    """The verb whose subject a name is, itself or by "who"."""
    if reading.tokens[head].dep in SUBJECTS:
        return reading.tokens[head].head
    relative = reading.kid(head, "relcl")
    subject = None if relative is None else reading.kid(relative, *SUBJECTS)
    return relative if subject is not None and reading.tokens[subject].lower == "who" else None


def _apposed(reading: Reading, head: int) -> int | None:
    """ "Ada Cole, an ethnic Dane from Oslo": a noun with an article that stands in apposition."""
    noun = reading.kid(head, "appos")
    if noun is None or noun < head or reading.tokens[reading.left(noun)].lower not in {"a", "an"}:
        return None
    return noun
