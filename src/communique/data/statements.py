"""The words that report words: cues with their frames, media, documents and hedges, from ``statements.toml``."""

import tomllib
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

Frame = Literal[
    "quote",  # "...," she SAID
    "clause",  # said THAT the talks had failed
    "object",  # CONDEMNED the attack
    "claim",  # DENIED the accusation: an object that is itself something said
    "object-to",  # URGED the parties to return
    "to",  # PLEDGED to withdraw
    "gerund",  # DENIED shelling the town
    "as",  # DESCRIBED the raid as an act of war
    "named",  # CALLED the raid an act of war
    "object-of",  # ACCUSED Iran of shelling
    "object-at",  # PUT the toll at twelve
    "object-for",  # BLAMED Iran for the raid
    "for",  # CALLED for talks
    "of",  # WARNED of war; SPOKE of peace
    "on-to",  # CALLED on Iran to stop
    "against",  # WARNED against a rush
    "bare",  # DECLINED to comment: the refusal is the content
]

Correction = Literal["clarifies", "retracts", "denies"]


class Cue(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that report words, and the shapes that their content takes, the likeliest first.

    ``forms`` are lemmas, with particle, of the part of speech ``word``. Of a cue that tells somebody, the object or
    the party after "to" is the audience (``tells``). ``subjects`` are the nouns that alone may stand before it, ``objects`` those that alone may
    be the object of a phrase ("put the TOLL at nine"). In ``examples`` square brackets stand round the content and angle
    brackets round the cue; a line in ``rejects`` gives no statement.
    """

    id: str
    forms: tuple[str, ...]
    takes: tuple[Frame, ...]
    examples: tuple[str, ...]
    word: Literal["verb", "noun", "adjective"] = "verb"
    act: Literal["said", "declined", "denied"] = "said"
    tells: bool = False
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()


class Medium(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A form in which words are given: the nouns that name it, alone or beside one of ``needs`` ("news conference"),
    whether it is a document that may itself speak, and the verbs that show it ("addressing the crowd, she said")."""

    name: str
    nouns: tuple[str, ...]
    speaks: bool = False
    needs: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    to: tuple[str, ...] = ("to",)


class Press(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How media are told: by a noun ("the daily"), of which some mean one only beside a name or one of ``owners`` ("state
    media"), or by a word of the name ("the Nevada Independent")."""

    nouns: frozenset[str]
    loose: frozenset[str]
    owners: frozenset[str]
    names: frozenset[str]


class Platform(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A company of the registry on which people write themselves, the verbs that mean it ("tweeted"), and the words
    that do after "on"."""

    actor: str
    name: str
    country: str
    verbs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Correcting(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What becomes of words said before: see the comment in ``statements.toml``."""

    alone: frozenset[str]
    telling: frozenset[str]
    words: frozenset[str]
    events: frozenset[str]
    counts: frozenset[str]
    tolls: frozenset[str]
    lowering: frozenset[str]
    unsaying: frozenset[str]
    taking_back: frozenset[str]
    first: frozenset[str]
    afterwards: frozenset[str]
    admitting: frozenset[str]
    trying: frozenset[str]
    mouths: frozenset[str]
    manners: tuple[str, ...]
    flaws: dict[str, Correction]
    verbs: dict[str, Correction]
    lapses: dict[str, Correction]
    phrases: dict[str, Correction]


class Words(Struct, frozen=True, kw_only=True):
    """The lists of ``statements.toml`` that are used as they stand; the comments there say what each holds."""

    press: Press
    mute: frozenset[str]
    gatherings: frozenset[str]
    speaking: frozenset[str]
    reached: frozenset[str]
    relaying: frozenset[str]
    returning: frozenset[str]
    calls: frozenset[str]
    unanswered: frozenset[str]
    giving: frozenset[str]
    replies: frozenset[str]
    asking: frozenset[str]
    evading: frozenset[str]
    silent: frozenset[str]
    facts: frozenset[str]
    grants: frozenset[str]
    charges: frozenset[str]
    baseless: frozenset[str]
    carrying: frozenset[str]
    hedges: frozenset[str]
    doubted: frozenset[str]
    hearsay: frozenset[str]
    answers: frozenset[str]
    refusals: frozenset[str]
    correction: Correcting
    spokesmen: frozenset[str]
    agents: frozenset[str]
    households: frozenset[str]
    claims: frozenset[str]
    showing: frozenset[str]
    things: frozenset[str]


class Lexicon(Words, frozen=True, kw_only=True):
    """Everything that the statements room knows of words.

    ``verbs``, ``nouns`` and ``adjectives`` lead from a lemma to its cue, ``media`` from a noun to its medium, ``forms``
    to all media that it may name, ``shown`` from a verb to the medium that it shows;
    ``carrying`` verbs only carry another on ("continued to urge"); ``claims`` are nouns for what is said; ``showing``
    verbs are used of parties and of facts ("that it came late suggests ..."), and ``things`` say nothing by themselves.
    """

    cues: tuple[Cue, ...]
    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]
    media: dict[str, Medium]
    forms: dict[str, tuple[Medium, ...]]
    shown: dict[str, Medium]
    platforms: dict[str, Platform]


class _File(Words, frozen=True, kw_only=True, forbid_unknown_fields=True):
    cue: tuple[Cue, ...]
    medium: tuple[Medium, ...]
    platform: tuple[Platform, ...]


def load_lexicon() -> Lexicon:
    """The cues of ``data/statements.toml``. Raises ValueError where a form has two entries."""
    path = Path(__file__).parent / "statements.toml"
    raw = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
    return Lexicon(
        cues=raw.cue,
        verbs=_by_form(raw.cue, "verb"),
        nouns=_by_form(raw.cue, "noun"),
        adjectives=_by_form(raw.cue, "adjective"),
        media={noun: m for m in reversed(raw.medium) for noun in m.nouns},
        forms={noun: tuple(m for m in raw.medium if noun in m.nouns) for m in raw.medium for noun in m.nouns},
        shown={verb: m for m in raw.medium for verb in m.verbs},
        platforms={p.actor: p for p in raw.platform},
        **{name: getattr(raw, name) for name in Words.__struct_fields__},
    )


def _by_form(cues: tuple[Cue, ...], word: str) -> dict[str, Cue]:
    out: dict[str, Cue] = {}
    for cue in cues:
        for form in cue.forms if cue.word == word else ():
            if form in out:
                raise ValueError(f"statements.toml: {word} {form!r} stands in {out[form].id} and in {cue.id}; keep one")
            out[form] = cue
    return out
