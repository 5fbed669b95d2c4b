"""What the room gives: the places of a report and what happens at each."""

from typing import Protocol

from msgspec import Struct

from communique.types import EventPlace, Place


class Places(Struct, frozen=True, kw_only=True):
    """Every name that stands for a place; ``by_token`` leads from its tokens to it.

    ``spots`` are the same and then what means a place without its name ("the city"); ``of_predicate`` leads from a
    predicate to those that its own words tie to it, the surest and narrowest first; ``scenes`` to where it happens if
    neither they nor the clauses round it say; ``shared`` to the predicate in whose place it is.
    """

    places: tuple[Place, ...] = ()
    by_token: dict[int, int] = {}
    spots: tuple[EventPlace, ...] = ()
    of_predicate: dict[int, tuple[int, ...]] = {}
    scenes: dict[int, EventPlace] = {}
    shared: dict[int, int] = {}


class Party(Protocol):
    """What is read of a mention of an actor."""

    @property
    def actors(self) -> tuple[str, ...]: ...
    @property
    def form(self) -> str: ...
    @property
    def country(self) -> str | None: ...


class Parties(Protocol):
    """What is read of the actors of a report."""

    @property
    def mentions(self) -> tuple[Party, ...]: ...
    @property
    def by_token(self) -> dict[int, int]: ...
