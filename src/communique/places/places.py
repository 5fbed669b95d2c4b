"""What the room gives: the places of a report and what happens at each."""

from typing import Protocol

from msgspec import Struct

from communique.types import Place


class Places(Struct, frozen=True, kw_only=True):
    """Every name that stands for a place; ``by_token`` leads from its tokens to it, ``of_predicate`` from a predicate to
    the places that its own words tie to it, the surest and narrowest first."""

    places: tuple[Place, ...] = ()
    by_token: dict[int, int] = {}
    of_predicate: dict[int, tuple[int, ...]] = {}


class Party(Protocol):
    """What is read of a mention of an actor."""

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
