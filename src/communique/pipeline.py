"""The stages in their order: what one report goes through to become a record. Read this first.

Report -> Parsed is the work of ``communique.parse``, which batches reports; everything after it is here.
"""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from communique.actors import Actors, find_actors, resolve_first_person, settle_countries, with_hosts
from communique.clauses import Clauses, find_clauses
from communique.confidence import weigh_events, weigh_statements
from communique.data.registry import country_of_outlet
from communique.events import find_events
from communique.knowledge import Knowledge, load_knowledge, made_by
from communique.parse.parsed import ModelInfo, Parsed
from communique.places import Places, find_places, place_of
from communique.positions import Naming, Scene, add_issues, find_issues, find_positions, find_relations
from communique.statements import Statements, find_statements
from communique.times import Times, find_times
from communique.types import Event, RecordFields, ReportEntry, Role

__all__ = ["Findings", "Knowledge", "load_knowledge", "make_record", "run_stages"]


class Findings(Struct, frozen=True):
    """What the stages found in one report, each for the next."""

    clauses: Clauses
    times: Times
    actors: Actors
    places: Places
    statements: Statements
    events: tuple[Event, ...]


def run_stages(parsed: Parsed, knowledge: Knowledge) -> Findings:
    """From words to events."""
    clauses = find_clauses(parsed)
    times = find_times(clauses, knowledge.times, country_of_outlet(knowledge.registry, parsed.report.publisher))
    actors = find_actors(clauses, knowledge.registry, times)
    places = find_places(clauses, actors, knowledge.gazetteer)
    actors = settle_countries(actors, clauses, places.places, partial(place_of, places, clauses))
    statements = find_statements(clauses, actors, times, knowledge.lexicon)
    actors = resolve_first_person(statements.actors, clauses, statements.statements)
    events = find_events(clauses, actors, times, places, statements, knowledge.codebook)
    return Findings(clauses, times, actors, places, statements, events)


def make_record(parsed: Parsed, knowledge: Knowledge, model: ModelInfo) -> RecordFields:
    """All that one parsed report says, each entry with the words it rests on."""
    found = run_stages(parsed, knowledge)
    issues = find_issues(found.clauses, found.actors, knowledge.issues, knowledge.stances)
    told = add_issues(found.clauses, issues, found.statements.statements)
    said = weigh_statements(told, knowledge.confidence)
    events = weigh_events(found.events, knowledge.codebook.by_id, knowledge.confidence)
    return RecordFields(
        made_by=made_by(knowledge, model),
        report=_entry(parsed),
        actors=with_hosts(found.actors.actors, _parties(events), knowledge.registry),
        times=found.times.times,
        places=found.places.places,
        events=events,
        statements=said,
        positions=find_positions(_positions_scene(found, knowledge, events, issues)),
        relations=find_relations(found.clauses, found.actors, found.times.times, knowledge.registry, knowledge.ties),
        problems=(*parsed.report.problems, *parsed.problems, *found.times.problems),
    )


def _positions_scene(
    found: Findings, knowledge: Knowledge, events: tuple[Event, ...], issues: tuple[Naming, ...]
) -> Scene:
    return Scene(
        clauses=found.clauses,
        actors=found.actors,
        places=found.places.places,
        statements=found.statements.statements,
        events=events,
        namings=issues,
        stances=knowledge.stances,
        gazetteer=knowledge.gazetteer,
    )


def _parties(events: tuple[Event, ...]) -> Iterator[Role]:
    return (role for event in events for role in (*event.actors, *event.recipients))


def _entry(parsed: Parsed) -> ReportEntry:
    shared = {f: getattr(parsed.report, f) for f in ReportEntry.__struct_fields__ if f != "sentences"}
    return ReportEntry(**shared, sentences=tuple(s.span for s in parsed.sentences))
