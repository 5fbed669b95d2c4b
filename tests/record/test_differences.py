"""Contradictions and corrections between reports, and what is neither."""

from typing import Any

import pytest

from communique.record import compare
from communique.record.blocks import keys
from communique.record.told import Told


def kinds(one: tuple[Told, ...], other: tuple[Told, ...]) -> set[str]:
    return {c.kind for a in one for b in other if set(keys(a)) & set(keys(b)) for c in compare(a, b).contradictions}


def told(draft: Any, id_: str, text: str, published: str = "2023-03-08") -> tuple[Told, ...]:
    made = draft(id_, text, published)
    for code, name in {"DJI": "Djibouti", "ERI": "Eritrea", "PHL": "Philippines", "CHN": "China"}.items():
        if name in text:
            made.actor(code.lower(), name, code)
    return made.told()  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Djibouti and Eritrea share a fund of 120 million dollars for the border.",
         "Eritrea and Djibouti promised a fund of 150 million dollars for the border.", "number"),
        ("Djibouti said four soldiers had been killed by Eritrea.", "Six soldiers were killed, Djibouti said of Eritrea.", "number"),
        ("China expelled two diplomats of the Philippines.", "China denied having expelled any diplomats of the Philippines.", "denial"),
        ("Police of Djibouti arrested 31 men from Eritrea.", "Nobody from Eritrea was arrested, police in Djibouti said.", "denial"),
    ],
)  # fmt: skip
def test_reports_contradict_each_other(draft: Any, one: str, other: str, kind: str) -> None:
    assert kind in kinds(told(draft, "r1", one), told(draft, "r2", other))
    assert kinds(told(draft, "r1", one), told(draft, "r2", other)) == kinds(
        told(draft, "r2", other), told(draft, "r1", one)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # other things are counted
        ("Djibouti and Eritrea share a fund of 120 million dollars for the border.", "Eritrea sold Djibouti 150 goats."),
        # about 3,000 is no other number than 3,100
        ("About 3,000 people marched in Djibouti against Eritrea.", "Some 3,100 people marched in Djibouti against Eritrea."),
        # what one does not want is not denied
        ("Djibouti met Eritrea in the harbour office.", "Djibouti would not meet Eritrea in the harbour office."),
        # each counts soldiers of its own state
        ("Six soldiers of Djibouti were killed on the ridge.", "Two soldiers of Eritrea were wounded on the ridge."),
        # years and shares are counted everywhere
        ("China and the Philippines have 30 years of relations.", "The Philippines and China marked 60 years of a treaty."),
        # another act of the same people
        ("Djibouti lost four soldiers, killed by Eritrea.", "Djibouti and Eritrea exchanged twelve prisoners."),
        # "not only", "without question" deny nothing
        ("China and the Philippines share risk of attack.", "China and the Philippines share not only risk of attack."),
        # a question tells nothing
        ("Did Eritrea kill four soldiers of Djibouti?", "Eritrea killed six soldiers of Djibouti."),
        # the soldiers of another state
        ("No soldier of Eritrea fired at Djibouti.", "Soldiers of Djibouti fired for two hours. Eritrea and Djibouti share a ridge."),
        # both deny it
        ("China denied having expelled any diplomats of the Philippines.", "No diplomats of the Philippines were expelled by China."),
    ],
)  # fmt: skip
def test_reports_agree(draft: Any, one: str, other: str) -> None:
    assert not kinds(told(draft, "r1", one), told(draft, "r2", other))


def test_months_later_is_another_matter(draft: Any) -> None:
    one = told(draft, "r1", "Djibouti said four soldiers had been killed by Eritrea.")
    other = told(draft, "r2", "Djibouti said six soldiers had been killed by Eritrea.", "2023-07-08")
    assert not kinds(one, other)


def test_who_recalled_whose_ambassador(draft: Any) -> None:
    one = (
        draft("r1", "Djibouti recalled its ambassador to Eritrea.")
        .actor("d", "Djibouti", "DJI")
        .actor("e", "Eritrea", "ERI")
    )
    other = (
        draft("r2", "Eritrea recalled its ambassador from Djibouti.")
        .actor("d", "Djibouti", "DJI")
        .actor("e", "Eritrea", "ERI")
    )
    a = one.event("SANCTION", "recalled", "d", "e").told("event")[0]
    b = other.event("SANCTION", "recalled", "e", "d").told("event")[0]
    assert [c.kind for c in compare(a, b).contradictions] == ["parties"]


