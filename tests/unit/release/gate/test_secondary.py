"""What is hidden beside rows that a policy hides by itself, and for whose sake."""

from dataclasses import replace

import numpy as np
import pytest

from hereabouts.disclosure.linear_system import Flags
from hereabouts.disclosure.treatment import Treatment
from hereabouts.model.indicator import Method
from hereabouts.model.policy import Audience, DisclosurePolicy, Scheme
from hereabouts.release.gate.earlier import Ledger
from hereabouts.release.gate.secondary import Member, hidden_together
from hereabouts.release.period_unions import PeriodSums
from hereabouts.release.said_before import KINDS
from hereabouts.release.said_of_cells import SaidOfCells
from tests.unit.disclosure.attack.test_published import policy
from tests.unit.indicators.made_up import indicator
from tests.unit.release.gate.made_up_rows import Row, areas, rows_of

WHOLE, NUMBERS = np.empty(0, np.int64), np.empty(0)
NOTHING_SAID = SaidOfCells(WHOLE, NUMBERS, NUMBERS, WHOLE, WHOLE, NUMBERS, NUMBERS)
FIRST_RELEASE = Ledger(dict.fromkeys(KINDS, NOTHING_SAID), PeriodSums(WHOLE, WHOLE, WHOLE))
THRESHOLD = replace(policy(), scheme=Scheme.THRESHOLD, round_to=1, minimum_width=3)


def member(method: Method, rules: DisclosurePolicy, *, name: str = "events") -> Member:
    treatment = Treatment(
        method=method,
        decimals=1,
        policy=rules,
        audience=Audience.OPEN,
        estimate=lambda numerator, _: (numerator, numerator, numerator),
    )
    return Member(indicator(method=method, name=name), treatment, frozenset({"icb", "lsoa"}))


def beside(
    rows: list[Row], primary: list[int], *family: Member, failed: tuple[int, ...] = ()
) -> list[int]:
    """Rows that are hidden besides."""
    first: Flags = np.isin(np.arange(len(rows)), primary)
    known = areas()
    found = hidden_together(rows_of(rows, known), first, family, known, FIRST_RELEASE)
    assert np.flatnonzero(found.failed).tolist() == list(failed)
    return [int(n) for n in np.flatnonzero(found.hidden & ~first)]


def test_a_total_gives_a_count_away_and_so_its_cheapest_neighbour_is_hidden() -> None:
    rows = [Row("B1", 23), Row("E1", 3), Row("E2", 20), Row("B2", 99), Row("E3", 99)]
    assert beside(rows, [1], member(Method.COUNT, THRESHOLD)) == [2]


def test_nothing_is_hidden_beside_a_count_that_no_sum_gives_away() -> None:
    rows = [Row("E1", 3), Row("E2", 20), Row("B2", 99), Row("E3", 99)]
    assert beside(rows, [0], member(Method.COUNT, THRESHOLD)) == []


def test_a_few_without_the_characteristic_are_not_given_away_by_those_who_have_it() -> None:
    """Ten of twelve: what is small is the rest, and sums of the rest tell it."""
    rows = [Row("B1", 60, 112), Row("E1", 10, 12), Row("E2", 50, 100)]
    assert beside(rows, [1], member(Method.PROPORTION, THRESHOLD)) == [2]
    assert beside(rows, [1], member(Method.CRUDE_RATE, THRESHOLD)) == []


def test_another_breakdown_of_the_same_people_gives_a_count_away() -> None:
    rows = [Row("E1", 23), Row("E1", 3, indicator=1), Row("E1", 20, indicator=1, category=1)]
    by_sex = member(Method.COUNT, THRESHOLD, name="by_sex")
    assert beside(rows, [1], member(Method.COUNT, THRESHOLD), by_sex) != []


@pytest.mark.parametrize(("hide_zero", "found"), [(False, []), (True, [2])])
def test_a_hidden_nought_is_kept_secret_where_the_policy_hides_noughts(
    hide_zero: bool,
    found: list[int],
) -> None:
    """Nobody in E1 had the event, and few live there."""
    rules = replace(THRESHOLD, hide_zero=hide_zero)
    rows = [Row("B1", 20), Row("E1", 0), Row("E2", 20)]
    assert beside(rows, [1], member(Method.COUNT, rules)) == found


def test_what_rounding_leaves_open_is_mended() -> None:
    """8 and 9 are shown as 10, which is from 8 to 12: what is between them is 4 at most."""
    rules = replace(policy(), minimum_width=5)
    rows = [Row("B1", 9), Row("E1", 1), Row("E2", 8)]
    assert beside(rows, [1], member(Method.COUNT, rules)) == [2]
    assert beside(rows, [1], member(Method.COUNT, policy())) == []


def test_a_hidden_total_of_hidden_parts_can_be_beyond_help() -> None:
    rules = replace(policy(), minimum_width=7)
    rows = [Row("B1", 2), Row("E1", 1), Row("E2", 1)]
    assert beside(rows, [0, 1, 2], member(Method.COUNT, rules), failed=(0, 1, 2)) == []
