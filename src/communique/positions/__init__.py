"""Statements, Events -> Positions and Relations: who stands where on which issue, over time, and which lasting ties are
asserted."""

from communique.positions.over_time import date_positions, trace_positions
from communique.positions.positions import Scene, find_positions
from communique.positions.relations import find_relations

__all__ = ["Scene", "date_positions", "find_positions", "find_relations", "trace_positions"]
