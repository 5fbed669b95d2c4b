"""What a passage says is not so: the words within reach of its "no", "never", "denied that"."""

from communique.data.merging import MergingWords
from communique.record.acts import HARD_ACTS
from communique.record.wording import Word, stems

_FEWEST = 2
_IF = 6  # words back in which "if" makes of a denial a condition: "if the attacks did NOT cease"
_WILLING = frozenset(
    ["would", "will", "shall", "should", "could", "can", "may", "might", "must", "and", "or", "to", "if"]
)
_BEFORE = 4  # words before "not" and "never" among which stands who does not: "Bolivia would NOT lend its police"
_WEAK = frozenset({"no", "without", "nor", "neither", "nothing"})  # "without any question": denies only an act
_AFTER = frozenset({"only", "just", "merely", "simply", "yet", "least", "because"})  # "not only": says that it is so
_BREAKS = frozenset(',;:.!?"\u201c\u201d()\u2014\n')


def find_denied(text: str, offset: int, found: list[Word], words: MergingWords) -> tuple[tuple[str, ...], ...]:
    """The stems of each stretch that is denied: "denied that any account had been frozen" -> (account, freeze).

    The reach ends at a mark or where another clause begins ("until", "but"); a passage may deny twice.
    """
    out: list[tuple[str, ...]] = []
    n = 0
    while n < len(found):
        if not _denies(found[n], words) or _refuses(found, n):
            n += 1
            continue
        end = n + 1
        while end < len(found) and not _denies(found[end], words) and not _breaks(text, offset, found, end, words):
            end += 1
        meant = stems([*_before(text, offset, found, n, words), *found[n + 1 : end]], words)
        if found[n].folded in _WEAK and (len(meant) < _FEWEST or not HARD_ACTS & set(meant)):
            meant = ()
        if len(meant) >= _FEWEST or (meant and meant[0] in _acts(words)):
            out.append(meant)
        n = end
    return tuple(out)


def _acts(words: MergingWords) -> frozenset[str]:
    return frozenset(words.meaning.values())


def _refuses(found: list[Word], n: int) -> bool:
    """ "Would not lend", "will never accept" says what somebody wants, "and not soldiers" corrects a word."""
    before = found[n - 1].folded if n else ""
    if n + 1 < len(found) and found[n + 1].folded in _AFTER:
        return True
    if {"if", "unless", "whether"} & {word.folded for word in found[max(0, n - _IF) : n]}:
        return True
    return before in _WILLING or found[n].folded in ("won't", "wouldn't", "can't", "couldn't", "shouldn't")


def _denies(word: Word, words: MergingWords) -> bool:
    return word.folded in words.denying or word.folded.endswith("n't")


def _breaks(text: str, offset: int, found: list[Word], at: int, words: MergingWords) -> bool:
    """Does a new clause begin with a word, or a mark stand before it?"""
    between = text[found[at - 1].end - offset : found[at].start - offset]
    return found[at].folded in words.bounds or bool(_BREAKS & set(between))


def _before(text: str, offset: int, found: list[Word], n: int, words: MergingWords) -> list[Word]:
    if found[n].folded not in ("not", "never") and not found[n].folded.endswith("n't"):
        return []
    begin = n
    while (
        begin > max(0, n - _BEFORE)
        and not _breaks(text, offset, found, begin, words)
        and found[begin - 1].folded not in ("that", "said", "says")
    ):
        begin -= 1
    return found[begin:n]
