"""Where an entry happened. Every sentence is ours."""

from collections.abc import Callable

import pytest
from msgspec import Struct

from communique.clauses import Clauses
from communique.data.gazetteer import Gazetteer, load_gazetteer
from communique.places import find_places, place_of

Read = Callable[..., Clauses]


class Mention(Struct, frozen=True):
    actors: tuple[str, ...] = ()
    form: str = "name"
    country: str | None = None


class Some(Struct, frozen=True):
    mentions: tuple[Mention, ...] = ()
    by_token: dict[int, int] = {}


NoActors = Some


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
        ("The envoys discussed the crisis in Peru.", "discuss", None),
        ("On Monday in Lima the envoys discussed the crisis.", "discuss", "Lima"),
        ("Chad backed militias across Mali.", "back", None),
        ("The envoys hailed the pact in Niamey on Sunday.", "hail", "Niamey"),
        ("The army began an invasion of Peru.", "begin", "Peru"),
        ("The army recalled the invasion of Peru.", "recall", None),
        ("The rebels lost control of Mosul.", "lose", "Mosul"),
        ("The king visited Oslo, the site where the envoys signed the pact.", "sign", "Oslo"),
        ("The king left Lima for Oslo, where the envoys signed the pact.", "sign", "Oslo"),
        ("The court held a trial in Peru in which it charged ten men.", "charge", "Peru"),
        ("The court held a trial in Peru which angered Chile.", "anger", None),
        ("The group condemned the killings in Kabul.", "killing", "Kabul"),
        ("The group condemned the killings in Kabul.", "condemn", None),
        ("The envoys met in Oslo to sign the pact.", "sign", "Oslo"),
        ("The group claimed the attack that day in Kabul.", "attack", "Kabul"),
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


@pytest.mark.parametrize(
    ("sentence", "party", "lemma", "expected"),
    [
        # A party with a name is nowhere by its nature; one with a role is, unless a day goes on with the clause.
        ("The king met the envoy Anna Berg in Oslo.", ("Berg", "name"), "meet", "Oslo"),
        ("The king met a leader in Oslo on Monday.", ("leader", "role"), "meet", "Oslo"),
        ("The king opened a summit between a chief and a leader in Oslo.", ("leader", "role"), "summit", "Oslo"),
        ("The king held a call with counterparts in Oslo.", ("counterparts", "role"), "call", None),
        ("Negotiators in Oslo called on Peru to stop.", ("Negotiators", "role"), "call", None),
    ],
)
def test_place_steps_over_the_parties_before_it(
    clauses_of: Read, gazetteer: Gazetteer, sentence: str, party: tuple[str, str], lemma: str, expected: str | None
) -> None:
    clauses = clauses_of(sentence)
    token = next(t.i for t in clauses.parsed.tokens if t.text == party[0])
    places = find_places(clauses, Some(mentions=(Mention(form=party[1]),), by_token={token: 0}), gazetteer)
    predicate = next(p for p in clauses.predicates if p.lemma.split(" ")[0] == lemma)
    found = place_of(places, clauses, predicate)
    assert (None if found is None else found.name) == expected


def test_words_that_are_the_act_have_the_place_of_speaking(clauses_of: Read, gazetteer: Gazetteer) -> None:
    clauses = clauses_of("Peru said in Doha that Chile must withdraw its troops.")
    places = find_places(clauses, NoActors(), gazetteer)
    predicate = next(p for p in clauses.predicates if p.lemma == "withdraw")
    found = place_of(places, clauses, predicate, performed=True)
    assert found is not None
    assert found.country == "QAT"
