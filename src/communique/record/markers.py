"""Does a sentence come back to earlier words, and is it an outlet that corrects its own report?"""

import re
from functools import cache
from typing import Literal

from communique.data.merging import MergingWords
from communique.record.roots import root_name
from communique.record.wording import Word, fold
from communique.types import RecordFields, Span

Marker = Literal["clarifies", "retracts", "denies"]
_CORRECTED = re.compile(
    r"(?:The |the )?((?:[A-Z][\w.-]+ ?)+)[^.;]{0,40}\b(?:corrected|withdrew|retracted|amended|has withdrawn|apologi[sz]ed for) (?:its|an earlier|a) "
)
_OWN = re.compile(
    r"\b(?:we|this (?:newspaper|paper|bulletin|agency|station|programme|service|broadcaster|magazine|website|page))\b[^.;]{0,40}"
    r"\b(?:said|reported|wrote|gave|named|stated|told|carried|published|misstated|printed|quoted|put|called|described|had)\b"
)
_CONTRAST = re.compile(
    r"\bhad (?:only )?\w+ed\b[^.;:]{0,40}, not\b"
)  # "that she had praised the voters, not the count"


def find_marker(sentence: str, found: list[Word], words: MergingWords) -> Marker | None:
    """Does a sentence come back to earlier words, and how?"""
    folded = " ".join(fold(sentence).split())
    phrases = words.phrases
    if _says(folded, phrases.denies):
        return "denies"
    if _says(folded, phrases.retracts) or _takes_back(found, words):
        return "retracts"
    return "clarifies" if _says(folded, phrases.clarifies) or _CONTRAST.search(folded) else None


def find_closing(text: str, span: Span, words: MergingWords) -> Marker | None:
    """In the last paragraph, where notes stand, an outlet speaks of its own report to correct it."""
    last = span.start >= text.rstrip().rfind("\n")
    return (
        "retracts" if last and _says(fold(_unquoted(text[span.start : span.end])), words.phrases.own_report) else None
    )


def _takes_back(words_of: list[Word], words: MergingWords) -> bool:
    """ "Withdrew his claim", "took the remark back"."""
    if not any(word.folded in words.phrases.taking_back for word in words_of):
        return False
    found = [word.folded for word in words_of]
    return any(
        words.phrases.claims & set(found[n + 1 : n + 5])
        and (word not in ("took", "taken", "takes") or "back" in found[n : n + 6])
        for n, word in enumerate(found)
        if word in words.phrases.taking_back
    )


def _says(text: str, phrases: tuple[str, ...]) -> bool:
    return _pattern(phrases).search(text) is not None


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")(?![a-z])")


def find_outlet(record: RecordFields, spans: tuple[Span, ...], n: int, words: MergingWords) -> str | None:
    """The outlet that corrects its own report: in a note, by "our report", or told of by another that it has."""
    text = record.report.text or ""
    note = record.report.correction_note
    if note is not None and note.start < spans[n].end and spans[n].start < note.end:
        return root_name(record.report.publisher)
    around = text[spans[max(0, n - 1)].start : spans[n].end]
    if _is_own(fold(_unquoted(around)), words) or _heads_note(text, spans[n], words):
        return root_name(record.report.publisher)
    publisher = record.report.publisher
    if publisher is not None and re.search(re.escape(publisher) + r"[^.]{0,20} (?:reported|said|wrote|gave)\b", around):
        return root_name(publisher)
    lead = _CORRECTED.search(around)
    return root_name(lead.group(1)) if lead else None


def _is_own(text: str, words: MergingWords) -> bool:
    """ "We reported", "our article", "this newspaper wrote": an outlet of itself."""
    return _says(text, words.phrases.own_report) or _OWN.search(text) is not None


def _unquoted(text: str) -> str:
    """A text without what stands within marks: "our" is the speaker's there."""
    return re.sub(r"[\"\u201c][^\"\u201d]*[\"\u201d]?", " ", text)


def _heads_note(text: str, span: Span, words: MergingWords) -> bool:
    """Does the paragraph begin as a note does: "Correction:", "Editor's note -", "(Corrects the second paragraph)"?"""
    begin = text.rfind("\n", 0, span.start) + 1
    head = fold(text[begin : begin + 40]).lstrip("([*- ")
    return any(head.startswith(word) for word in words.phrases.note)
