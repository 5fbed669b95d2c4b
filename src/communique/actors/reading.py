"""One report laid open: its tokens, the names found in it and whom each names, and the edges of its noun phrases."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from communique.actors.scan import Hit, find_hits
from communique.clauses import Clauses
from communique.data.mentions import MentionWords
from communique.data.registry import Registry
from communique.data.registry_types import Name, RegistryActor
from communique.parse.parsed import Entity, Parsed, Token
from communique.times import Times
from communique.types import Day, Span

PREMODIFIERS = frozenset({"det", "amod", "compound", "poss", "nmod", "nummod", "quantmod", "predet", "npadvmod", "case", "punct", "advmod", "neg", "prep"})  # fmt: skip
SAYING = frozenset({"say", "report", "tell", "quote", "write", "cite", "publish", "add", "accord", "ask"})


class Known(Struct, frozen=True):
    """A hit with the registry's actor that it names here, and the name's kind."""

    first: int
    last: int
    actor: RegistryActor
    name: Name
    others: tuple[str, ...] = ()


class Evidence(Struct, frozen=True):
    """What decides between two actors of one name: how often countries are named, entities, and whether words tell of a
    region of a state ("governor", "county")."""

    cues: Counter[str]
    label: dict[int, tuple[int, int, str]]
    regional: bool


class Reading(Struct, frozen=True, kw_only=True):
    """What every step of the room reads; made once for a report."""

    parsed: Parsed
    clauses: Clauses
    times: Times
    registry: Registry
    words: MentionWords
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    known: dict[int, Known]  # token -> the registry name that it is in
    label: dict[int, tuple[int, int, str]]  # token -> first, last and label of its entity

    @property
    def day(self) -> Day | None:
        """The day of publication."""
        return self.parsed.report.published

    def days_at(self, i: int) -> tuple[Day, Day] | None:
        """The first and last day of what a word stands in: of its clause or one above it if that lies well before the day
        of publication ("met the French president in 2015"), else that day."""
        told = self._told_days(i)
        if told is not None and (self.day is None or told[1] < _month_before(self.day)):
            return told
        return None if self.day is None else (self.day, self.day)

    def _told_days(self, i: int) -> tuple[Day, Day] | None:
        while i not in self.clauses.by_head and self.tokens[i].head != i:
            i = self.tokens[i].head
        predicate = self.clauses.at(i)
        chain = () if predicate is None else (predicate, *self.clauses.chain(predicate))
        for above in chain:
            for number in self.times.of_predicate.get(above.id, ()):
                time = self.times.times[number]
                if time.start is not None and time.end is not None:
                    return time.start, time.end
        return None

    def text(self, first: int, last: int) -> str:
        """The words of tokens ``[first, last)``, on one line."""
        raw = self.parsed.report.text[self.tokens[first].start : self.tokens[last - 1].end]
        return " ".join(raw.split()) if "\n" in raw else raw

    def span(self, first: int, last: int) -> Span:
        """The span of tokens ``[first, last)``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def left(self, head: int) -> int:
        """The first token of what stands before the head in its noun phrase."""
        first, todo = head, [head]
        while todo:
            at = todo.pop()
            for c in self.children[at]:
                if c < head and self.tokens[c].dep in PREMODIFIERS and self.tokens[c].pos != "ADP":
                    first = min(first, c)
                    todo.append(c)
        while first < head and self.tokens[first].pos in {"PUNCT", "CCONJ", "ADV"} and self.tokens[first].text != '"':
            first += 1
        return first

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child with one of the labels."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)

    def object_of(self, head: int, *prepositions: str) -> int | None:
        """The object of one of the prepositions of a noun: Iraq in "the minister of Iraq"."""
        for c in self.children[head]:
            if self.tokens[c].dep == "prep" and self.tokens[c].lower in prepositions:
                return self.kid(c, "pobj")
        return None

    def is_subject(self, i: int) -> bool:
        """Whether a token is the subject of a clause, or joined to one."""
        token = self.tokens[i]
        while token.dep == "conj" and token.head != token.i:
            token = self.tokens[token.head]
        return token.dep in {"nsubj", "nsubjpass", "csubj", "agent"}


def _month_before(day: Day) -> Day:
    return (date.fromisoformat(day) - timedelta(days=31)).isoformat()


def read(clauses: Clauses, times: Times, registry: Registry, words: MentionWords) -> Reading:
    """Lay a report open."""
    parsed = clauses.parsed
    label = {i: (e.first, e.last, e.label) for e in parsed.entities for i in range(e.first, e.last)}
    hits = find_hits(parsed, registry)
    regional = any(t.lower in words.regional for t in parsed.tokens)
    evidence = Evidence(_cues(hits, registry), label, regional)
    known: dict[int, Known] = {}
    for hit in hits:
        chosen = None if hit.first in known else _choose(parsed, registry, hit, evidence)
        known |= {} if chosen is None else dict.fromkeys(range(hit.first, hit.last), chosen)
    return Reading(
        parsed=parsed, clauses=clauses, times=times, registry=registry, words=words, tokens=parsed.tokens, children=parsed.children, known=known,
        label=label,
    )  # fmt: skip


def is_state(actor: RegistryActor) -> bool:
    """A state or territory that acts as one: its id is the three letters of its country."""
    return actor.kind == "government" and len(actor.id) == 3


