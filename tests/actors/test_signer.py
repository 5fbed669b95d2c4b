"""Who "I" is in a release. Every sentence is ours."""

import pytest

from communique.actors import find_actors
from communique.clauses import find_clauses
from communique.data.registry import Registry
from communique.data.times import load_times
from communique.parse import Parser
from communique.times import find_times
from communique.types import Report

STATE, WHITE_HOUSE = "US Department of State", "The White House"


@pytest.mark.parametrize(
    ("publisher", "title", "text", "name"),
    [
        (WHITE_HOUSE, "Statement from President Biden on the Harvest", "I urge Chad to open its ports.", "Joe Biden"),
        (
            STATE,
            "Chad's Ports",
            "Antony J. Blinken, Secretary of State\nI urge Chad to open them.",
            "Antony J. Blinken",
        ),
        (WHITE_HOUSE, "Statement by Vice President Harris on Kenya", "My thanks go to Kenya.", "Kamala Harris"),
        (STATE, "Message from Ana Roe", "Ana Roe wrote to Chad. I thank Chad.", "Ana Roe"),
        (WHITE_HOUSE, "Joint Statement by President Biden and President Ruto", "I urge Chad to open its ports.", None),
        (WHITE_HOUSE, "Chad's Ports", "I urge Chad to open its ports.", None),
        ("Reuters", "Statement from President Biden on the Harvest", "I urge Chad to open its ports.", None),
        (WHITE_HOUSE, "Statement from President Biden on Chad", 'Ana Roe said: "I urge Chad to wait."', None),
    ],
)
def test_first_person_of_a_release_is_its_signer(
    parser: Parser, registry: Registry, publisher: str, title: str, text: str, name: str | None
) -> None:
    report = Report(id="t", source_sha256="", text=text, published="2022-05-04", publisher=publisher, title=title)
    clauses = find_clauses(next(iter(parser.parse([report]))))
    actors = find_actors(clauses, registry, find_times(clauses, load_times()))
    names = {a.id: a.name for a in actors.actors}
    found = [names[m.actors[0]] for m in actors.mentions if text[m.span.start : m.span.end].lower() in ("i", "my")]
    assert found == ([] if name is None else [name])
