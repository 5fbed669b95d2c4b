"""What a noun phrase says about who it names: the role or group in it, the country, the shift of time."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from communique.actors.misread import hidden_in, is_gerund, is_hidden_verb
from communique.actors.reading import Known, Reading, is_state
from communique.actors.senses import is_meant
from communique.data.mentions import NounClass
from communique.data.registry import RolePhrase
from communique.parse.parsed import Token
from communique.types import ActorKind, Sector

PLURALS = frozenset({"NNS", "NNPS"})
# Those who are sent to a state are not of it.
SENT = frozenset({"ambassador", "envoy", "emissary", "representative", "delegate", "coordinator"})


class Cue(Struct, frozen=True, kw_only=True):
    """Words that say to whom something belongs: "Russian", "Iraq's", "State Department"."""

    first: int
    last: int
    actor: str
    country: str | None
    kind: ActorKind
    state: bool


class Noun(Struct, frozen=True, kw_only=True):
    """A noun phrase that names somebody by a common noun: tokens ``[first, last)`` with the head."""

    head: int
    first: int
    last: int
    begins: int  # where the words of the role begin: "foreign minister" in "the Chinese foreign minister"
    phrase: str  # those words in lower case
    entry: RolePhrase | None  # of the registry
    entries: tuple[RolePhrase, ...]
    known: NounClass | None  # of data/mentions.toml
    collective: bool
    plural: bool
    cues: tuple[Cue, ...]
    owner: int | None  # a pronoun before it: "his counterpart"
    shift: str | None  # former, future, deputy
    definite: bool
    bare: bool

    @property
    def kind(self) -> ActorKind:
        """The kind of those it names in the plural."""
        if self.known is not None:
            return self.known.kind
        return self.entry.kind if self.entry is not None else "unknown"

    @property
    def sector(self) -> Sector | None:
        """The sector that the noun tells; a representative is a diplomat before a legislator, and "all parties" are sides."""
        if self.known is not None and self.known.id in {"diplomats", "sides"}:
            return self.known.sector
        if self.entry is not None and self.entry.sector is not None:
            return self.entry.sector
        return self.known.sector if self.known is not None else None

    @property
    def country(self) -> str | None:
        """The country that the phrase itself tells."""
        return next((c.country for c in self.cues if c.country), None)


def read_noun(reading: Reading, head: int) -> Noun | None:
    """The noun phrase of a head, if its noun names people, officials, bodies or groups."""
    token = reading.tokens[head]
    if not may_tell(reading, token):
        return None
    first = _left(reading, head)
    begins, last, entries = _entries(reading, first, head)
    plural = token.tag in PLURALS
    known, collective = _known_class(reading, head, first)
    if not entries and known is None:
        return None
    premodifiers = range(first, head)
    cues = _cues(reading, premodifiers, head)
    if not is_meant(reading, head, first, owned=any(c.last <= head for c in cues)):
        return None
    entry = pick_entry(entries, next((c.country for c in cues if c.country), None))
    return Noun(
        head=head, first=first, last=last, begins=begins, entry=entry, entries=entries, known=known,
        phrase=reading.text(begins, last).lower(), collective=collective, plural=plural, cues=cues,
        owner=_owner(reading, head), shift=find_shift(reading, first, min(begins, head)) or _later(reading, last),
        definite=_is_definite(reading, first, head), bare=first == head,
    )  # fmt: skip


def may_tell(reading: Reading, token: Token) -> bool:
    """Whether a noun is a word of any role, class or group; most are of none, and need no look at their phrase."""
    nouns, word = reading.words.noun_words, token.lower
    if word in nouns or word in reading.registry.role_words or not word.isalnum():
        return True
    return token.lemma.lower() in nouns or word.removesuffix("s") in nouns


def _left(reading: Reading, head: int) -> int:
    """Where the noun phrase begins; the parser may hang the first half of "secretary-general" on the second, and a role
    with its verb on the noun after: "the army chief briefed party leaders"."""
    owner = hidden_in(reading, head)
    first = reading.left(head if owner is None else owner)
    first = _after_state(reading, first, head)
    verb = next((i for i in range(head - 1, first, -1) if is_hidden_verb(reading, i)), None)
    if verb is not None or is_gerund(reading, first, head):
        return first + 1 if verb is None else verb + 1
    if head > 1 and reading.tokens[head - 1].text == "-" and reading.tokens[head - 2].pos in {"NOUN", "PROPN"}:
        return min(first, reading.left(head - 2))
    return first


def _after_state(reading: Reading, first: int, head: int) -> int:
    """ "The United States and NATO member states": a state written out, joined to a body's states, is a party of its own."""
    own = next((reading.known[i] for i in (first, first + 1) if i < head and i in reading.known), None)
    if own is None or not is_state(own.actor) or own.name.kind not in {"short", "official"} or own.last + 1 >= head:
        return first
    other = reading.known.get(own.last + 1)
    joined = reading.tokens[own.last].lower == "and" and other is not None and not is_state(other.actor)
    return own.last + 1 if joined else first


