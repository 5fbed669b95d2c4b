"""What the room gives, and what it works with until a statement is complete."""

from msgspec import Struct

from communique.actors import Actors
from communique.clauses.clauses import Predicate
from communique.statements.cues import Report
from communique.types import Act, Role, Span, Statement


class Statements(Struct, frozen=True, kw_only=True):
    """The statements of a report in the order of their contents; ``actors`` are those of the report, with whoever only
    a statement names ("a former bodyguard said")."""

    statements: tuple[Statement, ...] = ()
    actors: Actors = Actors()


class Draft(Struct, frozen=True, kw_only=True):
    """A statement in the making.

    ``place`` is the token at which it is told (its cue, or its first word), ``predicate`` what gives its speaker,
    ``report`` the cue if that reports words; ``continued`` is true of a quotation that stands free, ``settled`` where
    the speakers are already known.
    """

    content: Span
    rule: str
    place: int
    act: Act = "said"
    predicate: Predicate | None = None
    report: Report | None = None
    cue: Span | None = None
    speakers: tuple[Role, ...] = ()
    outlet: Role | None = None
    continued: bool = False
    settled: bool = False
