"""Pronouns -> the party that grammar gives, else the one that stands best before; nobody where a thing stands better."""

from msgspec.structs import replace

from communique.actors.antecedents import (
    EMPTY,
    OBJECTS,
    PLURAL_TAGS,
    Antecedent,
    find_antecedents,
    headed,
    joined,
    may_stand,
)
from communique.actors.binding import SUBJECTS, find_holder, is_beside, verb_above
from communique.actors.cataphora import named_ahead
from communique.actors.ledger import Ledger, Party
from communique.actors.pairs import two_of
from communique.actors.reading import SAYING

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
SOLID = frozenset({"government", "ministry", "military", "parliament", "court", "police", "body", "party", "armed-group", "outlet", "organisation", "company"})  # fmt: skip
MANY = frozenset({"population", "armed-group", "party", "police", "body", "outlet", "organisation", "company", "military", "ministry"})  # fmt: skip
SINGLE_MANY = 1.0  # less for one body than for people: "The front sent the police a plan, which they rejected"
THING = 0.2  # less for a thing than for a party in the same place
THING_OWNING = 0.5  # things seldom have what "their" stands before
PARALLEL = 1.1  # for an object before an object: "published a report. In it", "took boxes, among them"
ENOUGH = 0.7  # below it, a pronoun pointed elsewhere more often than back
# What only people and bodies do: a thing is no subject of these.
HUMAN = SAYING | frozenset({"want", "agree", "demand", "believe", "fear", "hope", "vow", "chant", "discuss", "meet", "urge", "call", "announce", "deny", "accuse", "threaten", "warn", "plan", "intend", "refuse", "decide", "condemn", "insist", "claim", "pledge", "promise", "consider", "think", "know", "try", "seek", "impose", "sign", "withdraw", "reiterate", "reaffirm", "commit", "respect", "need", "defend"})  # fmt: skip
# What two who met do: "They discussed ...".
TALKING = frozenset({"discuss", "meet", "agree", "talk", "sign", "exchange", "reaffirm", "reiterate", "emphasize", "emphasise", "underscore", "consult", "review", "stress", "affirm"})  # fmt: skip
# What states and bodies have, and things have not.
HELD = frozenset({"government", "troops", "troop", "army", "military", "border", "citizen", "people", "population", "parliament", "territory", "ally", "forces", "force", "navy", "policy", "ambassador", "embassy", "neighbour", "neighbor", "sovereignty", "leadership", "leader", "president", "minister", "airspace", "soldier", "support", "commitment", "intention", "obligation", "weapon", "missile", "opposition", "mistrust", "determination", "member", "spokesman", "spokesperson", "nuclear", "soil", "decision", "concern", "regret", "condemnation", "readiness", "willingness", "approval", "law", "court", "constitution", "economy", "judiciary", "infrastructure", "influence", "ambition", "capability"})  # fmt: skip
BESIDE = 40  # characters between a quotation and the verb of who speaks it
UNNAMED = frozenset({"people", "others", "ones"})
HONOURS = frozenset({"majesty", "highness", "excellency", "holiness", "honour", "honor", "eminence", "grace"})


def note_pronoun(ledger: Ledger, i: int) -> None:
    """Write down whom a pronoun of the third person names."""
    word = ledger.reading.tokens[i].lower
    if word in HE | SHE:
        parties = _person(ledger, i, "m" if word in HE else "f")
    elif word in THEY:
        parties = _many(ledger, i)
    elif word in IT and not _is_empty(ledger, i):
        parties = _thing(ledger, i)
    else:
        return
    if parties:
        ledger.note(i, (i, i + 1), parties, "pronoun", f"pronoun-{word}")


