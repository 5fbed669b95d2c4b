"""An event before it is written down: a match with its final type, status and parties."""

from msgspec import Struct

from communique.events.scene import Match, Parties
from communique.types import EventType, Status


class Draft(Struct, frozen=True, kw_only=True, gc=False):
    """What is known of an event before dates, places and links are added."""

    match: Match
    type: EventType
    status: Status
    parties: Parties
    rule: str

    @property
    def sentence(self) -> int:
        """The sentence of its trigger."""
        return self.match.predicate.sentence

    def who(self) -> frozenset[str]:
        """The ids of those who do it."""
        return frozenset(role.actor for role in self.parties.actors)

    def whom(self) -> frozenset[str]:
        """The ids of those to whom it is done."""
        return frozenset(role.actor for role in self.parties.recipients)

    def everybody(self) -> frozenset[str]:
        """All ids."""
        return self.who() | self.whom()
