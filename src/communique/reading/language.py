"""The language that a text is in, where it is long enough to tell."""

from importlib import import_module

_SAMPLE = 2_000
_LETTERS = 40
# English sentences full of foreign names came out as Latin or Danish by 0.2 to 29.6 ("Vilnius International Airport
# Vilnius, Lithuania": 19.4); a clause of 48 to 69 characters of German, French, Spanish, Finnish or Dutch by 90 to 140.
_MARGIN = 40.0


def find_language(text: str) -> str | None:
    """The ISO 639-1 code (639-3 where there is none) of the language of the first 2,000 characters.

    ``None`` for fewer than 40 letters and for text in no language. English unless another is much more likely: to take
    English for foreign would lose every entry of the report.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _LETTERS:
        return None
    # Loaded at the first report and not with the room: the model costs 0.2 s.
    ranks: list[tuple[str, float]] = import_module("py3langid").rank(sample)
    best, score = ranks[0]
    if best == "zxx":
        return None
    return best if score - dict(ranks)["en"] > _MARGIN else "en"
