import numpy as np

from hereabouts.disclosure.linear_system import System
from hereabouts.release.gate.balance import balances
from tests.unit.indicators.made_up import indicator
from tests.unit.release.gate.made_up_rows import Row, areas, equations, rows_of

EVERY = [Row("B1", 23), Row("B2", 9), Row("E1", 3), Row("E2", 20), Row("E3", 4), Row("W4", 5)]


def balanced(rows: list[Row], *, indicators: int = 1, breakdowns: bool = False) -> System:
    known = areas()
    made = rows_of(rows, known)
    family = tuple(indicator(compare_to="england", name=f"n{n}") for n in range(indicators))
    return balances(made, made.numerator, family, known, breakdowns=breakdowns)


def test_each_larger_area_is_the_sum_of_its_areas() -> None:
    system = balanced(EVERY)
    assert equations(system, EVERY) == ["+E1 +E2 -B1", "+E3 +W4 -B2"]
    assert system.slack.tolist() == [0, 0]
    assert not system.hidden.any()


def test_categories_are_added_up_each_by_itself() -> None:
    both = [*EVERY, *(Row(row.code, 2 * row.numerator, category=1) for row in EVERY)]
    system = balanced(both)
    assert len(system.slack) == 4
    for number in range(4):
        cells = system.cell[system.row == number]
        assert len({both[cell].category for cell in cells}) == 1


def test_a_benchmark_that_reaches_beyond_the_place_leaves_the_doubt() -> None:
    """E1, E2 and E3 have 27 of England's 100."""
    rows = [Row("E92", 100), *EVERY]
    system = balanced(rows)
    assert equations(system, rows) == ["+E1 +E2 +E3 -E92", "+E1 +E2 -B1", "+E3 +W4 -B2"]
    assert sorted(system.slack.tolist()) == [0, 0, 73]


def test_a_missing_count_is_in_no_equation_and_the_rest_is_out_by_it() -> None:
    rows = [Row("B1", 23), Row("E1", np.nan), Row("E2", 20)]
    system = balanced(rows)
    assert equations(system, rows) == ["+E2 -B1"]
    assert system.slack.tolist() == [3]


def test_breakdowns_of_the_same_people_come_to_the_same() -> None:
    """All, and by two categories: in E2 they do not add up, and so say nothing."""
    rows = [
        Row("E1", 3),
        Row("E2", 20),
        Row("E1", 1, indicator=1),
        Row("E1", 2, indicator=1, category=1),
        Row("E2", 8, indicator=1),
        Row("E2", 8, indicator=1, category=1),
    ]
    system = balanced(rows, indicators=2, breakdowns=True)
    assert equations(system, rows) == ["+E1 +E1 -E1"]
    assert sorted(system.cell.tolist()) == [0, 2, 3]
    assert system.slack.tolist() == [0]
    assert len(balanced(rows, indicators=2).slack) == 0