def _person(ledger: Ledger, i: int, gender: str) -> tuple[Party, ...]:
    """The person whom grammar gives, else the one who stands best, of this gender or of one that nothing tells."""
    if ledger.reading.tokens[ledger.reading.tokens[i].head].lower in HONOURS:
        return ()
    ahead = named_ahead(ledger, i, surely=True)
    if ahead is not None and _may_be(ledger, i, ahead, gender):
        return (ledger.admit(ahead),)
    held = find_holder(ledger.reading, i)
    if held is not None and (mention := headed(ledger, held)) is not None and len(mention.actors) == 1:
        party = ledger.parties[mention.actors[0]]
        if _may_be(ledger, i, party, gender) and (party.gender or mention.form != "pronoun"):
            return (party,)
    if held is not None and _is_somebody(ledger, held):
        return ()
    found = find_antecedents(ledger, i)
    ranked = [
        (a.score + (0.5 if p.gender == gender else 0.0), a.token, p)
        for a in found
        for p in _named_at(ledger, a)
        if _may_be(ledger, i, p, gender)
    ]
    if not ranked:
        ahead = named_ahead(ledger, i, surely=False)
        return (ledger.admit(ahead),) if ahead is not None and _may_be(ledger, i, ahead, gender) else ()
    top, _, best = max(ranked, key=lambda r: (r[0], r[1]))
    if _rival(ledger, found) > top:
        return ()
    if best.gender is None and len({r[2].id for r in ranked}) == 1:
        best = ledger.admit(replace(best, gender=gender))
    return (best,)


def _is_somebody(ledger: Ledger, j: int) -> bool:
    """Whether a noun tells of one person whom nothing names: "the premier and his cabinet"."""
    token = ledger.reading.tokens[j]
    return (
        headed(ledger, j) is None and token.tag in {"NN", "NNP"} and token.lemma.lower() in ledger.reading.words.people
    )


def _rival(ledger: Ledger, found: list[Antecedent]) -> float:
    """How well the best of those stands whom a noun tells and nothing names: "the governor met Cole. He left"."""
    tokens, people = ledger.reading.tokens, ledger.reading.words.people
    lone = (
        a.score
        for a in found
        if a.thing and a.subject and tokens[a.token].tag in {"NN", "NNP"} and tokens[a.token].lemma.lower() in people
        and any(tokens[c].pos == "DET" or tokens[c].dep == "poss" for c in ledger.reading.children[a.token])
    )  # fmt: skip
    return max(lone, default=-9.0)


def _named_at(ledger: Ledger, found: Antecedent) -> tuple[Party, ...]:
    """The parties of the words themselves, without those who are joined to them."""
    mention = headed(ledger, found.token)
    return () if mention is None else tuple(ledger.parties[a] for a in mention.actors)


def _may_be(ledger: Ledger, i: int, party: Party, gender: str) -> bool:
    return party.kind == "person" and party.gender in {None, gender} and not _speaks(ledger, i, party)


def _speaks(ledger: Ledger, i: int, party: Party) -> bool:
    """Whether a party speaks the quotation or turn in which a pronoun stands: there he is "I", and "he" is another."""
    if party.id in ledger.speakers_at(i):
        return True
    reading = ledger.reading
    at, here = reading.tokens[i].start, reading.tokens[i].sentence
    quote = next((q.span for q in reading.parsed.quotes if q.depth == 0 and q.span.start <= at < q.span.end), None)
    if quote is None:
        return False
    sentences = reading.parsed.sentences[max(0, here - 1) : here + 2]
    for token in reading.tokens[sentences[0].first : sentences[-1].last]:
        verb = reading.tokens[token.head]
        inside = quote.start <= token.start < quote.end
        beside = min(abs(verb.start - quote.end), abs(verb.end - quote.start)) < BESIDE
        if (
            token.dep == "nsubj"
            and verb.lemma in SAYING
            and not inside
            and beside
            and _is_party(ledger, token.i, party)
        ):
            return True
    return False


def _is_party(ledger: Ledger, j: int, party: Party) -> bool:
    mention = headed(ledger, j)
    return party.id in mention.actors if mention else ledger.reading.tokens[j].text == party.name.split()[-1]


