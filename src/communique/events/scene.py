"""What the event stages read, gathered once for a report, with the look-ups that they share."""

from collections import defaultdict

from msgspec import Struct

from communique.actors import Actors, roles
from communique.clauses import Clauses, Predicate
from communique.data.codebook import Codebook, Frame
from communique.places import Places
from communique.statements import Statements
from communique.times import Times
from communique.types import Role


class Scene(Struct, frozen=True, kw_only=True):
    """A report as the rooms above left it, the codebook, and ``below``: predicate id -> ids directly under it.

    ``authors`` are those for whom the report itself speaks, if it is a release: the "we" outside quotations."""

    clauses: Clauses
    actors: Actors
    times: Times
    places: Places
    statements: Statements
    codebook: Codebook
    below: dict[int, tuple[int, ...]]
    kinds: dict[str, str]
    states: dict[str, str]
    authors: tuple[Role, ...] = ()


class Parties(Struct, frozen=True, gc=False):
    """Who does it and to whom."""

    actors: tuple[Role, ...] = ()
    recipients: tuple[Role, ...] = ()


class Match(Struct, frozen=True, kw_only=True, gc=False):
    """A frame that fits a predicate, with its parties and the act inside it."""

    frame: Frame
    predicate: Predicate
    score: int
    parties: Parties
    whole: bool
    inner: int | None = None
    eaten: tuple[int, ...] = ()


class Tried(Struct, frozen=True, kw_only=True, gc=False):
    """A frame that was tried on a predicate: why it failed, or how well it fits."""

    frame: str
    failed: str | None
    score: int = 0


def set_scene(
    clauses: Clauses, actors: Actors, times: Times, places: Places, statements: Statements, codebook: Codebook
) -> Scene:
    """The scene of a report."""
    below: dict[int, list[int]] = defaultdict(list)
    for predicate in clauses.predicates:
        if predicate.above is not None:
            below[predicate.above].append(predicate.id)
    return Scene(
        clauses=clauses,
        actors=actors,
        times=times,
        places=places,
        statements=statements,
        codebook=codebook,
        below={key: tuple(value) for key, value in below.items()},
        kinds={actor.id: actor.kind for actor in actors.actors},
        states={
            actor.country: actor.id for actor in actors.actors if actor.country and actor.id == actor.country.lower()
        },
        authors=_authors(actors),
    )


def _authors(actors: Actors) -> tuple[Role, ...]:
    """ "WE urge both sides to talk", in a joint statement of Chad and Peru: Chad and Peru."""
    spoken = next((m for m in actors.mentions if m.rule == "narrator"), None)
    return () if spoken is None else roles(actors, spoken.head)
