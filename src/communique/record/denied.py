"""What a passage says is not so: the words within reach of its "no", "never", "denied that"."""

from communique.data.merging import MergingWords
from communique.record.wording import Word, stems

_FEWEST = 2


def find_denied(found: list[Word], words: MergingWords) -> tuple[tuple[str, ...], ...]:
    """The stems of each stretch that is denied: "denied that any account had been frozen" -> (account, freeze).

    The reach ends where another clause begins ("until", "but", ";"); a passage may deny twice.
    """
    out: list[tuple[str, ...]] = []
    reach: list[Word] | None = None
    for n, word in enumerate(found):
        if word.folded in words.denying or word.folded.endswith("n't"):
            _close(reach, words, out)
            # "Bolivia would not lend": who does not do it stands before; "not one soldier" and "nobody" begin anew.
            reach = (
                list(found[max(0, n - 3) : n]) if word.folded in ("not", "never") or word.folded.endswith("n't") else []
            )
        elif reach is not None and word.folded in words.bounds:
            _close(reach, words, out)
            reach = None
        elif reach is not None:
            reach.append(word)
    _close(reach, words, out)
    return tuple(out)


def _close(reach: list[Word] | None, words: MergingWords, out: list[tuple[str, ...]]) -> None:
    meant = stems(reach, words) if reach else ()
    if len(meant) >= _FEWEST:
        out.append(meant)
