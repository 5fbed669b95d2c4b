"""States, capitals, bodies, peoples: what names them and what does not. Every sentence is ours."""

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
        ("Kenya closed its embassy in Khartoum.", "Kenya", "ken"),
        ("Officials praised the United States for its patience.", "United States", "usa"),
        ("The U.S. rejected the offer.", "U.S.", "usa"),
        ("Beijing said the ships had left.", "Beijing", "chn"),
        ("The envoys held talks with Pyongyang about the border.", "Pyongyang", "prk"),
        ("Moscow's offer surprised the delegates.", "Moscow", "rus"),
        ("The minister urged Tehran to free the sailors.", "Tehran", "irn"),
        ("Turkish shelling killed four people.", "Turkish", "tur"),
        ("The Security Council called for a truce.", "Security Council", "un-security-council"),
        ("NATO condemned the strike.", "NATO", "nato"),
        ("Hamas rejected the plan.", "Hamas", "hamas"),
        ("The White House welcomed the vote.", "White House", "usa-presidency"),
        ("The Chinese Foreign Ministry summoned the ambassador.", "Chinese Foreign Ministry", "chn-mfa"),
    ],
)
def test_name_of_a_state_or_body_is_that_actor(who: Who, text: str, words: str, actor: str) -> None:
    assert [a.id for a in who(text, words)] == [actor]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ministers met in Beijing on Monday.", "Beijing"),
        ("She visited Moscow last week.", "Moscow"),
        ("The delegation arrived in Tehran at noon.", "Tehran"),
        ("They flew to Ankara to sign it.", "Ankara"),
        ("The Washington Post published the letter.", "Washington"),
        ("The Paris Agreement binds them all.", "Paris"),
        ("The Geneva Conventions forbid it.", "Geneva"),
        ("The Vienna talks resumed.", "Vienna"),
        ("Ministers of Latin America met.", "America"),
        ("KABUL (AFN) - The gates were shut.", "KABUL"),
    ],
)
def test_place_or_name_of_something_else_is_no_government(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


def test_jordan_the_man_is_no_kingdom(who: Who) -> None:
    text = "Michael Jordan opened the school."
    assert [a.kind for a in who(text, "Michael Jordan")] == ["person"]
    assert who(text, "Jordan") == []


def test_a_state_with_the_name_of_a_man_is_a_state_where_no_man_bears_it(who: Who) -> None:
    assert [a.id for a in who("Jordan condemned the attack.", "Jordan")] == ["jor"]
    text = "Michael Jordan opened the school. Jordan thanked the mayor."
    assert [a.name for a in who(text, "Jordan")] == ["Michael Jordan"]


def test_state_in_a_place_phrase_is_still_named(who: Who) -> None:
    assert [a.id for a in who("Fighting went on in Sudan.", "Sudan")] == ["sdn"]


def test_sector_of_an_armed_group_is_that_of_the_day(read_actors: Read) -> None:
    text = "The Taliban closed the road."
    sectors = {}
    for day in ("2021-08-01", "2021-08-20", None):
        _, actors = read_actors(text, day)
        sectors[day] = actors.standings["taliban"].sector
    assert sectors == {"2021-08-01": "REB", "2021-08-20": "GOV", None: None}


def test_people_of_a_state_are_a_population(who: Who) -> None:
    (russians,) = who("Thousands of miles away, Russians voted.", "Russians")
    assert (russians.kind, russians.country) == ("population", "RUS")


def test_unknown_organisation_is_provisional(who: Who) -> None:
    (found,) = who("The complaint was filed by the Lakeland Rivers Foundation.", "Lakeland Rivers Foundation")
    assert found.provisional
    assert found.country is None


def test_hyphened_states_are_both_named(who: Who) -> None:
    assert [a.id for a in who("The U.S.-Japan alliance held firm.", "U.S.-Japan")] == ["usa", "jpn"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The president signed an Executive Order on Monday.", "Executive Order"),
        ("It named the group a Foreign Terrorist Organization.", "Foreign Terrorist Organization"),
        ("He ordered Operation Silver Lake at dawn.", "Operation Silver Lake"),
        ("The Secretary of Commerce spoke.", "Commerce"),
    ],
)
def test_what_is_no_body_is_no_actor(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Members of the House of Commons protested in London.", "House of Commons", "gbr-commons"),
        ("It praised the Government of Costa Rica for its work.", "Government of Costa Rica", "cri"),
        ("It cited the United Nations' position.", "United Nations", "un"),
    ],
)
def test_a_known_body_is_found_in_a_longer_name(who: Who, text: str, words: str, actor: str) -> None:
    assert [found.id for found in who(text, words)] == [actor]


