"""Every frame finds its own examples and none of its rejects; every table is whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.actors import find_actors
from communique.clauses import find_clauses
from communique.data.codebook import Codebook, CodebookError, Frame, load_codebook
from communique.data.gazetteer import load_gazetteer
from communique.data.registry import load_registry
from communique.data.statements import load_lexicon
from communique.data.times import load_times
from communique.events import explain_frames, find_events, set_scene
from communique.events.scene import Scene
from communique.parse import Parser
from communique.places import find_places
from communique.statements import find_statements
from communique.times import find_times
from communique.types import Event, Report

Found = dict[str, tuple[Scene, tuple[Event, ...]]]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def plain(example: str) -> str:
    return example.replace("[", "").replace("]", "")


def sentences(codebook: Codebook) -> Iterator[str]:
    for frame in codebook.frames:
        yield from (plain(example) for example in frame.examples)
        yield from frame.rejects


@pytest.fixture(scope="module")
def found(parser: Parser, codebook: Codebook) -> Found:
    """Sentence -> its scene and events, all parsed in one batch."""
    registry, gazetteer, rules, lexicon = load_registry(), load_gazetteer(), load_times(), load_lexicon()
    texts = list(dict.fromkeys(sentences(codebook)))
    reports = [Report(id="test", source_sha256="", text=text, published="2021-08-16") for text in texts]
    out: Found = {}
    for text, parsed in zip(texts, parser.parse(reports), strict=True):
        clauses = find_clauses(parsed)
        times = find_times(clauses, rules)
        actors = find_actors(clauses, registry, times)
        places = find_places(clauses, actors, gazetteer)
        statements = find_statements(clauses, actors, times, lexicon)
        events = find_events(clauses, actors, times, places, statements, codebook)
        out[text] = (set_scene(clauses, actors, times, places, statements, codebook), events)
    return out


def is_found(frame: Frame, example: str, found: Found) -> bool:
    """Is the act coded, by the frame itself or by another of its type where this one fits as well?"""
    scene, events = found[plain(example)]
    start, end = example.index("["), example.index("]") - 1
    here = [e for e in events if e.trigger.start < end and start < e.trigger.end]
    if any(e.rule == frame.id for e in here):
        return True
    tokens = scene.clauses.parsed.tokens
    named = [p for p in scene.clauses.predicates if start <= tokens[p.head].start < end]
    fits = any(t.frame == frame.id and t.failed is None for p in named for t in explain_frames(scene, p))
    return fits and any(e.type == frame.type for e in here)


def test_every_example_is_found_by_its_own_frame(codebook: Codebook, found: Found) -> None:
    missed = [f"{f.id}: {x}" for f in codebook.frames for x in f.examples if not is_found(f, x, found)]
    assert missed == []


def test_no_reject_is_found_by_its_frame(codebook: Codebook, found: Found) -> None:
    wrong = [f"{f.id}: {x}" for f in codebook.frames for x in f.rejects if any(e.rule == f.id for e in found[x][1])]
    assert wrong == []


def test_all_sixteen_types_have_frames(codebook: Codebook) -> None:
    assert {frame.type for frame in codebook.frames} == {kind for kind, mode in codebook.modes if not mode}


def test_every_type_has_a_score_and_a_code(codebook: Codebook) -> None:
    assert all(mode.score is not None for mode in codebook.modes.values())
    assert {kind for kind, _ in codebook.cameo} == {kind for kind, _ in codebook.modes}


FIELDS = {"verbs": 'verbs = ["give"]', "examples": 'examples = ["Norway [gave] rice."]'}


def load_with(directory: Path, fields: dict[str, str]) -> Codebook:
    """The codebook with these lines for its only frame."""
    source = Path(__file__).parents[2] / "src/communique/data"
    for name in ("plover", "operators.toml", "word_classes.toml"):
        (directory / name).symlink_to(source / name)
    (directory / "events").mkdir()
    entry = 'type = "AID"\n[[frame]]\nid = "aid.x"\n' + "\n".join(fields.values()) + "\n"
    (directory / "events" / "aid.toml").write_text(entry, encoding="utf-8")
    return load_codebook(directory)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('verbz = ["give"]', r"aid\.toml: frame aid\.x.*verbz"),
        ('mode = "warm"', "no mode"),
        ("verbs = []", "needs verbs"),
        ('examples = ["No bracket."]', "brackets"),
        ('object = ["@nonsense"]', r"aid\.toml: frame aid\.x: @nonsense: no such class.*people"),
    ],
)
def test_a_frame_that_cannot_be_used_is_refused(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(CodebookError, match=message):
        load_with(tmp_path, {**FIELDS, line.split(" ", maxsplit=1)[0]: line})


def test_a_word_class_stands_for_its_words(tmp_path: Path) -> None:
    frame = load_with(tmp_path, {**FIELDS, "object": 'object = ["!@people", "rice"]'}).frames[0]
    assert {"!protester", "!crowd", "rice"} <= set(frame.object)
