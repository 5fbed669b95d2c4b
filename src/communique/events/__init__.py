"""Clauses, Actors, Times, Places, Statements -> Events: who did what to whom, coded in PLOVER."""

from communique.events.find import explain_frames, find_events
from communique.events.scene import set_scene

__all__ = ["explain_frames", "find_events", "set_scene"]
