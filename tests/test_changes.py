"""What a second reading gains, loses and changes. Every sentence is ours."""

from communique.api import read_reports
from communique.changes import Change, compare
from communique.types import Report


def changes(old: str, new: str) -> list[Change]:
    """Both texts are read as one report of that id."""
    before, after = read_reports(Report(id="r", source_sha256="", text=text) for text in (old, new))
    return list(compare(before, after))


def test_the_same_record_has_no_changes() -> None:
    assert changes("Chad condemned Niger.", "Chad condemned Niger.") == []


def test_an_entry_of_one_reading_is_gained_or_lost() -> None:
    gained = changes("The lake is calm.", "Chad expelled an envoy of Niger.")
    lost = changes("Chad expelled an envoy of Niger.", "The lake is calm.")
    assert [(c.how, c.table, {f[0]: f[2] for f in c.fields}["type"]) for c in gained] == [
        ("gained", "events", "SANCTION")
    ]
    assert [(c.how, c.words) for c in lost] == [("lost", "Chad expelled an envoy of Niger.")]


def test_an_entry_that_stands_in_both_tells_the_fields_that_differ() -> None:
    (changed,) = changes("Chad expelled an envoy of Niger.", "Peru expelled an envoy of Niger.")
    assert changed.how == "changed"
    assert ("actor_countries", "TCD", "PER") in changed.fields
