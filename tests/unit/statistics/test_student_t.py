import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import normal_quantile
from hereabouts.statistics.student_t import student_t_quantile


@pytest.mark.parametrize(
    ("degrees", "at_95", "at_99"),
    [
        *[(1, 12.706, 63.657), (2, 4.303, 9.925), (10, 2.228, 3.169)],
        *[(30, 2.042, 2.750), (60, 2.000, 2.660), (120, 1.980, 2.617)],
    ],
)
def test_quantiles_are_those_of_abramowitz_and_stegun_table_26_10(
    degrees: float, at_95: float, at_99: float
) -> None:
    freedom = np.array([degrees], dtype=np.float64)
    assert round(student_t_quantile(freedom)[0], 3) == at_95
    assert round(student_t_quantile(freedom, confidence=0.99)[0], 3) == at_99


@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.998, 0.99999])
def test_one_and_two_degrees_have_their_closed_forms(confidence: float) -> None:
    made = student_t_quantile(np.array([1.0, 2.0]), confidence=confidence)
    assert made[0] == pytest.approx(np.tan(np.pi * confidence / 2), rel=1e-11)
    assert made[1] == pytest.approx(confidence * np.sqrt(2 / (1 - confidence**2)), rel=1e-11)


@pytest.mark.parametrize("confidence", [0.95, 0.998])
def test_where_the_integral_gives_way_to_the_expansion_both_agree(confidence: float) -> None:
    around = student_t_quantile(np.array([999.0, 1000.0, 1001.0, 1002.0]), confidence=confidence)
    steps = np.diff(around)
    assert (steps < 0).all()
    # the steps are near 2e-6 and shrink smoothly: a join of 1e-10 would show in the middle one
    assert steps[1] == pytest.approx((steps[0] + steps[2]) / 2, rel=1e-5)


def test_the_expansion_is_as_scipy_has_it_far_into_the_tail() -> None:
    made = student_t_quantile(np.array([1001.0, 1500.0]), confidence=0.99999)
    assert made == pytest.approx([4.439903635946104, 4.432319303880461], rel=2e-12)


def test_with_very_many_degrees_it_is_the_normal() -> None:
    assert student_t_quantile(np.array([1e12]))[0] == pytest.approx(normal_quantile(0.95))


def test_without_a_degree_of_freedom_there_is_no_quantile() -> None:
    assert np.isnan(student_t_quantile(np.array([0.0, -1.0, np.nan]))).all()


def test_a_confidence_in_percent_is_refused() -> None:
    with pytest.raises(DataError, match="Q702"):
        student_t_quantile(np.array([3.0]), confidence=95)
