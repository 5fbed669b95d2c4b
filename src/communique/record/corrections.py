"""Corrections across reports: a party that takes back, denies or explains what another report has it say."""

from communique.record.told import Correction, Told


def corrects(one: Told, other: Told) -> Correction | None:
    """The correction that one of the two is of the other; the later one is the one that corrects."""
    return None
