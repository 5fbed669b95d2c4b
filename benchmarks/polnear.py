"""How well statements are found in articles that six annotators marked for attribution, and nobody tuned on.

usage: polnear.py CHECKOUT [train|dev] [--articles N]

CHECKOUT is a checkout of the public repository networkdynamics/PolNeAR (Newell, Margolin and Ruths, 2018: 1,008 articles
of seven US publishers in 2016); nothing of it is kept here. Rules were learned from ``train`` and measured on ``dev``;
``test`` is not read. Their notion is wider than ours (beliefs and intentions are marked too: "backs", "hopes"), so read
precision and the quoted figures first. A statement is found where the contents share at least 0.6 of their union (0.5
of an indirect one); its speaker is right where the words that it cites for one, or another mention of that party, touch
the source that is marked. The share of speakers is of all attributions with a source.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from communique.api import Record, read_reports
from communique.reading import read_text
from communique.types import Report, Span, Statement

LEAST = {"quoted": 0.6, "indirect": 0.5}
_NAME = re.compile(r"(.+?)_(\d{4}-\d\d-\d\d)_")
_MARKS = re.compile('["“”]')


class Attribution(Struct, frozen=True):
    """Words that somebody is reported to have said: the content, and the words that name the source."""

    content: Span
    source: Span | None
    kind: str  # quoted, indirect


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("split", nargs="?", choices=("train", "dev"), default="dev")
    parser.add_argument("--articles", type=int, metavar="N", help="read only the first N")
    given = parser.parse_args()
    articles = dict(islice(_articles(given.checkout / "data" / given.split), given.articles))
    counts: Counter[str] = Counter()
    for record in read_reports([report for report, _ in articles.values()]):
        _score(articles[record.report.id][1], record, counts)
    print(f"{len(articles)} articles of {given.split}, {sum(len(a) for _, a in articles.values())} attributions")
    for kind in LEAST:
        print(_told(kind, counts))


def _articles(folder: Path) -> Iterator[tuple[str, tuple[Report, list[Attribution]]]]:
    """Every article with what is marked in it, by its name."""
    for path in sorted((folder / "text").glob("*")):
        text = path.read_bytes().decode("utf-8")
        marked = sorted((folder / "attributions").glob(f"{path.stem}*"))
        name = _NAME.match(path.stem)
        read = read_text(text, publisher=name and name[1], published=name and name[2])
        yield path.stem, (replace(read, id=path.stem), list(_attributions(marked[0], text)) if marked else [])


def _attributions(path: Path, text: str) -> Iterator[Attribution]:
    """The attributions of a file in the form of brat: texts ("T1 Content 5 9;12 20 ...") and what ties them ("E1 ...")."""
    parts: dict[str, list[Span]] = {}
    for row in (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()):
        if row[0].startswith("T"):
            pieces = (p.split() for p in row[1].split(" ", 1)[1].split(";"))
            parts[row[0]] = [Span(int(a), int(b)) for a, b in pieces]
        elif row[0].startswith("E"):
            content, source = (_hull(row[1], role, parts) for role in ("Content", "Source"))
            if content is not None:
                quoted = _MARKS.search(text, content.start, content.end)
                yield Attribution(content, source, "quoted" if quoted else "indirect")


def _hull(row: str, role: str, parts: dict[str, list[Span]]) -> Span | None:
    refs = (item.split(":") for item in row.split())
    spans = [s for name, ref in refs if name.rstrip("0123456789") == role for s in parts.get(ref, [])]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _score(marked: list[Attribution], record: Record, counts: Counter[str]) -> None:
    """Count what is marked, what is found and what agrees, one statement for one attribution, the best pairs first. A
    statement of the other kind is found all the same."""
    free = [s for s in record.statements if s.content is not None]
    for kind, least in LEAST.items():
        wanted = [a for a in marked if a.kind == kind]
        own = [s for s in free if (s.kind == "indirect") == (kind == "indirect")]
        pairs = _pairs(wanted, own, least)
        left = [a for i, a in enumerate(wanted) if i not in {i for i, _ in pairs}]
        others = [s for s in free if s not in own]
        more = _pairs(left, others, least)
        free = [s for s in free if s not in [others[j] for _, j in more]]
        found = [(wanted[i], own[j]) for i, j in pairs] + [(left[i], others[j]) for i, j in more]
        counts[f"{kind}.marked"] += len(wanted)
        counts[f"{kind}.sources"] += sum(a.source is not None for a in wanted)
        counts[f"{kind}.told"] += len(own) + len(more)
        counts[f"{kind}.found"] += len(found)
        counts[f"{kind}.speakers"] += sum(_is_source(a, s, record) for a, s in found)


def _pairs(wanted: list[Attribution], told: list[Statement], least: float) -> list[tuple[int, int]]:
    """Which attribution goes with which statement, by their places in the lists."""
    shares = [(_share(a.content, s.content), i, j) for i, a in enumerate(wanted) for j, s in enumerate(told)]
    out: dict[int, int] = {}
    for share, i, j in sorted(shares, key=lambda x: (-x[0], x[1], x[2])):
        if share >= least and i not in out and j not in out.values():
            out[i] = j
    return list(out.items())


def _share(a: Span, b: Span | None) -> float:
    if b is None:
        return 0.0
    both = min(a.end, b.end) - max(a.start, b.start)
    return both / (a.end - a.start + b.end - b.start - both) if both > 0 else 0.0


def _is_source(a: Attribution, s: Statement, record: Record) -> bool:
    mentions = {actor.id: actor.mentions for actor in record.actors}
    cited = [span for r in s.speakers for span in (r.span, *mentions.get(r.actor, ()))]
    return a.source is not None and any(c.start < a.source.end and a.source.start < c.end for c in cited)


def _told(kind: str, counts: Counter[str]) -> str:
    found, told, marked = (counts[f"{kind}.{k}"] for k in ("found", "told", "marked"))
    f1 = 2 * found / (told + marked) if told + marked else 0.0
    speakers = counts[f"{kind}.speakers"] / max(1, counts[f"{kind}.sources"])
    return (
        f"{kind:9} F1 {f1:.3f}  P {found / max(1, told):.3f}  R {found / max(1, marked):.3f}  "
        f"speaker {speakers:.3f}  ({found} of {marked}, {told} told)"
    )


if __name__ == "__main__":
    main()
