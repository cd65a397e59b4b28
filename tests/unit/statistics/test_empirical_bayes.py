import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.empirical_bayes import (
    locally_smoothed_rate,
    smoothed_rate,
    standardised_rate,
)
from tests.unit.statistics.grids import EVENTS, PEOPLE, grid

# esda 2.9.0: Empirical_Bayes(EVENTS, PEOPLE).r
ESDA = [
    0.032141924407875354,
    0.03221365069287154,
    0.03213628188763811,
    0.03212560486592409,
    0.03214751398358052,
    0.032183468475234046,
    0.03314126018848711,
    0.032935047695960305,
    0.03215305135645247,
    0.03205431974021006,
    0.0320218919716056,
    0.03324389161539821,
    0.03349947803833326,
    0.032158537254400495,
    0.032110935621799515,
    0.03210308120122141,
    0.032097318402167584,
    0.03202787623417888,
    0.0320412362685745,
    0.03197196757239223,
    0.032035136148807396,
    0.032208438382405606,
    0.03202897815726801,
    0.03204727932855768,
    0.03209150136033346,
]
# esda 2.9.0: assuncao_rate(EVENTS, PEOPLE)
ESDA_STANDARD = [
    -0.43962059235962425,
    -0.15289765221276738,
    -0.5272528728887421,
    -0.3105770075600975,
    -0.37808256144056146,
    -0.2360993190608765,
    1.8965167500892266,
    1.4994741644286556,
    -0.3313989730771624,
    -0.9078011243420936,
    -0.5285263766087164,
    2.0842242001418625,
    2.5908839071525755,
    -0.2941545144414451,
    -0.6044603734220134,
    -0.45071250293402426,
    -0.5060424100081509,
    -0.49333567722763466,
    -0.7067111236098723,
    -1.3850335932184223,
    -0.8157946331118782,
    -0.17659765346968262,
    -0.9784251567552228,
    -0.6265082169036298,
    -0.5780030971376501,
]
# esda 2.9.0: Spatial_Empirical_Bayes(EVENTS, PEOPLE, queen weights).r
ESDA_LOCAL = [
    0.03680981595092025,
    0.03842794759825328,
    0.03740458015267176,
    0.031578947368421054,
    0.026573426573426574,
    0.03804962189544053,
    0.042947400671314126,
    0.042317946045782324,
    0.034994851078539196,
    0.026470588235294117,
    0.03593626939115441,
    0.04376145804861957,
    0.0451401872418012,
    0.03239196951627722,
    0.02236842105263158,
    0.032520325203252036,
    0.03251556170847663,
    0.03229094342861748,
    0.027952114030043523,
    0.02236024844720497,
    0.025757575757575757,
    0.025233644859813085,
    0.025,
    0.02197802197802198,
    0.02,
]


def test_it_is_what_esda_says() -> None:
    np.testing.assert_allclose(smoothed_rate(EVENTS, PEOPLE), ESDA, rtol=0, atol=1e-12)


def test_locally_it_is_what_esda_says() -> None:
    found = locally_smoothed_rate(EVENTS, PEOPLE, grid(5, 5))
    np.testing.assert_allclose(found, ESDA_LOCAL, rtol=0, atol=1e-12)


def test_standardised_it_is_what_esda_says() -> None:
    np.testing.assert_allclose(standardised_rate(EVENTS, PEOPLE), ESDA_STANDARD, rtol=0, atol=1e-12)


def test_standardised_rates_of_few_people_vary_no_more_than_others() -> None:
    people = np.repeat([200.0, 20_000.0], 5000)
    events = np.random.default_rng(4).poisson(people * 0.02).astype(float)
    found = standardised_rate(events, people)
    np.testing.assert_allclose([found[:5000].std(), found[5000:].std()], 1, atol=0.05)


def test_standardised_nothing_anywhere_is_no_rate() -> None:
    assert np.isnan(standardised_rate(np.zeros(5), np.full(5, 10.0))).all()


def test_where_areas_differ_by_chance_alone_all_have_the_mean() -> None:
    people = np.random.default_rng(0).uniform(50, 5000, 400)
    events = np.round(people * 0.1)  # less varied than chance would have it
    found = smoothed_rate(events, people)
    np.testing.assert_allclose(found, events.sum() / people.sum())


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(50, 9000)), min_size=2, max_size=40))
def test_a_smoothed_rate_is_between_its_own_and_the_mean(rows: list[tuple[int, int]]) -> None:
    events, people = np.array(rows, dtype=float).T
    own, mean = events / people, events.sum() / people.sum()
    found = smoothed_rate(events, people)
    assert (found >= np.minimum(own, mean) - 1e-12).all()
    assert (found <= np.maximum(own, mean) + 1e-12).all()


def test_the_fewer_the_people_the_nearer_the_mean() -> None:
    people = np.array([100.0, 10_000.0, 10_000.0, 10_000.0])
    events = np.array([40.0, 4_000.0, 500.0, 500.0])  # the first two have one rate
    found = smoothed_rate(events, people)
    assert found[0] < found[1] < 0.4


def test_missing_areas_stay_missing_and_move_nothing() -> None:
    gaps = np.append(EVENTS, [np.nan, 4.0, 0.0]), np.append(PEOPLE, [90.0, np.nan, 0.0])
    found = smoothed_rate(*gaps)
    assert np.isnan(found[25:]).all()
    np.testing.assert_allclose(found[:25], ESDA, rtol=0, atol=1e-12)


def test_locally_a_missing_area_is_left_out_of_the_others() -> None:
    events = np.where(np.arange(25) == 24, np.nan, EVENTS)
    found = locally_smoothed_rate(events, PEOPLE, grid(5, 5))
    assert np.isnan(found[24])
    far = [0, 1, 2, 5, 6, 7, 10, 11, 12]  # not next to it
    np.testing.assert_allclose(found[far], np.array(ESDA_LOCAL)[far], rtol=0, atol=1e-12)


def test_no_events_anywhere_is_a_rate_of_0() -> None:
    np.testing.assert_array_equal(smoothed_rate(np.zeros(5), np.full(5, 10.0)), np.zeros(5))


def test_events_among_nobody_are_refused() -> None:
    with pytest.raises(DataError) as error:
        smoothed_rate(np.array([1.0, 2.0]), np.array([0.0, 10.0]))
    assert error.value.code == "Q773"
