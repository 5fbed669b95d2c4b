"""Words -> the numbers that a passage counts things by: "six hundred officers" -> 600 of officers."""

import re

from communique.data.merging import MergingWords
from communique.record.told import Figure
from communique.record.wording import Word, meaning
from communique.types import Span

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_REACH = 3  # words after a number among which what is counted stands: "six Djiboutian soldiers"
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_VAGUE = frozenset({"about", "around", "nearly", "almost", "some", "over", "least"})


def find_figures(text: str, offset: int, found: list[Word], words: MergingWords) -> tuple[Figure, ...]:
    """The numbers of a passage with what they count; dates, clock times and spans of time are left out."""
    figures: list[Figure] = []
    tokens = _with_digits(text, offset, found)
    at = 0
    while at < len(tokens):
        number, after = _number(tokens, at, words)
        if number is None:
            at += 1
            continue
        before = tokens[at - 1].folded if at else ""
        of = _counted(tokens, after, text, offset, words) or _counted_before(tokens, at, words)
        if (
            of
            and number > 1
            and not (before in _MONTHS or (number >= 1900 and number <= 2100 and "," not in tokens[at].text))
        ):
            span = Span(tokens[at].start, tokens[after - 1].end)
            figures.append(Figure(number=number, of=of, span=span, vague=before in _VAGUE))
        at = after
    return tuple(figures)


def _with_digits(text: str, offset: int, found: list[Word]) -> list[Word]:
    """The words, numbers with their thousands in one: "12,000"."""
    numbers = {offset + m.start(): m for m in _DIGITS.finditer(text)}
    out: list[Word] = []
    covered = -1
    for word in found:
        if word.start < covered:
            continue
        match = numbers.get(word.start)
        if match is None or not match.group().rstrip(",."):
            out.append(word)
            continue
        digits = match.group().rstrip(",.")
        covered = word.start + len(digits)
        out.append(Word(digits, digits, word.start, covered) if covered >= word.end else word)
    return out


def _number(tokens: list[Word], at: int, words: MergingWords) -> tuple[float | None, int]:
    """The number that begins at a word, and where the words after it begin."""
    total: float | None = None
    part: float | None = None
    while at < len(tokens):
        word = tokens[at]
        value = _value(word.folded, words)
        if value is not None and (part is None or (part >= 20 and value < 10)):
            part = (part or 0) + value
        elif word.folded in words.multiples and part is not None:
            part *= words.multiples[word.folded]
            if part >= 1000:
                total, part = (total or 0) + part, None
        elif word.folded == "and" and part is not None and part >= 100 and _follows(tokens, at, words):
            pass
        else:
            break
        at += 1
    if total is None and part is None:
        return None, at
    return (total or 0) + (part or 0), at


def _follows(tokens: list[Word], at: int, words: MergingWords) -> bool:
    return at + 1 < len(tokens) and _value(tokens[at + 1].folded, words) is not None


def _value(word: str, words: MergingWords) -> float | None:
    if word in words.numbers:
        return words.numbers[word]
    if "-" in word and all(part in words.numbers for part in word.split("-")):
        return sum(words.numbers[part] for part in word.split("-"))
    digits = word.replace(",", "").removesuffix("bn").removesuffix("m")
    if not digits.replace(".", "", 1).isdigit():
        return None
    return float(digits) * words.multiples.get(word.replace(",", "").removeprefix(digits), 1)


def _counted(tokens: list[Word], after: int, text: str, offset: int, words: MergingWords) -> tuple[str, ...]:
    """What is counted: the class of a noun that follows closely, and the act by which it is counted ("killed")."""
    end = tokens[after - 1].end - offset
    money = text[max(0, tokens[after - 1].start - offset - 1) : tokens[after - 1].start - offset]
    if money in "$€£" and money:
        return ("dollar",)
    if text[end : end + 1] == "%":
        return ("percent",)
    found: list[str] = []
    for word in tokens[after : after + _REACH]:
        if word.folded in words.durations or word.folded in _MONTHS:
            return ()
        if (kind := words.counted.get(word.folded)) is not None:
            found.append(kind)
            break
        if meaning(word.folded, words) in words.patients:
            break
        if word.folded in words.empty:
            break
    found += _patients(tokens, after, words)
    if not found and after < len(tokens) and (word := tokens[after]).folded not in words.empty and word.text.islower():
        found = [meaning(word.folded, words)]
    return tuple(found)


def _counted_before(tokens: list[Word], at: int, words: MergingWords) -> tuple[str, ...]:
    """ "Put the CROWD at 12,000": what is counted stands two words before a bare number."""
    kind = words.counted.get(tokens[at - 2].folded) if at >= 2 and tokens[at - 1].folded in ("at", "to", "of") else None
    return () if kind is None else (kind,)


def _patients(tokens: list[Word], after: int, words: MergingWords) -> list[str]:
    """ "Four soldiers had been KILLED", "eleven WOUNDED": the act by which people are counted, up to the next number."""
    for word in tokens[after : after + 6]:
        if _value(word.folded, words) is not None:
            return []
        if (act := meaning(word.folded, words)) in words.patients:
            return [act]
    return []
