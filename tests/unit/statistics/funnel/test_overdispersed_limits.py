import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.statistics.funnel.overdispersed_limits import overdispersed_limits
from hereabouts.statistics.funnel.scales import (
    LOG_RATIO,
    PROPORTION,
    RATIO_OF_COUNTS,
    ROOT_RATIO,
    Scale,
    placed,
)

TARGETS = {id(LOG_RATIO): 0.0, id(ROOT_RATIO): 1.0, id(PROPORTION): 0.6, id(RATIO_OF_COUNTS): 0.2}
SCALES = [LOG_RATIO, ROOT_RATIO, PROPORTION, RATIO_OF_COUNTS]


@pytest.mark.parametrize("scale", SCALES)
@given(st.integers(min_value=1, max_value=1_000_000), st.floats(min_value=0, max_value=2))
def test_more_variance_widens_and_more_people_narrow(scale: Scale, size: int, tau2: float) -> None:
    target = TARGETS[id(scale)]
    d = np.array([size, size * 4.0])
    plain = overdispersed_limits(scale, d, target=target, tau2=0.0)
    wide = overdispersed_limits(scale, d, target=target, tau2=tau2)
    assert (wide.lower <= plain.lower).all()
    assert (wide.upper >= plain.upper).all()
    assert plain.lower[0] <= plain.lower[1] <= plain.upper[1] <= plain.upper[0]
    assert (wide.lower >= 0).all()


@pytest.mark.parametrize("scale", SCALES)
def test_one_area_in_twenty_lies_outside_by_chance(scale: Scale) -> None:
    """With FunnelPlotR's lines it is half of all areas for a ratio of counts, a third by roots."""
    draw = np.random.default_rng(2)
    d = np.full(20_000, 300.0)
    x = draw.binomial(300, 0.4, 20_000) if scale is PROPORTION else draw.poisson(d)
    if scale is RATIO_OF_COUNTS:
        d = draw.poisson(d).astype(float)
    target = placed(scale, x.astype(float), d).target
    line = overdispersed_limits(scale, d, target=target, tau2=0.0)
    outside = (x / d < line.lower) | (x / d > line.upper)
    assert 0.04 < outside.mean() < 0.06


def test_a_share_stays_between_0_and_1() -> None:
    line = overdispersed_limits(PROPORTION, np.array([1.0, 2.0]), target=0.1, tau2=0.5)
    assert line.lower.tolist() == [0, 0]
    assert (line.upper <= 1).all()


def test_no_denominator_no_line() -> None:
    for scale in SCALES:
        line = overdispersed_limits(scale, np.array([0.0, np.nan]), target=0.5, tau2=0.0)
        assert np.isnan(line.lower).all()
        assert np.isnan(line.upper).all()
