"""Groups with country and sector. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.actors import Actors, roles
from communique.clauses import Clauses
from communique.types import Actor

Read = Callable[..., tuple[Clauses, Actors]]


@pytest.mark.parametrize(
    ("text", "head", "country", "sector"),
    [
        ("Russian officials praised it.", "officials", "RUS", "GOV"),
        ("China met Taliban leaders.", "leaders", "AFG", "GOV"),
        ("Afghan civilians ran.", "civilians", "AFG", "CVL"),
        ("Hong Kong protesters marched.", "protesters", "HKG", "CVL"),
        ("Ethiopian soldiers crossed the river.", "soldiers", "ETH", "MIL"),
        ("Civilians in Lebanon fled.", "Civilians", "LBN", "CVL"),
        ("Western diplomats doubted it.", "diplomats", None, "GOV"),
        ("Foreign forces left Kenya.", "forces", None, "MIL"),
        ("American diplomats and soldiers left.", "soldiers", "USA", "MIL"),
        ("Police in Serbia arrested forty people.", "Police", "SRB", "COP"),
    ],
)
def test_group_has_country_and_sector(
    read_actors: Read, text: str, head: str, country: str | None, sector: str
) -> None:
    clauses, actors = read_actors(text)
    token = next(t.i for t in clauses.parsed.tokens if t.text == head)
    (found,) = roles(actors, token)
    assert (found.country, found.sector) == (country, sector)


def test_two_adjectives_make_two_groups(read_actors: Read) -> None:
    clauses, actors = read_actors("They brought U.S. and Chinese citizens home.")
    token = next(t.i for t in clauses.parsed.tokens if t.text == "citizens")
    assert [r.country for r in roles(actors, token)] == ["USA", "CHN"]


def test_bare_police_are_those_of_the_story(read_actors: Read) -> None:
    text = "Kenya held a vote. Kenyan courts were busy. Kenya had expected calm. Police closed the square."
    clauses, actors = read_actors(text)
    token = next(t.i for t in clauses.parsed.tokens if t.text == "Police")
    assert [r.country for r in roles(actors, token)] == ["KEN"]


def test_bare_police_are_nobodys_where_the_story_is_of_two_states(read_actors: Read) -> None:
    text = "Kenya and Chad met. Chad and Kenya agreed. Kenya and Chad signed. Police closed the square."
    clauses, actors = read_actors(text)
    token = next(t.i for t in clauses.parsed.tokens if t.text == "Police")
    assert [r.country for r in roles(actors, token)] == [None]


@pytest.mark.parametrize(
    "text", ["They paid thousands of dollars.", "True justice takes time.", "He appeared in court."]
)
def test_words_that_name_no_group(read_actors: Read, text: str) -> None:
    _, actors = read_actors(text)
    assert [m for m in actors.mentions if m.form in {"group", "role"}] == []


@pytest.mark.parametrize(
    ("text", "head", "country"),
    [
        ("The Kenyan government fell.", "government", "KEN"),
        ("The Biden administration agreed. Joe Biden signed.", "administration", "USA"),
        ("The government of Costa Rica agreed.", "government", "CRI"),
        ("The Western-backed government in Kabul fell.", "government", "AFG"),
        ("Peru hosts Chad. Peru thanked the government and people of Chad.", "government", "TCD"),
        ("Peru hosts Chad. Peru thanked the government and the brave people of Chad.", "government", "TCD"),
        ("Peru hosts Chad. Peru thanked the army and government of Chad.", "government", "TCD"),
    ],
)
def test_government_is_its_state(read_actors: Read, text: str, head: str, country: str) -> None:
    clauses, actors = read_actors(text)
    token = next(t.i for t in clauses.parsed.tokens if t.text == head)
    assert [r.actor for r in roles(actors, token)] == [country.lower()]


def test_with_an_article_of_its_own_only_what_a_state_has_one_of_shares_its_country(
    who: Callable[..., list[Actor]],
) -> None:
    assert [a.country for a in who("Peru thanked the soldiers and the people of Chad.", "the soldiers")] != ["TCD"]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The delegations of Cyprus, Greece and Israel met.", "The delegations", ["CYP", "GRC", "ISR"]),
        ("Officials from France and Germany met.", "Officials", ["FRA", "DEU"]),
        ("Officials from France in Germany met.", "Officials", ["FRA"]),
    ],
)  # fmt: skip
def test_people_of_several_states_are_a_group_of_each(
    who: Callable[..., list[Actor]], text: str, words: str, found: list[str]
) -> None:
    assert [actor.country for actor in who(text, words)] == found


def test_holders_of_one_office_in_several_states_are_each_named(who: Callable[..., list[Actor]]) -> None:
    found = who("The foreign ministers of China and Russia met.", "The foreign ministers")
    assert [actor.id for actor in found] == ["wang-yi", "sergey-lavrov"]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Protesters in Iraq burned tyres.", "Protesters", "IRQ"),
        ("In Iraq, protesters burned tyres.", "protesters", "IRQ"),
        ("Envoys met in Doha, in Qatar, to speak of the hostages.", "the hostages", None),
        ("Allies of the United States in Iraq protested.", "Allies", None),
        ("American allies protested.", "American allies", None),
        ("Chad and Chad's army were named. In Chad, a government official spoke.", "a government official", "TCD"),
        ("A U.S.-led coalition struck the town in Iraq.", "A U.S.-led coalition", "USA"),
    ],
)
def test_a_group_is_of_the_country_in_which_its_clause_is_put(
    who: Callable[..., list[Actor]], text: str, words: str, country: str | None
) -> None:
    assert {actor.country for actor in who(text, words)} <= {country}


def test_those_of_whom_there_are_many_are_one_mention(who: Callable[..., list[Actor]]) -> None:
    text = "Thousands of Chilean protesters marched."
    assert [a.country for a in who(text, "Thousands of Chilean protesters")] == ["CHL"]
    assert who(text, "Chilean protesters") == []


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Chad is at war. Chad suffers. Kenya urged all parties in Chad's talks to stop.", "all parties", "TCD"),
        ("Chad is at war. Chad suffers. Kenya urged the parties to stop.", "the parties", "TCD"),
        ("Chad and Mali are at war. Kenya urged all parties to stop.", "all parties", None),
        ("Chad is at peace. Chad hosts the Conference of the Parties.", "the Parties", None),
    ],
)
def test_parties_to_a_conflict_are_of_its_country(
    who: Callable[..., list[Actor]], text: str, words: str, country: str | None
) -> None:
    assert {a.country for a in who(text, words)} <= {country}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Hassan Nasrallah is dead. His many victims rejoice.", "His many victims", None),
        ("Hamas struck. Kenya stands with the families of the victims.", "the families", None),
        ("Kenya mourns the Israeli hostages.", "the Israeli hostages", "ISR"),
        ("At least 71 people fled Kenya.", "At least 71 people", None),
    ],
)
def test_victims_are_not_of_the_country_of_who_struck(
    who: Callable[..., list[Actor]], text: str, words: str, country: str | None
) -> None:
    assert {a.country for a in who(text, words)} <= {country}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Peru, Chad and Niger held talks. The envoys discussed trade.", ["PER", "TCD", "NER"]),
        ("Peru, Chad and Niger held talks. The envoys of Kenya were absent.", ["KEN"]),
        ("Storms hit Peru, Chad and Niger. The envoys were absent.", [None]),
    ],
)
def test_a_bare_plural_means_those_who_met(read_actors: Read, text: str, countries: list[str | None]) -> None:
    clauses, actors = read_actors(text)
    token = next(t.i for t in clauses.parsed.tokens if t.text == "envoys")
    assert [role.country for role in roles(actors, token)] == countries
