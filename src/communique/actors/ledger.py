"""The ledger of one report: the parties met so far, their mentions in order, and who was named last."""

from bisect import bisect_right
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from communique.actors.mention import Actors, Form, Mention, Standing
from communique.actors.reading import Reading
from communique.actors.turns import Turns
from communique.data.registry import offices_held, standing_on
from communique.types import Actor, ActorKind, RoleReported, Sector, Span

# Mentions that write an actor's name out; an adjective, a capital or a seat does not.
NAMING = frozenset({"registry-official", "registry-short", "registry-acronym", "registry-variant", "registry-native"})


# Bodies of which a state has many, each called by where it is.
POSTED = ("-embassy", "-consulate")
LONGEST = 7  # words of a name before its acronym


class Party(Struct, frozen=True, kw_only=True):
    """An actor as the report presents it. ``nouns`` are the words that may point back to it ("minister")."""

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    sector: Sector | None = None
    office: str | None = None
    role: str | None = None
    gender: str | None = None
    plural: bool = False
    nouns: frozenset[str] = frozenset()
    wikidata: str | None = None
    provisional: bool = False
    role_reported: RoleReported | None = None


class Seen(Struct, frozen=True):
    """A mention as the discourse keeps it: where, who, and whether as a subject."""

    token: int
    sentence: int
    ids: tuple[str, ...]
    subject: bool
    quoted: bool
    form: Form


class Manner(Struct, frozen=True):
    """How a mention was resolved, the words of each of its actors, and the ids that lost."""

    form: Form
    rule: str
    spans: tuple[Span, ...]
    candidates: tuple[str, ...]


