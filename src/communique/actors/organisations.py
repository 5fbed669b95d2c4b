"""Names that the parser calls an organisation's -> bodies which the registry does not hold; not programmes, talks, sites."""

from communique.actors.ledger import Ledger, Party, provisional_id, registered
from communique.actors.phrases import may_tell
from communique.actors.reading import Reading
from communique.actors.states import head_of
from communique.parse.parsed import Token
from communique.types import ActorKind, Sector

# What has a field and not an owner: "the committee on Foreign Affairs".
FIELDS = frozenset({"committee", "committees", "subcommittee", "ministry", "department", "secretary", "faculty"})
# The same where they are part of a name: "the Agency for International Development", not "the office of Northgate".
NAMED_FIELDS = frozenset({"Agency", "Bureau", "Office", "Directorate", "Administration", "Institute", "Division"})
# Bodies that are named after a field or after whom they serve.
OFFICES = frozenset({"ministry", "department", "office", "bureau", "directorate", "secretariat"})
MEETINGS = frozenset({"ministerial", "summit", "conference", "dialogue", "meeting", "initiative"})
LEAST_FIELD = 3  # words of a name with a field: "Ministry of Defence"
OF = frozenset({"of", "for", "on", "to", "in"})
# Marks that no name holds, and what may follow the comma of a firm.
BREAKS = frozenset({":", ";", "(", ")", "“", "”", '"', "[", "]"})
FIRMS = frozenset({"inc", "inc.", "llc", "ltd", "ltd.", "co.", "corp."})
BODIES = frozenset(
    {"parliament", "court", "ministry", "body", "organisation", "company", "party", "military", "police"}
)
# What others call a body is no part of its name.
LED = ("-designated", "-based", "-backed", "-sanctioned", "-led")
TICKETS = frozenset({"administration", "ticket", "campaign", "presidency", "team"})
SHOUT = 4  # letters; "NOAA SERVIR" may be names, "CLOSED PRESS" is a line of a schedule
REACH = 12  # words; where a name that an acronym shortens may begin


def note_organisation(ledger: Ledger, first: int, last: int) -> None:
    """Write down an organisation that the parser names and the registry does not hold."""
    reading = ledger.reading
    first, last = _trimmed(reading.tokens, first, last)
    if last <= first or not _is_organisation(reading, first, last):
        return
    inside = reading.known.get(first)
    if inside is not None and (inside.first, inside.last) == (first, last):
        return  # "the United Nations'": noted as the name that it is
    head = head_of(reading, first, last)
    name = reading.text(first, last)
    known = _registered_as(reading, name)
    if known is not None:
        ledger.note(head, (first, last), (ledger.admit(registered(reading, known)),), "name", "registry-inside")
        return
    whole = _named_so(ledger, name, head) or _named_before(ledger, first, last)
    if whole is not None:
        ledger.note(head, (first, last), (whole,), "name", "short-name")
        return
    if _is_thing(reading, first, last, head) or _is_ticket(reading, first, last):
        return
    kind, sector = _organisation_kind(reading, first, last)
    country = _country_of(ledger, first, last, head)
    party = Party(
        id=provisional_id("organisation", name), kind=kind, name=name, country=country, sector=sector, provisional=True,
    )  # fmt: skip
    ledger.note(head, (first, last), (ledger.admit(party),), "name", "new-organisation")


