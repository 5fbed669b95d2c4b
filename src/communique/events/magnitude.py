"""Numbers that an event carries: dead, injured, detained, crowd, troops, staff, money."""

import re
from collections.abc import Iterator
from itertools import takewhile

from communique.clauses import Predicate
from communique.data.magnitude import Measures
from communique.events.refine import words_of
from communique.events.scene import Scene
from communique.parse.parsed import Token
from communique.types import EventType, Magnitude, Span

_WRITTEN = re.compile(r"(?P<sign>[^\w\s.,]|us\$|a\$|c\$)?(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<scale>[a-z]+)?")
_NO_COUNT = frozenset({"DATE", "TIME", "ORDINAL", "PERCENT"})
_ENDING = frozenset({"CCONJ", "PUNCT", "ADP"})
_BESIDE = 3  # words after a number among which stands what it counts


def find_magnitude(scene: Scene, predicate: Predicate, kind: EventType) -> tuple[Magnitude, ...]:
    """The numbers that measure an act: those in its clause that hang on it and on no other act below."""
    measures = scene.codebook.measures
    wanted = frozenset(what for what, types in measures.counted_in.items() if kind in types)
    words = words_of(scene, _clause(scene, predicate)) if wanted else ()
    found = (m for i, _ in enumerate(words) for m in _measure(measures, words, i, predicate, wanted))
    return tuple(m for m in found if _is_of(scene, predicate, m.span))


def _clause(scene: Scene, predicate: Predicate) -> Predicate:
    """ "The ATTACK left 12 dead": the clause of the verb whose subject a noun is."""
    above = None if predicate.above is None else scene.clauses.predicates[predicate.above]
    carried = predicate.kind == "noun" and predicate.link == "subject" and above is not None and above.kind == "verb"
    return above if carried and above is not None else predicate


def _measure(
    measures: Measures, words: tuple[Token, ...], i: int, predicate: Predicate, wanted: frozenset[str]
) -> Iterator[Magnitude]:
    """What a number that begins at a word measures, if it is wanted."""
    value, sign = _value(measures, words[i].lower)
    if value is None or words[i].entity in _NO_COUNT or (i > 0 and _value(measures, words[i - 1].lower)[0] is not None):
        return
    last = i
    while last + 1 < len(words) and words[last + 1].lower in measures.scales:
        last += 1
        value *= measures.scales[words[last].lower]
    span = Span(words[i].start, words[last].end)
    after = tuple(takewhile(lambda t: t.pos not in _ENDING, words[last + 1 : last + 1 + _BESIDE]))
    unit = _unit(measures, sign or (words[i - 1].lower if i > 0 else ""), after)
    what = "money" if unit else _counted(measures, after, predicate, wanted)
    if what in wanted:
        yield Magnitude(what=what, number=value, span=span, unit=unit)


def _value(measures: Measures, text: str) -> tuple[float | None, str]:
    """ "1.3bn" and "twelve" as numbers, and the sign before: "$40m"."""
    if text in measures.words:
        return measures.words[text], ""
    found = _WRITTEN.fullmatch(text)
    if found is None or (found["scale"] and found["scale"] not in measures.scales):
        return None, ""
    value = float(found["digits"].replace(",", "")) * (measures.scales[found["scale"]] if found["scale"] else 1)
    return value, found["sign"] or ""


def _unit(measures: Measures, before: str, after: tuple[Token, ...]) -> str | None:
    """The currency, by the sign before or the noun right after: "40 million EUROS"."""
    noun = next((t.lemma.lower() for t in after[:1]), "")
    return measures.currencies.get(before) or measures.currencies.get(noun)


def _counted(measures: Measures, after: tuple[Token, ...], predicate: Predicate, wanted: frozenset[str]) -> str | None:
    """What is counted: by the word beside ("12 DEAD", "37 SOLDIERS"), else by what the clause tells ("KILLED 45 people")."""
    beside = [t.lemma.lower() for t in after] + [t.lower for t in after]
    for what in ("dead", "injured", "troops", "staff", "crowd"):
        if what in wanted and not measures.groups[what].isdisjoint(beside):
            return what
    told = (
        what for what in ("dead", "injured", "detained") if what in wanted and predicate.lemma in measures.groups[what]
    )
    return next(told, None)


def _is_of(scene: Scene, predicate: Predicate, span: Span) -> bool:
    """Whether the first verb above a number is that of the act: "killed two and wounded FIVE" counts five for the second."""
    tokens = scene.clauses.parsed.tokens
    at = next(t.i for t in tokens[_first(scene, predicate) :] if t.start >= span.start)
    while at != predicate.head and tokens[at].head != at:
        above = scene.clauses.at(at)
        if above is not None and above.kind == "verb":
            break
        at = tokens[at].head
    found = scene.clauses.at(at)
    light = predicate.light is not None and found is not None and found.lemma == predicate.light
    return at == predicate.head or light or (found is not None and found.id == predicate.id) or predicate.kind == "noun"


def _first(scene: Scene, predicate: Predicate) -> int:
    return scene.clauses.parsed.sentences[predicate.sentence].first