def _many(ledger: Ledger, i: int) -> tuple[Party, ...]:
    """Those whom grammar gives, the two who met, else the group that stands best; nobody where things stand better."""
    reading = ledger.reading
    word = reading.tokens[i]
    held = find_holder(reading, i)
    if held is not None:
        parties = _listed(ledger, held, i)
        if _are_many(parties) and not any(is_beside(ledger, i, p) for p in parties):
            return parties
        if not parties and reading.tokens[held].tag in PLURAL_TAGS and reading.tokens[held].lower not in UNNAMED:
            return ()
    if (met := _two_met(ledger, i)) and word.lower == "they" and reading.tokens[word.head].lemma in TALKING:
        return met
    ranked = [
        (_weight(ledger, i, a), a.token, a.parties)
        for a in find_antecedents(ledger, i)
        if (_are_many(a.parties) and (a.plural or a.subject)) or (a.plural and _may_be_things(ledger, i, a))
    ]
    best = max(ranked, key=lambda r: (r[0], r[1]), default=None)
    near = best is not None and reading.tokens[best[1]].sentence >= word.sentence - 1
    if met and not near:
        return met
    alone = held is not None and word.tag == "PRP$" and len(parties) == 1 and parties[0].kind in SOLID
    if alone and (best is None or not best[2]):
        return parties  # "Chad counted their losses"
    return () if best is None or best[0] < ENOUGH else best[2]


def _listed(ledger: Ledger, held: int, i: int) -> tuple[Party, ...]:
    """All who are joined; of a list of persons also those with a title whom the parser hangs elsewhere."""
    parties = joined(ledger, held)
    if len(parties) < 2 or any(p.kind != "person" for p in parties):
        return parties
    between = (s for s in ledger.seen if held < s.token < i and s.form == "title")
    return tuple({p.id: p for p in (*parties, *(q for s in between for q in ledger.parties_of(s)))}.values())


def _are_many(parties: tuple[Party, ...]) -> bool:
    return len(parties) > 1 or any(p.plural or p.kind in MANY for p in parties)


def _weight(ledger: Ledger, i: int, found: Antecedent) -> float:
    """An object looks for an object, and what is done to "they" is done to those before; a single body counts less."""
    tokens = ledger.reading.tokens
    thing = THING_OWNING if tokens[i].tag == "PRP$" else THING
    total = found.score - (SINGLE_MANY if not found.plural else 0.0) - (thing if found.thing else 0.0)
    same = tokens[found.token].sentence == tokens[i].sentence
    if tokens[i].dep in OBJECTS and same and tokens[found.token].dep in OBJECTS:
        total += PARALLEL
    if tokens[i].dep == "nsubj" and not same and not found.subject:
        total -= 0.4
    return total


def _may_be_things(ledger: Ledger, i: int, found: Antecedent) -> bool:
    """Whether a plural that names no party is a rival: near, and not of a verb that only people do."""
    tokens = ledger.reading.tokens
    near = tokens[i].sentence - tokens[found.token].sentence <= 1 and (found.subject or tokens[i].lower != "themselves")
    also = tokens[found.token].lower == "others" and any(
        s.sentence == tokens[found.token].sentence and s.token < found.token and _are_many(ledger.parties_of(s))
        for s in ledger.seen
    )  # "Some guards fled, others hid": others of the same
    return found.thing and near and not also and not _acts(ledger, i)


