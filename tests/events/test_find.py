"""Who did what to whom, construction by construction. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Event, Role

EventsOf = Callable[..., tuple[Event, ...]]


def countries(roles: tuple[Role, ...]) -> str:
    return " ".join(role.country or "-" for role in roles)


def coded(events: tuple[Event, ...]) -> list[tuple[str, str, str, str]]:
    return [(e.type, e.status, countries(e.actors), countries(e.recipients)) for e in events]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("France expelled six Russian diplomats.", ("SANCTION", "actual", "FRA", "RUS"), id="active"),
        pytest.param(
            "Six Russian diplomats were expelled by France.", ("SANCTION", "actual", "FRA", "RUS"), id="passive"
        ),
        pytest.param("The bombing of Georgia by Russia went on.", ("ASSAULT", "actual", "RUS", "GEO"), id="nominal"),
        pytest.param("Kenya, which condemned Sudan, paid.", ("ACCUSE", "actual", "KEN", "SDN"), id="relative"),
        pytest.param("Peru urged Chile to withdraw its troops.", ("REQUEST", "actual", "PER", "CHL"), id="control"),
        pytest.param("Ghana imposed sanctions on Mali.", ("SANCTION", "actual", "GHA", "MLI"), id="light verb"),
        pytest.param("Norway did not condemn Israel.", ("ACCUSE", "negated", "NOR", "ISR"), id="negation"),
        pytest.param("Norway refused to condemn Israel.", ("REJECT", "actual", "NOR", "ISR"), id="refusal"),
        pytest.param("Japan will meet India on Friday.", ("AGREE", "actual", "JPN", "IND"), id="future meeting"),
        pytest.param("Egypt threatened to attack Ethiopia.", ("THREATEN", "actual", "EGY", "ETH"), id="threat"),
        pytest.param("Iran could attack Iraq.", ("ASSAULT", "hypothetical", "IRN", "IRQ"), id="modal"),
        pytest.param("Canada condemned Iran's policy.", ("ACCUSE", "actual", "CAN", "IRN"), id="owner of a policy"),
        pytest.param("Chile agreed to help Peru.", ("AGREE", "actual", "CHL", "PER"), id="agreement"),
    ],
)
def test_a_construction_is_coded(events_of: EventsOf, sentence: str, expected: tuple[str, ...]) -> None:
    assert coded(events_of(sentence)) == [expected]


def test_coordinated_verbs_share_their_subject(events_of: EventsOf) -> None:
    events = events_of("France praised Tunisia and condemned Libya.")
    assert coded(events) == [("SUPPORT", "actual", "FRA", "TUN"), ("ACCUSE", "actual", "FRA", "LBY")]


def test_all_of_a_list_are_recipients(events_of: EventsOf) -> None:
    (event,) = events_of("France condemned Libya, Chad and Sudan.")
    assert {role.country for role in event.recipients} == {"LBY", "TCD", "SDN"}


def test_joint_subjects_of_a_meeting_are_all_actors(events_of: EventsOf) -> None:
    (event,) = events_of("Japan and India met on Monday.")
    assert (event.type, countries(event.actors), event.recipients) == ("CONSULT", "JPN IND", ())


def test_those_who_accuse_each_other_are_on_both_sides(events_of: EventsOf) -> None:
    (event,) = events_of("Japan and India accused each other of spying.")
    assert (event.type, countries(event.actors), countries(event.recipients)) == ("ACCUSE", "JPN IND", "JPN IND")


def test_the_act_asked_for_is_the_object_of_the_request(events_of: EventsOf) -> None:
    (event,) = events_of("Peru urged Chile to release the prisoners.")
    assert event.type == "REQUEST"
    assert event.object is not None
    assert event.object.type == "RETREAT"


def test_a_denied_attack_is_coded_as_negated(events_of: EventsOf) -> None:
    events = {e.type: e for e in events_of("Sudan denied attacking Chad.")}
    assert events["REJECT"].status == "actual"
    assert events["ASSAULT"].status == "negated"


def test_an_attack_alleged_in_an_accusation_is_coded_too(events_of: EventsOf) -> None:
    assert {"ACCUSE", "ASSAULT"} == {e.type for e in events_of("Turkey accused Syria of bombing Lebanon.")}


def test_a_future_withdrawal_is_a_concession(events_of: EventsOf) -> None:
    (event,) = events_of("Kenya will withdraw its troops from Somalia.")
    assert (event.type, event.status) == ("CONCEDE", "actual")


def test_a_call_is_known_by_the_word_phone(events_of: EventsOf) -> None:
    (event,) = events_of("Macron spoke with Erdogan by phone on Monday.", "2021-05-15")
    assert (event.type, event.mode) == ("CONSULT", "phone")


def test_verb_and_noun_of_one_construction_are_one_event(events_of: EventsOf) -> None:
    events = events_of("In a phone call with India, Japan discussed trade.")
    assert [(e.type, e.mode) for e in events] == [("CONSULT", "phone")]


def test_what_somebody_must_do_is_asked_of_him(events_of: EventsOf) -> None:
    events = events_of('"Russia must leave Georgia," said Germany.')
    assert coded(events) == [("REQUEST", "actual", "DEU", "RUS")]


def test_a_speaker_is_not_the_actor_of_what_he_reports(events_of: EventsOf) -> None:
    (event,) = events_of("Turkey said that Syria had attacked Lebanon.")
    assert (countries(event.actors), countries(event.recipients)) == ("SYR", "LBN")
    assert event.reported_by is not None


def test_the_same_act_told_again_is_linked(events_of: EventsOf) -> None:
    first, second = events_of("France condemned Libya on Monday. Parliament was told. France condemned Libya.")
    assert second.same_as == first.id


def test_an_event_cites_words_inside_the_text(events_of: EventsOf) -> None:
    text = "On Tuesday Ghana sent 300 soldiers to Mali to help its army."
    for event in events_of(text):
        for span in (event.trigger, *event.evidence, *(r.span for r in (*event.actors, *event.recipients))):
            assert 0 <= span.start < span.end <= len(text)


def test_nothing_is_coded_where_nobody_acts(events_of: EventsOf) -> None:
    assert events_of("The weather was fine and the harvest was late.") == ()


@pytest.mark.parametrize(
    "sentence", ["Macron spoke with Scholz about the war in Sudan.", "Macron and Scholz discussed the war in Sudan."]
)
def test_a_call_is_about_whom_its_topic_names(events_of: EventsOf, sentence: str) -> None:
    call = next(e for e in events_of(sentence) if e.type == "CONSULT")
    assert [topic.id for topic in call.about] == ["sdn"]


def test_acts_of_one_sentence_are_merged_and_those_of_two_are_not(events_of: EventsOf) -> None:
    one = events_of("In a call with Scholz, Macron discussed trade with Scholz.")
    two = events_of("Macron met Scholz. Macron met Scholz.")
    assert [e.type for e in one] == ["CONSULT"]
    assert [e.type for e in two] == ["CONSULT", "CONSULT"]
    assert two[1].same_as == two[0].id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Iraqi forces killed the rebel Omar Dag on Monday. Dag was killed in an airstrike.",
            [("ASSAULT", "actual", "IRQ", "-"), ("ASSAULT", "actual", "IRQ", "-")],
            id="the doer of the other telling",
        ),
        pytest.param(
            "Iraqi forces killed the rebel Omar Dag. Iranian forces killed Dag, others said. Dag was killed in an airstrike.",
            [("ASSAULT", "actual", "IRQ", "-"), ("ASSAULT", "actual", "IRN", "-"), ("ASSAULT", "actual", "", "-")],
            id="nobody where tellings differ",
        ),
        pytest.param(
            "Peru demanded reforms from Chile. Peru demanded elections.",
            [("REQUEST", "actual", "PER", "CHL"), ("REQUEST", "actual", "PER", "")],
            id="requests are many",
        ),
        pytest.param(
            "Norway recalled its chiefs of missions from El Salvador, Honduras and Panama.",
            [("SANCTION", "actual", "NOR", "SLV HND PAN")],
            id="all of a list",
        ),
        pytest.param(
            "The presidents of Peru and Chile discussed issues of shared importance with China.",
            [("CONSULT", "actual", "PER CHL", "")],
            id="whom a topic is tied to",
        ),
        pytest.param(
            "Chad called for elections in Niger.", [("REQUEST", "actual", "TCD", "NER")], id="the party's own affair"
        ),
        pytest.param(
            "Chad called for a ceasefire in Niger.", [("REQUEST", "actual", "TCD", "")], id="what two sides must do"
        ),
        pytest.param(
            "Chilean students marched through the capital.",
            [("PROTEST", "actual", "CHL", "CHL")],
            id="against their government",
        ),
        pytest.param(
            "World leaders including William Ruto and Narendra Modi condemned Peru.",
            [("ACCUSE", "actual", "KEN IND", "PER")],
            id="those that are named of a group without a country",
        ),
        pytest.param(
            "Chad turned down Niger's offer of buses.",
            [("REJECT", "actual", "TCD", "NER"), ("AGREE", "actual", "NER", "")],
            id="an offer that is turned down was made",
        ),
        pytest.param(
            "Chad shelled a town in Niger. Ten Nigerien farmers were killed in the shelling.",
            [("ASSAULT", "actual", "TCD", "NER"), ("ASSAULT", "actual", "TCD", "NER")],
            id="who died in an act told before died by its doer",
        ),
        pytest.param(
            "Chad shelled a town in Niger. Ten Nigerien farmers were killed in a shelling.",
            [("ASSAULT", "actual", "TCD", "NER"), ("ASSAULT", "actual", "", "NER")],
            id="of another act nobody knows the doer",
        ),
        pytest.param(
            "Queen Mary of Denmark left at the request of Prime Minister Mette Frederiksen.",
            [("REQUEST", "actual", "DNK", "DNK")],
            id="who complies was asked",
        ),
        pytest.param(
            "Peru, Chad, and Kenya condemned Niger.",
            [("ACCUSE", "actual", "PER TCD KEN", "NER")],
            id="the second of three states is no apposition",
        ),
        pytest.param(
            "Ten Chilean students were arrested on Monday, Peruvian police said.",
            [("COERCE", "actual", "PER", "CHL")],
            id="police who tell of arrests made them",
        ),
        pytest.param(
            "Ten Chilean students were arrested on Monday, the Chilean embassy said.",
            [("COERCE", "actual", "", "CHL")],
            id="others who tell of arrests did not make them",
        ),
        pytest.param(
            "Peru's ambassador left Chad on Monday. Peru had recalled him.",
            [("SANCTION", "actual", "PER", "TCD")],
            id="a pronoun is what the report calls whom it means",
        ),
        pytest.param(
            "Peru had charged Chad with looking away.",
            [("ACCUSE", "actual", "PER", "TCD")],
            id="what a frame needs may be a gerund",
        ),
        pytest.param(
            '"Free the fishermen," the president of Kenya told Somalia.',
            [("REQUEST", "actual", "KEN", "SOM")],
            id="an order in quotation marks asks whoever is told",
        ),
        pytest.param(
            '"Let the ships through," the president of Kenya urged Somalia.',
            [("REQUEST", "actual", "KEN", "SOM")],
            id="order and verb ask once",
        ),
        pytest.param("Chad will apologise to Niger.", [("CONCEDE", "future", "TCD", "NER")], id="a concession to come"),
        pytest.param(
            "The attack carried out by Iran on Iraq shocked farmers.",
            [("ASSAULT", "actual", "IRN", "IRQ")],
            id="a participle with a doer carries its noun",
        ),
        pytest.param(
            "The attack condemned by Iran killed two men.",
            [("ACCUSE", "actual", "IRN", "")],
            id="who condemns an attack did not make it",
        ),
        pytest.param(
            "Peru expelled two envoys of Chile. Chile denounced the expulsion.",
            [("SANCTION", "actual", "PER", "CHL"), ("ACCUSE", "actual", "CHL", "PER")],
            id="who condemns an act told before condemns its doer",
        ),
        pytest.param(
            "Peru expelled two envoys of Chile. Spain expelled one of Chad. Chile denounced the expulsions.",
            [
                ("SANCTION", "actual", "PER", "CHL"),
                ("SANCTION", "actual", "ESP", "TCD"),
                ("ACCUSE", "actual", "CHL", ""),
            ],
            id="where two did it, neither is meant for sure",
        ),
    ],
)
def test_parties_left_out_and_listed(events_of: EventsOf, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert coded(events_of(text)) == expected
