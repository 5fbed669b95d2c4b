"""Where an entry happened. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.clauses import Clauses
from communique.places import Places, place_of
from communique.types import EventPlace

Where = Callable[..., EventPlace | None]


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
        ("A number of attacks took place in Kabul.", "attack", "Kabul"),
        ("The king met the duke on the sidelines of the summit in Oslo.", "meet", "Oslo"),
        ("The king made a trip to Peru, Chile and Bolivia.", "trip", None),
        ("The king made a trip to Rome, Milan and Turin.", "trip", "Rome"),
        ("The invasion of Ukraine hurt food security in Pakistan.", "invasion", "Ukraine"),
        ("They discussed the clashes in Peru and their commitment to peace.", "commitment", None),
        ("In Lima they discussed the clashes and their commitment to peace.", "commitment", "Lima"),
        ("The report told of his murder and burial in Rome.", "murder", "Rome"),
        ("The envoys met for a summit in Rome.", "meet", "Rome"),
        ("The envoys called for a smooth transition in Peru.", "call", None),
        ("They praised Anna Berg and the staff in Rome.", "praise", None),
        ("They attended a meeting of ministers in Berlin.", "attend", "Berlin"),
        ("They discussed the war against Chad, Mali, Niger and Benin.", "war", "Chad"),
        ("The envoys in Oslo discussed how the states could support peace.", "support", None),
        ("Rebels carried out attacks on bases in Iraq.", "attack", "Iraq"),
    ],
)
def test_place_comes_by_syntax(where: Where, sentence: str, lemma: str, expected: str | None) -> None:
    found = where(sentence, lemma)
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
    where: Where, sentence: str, party: tuple[str, str], lemma: str, expected: str | None
) -> None:
    found = where(sentence, lemma, party[0], form=party[1])
    assert (None if found is None else found.name) == expected


def test_words_that_are_the_act_have_the_place_of_speaking(read_places: Callable[..., tuple[Clauses, Places]]) -> None:
    clauses, places = read_places("Peru said in Doha that Chile must withdraw its troops.")
    predicate = next(p for p in clauses.predicates if p.lemma == "withdraw")
    found = place_of(places, clauses, predicate, performed=True)
    assert found is not None
    assert found.country == "QAT"
