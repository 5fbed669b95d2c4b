"""What merging knows of one thing that one report tells: an event, a statement, or a passage that is neither.

Everything that pairs are compared by is here, made once for each report, so that a store may keep it (``msgspec``) and
never needs the report's text again. Days are ordinals of ``datetime.date``, both ends included.
"""

from typing import Literal

from msgspec import Struct

from communique.types import Day, Event, Span, Statement

Kind = Literal["event", "statement", "passage"]
DisputeKind = Literal["number", "denial", "parties", "day"]


class Party(Struct, frozen=True, kw_only=True, gc=False):
    """Who takes part: id and name, folded ("hodan farah robleh"), its state, and whether it is only described.

    ``bare`` is a party that a report does not name ("the foreign minister", "soldiers"): such a one may be any named
    party of its state.
    """

    actor: str
    name: str
    kind: str
    country: str | None = None
    office: str | None = None
    bare: bool = False


class Figure(Struct, frozen=True, kw_only=True, gc=False):
    """A number and what is counted: 38 of ("consign",), 14,000,000 of ("dollar",).

    ``state`` is whose they are ("six Djiboutian soldiers"), ``beside`` what stands near the number in its clause, as in a
    telling's ``chain``.
    """

    number: float
    of: tuple[str, ...]
    span: Span
    vague: bool = False
    state: str | None = None
    beside: tuple[str, ...] = ()


class Told(Struct, frozen=True, kw_only=True, gc=False):
    """One thing as one report tells it.

    ``first`` and ``last`` bound when it may have happened, ``likely`` is the day that it most likely means.

    ``id`` is the entry's; of a passage ``<report>#p-<start>``. ``root`` is where the words came from: the first outlet
    of the chain, else the publisher. ``words`` are those of the content or the sentence, normalised, ``quoted`` those
    within marks; ``stems`` stand for the meaning of the sentence, ``content`` for that of an event's own words; ``setting`` are the states that the report is about, the most named first,
    ``topic`` its name words that stand most often (people, places, firms);
    ``names`` are states and name words of the sentence, ``near`` the stems of the sentences beside it. ``marker`` says
    that the passage comes back to earlier words (``beside``: the names of the sentence before it), those of the days in ``points_to``, or of the outlet ``by_outlet``;
    ``outlets`` are the report's publisher and whom it credits.
    ``denied`` are stretches that it says are not so, ``days`` all days that it names. ``entries`` are the events and statements whose evidence lies in a passage,
    ``chain`` its words in order (``record.chain``); an act is ``returned`` if its report tells it the other way round too.
    """

    id: str
    report: str
    kind: Kind
    entry: Event | Statement | None
    spans: tuple[Span, ...]
    root: str | None = None
    published: Day | None = None
    who: tuple[Party, ...] = ()
    whom: tuple[Party, ...] = ()
    first: int | None = None
    last: int | None = None
    exact: bool = False
    likely: int | None = None
    place: str | None = None
    words: str = ""
    quoted: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    negated: bool = False
    denied: tuple[tuple[str, ...], ...] = ()
    days: tuple[int, ...] = ()
    setting: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    trigger: str | None = None
    near: tuple[str, ...] = ()
    marker: Literal["clarifies", "retracts", "denies"] | None = None
    points_to: tuple[int, ...] = ()
    beside: tuple[str, ...] = ()
    by_outlet: str | None = None
    outlets: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    returned: bool = False


class Reason(Struct, frozen=True, gc=False):
    """One ground of a score, as ``why`` prints it: ("parties", "both name DJI and ERI", 0.4)."""

    ground: str
    words: str
    weight: float


class Tie(Struct, frozen=True, kw_only=True, gc=False):
    """Two entries that are one: the smaller id first, the score from 0 to 1, and what it rests on."""

    one: str
    other: str
    score: float
    reasons: tuple[Reason, ...]


class Contradiction(Struct, frozen=True, kw_only=True, gc=False):
    """Two tellings that cannot both be right; shown, never resolved. The smaller id first; spans index each report."""

    one: str
    other: str
    kind: DisputeKind
    words: str
    one_span: Span
    other_span: Span
    score: float = 0.5


class Correction(Struct, frozen=True, kw_only=True, gc=False):
    """A later telling that takes back, denies or clarifies an earlier one of another report (or of the same)."""

    later: str
    earlier: str
    kind: Literal["clarifies", "retracts", "denies"]
    words: str
    later_span: Span
    earlier_span: Span
    score: float = 0.5
