from dataclasses import replace

import numpy as np
import pytest

from hereabouts.disclosure.check_protected import RULES, check_protected
from hereabouts.disclosure.treatment import Figures, Treatment
from hereabouts.model.indicator import Method
from hereabouts.model.policy import Audience
from tests.unit.disclosure.small_counts import NHS, made_by

NAN = float("nan")


def treatment(method: Method, *, hide_zero: bool = False) -> Treatment:
    return Treatment(
        method=method,
        decimals=1,
        policy=replace(NHS, hide_zero=hide_zero),
        audience=Audience.OPEN,
        estimate=made_by(method),
    )


def published(method: Method, numerator: float, denominator: float = NAN) -> Figures:
    """One good row, then the row asked for."""
    top, bottom = np.array([50.0, numerator]), np.array([100.0, denominator])
    value, lower, upper = made_by(method)(top, bottom)
    return Figures(
        numerator=top,
        denominator=bottom,
        value=value,
        lower=lower,
        upper=upper,
        marker=np.array([None, None], dtype=object),
    )


def codes(figures: Figures, how: Treatment) -> list[tuple[str, int]]:
    return [(finding.code, finding.row) for finding in check_protected(figures, treatment=how)]


def test_rounded_figures_pass() -> None:
    assert codes(published(Method.PROPORTION, 20, 100), treatment(Method.PROPORTION)) == []


@pytest.mark.parametrize("count", [1, 5, 7])
def test_a_small_count_shown_is_found(count: float) -> None:
    found = codes(published(Method.COUNT, count), treatment(Method.COUNT))
    assert ("D201", 1) in found


def test_a_small_denominator_shown_is_found() -> None:
    found = codes(published(Method.PROPORTION, 0, 5), treatment(Method.PROPORTION))
    assert found == [("D201", 1)]


def test_a_zero_shown_is_found_only_where_the_policy_hides_zeros() -> None:
    figures = published(Method.COUNT, 0)
    assert codes(figures, treatment(Method.COUNT)) == []
    assert codes(figures, treatment(Method.COUNT, hide_zero=True)) == [("D201", 1)]


def test_an_unrounded_count_is_found() -> None:
    found = codes(published(Method.COUNT, 12), treatment(Method.COUNT))
    assert found == [("D202", 1)]


@pytest.mark.parametrize("column", ["numerator", "denominator", "value", "lower", "upper"])
@pytest.mark.parametrize("marker", ["[c]", "[x]", "[z]"])
def test_a_number_left_in_any_column_of_a_hidden_row_is_found(column: str, marker: str) -> None:
    figures = published(Method.PROPORTION, NAN)
    left = getattr(figures, column).copy()
    left[1] = 50.0
    marked = np.array([None, marker], dtype=object)
    figures = replace(figures, marker=marked, **{column: left})
    assert codes(figures, treatment(Method.PROPORTION)) == [("D203", 1)]


def test_a_missing_value_without_a_marker_is_found() -> None:
    assert codes(published(Method.COUNT, NAN), treatment(Method.COUNT)) == [("D204", 1)]


@pytest.mark.parametrize("column", ["value", "lower", "upper"])
def test_a_value_or_limit_made_from_exact_counts_is_found(column: str) -> None:
    """A limit made from the true counts gives them away as surely as a value does."""
    figures = published(Method.PROPORTION, 20, 100)
    truth = published(Method.PROPORTION, 19, 101)
    leaked = replace(figures, **{column: getattr(truth, column)})
    assert codes(leaked, treatment(Method.PROPORTION)) == [("D205", 1)]


def test_a_share_of_more_than_all_is_found_and_stops_nothing() -> None:
    figures = published(Method.PROPORTION, 50, 100)
    figures = replace(figures, numerator=np.array([50.0, 150.0]))
    found = check_protected(figures, treatment=treatment(Method.PROPORTION))
    assert [(finding.code, finding.row) for finding in found] == [("D205", 1)]


def test_a_mean_shows_no_sum_no_extra_decimals_and_no_value_without_its_count() -> None:
    fine = replace(
        published(Method.MEAN, NAN, 20),
        numerator=np.array([NAN, NAN]),
        value=np.array([3.4, 4.1]),
    )
    how = treatment(Method.MEAN)
    assert codes(fine, how) == []
    assert codes(replace(fine, numerator=np.array([NAN, 80.0])), how) == [("D206", 1)]
    assert codes(replace(fine, value=np.array([3.4, 4.12])), how) == [("D207", 1)]
    assert codes(replace(fine, denominator=np.array([10, NAN])), how) == [("D208", 1)]


def test_a_finding_says_its_rule_in_words_and_no_figure() -> None:
    (finding,) = check_protected(published(Method.COUNT, 12), treatment=treatment(Method.COUNT))
    assert finding.rule == RULES["D202"]
    assert "12" not in repr(finding)


def test_an_audience_that_sees_exact_figures_has_nothing_to_find() -> None:
    how = replace(treatment(Method.COUNT), audience=Audience.INTERNAL)
    assert check_protected(published(Method.COUNT, 3), treatment=how) == ()
