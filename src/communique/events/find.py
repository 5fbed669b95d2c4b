"""The stage: clauses and what was found in them -> events."""

from communique.actors import Actors
from communique.clauses import Clauses, Predicate
from communique.data.codebook import Codebook
from communique.events.again import with_doers_told_before, with_parties_told_elsewhere
from communique.events.complete import complete_parties
from communique.events.draft import Draft
from communique.events.match import match_predicates, try_frames
from communique.events.merge import link_events, merge_doubles
from communique.events.obligation import find_obligations
from communique.events.partners import with_partners_of_talks
from communique.events.refusal import refuses
from communique.events.scene import Match, Scene, Tried, set_scene
from communique.events.select import select_matches
from communique.events.status import find_status
from communique.events.write import write_event
from communique.places import Places
from communique.statements import Statements
from communique.times import Times
from communique.types import Event, EventType, Status

_AGREED_WHEN_FUTURE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


def find_events(
    clauses: Clauses, actors: Actors, times: Times, places: Places, statements: Statements, codebook: Codebook
) -> tuple[Event, ...]:
    """The events of a report, in order of their triggers."""
    scene = set_scene(clauses, actors, times, places, statements, codebook)
    found = match_predicates(scene)
    drafts = [d for m in select_matches(scene, found) if (d := _draft(scene, m, found)) is not None]
    drafts += [d for d in find_obligations(scene) if not any(_asks_same(d, other) for other in drafts)]
    drafts = merge_doubles(sorted(drafts, key=lambda d: d.match.predicate.head))
    drafts = with_partners_of_talks(scene, with_doers_told_before(scene, drafts))
    written = tuple(write_event(scene, draft, found) for draft in drafts)
    return link_events(with_parties_told_elsewhere(written))


def _asks_same(one: Draft, other: Draft) -> bool:
    """'"Let the ships through," Peru urged Chad': once, though both the order and the verb ask."""
    same = one.type == other.type and one.sentence == other.sentence
    return same and one.who() == other.who() and one.whom() == other.whom()


def explain_frames(scene: Scene, predicate: Predicate) -> tuple[Tried, ...]:
    """Every frame that was tried on a predicate, with what it lacked; for ``communique why``."""
    return try_frames(scene, predicate, match_predicates(scene))


def _draft(scene: Scene, match: Match, found: dict[int, Match]) -> Draft | None:
    status = find_status(scene, match.predicate, found)
    if status is None or (match.frame.voiced and not _is_said(match, status)):
        return None
    if match.frame.voiced:
        kind, status = match.frame.type, "actual"
    elif refuses(scene, match, found):
        kind, status = "REJECT", "actual"
    else:
        kind, status = _as_announced(match.frame.type, status)
    return Draft(match=match, type=kind, status=status, parties=complete_parties(scene, match), rule=match.frame.id)


def _is_said(match: Match, status: Status) -> bool:
    """Not "if Chad is lying", "Chad is not lying", nor what would come of it ("it would undermine peace")."""
    return status == "actual" or (status == "future" and match.frame.type != "ACCUSE")


def _as_announced(kind: EventType, status: Status) -> tuple[EventType, Status]:
    """PLOVER: what is announced as future cooperation is an agreement now; a future withdrawal is a concession."""
    if status != "future":
        return kind, status
    if kind in _AGREED_WHEN_FUTURE or kind == "AGREE":
        return "AGREE", "actual"
    if kind == "RETREAT":
        return "CONCEDE", "actual"
    return kind, status
