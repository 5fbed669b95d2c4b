"""Clauses -> Actors: names first, over the whole report; then, in order of the text, all words that point to them."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from communique.actors.counterparts import WORDS as COUNTERPARTS
from communique.actors.counterparts import note_counterparts
from communique.actors.descriptions import note_back
from communique.actors.ledger import Ledger, Party
from communique.actors.mention import Actors, Form
from communique.actors.misread import is_hidden_verb
from communique.actors.names import PersonName, RoleWords, find_names
from communique.actors.narrator import WE, note_narrator
from communique.actors.nouns import note_noun
from communique.actors.organisations import is_field, name_noun, note_organisation
from communique.actors.pairs import two_of
from communique.actors.people import Person, find_people
from communique.actors.phrases import PLURALS, Noun, is_general, may_tell, read_noun
from communique.actors.pronouns import HE, IT, SHE, THEY, note_pronoun
from communique.actors.reading import Known, Reading, read
from communique.actors.setting import Named, Setting, find_setting, settle
from communique.actors.signer import I, find_signer, note_signer
from communique.actors.states import note_joined, note_known
from communique.actors.turns import find_turns
from communique.clauses import Clauses
from communique.data.mentions import MentionWords, load_mention_words
from communique.data.registry import Registry
from communique.parse.parsed import Token
from communique.times import Times

# Collectives that act as the modifier of a noun: "police violence", "army shelling", "a government decree".
LOOSE = frozenset({"police", "army", "military", "navy", "government", "opposition"})
PRONOUNS = HE | SHE | THEY | IT
TWO = frozenset({"pair", "two", "both", "duo"})
POINTING = PRONOUNS | I | WE | TWO
NOUNS = frozenset({"NOUN", "PROPN"})
PARTS = frozenset({"compound", "nmod"})  # of a phrase with another head
LATIN = "\u0370"  # the first letter after those of the Latin script
NAMES = frozenset({"name", "title", "family"})


class Plan(Struct, frozen=True, kw_only=True):
    """What stands where: first token or head -> what to write down there."""

    names: Named
    titles: dict[int, int]  # a word of a title or apposition -> the first token of the name
    before: dict[int, int]  # the head of an apposition that stands before its name -> the first token of the name
    nouns: dict[int, Noun]
    known: dict[int, Known]
    organisations: dict[int, tuple[int, int]]  # last token -> bounds
    bodies: dict[int, tuple[int, int]]  # the same of names that hold a noun: "the Harbour Council"
    signer: Party | None = None  # who writes "I" outside quotations


def find_actors(clauses: Clauses, registry: Registry, times: Times, *, words: MentionWords | None = None) -> Actors:
    """Every mention of an actor in a report, resolved as of its day of publication; a role as of its clause's day."""
    reading = read(clauses, times, registry, words or load_mention_words())
    if not reading.tokens:
        return Actors()
    names, people = find_people(reading, find_names(reading))
    setting = find_setting(reading, people)
    named = settle(reading, names, setting)
    plan = replace(_plan(reading, named), signer=find_signer(reading, named, people, setting))
    ledger = Ledger(reading, setting.story, find_turns(reading) if setting.transcript else None)
    ledger.home = setting.home
    ledger.ahead = {name.head: person.party for name, person, _ in named.values()}
    for token in _stops(ledger, plan):
        _step(ledger, plan, token.i, setting)
    return replace(ledger.actors(), home=setting.home)


def _stops(ledger: Ledger, plan: Plan) -> Iterator[Token]:
    """The words at which something may be to write down, in order of the text; acronyms are learnt on the way."""
    planned = plan.names.keys() | plan.before.keys() | plan.known.keys() | plan.nouns.keys()
    planned |= plan.organisations.keys() | plan.bodies.keys()
    words = POINTING | ledger.reading.words.descriptions.keys()
    short = ledger.short
    for token in ledger.reading.tokens:
        if token.i in planned or token.lower in words or token.text in short or "-" in token.text:
            yield token


def _plan(reading: Reading, names: Named) -> Plan:
    taken = {i for name, _, _ in names.values() for i in range(name.first, name.last)}
    titles: dict[int, int] = {}
    for name, _, _ in names.values():
        for i in range(name.start, name.first):
            titles[i] = name.first
        if name.apposed is not None:
            for i in range(name.apposed.first, name.apposed.last):
                titles.setdefault(i, name.first)
    nouns = _nouns(reading, taken | titles.keys())
    absorbed = {
        i for n in nouns.values() for c in n.cues if n.first <= c.first < n.head and not _is_possessive(reading, c.last)
        for i in range(c.first, c.last)
    } | {i for i, at in titles.items() if not _is_possessive(reading, reading.known[i].last if i in reading.known else i)}  # fmt: skip
    known = {k.last - 1: k for i, k in reading.known.items() if k.first == i and not taken & {*range(k.first, k.last)}}
    known = {i: k for i, k in known.items() if not {*range(k.first, k.last)} <= absorbed}
    organisations, bodies = _organisations(reading, taken | titles.keys(), nouns)
    return Plan(
        names=names, titles=titles, nouns=nouns, known=known,
        before={n.apposed.head: at for at, (n, _, _) in names.items() if n.apposed and n.apposed.last <= n.start},
        organisations=organisations,
        bodies=bodies,
    )  # fmt: skip


