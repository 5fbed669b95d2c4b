"""Somebody described and then named: "a man, identified as Ada Cole"; "a deputy said so. Ada Cole said"."""

from communique.actors.reading import SAYING, Reading

NAMING = frozenset({"name", "identify"})
# Who speaks without a name will not be named.
NAMELESS = frozenset({"official", "diplomat", "source", "spokesman", "spokeswoman", "spokesperson", "aide", "person", "witness"})  # fmt: skip
OPENING = 2  # sentences; the opening of a report tells by description who is named in the next


def find_named_noun(reading: Reading, start: int, head: int) -> int | None:
    """The noun that describes the person whose name has this head and begins, with its title, at ``start``."""
    tokens = reading.tokens
    verb = tokens[head]
    for _ in range(6):
        if verb.lemma in NAMING or verb.head == verb.i:
            break
        verb = tokens[verb.head]
    if verb.lemma not in NAMING or not verb.i < start or verb.sentence != tokens[head].sentence:
        return _who_opened(reading, start, head)
    outright = tokens[head].dep == "oprd" and tokens[head].head == verb.i
    if not outright and not any(t.lower == "as" for t in tokens[verb.i : start]):
        return None
    return _who_is_named(reading, verb.i)


def _who_is_named(reading: Reading, verb: int) -> int | None:
    """The noun that a verb of naming names: its passive subject, its object, or the noun that its participle follows;
    for "him" the subject of the sentence before."""
    tokens = reading.tokens
    found = reading.kid(verb, "nsubjpass", "dobj")
    if found is None and tokens[verb].tag == "VBN":
        back = (k for k in range(verb - 1, max(-1, verb - 5), -1) if tokens[k].pos not in {"ADV", "PUNCT"})
        found = next(back, None)
    if found is None or tokens[found].pos != "PRON":
        return found
    sentence = tokens[verb].sentence
    if tokens[found].lower not in {"him", "her", "he", "she"} or not sentence:
        return None
    before = reading.parsed.sentences[sentence - 1]
    return next((t.i for t in tokens[before.first : before.last] if t.dep in {"nsubj", "nsubjpass"}), None)


def _who_opened(reading: Reading, start: int, head: int) -> int | None:
    """ "..., a Kenyan deputy has said. Ada Cole, citing figures, said": the one who speaks in the opening of a report is
    named in the sentence after, without another word on who it is."""
    tokens = reading.tokens
    sentence = tokens[head].sentence
    if head == start or not 1 <= sentence <= OPENING or start != reading.parsed.sentences[sentence].first:
        return None
    if not _says(reading, head):
        return None
    before = reading.parsed.sentences[sentence - 1]
    speakers = [t.i for t in tokens[before.first : before.last] if _says(reading, t.i)]
    if len(speakers) != 1 or tokens[speakers[0]].lower in NAMELESS or not _agrees(reading, speakers[0], head):
        return None
    return speakers[0] if any(tokens[c].lower in {"a", "an"} for c in reading.children[speakers[0]]) else None


def _agrees(reading: Reading, noun: int, head: int) -> bool:
    """Whether a person of the registry is of the country that the noun tells; of others nothing is known."""
    known = reading.known.get(head)
    if known is None:
        return True
    told = {reading.known[c].actor.country for c in reading.children[noun] if c in reading.known}
    return known.actor.country in told


def _says(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    return token.dep == "nsubj" and reading.tokens[token.head].lemma in SAYING
