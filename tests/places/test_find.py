"""Where a name is a place, which one, and where it is none. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.clauses import Clauses
from communique.places import Places
from communique.types import Place


@pytest.fixture(scope="module")
def places_of(read_places: Callable[..., tuple[Clauses, Places]]) -> Callable[[str], Places]:
    return lambda text: read_places(text)[1]


def named(places: Places, name: str) -> Place:
    return next(p for p in places.places if p.name == name)


@pytest.mark.parametrize(
    ("sentence", "name", "country", "kind"),
    [
        ("The envoys met in Doha.", "Doha", "QAT", "capital"),
        ("The envoys met in Geneva.", "Geneva", "CHE", "city"),
        ("The envoys met near Tripoli.", "Tripoli", "LBY", "capital"),
        ("The king travelled to Oslo.", "Oslo", "NOR", "capital"),
        ("The minister visited Lima.", "Lima", "PER", "capital"),
        ("Troops withdrew from Mali.", "Mali", "MLI", "country"),
        ("Rockets fell outside Herat.", "Herat", "AFG", "city"),
        ("The envoys met in Bogotá.", "Bogotá", "COL", "capital"),
        ("Fighting went on in the province of Panjshir.", "Panjshir", "AFG", "division"),
        ("Protesters marched in the Serbian capital Belgrade.", "Belgrade", "SRB", "capital"),
        ("The envoys met in Washington, D.C., on Monday.", "Washington, D.C.", "USA", "capital"),
        ("The envoys met in New York.", "New York", "USA", "city"),
        ("Troops landed at Baghdad International Airport.", "Baghdad International Airport", "IRQ", "airport"),
        ("Guards fired across the Line of Control.", "Line of Control", None, "line"),
        ("A tanker was seized in the Strait of Hormuz.", "Strait of Hormuz", None, "strait"),
        ("Ships met in the South China Sea.", "South China Sea", None, "sea"),
        ("Russia deployed troops in Crimea.", "Crimea", "UKR", "region"),
        ("Monitors were sent to Nagorno-Karabakh.", "Nagorno-Karabakh", "AZE", "region"),
        ("A missile struck Kharkiv.", "Kharkiv", "UKR", "city"),
        ("The invasion of Ukraine was condemned.", "Ukraine", "UKR", "country"),
        ("An attack on Israel was foiled.", "Israel", "ISR", "country"),
        ("The Kabul airport was closed.", "Kabul airport", "AFG", "airport"),
        ("The exile lived in Virginia.", "Virginia", "USA", "division"),
        ("They met in Israel's largest city, Jerusalem.", "Israel", "ISR", "country"),
        # A name that is seldom a government's, after a preposition; one that never is, anywhere.
        ("He spoke with survivors of Hiroshima.", "Hiroshima", "JPN", "city"),
        ("The accord would bring peace to the Korean Peninsula.", "Korean Peninsula", None, "region"),
        ("Aid for Western Sahara was cut.", "Western Sahara", "ESH", "territory"),
        ("The Red Sea is a trade route.", "Red Sea", None, "sea"),
        ("A missile was fired over Japan.", "Japan", "JPN", "country"),
        ("Refugees from Chad were counted.", "Chad", "TCD", "country"),
        ("Thousands fled to Chad.", "Chad", "TCD", "country"),
        ("Firms inside and outside of Chad were fined.", "Chad", "TCD", "country"),
        ("They met in Otranto, Italy, on Monday.", "Italy", "ITA", "country"),
        ("They met at the airport, Al Udeid, on Monday.", "Al Udeid", "QAT", "base"),
        ("The Minsk protests went on.", "Minsk", "BLR", "capital"),
        ("They met in the State of Texas.", "State of Texas", "USA", "division"),
        ("Protesters marched in Florida.", "Florida", "USA", "division"),
        ("The envoys met at the White House.", "White House", "USA", "seat"),
        ("Rome, Italy\n\nThe king met the duke.", "Rome", "ITA", "capital"),
    ],
)
def test_name_under_a_word_of_place_is_a_place(
    places_of: Callable[[str], Places], sentence: str, name: str, country: str | None, kind: str
) -> None:
    place = named(places_of(sentence), name)
    assert (place.country, place.kind) == (country, kind)
    assert place.latitude is not None
    assert place.longitude is not None


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("They met in Libya and Syria.", ["Libya", "Syria"]),
        ("They met in Niamey, Niger, on Monday.", ["Niamey", "Niger"]),
        ("Peru, Chile, Ecuador, and Bolivia signed the accord.", []),
        ("Envoys flew to Cairo, Doha and Muscat.", ["Cairo", "Doha", "Muscat"]),
    ],
)
def test_names_beside_a_place_are_places(places_of: Callable[[str], Places], sentence: str, names: list[str]) -> None:
    assert [p.name for p in places_of(sentence).places] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Kabul said the talks had failed.",
        "Iran rejected Beijing's demands.",
        "Moscow and Kyiv signed the accord.",
        "The Geneva Conventions protect prisoners.",
        "The Washington Post reported the meeting.",
        "Chile left the Paris Agreement.",
        "The minister spoke with Jordan Smith.",
        "President Jackson praised the army.",
        "China respects the Iran deal.",
        "The bank sent aid to Ukraine.",
        "The claim came as a denial from Moscow.",
        "The UN adopted a resolution.",
        "French officials praised the accord.",
        "Norway called on Turkey to stop.",
        "The council imposed sanctions on Belarus.",
        "There was little trust in Washington.",
        "The Bank of China closed.",
        "The clerk of the Embassy of Chad resigned.",
        "The march began on Monday.",
        # A part of the name of a body, a meeting, a treaty or a title.
        "The University of Nevada was closed.",
        "The United Nations Interim Force in Lebanon protested.",
        "The Islamic State of Iraq claimed it.",
        "The Organization for Security and Cooperation in Europe agreed.",
        "They praised the Summit of the Americas.",
        "The Mekong River Commission agreed.",
        "He told The Atlantic that it was over.",
        # Governments, and what is theirs.
        "Hong Kong student groups agreed.",
        "Chile expelled the ambassador to Peru.",
        "The minister criticised Texas.",
        "The accord with Catalonia was signed.",
        "The U.S. side confirmed it.",
        "Workers blocked the Europe Bridge.",
    ],
)
def test_governments_titles_and_persons_are_no_places(places_of: Callable[[str], Places], sentence: str) -> None:
    assert places_of(sentence).places == ()


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("They met in Paris, Texas, on Monday.", "Paris", "USA"),
        ("They met in Paris on Monday.", "Paris", "FRA"),
        ("They met in Tripoli, Lebanon, on Monday.", "Tripoli", "LBN"),
        ("They met in Wilmington, Delaware, on Monday.", "Wilmington", "USA"),
        ("They met in Georgia on Monday.", "Georgia", "GEO"),
        ("They met in Vienna on Monday.", "Vienna", "AUT"),
        ("They met in Wilmington, Delaware, on Monday.", "Delaware", "USA"),
        ("They met in Quito. Shells fell in Tripoli near Beirut.", "Tripoli", "LBN"),
        ("They met in Atlanta and later in Georgia.", "Georgia", "USA"),
        ("They met in Kinshasa and later in Congo.", "Congo", "COD"),
        ("They met in Ottawa and later in London.", "London", "GBR"),
        ("They met in Washington and later in Geneva.", "Geneva", "CHE"),
        ("They met in Calgary and later in Victoria.", "Victoria", "CAN"),
        ("They met in Madrid and later in Granada.", "Granada", "ESP"),
    ],
)
def test_the_right_one_of_many_is_taken(
    places_of: Callable[[str], Places], sentence: str, name: str, country: str
) -> None:
    assert named(places_of(sentence), name).country == country


@pytest.mark.parametrize("name", ["Congo", "Victoria", "Cambridge"])
def test_unsure_name_keeps_its_candidates_and_no_country(places_of: Callable[[str], Places], name: str) -> None:
    place = named(places_of(f"Fighting went on in {name}."), name)
    assert (place.country, place.latitude) == (None, None)
    assert len(place.candidates) > 1


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("They met in Wilmington, Delaware, on Monday.", "Delaware", "division"),
        ("Envoys flew to Cairo, Doha and Muscat.", "Doha", "capital"),
    ],
)
def test_name_after_a_comma_is_the_place_that_can_hold_the_first(
    places_of: Callable[[str], Places], sentence: str, name: str, kind: str
) -> None:
    assert named(places_of(sentence), name).kind == kind


def test_city_names_its_container_and_a_country_none(places_of: Callable[[str], Places]) -> None:
    places = places_of("They met in Herat, Afghanistan.")
    assert named(places, "Herat").container == "Afghanistan"
    assert named(places, "Afghanistan").container is None


def test_disputed_area_is_marked(places_of: Callable[[str], Places]) -> None:
    assert named(places_of("Shells fell in Kashmir."), "Kashmir").disputed


def test_place_of_a_date_line_is_found(places_of: Callable[[str], Places]) -> None:
    assert named(places_of("HANOI — The minister praised the army."), "HANOI").country == "VNM"


def test_spans_are_the_words(places_of: Callable[[str], Places]) -> None:
    text = "They met in Port Sudan and Niamey."
    assert [text[p.span.start : p.span.end] for p in places_of(text).places] == ["Port Sudan", "Niamey"]


@pytest.mark.parametrize(
    ("sentence", "word", "form", "names"),
    [
        ("They met in Washington.", "Washington", "metonym", ["Washington"]),
        ("They met in Washington.", "Washington", "family", ["Washington"]),
        ("Voters have trust in Washington.", "Washington", "family", []),
        ("The army praised Washington.", "Washington", "family", []),
        ("Troops marched to Washington.", "Washington", "metonym", ["Washington"]),
        ("Kenya sent a letter to Washington.", "Washington", "metonym", []),
        ("Troops left Washington.", "Washington", "metonym", []),
        ("Troops marched to Washington.", "Washington", "name", ["Washington"]),
    ],
)
def test_mentions_of_actors_are_places_only_where_something_happens_there(
    read_places: Callable[..., tuple[Clauses, Places]], sentence: str, word: str, form: str, names: list[str]
) -> None:
    assert [p.name for p in read_places(sentence, word, form=form)[1].places] == names