def _cues(hits: Iterable[Hit], registry: Registry) -> Counter[str]:
    """How often each country is named by words that name nothing else."""
    found: Counter[str] = Counter()
    for hit in hits:
        plain = {n.actor for n in hit.names if n.needs is None}
        if len(plain) == 1 == len(hit.names):
            actor = registry.actors[hit.names[0].actor]
            found[actor.id] += 1
            if actor.country:
                found[actor.country] += 1
    return found


def _choose(parsed: Parsed, registry: Registry, hit: Hit, evidence: Evidence) -> Known | None:
    """The actor that a name names in this report: see docs/knowledge_actors.md, ``needs``."""
    if _is_continent(parsed, hit):
        return None
    day = parsed.report.published
    dated = [n for n in hit.names if day is None or ((n.start or "") <= day and (n.end is None or day <= n.end))]
    ranked = sorted(
        ((rank, n) for n in dated or hit.names if (rank := _rank(parsed, registry, hit, n, evidence)) is not None),
        key=lambda pair: pair[0],
    )
    if not ranked:
        return None
    best = ranked[0][1]
    others = tuple(dict.fromkeys(n.actor for _, n in ranked if n.actor != best.actor))
    return Known(hit.first, hit.last, registry.actors[best.actor], best, others)


def _is_continent(parsed: Parsed, hit: Hit) -> bool:
    """ "Latin America", "Central American officials": not the United States."""
    before = parsed.tokens[hit.first - 1].lower if hit.first else ""
    return before in {"latin", "central", "south", "north"} and parsed.tokens[hit.first].lower.startswith("america")


def _rank(parsed: Parsed, registry: Registry, hit: Hit, name: Name, evidence: Evidence) -> tuple[int, int] | None:
    """How well a name fits (smallest best), or None where what it needs is missing."""
    actor, cues = registry.actors[name.actor], evidence.cues
    weight = -cues[name.actor] - cues[actor.country or ""]
    if name.needs == "cue":
        if is_state(actor) and any(n.needs == "default" and cues[n.actor] for n in hit.names):
            return None  # "Korea" where both are named: the other is always called the North
        if _is_region_of_another(registry, hit, actor) and not (evidence.regional or cues[name.actor]):
            return None
        near = -cues[name.actor] if _has_sister(registry, hit, actor) else weight
        return (0, weight) if near < 0 else None
    if name.needs == "speech":
        return (1, weight) if _speaks(parsed, hit) else None
    if name.needs == "person":
        return None if _in_person(parsed, hit, evidence.label) else (1, weight)
    order = {"short": 1, "official": 2, "adjective": 1, "demonym": 3}.get(name.kind, 2)
    return (order, weight) if name.needs is None else (5, weight)


def _has_sister(registry: Registry, hit: Hit, actor: RegistryActor) -> bool:
    """Whether the name's first meaning is of the same country: naming the United States tells nothing of which
    Washington is meant."""
    return any(n.needs == "default" and registry.actors[n.actor].country == actor.country for n in hit.names)


def _is_region_of_another(registry: Registry, hit: Hit, actor: RegistryActor) -> bool:
    """Georgia of the United States where the name first means a state: naming the United States tells nothing of which."""
    first = next((registry.actors[n.actor] for n in hit.names if n.needs == "default"), None)
    return first is not None and is_state(first) and first.country != actor.country and actor.parent is not None


def _speaks(parsed: Parsed, hit: Hit) -> bool:
    head = next((i for i in range(hit.last - 1, hit.first - 1, -1) if parsed.tokens[i].dep != "compound"), hit.first)
    token = parsed.tokens[head]
    above = parsed.tokens[token.head]
    if token.dep == "pobj":
        return above.lower in {"to", "by", "with", "in"} and parsed.tokens[above.head].lemma in SAYING | {
            "according",
            "interview",
        }
    return token.dep in {"nsubj", "dobj", "dative", "agent"} and above.lemma in SAYING


def _in_person(parsed: Parsed, hit: Hit, label: dict[int, tuple[int, int, str]]) -> bool:
    """Whether a name is part of a person's: "Michael Jordan", and "Jordan" after it; alone, it is the state."""
    if _is_listed_place(parsed, hit):
        return False
    first, last, kind = label.get(hit.first, (0, 0, ""))
    if kind != "PERSON" or last - first > hit.last - hit.first:
        return kind == "PERSON" or _beside_name(parsed, hit)
    words = [t.text for t in parsed.tokens[hit.first : hit.last]]
    return _beside_name(parsed, hit) or any(_is_fuller(parsed, entity, words) for entity in parsed.entities)


def _is_fuller(parsed: Parsed, entity: Entity, words: list[str]) -> bool:
    """Whether an entity is a person of these and other names."""
    texts = [t.text for t in parsed.tokens[entity.first : entity.last]]
    inside = len(texts) > len(words) and words in (texts[-len(words) :], texts[: len(words)])
    return entity.label == "PERSON" and inside


def _is_listed_place(parsed: Parsed, hit: Hit) -> bool:
    """ "Saudi Arabia, Jordan, Kuwait": one of a list of places is no person, whatever the parser calls it."""
    tokens = parsed.tokens
    before, after = tokens[max(0, hit.first - 2) : hit.first], tokens[hit.last : hit.last + 2]
    near = [pair for pair in (before, after[::-1]) if len(pair) == 2 and pair[1].lower in {",", "and", "or"}]
    return any(pair[0].entity == "GPE" for pair in near)


def _beside_name(parsed: Parsed, hit: Hit) -> bool:
    before = parsed.tokens[hit.first - 1] if hit.first else None
    return before is not None and before.entity == "PERSON" and parsed.tokens[hit.first].entity == "PERSON"