def phrase_entries(reading: Reading, first: int, last: int) -> tuple[RolePhrase, ...]:
    """The registry's entries for the words of tokens ``[first, last)``."""
    return reading.registry.roles.get(reading.text(first, last).lower().replace("’", "'"), ())


def pick_entry(entries: tuple[RolePhrase, ...], country: str | None) -> RolePhrase | None:
    """The entry for a country, else the one for all, else the only one there is."""
    if not entries:
        return None
    offices = [e for e in entries if e.type == "office"] or list(entries)
    own = next((e for e in offices if e.country == country), None)
    return own or next((e for e in offices if e.country is None), None) or (offices[0] if country is None else None)


def find_shift(reading: Reading, first: int, begins: int) -> str | None:
    """Whether the words before a role move it in time or rank: "former", "next", "deputy"; not those of a name, as in
    "State Department spokesman", nor those of the role, as in "vice president"."""
    words = reading.words
    for token in reading.tokens[first:begins]:
        if token.i in reading.known and token.lower not in words.former:
            continue
        if token.lower in words.former:
            return "former"
        if token.lower in words.future:
            return "future"
        if token.lower in words.deputy:
            return "deputy"
    return None


def _later(reading: Reading, last: int) -> str | None:
    """ "The president-elect", "the prime minister designate"."""
    following = [t.lower for t in reading.tokens[last : last + 2]]
    after_hyphen = following[-1] if following[:1] == ["-"] else ""
    return "future" if {*following[:1], after_hyphen} & reading.words.future else None


def is_general(tokens: Sequence[Token], i: int) -> bool:
    """The second half of "secretary-general", which the parser may take for an adjective."""
    return (
        tokens[i].lower == "general" and i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].pos in {"NOUN", "PROPN"}
    )


def cue_of(known: Known) -> Cue | None:
    """A registry name as a cue of belonging; a bare capital too ("the Kabul government")."""
    actor = known.actor
    if actor.kind in {"person", "outlet"}:
        return None
    state = is_state(actor)
    return Cue(first=known.first, last=known.last, actor=actor.id, country=actor.country, kind=actor.kind, state=state)


def _entries(reading: Reading, first: int, head: int) -> tuple[int, int, tuple[RolePhrase, ...]]:
    """Where the role's words begin and end, and their entries: the longest phrase that ends at the head or goes on."""
    last = head + 1
    following = reading.tokens[head + 1].lower if last < len(reading.tokens) else ""
    if following in {"of", "for", "to", "-", "general"}:
        for end in range(min(head + 6, len(reading.tokens)), head + 2, -1):
            for k in range(max(first, head - 3), head + 1):
                found = phrase_entries(reading, k, end)
                if found:
                    return k, end, found
    for k in range(max(first, head - 4), head + 1):
        found = phrase_entries(reading, k, last)
        if found and (k < head or not (split := _split_entries(reading, first, head))):
            return k, last, found
        if found:
            return head, last, split
    return head, last, _split_entries(reading, first, head)


def _split_entries(reading: Reading, first: int, head: int) -> tuple[RolePhrase, ...]:
    """ "The top U.S. diplomat", "the chief Russian negotiator": a phrase with a name between its words."""
    words = [i for i in range(max(first, head - 4), head) if i not in reading.known]
    if not words or len(words) == head - max(first, head - 4) or words[-1] == head - 1:
        return ()
    phrase = f"{reading.tokens[words[-1]].lower} {reading.tokens[head].lower}"
    return reading.registry.roles.get(phrase, ())


def _known_class(reading: Reading, head: int, first: int) -> tuple[NounClass | None, bool]:
    """The class of a noun in data/mentions.toml, two words before one, and whether it is a collective."""
    token, words = reading.tokens[head], reading.words
    lemma = token.lemma.lower()
    following = reading.tokens[head + 1].lower if head + 1 < len(reading.tokens) else ""
    if head > first or following == "general":
        two = reading.tokens[head - 1].lower if head > first else ""
        for form in (f"{two} {token.lower}", f"{two} {lemma}", f"{token.lower} {following}"):
            if form in words.people:
                return words.people[form], False
            if form in words.collectives:
                return words.collectives[form], True
    if token.lower in words.collectives:
        return words.collectives[token.lower], True
    if lemma in words.people:
        return words.people[lemma], False
    return (words.collectives[lemma], True) if lemma in words.collectives else (None, False)


def _cues(reading: Reading, premodifiers: Iterable[int], head: int) -> tuple[Cue, ...]:
    """Every state, body or group before the head, the nearest last; else the one after "of", "from" or "in"."""
    found: dict[int, Cue] = {}
    for i in premodifiers:
        known = reading.known.get(i)
        if (
            known is not None
            and known.last <= head
            and (cue := cue_of(known)) is not None
            and not _is_led(reading, known)
        ):
            found.setdefault(known.first, cue)
    if any(c.country for c in found.values()):
        return _nearest(reading, list(found.values()))
    after = _shared(reading, head) or _after(reading, head) or _of_joined(reading, head)
    return after or tuple(found.values())[-1:]


