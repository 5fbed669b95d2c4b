"""Clauses, Actors, Statements, Events -> Positions: an actor's stance on an issue, with the words that tell it.

From each naming of an issue the words above it are read upward (``path``), weighed together (``weigh``) and given to
who holds them (``holder``).
"""

from msgspec import Struct
from msgspec.structs import replace

from communique.actors import Actors
from communique.clauses import Clauses
from communique.data.gazetteer import Gazetteer
from communique.data.issues import Issues
from communique.data.stances import Stances
from communique.identity import entry_id
from communique.positions.about import find_concerned, find_condition
from communique.positions.again import find_again
from communique.positions.because import find_because
from communique.positions.holder import find_holders
from communique.positions.naming import Naming, find_namings
from communique.positions.path import Path, climb, climb_relative
from communique.positions.side import find_sides, with_side
from communique.positions.weigh import Weight, weigh
from communique.types import Date, Event, Issue, Place, Position, Role, Span, Statement

_CONDITIONAL = {"supports": "open-to"}


class Scene(Struct, frozen=True, kw_only=True):
    """A report as the rooms above left it, where it names issues, and what is known of stances."""

    clauses: Clauses
    actors: Actors
    places: tuple[Place, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    namings: tuple[Naming, ...]
    stances: Stances
    gazetteer: Gazetteer


def find_issues(clauses: Clauses, actors: Actors, issues: Issues, stances: Stances) -> tuple[Naming, ...]:
    """Where a report names the known issues, in order of the text."""
    return find_namings(clauses, actors, issues, {*stances.nouns, *stances.words.anaphors})


def find_positions(scene: Scene) -> tuple[Position, ...]:
    """Each stance that an actor takes on a known issue, in order of the text."""
    clauses, actors, stances = scene.clauses, scene.actors, scene.stances
    read = [pair for naming in scene.namings for pair in _ways(clauses, stances, naming)]
    read = [*read, *find_again(clauses, stances, read, lambda n, p: _weigh(scene, n, p))]
    sides = find_sides(clauses, actors, scene.gazetteer, scene.places, scene.statements, stances) if read else {}
    found: dict[str, Position] = {}
    for naming, path in sorted(read, key=lambda pair: pair[0].token):
        for position in _take(scene, naming, path, (found, sides)):
            found.setdefault(position.id, position)
    return tuple(found.values())


def _ways(clauses: Clauses, stances: Stances, naming: Naming) -> list[tuple[Naming, Path]]:
    """The way up from a naming, and that inside a relative clause on it: "sanctions that China OPPOSES"."""
    inside = climb_relative(clauses, stances, naming.token)
    return [(naming, path) for path in (climb(clauses, stances, naming.token), inside) if path is not None]


def _weigh(scene: Scene, naming: Naming, path: Path) -> Weight | None:
    return weigh(scene.clauses, scene.stances, path, naming.sign, acts=naming.issue.doing)


def _take(
    scene: Scene, naming: Naming, path: Path, known: tuple[dict[str, Position], dict[str, str]]
) -> list[Position]:
    """The positions of all who hold one stance."""
    weight = _weigh(scene, naming, path)
    if weight is None:
        return []
    before, sides = known
    told = find_holders(scene.clauses, scene.actors, scene.statements, naming, path, weight)
    holders = tuple(with_side(role, sides) for role in told)
    if not holders:
        return []
    of = find_concerned(scene.clauses, scene.actors, naming, path, holders)
    earlier = [p.issue.of for p in before.values() if p.issue.id == naming.issue.id and p.issue.of]
    issue = Issue(id=naming.issue.id, of=of or (earlier[-1] if earlier else ()))
    return [_position(scene, naming, path, weight, role, issue) for role in holders if _may_hold(scene, role)]


def _may_hold(scene: Scene, role: Role) -> bool:
    """Nobody of whom it is not known who that is."""
    kind = next((a.kind for a in scene.actors.actors if a.id == role.actor), "unknown")
    return kind not in ("unknown", "outlet") or role.country is not None


def _position(scene: Scene, naming: Naming, path: Path, weight: Weight, role: Role, issue: Issue) -> Position:
    clauses = scene.clauses
    condition = find_condition(clauses, scene.stances, path.predicates)
    stance = _CONDITIONAL.get(weight.stance, weight.stance) if condition else weight.stance
    evidence = _evidence(clauses, naming, path)
    event = next((e for e in scene.events if any(_meet(e.trigger, s) for s in evidence)), None)
    said = _statement(scene, event, evidence)
    rule = "act" if weight.holder is None else weight.holder.rule.id
    return Position(
        id=entry_id(clauses.parsed.report.id, "p", f"{role.actor}-{issue.id}-{evidence[0].start}-{stance}"),
        actor=role,
        issue=issue,
        stance=stance,  # type: ignore[arg-type]
        direction=weight.direction,
        condition=condition,
        because=find_because(clauses, scene.stances, path),
        date=_date(event, said),
        evidence=evidence,
        rests_on=tuple(e.id for e in (event, said) if e is not None),
        confidence=_confidence(naming, event, said),
        rule=f"position.{rule}",
    )


def _evidence(clauses: Clauses, naming: Naming, path: Path) -> tuple[Span, ...]:
    """The words of the issue and those of the stance, in order; what touches is one span."""
    tokens = clauses.parsed.tokens
    words = {
        *naming.words,
        *(w for s in path.steps for w in ((s.predicate.words if s.predicate else ()) or (s.token,))),
    }
    words |= {step.token for step in path.steps}
    spans: list[Span] = []
    for word in sorted(words):
        token = tokens[word]
        if spans and word - 1 in words:
            spans[-1] = replace(spans[-1], end=token.end)
        else:
            spans.append(Span(token.start, token.end))
    return tuple(spans)


def _statement(scene: Scene, event: Event | None, evidence: tuple[Span, ...]) -> Statement | None:
    """The statement that performs the event, else the narrowest that holds or cues the words."""
    wanted = event.performed_by or event.reported_by if event else None
    holding = [s for s in scene.statements if s.id == wanted] or [
        s
        for s in scene.statements
        if any(_meet(s.cue, e) for e in evidence) or (s.content and _meet(s.content, evidence[0]))
    ]
    return min(holding, key=lambda s: s.content.end - s.content.start if s.content else 0, default=None)


def _date(event: Event | None, said: Statement | None) -> Date | None:
    if said is not None and said.date is not None:
        return said.date
    return event.date if event is not None else None


def _meet(one: Span | None, other: Span) -> bool:
    return one is not None and one.start < other.end and other.start < one.end


def _confidence(naming: Naming, event: Event | None, said: Statement | None) -> float:
    """0.8 where an event says the same, less where only words do, least where the issue is only taken up again."""
    base = round(0.9 * event.confidence, 2) if event is not None else 0.7 if said is not None else 0.6
    return round(base * 0.8, 2) if naming.again else base
