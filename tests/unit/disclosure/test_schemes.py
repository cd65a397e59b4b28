"""What each scheme but the usual one shows, row by row."""

from dataclasses import replace

import numpy as np
import pytest

from hereabouts.disclosure.cell_key import record_keys
from hereabouts.disclosure.check_protected import check_protected
from hereabouts.disclosure.protect_observations import protect_observations
from hereabouts.disclosure.protected_counts import CountKeys
from hereabouts.disclosure.treatment import Figures, Treatment
from hereabouts.errors import DisclosureError
from hereabouts.model.indicator import Method
from hereabouts.model.noise import Noise
from hereabouts.model.policy import Audience, DisclosurePolicy, Scheme
from tests.unit.disclosure.small_counts import NHS, made_by

NAN = float("nan")
THRESHOLD = replace(NHS, scheme=Scheme.THRESHOLD, suppress_to=4, round_to=1)
NOISY = replace(
    NHS,
    scheme=Scheme.CELL_KEY,
    suppress_to=2,
    round_to=1,
    noise=Noise(at_most=5, variance=3, never_to=2),
)
BY_AGE = [method for method in Method if method.by_age]


def under(policy: DisclosurePolicy, method: Method) -> Treatment:
    return Treatment(
        method=method, decimals=1, policy=policy, audience=Audience.OPEN, estimate=made_by(method)
    )


def exact(
    method: Method, numerator: list[float], denominator: list[float], marker: str | None = None
) -> Figures:
    """Values by age are 12.34 with limits from 10.01 to 15.55, whatever they are made from."""
    top, bottom = np.array(numerator), np.array(denominator)
    value, lower, upper = made_by(method)(top, bottom)
    if method.by_age:
        value, lower, upper = (np.full(top.shape, number) for number in (12.34, 10.01, 15.55))
    markers = np.full(top.shape, marker, dtype=object)
    return Figures(
        numerator=top, denominator=bottom, value=value, lower=lower, upper=upper, marker=markers
    )


def no_rows_hidden(figures: Figures) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.zeros(len(figures.value), np.bool_)


def keys_for(figures: Figures) -> CountKeys:
    rows = range(len(figures.value))
    secret = b"a secret of thirty-two characters"
    return CountKeys(
        record_keys((f"numerator {row}" for row in rows), secret=secret),
        record_keys((f"denominator {row}" for row in rows), secret=secret),
    )


def test_a_threshold_shows_exact_figures_and_hides_small_ones() -> None:
    figures = exact(Method.PROPORTION, [13, 4, 0, 49], [52, 52, 52, 52])
    how = under(THRESHOLD, Method.PROPORTION)
    made = protect_observations(figures, treatment=how, also_hidden=no_rows_hidden(figures))
    np.testing.assert_array_equal(made.numerator, [13, NAN, 0, NAN])
    assert made.value[0] == 25
    assert made.marker.tolist() == [None, "[c]", None, "[c]"]
    assert check_protected(made, treatment=how) == ()


def test_a_threshold_without_joint_suppression_is_refused() -> None:
    """Nothing is hidden beside small counts until somebody has looked for what must be."""
    with pytest.raises(DisclosureError) as caught:
        protect_observations(
            exact(Method.COUNT, [20], [NAN]), treatment=under(THRESHOLD, Method.COUNT)
        )
    assert caught.value.code == "D123"
    assert caught.value.at == THRESHOLD.at


@pytest.mark.parametrize("policy", [NHS, THRESHOLD], ids=["rounded", "exact"])
@pytest.mark.parametrize("method", list(Method))
def test_a_row_hidden_for_what_stands_beside_it_shows_nothing(
    policy: DisclosurePolicy, method: Method
) -> None:
    figures = exact(method, [130, 130], [520, 520])
    hidden = np.array([False, True])
    made = protect_observations(figures, treatment=under(policy, method), also_hidden=hidden)
    assert made.marker.tolist() == [None, "[c]"]
    assert np.isnan([numbers[1] for numbers in made.numbers]).all()
    assert not np.isnan(made.value[0])


def test_a_row_that_was_not_available_stays_so_whatever_is_hidden_beside_it() -> None:
    figures = exact(Method.COUNT, [NAN], [NAN], marker="[x]")
    hidden = np.array([True])
    made = protect_observations(figures, treatment=under(NHS, Method.COUNT), also_hidden=hidden)
    assert made.marker.tolist() == ["[x]"]


def test_a_row_shown_though_it_is_hidden_is_found() -> None:
    figures = exact(Method.COUNT, [20, 20], [NAN, NAN])
    found = check_protected(
        figures, treatment=under(NHS, Method.COUNT), also_hidden=np.array([False, True])
    )
    assert [(one.code, one.row) for one in found] == [("D209", 1)]


def test_noise_moves_counts_and_values_follow() -> None:
    figures = exact(Method.CRUDE_RATE, [40.0] * 50, [400.0] * 50)
    how = under(NOISY, Method.CRUDE_RATE)
    made = protect_observations(figures, treatment=how, cell_keys=keys_for(figures))
    assert len(set(made.numerator)) > 5
    assert np.abs(made.numerator - 40).max() <= 5
    assert np.abs(made.denominator - 400).max() <= 5
    np.testing.assert_allclose(made.value, made.numerator / made.denominator * 100)
    assert check_protected(made, treatment=how) == ()


def test_under_noise_a_share_is_never_more_than_all() -> None:
    figures = exact(Method.PROPORTION, [40.0] * 50, [40.0] * 50)
    how = under(NOISY, Method.PROPORTION)
    made = protect_observations(figures, treatment=how, cell_keys=keys_for(figures))
    assert made.value.max() == 100
    assert (made.numerator <= made.denominator).all()
    assert check_protected(made, treatment=how) == ()


