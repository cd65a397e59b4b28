from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.charts.dates import MOST, shown_dates

LETTER = 7  # about as wide as a letter of the drawing is

YEARS = [str(year) for year in range(2016, 2026)]
QUARTERS = [f"{months} {year}" for year in (2024, 2025) for months in (
    "January to March", "April to June", "July to September", "October to December",
)]  # fmt: skip


def test_short_labels_are_all_written() -> None:
    assert list(shown_dates(YEARS[:6], width=500)) == [0, 1, 2, 3, 4, 5]


def test_of_many_no_more_than_the_eye_takes_in() -> None:
    assert list(shown_dates(YEARS, width=5_000)) == [0, 2, 4, 6, 8]


def test_long_labels_are_written_further_apart() -> None:
    assert list(shown_dates(QUARTERS, width=506)) == [0, 3, 6]


def test_none_makes_none() -> None:
    assert list(shown_dates([], width=500)) == []


@given(
    st.lists(st.text("ab ", min_size=1, max_size=30), min_size=1, max_size=80),
    st.floats(200, 2_000),
)
def test_the_first_is_written_and_neighbours_never_touch(labels: list[str], width: float) -> None:
    shown = shown_dates(labels, width=width)
    assert shown[0] == 0
    assert len(shown) <= MOST
    if len(shown) > 1:
        apart = width / (len(labels) - 1) * shown.step
        assert apart > max(map(len, labels)) * LETTER
