"""From measures to a score and a rating."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.model.quality import Rating
from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.measure import Measure, measure_as_json, measure_from_json
from hereabouts.quality.score import Limits, Reason, score, shown

LIMITS = Limits(amber_below=99, red_below=90)


def measure(tested: int, broken: int, **said: object) -> Measure:
    facts: dict[str, object] = {
        "code": "Q102",
        "name": "code",
        "rule": "'code' must be filled in",
        "dimension": Dimension.COMPLETENESS,
        "severity": "error",
        "passes": True,
    }
    return Measure(tested=tested, broken=broken, **{**facts, **said})  # type: ignore[arg-type]


def test_a_dimension_is_the_mean_of_its_rules_and_the_product_that_of_its_dimensions() -> None:
    found = score(
        [
            measure(1_000, 0),
            measure(10, 1),
            measure(4, 1, dimension=Dimension.VALIDITY),
        ],
        limits=LIMITS,
    )
    assert found.dimensions[Dimension.COMPLETENESS] == pytest.approx((100 + 90) / 2)
    assert found.dimensions[Dimension.VALIDITY] == 75
    assert found.score == pytest.approx((95 + 75) / 2)


def test_what_nothing_measures_is_not_measured_and_never_whole() -> None:
    found = score([measure(10, 0), measure(0, 0, dimension=Dimension.ACCURACY)], limits=LIMITS)
    assert found.dimensions[Dimension.ACCURACY] is None
    assert found.dimensions[Dimension.TIMELINESS] is None
    assert (found.score, found.rating) == (100, Rating.GREEN)
    nothing = score([], limits=LIMITS)
    assert (nothing.score, nothing.rating) == (None, None)


@pytest.mark.parametrize(
    ("broken", "rating"),
    [
        (0, Rating.GREEN),
        (10, Rating.GREEN),
        (11, Rating.AMBER),
        (100, Rating.AMBER),
        (101, Rating.RED),
    ],
)
def test_the_limits_themselves_are_the_better_colour(broken: int, rating: Rating) -> None:
    assert score([measure(1_000, broken)], limits=LIMITS).rating is rating


def test_a_failed_rule_is_red_and_a_failed_warning_amber_whatever_the_score() -> None:
    failed = measure(1_000, 1, passes=False)
    warned = measure(1_000, 1, passes=False, severity="warning")
    assert score([failed], limits=LIMITS).rating is Rating.RED
    assert score([warned], limits=LIMITS).rating is Rating.AMBER
    assert score([warned, failed], limits=LIMITS).red_names == frozenset({"code"})


def test_a_reason_that_no_measure_shows_counts_as_much() -> None:
    refused = Reason(name="delivery", dimension=None, words="refused", rating=Rating.RED)
    found = score([measure(10, 0)], limits=LIMITS, also=[refused])
    assert (found.rating, found.score) == (Rating.RED, 100)
    assert found.red_names == frozenset({"delivery"})


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_score_is_between_0_and_100(tested: int, broken: int) -> None:
    found = score([measure(tested, min(tested, broken))], limits=LIMITS).score
    assert found is None or 0 <= found <= 100


def test_a_measure_survives_being_kept() -> None:
    kept = measure(3, 1, passes=False)
    assert measure_from_json(measure_as_json(kept)) == kept


def test_a_warning_of_one_yes_or_no_lowers_the_score_and_is_amber_alone() -> None:
    late = measure(1, 1, passes=False, severity="warning", dimension=Dimension.TIMELINESS)
    found = score([measure(10, 0), late], limits=LIMITS)
    assert (found.rating, found.score) == (Rating.AMBER, 50)
    many = measure(10, 9, passes=False, severity="warning", dimension=Dimension.VALIDITY)
    assert score([measure(10, 0), many], limits=LIMITS).rating is Rating.RED


def test_less_than_all_is_never_shown_as_all() -> None:
    assert [shown(score) for score in (100.0, 99.99, 99.9, 87.654)] == [100.0, 99.9, 99.9, 87.6]
