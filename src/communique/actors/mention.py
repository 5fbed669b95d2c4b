"""What the room gives: the mentions of a report, each resolved to actors, and the actors with country, sector, office."""

from typing import Literal

from msgspec import Struct

from communique.types import Actor, Role, Sector, Span

Form = Literal[
    "name", "family", "title", "role", "metonym", "demonym", "apposition", "pronoun", "group", "description"
]  # fmt: skip


class Standing(Struct, frozen=True, kw_only=True):
    """Country, sector and office of an actor on the day of the report."""

    country: str | None = None
    sector: Sector | None = None
    office: str | None = None


class Mention(Struct, frozen=True, kw_only=True):
    """Words that refer to actors: tokens ``[first, last)`` with their head.

    ``actors`` has several ids for "the two leaders"; ``spans`` then the words that each rests on, in the same order.
    ``country``, ``sector`` and ``office`` are the first actor's. ``rule`` names what resolved it, ``candidates`` the ids
    that lost.
    """

    span: Span
    head: int
    first: int
    last: int
    actors: tuple[str, ...]
    form: Form
    rule: str
    spans: tuple[Span, ...] = ()
    country: str | None = None
    sector: Sector | None = None
    office: str | None = None
    candidates: tuple[str, ...] = ()


class Actors(Struct, frozen=True, kw_only=True):
    """Everybody in a report. ``by_token`` leads from a word of a mention to the narrowest mention that it is in;
    ``states`` from any country to its state, named in the report or not. ``home`` is the state that publishes the
    report, if one does."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    by_token: dict[int, int] = {}
    standings: dict[str, Standing] = {}
    states: dict[str, str] = {}
    home: str | None = None


def roles(actors: Actors, head_token: int) -> tuple[Role, ...]:
    """The parties that the noun phrase headed by a token names; empty where it names none."""
    number = actors.by_token.get(head_token)
    if number is None:
        return ()
    mention = actors.mentions[number]
    spans = mention.spans or (mention.span,) * len(mention.actors)
    return tuple(
        Role(actor=a, span=s, country=standing.country, sector=standing.sector, office=standing.office)
        for a, s in zip(mention.actors, spans, strict=True)
        for standing in [actors.standings[a]]
    )