def test_under_noise_a_mean_of_as_few_as_noise_can_undo_is_hidden() -> None:
    figures = exact(Method.MEAN, [50, 60, 70], [5, 6, 100])
    how = under(NOISY, Method.MEAN)
    made = protect_observations(figures, treatment=how, cell_keys=keys_for(figures))
    assert made.marker.tolist() == ["[c]", None, None]
    assert check_protected(made, treatment=how) == ()


@pytest.mark.parametrize("lacking", ["keys", "noise"])
def test_noise_without_keys_or_without_a_policy_for_it_is_refused(lacking: str) -> None:
    figures = exact(Method.COUNT, [20], [NAN])
    policy = NOISY if lacking == "keys" else replace(NOISY, noise=None)
    keys = None if lacking == "keys" else keys_for(figures)
    with pytest.raises(DisclosureError) as caught:
        protect_observations(figures, treatment=under(policy, Method.COUNT), cell_keys=keys)
    assert caught.value.code == "D123"


def test_a_count_that_noise_left_among_those_never_shown_is_found() -> None:
    found = check_protected(
        exact(Method.COUNT, [2, 3, 3.5], [NAN] * 3), treatment=under(NOISY, Method.COUNT)
    )
    assert [(one.code, one.row) for one in found] == [("D201", 0), ("D202", 2)]


def test_an_estimate_is_made_whole_protected_and_still_said_to_be_one() -> None:
    """12.5 and 13.5 people: halves go to the even number, before anything else."""
    figures = exact(Method.PROPORTION, [12.5, 13.5, 7.4], [52.2, 52.2, 52.2], marker="[e]")
    how = under(THRESHOLD, Method.PROPORTION)
    made = protect_observations(figures, treatment=how, also_hidden=no_rows_hidden(figures))
    np.testing.assert_array_equal(made.numerator, [12, 14, 7])
    np.testing.assert_array_equal(made.denominator, [52, 52, 52])
    assert made.marker.tolist() == ["[e]"] * 3
    assert check_protected(made, treatment=how) == ()


def test_a_small_estimate_is_hidden() -> None:
    figures = exact(Method.COUNT, [7.4, 7.6, 0.4], [NAN] * 3, marker="[e]")
    made = protect_observations(figures, treatment=under(NHS, Method.COUNT))
    np.testing.assert_array_equal(made.numerator, [NAN, 10, 0])
    assert made.marker.tolist() == ["[c]", "[e]", "[e]"]


def test_an_estimated_share_of_nobody_is_not_available() -> None:
    figures = exact(Method.PROPORTION, [0.2], [0.4], marker="[e]")
    made = protect_observations(figures, treatment=under(NHS, Method.PROPORTION))
    assert made.marker.tolist() == ["[x]"]


def test_the_sum_behind_an_estimated_mean_need_not_be_whole() -> None:
    figures = exact(Method.MEAN, [310.25], [13.4], marker="[e]")
    made = protect_observations(figures, treatment=under(NHS, Method.MEAN))
    assert (made.denominator[0], made.value[0], made.marker[0]) == (15, 23.2, "[e]")


@pytest.mark.parametrize("marker", [None, "[u]"])
def test_a_fraction_that_is_no_estimate_is_refused(marker: str | None) -> None:
    with pytest.raises(DisclosureError) as caught:
        protect_observations(
            exact(Method.COUNT, [12.5], [NAN], marker=marker), treatment=under(NHS, Method.COUNT)
        )
    assert caught.value.code == "D104"


@pytest.mark.parametrize("method", BY_AGE)
def test_a_standardised_value_is_shown_to_its_decimals_beside_rounded_counts(
    method: Method,
) -> None:
    figures = exact(method, [13], [52])
    made = protect_observations(figures, treatment=under(NHS, method))
    assert (made.numerator[0], made.denominator[0]) == (15, 50)
    assert (made.value[0], made.lower[0], made.upper[0]) == (12.3, 10.0, pytest.approx(15.6, 0.01))
    assert check_protected(made, treatment=under(NHS, method)) == ()


@pytest.mark.parametrize("method", BY_AGE)
@pytest.mark.parametrize("counts", [(3.0, 520.0), (0.0, 6.0)])
def test_a_standardised_value_on_few_events_or_people_is_hidden(
    method: Method, counts: tuple[float, float]
) -> None:
    figures = exact(method, [counts[0]], [counts[1]])
    made = protect_observations(figures, treatment=under(NHS, method))
    assert made.marker.tolist() == ["[c]"]


@pytest.mark.parametrize("method", BY_AGE)
def test_few_people_without_an_event_do_not_hide_a_rate(method: Method) -> None:
    figures = exact(method, [49], [52])
    assert protect_observations(figures, treatment=under(NHS, method)).marker[0] is None


@pytest.mark.parametrize("method", BY_AGE)
def test_a_standardised_value_that_is_shown_as_it_should_not_be_is_found(method: Method) -> None:
    figures = exact(method, [50], [500])
    rough = replace(figures, value=np.array([12.3]), lower=np.array([10.0]))
    how = under(NHS, method)
    assert [one.code for one in check_protected(rough, treatment=how)] == ["D210"]
    fine = replace(rough, upper=np.array([15.6]))
    assert check_protected(fine, treatment=how) == ()
    for count in ("numerator", "denominator"):
        lacking = replace(fine, **{count: np.array([NAN])})
        assert [one.code for one in check_protected(lacking, treatment=how)] == ["D211"]
