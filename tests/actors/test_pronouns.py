"""Pronouns of the third person, and "we" and "I" in what somebody says. Every sentence is ours."""

from collections.abc import Callable

import pytest

from communique.actors import Actors, find_actors, resolve_first_person, roles
from communique.clauses import Clauses, find_clauses
from communique.data.registry import Registry
from communique.data.times import load_times
from communique.parse import Parser
from communique.times import Times
from communique.types import Actor, Report, Span, Statement

Who = Callable[..., list[Actor]]
Read = Callable[..., tuple[Clauses, Actors]]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Antony Blinken left for Oslo. He will return on Friday.", "He", "Antony Blinken"),
        ("Angela Merkel met Emmanuel Macron. She praised the plan.", "She", "Angela Merkel"),
        ("Emmanuel Macron met Angela Merkel. She praised the plan.", "She", "Angela Merkel"),
        ("Kenya closed its border.", "its", "Kenya"),
        ("The Taliban took the town. They closed the school.", "They", "Taliban"),
        ("Wang Yi met Sergey Lavrov. Lavrov told him to wait.", "him", "Wang Yi"),
    ],
)
def test_pronoun_is_the_nearest_who_fits(who: Who, text: str, words: str, name: str) -> None:
    assert [a.name for a in who(text, words)] == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is clear that talks failed.", "It"),
        ("Angela Merkel left. He stayed.", "He"),
        ("The rain stopped. They left.", "They"),
    ],
)
def test_pronoun_with_nobody_before_it_is_nobody(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


def _spoken(read_actors: Read, text: str) -> tuple[Clauses, Actors]:
    clauses, actors = read_actors(text)
    start, end = text.index("“"), text.index("”") + 1
    speaker = next(m for m in actors.mentions if m.span.start >= end)
    statement = Statement(
        id="s", kind="direct", evidence=(Span(start, end),), rule="test", content=Span(start, end),
        speakers=roles(actors, speaker.head),
    )  # fmt: skip
    return clauses, resolve_first_person(actors, clauses, (statement,))


def test_they_are_the_two_who_met(who: Who) -> None:
    text = "Antony Blinken met Wang Yi in Anchorage. They discussed trade."
    assert [a.id for a in who(text, "They")] == ["antony-blinken", "wang-yi"]


def test_name_apposed_to_a_party_noun_is_one_person(who: Who) -> None:
    (found,) = who("A Republican, Ada Colebrook, opposed the bill.", "A Republican")[-1:] or who(
        "A Republican, Ada Colebrook, opposed the bill.", "Republican"
    )
    assert found.name == "Ada Colebrook"


def test_i_is_the_speaker(read_actors: Read) -> None:
    clauses, actors = _spoken(read_actors, "“I will not resign,” Emmanuel Macron said.")
    token = next(t.i for t in clauses.parsed.tokens if t.text == "I")
    assert [r.actor for r in roles(actors, token)] == ["emmanuel-macron"]


def test_we_is_the_state_of_an_official(read_actors: Read) -> None:
    clauses, actors = _spoken(read_actors, "“We will not wait,” French President Emmanuel Macron said in France.")
    token = next(t.i for t in clauses.parsed.tokens if t.text == "We")
    assert [r.country for r in roles(actors, token)] == ["FRA"]


def test_we_in_the_report_of_a_medium_is_nobody(who: Who) -> None:
    assert who("We will follow the story in Kenya.", "We") == []


def test_every_mention_is_inside_the_text(read_actors: Read) -> None:
    text = "Kenya’s leaders met.\nThey said: “We agree.”\n\nNairobi (KNA) - U.S.-led forces left."
    _, actors = read_actors(text)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in actors.mentions)
    assert all(a.mentions for a in actors.actors)


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("The Nairobi Press Guild sent the police a map, which they ignored.", "they", ["police"]),
        ("Kenyan officials met on Friday. They left early.", "They", ["Kenyan officials"]),
        ("The video showed protesters shouting as they ran.", "they", ["protesters"]),
        ("Fishermen rescued migrants after they were found at sea.", "they", ["migrants"]),
        ("Guards fired at the protesters. Angela Merkel criticised the guards for their haste.", "their", ["Guards"]),
        (
            "Antony Blinken, Wang Yi and Sergey Lavrov praised their hosts.",
            "their",
            ["Antony Blinken", "Wang Yi", "Sergey Lavrov"],
        ),
        ("Kenyans fear that Chad may deport migrants who were accused and try them.", "them", ["migrants"]),
        ("The soldiers helped the refugees and their children.", "their", ["refugees"]),
        ("Antony Blinken will be joined by Wang Yi. They will plant a tree.", "They", ["Antony Blinken", "Wang Yi"]),
        ("The soldiers who guard the bridge wrote to their families.", "their", ["soldiers"]),
    ],
)
def test_they_are_people_or_parties_at_hand(who: Who, text: str, words: str, names: list[str]) -> None:
    assert [a.name for a in who(text, words)] == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya bought ships and painted them.", "them"),
        ("The two ships left the port. They carried grain.", "They"),
        ("Soldiers searched the house and took boxes, among them a safe.", "them"),
        ("Wang Yi wrote via Twitter: “They will not win.”", "They"),
        ("Kenya and Uganda may end up in court. Wang Yi said they keep channels to Uganda open.", "they"),
        ("The king had no brothers. They were missed.", "They"),
    ],
)
def test_they_are_nobody_where_things_stand_nearer_or_nothing_tells(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Kenya's foreign minister told the United Nations that sanctions deepened its mistrust.", "its", "Kenya"),
        ("France urged Kenya to open its ports.", "its", "Kenya"),
        ("France called on Kenya to open its ports.", "its", "Kenya"),
        ("The resolution asked Kenya to withdraw its troops.", "its", "Kenya"),
        ("France deplored Kenya's testing of its missiles.", "its", "Kenya"),
        ("France criticised Kenya for its silence.", "its", "Kenya"),
        ("France welcomed assurances from Kenya that it would wait.", "it", "Kenya"),
        ("The storm delayed the talks. Kenya and its allies waited.", "its", "Kenya"),
        ("France will give Kenya the aid it needs.", "it", "Kenya"),
    ],
)
def test_it_is_the_state_that_grammar_gives(who: Who, text: str, words: str, name: str) -> None:
    assert [a.name for a in who(text, words)] == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya voted on Friday. The deadline was moved to its present date.", "its"),
        ("Kenya rebuilt the cathedral. The bomb went off in its car park.", "its"),
        ("His statement was striking in that it did not blame Kenya.", "it"),
        ("The attack shook Kenya. The pipeline needs repair, and its owner fled.", "its"),
        ("Kenya published a report. In it, Wang Yi is praised.", "it"),
        ("Kenya considers it a threat.", "it"),
        ("France condemned the invasion of Kenya and its toll.", "its"),
    ],
)
def test_it_is_nobody_where_a_thing_stands_nearer(who: Who, text: str, words: str) -> None:
    assert who(text, words) == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Emmanuel Macron praised Joe Biden for his courage.", "his", "Joe Biden"),
        ("Emmanuel Macron heaped praise on Joe Biden for his courage.", "his", "Joe Biden"),
        ("Emmanuel Macron urged Joe Biden to recall his envoys.", "his", "Joe Biden"),
        ("Emmanuel Macron said Joe Biden had lost his patience.", "his", "Joe Biden"),
        ("Emmanuel Macron told Joe Biden about his plan.", "his", "Emmanuel Macron"),
        ("Joe Biden called. Emmanuel Macron told reporters his plan would hold.", "his", "Emmanuel Macron"),
        ("Emmanuel Macron called. The charge against Joe Biden is that he lied.", "he", "Joe Biden"),
        ("Joe Biden called. Emmanuel Macron said: “I was glad that he called.”", "he", "Joe Biden"),
        ("Emmanuel Macron denied that Joe Biden had left. “No,” he added.", "he", "Emmanuel Macron"),
        ("Joe Biden called Emmanuel Macron. He thanked Macron.", "He", "Joe Biden"),
        ("Emmanuel Macron thanked Pope Francis for the Vatican's work, including his efforts.", "his", "Pope Francis"),
        ("Joe Biden said Xi Jinping had told him the measures he was seeking were few.", "he", "Xi Jinping"),
        (
            "Bo Vega was the brother of President Emmanuel Macron, who had himself been hurt.",
            "himself",
            "Emmanuel Macron",
        ),
    ],
)
def test_he_is_whom_grammar_gives_and_never_who_speaks(who: Who, text: str, words: str, name: str) -> None:
    assert [a.name for a in who(text, words)] == [name]


