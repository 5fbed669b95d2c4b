"""Acts of not saying and denials, by the class; what is refused; and what only looks so."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The embassy gave no reason for the delay.", "gave no reason for the delay"),
        ("Officials were tight-lipped about the visit.", "the visit"),
        ("The palace stopped short of confirming the deal.", "stopped short of confirming the deal"),
        ("The police withheld the names of the dead.", "withheld the names of the dead"),
        ("The envoy shrugged off questions about her health.", "her health"),
        ("The envoys left without speaking to reporters.", "speaking to reporters"),
        ("Asked whether he would resign, the envoy said nothing.", "nothing"),
        ("The envoy refused to be drawn into speculation.", "refused to be drawn into speculation"),
        ("The envoy did not want to comment on the leak.", "the leak"),
        ("The envoy had nothing to add.", "had nothing to add"),
        ("The envoy has yet to respond to the charge.", "respond to the charge"),
        ("Officials refused requests for interviews.", "refused requests for interviews"),
        ("The bank declined to renew the lease.", "renew the lease"),
        ("The army neither confirmed nor denied the strike.", "the strike"),
        ("The army refused to confirm or deny the strike.", "the strike"),
        ('"I will not answer that," the envoy told reporters.', '"I will not answer that,"'),
        ('Asked if she had met the rebels, the envoy said: "No comment."', "if she had met the rebels"),
    ],
)
def test_not_saying_is_told_in_many_ways(read: Read, text: str, content: str) -> None:
    reading = read(text)
    assert [(s.act, reading.words(s.content)) for s in reading.statements] == [("declined", content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The news was denied by the ministry.", "The news"),
        ("The mayor called the allegations baseless.", "the allegations baseless"),
        ("The exchange rejected allegations of fraud.", "allegations of fraud"),
        ("The army denied responsibility for the blast.", "responsibility for the blast"),
    ],
)
def test_denials_are_told_in_many_ways(read: Read, text: str, content: str) -> None:
    reading = read(text)
    assert [(s.act, reading.words(s.content)) for s in reading.statements] == [("denied", content)]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels refused to disarm.",
        "The airline refused to fly over the war zone.",
        "No one answered the door at the consulate.",
        "The government denied the prisoner a visa.",
        "The envoy had no reason to leave.",
        "The mayor called the plan absurd.",
        "The bridge was closed without a reason.",
        "The shares declined on Monday.",
    ],
)
def test_what_only_looks_like_a_refusal_is_none(read: Read, text: str) -> None:
    assert [s.act for s in read(text).statements if s.act != "said"] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Calls to the palace were not returned.", "palace"),
        ("Requests for comment sent to the embassy went unanswered.", "embassy"),
        ("Emails to the company went unanswered.", "company"),
    ],
)
def test_who_leaves_calls_unanswered_declines(read: Read, text: str, speaker: str) -> None:
    reading = read(text)
    assert [(s.act, reading.names(s.speakers)) for s in reading.statements] == [("declined", [speaker])]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            'The ministry dismissed as "groundless" the allegation that spies had broken in.',
            "the allegation that spies had broken in",
        ),
        (
            "The ministry rejected as lies reports that its jets had hit a school.",
            "reports that its jets had hit a school",
        ),
    ],
)
def test_what_is_called_false_before_it_is_named_is_denied(read: Read, text: str, content: str) -> None:
    reading = read(text)
    assert [(s.act, reading.words(s.content)) for s in reading.statements] == [("denied", content)]


@pytest.mark.parametrize("text", ["The mayor's calls for calm went unheeded.", "Warnings to the crew went unheeded."])
def test_calls_for_something_are_no_questions(read: Read, text: str) -> None:
    assert [s for s in read(text).statements if s.act == "declined"] == []
