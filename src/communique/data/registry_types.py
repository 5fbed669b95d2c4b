"""What the registry holds: each class is a row of the table named with it, its fields that table's columns in order.

Days are ISO strings; the first and the last are both included. An empty cell is None. ``source`` names a row of
sources.tsv, which says where such rows come from and how sure they are.
"""

from typing import ClassVar, Literal

from msgspec import Struct

from communique.types import ActorKind, Day, Sector

NameKind = Literal[
    "official", "short", "former", "acronym", "adjective", "demonym", "capital", "seat", "native", "family", "variant"
]  # fmt: skip
Needs = Literal["cue", "default", "person", "speech", "full"]
Precision = Literal["day", "month", "year", "seen"]


class Row(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A row of a table; ``KEY`` are the columns that say which row it is when one folder is laid over another."""

    KEY: ClassVar[tuple[str, ...]]


class RegistryActor(Row, frozen=True, kw_only=True, array_like=True, gc=False):
    """actors.tsv: a state (kind government), body, ministry, party, group, outlet, person ...

    ``plays`` is the part that a body has in its state ("mfa", "parliament").
    """

    KEY = ("id",)

    id: str
    kind: ActorKind
    name: str
    country: str | None
    sector: Sector | None
    wikidata: str | None = None
    parent: str | None = None
    plays: str | None = None
    start: Day | None = None
    end: Day | None = None
    source: str = "derived"


class Code(Row, frozen=True, kw_only=True, array_like=True, gc=False):
    """codes.tsv: the code of a state in another system: iso2, iso3, m49, gec (FIPS), cow, gw, plover."""

    KEY = ("actor", "scheme", "value")

    actor: str
    scheme: Literal["iso2", "iso3", "m49", "gec", "cow", "gw", "plover"]
    value: str
    start: Day | None = None
    end: Day | None = None
    source: str = "derived"


class Duty(Row, frozen=True, kw_only=True, array_like=True, gc=False):
    """duties.tsv: which office plays a role where none is called so, or that the role was vacant (``office`` None)."""

    KEY = ("country", "role", "start")

    country: str
    role: str
    office: str | None
    start: Day
    end: Day | None = None
    note: str | None = None
    source: str = "derived"


class Membership(Row, frozen=True, kw_only=True, array_like=True, gc=False):
    """memberships.tsv: who belonged to a body of several states, and when; ``precision`` is that of the first day."""

    KEY = ("body", "member", "start")

    body: str
    member: str
    start: Day | None = None
    end: Day | None = None
    status: Literal["member", "permanent", "elected", "observer", "candidate", "suspended", "associate", "partner"]
    precision: Precision = "day"
    source: str = "derived"


class Name(Row, frozen=True, kw_only=True, array_like=True, gc=False):
    """names.tsv: a name of an actor. ``needs`` says what decides where two actors share it."""

    KEY = ("surface", "actor", "kind", "start")

    surface: str
    actor: str
    kind: NameKind
    start: Day | None = None
    end: Day | None = None
    needs: Needs | None = None
    source: str = "derived"


class Office(Row, frozen=True, kw_only=True, array_like=True, gc=False):
    """offices.tsv: ``role`` is head_of_state, head_of_government, foreign_minister, defence_minister, spokesperson,
    ambassador_un, security_adviser, secretary_general, envoy, speaker ... ; ``seats`` 1 or n; ``leads`` for the office
    that leads its state; after ``known_until`` nobody is known."""

    KEY = ("id",)

    id: str
    body: str
    country: str | None
    role: str
    title: str
    sector: Sector | None
    seats: Literal["1", "n"]
    leads: bool = False
    known_until: Day | None = None
    source: str = "derived"


class RolePhrase(Row, frozen=True, kw_only=True, array_like=True, gc=False):
    """roles.tsv: a phrase for an office ("foreign minister"), a group of people ("officials") or a body ("ministry").

    ``role`` is the office's role, or what the body plays in its state; empty for a group. ``country`` limits the phrase
    to one state or body ("secretary of state": USA); ``acting`` marks a stand-in.
    """

    KEY = ("phrase", "type", "role", "kind", "sector", "country")

    phrase: str
    type: Literal["office", "group", "body"]
    role: str | None
    kind: ActorKind
    sector: Sector | None
    country: str | None = None
    acting: bool = False
    source: str = "derived"


class Source(Row, frozen=True, kw_only=True, array_like=True, gc=False):
    """sources.tsv: what the ``source`` of a row means; ``sure``: confirmed by two sources, stated by one, recalled."""

    KEY = ("source",)

    source: str
    sure: Literal["confirmed", "stated", "recalled"]
    about: str
    licence: str


class Standing(Row, frozen=True, kw_only=True, array_like=True, gc=False):
    """standings.tsv: country and sector of an actor in an interval: the Taliban REB to 2021-08-14, then GOV."""

    KEY = ("actor", "start")

    actor: str
    start: Day | None = None
    end: Day | None = None
    country: str | None
    sector: Sector | None
    source: str = "derived"


class Tenure(Row, frozen=True, kw_only=True, array_like=True, gc=False):
    """tenures.tsv: who held an office from when to when; ``end`` None while in office on its ``known_until``.

    ``precision`` says to what the days are known; "seen": the end is when a table last listed the holder, who may have
    left some weeks before, or later.
    """

    KEY = ("office", "start", "person")

    office: str
    start: Day
    person: str
    end: Day | None = None
    precision: Precision = "day"
    acting: bool = False
    source: str = "derived"


TABLES: dict[str, type[Row]] = {
    "actors": RegistryActor, "codes": Code, "duties": Duty, "memberships": Membership, "names": Name,
    "offices": Office, "roles": RolePhrase, "sources": Source, "standings": Standing, "tenures": Tenure,
}  # fmt: skip
