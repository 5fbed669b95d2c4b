import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.days import read_day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021-08-16", "2021-08-16"),
        (" 2021-08-16T23:25:12-0400 ", "2021-08-16"),
        ("2021-08-16T17:25:12Z", "2021-08-16"),
        ("2021-08-16 17:25", "2021-08-16"),
        ("2021-08-16T17:25:12.1234567+00:00", "2021-08-16"),
        ("Mon, 16 Aug 2021 17:25:12 GMT", "2021-08-16"),
        ("16 August 2021", "2021-08-16"),
        ("Aug. 16, 2021", "2021-08-16"),
        ("Monday, August 16, 2021", "2021-08-16"),
    ],
)
def test_a_day_is_read_as_it_is_written(written: str, day: str) -> None:
    assert read_day(written) == day


@pytest.mark.parametrize(
    "written",
    ["2021-02-30", "2021-13-01", "3/8/21", "yesterday", "", "2021", "30 February 2021", "16 Foo 2021", "0000-01-01"],
)
def test_what_is_no_day_or_two_days_is_not_read(written: str) -> None:
    assert read_day(written) is None


@given(st.text(max_size=40))
def test_any_text_gives_a_day_or_none(written: str) -> None:
    day = read_day(written)
    assert day is None or len(day) == 10
