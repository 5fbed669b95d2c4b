"""The words that merging knows (``data/merging.toml``): what says nothing, what says the same, what is counted."""

import csv
import tomllib
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

_OF_PEOPLE = frozenset({"adjective", "demonym"})
_CODE = 3


class Phrases(Struct, frozen=True, forbid_unknown_fields=True):
    """By which a speaker or an outlet comes back to earlier words: each kind with its phrases."""

    retracts: tuple[str, ...]
    clarifies: tuple[str, ...]
    denies: tuple[str, ...]
    taking_back: frozenset[str]
    claims: frozenset[str]
    own_report: tuple[str, ...]
    note: tuple[str, ...]


class MergingWords(Struct, frozen=True, kw_only=True):
    """``meaning`` gives the word that stands for others of its meaning, ``counted`` the class of what is counted.

    ``peoples`` are the adjectives of states as the registry has them: "Eritrean" -> ERI.
    """

    empty: frozenset[str]
    titles: frozenset[str]
    meaning: dict[str, str]
    counted: dict[str, str]
    persons: frozenset[str]
    patients: frozenset[str]
    numbers: dict[str, int]
    multiples: dict[str, int]
    durations: frozenset[str]
    denying: frozenset[str]
    bounds: frozenset[str]
    phrases: Phrases
    peoples: dict[str, str]


def load_merging(path: Path | None = None) -> MergingWords:
    """The lists of ``merging.toml``. Raises ValueError naming the file where a list is missing."""
    file = path or Path(__file__).parent / "merging.toml"
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    try:
        return _words(raw)
    except KeyError as error:
        raise ValueError(f"{file.name}: the list {error} is missing; put it back") from error


def _words(raw: dict[str, Any]) -> MergingWords:
    lists = raw["corrections"]
    return MergingWords(
        empty=frozenset(raw["empty"].split()),
        titles=frozenset(raw["titles"].split()),
        meaning=_classes(raw["alike"]),
        counted=_classes(raw["counted"]),
        persons=frozenset(raw["persons"].split()),
        patients=frozenset(raw["patients"].split()),
        numbers=_numbers(raw["numbers"].split()),
        multiples=dict(raw["multiples"]),
        durations=frozenset(raw["durations"].split()),
        denying=frozenset(raw["denying"].split()),
        bounds=frozenset(raw["bounds"].split()),
        phrases=msgspec.convert(lists, Phrases),
        peoples=_peoples(Path(__file__).parent / "actors" / "names.tsv"),
    )


def _peoples(names: Path) -> dict[str, str]:
    """The adjectives and demonyms of states, whose ids are their codes in small letters."""
    with names.open(encoding="utf-8", newline="") as lines:
        rows = [(row["surface"], row["actor"], row["kind"]) for row in csv.DictReader(lines, delimiter="\t")]
    return {surface: actor.upper() for surface, actor, kind in rows if kind in _OF_PEOPLE and len(actor) == _CODE}


def _classes(lines: list[str]) -> dict[str, str]:
    """Each word of a line, and its stem, -> the line's first word; a word of two lines keeps the first."""
    found: dict[str, str] = {}
    for line in lines:
        first, *others = line.split()
        for word in (first, *others):
            found.setdefault(word, first)
    return found


def _numbers(words: list[str]) -> dict[str, int]:
    """Words of numbers in their order: zero to twenty by one, then by ten."""
    return {word: n if n <= 20 else (n - 18) * 10 for n, word in enumerate(words)}
