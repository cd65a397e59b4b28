import numpy as np
import pytest

from hereabouts.statistics.exact_poisson import exact_poisson_limits
from hereabouts.statistics.funnel.gamma_quantile import lower_gamma_quantile, upper_gamma_quantile


@pytest.mark.parametrize(
    ("freedom", "lowest", "low", "high", "highest"),
    [  # chi-squared at 0.005, 0.025, 0.975 and 0.995, as printed in any table
        (20, 7.434, 9.591, 34.170, 39.997),
        (30, 13.787, 16.791, 46.979, 53.672),
        (50, 27.991, 32.357, 71.420, 79.490),
        (100, 67.328, 74.222, 129.561, 140.169),
    ],
)
def test_half_a_chi_squared_is_a_gamma(
    freedom: int, lowest: float, low: float, high: float, highest: float
) -> None:
    shape = np.array([freedom / 2])
    assert 2 * lower_gamma_quantile(shape, confidence=0.99)[0] == pytest.approx(lowest, abs=6e-4)
    assert 2 * lower_gamma_quantile(shape, confidence=0.95)[0] == pytest.approx(low, abs=6e-4)
    assert 2 * upper_gamma_quantile(shape, confidence=0.95)[0] == pytest.approx(high, abs=6e-4)
    assert 2 * upper_gamma_quantile(shape, confidence=0.99)[0] == pytest.approx(highest, abs=6e-4)


@pytest.mark.parametrize("confidence", [0.6, 0.95, 0.998])
@pytest.mark.parametrize("events", [9.0, 9.5, 9.999])
def test_meets_the_series_of_small_shapes_where_both_serve(
    events: float, confidence: float
) -> None:
    series = exact_poisson_limits(np.array([events]), confidence=confidence).upper
    integral = upper_gamma_quantile(np.array([events + 1]), confidence=confidence)
    assert integral == pytest.approx(series, rel=1e-12)


@pytest.mark.parametrize("shape", [1e3, 1e6, 1e9])
def test_a_large_shape_is_nearly_normal(shape: float) -> None:
    """Cornish and Fisher's expansion, whose next term is of the order of 1 / sqrt(shape)."""
    z = 1.959963984540054
    expected = shape + z * np.sqrt(shape) + (z * z - 1) / 3
    made = upper_gamma_quantile(np.array([shape]), confidence=0.95)[0]
    assert made == pytest.approx(expected, abs=max(1 / np.sqrt(shape), shape * 1e-14))


def test_shapes_too_small_or_missing_have_none() -> None:
    assert np.isnan(lower_gamma_quantile(np.array([9.9, np.nan, -1.0]), confidence=0.95)).all()
    assert upper_gamma_quantile(np.array([]), confidence=0.95).tolist() == []
