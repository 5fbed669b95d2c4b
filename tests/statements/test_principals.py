"""For whom somebody speaks, of which country, and through whom words come."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "speaker", "principal"),
    [
        (
            "Czech interior ministry spokesman Ivo Marek said the border was calm.",
            "Ivo Marek",
            "Czech interior ministry",
        ),
        ("A government spokesman said the border was calm.", "government spokesman", "government"),
        ("An aide to President Mwale said that he would travel.", "aide", "Mwale"),
        ("The family's lawyer said that the court had no case.", "family's lawyer", "family"),
        ("A member of the emir's entourage said that he would travel.", "member", "emir"),
        ("A source close to the rebels said the truce was dead.", "source close to the rebels", "rebels"),
        (
            "Speaking for the families of the lost miners, Ada Cole said the search was over.",
            "Ada Cole",
            "families",
        ),
        ("Acting as spokesman for the twelve families, Ada Cole said the search was over.", "Ada Cole", "families"),
        ("The rebels' envoy in Doha, Ada Cole, said in the name of the tribes that it was over.", "Ada Cole", "tribes"),
        ("The union said through its deputy leader, Ada Cole, that it would strike.", "Ada Cole", "union"),
        ("The airline will fly again, its spokesman said.", "spokesman", "airline"),
        ('"The premier will fly home," said a member of his staff.', "member", "premier"),
        ("Ada Cole, who acts as the Kenyan government's spokeswoman, said the border was calm.", "Ada Cole", "Kenya"),
        ("A source close to the talks said the truce was dead.", "source close to the talks", None),
        ("A senior official at the finance ministry said that the budget was late.", "senior official", None),
        ("A senior ministry aide said that the budget was late.", "senior ministry aide", None),
    ],
)
def test_whoever_speaks_for_another_is_told_with_him(
    read: Read, text: str, speaker: str, principal: str | None
) -> None:
    reading = read(text)
    (statement,) = reading.statements
    assert (reading.names(statement.speakers), reading.name(statement.on_behalf_of)) == ([speaker], principal)


def test_who_refuses_through_a_nameless_spokesman_refuses_himself(read: Read) -> None:
    reading = read("The bank declined through a spokesman to comment.")
    assert [reading.names(s.speakers) for s in reading.statements] == [["bank"]]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The ministry's spokesman said that Pakistan would open the crossing.", "PAK"),
        ("The ministry's spokesman said that Kenya would meet the envoys of Uganda.", None),
    ],
)
def test_who_serves_the_only_state_told_of_is_of_it(read: Read, text: str, country: str | None) -> None:
    (statement,) = read(text).statements
    assert [s.country for s in statement.speakers] == [country]


def test_the_title_before_a_name_tells_for_whom_its_bearer_speaks_further_on(read: Read) -> None:
    reading = read('Kenyan army spokesman Ivo Marek saw no reason to leave. "We stay," he told reporters.')
    assert [reading.name(s.on_behalf_of) for s in reading.statements] == ["Kenyan army"]


def test_who_merely_holds_an_office_speaks_for_himself(read: Read) -> None:
    reading = read('Special Representative Ivo Marek saw no reason to leave. "We stay," he told reporters.')
    assert [s.on_behalf_of for s in reading.statements] == [None]
