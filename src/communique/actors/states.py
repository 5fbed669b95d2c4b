"""Names of the registry -> states, bodies, outlets, peoples; a capital only where it is a government."""

from msgspec.structs import replace

from communique.actors.ledger import Ledger, Party, provisional_id, registered
from communique.actors.mention import Form
from communique.actors.owners import theatre_of
from communique.actors.reading import Known, Reading, is_state

PLACE_KINDS = frozenset({"capital"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HEADING = 8  # words in which a sentence has its verb
ARTICLES = frozenset({"the", "The"})
# "Many Japanese" are people, "the Japanese" may be the state.
SEVERAL = frozenset({"many", "some", "most", "few", "several", "all", "more", "young", "ordinary", "fellow"})


def note_known(ledger: Ledger, known: Known) -> None:
    """Write down what a registry name names here, if it names an actor."""
    reading = ledger.reading
    if _is_swallowed(reading, known):
        return
    head = head_of(reading, known.first, known.last)
    if known.name.kind == "seat" and _is_heading(reading, known.first):
        return
    if known.name.kind == "capital":
        if is_government(reading, known.first, known.last, head):
            party = ledger.admit(registered(reading, known.actor.id))
            ledger.note(head, (known.first, known.last), (party,), "metonym", "capital", candidates=known.others)
        return
    if _names_people(reading, known, head):
        ledger.note(head, (known.first, known.last), (ledger.admit(_people(reading, known)),), "demonym", "people")
        return
    party = ledger.admit(_in_its_theatre(ledger, registered(reading, known.actor.id), head))
    ledger.note(
        head, (known.first, known.last), (party,), _form(known), f"registry-{known.name.kind}", candidates=known.others
    )


def _is_heading(reading: Reading, first: int) -> bool:
    """ "Oval Office / 1:41 P.M." above a transcript: where it was held."""
    sentence = reading.parsed.sentences[reading.tokens[first].sentence]
    words = reading.tokens[sentence.first : sentence.last]
    return first == 0 and not any(t.tag in FINITE for t in words[:HEADING])


def _in_its_theatre(ledger: Ledger, party: Party, head: int) -> Party:
    """An armed group of no one country is of the one in which the report has it act."""
    if party.kind != "armed-group" or party.country is not None:
        return party
    return replace(party, country=theatre_of(ledger.reading, party.id, head))


def note_joined(ledger: Ledger, i: int) -> None:
    """ "The U.S.-Japan alliance", "a U.S.-led force": the states in one hyphened word; only a lead is an act of the state."""
    reading = ledger.reading
    parts = reading.tokens[i].text.split("-")
    states = [_state_named(reading, p) for p in parts]
    led = len(parts) == 2 and parts[1].lower() == "led"
    found = [s for s in (states[:1] if led else states) if s is not None]
    if found and (led or len(found) == len(parts)):
        ledger.note(i, (i, i + 1), tuple(ledger.admit(registered(reading, s)) for s in found), "name", "joined-states")


def _state_named(reading: Reading, surface: str) -> str | None:
    found = [n.actor for n in reading.registry.names.get(surface, ()) if is_state(reading.registry.actors[n.actor])]
    return found[0] if found else None


def head_of(reading: Reading, first: int, last: int) -> int:
    """The word of ``[first, last)`` that hangs on one outside."""
    return next(
        (
            i
            for i in range(last - 1, first - 1, -1)
            if not first <= reading.tokens[i].head < last or reading.tokens[i].head == i
        ),
        last - 1,
    )


def is_government(reading: Reading, first: int, last: int, head: int) -> bool:
    """Whether a capital stands for its government: "Beijing said", "talks with Tehran", not "in Beijing"."""
    tokens, words = reading.tokens, reading.words
    token = tokens[head]
    while token.dep == "conj" and token.head != token.i:
        token = tokens[token.head]
    above = tokens[token.head]
    if _is_dateline(reading, first, last) or _is_followed_by_state(reading, last):
        return False
    if token.dep in {"nsubj", "nsubjpass", "csubj"}:
        return above.lemma.lower() not in words.place_verbs | {"be"} or (
            above.lemma == "be" and _has_will(reading, above.i)
        )
    if token.dep == "poss":
        return above.lower not in words.place_nouns
    if token.dep == "pobj":
        return _under_preposition(reading, above.i)
    if token.dep in {"dobj", "dative"}:
        return above.lemma.lower() not in words.place_verbs | words.motion
    if token.dep == "compound":
        return above.lower not in words.place_nouns and above.lower in words.collectives
    return False


def _has_will(reading: Reading, verb: int) -> bool:
    """ "Tehran is willing to talk": the attribute is an adjective with an infinitive, as only an actor has."""
    attribute = reading.kid(verb, "acomp")
    return attribute is not None and reading.kid(attribute, "xcomp") is not None


def _under_preposition(reading: Reading, preposition: int) -> bool:
    words, tokens = reading.words, reading.tokens
    word, above = tokens[preposition].lower, tokens[tokens[preposition].head]
    moves = above.lemma.lower() in words.motion
    if word in words.place_prepositions:
        return False
    if word in words.government_prepositions:
        return not moves and not (
            word in {"of", "on", "for", "by", "about"} and above.lower in words.place_nouns | words.motion
        )
    if word == "to":
        return not moves and above.pos in {"VERB", "NOUN", "ADJ"} and above.lower not in words.place_nouns
    return word == "from" and not moves and above.pos == "NOUN" and above.lower not in words.place_nouns


def _is_dateline(reading: Reading, first: int, last: int) -> bool:
    sentence = reading.parsed.sentences[reading.tokens[first].sentence]
    return (
        sentence.first == first
        and last < len(reading.tokens)
        and reading.tokens[last].text in {"(", "—", "-", "–", ":", ","}
    )


def _is_followed_by_state(reading: Reading, last: int) -> bool:
    following = reading.known.get(last + 1)
    return (
        last < len(reading.tokens)
        and reading.tokens[last].text == ","
        and following is not None
        and is_state(following.actor)
        and following.name.kind in {"short", "official", "acronym"}
        and reading.tokens[last + 1].dep in {"appos", "npadvmod", "conj"}
        and reading.tokens[last + 1].dep == "appos"
    )


def _is_swallowed(reading: Reading, known: Known) -> bool:
    """Whether a larger name that is no government holds the words: "the Paris Agreement", "the Washington Post"."""
    words, tokens = reading.words, reading.tokens
    first, last, label = reading.label.get(known.last - 1, (known.first, known.last, ""))
    larger = first < known.first or last > known.last
    if _is_adjective(known) and _is_field(reading, known, first if label in words.no_actor_labels | {"ORG"} else None):
        return True
    if larger and first <= known.first and label in words.no_actor_labels:
        return tokens[last - 1].lower in words.no_actor_heads or known.name.kind == "capital"
    following = tokens[known.last] if known.last < len(tokens) else None
    # "The Chinese coast" is a place, "a Chinese coast guard ship" is China's.
    if following is not None and _is_adjective(known) and following.lower in words.geographic:
        return following.dep not in {"compound", "nmod"}
    if following is not None and following.text[0].isupper() and following.lower in words.no_actor_heads:
        return True
    if larger and first <= known.first and label == "ORG" and is_state(known.actor):
        return known.last <= last - 1 or tokens[last - 1].lower in words.no_actor_heads
    return larger and label == "PERSON" and is_state(known.actor) and known.name.needs == "person"


def _is_field(reading: Reading, known: Known, first: int | None) -> bool:
    """Whether an adjective tells what a bureau or conference is for: "European" in "the Bureau of European Affairs"."""
    tokens = reading.tokens
    if any(t.text == "Affairs" for t in tokens[known.last : known.last + 4]):
        return True
    return first is not None and any(t.pos == "PROPN" for t in tokens[max(first, known.first - 2) : known.first])


def _is_adjective(known: Known) -> bool:
    return known.name.kind in {"adjective", "demonym"} and (is_state(known.actor) or known.actor.kind == "population")


def _names_people(reading: Reading, known: Known, head: int) -> bool:
    """ "Russians", "a Russian": people, not the state; "the British" alone is the state."""
    if not is_state(known.actor) and known.actor.kind != "population":
        return False
    token = reading.tokens[head]
    if known.name.kind == "demonym" and (token.tag in {"NNS", "NNPS"} or token.text.endswith("is")):  # "Bangladeshis"
        return True
    if (
        known.name.kind not in {"demonym", "adjective"}
        or known.last != head + 1
        or token.dep in {"amod", "compound", "nmod"}
    ):
        return False
    before = reading.tokens[reading.left(head)].lower
    return before in SEVERAL or (token.tag in {"NN", "NNP"} and before in {"a", "an"})


def _people(reading: Reading, known: Known) -> Party:
    country = registered(reading, known.actor.id).country
    name = reading.text(known.first, known.last)
    return Party(
        id=provisional_id("group", country, "people"), kind="population", name=name, country=country, sector="CVL",
        plural=True, provisional=True,
    )  # fmt: skip


def _form(known: Known) -> Form:
    if known.name.kind in {"adjective", "demonym"}:
        return "demonym"
    return "metonym" if known.name.kind == "seat" else "name"
