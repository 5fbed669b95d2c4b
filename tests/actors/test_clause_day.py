"""A role is whoever held the office on the day of its clause, not of the report. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.actors import find_actors
from communique.clauses import Clauses
from communique.data.registry import Registry
from communique.data.times import load_times
from communique.times import find_times


@pytest.mark.parametrize(
    ("published", "text", "words", "actor"),
    [
        ("2020-01-05", "The envoy met the French president in March 2015.", "the French president", "francois-hollande"),
        ("2020-01-05", "The envoy met the French president on Friday.", "the French president", "emmanuel-macron"),
        (None, "On 3 March 2015 the envoy met the French president.", "the French president", "francois-hollande"),
        ("2020-01-05", "The French president said that the German chancellor had promised help in 2003.",
         "the German chancellor", "gerhard-schroder"),
        ("2020-01-05", "The French president said that the German chancellor had promised help in 2003.",
         "The French president", "emmanuel-macron"),
        ("2020-01-05", "The French president condemned the 1994 genocide.", "The French president",
         "emmanuel-macron"),
        # Two held the office in that year: neither is named.
        ("2020-01-05", "In 2017 the French president praised the plan.", "the French president", None),
    ],
)  # fmt: skip
def test_a_role_is_of_the_day_of_its_clause(
    clauses_of: Callable[..., Clauses], registry: Registry, published: str | None, text: str, words: str, actor: str
) -> None:
    clauses = clauses_of(text, published)
    actors = find_actors(clauses, registry, find_times(clauses, load_times()))
    named = [m.actors for m in actors.mentions if text[m.span.start : m.span.end] == words]
    found = [one for one in named[0] if not one.startswith("prov:")]
    assert found == ([actor] if actor else [])
