"""Why a frame was taken, and why others were not."""

from collections.abc import Callable

from communique.events import explain_frames
from communique.events.scene import Scene


def test_every_frame_tried_says_why_it_failed(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of("France cut ties with Mali and cut costs.")
    cut = next(p for p in scene.clauses.predicates if p.lemma == "cut")
    tried = explain_frames(scene, cut)
    assert any(t.failed is None for t in tried)
    assert all(t.failed is None or t.failed for t in tried)


def test_a_frame_with_objects_fits_none_other(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of("France cut costs.")
    cut = next(p for p in scene.clauses.predicates if p.lemma == "cut")
    assert all(t.failed for t in explain_frames(scene, cut))
