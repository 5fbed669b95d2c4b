"""Roles without names: offices on a day, descriptions that point back, counterparts, pairs. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Actor

Who = Callable[..., list[Actor]]


@pytest.mark.parametrize(
    ("text", "words", "day", "actor"),
    [
        ("The Chinese foreign minister objected.", "The Chinese foreign minister", "2021-08-16", "wang-yi"),
        ("The Chinese foreign minister objected.", "The Chinese foreign minister", "2023-03-01", "qin-gang"),
        ("The U.S. secretary of state left.", "The U.S. secretary of state", "2019-05-01", "mike-pompeo"),
        ("The U.S. secretary of state left.", "The U.S. secretary of state", "2021-08-16", "antony-blinken"),
        ("The French president called.", "The French president", "2021-08-16", "emmanuel-macron"),
        ("North Korea's foreign minister spoke.", "North Korea's foreign minister", "2018-09-29", "ri-yong-ho"),
        ("The U.N. secretary-general pleaded.", "The U.N. secretary-general", "2021-08-16", "antonio-guterres"),
        ("The German chancellor declined.", "The German chancellor", "2021-08-16", "angela-merkel"),
        ("The Chechen leader objected.", "The Chechen leader", "2016-05-10", "ramzan-kadyrov"),
        ("The Scottish first minister objected.", "The Scottish first minister", "2016-05-10", "nicola-sturgeon"),
        ("The WFP chief pleaded.", "The WFP chief", "2021-05-10", "david-beasley"),
        ("The chairman of the African Union Commission pleaded.", "The chairman", "2018-05-10", "moussa-faki-mahamat"),
        ("The head of the IAEA pleaded.", "The head", "2022-09-01", "rafael-grossi"),
        ("The secretary-general of the Arab League pleaded.", "The secretary-general", "2011-04-01", "amr-moussa"),
        ("The top U.S. diplomat flew home.", "The top U.S. diplomat", "2014-05-01", "john-kerry"),
        ("The U.N. envoy for Syria pleaded.", "The U.N. envoy", "2016-05-10", "staffan-de-mistura"),
        ("The Israeli ambassador in Washington objected.", "The Israeli ambassador", "2017-04-01", "ron-dermer"),
        ("The Libyan leader objected.", "The Libyan leader", "2005-03-01", "muammar-gaddafi"),
        (
            "The Ukrainian president's chief of staff flew home.",
            "The Ukrainian president's chief of staff",
            "2023-05-01",
            "andriy-yermak",
        ),
    ],
)
def test_role_of_a_country_is_who_held_the_office_that_day(
    who: Who, text: str, words: str, day: str, actor: str
) -> None:
    assert [a.id for a in who(text, words, day)] == [actor]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The former French president called.", "The former French president"),
        ("The French deputy foreign minister called.", "The French deputy foreign minister"),
        ("A French president called.", "A French president"),
        ("The head of the French delegation called.", "The head"),
        ("Crimea's leader objected.", "Crimea's leader"),
        ("The French ambassador called.", "The French ambassador"),
    ],
)
def test_shifted_role_is_not_todays_holder(who: Who, text: str, words: str) -> None:
    assert all(a.provisional for a in who(text, words))


def test_role_without_a_day_names_no_holder(who: Who) -> None:
    assert all(a.provisional for a in who("The French president called.", "The French president", None))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Wang Yi arrived. The minister smiled.", "The minister", "Wang Yi"),
        ("Zamir Kabulov, Russia's representative in Kabul, spoke. The Russian representative left.",
         "The Russian representative", "Zamir Kabulov"),
        ("Spokeswoman Alma Reyes Toba spoke. The spokeswoman gave no date.", "The spokeswoman", "Alma Reyes Toba"),
        ("The Security Council met. The council called for calm.", "The council", "Security Council"),
        ("Hamas agreed. The group freed two men.", "The group", "Hamas"),
        ("The Thai Foreign Ministry objected. The ministry summoned him.", "The ministry", "Thai Foreign Ministry"),
        ("Chad closed its border. The country expelled four envoys.", "The country", "Chad"),
    ],
)  # fmt: skip
def test_description_points_back_to_who_was_introduced(who: Who, text: str, words: str, name: str) -> None:
    assert [a.name for a in who(text, words)] == [name]


def test_description_with_nothing_to_point_to_is_nobody(who: Who) -> None:
    assert who("The ministry summoned him.", "The ministry") == []


def test_counterparts_hold_the_same_office_elsewhere(who: Who) -> None:
    text = "Secretary of State Antony Blinken spoke with his counterparts in China and Russia."
    found = who(text, "his counterparts in China and Russia")
    assert [a.id for a in found] == ["wang-yi", "sergey-lavrov"]


def test_counterpart_before_its_noun(who: Who) -> None:
    text = "Antony Blinken met his Russian counterpart in Geneva."
    assert [a.id for a in who(text, "his Russian counterpart")] == ["sergey-lavrov"]


def test_both_countries_are_those_of_the_officials(who: Who) -> None:
    text = "Antony Blinken met Wang Yi. Both countries wanted calm."
    assert [a.id for a in who(text, "Both countries")] == ["usa", "chn"]


def test_two_leaders_are_the_last_two_persons(who: Who) -> None:
    text = "Joe Biden met Vladimir Putin. The two leaders shook hands."
    assert [a.id for a in who(text, "The two leaders")] == ["joe-biden", "vladimir-putin"]


def test_three_persons_make_no_pair(who: Who) -> None:
    text = "Joe Biden met Vladimir Putin and Emmanuel Macron. The two leaders shook hands."
    assert who(text, "The two leaders") == []


@pytest.mark.parametrize("words", ["The ambassador to Chad", "The envoy for Yemen"])
def test_envoy_is_not_of_the_state_to_which_he_is_sent(who: Who, words: str) -> None:
    assert {a.country for a in who(f"{words} met the rebels in Oslo.", words)} <= {None}


def test_king_is_no_president(who: Who) -> None:
    text = "President Biden met King Salman bin Abdulaziz of Saudi Arabia on Monday. The President thanked the King."
    assert [a.id for a in who(text, "The President", "2022-07-14")] == ["joe-biden"]
    assert [a.country for a in who(text, "the King", "2022-07-14")] == ["SAU"]


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("The governments of the Republic of Chad and Niger signed it.", "The governments", ["tcd", "ner"]),
        ("The Kenyan and Ugandan governments agreed.", "The Kenyan and Ugandan governments", ["ken", "uga"]),
    ],
)
def test_governments_named_together_are_their_states(who: Who, text: str, words: str, states: list[str]) -> None:
    assert [a.id for a in who(text, words)] == states


def test_unnamed_governments_are_no_states(who: Who) -> None:
    assert all(a.provisional for a in who("Kenya paid. Western governments agreed.", "Western governments"))


def test_role_is_found_where_the_parser_hides_its_verb(who: Who) -> None:
    text = "The Pakistani army chief briefed party leaders on the coming offensive."
    assert [a.name for a in who(text, "The Pakistani army chief", "2009-10-16")] == ["Ashfaq Parvez Kayani"]


def test_newspaper_takes_no_adjective_away(who: Who) -> None:
    text = "The Australian prime minister hosted leaders at the Harbour Hall."
    assert [a.name for a in who(text, "The Australian prime minister")] == ["Scott Morrison"]
    assert [a.kind for a in who("The Australian reported that ships left.", "The Australian")] == ["outlet"]


def test_two_joined_are_not_the_one_twice(who: Callable[..., list[Actor]]) -> None:
    text = "Secretary of State Antony Blinken met Foreign Minister Wang Yi of China. The Secretary and the Foreign Minister ate."
    assert [a.id for a in who(text, "the Foreign Minister")] == ["wang-yi"]


def test_rebels_are_the_rebels_named_before(who: Callable[..., list[Actor]]) -> None:
    text = "Houthi rebels fired. The Harbour Press Guild wept. Iran backs the rebels."
    assert "Harbour Press Guild" not in [a.name for a in who(text, "the rebels")]