def test_her_majesty_is_no_pronoun(who: Who) -> None:
    assert who("Angela Merkel left. Her Majesty stayed.", "Her") == []


@pytest.mark.parametrize("words", ["the two diplomats", "both diplomats"])
def test_two_with_an_article_are_the_last_two(who: Who, words: str) -> None:
    text = f"Antony Blinken met Wang Yi in Oslo. A guard saw {words}."
    assert [a.id for a in who(text.replace("A guard saw", "It pleased"), words)] == ["antony-blinken", "wang-yi"]


def test_two_without_an_article_are_others(who: Who) -> None:
    assert who("Antony Blinken met Wang Yi in Oslo, said two diplomats.", "two diplomats") == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Joint Statement from Kenya, the United Arab Emirates, and Norway", "The talks began. We thank our hosts."),
        (None, "Kenya, the United Arab Emirates (UAE), and Norway deplore the raid. We thank our hosts."),
    ],
)
def test_we_of_a_joint_statement_are_all_who_make_it(
    parser: Parser, registry: Registry, title: str | None, text: str
) -> None:
    report = Report(
        id="t", source_sha256="", text=text, published="2021-08-16", title=title, publisher="The White House"
    )
    (parsed,) = parser.parse([report])
    found = find_actors(find_clauses(parsed), registry, Times(verbs=load_times().verbs))
    we = next(m for m in found.mentions if text[m.span.start : m.span.end] == "We")
    assert sorted(we.actors) == ["are", "ken", "nor"]


def test_his_of_somebody_whom_nothing_names_is_nobody(who: Who) -> None:
    assert who("Joe Biden left. France urged the council to help the premier and his cabinet.", "his") == []


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        ("The United States and Chad worked to uphold our duty.", "our", ["tcd", "usa"]),
        ("The United States thanked Chad. Trade binds our two countries.", "our", ["tcd", "usa"]),
        ("The United States thanked Chad. Trade binds our three countries.", "our", ["usa"]),
        ("The United States thanked Chad. It helps our farmers.", "our", ["usa"]),
        ("The United States thanked Chad. One in seven of us is poor.", "us", []),
    ],
)
def test_our_of_two_states_is_both(parser: Parser, registry: Registry, text: str, word: str, states: list[str]) -> None:
    report = Report(id="t", source_sha256="", text=text, published="2021-08-16", publisher="The White House")
    (parsed,) = parser.parse([report])
    found = find_actors(find_clauses(parsed), registry, Times(verbs=load_times().verbs))
    assert sorted(a for m in found.mentions if text[m.span.start : m.span.end] == word for a in m.actors) == states


def test_he_is_nobody_where_an_unnamed_person_stands_better(who: Who) -> None:
    assert who("Joe Biden called. The governor met Emmanuel Macron. He left.", "He") == []
