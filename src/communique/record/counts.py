"""Two counts of one thing: 38 consignments, 83 shipments."""

import re

from communique.record.chain import is_code
from communique.record.likeness import shared
from communique.record.matter import SOON, differ, gap, is_one_affair, is_one_matter, is_one_voice
from communique.record.told import Contradiction, Figure, Told

_PERSONS = frozenset({"person", "soldier", "officer", "prisoner", "diplomat", "observer"})
_PATIENTS = frozenset({"kill", "wound"})
# Of these every report counts some: what is counted must be told with the same words.
_EVERYWHERE = frozenset(
    [
        "country",
        "stat",
        "nation",
        "region",
        "year",
        "month",
        "week",
        "day",
        "hour",
        "percent",
        "kilometre",
        "vote",
        "time",
        "way",
        "area",
        "leader",
        "member",
        "side",
    ]
)
_ANYBODY = re.compile(
    r"(?:smuggl|farm|work|fight|sail|engin|ist|man|ian|ant|er|or)$"
)  # nouns of people, by their endings
_ROUGH = 0.1  # "about 3,000" and 3,200 do not differ
_ALIKE = 0.34  # of the words beside the number that has fewer of them
_SAME = 2  # days within which a share, or a number of states, is counted once
_LATER = 2  # shared words that are asked for where one was told weeks after the other


def find_counts(one: Told, other: Told) -> tuple[Contradiction, ...]:
    """The numbers of two passages that count one thing, and differ."""
    if not one.figures or not other.figures or not is_one_matter(one, other) or is_one_voice(one, other):
        return ()
    found = []
    for a in one.figures:
        rivals = [(_alike(one, other, a, b), b.span, b) for b in other.figures if _is_comparable(a, b)]
        if rivals and not any(_is_equal(a, b) for _, _, b in rivals):
            score, _, b = max(rivals)
            if score > 0:
                words = f"{a.number:g} or {b.number:g} {a.of[0]}"
                found.append(differ("number", words, ((one, a.span), (other, b.span)), score))
    return tuple(found)


def _is_comparable(a: Figure, b: Figure) -> bool:
    """Is one thing counted: of one class, by one act, of one state?"""
    acts = [set(f.of) & _PATIENTS for f in (a, b)]
    if (acts[0] and acts[1] and not acts[0] & acts[1]) or (a.state and b.state and a.state != b.state):
        return False
    if set(a.of) & set(b.of):
        return True
    kinds = {"person" if _ANYBODY.search(f.of[0]) else f.of[0] for f in (a, b)}
    return "person" in kinds and kinds <= _PERSONS


def _is_equal(a: Figure, b: Figure) -> bool:
    if a.number == b.number:
        return True
    return (a.vague or b.vague) and abs(a.number - b.number) <= _ROUGH * max(a.number, b.number)


def _alike(one: Told, other: Told, a: Figure, b: Figure) -> float:
    """How much of the same stands beside two numbers; 0 where it is not enough for one thing."""
    meant = [_meaning(f) for f in (a, b)]
    if _is_of_others(a, b):
        return 0.0
    common, share = meant[0] & meant[1], shared(*meant)
    story = is_one_affair(one, other)
    if a.of[0] in _EVERYWHERE and (gap(one, other) > _SAME or not _names(a) & _names(b)):
        return 0.0
    if gap(one, other) > SOON and not (story and len(common) >= _LATER):
        return 0.0
    if set(a.of) & set(b.of) & _PATIENTS:
        return 1 + share if (common or story) and not _is_of_other_days(one, other) else 0.0
    rare = a.of[0] == b.of[0] and a.of[0] not in _EVERYWHERE
    if rare and common and (story or share >= _ALIKE):
        return 0.5 + share
    return share if len(common) >= _LATER and share >= _ALIKE and (story or rare) else 0.0


def _is_of_other_days(one: Told, other: Told) -> bool:
    """Are two attacks told, each with its day?"""
    return bool(one.days and other.days and not set(one.days) & set(other.days))


def _meaning(figure: Figure) -> set[str]:
    """The words beside a number that are no names, no number, and not what is counted."""
    return {w for w in figure.beside if w.isalpha() and w.islower()} - {*figure.of, *_PERSONS}


def _is_of_others(a: Figure, b: Figure) -> bool:
    """Are others named beside each: "Egypt's 100 years of relations", "Jamaica's 60 years of relations"?"""
    states = [{w for w in f.beside if is_code(w)} for f in (a, b)]
    pairs = (states, [_names(f) for f in (a, b)])
    return any(all(named) and not named[0] & named[1] for named in pairs)


def _names(figure: Figure) -> set[str]:
    return {word for word in figure.beside if word.startswith("*")}
