"""Record of one report -> what merging compares: its events, its statements, and the passages that numbers stand in."""

from communique.record.told import Told
from communique.types import RecordFields


def tell(record: RecordFields) -> tuple[Told, ...]:
    """Everything of one report that may be told by another, in a steady order; needs ``report.text``."""
    raise NotImplementedError
