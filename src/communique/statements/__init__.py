"""Clauses, actors, times -> Statements: who said what to whom, through whom, in whose words."""

from communique.statements.find import find_statements
from communique.statements.statements import Statements

__all__ = ["Statements", "find_statements"]
