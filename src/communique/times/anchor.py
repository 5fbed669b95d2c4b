"""What an expression is read against."""

from datetime import date

from msgspec import Struct

from communique.times.intervals import Interval


class Anchor(Struct, frozen=True, gc=False):
    """What an expression is read against: the day of publication, the tense, and what was named last.

    ``forward`` is true where the time lies ahead, ``sure`` where the tense says so and not a guess; ``day_first`` says
    how the publisher's country writes a date in figures, None where that is not known.
    """

    published: date | None
    forward: bool = False
    sure: bool = False
    before: Interval | None = None
    day_first: bool | None = None