def test_an_expulsion_that_is_answered_in_kind_is_no_contradiction(draft: Any) -> None:
    one = draft("r1", "China expelled a diplomat of the Philippines.").actor("c", "China", "CHN")
    text = "China expelled a diplomat of the Philippines. The Philippines expelled one of China in reply."
    other = draft("r2", text).actor("c", "China", "CHN")
    a = one.actor("p", "Philippines", "PHL").event("SANCTION", "expelled", "c", "p").told("event")[0]
    other.actor("p", "Philippines", "PHL").event("SANCTION", "expelled", "p", "c")
    b = other.told("event")[0]
    assert [c.kind for c in compare(a, b).contradictions] == ["parties"]
    other.event("SANCTION", "expelled", "c", "p")
    assert not [c for t in other.told("event") for c in compare(a, t).contradictions]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Djibouti police seized the dredges at Assab harbour. Eritrea and Djibouti dispute Assab harbour.",
         "Eritrea police seized the dredges at Assab harbour. Djibouti and Eritrea dispute Assab harbour.", True),
        # each is named after the act: to whom, not by whom
        ("Police seized dredges of Djibouti at Assab harbour. Eritrea and Djibouti dispute Assab harbour.",
         "Police seized dredges of Eritrea at Assab harbour. Djibouti and Eritrea dispute Assab harbour.", False),
    ],
)  # fmt: skip
def test_one_act_has_one_doer(draft: Any, one: str, other: str, differ: bool) -> None:
    assert ("parties" in kinds(told(draft, "r1", one), told(draft, "r2", other))) is differ


def test_two_accuse_each_other_without_contradiction(draft: Any) -> None:
    one = (
        draft("r1", "Djibouti accused Eritrea of shelling a port.")
        .actor("d", "Djibouti", "DJI")
        .actor("e", "Eritrea", "ERI")
    )
    other = (
        draft("r2", "Eritrea accused Djibouti of shelling a port.")
        .actor("d", "Djibouti", "DJI")
        .actor("e", "Eritrea", "ERI")
    )
    a = one.event("ACCUSE", "accused", "d", "e").told("event")[0]
    b = other.event("ACCUSE", "accused", "e", "d").told("event")[0]
    assert not compare(a, b).contradictions


def corrections(
    draft: Any, later: str, earlier: str, days: tuple[str | None, ...] = ("2023-03-08", "2023-03-10")
) -> set[str]:
    made = []
    for id_, text, day in (("r1", earlier, days[0]), ("r2", later, days[1])):
        d = draft(id_, text, day)
        if "Aram Petrosian" in text:
            d.actor("p", "Aram Petrosian", "ARM", "person").said(text[text.index("Aram Petrosian") + 14 : -1], "p")
        made.append(d.told("passage"))
    return {
        c.kind
        for a in made[0]
        for b in made[1]
        if set(keys(a)) & set(keys(b)) and (c := compare(a, b).correction) is not None
    }


@pytest.mark.parametrize(
    ("later", "earlier", "kind"),
    [
        ("Aram Petrosian explained that he had meant the talks of experts only.", "Aram Petrosian said talks of experts would resume.", "clarifies"),
        ("Aram Petrosian withdrew his claim about the bridge.", "Aram Petrosian said that rebels held the bridge.", "retracts"),
        ("Aram Petrosian said he never promised a bridge.", "Aram Petrosian said there would be a bridge.", "denies"),
    ],
)  # fmt: skip
def test_speakers_come_back_to_their_words(draft: Any, later: str, earlier: str, kind: str) -> None:
    assert corrections(draft, later, earlier) == {kind}


def test_who_only_speaks_again_corrects_nothing(draft: Any) -> None:
    assert not corrections(
        draft, "Aram Petrosian said the bridge was open.", "Aram Petrosian said rebels held the bridge."
    )


def test_of_undated_reports_nobody_can_tell_which_corrects_which(draft: Any) -> None:
    later, earlier = (
        "Aram Petrosian withdrew his claim about the bridge.",
        "Aram Petrosian said that rebels held the bridge.",
    )
    assert corrections(draft, later, earlier) == {"retracts"}
    assert not corrections(draft, later, earlier, (None, "2023-03-10"))


def test_an_outlet_corrects_its_own_report_and_no_other(draft: Any) -> None:
    earlier = "The treaty allows 120 boats to fish in the bay."
    later = "Correction: Our report misstated how many boats may fish in the bay. It is 12 boats."
    assert corrections(draft, later, earlier) == {"retracts"}
    other = draft("r1", earlier, publisher="Orlo Herald").told("passage")
    note = draft("r2", later, "2023-03-10").told("passage")
    assert not [c for a in other for b in note if (c := compare(a, b).correction) is not None]
