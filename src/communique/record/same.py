"""Are two entries of different reports one? A score, with its reasons."""

from communique.record.told import Tie, Told


def same(one: Told, other: Told) -> Tie | None:
    """The tie of two entries that tell one event, or one statement; None where they are two. Symmetric.

    Entries of one report are never tied here: ``same_as`` says which of them are one.
    """
    raise NotImplementedError
