"""The issues and stances of positions."""

from pathlib import Path

import pytest

from communique.data.issues import load_issues
from communique.data.relations import load_ties
from communique.data.stances import load_stances


def test_every_issue_has_words_and_sentences() -> None:
    issues = load_issues().rules
    assert len({issue.id for issue in issues}) == len(issues) >= 60
    assert all(issue.words and issue.for_it and issue.against_it and issue.rejects for issue in issues)


def test_a_bad_entry_is_named(tmp_path: Path) -> None:
    file = tmp_path / "issues.toml"
    file.write_text('[[issue]]\nid = "rain"\nword = ["rain"]\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"issues\.toml: issue rain"):
        load_issues(file)


def test_an_unknown_class_is_named(tmp_path: Path) -> None:
    file = tmp_path / "issues.toml"
    file.write_text(
        '[[issue]]\nid = "rain"\nheading = "rain"\nname = "rain"\nwords = ["send > @clouds"]\ndoing = true\nfor = []\nagainst_it = []\nrejects = []\n',
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match=r"@clouds is no class"):
        load_issues(file)


def test_each_stance_has_words() -> None:
    stances = load_stances()
    assert all(rule.verbs or rule.nouns or rule.adjectives for rule in stances.words.rules)


def test_a_bad_stance_is_named(tmp_path: Path) -> None:
    file = tmp_path / "stances.toml"
    file.write_text("flows = 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"stances\.toml"):
        load_stances(file)


def test_each_tie_has_examples() -> None:
    assert all(tie.examples for tie in load_ties())
