"""Text -> the terms that it can be found by: words in lower case without accents, the same on every engine."""

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"[a-z0-9]+")
# Offsets hold only where a letter stays one letter; most news is plain ASCII and needs no folding at all.
_LONGEST = 60


def terms_of(text: str) -> Iterator[str]:
    """The words of a text, each as often as it stands: "Sikorski's Kraków" -> sikorski, s, krakow."""
    return (word[:_LONGEST] for word in _WORD.findall(folded(text)))


def folded(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def asked_terms(text: str) -> list[str]:
    """The terms of a question; one that ends in ``*`` stands for all that begin so: "sanction*"."""
    found: list[str] = []
    for part in text.split():
        terms = list(terms_of(part))
        if terms and part.endswith("*"):
            terms[-1] += "*"
        found += terms
    return list(dict.fromkeys(found))
