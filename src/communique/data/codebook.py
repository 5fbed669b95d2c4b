"""The codebook: the frames of ``data/events/*.toml`` and PLOVER's tables of ``data/plover/``."""

import csv
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from communique.data.magnitude import Measures, read_measures
from communique.types import EventType

Kind = Literal["verb", "noun", "adjective"]
T = TypeVar("T")
Classes = dict[str, tuple[str, ...]]


class Frame(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way of saying an act: its words, what must stand with them, and who is who (see docs/knowledge.md)."""

    id: str
    type: EventType
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    parties: Literal["actor", "recipient", "both", "either", "none"] = "actor"
    complement: tuple[str, ...] = ()
    inner: Literal["any"] | tuple[EventType, ...] = ()
    inner_verbs: tuple[str, ...] = ()
    inner_passive: bool = False
    inner_to_come: bool = False
    to_come: bool = False
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ()
    reciprocal: bool = False
    place_as_recipient: bool = False
    light: tuple[str, ...] = ()
    light_only: bool = False
    examples: tuple[str, ...]
    rejects: tuple[str, ...] = ()

    @property
    def voiced(self) -> bool:
        """Is it done by whoever says so: "Chad is LYING, Peru said"?"""
        return self.actor == ("speaker",)


class Refinement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mode that a word in the clause gives to an act of a type whose frame leaves it open."""

    type: EventType
    mode: str
    words: tuple[str, ...]
    over: tuple[str, ...] = ()


class Operators(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words above an act that say whether it happened (``data/operators.toml``)."""

    negating: frozenset[str]
    hypothetical: frozenset[str]
    unreal: frozenset[str]
    light: frozenset[str]
    not_yet: frozenset[str]
    future: frozenset[str]
    coming: frozenset[str]
    proposed: frozenset[str]
    denial: frozenset[str]
    conditions: frozenset[str]
    hedges: frozenset[str]
    hearsay: frozenset[str]
    demands: frozenset[str]
    happening: frozenset[str]
    own_plan: frozenset[str]
    doubting: frozenset[str]
    plotting: frozenset[str]
    empowering: frozenset[str]
    enacting: frozenset[str]
    publishing: frozenset[str]
    making: frozenset[str]
    accidents: frozenset[str]
    excluding: frozenset[str]
    called_for: frozenset[str]
    chances: frozenset[str]
    harming: frozenset[str]
    defending: frozenset[str]
    leaving: frozenset[str]
    being_there: frozenset[str]
    acts: frozenset[str]


class PloverMode(msgspec.Struct, frozen=True):
    """A type with one of its modes (``""`` for none): quad class and Goldstein-like score."""

    type: EventType
    mode: str
    quad_class: str
    requires_recipient: bool
    score: float | None


class Codebook(msgspec.Struct, frozen=True, kw_only=True):
    """All of it, indexed: ``by_word`` leads from a kind and one word to the frames to try."""

    frames: tuple[Frame, ...]
    by_id: dict[str, Frame]
    by_word: dict[tuple[str, str], tuple[tuple[Frame, tuple[str, ...]], ...]]
    modes: dict[tuple[str, str], PloverMode]
    cameo: dict[tuple[str, str], tuple[str, ...]]
    contexts: dict[str, tuple[str, ...]]
    refinements: dict[str, tuple[Refinement, ...]]
    operators: Operators
    measures: Measures


class CodebookError(ValueError):
    """An entry of the codebook that cannot be used: which file, entry and key, and why."""


def load_codebook(directory: Path | None = None) -> Codebook:
    """The codebook of a ``data`` directory (default: the one that ships)."""
    data = directory or Path(__file__).parent
    modes: dict[tuple[str, str], PloverMode] = {(m.type, m.mode): m for m in _read_modes(data / "plover" / "modes.tsv")}
    classes = _convert(_read_toml(data / "word_classes.toml"), Classes, "word_classes.toml")
    paths = sorted((data / "events").glob("*.toml"))
    frames = tuple(frame for path in paths for frame in _read_frames(path, modes, classes))
    _refuse_doubles(frames)
    return Codebook(
        frames=frames,
        by_id={frame.id: frame for frame in frames},
        by_word=_index(frames),
        modes=modes,
        cameo=_read_cameo(data / "plover" / "cameo.tsv"),
        contexts=_read_contexts(data / "plover" / "context_words.toml", data / "plover" / "contexts.tsv"),
        refinements=_read_refinements(data / "plover" / "mode_words.toml", modes),
        operators=_convert(_read_toml(data / "operators.toml"), Operators, "operators.toml"),
        measures=read_measures(data / "plover" / "magnitude.toml"),
    )


def load_modes(directory: Path | None = None) -> tuple[PloverMode, ...]:
    """PLOVER's types and modes alone, with quad class and score."""
    return tuple(_read_modes((directory or Path(__file__).parent) / "plover" / "modes.tsv"))


def _read_toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"{path.name}: not TOML ({error}); mend the line it names") from error


def _convert(raw: object, kind: type[T], where: str) -> T:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise CodebookError(f"{where}: {error}; see docs/knowledge.md for the keys and their values") from error


def _read_frames(path: Path, modes: dict[tuple[str, str], PloverMode], classes: Classes) -> list[Frame]:
    """The frames of one file; its ``type`` is that of each of them. ``@arms`` stands for the words of a class."""
    raw = _read_toml(path)
    kind, blocks = raw.get("type"), raw.get("frame", [])
    if not isinstance(blocks, list) or set(raw) - {"type", "frame"}:
        raise CodebookError(f"{path.name}: holds 'type' and [[frame]] blocks only, not {sorted(raw)}")
    frames = []
    for n, block in enumerate(blocks, 1):
        where = f"{path.name}: frame {block.get('id', f'number {n}')}"
        spelt = {key: _spelt(value, classes, where) for key, value in block.items()}
        frame = _convert({"type": kind, **spelt}, Frame, where)
        _check(frame, modes, where)
        frames.append(frame)
    return frames


def _spelt(value: object, classes: Classes, where: str) -> object:
    """A list with the words of each class that it names: ``@arms``, or ``!@arms`` for none of them."""
    if not isinstance(value, list):
        return value
    out: list[object] = []
    for word in value:
        sign, at, name = word.partition("@") if isinstance(word, str) else ("", "", "")
        if not at or sign not in ("", "!"):
            out.append(word)
        elif name not in classes:
            raise CodebookError(f"{where}: {word}: no such class; word_classes.toml has {', '.join(sorted(classes))}")
        else:
            out.extend(sign + member for member in classes[name])
    return out


def _check(frame: Frame, modes: dict[tuple[str, str], PloverMode], where: str) -> None:
    if (frame.type, frame.mode or "") not in modes:
        raise CodebookError(f"{where}: mode: {frame.type} has no mode {frame.mode!r}; plover/modes.tsv lists them")
    if not frame.examples:
        raise CodebookError(f"{where}: examples: at least one sentence of our own is wanted")
    if not (frame.verbs or frame.nouns or frame.adjectives):
        raise CodebookError(f"{where}: needs verbs, nouns or adjectives, by which it is found")
    if unmarked := [example for example in frame.examples if "[" not in example or "]" not in example]:
        raise CodebookError(f"{where}: examples: no brackets round the words to be found in {unmarked[0]!r}")


def _refuse_doubles(frames: tuple[Frame, ...]) -> None:
    seen: set[str] = set()
    for frame in frames:
        if frame.id in seen:
            raise CodebookError(f"frame {frame.id}: id: stands twice in data/events; give one another id")
        seen.add(frame.id)


def _index(frames: tuple[Frame, ...]) -> dict[tuple[str, str], tuple[tuple[Frame, tuple[str, ...]], ...]]:
    """Frames by the word that a predicate's head must be: the first of a verb, the last of a noun."""
    found: dict[tuple[str, str], list[tuple[Frame, tuple[str, ...]]]] = defaultdict(list)
    for frame in frames:
        for kind, forms in (("verb", frame.verbs), ("noun", frame.nouns), ("adjective", frame.adjectives)):
            for form in forms:
                words = tuple(form.lower().split())
                found[kind, words[-1] if kind == "noun" else words[0]].append((frame, words))
    return {key: tuple(value) for key, value in found.items()}


def _read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a TSV file; lines that begin with # are its licence and notes."""
    lines = [x for x in path.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def _read_modes(path: Path) -> list[PloverMode]:
    rows = [{**row, "score": row["score"] or None} for row in _read_rows(path)]
    return [msgspec.convert(row, PloverMode, strict=False) for row in rows]


def _read_cameo(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """For each type and mode the least specific CAMEO codes: a root code where there is one, else the shortest."""
    codes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _read_rows(path):
        codes[row["type"], row["mode"]].append(row["cameo"])
    return {key: _least_specific(found) for key, found in codes.items()}


def _least_specific(codes: list[str]) -> tuple[str, ...]:
    roots = [code for code in codes if len(code) == 3 and code.endswith("0")]
    shortest = min(map(len, codes))
    return tuple(dict.fromkeys(sorted(roots or [code for code in codes if len(code) == shortest])))


def _read_contexts(words: Path, names: Path) -> dict[str, tuple[str, ...]]:
    """Lemma -> the contexts that it points to."""
    known = {row["context"] for row in _read_rows(names)}
    found: dict[str, list[str]] = defaultdict(list)
    for context, lemmas in _convert(_read_toml(words), dict[str, tuple[str, ...]], words.name).items():
        if context not in known:
            raise CodebookError(f"{words.name}: {context}: no PLOVER context; plover/contexts.tsv lists them")
        for lemma in lemmas:
            found[lemma].append(context)
    return {lemma: tuple(contexts) for lemma, contexts in found.items()}


def _read_refinements(path: Path, modes: dict[tuple[str, str], PloverMode]) -> dict[str, tuple[Refinement, ...]]:
    found: dict[str, list[Refinement]] = defaultdict(list)
    for n, block in enumerate(_convert(_read_toml(path), dict[str, list[object]], path.name).get("refine", []), 1):
        rule = _convert(block, Refinement, f"{path.name}: refine number {n}")
        if (rule.type, rule.mode) not in modes:
            raise CodebookError(f"{path.name}: refine number {n}: mode: {rule.type} has no mode {rule.mode!r}")
        found[rule.type].append(rule)
    return {kind: tuple(rules) for kind, rules in found.items()}
