"""Parsed -> Clauses: every predicate with its arguments by role, whatever the construction."""