def _two_met(ledger: Ledger, i: int) -> tuple[Party, ...]:
    """ "Sherman met Moreno. They discussed ...": the two persons of the last sentence that has any, where there are two."""
    tokens = ledger.reading.tokens
    if tokens[i].lower != "they":
        return ()
    for back in (1, 2):
        before = [s for s in ledger.seen if s.sentence == tokens[i].sentence - back]
        persons = {p.id: (p, s.token) for s in before for p in ledger.parties_of(s) if p.kind == "person"}
        if persons and (len(persons) > 1 or back == 2):
            verbs = {verb_above(ledger.reading, t) for _, t in persons.values()}
            return tuple(p for p, _ in persons.values()) if len(persons) == 2 and len(verbs) == 1 else ()
    if ledger.seen and len(ledger.seen[-1].ids) > 1:
        return two_of(ledger, i, "pair")
    return ()


def _thing(ledger: Ledger, i: int) -> tuple[Party, ...]:
    """A state or body: whom grammar gives, else what stands best; nobody where that is a thing."""
    reading = ledger.reading
    ahead = named_ahead(ledger, i, surely=True)
    if ahead is not None and _is_solid(ahead):
        return (ledger.admit(ahead),)
    held = find_holder(reading, i)
    if held is not None:
        mention = headed(ledger, held)
        party = ledger.parties[mention.actors[0]] if mention is not None and len(mention.actors) == 1 else None
        if party is not None and _is_solid(party):
            return (party,)
        is_thing = reading.tokens[held].tag in {"NN", "NNP"} and may_stand(reading, held)
        if mention is None and is_thing and not _is_held(ledger, i):
            return ()
    ranked = [
        (_weight_of_one(ledger, i, a), a.token, a)
        for a in find_antecedents(ledger, i, back=1)
        if _may_be_it(ledger, i, a)
    ]
    best = max(ranked, key=lambda r: (r[0], r[1]), default=None)
    return () if best is None else _named_at(ledger, best[2])


def _weight_of_one(ledger: Ledger, i: int, found: Antecedent) -> float:
    """ "Released a report. In it, ...": an object looks for an object."""
    tokens = ledger.reading.tokens
    parallel = tokens[i].dep == "pobj" and tokens[found.token].dep in OBJECTS
    return found.score - (THING if found.thing else 0.0) + (PARALLEL if parallel else 0.0)


def _may_be_it(ledger: Ledger, i: int, found: Antecedent) -> bool:
    """Whether a noun phrase competes for "it": one state or body in a place where it is spoken of, or one thing."""
    reading = ledger.reading
    mention = headed(ledger, found.token)
    if mention is None:
        return not found.plural and not _acts(ledger, i) and not _is_held(ledger, i)
    if len(mention.actors) > 1 or not _is_solid(ledger.parties[mention.actors[0]]):
        return False
    same = reading.tokens[i].sentence == reading.tokens[found.token].sentence
    return found.subject or reading.tokens[i].tag == "PRP$" or mention.form == "pronoun" or (same and _acts(ledger, i))


def _acts(ledger: Ledger, i: int) -> bool:
    """Whether a pronoun is the subject of what only people and bodies do."""
    tokens = ledger.reading.tokens
    return tokens[i].dep == "nsubj" and tokens[tokens[i].head].lemma in HUMAN


def _is_held(ledger: Ledger, i: int) -> bool:
    """Whether what "its" stands before is had by states and bodies only: "its troops"."""
    reading = ledger.reading
    return reading.tokens[i].tag == "PRP$" and reading.tokens[reading.tokens[i].head].lemma.lower() in HELD


def _is_solid(party: Party) -> bool:
    return party.kind in SOLID and not party.name.endswith("s officials") and not (party.plural and party.provisional)


def _is_empty(ledger: Ledger, i: int) -> bool:
    """ "It is clear that", "it rained", "made it hard to", "considers it a threat": nobody."""
    reading = ledger.reading
    token = reading.tokens[i]
    verb = reading.tokens[token.head]
    if token.dep in {"expl", "dobj"} and token.lower == "it":
        return True
    if token.dep in SUBJECTS and verb.lemma in EMPTY:
        return True
    return token.dep == "nsubj" and verb.pos in {"ADJ", "NOUN", "PROPN"}
