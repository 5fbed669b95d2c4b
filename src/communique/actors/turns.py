"""Who speaks in each turn of a transcript: after "SECRETARY OKORO:" all is his, up to the next label."""

from bisect import bisect_right

from msgspec import Struct

from communique.actors.reading import Reading

LABEL = 8  # tokens of a label at most
QUESTIONS = frozenset({"Q", "QUESTION"})


class Turns(Struct, frozen=True):
    """First token and end of each label; empty for what is no transcript."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def label_of(self, i: int) -> range:
        """The tokens of the label in whose turn a word stands; empty before the first."""
        number = bisect_right(self.starts, i) - 1
        return range(self.starts[number], self.ends[number]) if number >= 0 else range(0)

    def is_label(self, i: int) -> bool:
        """Whether a word is part of a label."""
        return i in self.label_of(i)


def find_turns(reading: Reading) -> Turns:
    """The turns of a transcript: sentences that begin with capitals and a colon, or with "Q"."""
    found = []
    for sentence in reading.parsed.sentences:
        tokens = reading.tokens[sentence.first : min(sentence.last, sentence.first + LABEL)]
        colon = next((k for k, t in enumerate(tokens) if t.text == ":"), 0)
        if colon and all(t.text.isupper() or not t.text.isalpha() for t in tokens[:colon]):
            found.append((sentence.first, sentence.first + colon))
        elif tokens[0].text in QUESTIONS:
            found.append((sentence.first, sentence.first + 1))
    return Turns(tuple(f for f, _ in found), tuple(e for _, e in found))
