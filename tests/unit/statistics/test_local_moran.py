import numpy as np

from hereabouts.statistics.local_moran import Quadrant, local_moran
from hereabouts.statistics.neighbours import neighbours_of_pairs
from tests.unit.statistics.grids import EVENTS, grid, shuffled

# esda 2.9.0: Moran_Local(EVENTS, queen weights, transformation="r", permutations=0): Is, EIc, VIc
# and q. It divides Is by n - 1 values and its moments by n; ours are all by n.
STATISTIC = [
    -0.431830985915493,
    0.07674775928297058,
    -0.6550064020486559,
    -0.1656338028169014,
    0.08481434058898847,
    0.013367477592829718,
    1.097938540332907,
    1.0086299615877083,
    -0.031142765685019218,
    0.17008962868117797,
    0.28763124199743934,
    1.5063092189500644,
    1.3725864276568507,
    0.0007874519846350844,
    0.5496030729833548,
    -0.04770806658130603,
    -0.18023047375160056,
    0.15971830985915494,
    0.09393725992317538,
    0.6594622279129323,
    0.17316261203585148,
    -0.006606914212548021,
    0.17008962868117797,
    0.2507554417413573,
    0.5028681177976952,
]
EXPECTED = [
    -0.017769019419547588,
    -0.002430777848911652,
    -0.03202358087921469,
    -0.01976965962441315,
    -0.00768245838668374,
    -1.3337601365770404e-05,
    -0.13605687153222368,
    -0.07703798548868973,
    -0.0017638977806231327,
    -0.05044614276568502,
    -0.00901621852326078,
    -0.17181831519419552,
    -0.25584520379854897,
    -1.3337601365770404e-05,
    -0.03202358087921469,
    -0.0017638977806231327,
    -0.00768245838668374,
    -0.01976965962441315,
    -0.017769019419547588,
    -0.07303670507895861,
    -0.03202358087921469,
    -1.3337601365770404e-05,
    -0.05044614276568502,
    -0.00768245838668374,
    -0.017769019419547588,
]
VARIANCE = [
    0.13279670606402968,
    0.01001576395462108,
    0.1280355112588815,
    0.08004295292874176,
    0.05800442123776553,
    5.5089357828053064e-05,
    0.2555334766110602,
    0.15457203104463949,
    0.0038277966200927073,
    0.1978533172759205,
    0.036905130480267445,
    0.30934082990874706,
    0.4138879032431042,
    2.899439885687003e-05,
    0.1280355112588815,
    0.007272813578176145,
    0.016572691782218728,
    0.04212786996249566,
    0.0379419160182942,
    0.279640119785476,
    0.23585488916109734,
    5.5089357828053064e-05,
    0.1978533172759205,
    0.031488114386215585,
    0.13279670606402968,
]
QUADRANT = [2, 1, 2, 4, 3, 1, 1, 1, 2, 3, 1, 1, 1, 1, 3, 2, 2, 1, 3, 3, 3, 4, 3, 3, 3]


def test_it_is_what_esda_says() -> None:
    found = local_moran(EVENTS, grid(5, 5))
    statistic = np.array(STATISTIC) * 25 / 24
    z = (statistic - EXPECTED) / np.sqrt(VARIANCE)
    np.testing.assert_allclose(found.statistic, statistic, rtol=0, atol=1e-12)
    np.testing.assert_allclose(found.z, z, rtol=0, atol=1e-12)
    np.testing.assert_array_equal(found.quadrant, QUADRANT)


def test_a_low_area_among_high_ones_is_said_to_be_so() -> None:
    values = np.zeros(49)
    values[[16, 17, 18, 23, 25, 30, 31, 32]] = 10.0  # a ring, its middle 0
    found = local_moran(values, grid(7, 7))
    assert found.quadrant[24] == Quadrant.LOW_HIGH
    assert found.z[24] < -3
    assert local_moran(-values, grid(7, 7)).quadrant[24] == Quadrant.HIGH_LOW


def test_the_expected_value_and_variance_are_those_of_dealing_the_values_again() -> None:
    # Area 0 keeps its own; the other 24 values are dealt to its three neighbours.
    own = EVENTS - EVENTS.mean()
    rng = np.random.default_rng(1)
    dealt = rng.permuted(np.tile(own[1:], (200_000, 1)), axis=1)[:, :3].mean(axis=1)
    drawn = own[0] * dealt / (own**2).mean()
    found = local_moran(EVENTS, grid(5, 5))
    z = (found.statistic[0] - drawn.mean()) / drawn.std()
    assert abs(z - found.z[0]) < 0.02


def test_missing_areas_and_islands_have_none() -> None:
    pair = neighbours_of_pairs(np.array([0, 1, 2, 3]), np.array([1, 0, 3, 2]), areas=6)
    found = local_moran(np.array([1.0, 2, 3, np.nan, 5, 6]), pair)
    np.testing.assert_array_equal(found.quadrant >= 0, [True, True, False, False, False, False])
    assert np.isnan(found.z[2:]).all()


def test_nothing_stands_out_where_all_are_equal() -> None:
    found = local_moran(np.full(25, 0.1), grid(5, 5))
    assert np.isnan(found.z).all()
    assert set(found.quadrant) == {Quadrant.NONE}


def test_the_order_of_areas_does_not_matter() -> None:
    order = np.random.default_rng(3).permutation(25)
    found = local_moran(EVENTS[order], shuffled(grid(5, 5), order))
    expected = local_moran(EVENTS, grid(5, 5)).z[order]
    np.testing.assert_allclose(found.z, expected, atol=1e-12)
