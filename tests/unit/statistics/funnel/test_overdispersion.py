import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.statistics.funnel.overdispersion import overdispersion, standard_scores
from hereabouts.statistics.funnel.scales import (
    LOG_RATIO,
    PROPORTION,
    RATIO_OF_COUNTS,
    ROOT_RATIO,
    Scale,
    placed,
)

SCALES = [LOG_RATIO, ROOT_RATIO, PROPORTION, RATIO_OF_COUNTS]
AREAS = st.lists(
    st.integers(min_value=5, max_value=5_000).flatmap(
        lambda d: st.tuples(st.integers(min_value=1, max_value=d), st.just(d))
    ),
    min_size=5,
    max_size=60,
)


@pytest.mark.parametrize("scale", SCALES)
@given(areas=AREAS)
def test_the_order_of_areas_does_not_matter(scale: Scale, areas: list[tuple[int, int]]) -> None:
    x, d = np.array(areas, dtype=float).T
    back = overdispersion(scale, x[::-1], d[::-1])
    spread = overdispersion(scale, x, d)
    assert back == pytest.approx(spread, rel=1e-9, abs=1e-12)
    assert spread.phi >= 0
    assert spread.tau2 >= 0


@pytest.mark.parametrize("scale", SCALES)
def test_chance_alone_is_not_widened_and_differences_are(scale: Scale) -> None:
    draw = np.random.default_rng(3)
    d = draw.integers(200, 900, 400).astype(float)
    apart = np.exp(draw.normal(-1, 0.3, 400))
    chance = overdispersion(
        scale, draw.poisson(d / 3).clip(1, d) * 1.0, d if is_own(scale) else d / 3
    )
    real = overdispersion(scale, draw.poisson(d * apart).clip(1, d) * 1.0, d)
    assert chance.phi < 1.2
    assert chance.tau2 < 0.001
    assert real.phi > 2
    assert real.tau2 > 0.005


def is_own(scale: Scale) -> bool:
    return scale in (PROPORTION, RATIO_OF_COUNTS)


def test_one_wild_area_does_not_widen_the_funnel() -> None:
    x, d = np.full(50, 100.0), np.full(50, 100.0)
    x[0] = 100_000
    for scale in (LOG_RATIO, ROOT_RATIO):
        assert overdispersion(scale, x, d) == (0.0, 0.0)


def test_areas_without_numbers_are_left_out() -> None:
    x, d = np.array([5.0, 9.0, 30.0, 14.0]), np.array([9.0, 14.0, 25.0, 15.0])
    more = overdispersion(ROOT_RATIO, np.append(x, [np.nan, 0.0]), np.append(d, [4.0, 0.0]))
    assert more == overdispersion(ROOT_RATIO, x, d)


def test_too_few_areas_have_no_spread() -> None:
    for count in (0, 1):
        one = np.ones(count)
        assert np.isnan(overdispersion(ROOT_RATIO, one, one)).all()


def test_a_variance_between_areas_brings_scores_nearer() -> None:
    points = placed(ROOT_RATIO, np.array([400.0]), np.array([100.0]))
    assert standard_scores(points)[0] == pytest.approx(20)
    assert standard_scores(points, tau2=1.0)[0] == pytest.approx(1 / np.sqrt(1.0025))
