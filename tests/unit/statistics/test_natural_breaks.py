"""Natural breaks: no other classes have values nearer each other."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.statistics.natural_breaks import natural_breaks


def spread(values: np.ndarray, breaks: tuple[float, ...]) -> float:
    """Sum of squares about the mean of each class."""
    classes = np.searchsorted(np.array(breaks), values, side="right")
    parts = (values[classes == one] for one in np.unique(classes))
    return float(sum(np.sum((part - part.mean()) ** 2) for part in parts))


@given(
    values=st.lists(st.integers(-50, 50), min_size=1, max_size=12),
    classes=st.integers(1, 4),
)
def test_no_other_classes_are_nearer(values: list[int], classes: int) -> None:
    numbers = np.array(values, dtype=float)
    found = natural_breaks(numbers, classes=classes)
    distinct = np.unique(numbers)
    count = min(classes, len(distinct)) - 1
    assert len(found) == count
    least = min(spread(numbers, starts) for starts in combinations(distinct[1:], count))
    assert spread(numbers, tuple(found)) == pytest.approx(least, abs=1e-6)


def test_many_values_are_parted_where_there_is_nothing_between() -> None:
    random = np.random.default_rng(4)
    values = np.concatenate([random.uniform(at, at + 1, 7_000) for at in (0, 5, 30)])
    first, second = natural_breaks(values, classes=3)
    assert 1 < first < 5.01
    assert 6 < second < 30.01


def test_nothing_has_no_breaks() -> None:
    assert natural_breaks(np.array([]), classes=5).tolist() == []
