import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.funnel.proportion_limits import proportion_funnel
from hereabouts.statistics.wilson import wilson_limits

SIZES = st.integers(min_value=1, max_value=10_000_000)
SHARES = st.floats(min_value=0.001, max_value=0.999)


@given(SIZES, SHARES)
def test_an_area_on_the_line_has_a_wilson_interval_that_just_touches(
    size: int, benchmark: float
) -> None:
    n = np.array([float(size)])
    line = proportion_funnel(benchmark, n)
    if line.lower[0] > 0:
        touching = wilson_limits(line.lower * n, n).upper[0]
        assert touching == pytest.approx(benchmark, rel=1e-9)
    if line.upper[0] < 1:
        touching = wilson_limits(line.upper * n, n).lower[0]
        assert touching == pytest.approx(benchmark, rel=1e-9)


@given(SIZES, SHARES)
def test_a_larger_area_has_a_narrower_funnel_and_999_a_wider(size: int, benchmark: float) -> None:
    n = np.array([size, size * 2.0])
    inner, outer = (proportion_funnel(benchmark, n, confidence=c) for c in (0.95, 0.998))
    assert inner.lower[0] <= inner.lower[1] <= benchmark <= inner.upper[1] <= inner.upper[0]
    assert (outer.lower <= inner.lower).all()
    assert (outer.upper >= inner.upper).all()


def test_no_denominator_no_line() -> None:
    assert np.isnan(proportion_funnel(0.5, np.array([0.0, np.nan])).lower).all()


@pytest.mark.parametrize("benchmark", [80.0, -0.1, float("nan")])
def test_a_benchmark_is_a_share(benchmark: float) -> None:
    with pytest.raises(DataError) as caught:
        proportion_funnel(benchmark, np.array([10.0]))
    assert caught.value.code == "Q762"
