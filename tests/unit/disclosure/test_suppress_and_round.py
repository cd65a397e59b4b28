from dataclasses import replace

import numpy as np
import pytest

from hereabouts.disclosure.suppress_and_round import protect
from hereabouts.errors import DisclosureError
from tests.unit.disclosure.small_counts import NHS

NAN = float("nan")


def test_the_nhs_scheme_shows_zero_hides_one_to_seven_and_rounds_the_rest() -> None:
    made = protect(np.array([0, 1, 7, 8, 12, 13, 1_000_002.0]), NHS)
    expected = [0, NAN, NAN, 10, 10, 15, 1_000_000]
    np.testing.assert_array_equal(made.counts, expected)
    assert made.hidden.tolist() == [False, True, True, False, False, False, False]


def test_a_half_is_rounded_upwards() -> None:
    policy = replace(NHS, round_to=4)
    np.testing.assert_array_equal(protect(np.array([10.0, 14.0]), policy).counts, [12, 16])


def test_a_missing_count_is_missing_and_not_hidden() -> None:
    made = protect(np.array([NAN]), NHS)
    assert np.isnan(made.counts[0])
    assert not made.hidden[0]


def test_a_policy_may_hide_zero() -> None:
    made = protect(np.array([0.0, 8.0]), replace(NHS, hide_zero=True))
    assert made.hidden.tolist() == [True, False]


@pytest.mark.parametrize(("count", "code"), [(-5.0, "D103"), (1e300, "D103"), (12.5, "D104")])
def test_what_no_counting_can_produce_is_refused_without_saying_it(count: float, code: str) -> None:
    with pytest.raises(DisclosureError) as caught:
        protect(np.array([20.0, count, NAN]), NHS)
    assert caught.value.code == code
    assert str(count) not in str(caught.value)


@pytest.mark.parametrize(
    ("first", "last", "base"), [(2, 7, 5), (0, 7, 5), (1, 0, 5), (1, 7, 0), (3, 2, 5)]
)
def test_a_policy_that_would_show_a_small_count_is_refused(
    first: int, last: int, base: int
) -> None:
    with pytest.raises(DisclosureError) as caught:
        protect(np.array([0.0]), replace(NHS, suppress_from=first, suppress_to=last, round_to=base))
    assert caught.value.code == "D101"
    assert caught.value.at == NHS.at


@pytest.mark.parametrize(("last", "base"), [(1, 5), (7, 20), (5, 5), (6, 5)])
def test_a_policy_that_would_round_a_count_away_or_down_among_the_hidden_is_refused(
    last: int, base: int
) -> None:
    with pytest.raises(DisclosureError) as caught:
        protect(np.array([0.0]), replace(NHS, suppress_to=last, round_to=base))
    assert caught.value.code == "D102"
