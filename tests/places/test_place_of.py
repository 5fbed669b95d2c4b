"""Where an entry happened. Every sentence is ours."""

from collections.abc import Callable

import pytest
from msgspec import Struct

from communique.clauses import Clauses
from communique.data.gazetteer import Gazetteer, load_gazetteer
from communique.places import find_places, place_of

Read = Callable[..., Clauses]


class NoActors(Struct, frozen=True):
    mentions: tuple[()] = ()
    by_token: dict[int, int] = {}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("sentence", "lemma", "expected"),
    [
        ("The envoys met in Doha on Monday.", "meet", "Doha"),
        ("On Monday in Doha, the envoys met.", "meet", "Doha"),
        ("The minister visited Lima.", "visit", "Lima"),
        ("Troops left Mali.", "leave", "Mali"),
        ("The envoys held talks in Doha.", "talk", "Doha"),
        ("The envoys met in Doha and signed the accord.", "sign", "Doha"),
        ("The envoys met in Doha, calling for calm.", "call", "Doha"),
        ("The attack in Kabul killed ten soldiers.", "attack", "Kabul"),
        ("The attack in Kabul killed ten soldiers.", "kill", None),
        ("The army condemned the attack on Israel.", "attack", "Israel"),
        ("The army condemned the attack on Israel.", "condemn", None),
        ("Rebels began an offensive into Syria.", "offensive", "Syria"),
        ("The patient was airlifted from Omsk to Berlin.", "airlift", "Omsk"),
        ("Peru said in Doha that Chile had shelled the port.", "shell", None),
        ("Peru said in Doha that Chile had shelled the port.", "say", "Doha"),
        ("Kenya sent a letter to Oslo.", "send", None),
        ("Rebels carried out attacks on bases in Iraq.", "attack", "Iraq"),
    ],
)
def test_place_comes_by_syntax(
    clauses_of: Read, gazetteer: Gazetteer, sentence: str, lemma: str, expected: str | None
) -> None:
    clauses = clauses_of(sentence)
    places = find_places(clauses, NoActors(), gazetteer)
    predicate = next(p for p in clauses.predicates if p.lemma == lemma)
    found = place_of(places, clauses, predicate)
    assert (None if found is None else found.name) == expected


def test_words_that_are_the_act_have_the_place_of_speaking(clauses_of: Read, gazetteer: Gazetteer) -> None:
    clauses = clauses_of("Peru said in Doha that Chile must withdraw its troops.")
    places = find_places(clauses, NoActors(), gazetteer)
    predicate = next(p for p in clauses.predicates if p.lemma == "withdraw")
    found = place_of(places, clauses, predicate, performed=True)
    assert found is not None
    assert found.country == "QAT"
