import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.statistics.weighted_line import weighted_line

X = np.array([1.0, 2.0, 4.0, 7.0, 11.0])
Y = np.array([2.0, 3.5, 4.0, 9.0, 10.5])
W = np.array([1.0, 4.0, 2.0, 0.5, 3.0])


def test_it_is_the_line_of_numpy() -> None:
    made = weighted_line(X, Y, W)
    slope, intercept = np.polyfit(X, Y, 1, w=np.sqrt(W))
    assert (made.slope, made.intercept) == pytest.approx((slope, intercept), rel=1e-9)
    assert made.residual == pytest.approx(Y - intercept - slope * X, rel=1e-9, abs=1e-12)


def test_standardised_residuals_are_those_of_the_hat_matrix() -> None:
    made = weighted_line(X, Y, W)
    design = np.column_stack([np.ones_like(X), X]) * np.sqrt(W)[:, None]
    hat = np.diag(design @ np.linalg.inv(design.T @ design) @ design.T)
    scaled = made.residual * np.sqrt(W)
    s = np.sqrt(np.sum(scaled**2) / 3)
    assert made.standardised == pytest.approx(scaled / (s * np.sqrt(1 - hat)), rel=1e-9)


def test_a_missing_point_is_left_out_and_keeps_its_row() -> None:
    made = weighted_line(np.append(X, 3.0), np.append(Y, np.nan), np.append(W, 1.0))
    assert made.slope == pytest.approx(weighted_line(X, Y, W).slope)
    assert np.isnan(made.residual[-1])
    assert np.isnan(made.standardised[-1])


def test_two_points_or_one_x_draw_no_line() -> None:
    assert np.isnan(weighted_line(X[:2], Y[:2], W[:2]).slope)
    assert np.isnan(weighted_line(np.ones(5), Y, W).slope)


def test_points_on_a_line_lie_on_it() -> None:
    made = weighted_line(X, 2 * X + 1, W)
    assert made.residual == pytest.approx(np.zeros(5), abs=1e-9)


def test_a_point_without_weight_counts_for_nothing() -> None:
    made = weighted_line(np.append(X, 3.0), np.append(Y, 99.0), np.append(W, 0.0))
    assert made.slope == pytest.approx(weighted_line(X, Y, W).slope)
    assert np.isnan(made.residual[-1])


@given(st.floats(0.1, 1e6))
def test_weights_matter_only_beside_each_other(factor: float) -> None:
    once, again = weighted_line(X, Y, W), weighted_line(X, Y, W * factor)
    assert again.slope == pytest.approx(once.slope, rel=1e-9)
    assert again.standardised == pytest.approx(once.standardised, rel=1e-6)
