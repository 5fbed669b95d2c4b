"""Lasting ties. Every sentence is ours."""

import pytest

from communique.api import read
from communique.data.relations import TieRule, load_ties


@pytest.mark.parametrize("tie", load_ties(), ids=lambda tie: tie.kind)
def test_a_tie_is_read_from_its_examples(tie: TieRule) -> None:
    for example in tie.examples:
        name = example.partition("[")[2].partition("]")[0]
        record = read(example.replace("[", "").replace("]", ""), published="2024-05-01")
        named = {r.object.actor for r in record.relations if r.kind == tie.kind} | {
            r.subject.actor for r in record.relations if r.kind == tie.kind and not tie.one_sided
        }
        assert name in {
            (record.report.text or "")[s.start : s.end] for a in record.actors if a.id in named for s in a.mentions
        }
    for reject in tie.rejects:
        assert tie.kind not in {r.kind for r in read(reject, published="2024-05-01").relations}


def test_membership_is_read_with_those_alongside() -> None:
    text = "China and Russia are permanent members, alongside the U.S., of the United Nations Security Council."
    found = read(text, published="2021-08-16").relations
    members = {r.subject.actor for r in found if r.kind == "member-of" and r.object.actor == "un-security-council"}
    assert members == {"chn", "rus", "usa"}


def test_a_tie_has_the_day_that_the_clause_tells() -> None:
    found = read("Norway recognised Kosovo on 28 March 2008.", published="2024-05-01").relations
    assert [(r.kind, r.start) for r in found] == [("recognises", "2008-03-28")]


def test_a_tie_that_is_over_has_its_last_day() -> None:
    found = read("Britain left the European Union in 2020.", published="2024-05-01").relations
    assert [(r.kind, r.end is not None) for r in found] == [("member-of", True)]
