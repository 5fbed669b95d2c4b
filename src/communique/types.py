"""The values that every room takes and gives: frozen, typed, written to JSON as DESIGN.md has them.

Spans are half-open ranges of Unicode code points of ``Report.text``. Days are ISO strings (``YYYY-MM-DD``), first and
last both included. Nothing here does any work. The structs hold no cycles, so the collector need not follow them
(``gc=False``): following them doubled what the clauses cost.
"""

from typing import Literal

from msgspec import Struct, field

Day = str

ActorKind = Literal[
    "person", "government", "ministry", "military", "parliament", "court", "police", "body", "party", "armed-group",
    "outlet", "organisation", "company", "population", "unknown",
]  # fmt: skip
Sector = Literal[
    "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "UAF", "JRN", "EDU", "BUS", "CRM", "CVL", "REF",
    "LAB", "REL", "MED", "NGO", "IGO", "ELI", "UNK",
]  # fmt: skip
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["actual", "future", "hypothetical", "negated"]
Granularity = Literal["day", "week", "month", "quarter", "year", "decade", "open"]
Basis = Literal["stated", "inherited", "tense"]
StatementKind = Literal["direct", "mixed", "indirect"]
Act = Literal["said", "declined", "denied"]
Stance = Literal["supports", "open-to", "calls-for", "concerned", "opposes", "rejects", "neutral"]


class Span(Struct, frozen=True, array_like=True, order=True, gc=False):
    """A half-open range of code points of the report's text; never empty."""

    start: int
    end: int


