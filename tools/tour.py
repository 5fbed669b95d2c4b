"""``docs/tour.md``: one example report through every room, with what each room really gives."""

from collections.abc import Iterator
from pathlib import Path

from communique.actors import Actors
from communique.clauses import Clauses
from communique.knowledge import load_knowledge
from communique.parse import load_parser
from communique.parse.parsed import Parsed
from communique.pipeline import Findings, make_record, run_stages
from communique.reading import read_paths
from communique.types import RecordFields, Report, Span

REPORT = Path(__file__).parent.parent / "examples" / "reports" / "blinken-china-trip.md"
_SENTENCES = 3


def tour() -> str:
    """The page, as Markdown."""
    report = next(r for r in read_paths([REPORT]) if isinstance(r, Report))
    parser, knowledge = load_parser(), load_knowledge()
    parsed = next(parser.parse([report]))
    found = run_stages(parsed, knowledge)
    record = make_record(parsed, knowledge, parser.info)
    return "\n".join(_page(report, parsed, found, record))


def _page(report: Report, parsed: Parsed, found: Findings, record: RecordFields) -> Iterator[str]:
    yield "# One report through every room\n"
    yield "Made by `make format` from the code itself: what stands here is what the rooms gave.\n"
    yield "The report is `examples/reports/blinken-china-trip.md`; its first sentences are\n"
    yield from (f"> {_words(report, s.span)}" for s in parsed.sentences[:_SENTENCES])
    yield "\n## `reading/`: the file becomes a Report\n"
    yield "The front matter gives title, day and publisher; the text is kept as it is. What is no part of the story is marked:\n"
    yield from _table(("removed", "why"), ((_words(report, Span(r.start, r.end)), r.reason) for r in report.removed))
    yield f"\nPublished {report.published} ({report.published_basis}), language {report.language}.\n"
    yield "## `parse/`: words and sentences\n"
    yield f"{len(parsed.tokens)} tokens in {len(parsed.sentences)} sentences. Debris has no tokens, so the parser never sees it.\n"
    yield "## `clauses/`: who does what, in one form\n"
    yield from _table(("predicate", "arguments", "tense", "hangs on"), _predicates(found.clauses))
    yield "\nRules on words read this table, never the parser's labels.\n"
    yield "## `times/`: when\n"
    yield from _table(("words", "from", "to"), ((t.text, t.start or "?", t.end or "?") for t in found.times.times))
    yield "\n## `actors/`: who\n"
    yield from _table(("words", "form", "actor", "rule"), _mentions(report, found.actors))
    yield "\n## `places/`: where\n"
    yield from _table(("name", "country"), ((p.name, p.country or "?") for p in found.places.places))
    yield "\n## `statements/`: who said what\n"
    yield from _table(("speaker", "cue", "content"), _statements(report, found))
    yield "\n## `events/`: who did what to whom\n"
    yield from _table(("type", "words", "who", "to whom", "frame"), _events(report, found))
    yield "\n## `positions/`: where they stand\n"
    yield f"{len(record.positions)} positions and {len(record.relations)} relations, each resting on the entries above.\n"
    yield "`communique why ENTRY` walks back from any entry to its words, its clause, its rule, and what else was tried.\n"


def _predicates(clauses: Clauses) -> Iterator[tuple[str, ...]]:
    tokens = clauses.parsed.tokens
    for p in clauses.predicates:
        if p.sentence >= _SENTENCES or (p.kind == "noun" and p.light is None):
            continue
        arguments = "; ".join(f"{a.role}: {', '.join(tokens[h].text for h in a.heads)}" for a in p.arguments)
        above = "-" if p.above is None else f"{clauses.predicates[p.above].lemma} ({p.link})"
        yield p.lemma, arguments, p.tense, above


def _mentions(report: Report, actors: Actors) -> Iterator[tuple[str, ...]]:
    for m in sorted(actors.mentions, key=lambda m: m.span)[:12]:
        yield _words(report, m.span), m.form, ", ".join(m.actors), m.rule


def _statements(report: Report, found: Findings) -> Iterator[tuple[str, ...]]:
    for s in found.statements.statements[:5]:
        content = "" if s.content is None else _words(report, s.content)
        cue = "" if s.cue is None else _words(report, s.cue)
        yield ", ".join(r.actor for r in s.speakers), cue, content


def _events(report: Report, found: Findings) -> Iterator[tuple[str, ...]]:
    for e in found.events:
        who, whom = (", ".join(r.actor for r in roles) for roles in (e.actors, e.recipients))
        yield f"{e.type}{f'/{e.mode}' if e.mode else ''}", _words(report, e.trigger), who, whom, e.rule


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    yield from (f"| {' | '.join(c.replace('|', '/') for c in row)} |" for row in rows)


def _words(report: Report, span: Span) -> str:
    return " ".join(report.text[span.start : span.end].split())
