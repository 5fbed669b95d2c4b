"""The day that a story goes on with: sentences of the same subject that name no time of their own."""

from communique.clauses.clauses import Clauses, Predicate
from communique.data.times import TimeVerbs
from communique.types import Day, Time

_PRONOUNS = frozenset({"he", "she", "they", "it", "both"})
_OPENING = 2


def find_frames(
    clauses: Clauses, times: tuple[Time, ...], of_predicate: dict[int, tuple[int, ...]], verbs: TimeVerbs
) -> dict[int, int]:
    """Head clause of a sentence -> the expression before it whose day holds for it as well."""
    out: dict[int, int] = {}
    roots = [p for p in clauses.predicates if p.above is None]
    readout = _readout(clauses, roots, times, of_predicate, verbs)
    met = _met(clauses, roots, readout, verbs)
    frame: int | None = None
    about: str = ""
    present = False
    for root in roots:
        own = of_predicate.get(root.id)
        subject = _subject(clauses, root)
        present = subject in met or (present and subject in _PRONOUNS)
        if own:
            day = _is_day(times[own[0]], clauses.parsed.report.published)
            frame, about = (own[0], subject) if day else (None, "")
        elif (
            root.tense == "past"
            and not root.perfect
            and not root.progressive
            and frame is not None
            and _same(subject, about)
        ):
            out[root.id] = frame
        elif readout is not None and present and root.tense == "past" and not root.perfect:
            out[root.id] = readout
        elif subject and not _same(subject, about):
            about = subject if subject not in _PRONOUNS else about
            frame = None
    return out


def _met(clauses: Clauses, roots: list[Predicate], readout: int | None, verbs: TimeVerbs) -> frozenset[str]:
    """Words for those who met: the day of a meeting holds for what they did there, not for what others said."""
    if readout is None:
        return frozenset()
    sentences = [
        clauses.parsed.sentences[r.sentence] for r in roots if r.sentence <= _OPENING and not _is_told(clauses, r)
    ]
    names = {t.lower for s in sentences for t in clauses.parsed.tokens[s.first : s.last] if t.pos == "PROPN"}
    return frozenset(names | verbs.met)


def _is_told(clauses: Clauses, root: Predicate) -> bool:
    """ "The two spoke of trade, spokesman Ned Price said in a statement.": who tells of a meeting need not have met."""
    heads = root.heads("subject")
    return any(
        b.above == root.id and b.link == "complement" and b.head < root.head for b in clauses.predicates
    ) and bool(heads)


def _same(subject: str, about: str) -> bool:
    return subject == about or subject in _PRONOUNS


def _subject(clauses: Clauses, root: Predicate) -> str:
    heads = root.heads("subject")
    return clauses.parsed.tokens[heads[0]].lower if heads else ""


def _is_day(time: Time, published: Day | None) -> bool:
    """A day that is past: "in 2007" and "next Monday" set no scene."""
    return time.start is not None and time.start == time.end and (published is None or time.start <= published)


def _readout(
    clauses: Clauses,
    roots: list[Predicate],
    times: tuple[Time, ...],
    of_predicate: dict[int, tuple[int, ...]],
    verbs: TimeVerbs,
) -> int | None:
    """The day of the meeting that a read-out opens with: on the day of publication or the one before."""
    for root in roots:
        if root.sentence > _OPENING:
            return None
        own = of_predicate.get(root.id)
        if own and root.lemma in verbs.meetings and root.tense == "past":
            time = times[own[0]]
            return own[0] if time.start == time.end == clauses.parsed.report.published else None
    return None
