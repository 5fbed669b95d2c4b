"""Numbers that an event carries: dead, injured, crowd, troops, staff, money."""

from communique.clauses import Predicate
from communique.events.refine import words_of
from communique.events.scene import Scene
from communique.parse.parsed import Token
from communique.types import EventType, Magnitude, Span

_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "dozen": 12,
}  # fmt: skip
_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "dollar": "USD",
    "euro": "EUR",
    "yen": "JPY",
}
_TROOPS = frozenset({"troop", "soldier", "marine", "force"})
_STAFF = frozenset({"diplomat", "employee", "staff", "official", "observer", "peacekeeper"})
_KILLED = frozenset({"kill", "die", "assassinate", "execute", "murder", "massacre", "slay", "death"})
_HURT = frozenset({"injure", "wound", "hurt", "maim"})
_WITH_MONEY = frozenset({"AID", "SANCTION", "AGREE", "COOPERATE"})


def find_magnitude(scene: Scene, predicate: Predicate, kind: EventType) -> tuple[Magnitude, ...]:
    """The numbers in the clause that measure the act: each counts the noun right after it."""
    if kind not in _WITH_MONEY and kind not in ("ASSAULT", "PROTEST", "MOBILIZE", "RETREAT", "COERCE"):
        return ()
    words = words_of(scene, predicate)
    found = (_measure(words, i, predicate, kind) for i, token in enumerate(words) if token.pos == "NUM")
    return tuple(m for m in found if m is not None)


def _measure(words: tuple[Token, ...], i: int, predicate: Predicate, kind: EventType) -> Magnitude | None:
    number, last = _number(words, i)
    if number is None or (i > 0 and words[i - 1].pos == "NUM"):
        return None
    unit = _CURRENCIES.get(words[i - 1].lower) if i > 0 else None
    counted = next((t for t in words[last + 1 : last + 4] if t.pos in ("NOUN", "PROPN")), None)
    if unit is None and counted is not None:
        unit = _CURRENCIES.get(counted.lemma.lower())
    span = Span(words[i].start, words[last].end)
    if unit:
        return Magnitude(what="money", number=number, unit=unit, span=span) if kind in _WITH_MONEY else None
    what = _what(counted, predicate, kind)
    return None if what is None else Magnitude(what=what, number=number, span=span)


def _number(words: tuple[Token, ...], i: int) -> tuple[float | None, int]:
    """The value of the number that begins at a word, and its last word."""
    value = _value(words[i].lower)
    last = i
    while value is not None and last + 1 < len(words) and words[last + 1].lower in _SCALES:
        last += 1
        value *= _SCALES[words[last].lower]
    return value, last


def _value(text: str) -> float | None:
    plain = text.replace(",", "")
    if plain.replace(".", "", 1).isdecimal() and plain.isascii():
        return float(plain)
    return float(_WORDS[text]) if text in _WORDS else None


def _what(counted: Token | None, predicate: Predicate, kind: EventType) -> str | None:
    """What a number counts; years and times count nothing."""
    if kind == "ASSAULT":
        return "dead" if predicate.lemma in _KILLED else "injured" if predicate.lemma in _HURT else None
    if counted is None:
        return None
    lemma = counted.lemma.lower()
    if lemma in _TROOPS:
        return "troops"
    if lemma in _STAFF:
        return "staff"
    return "crowd" if kind == "PROTEST" and lemma in ("people", "protester", "demonstrator", "person") else None
