"""The issues of positions."""

from pathlib import Path

import pytest

from communique.data.issues import load_issues


def test_every_issue_has_words_and_a_bracketed_example() -> None:
    issues = load_issues()
    assert len({issue.id for issue in issues}) == len(issues)
    assert all(issue.words and all("[" in x and "]" in x for x in issue.examples) for issue in issues)


def test_a_bad_entry_is_named(tmp_path: Path) -> None:
    file = tmp_path / "issues.toml"
    file.write_text('[[issue]]\nid = "rain"\nword = ["rain"]\nexamples = []\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"issues\.toml: issue rain"):
        load_issues(file)
