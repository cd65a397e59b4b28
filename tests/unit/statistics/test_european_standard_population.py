from collections.abc import Sequence

import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.european_standard_population import (
    EUROPEAN_STANDARD_POPULATION_2013,
    european_standard_weights,
)


def test_the_standard_is_a_hundred_thousand_people() -> None:
    assert sum(EUROPEAN_STANDARD_POPULATION_2013.values()) == 100_000
    assert len(EUROPEAN_STANDARD_POPULATION_2013) == 21


def test_bands_are_put_together_and_the_last_is_open_ended() -> None:
    weights = european_standard_weights(range(0, 95, 5))
    assert (weights[0], weights[-2], weights[-1]) == (5000, 1500, 1000)
    assert len(weights) == 19
    assert european_standard_weights([90, 95]).tolist() == [800, 200]
    assert european_standard_weights([0]).tolist() == [100_000]


def test_a_rate_may_be_of_some_ages_alone() -> None:
    assert european_standard_weights([65, 70], below=75).tolist() == [5500, 5000]
    assert european_standard_weights([75]).sum() == 9000


@pytest.mark.parametrize(
    ("ages", "below"),
    [([0, 18], None), ([0, 5], 7), ([5, 0], None), ([5, 5], None), ([70], 65), ([], 75)],
    ids=["inside a band", "ends inside", "falling", "twice", "ends before", "none"],
)
def test_bands_that_are_not_of_the_standard_are_refused(
    ages: Sequence[int], below: int | None
) -> None:
    with pytest.raises(DataError, match="Q715"):
        european_standard_weights(ages, below=below)