class Removed(Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of debris: no part of the story, marked and left in the text."""

    start: int
    end: int
    reason: str


class Problem(Struct, frozen=True, kw_only=True, gc=False):
    """What a stage could not do: where, and what to do about it."""

    stage: str
    span: Span | None = None
    message: str


class Report(Struct, frozen=True, kw_only=True, gc=False):
    """One published text as it came to us; ``text`` is never changed."""

    id: str
    source_sha256: str
    text: str
    path: str | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    published: Day | None = None
    published_basis: Literal["given", "metadata", "markup", "guessed"] | None = None
    updated: Day | None = None
    language: str | None = None
    licence: str | None = None
    correction_note: Span | None = None
    removed: tuple[Removed, ...] = ()
    problems: tuple[Problem, ...] = ()


class Role(Struct, frozen=True, kw_only=True, gc=False):
    """A party of an entry, and the words that name it there; country, sector, office as of the entry's first day."""

    actor: str
    span: Span
    country: str | None = None
    sector: Sector | None = None
    office: str | None = None


class RoleReported(Struct, frozen=True, kw_only=True, gc=False):
    """What the report itself calls an actor."""

    text: str
    span: Span


class Actor(Struct, frozen=True, kw_only=True, gc=False):
    """Somebody or something that acts or is acted upon in the report, with every mention of it."""

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    wikidata: str | None = None
    provisional: bool = False
    role_reported: RoleReported | None = None
    mentions: tuple[Span, ...] = ()


class Time(Struct, frozen=True, kw_only=True, gc=False):
    """A time expression, resolved or not: first and last day, null where the report does not allow them."""

    span: Span
    text: str
    start: Day | None = None
    end: Day | None = None
    granularity: Granularity | None = None
    exact: bool = False


class Place(Struct, frozen=True, kw_only=True, gc=False):
    """A named place; coordinates in decimal degrees (WGS 84)."""

    span: Span
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    kind: str | None = None
    container: str | None = None
    disputed: bool = False
    candidates: tuple[str, ...] = ()


class Date(Struct, frozen=True, kw_only=True, gc=False):
    """When an entry happened: an interval of days and the words it rests on."""

    start: Day | None = None
    end: Day | None = None
    granularity: Granularity | None = None
    basis: Basis = "stated"
    text: str | None = None
    span: Span | None = None


class EventPlace(Struct, frozen=True, kw_only=True, gc=False):
    """Where an event happened, and the words that say so."""

    name: str
    span: Span
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


class Topic(Struct, frozen=True, kw_only=True, gc=False):
    """What an entry is about: an actor or an issue, and its words."""

    id: str
    span: Span


class EventObject(Struct, frozen=True, kw_only=True, gc=False):
    """What is agreed, asked, refused, threatened or conceded: an act inside the act."""

    type: EventType | None
    span: Span
    actors: tuple[Role, ...] = ()
    recipients: tuple[Role, ...] = ()


class Magnitude(Struct, frozen=True, kw_only=True, gc=False):
    """A number that an event carries, such as the dead or a sum of money."""

    what: str
    number: float
    span: Span
    unit: str | None = None


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """Who did what to whom: a PLOVER type and mode, with status, date, place and the words each rests on."""

    id: str
    type: EventType
    trigger: Span
    evidence: tuple[Span, ...]
    rule: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: tuple[str, ...] = ()
    score: float | None = None
    status: Status = "actual"
    background: bool = False
    actors: tuple[Role, ...] = ()
    recipients: tuple[Role, ...] = ()
    object: EventObject | None = None
    about: tuple[Topic, ...] = ()
    date: Date | None = None
    not_after: Day | None = None
    place: EventPlace | None = None
    performed_by: str | None = None
    reported_by: str | None = None
    same_as: str | None = None
    part_of: str | None = None
    superseded_by: str | None = None
    hedge: Span | None = None
    magnitude: tuple[Magnitude, ...] = ()
    confidence: float = 0.5


class Medium(Struct, frozen=True, kw_only=True, gc=False):
    """How words travelled: phone, press conference, written statement, interview, radio ..."""

    name: str
    span: Span


class Statement(Struct, frozen=True, kw_only=True, gc=False):
    """A reporting of words: who said what, to whom, through whom."""

    id: str
    kind: StatementKind
    evidence: tuple[Span, ...]
    rule: str
    act: Act = "said"
    speakers: tuple[Role, ...] = ()
    on_behalf_of: Role | None = None
    content: Span | None = None
    quoted: tuple[Span, ...] = ()
    cue: Span | None = None
    audience: Role | None = None
    outlet: Role | None = None
    via: tuple[Role, ...] = ()
    medium: Medium | None = None
    occasion: str | None = None
    within: str | None = None
    date: Date | None = None
    about: tuple[Topic, ...] = ()
    clarifies: str | None = None
    clarification: Literal["clarifies", "retracts", "denies"] | None = None
    hedge: Span | None = None
    confidence: float = 0.5


class Issue(Struct, frozen=True, kw_only=True, gc=False):
    """What a position is about, such as ``recognition`` of some actors."""

    id: str
    of: tuple[str, ...] = ()


class Position(Struct, frozen=True, kw_only=True, gc=False):
    """An actor's stance on an issue at a time, and the entries it rests on; ``because`` are words on what moved it."""

    id: str
    actor: Role
    issue: Issue
    stance: Stance
    direction: Literal["for", "against", "neither"]
    evidence: tuple[Span, ...]
    rests_on: tuple[str, ...]
    rule: str
    condition: Span | None = None
    because: Span | None = None
    date: Date | None = None
    confidence: float = 0.5


class Relation(Struct, frozen=True, kw_only=True, gc=False):
    """A lasting tie that the report asserts."""

    id: str
    kind: str
    subject: Role
    object: Role
    evidence: tuple[Span, ...]
    rule: str
    start: Day | None = field(default=None, name="from")
    end: Day | None = field(default=None, name="to")


class MadeBy(Struct, frozen=True, kw_only=True, gc=False):
    """What made a record: versions and hashes, so that it can be made again."""

    version: str
    codebook: str
    model: str
    model_sha256: str
    registry_sha256: str
    rules_sha256: str
    extractor: str | None = None
    settings: dict[str, str] = {}
    attributions: tuple[str, ...] = ()


class ReportEntry(Struct, frozen=True, kw_only=True, gc=False):
    """The report as a record carries it."""

    id: str
    source_sha256: str
    path: str | None
    url: str | None
    publisher: str | None
    title: str | None
    author: str | None
    published: Day | None
    published_basis: str | None
    updated: Day | None
    language: str | None
    licence: str | None
    correction_note: Span | None
    text: str | None
    removed: tuple[Removed, ...]
    sentences: tuple[Span, ...] = ()


class RecordFields(Struct, frozen=True, kw_only=True, gc=False):
    """All of one report, in the order in which the JSON has it (schema ``communique/1``)."""

    schema: Literal["communique/1"] = "communique/1"
    made_by: MadeBy
    report: ReportEntry
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
