"""What the room gives: the time expressions of a report and what each belongs to."""

from msgspec import Struct

from communique.data.times import TimeVerbs
from communique.types import Problem, Time


class Times(Struct, frozen=True, kw_only=True):
    """Every time expression of a report, resolved or not.

    ``by_token`` leads from a token to the expression that it is in, ``of_predicate`` from a predicate to the expressions
    that hang on it, the narrowest first, ``frames`` from the head clause of a sentence with no time to the expression
    before it whose day still holds. ``problems`` lists impossible and contradictory dates; ``verbs`` are those of the
    rules, by which clauses share a time.
    """

    verbs: TimeVerbs
    times: tuple[Time, ...] = ()
    by_token: dict[int, int] = {}
    of_predicate: dict[int, tuple[int, ...]] = {}
    frames: dict[int, int] = {}
    problems: tuple[Problem, ...] = ()
