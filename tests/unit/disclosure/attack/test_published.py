from datetime import date

import numpy as np
import pytest

from hereabouts.disclosure.attack.published import said_by_rate, said_exactly, said_rounded
from hereabouts.disclosure.suppress_and_round import protect
from hereabouts.errors import Location
from hereabouts.model.policy import Audience, DisclosurePolicy, Scheme


def policy(*, most: int = 7, base: int = 5, hide_zero: bool = False) -> DisclosurePolicy:
    return DisclosurePolicy(
        name="nhs",
        title="Hidden to 7, rounded to 5",
        scheme=Scheme.SUPPRESS_AND_ROUND,
        suppress_from=1,
        suppress_to=most,
        round_to=base,
        hide_zero=hide_zero,
        audiences=(Audience.OPEN,),
        why="a test",
        approved_by="nobody",
        review_on=date(2027, 1, 1),
        at=Location("policies/disclosure/nhs.yml"),
    )


def test_an_exact_count_is_itself_and_a_hidden_one_anything() -> None:
    lower, upper = said_exactly(np.array([4, np.nan]))
    assert (lower.tolist(), upper.tolist()) == ([4, 0], [4, np.inf])


def test_a_rounded_count_is_one_of_five_but_not_one_that_would_be_hidden() -> None:
    shown = np.array([0, 10, 25, np.nan, np.nan])
    secondary = np.array([False, False, False, False, True])
    lower, upper = said_rounded(shown, policy(), secondary=secondary)
    assert lower.tolist() == [0, 8, 23, 1, 0]
    assert upper.tolist() == [0, 12, 27, 7, np.inf]


def test_where_zeros_are_hidden_a_hidden_count_may_be_one() -> None:
    lower, _ = said_rounded(np.array([np.nan]), policy(hide_zero=True), secondary=np.array([False]))
    assert lower.tolist() == [0]


@pytest.mark.parametrize(("most", "base"), [(7, 5), (9, 5), (5, 4), (4, 3), (1, 1), (9, 10)])
def test_an_interval_is_all_the_counts_that_are_published_alike(most: int, base: int) -> None:
    counts = np.arange(200.0)
    said = policy(most=most, base=base)
    shown = protect(counts, said).counts
    lower, upper = said_rounded(shown, said, secondary=np.zeros(200, dtype=np.bool_))
    for count in range(150):
        alike = np.flatnonzero((shown == shown[count]) | (np.isnan(shown) & np.isnan(shown[count])))
        assert (lower[count], upper[count]) == (alike.min(), alike.max())


def test_a_rate_gives_its_count_away_where_few_people_live() -> None:
    """1.3 % of 312 people is 4 of them and no other number."""
    lower, upper = said_by_rate(
        np.array([1.3]), (np.array([312.0]), np.array([312.0])), per=100, decimals=1
    )
    assert (lower.tolist(), upper.tolist()) == ([4], [4])


def test_a_rate_of_a_rounded_population_says_less() -> None:
    lower, upper = said_by_rate(
        np.array([1.3]), (np.array([208.0]), np.array([412.0])), per=100, decimals=1
    )
    assert (lower.tolist(), upper.tolist()) == ([3], [5])
