"""Where the parser takes a verb for an adjective: "the army chief briefed party leaders" is no phrase for leaders."""

from communique.actors.reading import Reading

DOING = frozenset({"and", "or", "of", "for", "by", "from", "without", "while", "after", "before"})
BESIDES = frozenset({"amod", "compound", "nmod"})


def hidden_in(reading: Reading, i: int) -> int | None:
    """The noun of the phrase into which the parser draws a role and its verb; None for other words."""
    if i + 1 >= len(reading.tokens) or not is_hidden_verb(reading, i + 1):
        return None
    noun = reading.tokens[i + 1].head
    while reading.tokens[noun].dep in BESIDES and reading.tokens[noun].head > noun:
        noun = reading.tokens[noun].head
    return noun


def is_hidden_verb(reading: Reading, i: int) -> bool:
    """ "Briefed" in "the army chief briefed party leaders", "asked" in "the WHO chief asked governments"."""
    token = reading.tokens[i]
    if token.dep not in BESIDES or not (token.text.endswith("ed") and token.text.islower()):
        return False
    return i > 1 and token.head > i and any(_is_office(reading, k, i) for k in range(max(0, i - 3), i))


def is_gerund(reading: Reading, first: int, head: int) -> bool:
    """ "Promoting peace and weakening extremists": the first word of a phrase is what is done to those after it."""
    if first >= head:
        return False
    token = reading.tokens[first]
    before = reading.tokens[first - 1].lower if first else ""
    hyphened = reading.tokens[first + 1].text == "-"  # "cutting-edge firms"
    return not hyphened and token.tag == "VBG" and token.text.islower() and before in DOING


def _is_office(reading: Reading, first: int, last: int) -> bool:
    return any(e.type == "office" for e in reading.registry.roles.get(reading.text(first, last).lower(), ()))
