"""Why an entry stands in a record: its words, the clause and what governs it, the rule, and what else was tried."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from communique.clauses import Clauses, Predicate
from communique.events import explain_frames, set_scene
from communique.parse import Parser
from communique.pipeline import Findings, Knowledge, make_record, run_stages
from communique.types import Event, Position, RecordFields, Relation, Report, Span, Statement

Entry = Event | Statement | Position | Relation


class NotExplainedError(LookupError):
    """An entry that cannot be explained; the message says why and what to do."""


class RuleSource(Struct, frozen=True):
    """Where a rule stands: file, line, and the block of text that defines it."""

    path: str
    line: int
    text: str


class Explanation(Struct, frozen=True, kw_only=True):
    """What ``communique why`` prints. ``path`` leads from the clause to the top of its sentence."""

    entry: Entry
    kind: str
    again: bool
    sentence: Span | None
    marked: tuple[tuple[str, Span], ...]
    clause: str | None
    path: tuple[str, ...]
    rule: str
    source: RuleSource | None
    lost: tuple[str, ...]


def explain(record: RecordFields, entry_id: str, parser: Parser, knowledge: Knowledge) -> Explanation:
    """Explain one entry by running the stages on the record's text once more.

    Raises NotExplainedError where the record has no such entry or was written without its text.
    """
    entry, kind = _entry(record, entry_id)
    parsed = next(parser.parse([_report(record)]))
    found = run_stages(parsed, knowledge)
    again = make_record(parsed, knowledge, parser.info)
    clauses = found.clauses
    predicate = _predicate(clauses, _anchor(entry))
    return Explanation(
        entry=entry,
        kind=kind,
        again=any(e.id == entry.id for e in _entries(again)),
        sentence=_sentence(record, _anchor(entry)),
        marked=tuple(_marked(entry)),
        clause=None if predicate is None else _described(clauses, predicate),
        path=() if predicate is None else tuple(_step(clauses, p) for p in (predicate, *clauses.chain(predicate))),
        rule=entry.rule,
        # The rule of a statement is the construction and the cue: "clause.note" is the cue "note" with a clause.
        source=find_rule(entry.rule.rpartition(".")[2] if isinstance(entry, Statement) else entry.rule),
        lost=(*_other_frames(found, knowledge, predicate, entry), *_other_readings(found, knowledge, entry)),
    )


def _other_frames(found: Findings, knowledge: Knowledge, predicate: Predicate | None, entry: Entry) -> Iterator[str]:
    """Of an event: the frames that its words could have met, and what each lacked."""
    if predicate is None or not isinstance(entry, Event):
        return
    scene = set_scene(found.clauses, found.actors, found.times, found.places, found.statements, knowledge.codebook)
    for tried in explain_frames(scene, predicate):
        if tried.frame != entry.rule:
            yield f"{tried.frame}: {tried.failed or 'fits less well'}"


def _other_readings(found: Findings, knowledge: Knowledge, entry: Entry) -> Iterator[str]:
    """Of each party: by which rule its words were resolved, and who else they could have meant."""
    spans = {span for _, span in _marked(entry)}
    names = knowledge.registry.actors
    for mention in found.actors.mentions:
        if mention.span in spans and mention.candidates:
            others = ", ".join(names[c].name if c in names else c for c in mention.candidates)
            words = found.clauses.parsed.report.text[mention.span.start : mention.span.end]
            yield f"“{words}” ({mention.rule}): {others}"


def find_rule(rule: str, root: Path = Path(__file__).parent / "data") -> RuleSource | None:
    """The block of the knowledge files that has ``id = "RULE"``; None where the rule is code."""
    for path in sorted(root.rglob("*.toml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if line.strip() == f'id = "{rule}"':
                first = next((i for i in range(number, -1, -1) if lines[i].startswith("[[")), number)
                last = next((i for i in range(number + 1, len(lines)) if lines[i].startswith("[")), len(lines))
                text = "\n".join(lines[first:last]).strip()
                return RuleSource(path.relative_to(root.parent).as_posix(), first + 1, text)
    return None


def _entry(record: RecordFields, entry_id: str) -> tuple[Entry, str]:
    if record.report.text is None:
        raise NotExplainedError(f"{entry_id}: the record was written without its text; read with --text full")
    for kind in ("events", "statements", "positions", "relations"):
        for entry in getattr(record, kind):
            if entry_id in (entry.id, entry.id.rpartition("#")[2]):
                return entry, kind.removesuffix("s")
    raise NotExplainedError(f"{entry_id}: no such entry in the record of {record.report.id}")


def _entries(record: RecordFields) -> Iterable[Entry]:
    return (*record.events, *record.statements, *record.positions, *record.relations)


def _report(record: RecordFields) -> Report:
    shared = {f: getattr(record.report, f) for f in Report.__struct_fields__ if hasattr(record.report, f)}
    return Report(**shared)


def _anchor(entry: Entry) -> Span:
    if isinstance(entry, Event):
        return entry.trigger
    if isinstance(entry, Statement):
        return entry.cue or entry.content or entry.evidence[0]
    return entry.evidence[0]


def _predicate(clauses: Clauses, span: Span) -> Predicate | None:
    """The predicate whose head lies in a span: the first verb, else the first of any kind."""
    tokens = clauses.parsed.tokens
    inside = [p for p in clauses.predicates if span.start <= tokens[p.head].start < span.end]
    return next((p for p in inside if p.kind == "verb"), inside[0] if inside else None)


def _sentence(record: RecordFields, span: Span) -> Span | None:
    return next((s for s in record.report.sentences if s.start <= span.start < s.end), None)


def _marked(entry: Entry) -> Iterable[tuple[str, Span]]:
    """The words that each field of an entry rests on, by the field's name."""
    for name in entry.__struct_fields__:
        value = getattr(entry, name)
        for item in value if isinstance(value, tuple) else (value,):
            span = item if isinstance(item, Span) else getattr(item, "span", None)
            if isinstance(span, Span) and name != "evidence":
                yield name, span


def _described(clauses: Clauses, predicate: Predicate) -> str:
    tokens = clauses.parsed.tokens
    arguments = "; ".join(f"{a.role}: {', '.join(tokens[h].text for h in a.heads)}" for a in predicate.arguments)
    features = [predicate.kind, predicate.tense if predicate.tense != "none" else "", predicate.modal or ""]
    features += ["passive" if predicate.passive else "", "negated" if predicate.negated else ""]
    return f"{predicate.lemma} ({', '.join(f for f in features if f)}); {arguments or 'no arguments'}"


def _step(clauses: Clauses, predicate: Predicate) -> str:
    word = clauses.parsed.tokens[predicate.head].text
    marker = f" “{predicate.marker}”" if predicate.marker else ""
    return f"{word} [{predicate.link}{marker}]"
