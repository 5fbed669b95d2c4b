"""How words travelled: audience, outlet, medium, hedge, occasion; and what became of them."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Lavrov told Reuters that the accord was dead.", "Reuters"),
        ('"The accord is dead," Lavrov said, according to AFP.', "AFP"),
        ("According to Reuters, Lavrov said that the accord was dead.", "Reuters"),
        ("In an interview with Reuters, Lavrov said that the accord was dead.", "Reuters"),
        ("Speaking to Reuters, Lavrov said that the accord was dead.", "Reuters"),
        ('"The accord is dead," Lavrov said, as quoted by Reuters.', "Reuters"),
        ("Lavrov said that the accord was dead, Reuters reported.", "Reuters"),
        ("Reuters reported that the accord was dead.", "Reuters"),
        ("Lavrov said that the accord was dead.", None),
    ],
)
def test_outlet_is_the_medium_that_carries_the_words(read: Read, text: str, outlet: str | None) -> None:
    reading = read(text)
    assert [reading.name(s.outlet) for s in reading.statements] == [outlet]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Lavrov told Reuters by phone that the accord was dead.", "phone"),
        ("Lavrov said in a statement that the accord was dead.", "statement"),
        ("Lavrov said at a press conference that the accord was dead.", "news-conference"),
        ("Lavrov said in a letter that the accord was dead.", "letter"),
        ("Lavrov said in a speech that the accord was dead.", "speech"),
        ("Lavrov said in an interview that the accord was dead.", "interview"),
        ("Lavrov called for an end of the raids.", None),
    ],
)
def test_medium_is_read_beside_the_cue(read: Read, text: str, medium: str | None) -> None:
    (statement,) = read(text).statements
    assert (statement.medium and statement.medium.name) == medium


def test_audience_is_whom_the_cue_tells(read: Read) -> None:
    reading = read("Lavrov told the Security Council that the accord was dead.")
    assert [reading.name(s.audience) for s in reading.statements] == ["Security Council"]


def test_hedge_is_kept(read: Read) -> None:
    reading = read("Lavrov reportedly said that the accord was dead.")
    assert [reading.words(s.hedge) for s in reading.statements] == ["reportedly"]


def test_day_of_speaking_is_not_the_day_spoken_about(read: Read) -> None:
    reading = read("Lavrov said on Monday that the accord had died on May 2.")
    assert [s.date and s.date.start for s in reading.statements] == ["2024-05-13"]


@pytest.mark.parametrize(
    ("text", "act", "content"),
    [
        ("Lavrov declined to comment.", "declined", "declined to comment"),
        ("Lavrov declined to say how many soldiers had died.", "declined", "how many soldiers had died"),
        ("Lavrov did not respond to a request for comment.", "declined", "respond to a request for comment"),
        ("Lavrov denied that the accord was dead.", "denied", "the accord was dead"),
    ],
)
def test_not_saying_and_denying_are_acts(read: Read, text: str, act: str, content: str) -> None:
    reading = read(text)
    assert [(s.act, reading.words(s.content)) for s in reading.statements] == [(act, content)]


def test_a_later_statement_clarifies_the_earlier_one(read: Read) -> None:
    reading = read('"The accord is dead," Lavrov told Reuters, later clarifying his remarks to AFP that it was ill.')
    first, second = reading.statements
    assert (second.clarifies, second.clarification) == (first.id, "clarifies")
    assert [reading.name(s.outlet) for s in reading.statements] == ["Reuters", "AFP"]


def test_a_denial_is_tied_to_whose_claim_it_denies(read: Read) -> None:
    reading = read(
        "Germany said the envoy had been poisoned. Italy condemned the deed. Russia dismissed the claim from Berlin."
    )
    claim, _, denial = reading.statements
    assert (denial.clarifies, denial.clarification) == (claim.id, "denies")


def test_words_told_inside_words_lie_within(read: Read) -> None:
    reading = read("Lavrov said that Wang Yi had told him the accord was dead.")
    outer, inner = reading.statements
    assert inner.within == outer.id
    assert reading.names(inner.speakers) == ["Wang Yi"]


@pytest.mark.parametrize(
    ("text", "audience", "medium", "outlet", "via"),
    [
        ("Lavrov denied the charge in a letter to the Security Council.", "Security Council", "letter", None, []),
        ("State radio showed the envoy telling a rally that it was over.", "rally", None, "State radio", []),
        ("Addressing a session of parliament, Lavrov said it was over.", "session of parliament", "speech", None, []),
        ("Writing in Le Monde, Lavrov argued that the pact was dead.", None, "article", "Le Monde", []),
        ("On his Telegram channel, Lavrov wrote that it was over.", None, "social-media", "Telegram", []),
        ("In a letter that a nurse read to students, Lavrov said it was over.", "students", "letter", None, ["nurse"]),
        ("Lavrov said in an audio message that it was over.", None, "audio", None, []),
        ("Lavrov told a radio programme that it was over.", None, "radio", None, []),
    ],
)
def test_each_link_of_the_chain_is_read(
    read: Read, text: str, audience: str | None, medium: str | None, outlet: str | None, via: list[str]
) -> None:
    reading = read(text)
    (s,) = reading.statements
    found = (reading.name(s.audience), s.medium and s.medium.name, reading.name(s.outlet), reading.names(s.via))
    assert found == (audience, medium, outlet, via)


def test_the_claims_of_a_report_are_told_in_it(read: Read) -> None:
    reading = read("Lavrov condemned the remarks in the speech of the envoy.")
    assert reading.contents() == [("indirect", "the remarks in the speech of the envoy")]


def test_she_of_whom_her_spokesman_tells_is_whoever_he_speaks_for(read: Read) -> None:
    reading = read("The premier's spokesman said she had told the king that the pact was dead.")
    assert [reading.names(s.speakers) for s in reading.statements] == [["premier's spokesman"], ["premier"]]


def test_what_was_told_one_outlet_twice_is_one_occasion(read: Read) -> None:
    reading = read(
        'Lavrov told Reuters on Monday that the pact was dead. "Peace is far," he said in Rome. A farmer said the well was '
        "dry. A boy fell. The mayor came. Later Lavrov told Reuters that it was ill."
    )
    first, *_, last = reading.statements
    assert first.occasion == last.occasion
    assert last.date.start == first.date.start


def test_what_one_says_now_was_not_said_years_ago(read: Read) -> None:
    reading = read("Before the anniversary of the raid on May 2, 2020, Lavrov condemns the attack.")
    assert [s.date for s in reading.statements] == [None]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("In a letter to his rival seen by Reuters, Lavrov said that the accord was dead.", "Reuters"),
        ("In a video released on Monday and later aired by Reuters, Lavrov said that the accord was dead.", "Reuters"),
        ("Asked in an interview with Reuters whether it held, Lavrov said that the accord was dead.", "Reuters"),
        ('"The accord," Lavrov said on Reuters television, "is dead."', "Reuters"),
        ("Lavrov told Radio Kenya that the accord was dead.", "Radio Kenya"),
        ("In a letter seen by Wang Yi, Lavrov said that the accord was dead.", None),
    ],
)
def test_outlet_is_who_saw_aired_or_asked(read: Read, text: str, outlet: str | None) -> None:
    reading = read(text)
    assert [reading.name(s.outlet) for s in reading.statements] == [outlet]


def test_whom_an_outlet_cites_speaks_through_it(read: Read) -> None:
    reading = read("Nine people died in the raid, according to Reuters, which cited two doctors.")
    assert [(reading.names(s.speakers), reading.name(s.outlet)) for s in reading.statements] == [
        (["doctors"], "Reuters")
    ]


def test_audience_is_the_body_before_which_one_testifies(read: Read) -> None:
    reading = read("Lavrov testified before the Security Council that the accord was dead.")
    assert [reading.name(s.audience) for s in reading.statements] == ["Security Council"]


def test_kind_of_medium_that_is_told_is_the_form(read: Read) -> None:
    (statement,) = read("Lavrov told Kenyan state television that the accord was dead.").statements
    assert statement.medium is not None
    assert statement.medium.name == "television"


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Two trains were stopped near Brest, a spokesman for the Belarusian committee, Ivo Marek, told reporters.",
            ["Two trains were stopped near Brest"],
        ),
        ("The army took the town, the capital of the province, and told nobody.", []),
    ],
)
def test_a_reporting_clause_that_the_parser_takes_apart(read: Read, text: str, contents: list[str]) -> None:
    reading = read(text)
    assert [reading.words(s.content) for s in reading.statements] == contents


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Unconfirmed reports said that the accord was dead.", "Unconfirmed"),
        ("According to unverified reports, the accord was dead.", "unverified"),
        ("It is alleged that the accord was dead.", "is alleged"),
        ("It was announced that the accord was dead.", None),
        ("According to two reports, the accord was dead.", None),
    ],
)
def test_hedge_is_told_by_the_source_or_by_saying_nobody(read: Read, text: str, hedge: str | None) -> None:
    reading = read(text)
    assert [reading.words(s.hedge) for s in reading.statements] == [hedge]
