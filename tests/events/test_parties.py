"""Who did it to whom, structure by structure, each with a near miss. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.types import Event, Role

EventsOf = Callable[..., tuple[Event, ...]]


def countries(roles: tuple[Role, ...]) -> str:
    return " ".join(sorted(role.country or "-" for role in roles))


def sides(events: tuple[Event, ...], kind: str) -> list[tuple[str, str]]:
    return [(countries(e.actors), countries(e.recipients)) for e in events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param("It was Cuba that condemned Haiti.", "ACCUSE", [("CUB", "HTI")], id="cleft"),
        pytest.param("It was Chad that Cuba condemned.", "ACCUSE", [("CUB", "TCD")], id="cleft object"),
        pytest.param(
            "It was not Chad but Niger that condemned Haiti.", "ACCUSE", [("NER", "HTI")], id="cleft with contrast"
        ),
        pytest.param(
            "The tents Norway shipped to Nepal came late.", "AID", [("NOR", "NPL")], id="relative without pronoun"
        ),
        pytest.param(
            "The country that Hungary accused of sabotage is Serbia.", "ACCUSE", [("HUN", "SRB")], id="misread relative"
        ),
        pytest.param(
            "Egypt was given assurances by Kenya that it would send rice.",
            "AGREE",
            [("KEN", "EGY")],
            id="given assurances",
        ),
        pytest.param("Chad is under Norwegian sanctions.", "SANCTION", [("NOR", "TCD")], id="under sanctions"),
        pytest.param("The Fijian president is on a visit to Nepal.", "CONSULT", [("FJI", "NPL")], id="on a visit"),
        pytest.param("Fiji and Chad are in talks with Nepal.", "CONSULT", [("FJI TCD", "NPL")], id="in talks"),
        pytest.param(
            "The Peruvian president was in Oslo for talks with the Norwegian premier.",
            "CONSULT",
            [("PER", "NOR")],
            id="there for talks",
        ),
        pytest.param(
            "The Peruvian president won praise for talks with the Norwegian premier.",
            "CONSULT",
            [("", "NOR")],
            id="praised for talks",
        ),
        pytest.param(
            "The Peruvian envoy condemned Chad after talks with the Norwegian premier.",
            "CONSULT",
            [("PER", "NOR")],
            id="after talks",
        ),
        pytest.param(
            "A raid that killed four Chadian soldiers shook Niger.", "ASSAULT", [("", "TCD")], id="raid that killed"
        ),
        pytest.param(
            "Fighting between Chad and Niger went on.", "ASSAULT", [("NER TCD", "NER TCD")], id="fought between"
        ),
        pytest.param(
            "Kenya threatened to launch strikes against Somalia.", "THREATEN", [("KEN", "SOM")], id="threatened object"
        ),
        pytest.param(
            "The Greek envoy spoke of the accord between Chad and Niger, calling it illegal.",
            "ACCUSE",
            [("GRC", "NER TCD")],
            id="calling it",
        ),
        pytest.param(
            "The Greek envoy urged Chadian de-escalation and the withdrawal of troops from Niger's borders.",
            "REQUEST",
            [("GRC", "TCD")],
            id="withdrawal from a victim",
        ),
        pytest.param(
            "The Greek envoy demanded an apology from Niger.", "REQUEST", [("GRC", "NER")], id="apology from its author"
        ),
        pytest.param(
            "Chad condemned the launches as a violation of the rights of Peru.", "ACCUSE", [("TCD", "")], id="as what"
        ),
        pytest.param(
            "Niger shelled a Malian town. Chad condemned such acts.", "ACCUSE", [("TCD", "NER")], id="such acts"
        ),
        pytest.param(
            "Chad's general admitted that his army shelled the Malian town.", "ASSAULT", [("TCD", "MLI")], id="admitted"
        ),
        pytest.param(
            "Chad's general admitted that his army would shell the Malian town.",
            "ASSAULT",
            [],
            id="admitted plan",
        ),
        pytest.param(
            "France joined Germany in condemning Serbia.", "ACCUSE", [("DEU FRA", "SRB")], id="joined in an act"
        ),
        pytest.param(
            "France joined Germany and condemned Serbia.", "ACCUSE", [("FRA", "SRB")], id="joined, then acted"
        ),
        pytest.param(
            "Kuwait, together with Jordan, sent flour to Gaza.", "AID", [("JOR KWT", "PSE")], id="together with"
        ),
        pytest.param("Turkey, Greece agree to resume talks", "AGREE", [("GRC TUR", "")], id="pair of a headline"),
        pytest.param("Norway flew tents home to Peru.", "AID", [("NOR", "PER")], id="home to"),
        pytest.param(
            "Niger pledged in a meeting with the Kenyan president to disarm if Chad sent money.",
            "AGREE",
            [("NER", "KEN")],
            id="pledged in a meeting",
        ),
        pytest.param(
            "Chad demanded that Niger pay. Niger rejected the demand.", "REJECT", [("NER", "TCD")], id="the demand told"
        ),
        pytest.param("Chad left. Niger rejected the demand.", "REJECT", [("NER", "")], id="the demand of nobody"),
        pytest.param(
            "Protesters in Peru demanded reforms.", "REQUEST", [("PER", "PER")], id="demanded by demonstrators"
        ),
        pytest.param(
            "Chad defended itself against Niger's aggression.",
            "ASSAULT",
            [("NER", "TCD")],
            id="defends itself",
        ),
        pytest.param("The lawyer sued Chad on behalf of Niger.", "ACCUSE", [("NER", "TCD")], id="on behalf of whom"),
        pytest.param(
            "The Norwegian envoy sued Chad on behalf of Niger.", "ACCUSE", [("NOR", "TCD")], id="envoy on behalf of"
        ),
        pytest.param(
            "At the direction of the Peruvian president, Peruvian troops carried out strikes in Chad.",
            "ASSAULT",
            [("PER", "TCD")],
            id="who bids is not struck",
        ),
        pytest.param(
            "Norway's premier published a letter condemning Chad.", "ACCUSE", [("NOR", "TCD")], id="posted words"
        ),
        pytest.param(
            "The Norwegian envoy will travel to Nairobi, Lima and Cairo.",
            "AGREE",
            [("NOR", "EGY KEN PER")],
            id="places of a journey",
        ),
        pytest.param(
            "Peru declared a curfew over unrest on its border with Chad.", "COERCE", [("PER", "PER")], id="curfew"
        ),
        pytest.param("Kenyan police arrested ten men.", "COERCE", [("KEN", "KEN")], id="arrested at home"),
        pytest.param("Kenyan police arrested ten Chadians.", "COERCE", [("KEN", "TCD")], id="arrested abroad"),
        pytest.param(
            "An agreement has been reached with Chad, the Nigerien government said.",
            "AGREE",
            [("NER", "TCD")],
            id="agreement told by one side",
        ),
        pytest.param(
            "An agreement has been reached with Chad by Kenya, the Nigerien government said.",
            "AGREE",
            [("KEN", "TCD")],
            id="agreement told by another",
        ),
        pytest.param(
            "Kenya's president met the Chadian president on Monday. He urged restraint.",
            "REQUEST",
            [("KEN", "TCD")],
            id="urged in a talk",
        ),
        pytest.param(
            "Kenya's president met the Chadian president on Monday. He urged restraint, as Libya had done.",
            "REQUEST",
            [("KEN", "")],
            id="urged of others in a talk",
        ),
    ],
)
def test_parties_of_a_structure(events_of: EventsOf, text: str, kind: str, expected: list[tuple[str, str]]) -> None:
    assert sides(events_of(text), kind) == expected
