"""Texts -> which report copies which: near-duplicates and republished reports."""

from msgspec import Struct


class Signature(Struct, frozen=True, kw_only=True, gc=False):
    """What a text is recognised by: ``bands`` to look others up by, ``grams`` (sorted hashes) to compare them by."""

    bands: tuple[str, ...]
    grams: tuple[int, ...]


def sign(text: str) -> Signature:
    """The signature of a report's text: two that share a band may be copies."""
    raise NotImplementedError


def is_copy(one: Signature, other: Signature) -> float | None:
    """The share of the shorter text's 5-grams that both have, where that makes one a copy of the other."""
    raise NotImplementedError
