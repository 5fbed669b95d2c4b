"""Pronouns -> the nearest fitting party that stood before, subjects first; nobody where it cannot be told."""

from communique.actors.ledger import Ledger, Party, Seen
from communique.actors.pairs import two_of

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
SOLID = frozenset(
    {
        "government",
        "ministry",
        "military",
        "parliament",
        "court",
        "police",
        "body",
        "party",
        "armed-group",
        "outlet",
        "organisation",
        "company",
    }
)
MANY = frozenset(
    {"population", "armed-group", "party", "police", "body", "outlet", "organisation", "company", "military"}
)
BACK = 3  # sentences; beyond that, a pronoun pointed elsewhere more often than back


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
    """The best person: of this gender, or of one that nothing tells; not the subject of whose verb this is an object."""
    ranked: list[tuple[float, int, Party]] = []
    for seen in _recent(ledger, i):
        for party in ledger.parties_of(seen):
            if party.kind == "person" and party.gender in {None, gender} and not _bound(ledger, i, seen):
                score = _score(ledger, i, seen) + (0.5 if party.gender == gender else 0.0)
                ranked.append((score, seen.token, party))
    if not ranked:
        return ()
    best = max(ranked, key=lambda r: (r[0], r[1]))[2]
    if best.gender is None and sum(1 for p in {r[2].id for r in ranked}) == 1:
        best = ledger.admit(
            Party(
                id=best.id,
                kind=best.kind,
                name=best.name,
                country=best.country,
                gender=gender,
                provisional=best.provisional,
                wikidata=best.wikidata,
            )
        )
    return (best,)


def _many(ledger: Ledger, i: int) -> tuple[Party, ...]:
    """A group, or two who stand joined as the subject before."""
    joined = _joined(ledger, i)
    if joined:
        return joined
    ranked = [
        (_score(ledger, i, seen) + (0.5 if party.plural else 0.0), seen.token, seen)
        for seen in _recent(ledger, i)
        for party in ledger.parties_of(seen)[:1]
        if (len(seen.ids) > 1 or party.kind in MANY or party.plural)
        and not _bound(ledger, i, seen)
        and seen.form != "pronoun"
    ]
    chained = [r for r in ranked if r[0] >= 1.5]
    before = [
        (_score(ledger, i, s), s.token, s)
        for s in _recent(ledger, i)
        if s.form == "pronoun" and ledger.reading.tokens[s.token].lower in THEY
    ]
    best = max([*chained, *before], key=lambda r: (r[0], r[1]), default=None)
    return _two_met(ledger, i) if best is None else ledger.parties_of(best[2])


def _two_met(ledger: Ledger, i: int) -> tuple[Party, ...]:
    """ "Sherman met Moreno. They discussed ...": the two persons of the sentence before, where no group is near."""
    sentence = ledger.reading.tokens[i].sentence
    before = {p.id: p for s in _recent(ledger, i) if s.sentence == sentence - 1 for p in ledger.parties_of(s)}
    persons = tuple(p for p in before.values() if p.kind == "person")
    return persons if len(persons) == 2 and ledger.reading.tokens[i].lower == "they" else ()


def _joined(ledger: Ledger, i: int) -> tuple[Party, ...]:
    reading = ledger.reading
    tokens = reading.tokens
    subjects = [s for s in _recent(ledger, i) if s.subject and s.form != "pronoun"]
    for seen in reversed(subjects):
        token = tokens[seen.token]
        if token.dep == "conj" and tokens[token.head].dep in {"nsubj", "nsubjpass"} and token.head in ledger.by_token:
            first = ledger.mentions[ledger.by_token[token.head]]
            return (*(ledger.parties[a] for a in first.actors), *ledger.parties_of(seen))
        if token.sentence < tokens[i].sentence - 1:
            break
    return two_of(ledger, i, "pair") if subjects and tokens[i].lower == "they" and len(subjects[-1].ids) > 1 else ()


def _thing(ledger: Ledger, i: int) -> tuple[Party, ...]:
    """A state or body; the subject before, of this sentence or the last."""
    sentence = ledger.reading.tokens[i].sentence
    ranked = [
        (_score(ledger, i, seen), seen.token, party)
        for seen in _recent(ledger, i)
        for party in ledger.parties_of(seen)
        if len(seen.ids) == 1 and party.kind in SOLID and not party.name.endswith("s officials") and sentence - seen.sentence <= 1
        and not _bound(ledger, i, seen) and (seen.subject or _is_possessive(ledger, i) or seen.form == "pronoun")
    ]  # fmt: skip
    best = max(ranked, key=lambda r: (r[0], r[1]), default=None)
    return () if best is None else (best[2],)


def _is_possessive(ledger: Ledger, i: int) -> bool:
    return ledger.reading.tokens[i].tag == "PRP$"


def _recent(ledger: Ledger, i: int) -> list[Seen]:
    sentence = ledger.reading.tokens[i].sentence
    out: list[Seen] = []
    for seen in reversed(ledger.seen):
        if sentence - seen.sentence > BACK:
            break
        if seen.token < i:
            out.append(seen)
    return out[::-1]


def _score(ledger: Ledger, i: int, seen: Seen) -> float:
    """Subjects before others, near before far; who is named inside a quotation counts less outside it."""
    tokens = ledger.reading.tokens
    distance = tokens[i].sentence - seen.sentence
    score = 3.0 - distance + (1.2 if seen.subject else 0.0)
    if seen.quoted and not ledger.is_quoted(tokens[i].start):
        score -= 1.5
    if distance == 0 and tokens[seen.token].dep in {"poss", "compound", "amod", "nmod"}:
        score -= 0.8
    return score


def _bound(ledger: Ledger, i: int, seen: Seen) -> bool:
    """ "Biden told him": an object is not its verb's own subject; nor a possessive the noun that it stands before."""
    tokens = ledger.reading.tokens
    pronoun, other = tokens[i], tokens[seen.token]
    if pronoun.tag == "PRP$":
        return pronoun.head == seen.token or seen.token in ledger.reading.children[i]
    if pronoun.text.endswith(("self", "selves")):
        return False
    verb = tokens[pronoun.head].head if pronoun.dep == "pobj" else pronoun.head
    return other.head == verb and pronoun.dep != "nsubj" and other.dep in {"nsubj", "nsubjpass"}


def _is_empty(ledger: Ledger, i: int) -> bool:
    """ "It is clear that", "it rained", "made it hard to": nobody."""
    reading = ledger.reading
    token = reading.tokens[i]
    if token.dep == "expl":
        return True
    verb = reading.tokens[token.head]
    if token.dep in {"nsubj", "nsubjpass"} and verb.lemma in {
        "be",
        "seem",
        "appear",
        "take",
        "become",
        "remain",
        "happen",
        "matter",
        "depend",
    }:
        return True
    return token.dep == "dobj" or (token.dep == "nsubj" and verb.pos == "ADJ")
