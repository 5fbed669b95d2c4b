"""Which date an entry gets. Every sentence is ours; the day of publication is Wednesday 15 May 2024."""

from collections.abc import Callable

import pytest

from communique.clauses import Clauses
from communique.data.times import load_times
from communique.times import date_of, find_times

Read = Callable[..., Clauses]
RULES = load_times()


def date(clauses: Clauses, lemma: str, *, performed: bool = False) -> tuple[str | None, str] | None:
    predicate = next(p for p in clauses.predicates if p.lemma == lemma)
    found = date_of(find_times(clauses, RULES), clauses, predicate, performed=performed)
    return None if found is None else (found.start, found.basis)


@pytest.mark.parametrize(
    ("sentence", "lemma", "expected"),
    [
        ("Kenya expelled the envoy on Monday.", "expel", ("2024-05-13", "stated")),
        ("On Monday, Kenya expelled the envoy.", "expel", ("2024-05-13", "stated")),
        ("Kenya said on Monday that it had expelled the envoy.", "say", ("2024-05-13", "stated")),
        ("Kenya said on Monday that it had expelled the envoy.", "expel", None),
        ("Kenya announced Tuesday that it will expel the envoy.", "expel", None),
        ("Kenya said that it had expelled the envoy on Monday.", "expel", ("2024-05-13", "stated")),
        ("On Friday, rebels took the port and shelled the town.", "shell", ("2024-05-10", "inherited")),
        ("On Friday, Peru recalled its envoy, calling the vote a fraud.", "call", ("2024-05-10", "inherited")),
        ("The attack on Monday killed ten people.", "attack", ("2024-05-13", "stated")),
        ("The May 3 attack killed ten people.", "attack", ("2024-05-03", "stated")),
        ("Monday's meeting failed.", "meeting", ("2024-05-13", "stated")),
        ("The presidents held talks on Monday.", "talk", ("2024-05-13", "inherited")),
        ("Chile imposed sanctions on Monday.", "sanction", ("2024-05-13", "inherited")),
        ("On Monday, Chile blamed the sanctions.", "sanction", None),
        ("Troops began deploying yesterday.", "deploy", ("2024-05-14", "stated")),
        ("The president visited Lima.", "visit", None),
        ("Chad was condemned in a joint statement by Peru and Chile on May 3.", "condemn", ("2024-05-03", "stated")),
        ("Chad was condemned in a town that fell on May 3.", "condemn", None),
        ("The island voted on May 3 to leave the union.", "leave", ("2024-05-03", "inherited")),
        ("On the eve of the anniversary of the siege on October 7, 2018, Chad protested.", "protest", (None, "stated")),
        ("The envoys last Tuesday met the rebels.", "meet", ("2024-05-07", "stated")),
        ("Peru, which had signed the accord in 2015, left it on Monday.", "leave", ("2024-05-13", "stated")),
        ("Peru, which had signed the accord in 2015, left it on Monday.", "sign", ("2015-01-01", "stated")),
    ],
)
def test_date_comes_by_syntax(clauses_of: Read, sentence: str, lemma: str, expected: tuple[str, str] | None) -> None:
    assert date(clauses_of(sentence), lemma) == expected


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        (
            "The minister met the envoy today in Lima. The minister urged Peru to sign.",
            "urge",
            ("2024-05-15", "inherited"),
        ),
        ("On Monday, the minister flew to Lima. He praised the army.", "praise", ("2024-05-13", "inherited")),
        ("On Monday, the minister flew to Lima. Chile praised the army.", "praise", None),
        ("In 2007, the minister flew to Lima. He praised the army.", "praise", None),
        (
            "Envoy Rey met Minister Paz yesterday. The two discussed trade. Envoy Rey condemned the raid.",
            "condemn",
            ("2024-05-14", "inherited"),
        ),
        (
            "A storm hit Lima. It rained. Ships sank. On May 2, Rey and Paz held talks. The ministers signed a pact.",
            "sign",
            ("2024-05-02", "inherited"),
        ),
        (
            "A storm hit Lima. It rained. Ships sank. On May 2, Lima held elections. The ministers signed a pact.",
            "sign",
            None,
        ),
        ("Envoy Rey met Minister Paz on Monday. The ministers later visited the king.", "visit", None),
        (
            "Rey met Paz on Monday. On Tuesday, protesters marched in Lima. The ministers condemned the raid.",
            "condemn",
            None,
        ),
        ("On Monday, the minister flew to Lima. He has praised the army.", "praise", None),
    ],
)
def test_day_goes_on_with_the_same_subject(
    clauses_of: Read, text: str, lemma: str, expected: tuple[str, str] | None
) -> None:
    assert date(clauses_of(text), lemma) == expected


def test_words_that_are_the_act_have_the_day_of_speaking(clauses_of: Read) -> None:
    clauses = clauses_of("Kenya said on Monday that rebels should leave the town.")
    assert date(clauses, "leave") is None
    assert date(clauses, "leave", performed=True) == ("2024-05-13", "inherited")


def test_every_token_of_an_expression_leads_to_it(clauses_of: Read) -> None:
    clauses = clauses_of("They met early on Monday.")
    times = find_times(clauses, RULES)
    words = {clauses.parsed.tokens[t].text for t in times.by_token}
    assert words == {"early", "on", "Monday"}