def _is_possessive(reading: Reading, i: int) -> bool:
    """Whether a name is followed by 's: then it is a party of its own."""
    return i < len(reading.tokens) and reading.tokens[i].tag == "POS"


def _nouns(reading: Reading, taken: set[int]) -> dict[int, Noun]:
    out: dict[int, Noun] = {}
    for token in _heads(reading):
        if token.i in taken:
            continue
        if token.i in reading.known and reading.known[token.i].name.kind not in {"adjective", "demonym"}:
            continue
        noun = None if is_field(reading, token.i) else read_noun(reading, token.i)
        if noun is not None and _is_whole(reading, noun) and _is_latin(reading.text(noun.first, noun.last)):
            out[token.i] = noun
    inside = taken | {i for n in out.values() for i in range(n.first, n.last)}
    loose = (
        t
        for t in reading.tokens
        if t.lower in LOOSE and t.dep in PARTS and t.i not in inside and not _is_hyphened(reading, t.i)
    )
    return out | {t.i: n for t in loose if t.i not in reading.known and (n := read_noun(reading, t.i)) is not None}


def _heads(reading: Reading) -> Iterator[Token]:
    """Words that may be the noun of a phrase that tells of somebody."""
    hidden = {t.i - 1 for t in reading.tokens if t.text.endswith("ed") and is_hidden_verb(reading, t.i)}
    for token in reading.tokens:
        is_noun = token.pos in NOUNS or (token.lower == "general" and is_general(reading.tokens, token.i))
        if ((is_noun and token.dep not in PARTS) or token.i in hidden) and may_tell(reading, token):
            yield token


def _is_whole(reading: Reading, noun: Noun) -> bool:
    """A capitalised noun without a cue is part of a name ("Credit Union"), unless it begins the sentence or is a title."""
    token = reading.tokens[noun.head]
    if token.pos != "PROPN" or noun.cues or noun.entry is not None:
        return True
    return reading.parsed.sentences[token.sentence].first >= noun.first or noun.head - noun.first <= 1


def _is_hyphened(reading: Reading, i: int) -> bool:
    """ "Military-to-military talks"."""
    return "-" in (reading.tokens[i - 1].text, *(t.text for t in reading.tokens[i + 1 : i + 2]))


def _is_latin(text: str) -> bool:
    """Whether words are in the script that the parser knows."""
    return text.isascii() or all(c < LATIN for c in text if c.isalpha())


def _organisations(
    reading: Reading, taken: set[int], nouns: dict[int, Noun]
) -> tuple[dict[int, tuple[int, int]], dict[int, tuple[int, int]]]:
    """What the parser calls an organisation, by its last token; apart from them those that hold a noun for a body."""
    plain: dict[int, tuple[int, int]] = {}
    bodies: dict[int, tuple[int, int]] = {}
    for entity in reading.parsed.entities:
        inside = range(entity.first, entity.last)
        if entity.label != "ORG" or not taken.isdisjoint(inside):
            continue
        if any(i in reading.known and reading.known[i].last >= entity.last for i in inside):
            continue
        (bodies if any(i in nouns for i in inside) else plain)[entity.last - 1] = (entity.first, entity.last)
    return plain, bodies


def _step(ledger: Ledger, plan: Plan, i: int, setting: Setting) -> None:
    """Write down what the token closes, and a name of a body whose noun told nothing."""
    _step_head(ledger, plan, i, setting)
    bounds = plan.bodies.get(i)
    if bounds is not None and ledger.by_token.keys().isdisjoint(range(*bounds)) and not _is_people(ledger, *bounds):
        note_organisation(ledger, *bounds)


def _is_people(ledger: Ledger, first: int, last: int) -> bool:
    """ "The Alliance" alone, "National Security Advisors", "the Vega Administration": no body with a name of its own."""
    tokens, words = ledger.reading.tokens, ledger.reading.words
    noun = name_noun(tokens, first, last)
    state = words.collectives.get(noun)
    single = last - first - (tokens[first].pos == "DET") == 1
    return single or bool({noun, noun.removesuffix("s")} & words.people.keys()) or bool(state and state.state)


