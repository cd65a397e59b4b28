import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import DataError
from hereabouts.statistics.false_discovery import q_values, two_sided_p

# Benjamini and Hochberg (1995), section 3.2: 15 comparisons; at 5% the first four are findings.
PUBLISHED = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240]
PUBLISHED += [0.4262, 0.5719, 0.6528, 0.7590, 1.0]


def test_the_published_example_has_four_findings() -> None:
    np.testing.assert_array_equal(q_values(np.array(PUBLISHED)) <= 0.05, [True] * 4 + [False] * 11)


def test_q_is_the_least_of_p_times_tests_over_rank_from_there_on() -> None:
    np.testing.assert_allclose(
        q_values(np.array([0.04, 0.01, 0.03, np.nan])), [0.04, 0.03, 0.04, np.nan]
    )


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), st.sampled_from([0.01, 0.05, 0.2]))
def test_findings_are_those_of_the_step_up_rule(p: list[float], rate: float) -> None:
    ordered = sorted(p)
    steps = [i for i, one in enumerate(ordered, 1) if one * len(p) / i <= rate]
    last = ordered[steps[-1] - 1] if steps else -1.0
    np.testing.assert_array_equal(q_values(np.array(p)) <= rate, np.array(p) <= last)


def test_a_p_is_of_both_tails() -> None:
    p = two_sided_p(np.array([0.0, 1.959963984540054, -1.959963984540054, np.nan]))
    np.testing.assert_allclose(p, [1, 0.05, 0.05, np.nan], atol=1e-12)


def test_nothing_tested_is_nothing_found() -> None:
    assert q_values(np.array([])).shape == (0,)
    assert np.isnan(q_values(np.array([np.nan]))).all()


def test_a_percentage_is_no_p() -> None:
    with pytest.raises(DataError) as error:
        q_values(np.array([5.0]))
    assert error.value.code == "Q772"


def test_permutations_cannot_pass_it_over_many_areas() -> None:
    """The trap: 25 real clusters, each at the least p that 999 permutations can give."""
    p = np.append(np.full(25, 1 / 1000), np.linspace(0.001, 1, 2475))
    assert (q_values(p) > 0.05).all()
