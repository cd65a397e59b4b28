import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.funnel.scales import (
    LOG_RATIO,
    PROPORTION,
    RATIO_OF_COUNTS,
    ROOT_RATIO,
    Scale,
    benchmark_of,
    placed,
)

SCALES = [LOG_RATIO, ROOT_RATIO, PROPORTION, RATIO_OF_COUNTS]
X, D = np.array([12.0, 40.0, 300.0]), np.array([50.0, 90.0, 400.0])


@pytest.mark.parametrize("scale", SCALES)
def test_a_limit_of_no_width_comes_back_as_the_benchmark(scale: Scale) -> None:
    back = scale.back(placed(scale, X, D).target, np.zeros(1))
    assert back.lower[0] == back.upper[0] == pytest.approx(benchmark_of(scale, X, D))


@pytest.mark.parametrize("scale", SCALES)
def test_what_is_missing_or_of_nothing_has_no_place(scale: Scale) -> None:
    made = placed(scale, np.array([np.nan, 0.0, 5.0, 4.0]), np.array([9.0, 0.0, np.nan, 8.0]))
    assert np.isnan(made.value).tolist() == [True, True, True, False]
    assert np.isnan(made.error).tolist() == [True, True, True, False]


@pytest.mark.parametrize("scale", SCALES)
def test_the_spread_of_chance_is_the_standard_error(scale: Scale) -> None:
    """Counts drawn about the benchmark lie outside 1.96 errors one time in twenty."""
    draw = np.random.default_rng(1)
    d = np.full(20_000, 400.0)
    x = draw.binomial(400, 0.3, 20_000) if scale is PROPORTION else draw.poisson(d)
    if scale is RATIO_OF_COUNTS:
        d = draw.poisson(d).astype(float)
    made = placed(scale, x.astype(float), d)
    outside = np.abs(made.value - made.target) > 1.959964 * made.error
    assert 0.04 < outside.mean() < 0.06


def test_no_events_have_no_logarithm() -> None:
    with pytest.raises(DataError, match="0 observed events") as caught:
        placed(LOG_RATIO, np.array([0.0, 4.0]), np.array([3.0, 4.0]))
    assert caught.value.code == "Q761"
    assert placed(ROOT_RATIO, np.array([0.0, 4.0]), np.array([3.0, 4.0])).value[0] == 0


def test_a_share_above_the_whole_is_refused() -> None:
    with pytest.raises(DataError, match="numerator is more") as caught:
        placed(PROPORTION, np.array([5.0]), np.array([4.0]))
    assert caught.value.code == "Q761"


def test_an_endless_count_is_refused() -> None:
    with pytest.raises(DataError, match="infinite"):
        placed(ROOT_RATIO, np.array([np.inf]), np.array([4.0]))


def test_nothing_known_has_no_benchmark() -> None:
    assert np.isnan(benchmark_of(PROPORTION, np.array([np.nan]), np.array([0.0])))
