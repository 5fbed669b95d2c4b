"""How far an entry may be trusted. Every sentence is ours."""

from pathlib import Path

import pytest

from communique.confidence import signs_of_event, signs_of_statement, weigh_events
from communique.data.codebook import load_codebook
from communique.data.confidence import Confidence, Weights, load_confidence
from communique.types import Event, Role, Span, Statement

HERE = Span(0, 40)
CHAD = Role(actor="tcd", span=Span(0, 4), country="TCD", sector="GOV")
NOBODY = Role(actor="prov:1", span=Span(50, 60), country=None, sector=None)


def event(actors: tuple[Role, ...] = (CHAD,), recipients: tuple[Role, ...] = (CHAD,)) -> Event:
    return Event(
        id="e",
        type="ACCUSE",
        trigger=Span(5, 9),
        evidence=(HERE,),
        rule="accuse.condemn",
        actors=actors,
        recipients=recipients,
    )


def test_signs_tell_how_well_each_side_is_known() -> None:
    signs = signs_of_event(event(actors=(), recipients=(NOBODY,)), None)
    assert {"type.ACCUSE", "status.actual", "actors.none", "recipients.stateless", "recipients.elsewhere"} <= signs
    assert not {"actors.stateless", "recipients.none"} & signs


def test_an_event_without_parties_is_trusted_less() -> None:
    frames, weights = load_codebook().by_id, load_confidence()
    full, bare = weigh_events([event(), event(actors=(), recipients=())], frames, weights)
    assert bare.confidence < 0.5 < full.confidence


def test_confidence_keeps_from_nought_and_one() -> None:
    sure = Confidence("ours", events=Weights(50.0, {}), statements=Weights(0.0, {}))
    assert [e.confidence for e in weigh_events([event()], {}, sure)] == [0.99]


def test_a_statement_of_nobody_says_so() -> None:
    statement = Statement(id="s", kind="indirect", evidence=(HERE,), rule="clause.say", content=Span(10, 20))
    assert {"speakers.none", "rule.clause", "short"} <= signs_of_statement(statement)


def test_a_file_that_holds_no_weights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text('fitted_on = "ours"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"confidence\.toml.*events.*calibrate"):
        load_confidence(path)
