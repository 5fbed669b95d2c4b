"""Merged entries: the same in any order, sources by root outlet."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.conftest import Draft

from communique.record import compare
from communique.record.copies import is_copy, sign
from communique.record.merge import find_stories, join, merge
from communique.record.told import Tie, Told

TEXTS = [
    ("Djibouti met Eritrea in Doha on Monday.", "2023-03-14", "2023-03-13", "Brenta News"),
    ("Djibouti met Eritrea in Doha.", "2023-03-14", None, "Tallow Times"),
    ("Envoys of Djibouti met Eritrea in Doha again.", "2023-03-21", "2023-03-20", "Orlo Herald"),
    ("Djibouti met Eritrea in Doha again, officials said.", "2023-03-21", None, "Brenta News"),
    ("Djibouti met Eritrea in Doha, it was announced.", "2023-03-17", None, "Orlo Herald"),
]


def tellings() -> list[Told]:
    found = []
    for n, (text, published, day, publisher) in enumerate(TEXTS):
        draft = (
            Draft(f"r{n}", text, published, publisher).actor("dji", "Djibouti", "DJI").actor("eri", "Eritrea", "ERI")
        )
        found.append(draft.event("CONSULT", "met", "dji", "eri", day=day).told("event")[0])
    return found


def ties(told: list[Told]) -> list[Tie]:
    pairs = [(a, b) for n, a in enumerate(told) for b in told[:n]]
    return [tie for a, b in pairs if (tie := compare(a, b).tie) is not None]


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(len(TEXTS))))
def test_any_order_gives_the_same_stories(order: list[int]) -> None:
    told = tellings()
    expected = find_stories(told, ties(told))
    shuffled = [told[n] for n in order]
    assert find_stories(shuffled, reversed(ties(shuffled))) == expected
    assert merge(tuple(shuffled)) == merge(tuple(told))


def test_a_vague_telling_does_not_chain_two_meetings() -> None:
    told = tellings()
    stories = find_stories(told, ties(told))
    assert stories["r0#e-0000000a" if "r0#e-0000000a" in stories else told[0].id] != stories[told[2].id]
    assert stories[told[0].id] == stories[told[1].id]


@given(st.data())
def test_a_record_that_grows_has_the_stories_of_one_that_is_made_at_once(data: st.DataObject) -> None:
    """Only the stories that new entries are tied to are looked at, and those beside one that breaks."""
    days = data.draw(st.lists(st.integers(0, 4), min_size=2, max_size=12))
    told = {
        f"{n:02}": Told(id=f"{n:02}", report=str(n), kind="event", entry=None, spans=(), first=d, last=d, exact=True)
        for n, d in enumerate(days)
    }
    pairs = [(a, b) for a in told for b in told if a < b and abs(days[int(a)] - days[int(b)]) <= 1]
    scores = data.draw(st.lists(st.sampled_from([0, 0.5, 0.6, 0.7]), min_size=len(pairs), max_size=len(pairs)))
    found = [Tie(one=a, other=b, score=s, reasons=()) for (a, b), s in zip(pairs, scores, strict=True) if s]
    stories: dict[str, str] = {}
    for id_ in data.draw(st.permutations(list(told))):
        moved = {id_}
        while True:
            here = _around(moved, stories, found)
            before = {id_: stories[id_] for id_ in here - moved}
            joined = join([told[id_] for id_ in here], found, before)
            if not joined.broken:
                break
            moved |= {id_ for id_, head in before.items() if head in joined.broken}
        stories |= joined.stories
    assert stories == find_stories(told.values(), found)


def _around(moved: set[str], stories: dict[str, str], found: list[Tie]) -> set[str]:
    ends = {end for tie in found if {tie.one, tie.other} & moved for end in (tie.one, tie.other)}
    heads = {stories[id_] for id_ in ends - moved if id_ in stories}
    return moved | {id_ for id_, head in stories.items() if head in heads}


def test_sources_are_distinct_roots_and_a_copy_is_its_original() -> None:
    told = tuple(tellings()[:3])
    assert merge(told).sources == 3
    assert merge(told, originals={"r1": "brenta news"}).sources == 2
    assert merge(told).first == "2023-03-14"
    assert [c.report for c in merge(told).citations] == ["r0", "r1", "r2"]


def test_passages_are_not_merged(draft: Any) -> None:
    with pytest.raises(ValueError, match="only events and statements"):
        merge(draft("r1", "Chad has 12 bakers in town.").told("passage"))


STORY = (
    "Djibouti recalled its ambassador to Eritrea on Wednesday, a day after soldiers of the two countries fought for two hours. "
    "The African Union appealed for calm along the strait. The army said that four soldiers had been killed and eleven "
    "wounded on the ridge. The foreign minister told parliament that there could be no business as usual after that."
)


def test_a_shortened_copy_with_another_head_is_found() -> None:
    copy = "On the brink\n\nFrom our services\n\n" + STORY[: STORY.index("The army")]
    assert is_copy(sign(STORY), sign(copy)) is not None
    assert set(sign(STORY).bands) & set(sign(copy).bands)


def test_a_report_that_shares_a_quotation_is_no_copy() -> None:
    other = (
        "Qatar offered to mediate in the quarrel on the Red Sea. Its envoy flew to both capitals with a letter of the emir. "
        "In Djibouti the minister repeated that there could be no business as usual after that, but she received him for an hour."
    )
    assert is_copy(sign(STORY), sign(other)) is None


def test_a_signature_is_the_same_every_time() -> None:
    assert sign(STORY) == sign(STORY)
