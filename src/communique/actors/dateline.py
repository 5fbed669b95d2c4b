"""The place at the head of a report: "NAIROBI, May 14 (Reuters) -"."""

from communique.actors.reading import Reading, is_state
from communique.parse.bounds import DASHES
from communique.parse.parsed import Sentence

_SENTENCES = 4  # a headline and a by-line may stand before it
_LETTERS = 3
_WORDS = 4  # "ADDIS ABABA", "PORT OF SPAIN", "SANTA CRUZ DE LA SIERRA"


def dateline_country(reading: Reading) -> str | None:
    """The state whose capital the report was sent from, or that its dateline names; None where it has no dateline."""
    for sentence in reading.parsed.sentences[:_SENTENCES]:
        first = reading.tokens[sentence.first]
        closes = reading.tokens[sentence.last - 1].text in DASHES
        if closes and first.text.isupper() and len(first.text) >= _LETTERS:
            return _named_state(reading, sentence) or _of_capital(reading, sentence)
    return None


def _named_state(reading: Reading, dateline: Sentence) -> str | None:
    """ "KISANGANI, Congo (AP) -"."""
    known = (reading.known.get(i) for i in range(dateline.first, dateline.last))
    return next((k.actor.country for k in known if k is not None and is_state(k.actor)), None)


def _of_capital(reading: Reading, dateline: Sentence) -> str | None:
    for last in range(min(dateline.first + _WORDS, dateline.last), dateline.first, -1):
        words = reading.text(dateline.first, last)
        names = reading.registry.names.get(words) or reading.registry.names.get(words.title()) or ()
        for name in names:
            if name.kind == "capital":
                return reading.registry.actors[name.actor].country
    return None
