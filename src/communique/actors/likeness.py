"""Whether words that the parser calls a person's name are one: storms, places, nicknames and shouting are not."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from communique.actors.reading import SAYING, Reading

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
ENTERED = frozenset({"enter", "reach", "capture", "seize", "retake", "bomb", "shell", "bombard", "besiege", "recapture", "liberate", "encircle"})  # fmt: skip
PLACES = frozenset({"FAC", "GPE", "LOC"})
MARKS = frozenset({'"', "“", "”", "``", "''"})
# "The Moon", but "the Biden administration": what a person leads.
LED = frozenset({"administration", "government", "campaign", "team", "presidency", "cabinet", "era", "family", "regime", "camp"})  # fmt: skip
FINITE = frozenset({"VBD", "VBZ", "VBP"})


class Told(Struct, frozen=True):
    """What the whole report tells of names: the words that may stand alone for a person, and the names of things."""

    introduced: frozenset[str]
    things: frozenset[str]


def read_told(reading: Reading, bounds: Iterable[tuple[int, int]]) -> Told:
    """What a report tells of its names, which stand at ``bounds``; made once for a report."""
    alone = (
        reading.tokens[i].text
        for first, last in bounds
        for i in range(first, last)
        if last - first > 1 or may_stand_alone(reading, i)
    )
    return Told(frozenset(alone), frozenset(_things(reading)))


def _things(reading: Reading) -> Iterator[str]:
    """What the report calls a storm, a ship, an operation; and names with a noun for a thing in apposition: "a church"."""
    for token in reading.tokens:
        if token.lower in reading.words.named_things and token.text[0].isupper():
            ends = range(token.i + 2, min(token.i + 5, len(reading.tokens) + 1))
            yield from (reading.text(token.i + 1, end) for end in ends)
    heads = reading.words.no_actor_heads
    called = [t.head for t in reading.tokens if t.dep == "appos" and t.i > t.head and t.lower in heads]
    for first, last, _ in dict.fromkeys(reading.label[i] for i in called if i in reading.label):
        yield reading.text(first, last)


def is_like_person(reading: Reading, first: int, last: int, told: Told) -> bool:
    """Whether tokens ``[first, last)`` may name a person."""
    if _is_titled(reading, first) or _is_described(reading, first, last):
        return True
    if (
        reading.text(first, last).lower() in reading.words.no_actor_names
        or reading.tokens[first].lower in reading.words.named_things
    ):
        return False
    if _is_broken(reading, first, last) or _is_quoted(reading, first, last) or reading.text(first, last) in told.things:
        return False
    if last - first == 1:
        return reading.tokens[first].text in told.introduced
    return reading.tokens[first].lower in reading.words.genders or not _is_place(reading, first, last)


def has_article(reading: Reading, first: int, last: int) -> bool:
    """ "The Moon", "a Bush": an article makes a bare family name a common noun; not in "the Biden administration"."""
    if not first or reading.tokens[first - 1].lower not in {"the", "a", "an"}:
        return False
    return last >= len(reading.tokens) or reading.tokens[last].lower not in LED


def may_stand_alone(reading: Reading, i: int) -> bool:
    """A single word that nothing introduces is a person where it is a family name, where it acts, or after "named"."""
    token = reading.tokens[i]
    if any(n.kind == "family" for n in reading.registry.names.get(token.text, ())):
        return True
    if has_article(reading, i, i + 1):
        return False
    head = reading.tokens[token.head]
    if head.lemma in {"name", "call"} and token.dep == "oprd":
        return True
    acts = head.tag in FINITE or any(reading.tokens[c].dep == "aux" for c in reading.children[head.i])
    return token.dep == "nsubj" and (acts or head.lemma in SAYING)


def _is_titled(reading: Reading, first: int) -> bool:
    before = reading.tokens[first - 1] if first else None
    return before is not None and (before.lower in reading.words.titles or before.lower in reading.words.people)


def _is_described(reading: Reading, first: int, last: int) -> bool:
    """Whether a noun for a person stands in apposition: "Tamsin Vale, a lawyer"."""
    return any(
        reading.tokens[c].dep == "appos" and reading.tokens[c].lemma.lower() in reading.words.people
        for i in range(first, last)
        for c in reading.children[i]
    )


def _is_broken(reading: Reading, first: int, last: int) -> bool:
    """ "[W]e", "Vega/Cole", "Jr." alone, "KENYA'S FOUL PLAY": no name."""
    words = reading.tokens[first:last]
    if any((set("[]") & set(t.text) and len(t.text) > 1) or "/" in t.text for t in words):
        return True
    if last - first == 1 and words[0].lower in SUFFIXES:
        return True
    shouted = all(t.text.isupper() for t in words) and words[0].lower not in reading.words.genders
    return shouted and first > 0 and reading.tokens[first - 1].text in {"'S", "’S"}


def _is_quoted(reading: Reading, first: int, last: int) -> bool:
    """ "Also known as “Gray Wolves”": a name between marks of its own."""
    if not first or last >= len(reading.tokens):
        return False
    return reading.tokens[first - 1].text in MARKS and reading.tokens[last].text in MARKS


def _is_place(reading: Reading, first: int, last: int) -> bool:
    """Whether a name is listed with places, or is what troops enter."""
    head = next((i for i in range(first, last) if not first <= reading.tokens[i].head < last), last - 1)
    token = reading.tokens[head]
    for _ in range(4):
        above = reading.tokens[token.head]
        if token.dep not in {"conj", "appos"} or above.i == token.i:
            break
        if token.dep == "conj" and above.entity in PLACES:
            return True
        token = above
    return token.dep == "dobj" and reading.tokens[token.head].lemma in ENTERED
