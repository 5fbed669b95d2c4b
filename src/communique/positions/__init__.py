"""Statements, Events -> Positions and Relations: who stands where on which issue, and which lasting ties are asserted."""

from communique.positions.positions import find_positions
from communique.positions.relations import find_relations

__all__ = ["find_positions", "find_relations"]
