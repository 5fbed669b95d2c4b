"""What the registry holds: actors, the names they go by, offices and who held them when. Days are ISO strings."""

from typing import Literal

from msgspec import Struct

from communique.types import ActorKind, Day, Sector

NameKind = Literal[
    "official", "short", "former", "acronym", "adjective", "demonym", "capital", "seat", "native", "family", "variant"
]  # fmt: skip


class RegistryActor(Struct, frozen=True, kw_only=True):
    """One actor: a state (kind government), body, ministry, party, group, outlet, person ..."""

    id: str
    kind: ActorKind
    name: str
    country: str | None
    sector: Sector | None
    wikidata: str | None = None
    parent: str | None = None
    start: Day | None = None
    end: Day | None = None
    source: str = ""


class Name(Struct, frozen=True, kw_only=True):
    """A name of an actor. ``needs`` says what decides where two actors share it (see docs/knowledge.md)."""

    surface: str
    actor: str
    kind: NameKind
    start: Day | None = None
    end: Day | None = None
    needs: str | None = None


class Standing(Struct, frozen=True, kw_only=True):
    """The country and sector of an actor in an interval: the Taliban REB to 2021-08-14, GOV from 2021-08-15."""

    actor: str
    country: str | None
    sector: Sector | None
    start: Day | None = None
    end: Day | None = None


class Office(Struct, frozen=True, kw_only=True):
    """An office: ``role`` is head_of_state, head_of_government, foreign_minister, defence_minister, spokesperson,
    ambassador_un, security_adviser, secretary_general, envoy, speaker ... ; after ``known_until`` nobody is known."""

    id: str
    body: str
    country: str | None
    role: str
    title: str
    sector: Sector | None
    known_until: Day | None = None


class Tenure(Struct, frozen=True, kw_only=True):
    """Who held an office from when to when; ``end`` None while in office on the office's ``known_until``."""

    office: str
    person: str
    start: Day
    end: Day | None = None
    precision: Literal["day", "month", "year"] = "day"
    acting: bool = False
    source: str = ""


class Membership(Struct, frozen=True, kw_only=True):
    """Who belonged to a body of several states, and when; ``status`` member, permanent, elected, observer."""

    member: str
    body: str
    status: str
    start: Day | None = None
    end: Day | None = None
    source: str = ""