def test_an_armed_group_of_many_countries_is_of_the_one_that_its_clause_names(who: Who) -> None:
    assert [a.country for a in who("Islamic State killed two men in Syria.", "Islamic State")] == ["SYR"]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Many Japanese see it otherwise.", "Japanese", "population"),
        ("The rescued included Bangladeshis and others.", "Bangladeshis", "population"),
        ("The Japanese rejected the offer.", "Japanese", "government"),
    ],
)
def test_some_of_a_people_are_people(who: Who, text: str, words: str, kind: str) -> None:
    assert [a.kind for a in who(text, words)] == [kind]


def test_one_of_a_list_of_states_is_no_person(who: Who) -> None:
    text = "The envoy went to Saudi Arabia, Jordan, Kuwait and Qatar."
    assert [a.id for a in who(text, "Jordan")] == ["jor"]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Kenya praised the fight against ISIS.", "ISIS", "IRQ"),
        ("Kenya and Syria spoke of the fight against ISIS.", "ISIS", "SYR"),
        ("Syria and Iraq spoke of the fight against ISIS.", "ISIS", "IRQ"),
        ("In Chad, ISIS shelled a town.", "ISIS", "TCD"),
        ("Syria held captured ISIS fighters.", "captured ISIS fighters", "SYR"),
        ("Kenya and Pakistan spoke of the fight against al-Qaeda.", "al-Qaeda", "PAK"),
        ("Kenya spoke of the fight against al-Qaeda.", "al-Qaeda", None),
        ("Afghanistan and Pakistan spoke of the fight against al-Qaeda.", "al-Qaeda", None),
    ],
)
def test_a_group_of_several_states_is_of_the_one_in_which_it_acts(
    who: Callable[..., list[Actor]], text: str, words: str, country: str | None
) -> None:
    assert [a.country for a in who(text, words)] == [country]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She leads the Bureau of European and Eurasian Affairs in Lima.", "European"),
        ("He spoke at the Northgate Conference on African Development.", "African"),
    ],
)
def test_what_a_bureau_is_for_is_no_people(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


def test_adjective_of_a_state_stays_one(who: Who) -> None:
    assert [a.id for a in who("Turkish shelling killed four.", "Turkish")] == ["tur"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Kenya praised Korea.", "kor"),
        ("North Korea spoke. Kenya praised Korea.", "prk"),
        ("North Korea and South Korea spoke. North Korea left. Kenya praised Korea.", "kor"),
    ],
)
def test_a_name_of_two_states_is_of_its_usual_one_where_both_are_named(who: Who, text: str, actor: str) -> None:
    assert [a.id for a in who(text, "Korea")] == [actor]


@pytest.mark.parametrize(
    ("text", "words", "actors"),
    [
        ("Russia attacked Georgia. The United States praised Georgia.", "Georgia", ["geo"]),
        ("Voters in Georgia chose a governor. The United States watched.", "Georgia", ["usa-georgia"]),
        (
            "The text was released by the governments of Canada, Mexico, and the United States.",
            "the governments",
            ["can", "mex", "usa"],
        ),
        ("The United States and CARICOM member states agreed.", "The United States and CARICOM member states", []),
        (
            "Under the Biden-Harris administration, Iran and Iran and Iran waited.",
            "the Biden-Harris administration",
            ["usa"],
        ),
        ("The interim administration of Chad fell.", "The interim administration", ["tcd"]),
    ],
)
def test_states_are_told_apart(who: Callable[..., list[Actor]], text: str, words: str, actors: list[str]) -> None:
    assert [a.id for a in who(text, words)] == actors


@pytest.mark.parametrize("name", ["Côte d'Ivoire", "Côte d’Ivoire"])
def test_apostrophe_in_a_name_does_not_break_it(who: Callable[..., list[Actor]], name: str) -> None:
    assert [a.id for a in who(f"Kenya thanked {name} on Monday.", name)] == ["civ"]
