"""A floor under the 400 sentences of benchmarks/times: what is found, and what has the right days."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.clauses import Clauses
from communique.data.times import load_times
from communique.times import find_times

FOLDER = Path(__file__).parent.parent.parent / "benchmarks" / "times"
RULES = load_times()


@pytest.mark.parametrize(("name", "found", "right"), [("tuned", 0.99, 0.98), ("held", 0.98, 0.96)])
def test_expressions_are_found_and_have_their_days(
    clauses_of: Callable[..., Clauses], name: str, found: float, right: float
) -> None:
    wanted = seen = good = 0
    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        times = find_times(clauses_of(row["text"], row["published"]), RULES, row["publisher_country"]).times
        at = 0
        for expression in row["times"]:
            at = row["text"].index(expression["text"], at)
            end = at + len(expression["text"])
            ours = next((t for t in times if t.span.start < end and at < t.span.end), None)
            wanted += 1
            seen += ours is not None
            good += ours is not None and (ours.start, ours.end) == (expression["start"], expression["end"])
            at = end
    assert seen / wanted >= found
    assert good / wanted >= right
