"""Officials of the publisher, whom its releases give no country. Every sentence is ours."""

import re
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from communique.actors import find_actors
from communique.clauses import find_clauses
from communique.data.mentions import load_mention_words
from communique.data.registry import Registry
from communique.data.times import load_times
from communique.parse.parsed import Parsed
from communique.times import Times

PUBLISHERS = {"USA": "US Department of State", "GBR": "Foreign Office"}


@pytest.fixture(scope="session")
def country_of(parse: Callable[..., Parsed], registry: Registry) -> Callable[..., str | None]:
    """The country of the person of that family name in a release of a state."""

    def find(text: str, family: str, publisher: str | None) -> str | None:
        parsed = parse(text, "2021-08-16")
        parsed = replace(parsed, report=replace(parsed.report, publisher=publisher))
        actors = find_actors(find_clauses(parsed), registry, Times(verbs=load_times().verbs))
        return next(a.country for a in actors.actors if a.kind == "person" and a.name.endswith(family))

    return find


def _cases() -> Iterator[tuple[str, str, bool]]:
    for entry in load_mention_words().home_title_entries:
        yield from ((entry.country, line, True) for line in entry.examples)
        yield from ((entry.country, line, False) for line in entry.rejects)


@pytest.mark.parametrize(("country", "line", "own"), list(_cases()))
def test_examples_are_of_the_publisher_and_rejects_are_not(
    country_of: Callable[..., str | None], country: str, line: str, own: bool
) -> None:
    family = next(w for w in ("Quill", "Cole") if w in line)
    found = country_of(re.sub(r"[\[\]]", "", line), family, PUBLISHERS[country])
    assert (found == country) is own


@pytest.mark.parametrize(
    ("text", "publisher", "country"),
    [
        ("Under Secretary for Growth, Energy, and the Sea Marta Quill left.", "US Department of State", "USA"),
        ("Under Secretary Marta Quill left.", None, None),
        ("Chad and Chad's army met him in Chad. He met Prime Minister Marta Quill.", "US Department of State", "TCD"),
        ("Chad and Mali met him in Chad and Mali. He met Prime Minister Marta Quill.", "US Department of State", None),
        ("Canadian Under Secretary Marta Quill left.", "US Department of State", None),
        ("US Secretary of State Antony Blinken wrote to Marta Quill, the Secretary of Energy.", None, "USA"),
        ("Antony Blinken met Wang Yi and Marta Quill, the Secretary of Energy.", None, None),
    ],
)
def test_a_title_of_the_publisher_tells_its_state(
    country_of: Callable[..., str | None], text: str, publisher: str | None, country: str | None
) -> None:
    assert country_of(text, "Quill", publisher) == country
