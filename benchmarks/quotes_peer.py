"""How well quotations are found when the marks of the reports are worn, and how well a peer finds them.

usage: quotes_peer.py EVAL [NAME] [--python PEER]

EVAL is a folder with ``score.py``, ``NAME.reports.jsonl`` and ``NAME.gold.jsonl`` (NAME is ``dev`` if it is not given).
Each variant changes the marks of the reports one character for one, so that the offsets of the gold hold. The peer is
``textacy.extract.triples.direct_quotations`` on the same spaCy model, scored by the same scorer. textacy is no
dependency of ours: install it into an environment of its own that sees this one, and name that with --python::

    python -m venv /tmp/peer
    echo "import site; site.addsitedir('$PWD/.venv/lib/python3.11/site-packages')" \\
        > /tmp/peer/lib/python3.11/site-packages/ours.pth
    /tmp/peer/bin/pip install textacy
    .venv/bin/python benchmarks/quotes_peer.py EVAL dev --python /tmp/peer/bin/python
"""

import argparse
import importlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from communique.api import read_reports
from communique.parse.model import find_model, load_model
from communique.reading import read_text

Row = dict[str, Any]
_STRAIGHT = str.maketrans("“”„‟«»‘’‚‹›", '""""""\'\'\'\'\'')
_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'", "„": "‚", "«": "‹", "»": "›"})
_CLOSING = re.compile(r'(?<=[\w.,?!…])["”](?!\w)')
_FIGURES = ("statement.quoted", "statement.quoted.speaker", "statement.indirect", "statement.kind")


def straighten(text: str) -> str:
    """Every mark straight: double as double, single as single."""
    return text.translate(_STRAIGHT)


def make_single(text: str) -> str:
    """Every double mark single; a straight one stays straight."""
    return text.translate(_SINGLE)


def lose_mark(text: str) -> str:
    """One closing mark of the text, the middle one, replaced by a space."""
    marks = [m.start() for m in _CLOSING.finditer(text)]
    at = marks[len(marks) // 2] if marks else len(text)
    return text[:at] + " " + text[at + 1 :] if marks else text


VARIANTS: dict[str, Callable[[str], str]] = {
    "as published": str,
    "straight": straighten,
    "single": make_single,
    "single, straight": lambda text: straighten(make_single(text)),
    "one mark lost": lose_mark,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path)
    parser.add_argument("name", nargs="?", default="dev")
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has textacy")
    parser.add_argument("--as-peer", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.as_peer:
        _answer_as_peer()
        return
    rows = [json.loads(line) for line in _open(given.eval / f"{given.name}.reports.jsonl")]
    for title, change in VARIANTS.items():
        changed = [row | {"text": change(row["text"])} for row in rows]
        print(f"{title:18} communique  {_scored(given.eval, given.name, _read(changed))}")
        records = _ask_peer(given.python, changed)
        print(
            f"{'':18} textacy     {records if isinstance(records, str) else _scored(given.eval, given.name, records)}"
        )


def _open(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _read(rows: list[Row]) -> list[Row]:
    made = (read_text(r["text"], published=r.get("published"), publisher=r.get("publisher")) for r in rows)
    reports = [replace(report, id=r["id"]) for report, r in zip(made, rows, strict=True)]
    return [json.loads(msgspec.json.encode(record)) for record in read_reports(reports)]


def _scored(folder: Path, name: str, records: list[Row]) -> str:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "records.jsonl"
        path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
        command = [sys.executable, str(folder / "score.py"), str(folder / f"{name}.gold.jsonl"), str(path), "--json"]
        figures = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    told = ((k.removeprefix("statement."), figures[k]) for k in _FIGURES)
    return "  ".join(f"{k} {v.get('f1', v.get('accuracy')) or 0:.3f}" for k, v in told)


def _ask_peer(python: str, rows: list[Row]) -> list[Row] | str:
    command = [python, __file__, "-", "--as-peer"]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    answer = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if answer.returncode:
        return f"skipped: {answer.stderr.strip().splitlines()[-1]} (see the head of {__file__})"
    records = [json.loads(line) for line in answer.stdout.splitlines()]
    raised = sum("error" in record for record in records)
    if raised:
        print(f"{'':18} textacy     raised on {raised} of {len(records)} reports")
    return records


def _answer_as_peer() -> None:
    """Runs under the peer's interpreter: reports on standard input, records in our form on standard output."""
    triples = importlib.import_module("textacy.extract.triples")

    model = load_model(find_model())
    for line in sys.stdin:
        row = json.loads(line)
        record: Row = {"report": {"id": row["id"]}, "actors": [], "statements": [], "events": []}
        try:
            for n, found in enumerate(triples.direct_quotations(model(row["text"]))):
                record["actors"].append({"id": str(n), "name": " ".join(t.text for t in found.speaker)})
                content = [found.content.start_char, found.content.end_char]
                record["statements"].append(
                    {
                        "kind": "direct",
                        "content": content,
                        "evidence": [content],
                        "speakers": [{"actor": str(n), "span": content}],
                    }
                )
        except ValueError as error:  # an odd number of marks
            record["error"] = str(error)
        print(json.dumps(record))


if __name__ == "__main__":
    main()