class Ledger:
    """Fills up in order of the text; ``actors`` closes it."""

    def __init__(self, reading: Reading, story: str | None = None, turns: Turns | None = None) -> None:
        self.reading = reading
        self.story = story
        self.home: str | None = None  # the state that publishes the report
        self.turns = turns or Turns()
        self.parties: dict[str, Party] = {}
        self.mentions: list[Mention] = []
        self.by_token: dict[int, int] = {}
        self.seen: list[Seen] = []
        self.ahead: dict[int, Party] = {}  # the head of each name of a person -> who it is
        self.within: set[int] = set()  # heads that a larger mention has taken in: "thousands of protesters"
        self.short: dict[
            str, str
        ] = {}  # an acronym in brackets behind a name -> whose: "the Border Police Board (BPB)"
        outer = [q.span for q in reading.parsed.quotes if q.depth == 0]
        self._opens = [s.start for s in outer]
        self._closes = [s.end for s in outer]

    def admit(self, party: Party) -> Party:
        """Enter a party, or what is new of it."""
        old = self.parties.get(party.id)
        if old is not None:
            party = replace(
                old, gender=old.gender or party.gender, nouns=old.nouns | party.nouns, role=old.role or party.role,
                role_reported=old.role_reported or party.role_reported, country=old.country or party.country,
                sector=old.sector or party.sector, office=old.office or party.office,
            )  # fmt: skip
        self.parties[party.id] = party
        return party

    def note(
        self, head: int, bounds: tuple[int, int], parties: tuple[Party, ...], form: Form, rule: str,
        *, candidates: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        """Write a mention down; its words lead to it unless a narrower mention has them."""
        self._write(head, bounds, parties, Manner(form, rule, (), candidates))

    def note_each(
        self, head: int, bounds: tuple[int, int], parts: tuple[tuple[Party, Span], ...], form: Form, rule: str
    ) -> None:
        """Write down a mention of several, each of whom rests on words of its own."""
        self._write(head, bounds, tuple(p for p, _ in parts), Manner(form, rule, tuple(s for _, s in parts), ()))

    def _write(self, head: int, bounds: tuple[int, int], parties: tuple[Party, ...], how: Manner) -> None:
        reading, (first, last), lead = self.reading, bounds, parties[0]
        number = len(self.mentions)
        ids = tuple(p.id for p in parties)
        self.mentions.append(
            Mention(
                span=reading.span(first, last), head=head, first=first, last=last, actors=ids, form=how.form,
                rule=how.rule, spans=how.spans, country=lead.country, sector=lead.sector, office=lead.office,
                candidates=how.candidates,
            )
        )  # fmt: skip
        for i in range(first, last):
            self.by_token.setdefault(i, number)
        self.by_token[head] = number
        self._shorten(last, parties)
        token = reading.tokens[head]
        self.seen.append(
            Seen(head, token.sentence, ids, reading.is_subject(head), self.is_quoted(token.start), how.form)
        )

    def _shorten(self, last: int, parties: tuple[Party, ...]) -> None:
        """Remember the acronym in brackets that follows the name of a body."""
        tokens, lead = self.reading.tokens, parties[0]
        if last + 2 >= len(tokens) or tokens[last].text != "(" or tokens[last + 2].text != ")" or len(parties) > 1:
            return
        acronym = tokens[last + 1].text
        is_body = lead.kind not in {"person", "population"} and lead.id.upper() != lead.country
        if is_body and len(acronym) > 1 and acronym.isupper() and self._abbreviates(acronym, last):
            self.short[acronym] = lead.id

    def _abbreviates(self, acronym: str, last: int) -> bool:
        """Whether most letters begin words of the name: "MININT" for the Ministry of the Interior, not "COP27" for a
        convention whose parties meet there."""
        before = self.reading.tokens[max(0, last - LONGEST) : last]
        initials = {t.text[0] for t in before if t.text[0].isupper()}
        letters = [c for c in acronym if c.isalpha()]
        return 2 * sum(c in initials for c in letters) >= len(letters)

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset is inside a quotation."""
        number = bisect_right(self._opens, offset) - 1
        return number >= 0 and offset < self._closes[number]

    def speakers_at(self, i: int) -> tuple[str, ...]:
        """Who speaks in the turn of a transcript in which a word stands."""
        numbers = dict.fromkeys(self.by_token[k] for k in self.turns.label_of(i) if k in self.by_token)
        return tuple(a for n in numbers for a in self.mentions[n].actors)

    def parties_of(self, seen: Seen) -> tuple[Party, ...]:
        """The parties of something seen."""
        return tuple(self.parties[i] for i in seen.ids)

    def actors(self) -> Actors:
        """The actors in order of their first mention."""
        spans: dict[str, list[Span]] = {}
        for mention in self.mentions:
            own = mention.spans or (mention.span,) * len(mention.actors)
            for actor, span in zip(mention.actors, own, strict=True):
                spans.setdefault(actor, []).append(span)
        fullest = self._fullest()
        parties = [replace(self.parties[i], name=fullest.get(i, self.parties[i].name)) for i in spans]
        return Actors(
            actors=tuple(_actor(p, tuple(spans[p.id])) for p in parties),
            mentions=tuple(self.mentions),
            by_token=self._through_appositions(),
            states=self.reading.registry.states,
            standings={p.id: Standing(country=p.country, sector=p.sector, office=p.office) for p in parties},
        )

    def _through_appositions(self) -> dict[int, int]:
        """Also a noun that names nobody by itself leads to who is apposed to it: "the broadcaster PBS", "the group, M23"."""
        tokens = self.reading.tokens
        beside = {tokens[m.head].head: n for n, m in enumerate(self.mentions) if tokens[m.head].dep == "appos"}
        nouns = {i: n for i, n in beside.items() if tokens[i].pos == "NOUN" and i < self.mentions[n].head}
        return nouns | self.by_token

    def _fullest(self) -> dict[str, str]:
        """The fullest name that the report gives a body: the longest of those in it, "EU" only where no other is."""
        out: dict[str, str] = {}
        for m in self.mentions:
            party = self.parties[m.actors[0]]
            posted = m.rule == "body-of-state" and party.id.endswith(POSTED)
            if (m.rule in NAMING or posted) and party.id.upper() != party.country and party.kind != "person":
                text = self.reading.text(m.first, m.last).removeprefix("the ").removeprefix("The ")
                if not posted or (text[0].isupper() and " " in text):  # not "an embassy", "Embassy"
                    out[party.id] = max(out.get(party.id, ""), text, key=len)
        return out


def registered(reading: Reading, actor_id: str) -> Party:
    """An actor of the registry as it stands on the day of the report."""
    actor = reading.registry.actors[actor_id]
    standing = standing_on(reading.registry, actor_id, reading.day)
    office = next(iter(offices_held(reading.registry, actor_id, reading.day)), None) if actor.kind == "person" else None
    first_name = actor.name.split()[0].lower() if actor.kind == "person" else ""
    return Party(
        id=actor_id, kind=actor.kind, name=actor.name, wikidata=actor.wikidata,
        country=standing.country if standing else actor.country, sector=standing.sector if standing else actor.sector,
        office=office.id if office else None, role=office.role if office else None,
        gender=reading.words.genders.get(first_name), plural=actor.kind in {"population", "armed-group", "party"},
        nouns=frozenset(office.title.lower().split()) if office else frozenset(),
    )  # fmt: skip


def provisional_id(*key: str | None) -> str:
    """The id of an actor that the registry does not hold; of a group or person without a name the key has the report, for
    "the protesters" of two reports are not the same."""
    digest = sha256("|".join(k or "" for k in key).lower().encode()).hexdigest()
    return f"prov:{digest[:8]}"


def _actor(party: Party, mentions: tuple[Span, ...]) -> Actor:
    return Actor(
        id=party.id, kind=party.kind, name=party.name, country=party.country, wikidata=party.wikidata,
        provisional=party.provisional, role_reported=party.role_reported, mentions=mentions,
    )  # fmt: skip