def _step_head(ledger: Ledger, plan: Plan, i: int, setting: Setting) -> None:
    token = ledger.reading.tokens[i]
    if i in plan.names:
        _note_name(ledger, *plan.names[i])
    elif i in plan.before:
        name, person, _ = plan.names[plan.before[i]]
        if name.apposed is not None:
            _note_apposition(ledger, name.apposed, ledger.admit(person.party))
    elif i in plan.known:
        note_known(ledger, plan.known[i])
    elif i in plan.organisations:
        note_organisation(ledger, *plan.organisations[i])
    elif i in plan.nouns and i not in ledger.within:
        noun = plan.nouns[i]
        done = token.lower in COUNTERPARTS and note_counterparts(ledger, noun)
        if not done and not note_noun(ledger, noun, setting):
            note_back(ledger, i)
    else:
        _step_word(ledger, plan, i, setting)


def _step_word(ledger: Ledger, plan: Plan, i: int, setting: Setting) -> None:
    """Write down whom a pronoun, "both", a hyphened word or a plain noun points to."""
    token, is_title = ledger.reading.tokens[i], i in plan.titles
    if token.lower in PRONOUNS:
        note_pronoun(ledger, i)
    elif token.lower in I:
        if plan.signer is not None:
            note_signer(ledger, i, plan.signer)
    elif token.lower in WE:
        note_narrator(ledger, i, setting)
    elif token.lower in TWO:
        _note_two(ledger, i)
    elif token.text in ledger.short and i not in ledger.by_token and _stands_alone(ledger, i, is_title=is_title):
        party = ledger.parties[ledger.short[token.text]]
        ledger.note(i, (i, i + 1), (party,), "name", "short-name")
    elif not is_title and "-" in token.text and len(token.text) > 4:
        note_joined(ledger, i)
    elif not is_title and token.pos == "NOUN":
        note_back(ledger, i)


def _stands_alone(ledger: Ledger, i: int, *, is_title: bool) -> bool:
    """ "The KHSB agreed"; not "KHSB Chief Ada Cole", and not "MP", which is a word for a person."""
    token = ledger.reading.tokens[i]
    is_word = token.lower in ledger.reading.words.people or token.lower in ledger.reading.registry.roles
    return not is_title and not is_word and token.dep not in {"compound", "nmod", "amod"}


def _note_name(ledger: Ledger, name: PersonName, person: Person, rule: str) -> None:
    """A name, and the title and apposition that belong to it."""
    party = ledger.admit(person.party)
    form: Form = "title" if name.start < name.first else "name" if len(name.words) > 1 else "family"
    role = name.apposed
    party = _note_beside(ledger, name, party)
    ledger.note(name.head, (name.start, name.last), (party,), form, rule)
    if role is not None and role.first >= name.last:
        _note_apposition(ledger, role, party)


def _note_beside(ledger: Ledger, name: PersonName, party: Party) -> Party:
    """ "A Republican, Ada Cole, said": the noun to which a name is apposed is the person, and tells the country."""
    token = ledger.reading.tokens[name.head]
    number = ledger.by_token.get(token.head) if token.dep == "appos" else None
    if number is None or ledger.mentions[number].head != token.head or ledger.reading.tokens[token.head].tag in PLURALS:
        return party
    if ledger.mentions[number].form in NAMES:
        return party  # "President Cole, Chancellor Vega and": a list
    other = ledger.parties[ledger.mentions[number].actors[0]]
    if other.kind not in {"party", "population"} and not (other.kind == "person" and other.provisional):
        return party
    country = party.country or other.country
    party = ledger.admit(replace(party, country=country, sector=party.sector or other.sector))
    ledger.note(
        token.head,
        (ledger.mentions[number].first, ledger.mentions[number].last),
        (party,),
        "apposition",
        "apposed-name",
    )
    return party


def _note_apposition(ledger: Ledger, role: RoleWords, party: Party) -> None:
    if role.head not in ledger.by_token:
        ledger.note(role.head, (role.first, role.last), (party,), "apposition", "apposition")


def _note_two(ledger: Ledger, i: int) -> None:
    """ "The pair", "the two", "both" without a noun."""
    token = ledger.reading.tokens[i]
    if (
        token.dep not in {"nsubj", "nsubjpass", "pobj", "dobj"}
        or i in ledger.by_token
        or ledger.reading.kid(i, "prep") is not None
    ):
        return
    parties = two_of(ledger, i, "pair")
    if parties:
        ledger.note(i, (ledger.reading.left(i), i + 1), parties, "description", "pair")
