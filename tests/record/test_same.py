"""What is one, and what stays two."""

from typing import Any

import pytest

from communique.record.blocks import keys
from communique.record.same import cannot_be, same


def states(one: Any) -> Any:
    return one.actor("dji", "Djibouti", "DJI").actor("eri", "Eritrea", "ERI")


def meeting(draft: Any, id_: str, text: str, published: str, day: str | None, trigger: str = "met") -> Any:
    return states(draft(id_, text, published)).event("CONSULT", trigger, "dji", "eri", day=day).told("event")[0]


def test_one_act_of_one_day_is_one(draft: Any) -> None:
    one = states(draft("r1", "Djibouti recalled its ambassador to Eritrea on Wednesday."))
    other = states(draft("r2", "Eritrea regrets that Djibouti called home its ambassador."))
    a = one.event("SANCTION", "recalled", "dji", "eri", day="2023-03-08").told("event")[0]
    b = other.event("SANCTION", "called home", "dji", "eri").told("event")[0]
    tie = same(a, b)
    assert tie is not None
    assert tie == same(b, a)
    assert {reason.ground for reason in tie.reasons} >= {"type", "parties", "day", "words"}
    assert set(keys(a)) & set(keys(b))


def test_two_meetings_a_week_apart_stay_two(draft: Any) -> None:
    one = meeting(draft, "r1", "Djibouti met Eritrea in Doha on Monday.", "2023-03-14", "2023-03-13")
    other = meeting(draft, "r2", "Djibouti met Eritrea in Doha on Monday.", "2023-03-21", "2023-03-20")
    assert same(one, other) is None
    assert cannot_be(one, other)


def test_an_undated_meeting_is_of_its_report_and_no_other_weeks(draft: Any) -> None:
    dated = meeting(draft, "r1", "Djibouti met Eritrea in Doha on Monday.", "2023-03-14", "2023-03-13")
    undated = meeting(draft, "r2", "Djibouti met Eritrea in Doha.", "2023-03-14", None)
    later = meeting(draft, "r3", "Djibouti met Eritrea in Doha.", "2023-03-28", None)
    assert same(dated, undated) is not None
    assert same(dated, later) is None


def test_a_day_of_difference_is_forgiven(draft: Any) -> None:
    one = meeting(draft, "r1", "Djibouti met Eritrea in Doha on Monday.", "2023-03-14", "2023-03-13")
    other = meeting(draft, "r2", "Djibouti met Eritrea in Doha on Tuesday.", "2023-03-15", "2023-03-14")
    assert same(one, other) is not None


def test_two_bombs_of_a_day_at_two_places_stay_two(draft: Any) -> None:
    one = draft("r1", "A bomb killed two policemen in Diyarbakir on Monday.")
    other = draft("r2", "A bomb killed three soldiers in Sirnak on Monday.")
    a = one.event("ASSAULT", "killed", day="2023-03-06", place="Diyarbakir").told("event")[0]
    b = other.event("ASSAULT", "killed", day="2023-03-06", place="Sirnak").told("event")[0]
    assert same(a, b) is None


@pytest.mark.parametrize(("name", "one_meeting"), [("the foreign minister", True), ("Kamala Harris", False)])
def test_an_office_may_be_its_holder_and_another_person_is_not(draft: Any, name: str, one_meeting: bool) -> None:
    one = draft("r1", "Joe Biden met Benjamin Netanyahu on Monday.")
    other = draft("r2", f"{name} met Benjamin Netanyahu on Monday.")
    for d, who in ((one, "Joe Biden"), (other, name)):
        d.actor("x", who, "USA", "person" if who[0].isupper() else "government")
        d.actor("bibi", "Benjamin Netanyahu", "ISR", "person")
        d.event("CONSULT", "met", "x", "bibi", day="2023-03-06")
    one.actors["biden"] = one.actors.pop("x")
    assert (same(one.told("event")[0], other.told("event")[0]) is not None) == one_meeting


def test_a_quotation_and_part_of_it_are_one_statement(draft: Any) -> None:
    one = draft("r1", '"We ship toys and tiles. I never moved a machine," Levan Tsulaia said.')
    other = draft("r2", 'Levan Tsulaia had said: "We ship toys and tiles."', "2023-03-20")
    a = one.actor("l", "Levan Tsulaia", "GEO", "person").said(
        '"We ship toys and tiles. I never moved a machine,"', "l", quoted=True
    )
    b = other.actor("l", "Levan Tsulaia", "GEO", "person").said('"We ship toys and tiles."', "l", quoted=True)
    assert same(a.told("statement")[0], b.told("statement")[0]) is not None


def test_other_numbers_make_another_statement(draft: Any) -> None:
    texts = {
        "r1": "Ali Moussa said four soldiers had been killed.",
        "r2": "Ali Moussa said six soldiers had been killed.",
    }
    told = [
        draft(id_, text).actor("a", "Ali Moussa", "DJI", "person").said(text[15:-1], "a").told("statement")[0]
        for id_, text in texts.items()
    ]
    assert same(*told) is None


def test_two_promises_of_a_day_stay_two(draft: Any) -> None:
    one = (
        draft("r1", "France promised Chad new helicopters on Monday.")
        .actor("f", "France", "FRA")
        .actor("c", "Chad", "TCD")
    )
    other = (
        draft("r2", "France promised Chad a loan for schools on Monday.")
        .actor("f", "France", "FRA")
        .actor("c", "Chad", "TCD")
    )
    a = one.event("AGREE", "promised", "f", "c", day="2023-03-06").told("event")[0]
    b = other.event("AGREE", "promised", "f", "c", day="2023-03-06").told("event")[0]
    assert same(a, b) is None
