"""Leaks that are easily overlooked, each planted in a bundle that is safe without it."""

import numpy as np

from hereabouts.disclosure.attack.bounds import attack
from hereabouts.disclosure.attack.published import said_by_rate
from hereabouts.disclosure.linear_system import Flags, Numbers, Sums, System, system_of_sums
from tests.unit.disclosure.bundles import shown_but

#: Four small areas in two wards; two of them are hidden, in one ward.
BLOCKS = np.array([3.0, 9.0, 20.0, 30.0])
WARDS = Sums(np.array([4, 4, 5, 5]), np.array([0, 1, 2, 3]))
COUNTS = np.append(BLOCKS, [12.0, 50.0])
HIDDEN = np.array([True, True, False, False, False, False])


def found_with(*more: tuple[Sums, Numbers, Flags]) -> list[int]:
    counts, hidden, sums = COUNTS, HIDDEN, [WARDS]
    for added, values, unseen in more:
        sums.append(added)
        counts = np.append(counts, values)
        hidden = np.append(hidden, unseen)
    published = shown_but(system_of_sums(len(counts), sums), counts, hidden)
    return [int(cell) for cell in attack(published, 5).recovered_exactly]


def safe() -> System:
    return shown_but(system_of_sums(6, [WARDS]), COUNTS, HIDDEN)


def test_without_a_leak_nothing_is_found() -> None:
    assert attack(safe(), 5).is_safe


def test_a_total_that_leaves_one_part_is_found() -> None:
    published = shown_but(system_of_sums(6, [WARDS]), COUNTS, HIDDEN & (np.arange(6) != 1))
    assert attack(published, 5).recovered_exactly.tolist() == [0]


def test_a_second_geography_that_parts_the_hidden_cells_is_found() -> None:
    neighbourhood = Sums(np.array([6, 6]), np.array([0, 2]))
    assert found_with((neighbourhood, np.array([23.0]), np.array([False]))) == [0, 1]


def test_a_second_geography_that_is_hidden_there_is_no_leak() -> None:
    neighbourhood = Sums(np.array([6, 6]), np.array([0, 2]))
    assert found_with((neighbourhood, np.array([23.0]), np.array([True]))) == []


def test_what_an_earlier_release_showed_is_found() -> None:
    before = safe().narrowed(np.array([1]), np.array([9.0]), np.array([9.0]))
    assert attack(before, 5).recovered_exactly.tolist() == [0, 1]


def test_an_earlier_sum_over_other_areas_is_found() -> None:
    """Last year's release had an area of the first and third blocks, for the same people."""
    earlier = Sums(np.array([6, 6]), np.array([0, 2]))
    assert found_with((earlier, np.array([23.0]), np.array([False]))) == [0, 1]


def test_a_year_less_eleven_of_its_months_is_the_twelfth() -> None:
    months = Sums(np.full(12, 12), np.arange(12))
    counts = np.append(np.arange(1.0, 13), 78)
    hidden = np.arange(13) == 4
    published = shown_but(system_of_sums(13, [months]), counts, hidden)
    assert attack(published, 5).recovered_exactly.tolist() == [4]


def test_a_rate_times_its_population_is_found() -> None:
    """The count is hidden, but its rate of 0.5 % is shown beside a population of 600."""
    people = np.array([600.0])
    said = said_by_rate(np.array([0.5]), (people, people), per=100, decimals=1)
    assert attack(safe().narrowed(np.array([0]), *said), 5).recovered_exactly.tolist() == [0, 1]