def _is_led(reading: Reading, known: Known) -> bool:
    """ "The Western-backed government", "Iran-aligned militias": whose friend it is, not whose it is."""
    following = reading.tokens[known.last : known.last + 2]
    return len(following) == 2 and following[0].text == "-" and following[1].tag in {"VBN", "VBD", "JJ", "VBG", "NN"}


def _after(reading: Reading, head: int) -> tuple[Cue, ...]:
    """The state or body after the noun: "minister of Iraq", "leaders of the Taliban movement", "civilians in Lebanon";
    not where somebody is sent: "ambassador to France", "envoy for Yemen"."""
    sent = reading.tokens[head].lemma.lower() in SENT
    for prepositions in (("of", "from"), ("in", "at") if sent else ("in", "within", "inside", "at", "to", "for")):
        inner = reading.object_of(head, *prepositions)
        if inner is None:
            continue
        found = _first_cue(reading, inner)
        if found is not None:
            listed = (
                _listed(reading, found.first, max(inner, found.last - 1)) if reading.tokens[head].tag in PLURALS else []
            )
            others = [cue for i in listed if (cue := _first_cue(reading, i)) is not None]
            return (found, *others) if found.state and all(cue.state for cue in others) else (found,)
    return ()


def _first_cue(reading: Reading, inner: int) -> Cue | None:
    for i in (inner, *range(reading.left(inner), inner)):
        known = reading.known.get(i)
        if known is not None and (cue := cue_of(known)) is not None:
            return cue
    return None


def _listed(reading: Reading, first: int, inner: int) -> list[int]:
    """What is joined to a name: Greece and Israel in "the delegations of the Republic of Cyprus, Greece and Israel"."""
    kids = [c for i in range(first, inner + 1) for c in reading.children[i] if c > inner]
    ends = [*kids, *(c for k in kids if reading.tokens[k].dep == "appos" for c in reading.children[k])]
    listed = {"conj", "appos"} if any(reading.tokens[c].dep == "cc" for c in ends) else {"conj"}
    joined = sorted(c for c in kids if reading.tokens[c].dep in listed)
    return [i for c in joined for i in (c, *_listed(reading, c, c))]


def _nearest(reading: Reading, cues: list[Cue]) -> tuple[Cue, ...]:
    """The cue nearest to the head; several where they are joined ("U.S. and Chinese citizens")."""
    joined = [cues[-1]]
    for cue in reversed(cues[:-1]):
        between = [t.lower for t in reading.tokens[cue.last : joined[0].first]]
        if not joined[0].state or not cue.state or not set(between) <= {"and", ",", "or"} or not between:
            break
        joined.insert(0, cue)
    return tuple(joined)


def _shared(reading: Reading, head: int) -> tuple[Cue, ...]:
    """ "American diplomats and service members": a conjunct without its own article shares the adjective."""
    token = reading.tokens[head]
    if token.dep != "conj" or token.tag not in PLURALS or reading.tokens[token.head].pos != "NOUN":
        return ()
    first = token.head
    found = {}
    for c in reading.children[first]:
        known = reading.known.get(c)
        if c < first and reading.tokens[c].dep == "amod" and known is not None:
            found[known.first] = cue_of(known)
    return tuple(c for c in found.values() if c is not None)


def _of_joined(reading: Reading, head: int) -> tuple[Cue, ...]:
    """ "The GOVERNMENT and people of Chad", "the army and GOVERNMENT of Chad": two nouns under one "of"; with an article of
    its own each ("the envoy and the people of Chad") only for what a state has one of."""
    token = reading.tokens[head]
    beside = [c for c in reading.children[head] if reading.tokens[c].dep == "conj"]
    for other in (*beside[:1], *([token.head] if token.dep == "conj" else [])):
        between = reading.tokens[min(head, other) + 1 : max(head, other)]
        words = {t.lower for t in between if t.pos != "ADJ"}
        own = "the" in words and token.lower not in reading.words.collectives
        inner = reading.object_of(other, "of")
        if (
            inner is not None
            and words <= {"and", "the"}
            and not own
            and (cue := _first_cue(reading, inner)) is not None
        ):
            return (cue,)
    return ()


def _owner(reading: Reading, head: int) -> int | None:
    return next((c for c in reading.children[head] if reading.tokens[c].tag == "PRP$"), None)


def _is_definite(reading: Reading, first: int, head: int) -> bool:
    """Whether a phrase means one that is known: by its article or owner, or as a title ("Foreign Minister also said")."""
    if reading.tokens[head].tag == "NNP" and reading.tokens[first].lower not in {"a", "an", "no", "any"}:
        return True
    if reading.tokens[first].lower in {"the", "this", "that", "these", "those", "both"}:
        return True
    return any(reading.tokens[c].dep == "poss" for c in reading.children[head])
