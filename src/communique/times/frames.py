"""The day that a story goes on with: sentences of the same subject that name no time of their own."""

from datetime import date, timedelta

from msgspec import Struct

from communique.clauses.clauses import Clauses, Predicate
from communique.data.times import TimeVerbs
from communique.types import Day, Time

_PRONOUNS = frozenset({"he", "she", "they", "it", "both"})
_OPENING = 2
_NEXT = 3  # sentences
_FRESH = timedelta(days=3)


def find_frames(
    clauses: Clauses, times: tuple[Time, ...], of_predicate: dict[int, tuple[int, ...]], verbs: TimeVerbs
) -> dict[int, int]:
    """Head clause of a sentence -> the expression before it whose day holds for it as well."""
    out: dict[int, int] = {}
    published = clauses.parsed.report.published
    frame: int | None = None
    about: str = ""
    meeting = _Meeting()
    present = False
    for root in clauses.predicates:
        if root.above is not None:
            continue
        own = of_predicate.get(root.id)
        subject = _subject(clauses, root)
        plain = root.tense == "past" and not root.perfect
        if own:
            day = _is_day(times[own[0]], published)
            frame, about = (own[0], subject) if day else (None, "")
            if day and root.tense == "past":
                held = _is_meeting(clauses, root, verbs)
                meeting = _met(clauses, root, times[own[0]], own[0], verbs) if held else _Meeting()
            present = True
            continue
        present = meeting.reaches(root) and (subject in meeting.people or (present and subject in _PRONOUNS))
        if plain and not root.progressive and frame is not None and _same(subject, about):
            out[root.id] = frame
        elif plain and present and meeting.time is not None and not _is_meeting(clauses, root, verbs):
            out[root.id] = meeting.time
        elif subject and not _same(subject, about):
            about = subject if subject not in _PRONOUNS else about
            frame = None
    return out


class _Meeting(Struct, frozen=True):
    """A meeting with its day: that holds for what those who met did there, not for what others said."""

    time: int | None = None
    sentence: int = 0
    reach: int | None = 0
    people: frozenset[str] = frozenset()

    def reaches(self, root: Predicate) -> bool:
        """A read-out tells of its meeting to the end; elsewhere only the sentences next to it do."""
        return self.reach is None or root.sentence - self.sentence <= self.reach


def _is_meeting(clauses: Clauses, root: Predicate, verbs: TimeVerbs) -> bool:
    """ "Met", "visited", "held talks"; not "held elections"."""
    things = {clauses.parsed.tokens[h].lemma for h in root.heads("object")}
    return root.lemma in verbs.meetings or bool(things & verbs.talks)


def _met(clauses: Clauses, root: Predicate, time: Time, number: int, verbs: TimeVerbs) -> _Meeting:
    first = 0 if root.sentence <= _OPENING else root.sentence
    told = range(first, root.sentence + 1)
    sentences = [clauses.parsed.sentences[i] for i in told if not _is_told(clauses, i)]
    names = {t.lower for s in sentences for t in clauses.parsed.tokens[s.first : s.last] if t.pos == "PROPN"}
    reach = None if root.sentence <= _OPENING and _is_fresh(time, clauses.parsed.report.published) else _NEXT
    return _Meeting(number, root.sentence, reach, frozenset(names | verbs.met))


def _is_fresh(time: Time, published: Day | None) -> bool:
    if published is None or time.start is None:
        return False
    return date.fromisoformat(published) - date.fromisoformat(time.start) <= _FRESH


def _is_told(clauses: Clauses, sentence: int) -> bool:
    """ "The two spoke of trade, spokesman Ned Price said in a statement.": who tells of a meeting need not have met."""
    roots = [p for p in clauses.predicates if p.sentence == sentence and p.above is None and p.heads("subject")]
    return any(
        b.above == root.id and b.link == "complement" and b.head < root.head
        for root in roots
        for b in clauses.predicates
    )


def _same(subject: str, about: str) -> bool:
    return subject == about or subject in _PRONOUNS


def _subject(clauses: Clauses, root: Predicate) -> str:
    heads = root.heads("subject")
    return clauses.parsed.tokens[heads[0]].lower if heads else ""


def _is_day(time: Time, published: Day | None) -> bool:
    """A day that is past: "in 2007" and "next Monday" set no scene."""
    return time.start is not None and time.start == time.end and (published is None or time.start <= published)
