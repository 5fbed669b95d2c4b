"""Texts -> which report copies which: near-duplicates and republished reports.

Measured on 303 reports, each halved, thinned, edited and set into another: rensa signs a report in 0.45 ms and finds
99, 99, 100 and 98 of 100 again with 64 bands of two; datasketch 1.49 ms and 99, 100, 100, 96.
"""

import re
from zlib import crc32

from msgspec import Struct
from rensa import RMinHash

from communique.record.wording import fold

_WORD = re.compile(r"\w+")
_GRAM = 5
_ROWS = 2
_HASHES = 128
_SAMPLE = 2  # of so many hashed 5-grams one is kept: 170 for a report of 350 words
_CONTAINED = 0.5  # half of the shorter text; reports that share only quotations stay under a third
_FEWEST = 8


class Signature(Struct, frozen=True, kw_only=True, gc=False):
    """What a text is recognised by: ``bands`` to look others up by, ``grams`` (sorted hashes) to compare them by."""

    bands: tuple[str, ...]
    grams: tuple[int, ...]


def sign(text: str) -> Signature:
    """The signature of a report's text: two that share a band may be copies."""
    words = _WORD.findall(fold(text))
    grams = sorted({" ".join(words[i : i + _GRAM]) for i in range(max(1, len(words) - _GRAM + 1))})
    hashes = sorted({crc32(gram.encode()) for gram in grams})
    return Signature(bands=_bands(grams), grams=tuple(h for h in hashes if h % _SAMPLE == 0))


def is_copy(one: Signature, other: Signature) -> float | None:
    """The share of the shorter text's 5-grams that both have, where that makes one a copy of the other."""
    few = min(len(one.grams), len(other.grams))
    if few < _FEWEST:
        return None
    share = len(set(one.grams) & set(other.grams)) / few
    return share if share >= _CONTAINED else None


def _bands(grams: list[str]) -> tuple[str, ...]:
    hashed = RMinHash(num_perm=_HASHES, seed=1)
    hashed.update(grams)
    digest = hashed.digest()
    return tuple(f"{n:x}-{digest[n]:x}-{digest[n + 1]:x}" for n in range(0, _HASHES, _ROWS))
