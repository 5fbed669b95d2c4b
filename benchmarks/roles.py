"""How many dated role phrases ("the Chinese foreign minister" on a day) lead to the right person, and how many to a wrong one.

usage: roles.py [PHRASES.tsv] [--errors]

Rows with an even number were held out: the rules were mended by the odd ones alone. Names are compared without accents,
by any name that the registry has for the person.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from communique.api import Record, read_reports
from communique.data.registry import Registry, load_registry
from communique.registry.lookup import fold
from communique.types import Actor, Report

PHRASES = Path(__file__).parent / "role_phrases.tsv"


def main() -> None:
    paths = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    with Path(paths[0] if paths else PHRASES).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    registry = load_registry()
    reports = [Report(id=row["id"], source_sha256="", text=row["text"], published=row["day"]) for row in rows]
    verdicts = [_verdict(registry, row, record) for row, record in zip(rows, read_reports(reports), strict=True)]
    for name, odd in (("tuned", 1), ("held out", 0)):
        half = [verdict for row, verdict in zip(rows, verdicts, strict=True) if int(row["id"][1:]) % 2 == odd]
        counts = Counter(kind for kind, _ in half)
        told = ", ".join(
            f"{kind} {counts[kind]} ({counts[kind] / len(half):.1%})" for kind in ("right", "wrong", "silent")
        )
        print(f"{name}: {len(half)} phrases: {told}")
    if "--errors" in sys.argv:
        for row, (kind, found) in zip(rows, verdicts, strict=True):
            if kind != "right" and int(row["id"][1:]) % 2 == 1:
                print(
                    f"{kind}: {row['id']} {row['day']} {row['text']} | {row['phrase']} = {row['person'] or 'nobody'}, not {found}"
                )


def _verdict(registry: Registry, row: dict[str, str], record: Record) -> tuple[str, str]:
    """Right also where nobody is meant and nobody is named; silent where somebody is meant and nobody is named."""
    named = list(_named(row, record))
    found = "; ".join(actor.name for actor in named) or "nobody"
    if not row["person"]:
        return ("wrong" if named else "right"), found
    if not named:
        return "silent", found
    return ("right" if any(_is(registry, actor, row["person"]) for actor in named) else "wrong"), found


def _named(row: dict[str, str], record: Record) -> Iterable[Actor]:
    """The persons of the registry whom words of the phrase name."""
    start = row["text"].index(row["phrase"])
    end = start + len(row["phrase"])
    for actor in record.actors:
        spans = [span for span in actor.mentions if start <= span.start and span.end <= end]
        named = any(_is_head(span.end, end, row) for span in spans)
        if named and actor.kind == "person" and not actor.provisional:
            yield actor


def _is_head(last: int, end: int, row: dict[str, str]) -> bool:
    """The mention of the whole phrase, not of an owner inside it: "his" in "his Chinese counterpart"."""
    return last == end or row["text"][last:end].lstrip().startswith(("of", "to", "for", "in", "from", "at", "on"))


def _is(registry: Registry, actor: Actor, name: str) -> bool:
    wanted = fold(name)
    names = {fold(surface) for surface, all_ in registry.names.items() for n in all_ if n.actor == actor.id}
    return wanted in names | {fold(actor.name)} or set(wanted.split()) <= set(" ".join(names).split())


if __name__ == "__main__":
    main()
