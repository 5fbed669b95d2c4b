"""Quotations in plain text, one case a line: the text and the quotations that must be found."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.parse.quotes import find_quotes
from communique.types import Removed


def found(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in find_quotes(text, ())]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('"We agree," she said.', ['"We agree,"']),
        ("“We agree,” she said. “We do.”", ["“We agree,”", "“We do.”"]),
        ("“We agree,“ she said.", ["“We agree,“"]),
        ("”We agree”, she said.", ["”We agree”"]),
        ("« Nous acceptons », said the envoy.", ["« Nous acceptons »"]),
        ("»Ja«, said the envoy.", ["»Ja«"]),
        ("„Ja“, said the envoy.", ["„Ja“"]),
        ("``We agree,'' she said.", ["``We agree,''"]),
        ('She said " we agree " and left.', ['" we agree "']),
        ('She said:"We agree."', ['"We agree."']),
        ('("one")—"two"', ['"one"', '"two"']),
        ('They "agreed" and "met".', ['"agreed"', '"met"']),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, quotes: list[str]) -> None:
    assert found(text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("'We agree,' she said.", ["'We agree,'"]),
        ("It's the countries' 'smooth' talks, isn't it", ["'smooth'"]),
        ("'Our countries' efforts are good,' he said. 'Yes.'", ["'Our countries' efforts are good,'", "'Yes.'"]),
        ("The ‘90s were no time for rock ’n’ roll.", []),
        ("The envoys’ aides' cars won't start.", []),
        ("‘He called it “wise”,’ she said.", ["‘He called it “wise”,’", "“wise”"]),
    ],
)
def test_single_marks_are_told_from_apostrophes(text: str, quotes: list[str]) -> None:
    assert found(text) == quotes


def test_a_straight_mark_opens_inside_a_quotation_by_its_spacing() -> None:
    text = '"They want a "phased" approach, and the "end of the war,"" Orlov said.'
    quotes = find_quotes(text, ())
    assert [(text[q.span.start : q.span.end], q.depth) for q in quotes] == [
        ('"They want a "phased" approach, and the "end of the war,""', 0),
        ('"phased"', 1),
        ('"end of the war,"', 1),
    ]


def test_a_mark_repeated_at_each_paragraph_continues_the_quotation() -> None:
    quotes = find_quotes('"One.\n\n"Two.\n\n"Three," he said. "Four."', ())
    assert [(q.closed, q.continues) for q in quotes] == [(False, False), (False, True), (True, True), (True, False)]


def test_single_marks_repeated_at_each_paragraph_continue_too() -> None:
    quotes = find_quotes("‘One.\n‘Two,’ he said.", ())
    assert [(q.closed, q.continues) for q in quotes] == [(False, False), (True, True)]


def test_one_pair_of_marks_may_enclose_two_paragraphs() -> None:
    assert found('"One.\nTwo," he said. "Three."') == ['"One.\nTwo,"', '"Three."']


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    quotes = find_quotes('He said "we will not go.  \nA new paragraph.\n"Another," he said.', ())
    assert [q.closed for q in quotes] == [False, True]
    assert found('He said "we will not go.  \nA new paragraph.')[0] == '"we will not go.'


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('"We will not go  he said. He later called it "over".', ['"We will not go', '"over"']),
        ('"We will not go , he said.\n\n"We stay," he added.', ['"We will not go', '"We stay,"']),
        ("'We will not go,  he said. 'We stay.'", ["'We will not go,", "'We stay.'"]),
        ('He called it "a farce  and left. He said, "It is over."', ['"a farce', '"It is over."']),
        ('He said, "We stay. Later he called it "over".', ['"We stay.', '"over"']),
    ],
)
def test_a_lost_closing_mark_is_found_by_its_trace(text: str, quotes: list[str]) -> None:
    assert found(text) == quotes


def test_two_spaces_after_each_full_stop_are_no_trace() -> None:
    text = 'It rained.  It snowed.  He said: "We stay.  We wait.\n\n"We will not go," he said.'
    assert found(text) == ['"We stay.  We wait.', '"We will not go,"']


def test_a_space_at_the_end_of_a_paragraph_ends_what_would_be_continued() -> None:
    quotes = find_quotes('"We stay, all of us. \n\n"We will not go," he said.', ())
    assert [q.continues for q in quotes] == [False, False]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("'They want a 'phased' approach,' he said.", ["'They want a 'phased' approach,'", "'phased'"]),
        (
            "'He spoke of 'the end of the war,'' Orlov said.",
            ["'He spoke of 'the end of the war,''", "'the end of the war,'"],
        ),
        ("'We trust nobody.\nWe wait,' he said. 'Yes.'", ["'We trust nobody.\nWe wait,'", "'Yes.'"]),
        ("He said, 'The FIELDS' owners left.\n\n'They wait.'", ["'The FIELDS' owners left.", "'They wait.'"]),
        ("The guards' aides left. 'We wait,' one said.", ["'We wait,'"]),
    ],
)
def test_single_marks_stand_in_single_marks_and_over_paragraphs(text: str, quotes: list[str]) -> None:
    assert found(text) == quotes


@pytest.mark.parametrize("text", ['A stray" mark.', 'A 5" pipe.', "A stray” mark.", 'Ends with "', '"'])
def test_a_stray_closing_mark_makes_no_quotation(text: str) -> None:
    assert found(text) == []


def test_marks_inside_debris_do_not_count() -> None:
    text = 'He said "no READ "MORE here to that" and left.'
    debris = (Removed(start=12, end=27, reason="card"),)
    assert [text[q.span.start : q.span.end] for q in find_quotes(text, debris)] == ['"no READ "MORE here to that"']


@given(st.text(alphabet="ab s.,\n\"'“”‘’«»„`([—"))
def test_any_text_gives_nested_spans_inside_it(text: str) -> None:
    quotes = find_quotes(text, ())
    for q in quotes:
        assert 0 <= q.span.start < q.span.end <= len(text)
    starts = [q.span.start for q in quotes]
    assert starts == sorted(starts)
    for a, b in pairwise(quotes):
        assert b.span.start >= a.span.end or b.span.end <= a.span.end
