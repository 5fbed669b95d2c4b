"""Office-days with a holder, told to be vacant, or missing."""

from communique.data.coverage import CoverageRules, load_coverage
from communique.data.registry import Registry
from communique.registry import Coverage, measure_coverage

RULES = CoverageRules(
    since="2009-01-01", roles=("head_of_state", "head_of_government", "foreign_minister"), states=("ARL",)
)


def _measured(registry: Registry, until: str) -> dict[str, Coverage]:
    return {found.role: found for found in measure_coverage(registry, RULES, until)}


def test_days_of_tenures_are_held_and_the_rest_is_a_gap(registry: Registry) -> None:
    found = _measured(registry, "2010-12-31")["foreign_minister"]
    assert (found.days, found.held, found.vacant) == (730, 306, 0)
    assert found.gaps == (("2009-01-01", "2010-02-28"),)


def test_a_vacancy_is_no_gap(registry: Registry) -> None:
    found = _measured(registry, "2010-12-31")["head_of_state"]
    assert (found.held, found.vacant, found.gaps) == (365, 365, ())


def test_the_days_of_an_office_that_plays_the_role_count(registry: Registry) -> None:
    assert _measured(registry, "2009-12-31")["head_of_government"].held == 365


def test_days_after_known_until_are_a_gap(registry: Registry) -> None:
    assert _measured(registry, "2021-01-31")["foreign_minister"].gaps[-1] == ("2021-01-01", "2021-01-31")


def test_the_promise_is_of_sixty_states() -> None:
    rules = load_coverage()
    assert len(set(rules.states)) == 60
    assert rules.since == "2000-01-01"
