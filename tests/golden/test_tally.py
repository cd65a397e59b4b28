"""The count of what golden tests compare fails as a plain comparison would."""

import numpy as np
import pytest

from tests.golden.tally import Tally


def test_a_figure_that_is_near_enough_is_counted_with_how_far_it_was() -> None:
    tally = Tally("a file", "rates", within=1e-3)
    tally.near([100.05, np.nan, 0.0], [100.0, np.nan, 0.0])
    assert tally.figures == 2
    assert tally.furthest == pytest.approx(0.0005)


@pytest.mark.parametrize(
    ("ours", "published"),
    [
        ([100.2], [100.0]),  # too far
        ([np.nan], [100.0]),  # missing here
        ([100.0], [np.nan]),  # missing there
        ([0.01], [0.0]),  # not 0
        ([1.0, 1.0], [1.0]),  # one too many
    ],
)
def test_a_figure_that_differs_is_refused(ours: list[float], published: list[float]) -> None:
    tally = Tally("a file", "rates", within=1e-3)
    with pytest.raises(AssertionError):
        tally.near(ours, published)
    assert tally.figures == 0


def test_a_difference_may_be_measured_against_an_interval() -> None:
    tally = Tally("a file", "limits", within=0.02, of="the interval's width")
    tally.near([101.0], [100.0], scale=100.0)
    with pytest.raises(AssertionError):
        tally.near([103.0], [100.0], scale=100.0)


def test_a_label_that_differs_is_refused() -> None:
    tally = Tally("a file", "labels")
    tally.same(["High", "Low"], ["High", "Low"])
    with pytest.raises(AssertionError):
        tally.same(["High", "Low"], ["High", "High"])
    assert tally.labels == 2
