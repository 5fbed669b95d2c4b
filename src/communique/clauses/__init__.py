"""Parsed -> Clauses: every predicate with its arguments by role, whatever the construction."""

from communique.clauses.build import find_clauses
from communique.clauses.clauses import Argument, Clauses, Predicate

__all__ = ["Argument", "Clauses", "Predicate", "find_clauses"]
