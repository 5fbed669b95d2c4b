"""Where a quotation ends whose closing mark is missing."""

import re

# A lost mark leaves two spaces in mid-line, a space before a comma or full stop, or one at the end of a paragraph.
_GAP = re.compile(r"(?<=[^\s(\[])(?:  (?=[^\s])| (?=[,.;?!](?:\s|$))| (?=\n|$))")
_SENTENCE_END = re.compile(r"[.?!…](?=\s+[A-Z0-9])")
_OPENING = re.compile(r"\s*(?:``|[\"“„«‘'])")
# Some writers put two spaces after each full stop, or leave one at the end of each paragraph: no traces of lost marks.
_TYPED = re.compile(r"[.?!]  (?=\S)")
_TRAILED = re.compile(r"\S (?=\n)")
_HABIT = 3


def end_of_paragraph(text: str, start: int) -> int:
    """The end of the last word of the paragraph that an offset stands in."""
    end = text.find("\n", start)
    return start + len(text[start : end if end >= 0 else len(text)].rstrip())


def find_trace(text: str, start: int, end: int) -> int | None:
    """Where, between two offsets, a lost closing mark left its trace: 'We shall go  he said.'; None if nowhere."""
    for m in _GAP.finditer(text, start, min(end + 1, len(text))):
        if not _is_habit(text, m.start()):
            return m.start()
    return None


def _is_habit(text: str, at: int) -> bool:
    """Is a gap there only because the writer sets all gaps so?"""
    if text[at + 1 : at + 2] in {"\n", ""}:
        return len(_TRAILED.findall(text)) >= _HABIT
    return text[at - 1] in ".?!" and text[at + 1] == " " and len(_TYPED.findall(text)) >= _HABIT


def end_unclosed(text: str, start: int, nested: int | None) -> tuple[int, bool]:
    """The end of a quotation that opens at an offset and is never closed, and whether it runs on to its paragraph's end.

    It ends where the lost mark left its trace; else, where another opens inside it (``nested``) and the next paragraph
    does not take it up, with its first sentence; else with its paragraph.
    """
    last = end_of_paragraph(text, start)
    trace = find_trace(text, start + 2, last)
    if trace is not None:
        return trace, False
    if nested is None or _OPENING.match(text, last):
        return last, True
    sentence = _SENTENCE_END.search(text, start + 1, nested)
    return (sentence.end() if sentence else start + len(text[start:nested].rstrip())), False