def _trimmed(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """The bounds without an article, a possessive and marks, and without what stands after a bracket."""
    while first < last and (
        tokens[first].pos == "DET" or tokens[first].text in {"'s", "’s", "'", "-"} or tokens[first].lower.endswith(LED)
    ):
        first += 1
    last = next((i for i in range(first, last) if tokens[i].text == "("), last)
    while first < last and (tokens[last - 1].pos in {"PART", "PUNCT"} or tokens[last - 1].lower in OF):
        last -= 1
    return first, last


def _registered_as(reading: Reading, name: str) -> str | None:
    """The actor of a name without its apostrophe, or of "Government of Peru"."""
    bare = name.rstrip("'’").removeprefix("Government of ").removeprefix("the ")
    actors = {
        n.actor for n in reading.registry.names.get(bare, ()) if n.kind != "family" and n.needs in (None, "default")
    }
    return actors.pop() if len(actors) == 1 else None


def _named_so(ledger: Ledger, name: str, head: int) -> Party | None:
    """ "The Border Police Board (BPB)", "the Board, also known as the Greens": another name of what stands before."""
    tokens = ledger.reading.tokens
    if name in ledger.short:
        return ledger.parties[ledger.short[name]]
    token = tokens[head]
    while token.dep in {"conj", "appos"} and token.head < token.i:
        token = tokens[token.head]
    verb = tokens[tokens[token.head].head]
    if token.dep != "pobj" or tokens[token.head].lower != "as" or verb.text != "known":
        return None
    number = ledger.by_token.get(verb.head)
    if number is None or len(ledger.mentions[number].actors) > 1:
        return None
    party = ledger.parties[ledger.mentions[number].actors[0]]
    return None if party.kind == "person" else party


def _named_before(ledger: Ledger, first: int, last: int) -> Party | None:
    """ "The Board" after "the Harbour Review Board": the last body in whose name the word stands."""
    tokens = ledger.reading.tokens
    if last - first > 1 or not first or tokens[first - 1].lower != "the":
        return None
    word = tokens[first].text
    bodies = (p for s in reversed(ledger.seen) for p in ledger.parties_of(s) if p.kind in BODIES)
    return next((p for p in bodies if word in p.name.split() and p.name != word), None)


def _is_organisation(reading: Reading, first: int, last: int) -> bool:
    tokens, words = reading.tokens, reading.words
    text = tokens[last - 1].lower
    if first and tokens[first - 1].text == "#":
        return False
    if tokens[first].lower in words.no_actor_firsts or _is_class(tokens, first) or _is_field(reading, first, last):
        return False
    if any(t.lower in {"resolution", "order"} for t in tokens[first:last]) or _is_cut(reading, first, last):
        return False
    if text in words.no_actor_heads or not tokens[first].text[0].isupper() or not tokens[last - 1].text[0].isalpha():
        return False
    if last - first == 1:
        single = tokens[first]
        above = tokens[single.head]
        serves = tokens[above.head].lemma.lower() in words.people or not single.text[1:].islower()
        if single.dep == "pobj" and above.lower in {"at", "in", "near"} and not serves:
            return False  # "discussed at Woodside", not "an officer at Woodside"
        return single.pos == "PROPN" and len(single.text) > 1 and single.dep not in {"amod", "compound", "nmod"}
    return any(t.pos == "PROPN" for t in tokens[first:last])


def _is_class(tokens: tuple[Token, ...], first: int) -> bool:
    """ "An Executive Order", "as a Foreign Terrorist Organization": one of its kind, not a name."""
    return first > 0 and tokens[first - 1].lower in {"a", "an"}


def _is_field(reading: Reading, first: int, last: int) -> bool:
    """ "Secretary of Commerce", "committees on Oversight and Reform": what an office or committee is for."""
    tokens = reading.tokens
    above = tokens[tokens[head_of(reading, first, last)].head]
    governor = tokens[above.head]
    return (
        above.pos == "ADP"
        and above.lower in {"of", "on", "for"}
        and (
            governor.lemma.lower() in reading.words.people or governor.lower in FIELDS or governor.text in NAMED_FIELDS
        )
    )


def is_field(reading: Reading, i: int) -> bool:
    """ "The Ministry of Armed Forces", "the Office of the High Commissioner": a noun that tells of what a body is."""
    first, last, label = reading.label.get(i, (i, i, ""))
    if label != "ORG" or last - first < LEAST_FIELD or reading.tokens[i].pos != "PROPN":
        return False
    for k in range(first, i - 1):
        if reading.tokens[k].lower in OFFICES and reading.tokens[k + 1].lower == "of":
            own = reading.words.collectives.get(reading.tokens[i].lower)  # "the Department of the Cuban Presidency"
            owned = any(j in reading.known for j in range(k + 2, i))
            return own is None or (own.id in {"military", "government"} and not owned)
    return False


def _is_cut(reading: Reading, first: int, last: int) -> bool:
    """Words that are no whole name: with a mark inside, two of a list, the tail of a name after "and", a line in capitals."""
    tokens = reading.tokens
    words = tokens[first:last]
    if any(t.text in BREAKS or t.lower == "or" for t in words) or _is_run_on(tokens, first, last):
        return True
    comma = next((t.i for t in words if t.text == ","), None)
    if comma is not None and tokens[comma + 1].lower not in FIRMS:
        rest = {t.lower for t in tokens[comma:last]}
        if not rest & {"and", "&"} or not rest.isdisjoint(reading.words.collectives):
            return True
    letters = [t for t in words if t.text.isalpha()]
    shouted = len(letters) > 1 and all(t.text.isupper() for t in letters) and any(len(t.text) > SHOUT for t in letters)
    return shouted or _is_tail(reading, first, last)


def _is_run_on(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """ "Vega the Harbour Party": an article inside a name stands after a preposition or "and", else another name begins."""
    return any(t.lower == "the" and tokens[t.i - 1].lower not in OF | {"and", "&"} for t in tokens[first + 1 : last])


def _is_tail(reading: Reading, first: int, last: int) -> bool:
    """ "Digital Policy" in "the Bureau for Cyberspace and Digital Policy": joined to the field of a name before it."""
    tokens = reading.tokens
    k = first - 1
    if k < 1 or tokens[k].lower != "and":
        return False
    k -= 2 if tokens[k - 1].text == "," else 1
    begin, end, label = reading.label.get(k, (k, k, ""))
    if label != "ORG" or any(t.lower in reading.words.collectives for t in tokens[first:last]):
        return any(t.text == "," for t in tokens[begin:end]) and label == "ORG"
    above = tokens[head_of(reading, first, last)].head
    prepositions = [i for i in range(begin, end) if tokens[i].lower in {"of", "for", "on"}]
    return bool(prepositions) and prepositions[0] < above < end


def _is_thing(reading: Reading, first: int, last: int, head: int) -> bool:
    """Whether a name is a programme's, a meeting's, a paper's or a site's: by its noun, by the noun after it, or, of an
    acronym, by the noun of the words that it shortens."""
    tokens, things = reading.tokens, reading.words.no_actor_things
    text = reading.text(first, last).lower()
    if text in reading.words.no_actor_names or name_noun(tokens, first, last) in things:
        return True
    if tokens[last - 1].lower in MEETINGS:
        return True  # "the Call to Action Ministerial"
    if tokens[last - 1].lower in reading.words.collectives:
        return False
    if tokens[head].dep in {"compound", "nmod", "amod"} and tokens[head].head >= last:
        above = tokens[tokens[head].head].lower
        return above in things or above in reading.words.no_actor_heads
    return last - first == 1 and tokens[first].text.isupper() and _shortens_thing(reading, tokens[first].text)


def name_noun(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The noun of a name, in lower case: "summit" in "Summit for Peace"; of a name without preposition its last word."""
    stop = next((i for i in range(first + 1, last) if tokens[i].lower in OF), None)
    return tokens[(stop or last) - 1].lower


def _shortens_thing(reading: Reading, acronym: str) -> bool:
    """Whether brackets after the name of a thing give an acronym: "the Border Dialogue (BD)"."""
    tokens = reading.tokens
    at = next((t.i for t in tokens[1:] if t.text == acronym and tokens[t.i - 1].text == "("), None)
    if at is None:
        return False
    begin = at - 1
    while begin and at - begin < REACH and _goes_on(tokens[begin - 1]):
        begin -= 1
    while begin < at - 1 and not tokens[begin].text[0].isupper():
        begin += 1  # "on" of "agreed on Universal Health Coverage (UHC)"
    if begin == at - 1:
        return not may_tell(reading, tokens[at - 2])  # "preparedness and response (PPR)": no word for a body
    return name_noun(tokens, begin, at - 1) in reading.words.no_actor_things


def _goes_on(token: Token) -> bool:
    return token.text[0].isupper() or token.lower in OF | {"and", "the", "&", "-"}


def _is_ticket(reading: Reading, first: int, last: int) -> bool:
    """ "The Vega-Cole administration", "the Vega/Cole ticket": two persons who stand together."""
    name = reading.text(first, last)
    for mark in "/-":
        parts = name.split(mark)
        if len(parts) != 2 or not all(p.istitle() and " " not in p for p in parts):
            continue
        following = reading.tokens[last].lower if last < len(reading.tokens) else ""
        return mark == "/" or following in TICKETS or all(_is_family(reading, p) for p in parts)
    return False


def _is_family(reading: Reading, word: str) -> bool:
    return any(n.kind == "family" for n in reading.registry.names.get(word, ()))


def _organisation_kind(reading: Reading, first: int, last: int) -> tuple[ActorKind, Sector | None]:
    for i in range(last - 1, first - 1, -1):
        found = reading.words.collectives.get(reading.tokens[i].lower)
        if found is not None:
            return found.kind, found.sector
    return "organisation", None


def _country_of(ledger: Ledger, first: int, last: int, head: int) -> str | None:
    """The country inside a name, or before it, in an apposition ("Vega Bank, a Peruvian lender"), or after "of" or "in"."""
    reading = ledger.reading
    apposed = [i for c in reading.children[head] if reading.tokens[c].dep == "appos" for i in range(reading.left(c), c)]
    for i in (*range(reading.left(head), last), *apposed):
        if i in reading.known and reading.known[i].actor.country and reading.known[i].actor.kind != "person":
            return reading.known[i].actor.country
    for preposition in ("of", "in"):
        inner = reading.object_of(head, preposition)
        for i in () if inner is None else (inner, *range(reading.left(inner), inner)):  # "of the Cuban Ministry"
            known = reading.known.get(i)
            if known is not None and known.actor.kind != "person" and not first <= known.first < last:
                return known.actor.country
    return None
