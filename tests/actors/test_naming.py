"""Other names of somebody: an acronym in brackets, an apposition, the same noun again. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Actor

Who = Callable[..., list[Actor]]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Kenyan Harbour Safety Board (KHSB) met. The KHSB agreed.", "KHSB", "Kenyan Harbour Safety Board"),
        ("UNESCO, a specialized agency, met.", "a specialized agency", "UNESCO"),
        ("Vega left the Saudi consulate. Cole saw the consulate.", "the consulate", "Saudi consulate"),
        ("The Chadian border police came. The police fired.", "The police", "Chadian border police"),
        (
            "The vote was held by the United Nations Educational, Scientific and Cultural Organization on Monday.",
            "United Nations Educational, Scientific and Cultural Organization",
            "United Nations Educational, Scientific and Cultural Organization",
        ),
        ("The Office of the UN High Commissioner for Human Rights wrote.", "UN High Commissioner for Human Rights", ""),
    ],
)
def test_other_name_is_the_same_actor(who: Who, text: str, words: str, name: str) -> None:
    assert [a.name for a in who(text, words)] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "words", "wrong"),
    [
        ("The talks of the Climate Convention (COP27) failed. COP27 ended.", "COP27", "Climate Convention"),
        ("Vega left the Saudi consulate. Cole saw the consulate in Omsk.", "the consulate", "Saudi consulate"),
        ("The Chadian police and the Kenyan police came. The police fired.", "The police", "Chadian police"),
    ],
)
def test_another_body_is_another_actor(who: Who, text: str, words: str, wrong: str) -> None:
    assert wrong not in [a.name for a in who(text, words)]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Bo Vega spoke in Oslo. Later Vega, who is a Turkish national, left.", "Vega", "TUR"),
        ("Bo Vega spoke in Oslo. Vega is a Turkish national.", "Bo Vega", "TUR"),
        ("A man hoped to marry Turkish national Hatice Venz.", "Turkish national Hatice Venz", "TUR"),
        ("Bo Vega is not a Turkish national.", "Bo Vega", None),
        ("Bo Vega is a Turkey expert.", "Bo Vega", None),
    ],
)
def test_nationality_told_anywhere_is_the_persons(who: Who, text: str, words: str, country: str | None) -> None:
    assert [a.country for a in who(text, words)] == [country]


@pytest.mark.parametrize("mark", [",", ";"])
def test_titled_persons_of_a_list_are_no_appositions(who: Who, mark: str) -> None:
    text = f"We met President Ada Cole{mark} Chancellor Bo Vega{mark} and Premier Cy Roe of Niger."
    assert [a.name for a in who(text, "President Ada Cole")] == ["Ada Cole"]


def test_name_apposed_to_a_noun_is_that_person(who: Who) -> None:
    text = "The Labour Party's leader, Jeremy Corbyn announced he will go."
    assert [a.id for a in who(text, "he")] == ["jeremy-corbyn"]


def test_post_with_its_body_before_rank_and_name_is_one_person(who: Who) -> None:
    text = "The Commander of the U.S. Southern Command (USSC) General Laura Vega met Bo Cole."
    assert [a.name for a in who(text, "Commander of the U.S. Southern Command")] == ["Laura Vega"]


def test_unlisted_name_after_a_verb_has_a_country_of_its_own(who: Who) -> None:
    text = "President Biden met Prime Minister Ada Cole of Chad and Prime Minister Bo Vega of Niger."
    assert [a.country for a in who(text, "Prime Minister Ada Cole")] != ["USA"]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Ada Cole, an ethnic Dane from Oslo, spoke.", "Ada Cole", "DNK"),
        ("The Zambian delegation included Ada Cole and interim Trade Adviser Bo Vega.", "Bo Vega", None),
        ("Rogue operatives within the Saudi government fled.", "Rogue operatives", "SAU"),
        ("NATO met in Oslo. Kenya will brief Allies there.", "Allies", "IGO-NATO"),
        ("Kenya will brief its allies there.", "its allies", None),
    ],
)
def test_country_is_that_of_the_words_beside(who: Who, text: str, words: str, country: str | None) -> None:
    assert {a.country for a in who(text, words)} <= {country}


def test_leaders_of_two_countries_are_persons(who: Who) -> None:
    text = "France met Germany in Oslo. The leaders of the two countries ate."
    assert [a.id for a in who(text, "The leaders")] == ["emmanuel-macron", "angela-merkel"]


def test_senior_leaders_of_two_sides_are_others(who: Who) -> None:
    text = "France met Germany in Oslo. It pleased senior leaders of the two sides."
    assert "emmanuel-macron" not in [a.id for a in who(text, "senior leaders")]


def test_alliance_with_a_capital_is_nato_where_it_is_named(who: Who) -> None:
    assert [a.id for a in who("NATO met in Oslo. Kenya praised the Alliance.", "the Alliance")] == ["nato"]
    assert who("Kenya praised the Alliance.", "the Alliance") == []


def test_role_beside_a_name_holds_the_whole_body(who: Who) -> None:
    text = "Ada Cole, a spokesperson for the Indonesian National Police, left."
    assert [a.name for a in who(text, "spokesperson for the Indonesian National Police")] == ["Ada Cole"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya praised the Global Call to Action Ministerial.", "Global Call to Action Ministerial"),
        ("Kenya wants a free and open Indo-Pacific.", "Indo-Pacific"),
        ("Ada Cole met Crown Prince and Prime Minister Salman Vega.", "Crown Prince"),
    ],
)
def test_meeting_region_or_title_is_no_actor(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []
