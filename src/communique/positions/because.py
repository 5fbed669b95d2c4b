"""The words that say what moved an actor: "AFTER A CHANGE OF GOVERNMENT", "following the attack"."""

from communique.clauses import Clauses
from communique.data.stances import Stances
from communique.parse.parsed import Token
from communique.positions.path import Path
from communique.types import Span


def find_because(clauses: Clauses, stances: Stances, path: Path) -> Span | None:
    """The phrase or clause under a word of the path that begins with "after", "following", "because", "in response to"."""
    tokens, children = clauses.parsed.tokens, clauses.parsed.children
    heads = [predicate.head for predicate in path.predicates] + [step.token for step in path.steps]
    for head in dict.fromkeys(reversed(heads)):
        for child in children[head]:
            phrase = sorted(_below(children, child))
            if _begins(tokens, phrase, stances.words.causes):
                return _span(tokens, phrase)
    return None


def _begins(tokens: tuple[Token, ...], phrase: list[int], causes: tuple[str, ...]) -> bool:
    text = " ".join(tokens[i].lower for i in phrase[:4]) + " "
    measured = " ".join(tokens[i].lower for i in phrase[:6])  # "three days after a drone had struck"
    return any(text.startswith(f"{cause} ") for cause in causes) or (
        len(phrase) > 1 and tokens[phrase[0]].pos == "NUM" and " after " in f"{measured} "
    )


def _span(tokens: tuple[Token, ...], phrase: list[int]) -> Span:
    last = len(phrase) - 1
    while last and tokens[phrase[last]].pos == "PUNCT":
        last -= 1
    return Span(tokens[phrase[0]].start, tokens[phrase[last]].end)


def _below(children: tuple[tuple[int, ...], ...], at: int) -> list[int]:
    return [at, *(word for child in children[at] for word in _below(children, child))]
