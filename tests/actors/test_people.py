"""Names of persons: full, titled, short; who is new, and what the report calls them. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.actors import Actors
from communique.clauses import Clauses
from communique.types import Actor

Who = Callable[..., list[Actor]]
Read = Callable[..., tuple[Clauses, Actors]]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Antony Blinken left for Oslo.", "Antony Blinken", "antony-blinken"),
        (
            "Secretary of State Antony Blinken left for Oslo.",
            "Secretary of State Antony Blinken",
            "antony-blinken",
        ),
        ("Chinese Foreign Minister Wang Yi objected.", "Chinese Foreign Minister Wang Yi", "wang-yi"),
        ("Wang Yi objected. Wang then left.", "Wang", "wang-yi"),
        ("President Biden signed the order.", "President Biden", "joe-biden"),
        ("Sergey Lavrov spoke first. Mr. Lavrov said little.", "Mr. Lavrov", "sergey-lavrov"),
        ("Zamir Kabulov spoke by phone. Zamir said little.", "Zamir", "zamir-kabulov"),
        ("Recep Tayyip Erdoğan spoke in Ankara. Erdogan said little.", "Erdogan", "recep-tayyip-erdogan"),
    ],
)
def test_name_of_a_person_is_that_person(who: Who, text: str, words: str, actor: str) -> None:
    assert [a.id for a in who(text, words)] == [actor]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Foreign Minister Tarek Osman Beyli of Iraq called.", "Foreign Minister Tarek Osman Beyli", "IRQ"),
        ("Marta Oyelaran, Kenya's envoy in Juba, called.", "Marta Oyelaran", "KEN"),
        ("Jonas Lindqvist, a State Department spokesperson, declined.", "Jonas Lindqvist", "USA"),
        ("Ghana's representative in Lagos, Kofi Mensah Darko, declined.", "Kofi Mensah Darko", "GHA"),
        ("Peruvian Energy Minister Rosa Quispe Lara resigned.", "Peruvian Energy Minister Rosa Quispe Lara", "PER"),
        ("Marta Oyelaran declined.", "Marta Oyelaran", None),
        ("Peru expelled a Kenyan diplomat over what Ghana's minister, Kofi Darko, called a lie.", "Kofi Darko", "GHA"),
    ],
)
def test_unknown_person_has_the_country_that_the_report_gives(
    who: Who, text: str, words: str, country: str | None
) -> None:
    (found,) = who(text, words)
    assert (found.kind, found.provisional, found.country) == ("person", True, country)


def test_apposition_tells_the_role_and_is_a_mention(read_actors: Read) -> None:
    text = "Jonas Lindqvist, a State Department spokesperson, declined to say."
    _, actors = read_actors(text)
    (person,) = (a for a in actors.actors if a.kind == "person")
    assert person.role_reported is not None
    assert "spokesperson" in person.role_reported.text
    assert len(person.mentions) == 2


def test_list_of_names_after_a_comma_is_no_apposition(who: Who) -> None:
    text = "Marta Oyelaran, Russian President Vladimir Putin and Kofi Mensah met."
    assert [a.country for a in who(text, "Marta Oyelaran")] == [None]


def test_officials_in_a_list_share_the_country(who: Who) -> None:
    text = "Israeli Prime Minister Rina Dov and Energy Minister Avi Tal signed it."
    assert [a.country for a in who(text, "Energy Minister Avi Tal")] == ["ISR"]


def test_without_a_day_nobody_has_an_office(read_actors: Read) -> None:
    _, actors = read_actors("Antony Blinken left for Oslo.", None)
    assert actors.standings["antony-blinken"].office is None
    _, actors = read_actors("Antony Blinken left for Oslo.", "2021-08-16")
    assert actors.standings["antony-blinken"].office == "usa-secstate"


def test_fullest_name_is_the_actors_name(who: Who) -> None:
    text = "Oyelaran spoke. Later Marta Oyelaran spoke again."
    assert [a.name for a in who(text, "Oyelaran")] == ["Marta Oyelaran"]


def test_newspaper_head_is_no_person(who: Who) -> None:
    assert who("Officials said the plan failed.", "Officials")[0].kind != "person"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("A student named Tamsin Vale said little.", "student", "Tamsin Vale"),
        ("A man, later identified as Kofi Mensah Darko, was held.", "man", "Kofi Mensah Darko"),
        ("A 25-year-old man was held. Reports named him as Kofi Mensah Darko.", "25-year-old man", "Kofi Mensah Darko"),
        ("A 25-year-old man was held. Reports named him as Kofi Mensah Darko.", "him", "Kofi Mensah Darko"),
        (
            "The dam will fail, a Kenyan lawmaker has said. Tamsin Vale, citing a study, said it was old.",
            "Kenyan lawmaker",
            "Tamsin Vale",
        ),
        ("The sailor was identified as Kofi Mensah Darko.", "sailor", "Kofi Mensah Darko"),
        (
            "An expert and former Kenyan judge, Tamsin Vale, said little.",
            "expert and former Kenyan judge",
            "Tamsin Vale",
        ),
        ("Antony Blinken, Secretary of State, said little.", "Secretary of State", "Antony Blinken"),
        (
            "Hassan Bin Omar, the long-serving sultan of Oman, said little.",
            "sultan of Oman",
            "Hassan Bin Omar",
        ),
        ("The head of Kenya's border police, Tamsin Vale, left.", "head of Kenya's border police", "Tamsin Vale"),
    ],
)
def test_description_beside_a_name_is_the_person(who: Who, text: str, words: str, name: str) -> None:
    assert [a.name for a in who(text, words)] == [name]


def test_who_speaks_without_a_name_is_not_whoever_speaks_next(who: Who) -> None:
    text = "The dam will fail, a Kenyan official has said. Tamsin Vale, citing a study, said it was old."
    assert [a.name for a in who(text, "a Kenyan official")] == ["Kenyan official"]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("At the request of Boris Johnson, the queen left.", "the queen", "elizabeth-ii"),
        ("In a speech at the United Nations, Joe Biden, who left early, was brief.", "United Nations", "un"),
        ("The talks began.\n- President Biden left early.", "President Biden", "joe-biden"),
        ("This is not the first time President Biden has left early.", "President Biden", "joe-biden"),
        ("Joe Biden and his son, Tam Biden, left. Biden was brief.", "Biden", "joe-biden"),
        ("The United States approved of the Biden administration.", "Biden", "joe-biden"),
    ],
)
def test_neither_title_nor_apposition_takes_what_is_not_its_own(who: Who, text: str, words: str, actor: str) -> None:
    assert [a.id for a in who(text, words)] == [actor]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hurricane Dora hit the coast. Dora then turned north.", "Dora"),
        ("Troops entered Tell Samar and Ain Dib on Friday.", "Tell Samar"),
        ("Kenya rebuilt Petra Monica, a church. The bishop left Petra Monica.", "Petra Monica"),
        ("“[W]e must wait,” Joe Biden said.", "W]e"),
        ("Joe Biden, Jr. left early.", "Jr."),
        ("COUNTERING IRAN’S FOUL PLAY: The talks began.", "FOUL PLAY"),
        ("The pipe joins the Poseidon line in Oslo.", "Poseidon"),
        ("The unit, known as “Gray Volk”, left.", "Gray Volk"),
    ],
)
def test_storm_place_nickname_and_shouting_are_no_person(who: Who, text: str, words: str) -> None:
    assert [a for a in who(text, words) if a.kind == "person"] == []


def test_single_word_that_acts_is_a_person_wherever_it_stands(who: Who) -> None:
    text = "Kowalski left for Oslo on Friday. The minister asked Kowalski to wait."
    assert [a.name for a in who(text, "Kowalski")] == ["Kowalski"]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("PRESIDENT BIDEN: Welcome. The guests sat down.", "PRESIDENT BIDEN", "joe-biden"),
        ("They spoke of grain prices, and of Putin’s plan for the harbour.", "Putin", "vladimir-putin"),
    ],
)
def test_label_and_a_name_of_one_holder_alone_are_him(who: Who, text: str, words: str, actor: str) -> None:
    assert [a.id for a in who(text, words)] == [actor]


@pytest.mark.parametrize("text", ["They spoke of grain, and of Johnson’s plan.", "The probe left for the Moon."])
def test_a_name_of_several_and_a_word_for_a_thing_are_no_holder(who: Who, text: str) -> None:
    words = "Johnson" if "Johnson" in text else "the Moon"
    assert [a for a in who(text, words) if not a.id.startswith("prov:")] == []


def test_region_with_an_article_is_no_person(who: Callable[..., list[Actor]]) -> None:
    assert who("Ada Vega and Bo Sahel spoke of terrorist groups in the Sahel.", "Sahel") == []
    assert [a.kind for a in who("Bo Sahel spoke. Kenya met Sahel in Lima.", "Sahel")] == ["person"]


def test_ticket_of_two_names_is_no_person(who: Callable[..., list[Actor]]) -> None:
    text = "Anna Marlow ran with Robert Pembroke. The state chose Marlow/Pembroke. Pembroke said so."
    assert who(text, "Marlow/Pembroke") == []
    assert [a.name for a in who(text, "Pembroke")] == ["Robert Pembroke"]


def test_secretary_without_a_day_is_who_alone_had_such_an_office(who: Who) -> None:
    assert [a.id for a in who("Secretary Blinken left for Oslo.", "Secretary Blinken", None)] == ["antony-blinken"]


def test_secretary_is_not_of_the_state_that_she_visits(who: Who) -> None:
    text = "Assistant Secretary Marta Quill landed in Chad. Chad and Chadian envoys hailed the aid for Chad."
    assert [a.country for a in who(text, "Assistant Secretary Marta Quill", None)] == [None]
    text = text.replace("Assistant Secretary", "Energy Minister")
    assert [a.country for a in who(text, "Energy Minister Marta Quill", None)] == ["TCD"]


def test_given_name_of_a_ruler_of_another_state_is_somebody_else(who: Who) -> None:
    text = "Mohammed bin Salman spoke. He thanked Sheikh Mohammed of the UAE."
    assert [a.id for a in who(text, "Sheikh Mohammed")] != ["mohammed-bin-salman"]


def test_name_goes_on_after_a_hyphen(who: Who) -> None:
    text = "The envoys were Dr. Pak Sun-woo and Ada Cole. Pak spoke first."
    assert [a.name for a in who(text, "Dr. Pak Sun-woo")] == ["Pak Sun-woo"]


def test_embassy_has_the_name_that_the_report_writes(who: Who) -> None:
    text = "The U.S. Embassy in Juba shut. The embassy gave no date."
    assert [a.name for a in who(text, "The embassy")] == ["U.S. Embassy"]
    assert [a.name for a in who("Chad will open an embassy in Juba.", "an embassy")] != ["an embassy"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Kenyan Foreign Minister and Deputy Prime Minister Ada Cole agreed.",
            "Kenyan Foreign Minister and Deputy Prime Minister Ada Cole",
            "Ada Cole",
        ),
        ("The envoys saw President-elect Vega in Lima.", "President-elect Vega", "Vega"),
        ("The Secretary and Foreign Minister Vega met.", "Foreign Minister Vega", "Vega"),
    ],
)
def test_titles_joined_before_a_name_are_one_persons(who: Who, text: str, words: str, name: str) -> None:
    assert [a.name for a in who(text, words)] == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Cole held the post of speaker for ten years.", "speaker"),
        ("He was picked for the job of president.", "president"),
        ("Vega blasted Cole as a career politician and asked why.", "a career politician"),
        ("They spoke of our alliances.", "our alliances"),
        ("Chad voted. Chad waited. Cole won the presidency.", "the presidency"),
    ],
)
def test_office_or_bond_is_nobody(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []
