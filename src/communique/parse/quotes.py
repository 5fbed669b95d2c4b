"""Text -> quotations: straight, curly, single, nested, guillemets, over several paragraphs; never raising."""

from communique.parse.doubles import find_doubles
from communique.parse.parsed import Quote
from communique.parse.singles import find_singles
from communique.types import Removed, Span


def find_quotes(text: str, removed: tuple[Removed, ...] = ()) -> tuple[Quote, ...]:
    """Find the quotations of a text, in order of their start; marks inside removed stretches do not count.

    Paragraphs are separated by newlines. A quotation still open at the end of its paragraph ends there (``closed`` is
    false), unless the next mark in the following paragraphs can only close it, or a lost mark left its trace.
    """
    text = _blank(text, removed)
    doubles = find_doubles(text)
    return _nest([*doubles, *find_singles(text, doubles)])


def _blank(text: str, removed: tuple[Removed, ...]) -> str:
    for r in removed:
        gap = "".join("\n" if c == "\n" else " " for c in text[r.start : r.end])
        text = text[: r.start] + gap + text[r.end :]
    return text


def _nest(quotes: list[Quote]) -> tuple[Quote, ...]:
    """In order of the text, with depths; one that crosses an earlier one is dropped."""
    out: list[Quote] = []
    around: list[Span] = []
    for q in sorted(quotes, key=lambda q: (q.span.start, -q.span.end)):
        while around and around[-1].end <= q.span.start:
            around.pop()
        if around and q.span.end > around[-1].end:
            continue
        out.append(Quote(span=q.span, depth=len(around), closed=q.closed, continues=q.continues))
        around.append(q.span)
    return tuple(out)
