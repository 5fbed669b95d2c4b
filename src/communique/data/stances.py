"""The words that tell a stance (``data/stances.toml``)."""

import tomllib
from collections import defaultdict
from pathlib import Path

import msgspec

from communique.types import Stance

_ACTS = frozenset({"do", "undo", "reject"})


class StanceRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class of words that tell one stance: which, whether they turn the direction, and whether they are an act
    ("lift"), a verdict on the thing itself ("illegal") or told of the last issue ("abstained"); ``coming``: it tells a
    stance only of what is to come ("would discuss", not "discussed")."""

    id: str
    stance: Stance | None = None
    turns: bool = False
    act: bool = False
    verdict: bool = False
    bare: bool = False
    asks: bool = False
    felt: bool = False
    coming: bool = False
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()

    @property
    def sign(self) -> int:
        """-1 where the word is against what stands under it."""
        return -1 if self.turns else 1


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"rules": "stance"}):
    """The file as it stands."""

    flows: frozenset[str]
    telling: frozenset[str]
    conditions: frozenset[str]
    weak_conditions: frozenset[str]
    duties: frozenset[str]
    chances: frozenset[str]
    needs: frozenset[str]
    asides: frozenset[str]
    limits: tuple[str, ...]
    causes: tuple[str, ...]
    officials: frozenset[str]
    hosts: frozenset[str]
    lasting: frozenset[str]
    ceasing: frozenset[str]
    anaphors: frozenset[str]
    texts: frozenset[str]
    echoes: frozenset[str]
    rules: tuple[StanceRule, ...]


class Stances(msgspec.Struct, frozen=True):
    """The words, and the rule of each: ``verbs`` and ``nouns`` by lemma; a verb with its particle or preposition.

    ``bare`` and ``echoes`` are by verb, then by the word that must stand beside it ("" for none); ``taken_up`` has the
    nouns that take up an issue, -1 for those that are against it ("the refusal"), 1 for those that are for it ("the
    renewal"), 0 for those that mean what was said ("the idea")."""

    words: Words
    verbs: dict[str, StanceRule]
    nouns: dict[str, StanceRule]
    adjectives: dict[str, StanceRule]
    bare: dict[str, dict[str, StanceRule]]
    felt: dict[str, StanceRule]
    echoes: dict[str, frozenset[str]]
    taken_up: dict[str, int]


def load_stances(path: Path | None = None) -> Stances:
    """The words of ``data/stances.toml``; of a word told by several rules the first holds.

    Raises ValueError naming the file where it cannot be read.
    """
    file = path or Path(__file__).parent / "stances.toml"
    try:
        words = msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Words)
    except msgspec.ValidationError as error:
        raise ValueError(f"{file.name}: {error}; mend that entry") from error
    usual = [rule for rule in words.rules if not rule.bare and not rule.felt]
    return Stances(
        words,
        {w: rule for rule in reversed(usual) for w in rule.verbs},
        {w: rule for rule in reversed(usual) for w in rule.nouns},
        {w: rule for rule in reversed(usual) for w in rule.adjectives},
        _bare(tuple(rule for rule in words.rules if rule.bare)),
        {w: rule for rule in words.rules if rule.felt for w in rule.verbs},
        _echoes(words.echoes),
        _taken_up(words),
    )


def _bare(rules: tuple[StanceRule, ...]) -> dict[str, dict[str, StanceRule]]:
    """ "Shake > head" by "shake", then by "head"."""
    found: dict[str, dict[str, StanceRule]] = defaultdict(dict)
    for rule in rules:
        for entry in (*rule.verbs, *rule.adjectives):
            verb, _, beside = entry.partition(" > ")
            found[verb][beside] = rule
    return dict(found)


def _echoes(entries: frozenset[str]) -> dict[str, frozenset[str]]:
    """ "Share > view" by "share": "view"; "side with" by itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        verb, _, beside = entry.partition(" > ")
        found[verb].add(beside)
    return {verb: frozenset(beside) for verb, beside in found.items()}


def _taken_up(words: Words) -> dict[str, int]:
    acts = {n: rule.sign for rule in words.rules if rule.id in _ACTS for n in rule.nouns if " " not in n}
    return {**acts, **dict.fromkeys(words.anaphors, 0)}
