"""A record -> the view that a person reads: each line with the sentence and the offsets of its words."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from communique.types import Date, Event, Position, RecordFields, Relation, Role, Span, Statement

_STANCES = {
    "open-to": "is open to",
    "calls-for": "calls for",
    "concerned": "is concerned at",
    "neutral": "is neutral on",
}
_CONTRARY = {"supports": "against", "calls-for": "against", "open-to": "against", "opposes": "for", "rejects": "for"}
_MEDIA = {"phone": "by phone"}


def show(record: RecordFields, console: Console) -> None:
    """Print one record: contacts, statements, events in time order, positions, what was removed, problems."""
    view = _View(record)
    console.print(view.heading(), highlight=False)
    for title, lines in view.sections():
        shown = list(lines)
        if shown:
            console.print(Text(f"\n{title}", style="bold"))
        for line in shown:
            console.print(line, highlight=False, soft_wrap=not console.is_terminal)
    console.print()


class _View:
    """One record and the look-ups that its lines need."""

    def __init__(self, record: RecordFields) -> None:
        self._record = record
        self._names = {a.id: a.name for a in record.actors}
        self._starts = [s.start for s in record.report.sentences]

    def heading(self) -> Text:
        report = self._record.report
        title = report.title or report.path or report.id
        facts = [report.publisher or "", f"published {report.published}" if report.published else "no publication date"]
        return Text.assemble((title, "bold underline"), "  ", ("  ".join(f for f in facts if f), "dim"))

    def sections(self) -> Iterator[tuple[str, Iterable[Text]]]:
        record = self._record
        ordered = sorted(record.events, key=lambda e: (_day(e.date), e.trigger.start))
        yield "Who spoke with whom", (self._event(e) for e in ordered if e.type == "CONSULT" and e.status == "actual")
        yield "Who said what", (self._statement(s) for s in record.statements)
        yield "What happened, in order of time", (self._event(e) for e in ordered)
        yield "Positions", (self._position(p) for p in record.positions)
        yield "Ties", (self._relation(r) for r in record.relations)
        yield (
            "Left out of the reading",
            (
                self._line(f"{r.reason}: {self._words(Span(r.start, r.end))}", Span(r.start, r.end))
                for r in record.report.removed
            ),
        )
        yield "Problems", (self._line(f"{p.stage}: {p.message}", p.span) for p in record.problems)  # fmt: skip

    def _event(self, event: Event) -> Text:
        parts = [f"{_when(event.date):<22}", f"{event.type}{f'/{event.mode}' if event.mode else ''}"]
        if event.status != "actual":
            parts.append(f"({event.status})")
        parts.append(self._parties(event.actors) or "?")
        if event.recipients:
            parts += ["→", self._parties(event.recipients)]
        if event.about:
            parts.append("about " + " and ".join(self._names.get(t.id, t.id) for t in event.about))
        if event.place:
            parts.append(f"in {event.place.name}")
        return self._line(f"{' '.join(parts)}  “{self._words(event.trigger)}”", event.trigger, event.id)

    def _statement(self, statement: Statement) -> Text:
        said = {"declined": " declined", "denied": " denied"}.get(statement.act, "")
        parts = [(self._parties(statement.speakers) or "Somebody") + said]
        if statement.audience:
            parts.append(f"to {self._parties([statement.audience])}")
        outlets = [r for r in (statement.outlet, *statement.via) if r is not None]
        if outlets:
            parts.append(f"through {self._parties(outlets)}")
        if statement.medium:
            parts.append(_MEDIA.get(statement.medium.name, f"in a {statement.medium.name}"))
        if statement.date:
            parts.append(f"on {_when(statement.date)}")
        span = statement.content or statement.evidence[0]
        return self._line(f"{', '.join(parts)}: {self._words(span)}", span, statement.id)

    def _position(self, position: Position) -> Text:
        verb = _STANCES.get(position.stance, position.stance)
        of = ", ".join(self._names.get(a, a) for a in position.issue.of)
        issue = f"{position.issue.id} of {of}" if of else position.issue.id
        if position.direction == _CONTRARY.get(position.stance):  # "called for restraint": against invasion
            issue = f"the contrary of {issue}"
        return self._line(f"{self._parties([position.actor])} {verb} {issue}", position.evidence[0], position.id)

    def _relation(self, relation: Relation) -> Text:
        kind = relation.kind.replace("-", " ")
        line = f"{self._parties([relation.subject])}: {kind}: {self._parties([relation.object])}"
        return self._line(line, relation.evidence[0], relation.id)

    def _parties(self, roles: Iterable[Role]) -> str:
        seen = {r.actor: f"{self._names.get(r.actor, r.actor)}{f' ({r.country})' if r.country else ''}" for r in roles}
        return " and ".join(seen.values())

    def _line(self, text: str, span: Span | None, entry: str = "") -> Text:
        """A line with its citation and, for `communique why`, the short id of its entry."""
        short = f"; {entry.rpartition('#')[2]}" if entry else ""
        citation = "" if span is None else f"  [{self._sentence(span)}{span.start}–{span.end}{short}]"
        return Text.assemble("  ", text, (citation, "dim"))

    def _sentence(self, span: Span) -> str:
        number = bisect_right(self._starts, span.start)
        return f"sentence {number}, " if number else ""

    def _words(self, span: Span) -> str:
        text = self._record.report.text
        if text is None:
            return "(text left out)"
        words = " ".join(text[span.start : span.end].split())
        return words if len(words) <= 150 else words[:147] + "..."


def _when(date: Date | None) -> str:
    if date is None or not (date.start or date.end):
        return date.text if date and date.text else "no date"
    if date.start == date.end:
        return date.start or ""
    return f"{date.start or '…'} to {date.end or '…'}"


def _day(date: Date | None) -> str:
    """Undated events come last."""
    return (date and (date.start or date.end)) or "9999"


__all__ = ["show"]
