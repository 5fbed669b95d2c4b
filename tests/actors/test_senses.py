"""Nouns that name a body in some company and a thing in other; what somebody is, and no one new. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Actor

Who = Callable[..., list[Actor]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They changed the border by force.", "force"),
        ("He could hardly speak in public.", "public"),
        ("The agencies share intelligence on smugglers.", "intelligence"),
        ("Kenya praised Chad for its leadership on water.", "its leadership"),
        ("The firm built a fibre optic network.", "a fibre optic network"),
        ("Envoys eased the sanctions regime.", "the sanctions regime"),
        ("He called it a suicide mission.", "a suicide mission"),
        ("Whole-of-government action is needed.", "government"),
    ],
)
def test_manner_quality_or_thing_is_no_actor(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The police force arrested ten men.", "The police force"),
        ("The Kenyan leadership met on Monday.", "The Kenyan leadership"),
        ("A smuggling network moved the arms.", "A smuggling network"),
        ("The Indian side agreed.", "The Indian side"),
        ("Russian intelligence held the letter.", "Russian intelligence"),
    ],
)
def test_same_noun_in_company_is_an_actor(who: Who, text: str, words: str) -> None:
    assert len(who(text, words)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Vega Union is a party of farmers.", "a party"),
        ("Kenya spoke as a member of the council.", "a member"),
        ("He ended his term as president in 1991.", "president"),
    ],
)
def test_what_somebody_is_is_nobody_new(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Officials such as the Kenyan ambassador objected.", "the Kenyan ambassador"),
        ("Kenya as well as the Ugandan ambassador objected.", "the Ugandan ambassador"),
    ],
)
def test_who_is_joined_is_no_predicate(who: Who, text: str, words: str) -> None:
    assert len(who(text, words)) == 1


def test_state_of_emergency_points_to_no_state(who: Who) -> None:
    assert who("Kenya banned rallies. A lawsuit was filed against the state of emergency.", "the state") == []
    assert [a.id for a in who("Kenya banned rallies. A lawsuit was filed against the state.", "the state")] == ["ken"]


def test_name_that_goes_on_after_its_noun_is_noted_whole(who: Who) -> None:
    text = "The High Court of Audit in Scotland ruled on Monday."
    assert [(a.name, a.country) for a in who(text, "High Court of Audit")] == [("High Court of Audit", "GBR")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A career diplomat, Ambassador Vega is now in Oslo.", "A career diplomat"),
        ("They discussed promoting coexistence and weakening extremists who promote hatred.", "weakening extremists"),
    ],
)
def test_fronted_apposition_and_what_is_done_to_others_are_nobody_new(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


def test_participle_that_tells_who_stays(who: Who) -> None:
    assert len(who("The fleeing soldiers reached Kenya.", "The fleeing soldiers")) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("For years we have been allies.", "allies"),
        ("China regards the men as illegal migrants.", "illegal migrants"),
        ("Bo Vega is behaving like a king.", "a king"),
        ("The war led up to Ada Cole's presidency.", "Ada Cole's presidency"),
        ("Kenya turned a church into a mosque.", "a church"),
        ("The mission of the envoy is to advance trade.", "The mission"),
        ("They praised the robust ROK-U.S. alliance.", "the robust ROK-U.S. alliance"),
        ("The two sides reviewed the plan discussed at Woodside.", "Woodside"),
        ("It was a blow, as quoted by Harbour Reporter.", "Harbour Reporter"),
        ("The Departments of the Treasury and State acted against Iran.", "State"),
        ("They want a free Korean peninsula.", "Korean"),
        ("A ship entered Kenyan waters.", "Kenyan"),
    ],
)
def test_predicate_house_term_or_place_is_no_actor(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("There were many soldiers in town.", "many soldiers"),
        ("China treats the Kenyan migrants well.", "the Kenyan migrants"),
        ("The French presidency denied it.", "The French presidency"),
        ("The Kenyan church condemned it.", "The Kenyan church"),
        ("The Kenyan alliance condemned it.", "The Kenyan alliance"),
        ("A Kenyan reporter was jailed.", "A Kenyan reporter"),
        ("Korean troops fired.", "Korean troops"),
    ],
)
def test_what_acts_or_is_somebodys_is_an_actor(who: Who, text: str, words: str) -> None:
    assert len(who(text, words)) == 1


@pytest.mark.parametrize("words", ["commercial vessels", "merchant and civilian aircraft"])
def test_merchantmen_are_no_navy(who: Who, words: str) -> None:
    assert who(f"Kenya deplored the attacks of rebels on {words}.", words) == []


def test_place_above_a_transcript_is_no_actor(who: Who) -> None:
    assert who("Oval Office\n\n1:41 P.M. EST\n\nPRESIDENT LASSO: Thank you all.", "Oval Office") == []


def test_white_house_that_speaks_is_an_actor(who: Who) -> None:
    assert len(who("White House officials spoke. The White House denied it.", "White House")) == 1
