"""Sentences, offsets and debris."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.parse import Parser
from communique.parse.parsed import Parsed
from communique.types import Removed, Report

Parse = Callable[..., Parsed]


def sentences(parsed: Parsed) -> list[str]:
    return [parsed.report.text[s.span.start : s.span.end] for s in parsed.sentences]


@pytest.mark.parametrize(
    "expected",
    [
        ["The U.S. Secretary of State met Gen. Amin in Cairo.", "He left on Friday."],
        ["“We will not go.", "We never will,” the king said.", "Nobody answered."],
        ["“Is it over?” she asked.", "It was."],
        ["Troops left the U.S. The minister stayed."[:20].rstrip(), "The minister stayed."],
        ["Mr. Adan spoke on Jan. 5 in Oslo.", "Sen. Lee replied."],
    ],
)
def test_sentence_bounds_survive_quotations_and_abbreviations(parse: Parse, expected: list[str]) -> None:
    assert sentences(parse(" ".join(expected))) == expected


def test_lines_are_paragraphs_and_bound_sentences(parse: Parse) -> None:
    parsed = parse("Envoy meets king\nThe envoy met the king.")
    assert sentences(parsed) == ["Envoy meets king", "The envoy met the king."]
    assert [s.paragraph for s in parsed.sentences] == [0, 1]


def test_text_wrapped_at_a_fixed_width_is_joined(parse: Parse) -> None:
    lines = ["The foreign minister of Norway met the president of Kenya in Oslo and said"] * 3
    text = "\n".join([*lines, "that both would meet again.", "", *lines, "that nobody else would be there."])
    assert len(parse(text).sentences) < 7


def test_debris_leaves_the_sentence_as_if_it_were_not_there(parse: Parse) -> None:
    text = "Envoy Dana MarlowDana MarlowKing faces protests at home MORE on Monday met the king."
    start = text.index("Dana MarlowKing")
    parsed = parse(text, removed=(Removed(start=start, end=text.index(" on Monday"), reason="card"),))
    clean = parse("Envoy Dana Marlow on Monday met the king.")
    assert [(t.text, t.dep) for t in parsed.tokens] == [(t.text, t.dep) for t in clean.tokens]
    assert all(text[t.start : t.end] == t.text for t in parsed.tokens)


def test_report_in_another_language_has_no_sentences(parser: Parser) -> None:
    report = Report(id="de", source_sha256="", text="Der Minister traf den König.", language="de")
    assert next(parser.parse([report])).sentences == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300), cut=st.tuples(st.integers(0, 300), st.integers(1, 40)))
def test_every_token_and_sentence_lies_in_the_text(parse: Parse, text: str, cut: tuple[int, int]) -> None:
    start, end = cut[0], min(len(text), sum(cut))
    removed = (Removed(start=start, end=end, reason="any"),) if start < end else ()
    parsed = parse(text, removed=removed)
    assert all(text[t.start : t.end] == t.text for t in parsed.tokens)
    assert all(0 <= s.span.start < s.span.end <= len(text) for s in parsed.sentences)
    assert all(t.end <= start or t.start >= end for t in parsed.tokens if removed)
