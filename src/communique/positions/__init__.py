"""Statements, Events -> Positions and Relations: who stands where on which issue, over time, and which lasting ties are
asserted."""

from communique.positions.naming import Naming
from communique.positions.over_time import date_positions, trace_positions
from communique.positions.positions import Scene, find_issues, find_positions
from communique.positions.relations import find_relations
from communique.positions.topics import add_issues

__all__ = [
    "Naming", "Scene", "add_issues", "date_positions", "find_issues", "find_positions", "find_relations", "trace_positions",
]  # fmt: skip
