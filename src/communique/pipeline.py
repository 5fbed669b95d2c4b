"""The stages in their order: what one report goes through to become a record. Read this first.

Report -> Parsed is the work of ``communique.parse``, which batches reports; everything after it is here.
"""

from communique.actors import find_actors, resolve_first_person
from communique.clauses import find_clauses
from communique.events import find_events
from communique.knowledge import Knowledge, load_knowledge, made_by
from communique.parse.parsed import ModelInfo, Parsed
from communique.places import find_places
from communique.positions import find_positions, find_relations
from communique.statements import find_statements
from communique.times import find_times
from communique.types import RecordFields, ReportEntry

__all__ = ["Knowledge", "load_knowledge", "make_record"]


def make_record(parsed: Parsed, knowledge: Knowledge, model: ModelInfo) -> RecordFields:
    """All that one parsed report says, each entry with the words it rests on."""
    report = parsed.report
    clauses = find_clauses(parsed)
    times = find_times(clauses, knowledge.times)
    actors = find_actors(clauses, knowledge.registry, times)
    places = find_places(clauses, actors, knowledge.gazetteer)
    statements = find_statements(clauses, actors, times, knowledge.lexicon)
    actors = resolve_first_person(actors, clauses, statements.statements)
    events = find_events(clauses, actors, times, places, statements, knowledge.codebook)
    return RecordFields(
        made_by=made_by(knowledge, model),
        report=_entry(parsed),
        actors=actors.actors,
        times=times.times,
        places=places.places,
        events=events,
        statements=statements.statements,
        positions=find_positions(clauses, statements.statements, events, knowledge.issues),
        relations=find_relations(clauses, actors, knowledge.registry),
        problems=(*report.problems, *parsed.problems, *times.problems),
    )


def _entry(parsed: Parsed) -> ReportEntry:
    shared = {f: getattr(parsed.report, f) for f in ReportEntry.__struct_fields__ if f != "sentences"}
    return ReportEntry(**shared, sentences=tuple(s.span for s in parsed.sentences))
