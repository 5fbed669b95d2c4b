"""What holds an event at a distance. Every sentence is ours."""

import pytest

from communique.api import read


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The rebels are believed to have killed nine soldiers.", "are believed"),
        ("Kenya was reported to have expelled the ambassador.", "was reported"),
        ("According to unconfirmed reports, the army shelled the town.", "unconfirmed"),
        ("The rebels allegedly killed nine soldiers.", "allegedly"),
        ("The rebels were ordered to kill nine soldiers.", None),
        ("The rebels killed nine soldiers.", None),
    ],
)
def test_an_event_that_nobody_vouches_for_is_hedged(text: str, hedge: str | None) -> None:
    events = read(text, published="2024-05-15").events
    assert {None if e.hedge is None else text[e.hedge.start : e.hedge.end] for e in events} <= {hedge}
    assert events or hedge is None
