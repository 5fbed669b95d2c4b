"""``communique why ID``: the explanation of one entry, printed."""

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from communique.api import Record
from communique.data.registry import RegistryError
from communique.explain import Entry, Explanation, NotExplainedError, explain
from communique.knowledge import load_knowledge, overlays_of
from communique.parse import ModelError, load_parser
from communique.serve.last import last_record_path
from communique.serve.records import RecordsError, read_records
from communique.store import StoreError, open_store
from communique.store.looking import TieLine
from communique.types import RecordFields, Span

_RULE_LINES = 16


def run_why(entry_id: str, path: Path | None, as_json: bool, overlays: Sequence[Path] = ()) -> int:
    """Print why an entry stands in a record; 1 where it cannot be said."""
    try:
        record = _find(entry_id, path or last_record_path())
        found = explain(record, entry_id, load_parser(), load_knowledge(overlays or overlays_of(record.made_by)))
    except (NotExplainedError, RecordsError, ModelError, RegistryError) as error:
        print(f"communique: {error}", file=sys.stderr)
        return 1
    print(msgspec.json.encode(found).decode() if as_json else _printed(record, found))
    return 0


def run_why_stored(entry_id: str, address: str, as_json: bool, overlays: Sequence[Path] = ()) -> int:
    """Print why an entry stands in a store, and what it was merged with; 1 where it cannot be said."""
    try:
        with open_store(address) as store:
            full, record, ties = store.entry(entry_id)
        found = explain(record, full, load_parser(), load_knowledge(overlays or overlays_of(record.made_by)))
    except (NotExplainedError, StoreError, ModelError, RegistryError) as error:
        print(f"communique: {error}", file=sys.stderr)
        return 1
    if as_json:
        print(msgspec.json.encode(msgspec.structs.asdict(found) | {"ties": ties}).decode())
    else:
        print("\n".join([_printed(record, found), "", *_told_also(ties)]))
    return 0


def _told_also(ties: tuple[TieLine, ...]) -> list[str]:
    """What other reports tell the same, and on what grounds they were found to."""
    lines = ["told also by" if ties else "no other report tells it"]
    for tie in ties:
        lines.append(f"  {tie.id}  ({tie.publisher or 'no publisher'}), score {tie.score:.2f}: {tie.words or ''}"[:200])
        lines += [f"      {reason.weight:+.2f}  {reason.ground}: {reason.words}" for reason in tie.reasons]
    return lines


def _find(entry_id: str, path: Path) -> Record:
    """The record that holds an entry, from a file of JSON lines or of one JSON array; a short id (``e-0a1b2c3d``) will
    do where one report has it."""
    report_id = entry_id.rpartition("#")[0]
    for record in read_records(path):
        if record.report.id == report_id or (not report_id and _holds(record, entry_id)):
            return record
    raise NotExplainedError(f"{entry_id}: no such entry in {path}; an id looks like e-0a1b2c3d or REPORT#e-0a1b2c3d")


def _holds(record: Record, short: str) -> bool:
    entries: tuple[Entry, ...] = (*record.events, *record.statements, *record.positions, *record.relations)
    return any(e.id.endswith(f"#{short}") for e in entries)


def _printed(record: RecordFields, found: Explanation) -> str:
    text = record.report.text or ""
    lines = [f"{found.entry.id}  ({found.kind})", ""]
    if found.sentence is not None:
        lines += [_with_marks(text, found.sentence, [s for _, s in found.marked]), ""]
    lines += [f"  {name}: {_words(text, span)}  [{span.start}–{span.end}]" for name, span in found.marked]
    lines += ["", f"clause  {found.clause or 'none: the rule reads marks and words, no clause'}"]
    if found.path:
        lines.append(f"path    {'  <  '.join(found.path)}")
    lines.append(
        f"rule    {found.rule}" + (f"  ({found.source.path}, line {found.source.line})" if found.source else "")
    )
    if found.source is not None:
        source = found.source.text.splitlines()
        more = [f"... {len(source) - _RULE_LINES} more lines"] if len(source) > _RULE_LINES else []
        lines += ["", *(f"    {line}" for line in (*source[:_RULE_LINES], *more))]
    lines += (
        ["", "also considered"] + [f"  {c}" for c in found.lost]
        if found.lost
        else ["", "nothing else fitted these words"]
    )
    if not found.again:
        lines += ["", "The rules of today no longer make this entry."]
    return "\n".join(lines)


def _with_marks(text: str, sentence: Span, spans: list[Span]) -> str:
    """The sentence with its cited words in brackets; of words that overlap, the innermost."""
    inside = sorted(
        {s for s in spans if sentence.start <= s.start and s.end <= sentence.end}, key=lambda s: s.end - s.start
    )
    chosen: list[Span] = []
    for span in inside:
        if all(span.end <= c.start or span.start >= c.end for c in chosen):
            chosen.append(span)
    out, at = "", sentence.start
    for span in sorted(chosen):
        out += f"{text[at : span.start]}[{text[span.start : span.end]}]"
        at = span.end
    return " ".join((out + text[at : sentence.end]).split())


def _words(text: str, span: Span) -> str:
    words = " ".join(text[span.start : span.end].split())
    return words if len(words) <= 120 else words[:117] + "..."
