"""Words -> the numbers that a passage counts things by: "six hundred officers" -> 600 of officers."""

import re

from communique.data.merging import MergingWords
from communique.record.told import Figure
from communique.record.wording import Word, meaning
from communique.types import Span

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MARKS = frozenset(',;:.!?()"\n')
_REACH = 4  # words after a number among which what is counted stands: "six Djiboutian soldiers"
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
_SPANS = frozenset({"hour", "day", "week", "month", "year"})
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
        if number is not None and at == 0 and text[tokens[after - 1].end - offset :][:1] in (".", ")"):
            of = ()  # "2. No soldier was killed": the number of a paragraph
        if number == 2 and before in ("the", "these", "those", "both"):
            of = ()  # "the two sides" counts nobody
        if number == 1 and (before in ("not", "no", "any") or not _is_class(of, words)):
            of = ()
        if of and not (
            before in _MONTHS or _is_year(number, tokens[at]) or (of[0] in _SPANS and _points(tokens, after))
        ):
            span = Span(tokens[at].start, tokens[after - 1].end)
            figures.append(Figure(number=number, of=of, span=span, vague=before in _VAGUE))
        at = after
    return tuple(figures)


def _is_class(of: tuple[str, ...], words: MergingWords) -> bool:
    """ "One sailor was injured" counts; "one thing" does not."""
    return bool(words.patients & set(of[1:]) or (of and words.counted.get(of[0]) == of[0] and of[0] not in _SPANS))


def _is_year(number: float, word: Word) -> bool:
    return 1900 <= number <= 2100 and "," not in word.text


def _points(tokens: list[Word], after: int) -> bool:
    """ "Three days AFTER", "two weeks ago": a span of time that only says when."""
    return any(
        word.folded in ("after", "ago", "later", "earlier", "before", "old") for word in tokens[after : after + 3]
    )


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
    first = tokens[after - 1]
    before = text[: first.start - offset].rstrip()[-1:]
    if before and before in "$€£":
        return ("dollar",)
    if text[first.end - offset :].lstrip()[:1] == "%":
        return ("percent",)
    if after < len(tokens) and tokens[after].folded in words.durations:
        return ()
    noun = _noun(tokens, after, text, offset, words)
    if noun is not None and noun in words.counted and noun not in words.persons:
        return (noun,)
    return tuple(dict.fromkeys([*([noun] if noun else []), *_patients(tokens, after, words)]))


def _noun(tokens: list[Word], after: int, text: str, offset: int, words: MergingWords) -> str | None:
    """The noun counted: of a known class, else the last word before another phrase begins: "41 polling stations in"."""
    last = None
    for n in range(after, min(after + _REACH, len(tokens))):
        word = tokens[n].folded
        gap = text[tokens[n - 1].end - offset : tokens[n].start - offset]
        if word in words.empty or word in _MONTHS or _MARKS & set(gap) or meaning(word, words) in words.patients:
            break
        if (kind := words.counted.get(word)) is not None:
            return kind
        if tokens[n].text[:1].islower():
            last = meaning(word, words)
        elif n == after and word.endswith("s"):
            last = "person"  # "two Iranians"
    return last


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
