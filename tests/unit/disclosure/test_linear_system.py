import numpy as np
import pytest

from hereabouts.disclosure.linear_system import Sums, System, sums_along, system_of_sums
from hereabouts.errors import DisclosureError


def equations(system: System) -> list[dict[int, float]]:
    found: list[dict[int, float]] = [{} for _ in system.slack]
    for row, cell, sign in zip(system.row, system.cell, system.sign, strict=True):
        found[row][int(cell)] = float(sign)
    return found


def test_each_parent_is_one_equation() -> None:
    system = system_of_sums(5, [Sums(np.array([3, 4, 3]), np.array([0, 1, 2]))])
    assert equations(system) == [{0: 1, 2: 1, 3: -1}, {1: 1, 4: -1}]


def test_geographies_may_overlap() -> None:
    one = Sums(np.array([3, 3, 4]), np.array([0, 1, 2]))
    other = Sums(np.array([5, 5, 5]), np.array([0, 1, 2]), slack=2)
    system = system_of_sums(6, [one, other])
    assert equations(system)[2] == {0: 1, 1: 1, 2: 1, 5: -1}
    assert system.slack.tolist() == [0, 0, 2]


def test_at_first_nothing_is_known() -> None:
    system = system_of_sums(2, [])
    assert system.lower.tolist() == [0, 0]
    assert system.upper.tolist() == [np.inf, np.inf]
    assert not system.hidden.any()


def test_more_knowledge_only_narrows() -> None:
    system = system_of_sums(2, []).narrowed(np.array([1, 1]), np.array([3, 2]), np.array([9, 8]))
    wider = system.narrowed(np.array([1]), np.array([0.0]), np.array([50.0]))
    assert (wider.lower.tolist(), wider.upper.tolist()) == ([0, 3], [np.inf, 8])


def test_a_table_adds_up_along_each_dimension() -> None:
    """Sex (female, male, both) by age (young, old, all), of which `all` men is not in the table."""
    codes = np.array([[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [2, 0], [2, 1], [2, 2]])
    by_sex = sums_along(codes, 0, np.array([2, 2, -1]))
    by_age = sums_along(codes, 1, np.array([2, 2, -1]))
    assert list(zip(by_sex.parent.tolist(), by_sex.child.tolist(), strict=True)) == [
        (5, 0),
        (6, 1),
        (7, 2),
        (5, 3),
        (6, 4),
    ]
    assert list(zip(by_age.parent.tolist(), by_age.child.tolist(), strict=True)) == [
        (2, 0),
        (2, 1),
        (7, 5),
        (7, 6),
    ]


@pytest.mark.parametrize(
    "sums",
    [
        Sums(np.array([9]), np.array([0])),
        Sums(np.array([1]), np.array([-1])),
        Sums(np.array([1, 1]), np.array([0])),
        Sums(np.array([1]), np.array([0]), slack=-1),
    ],
    ids=["no such parent", "no such child", "no pairs", "slack below nothing"],
)
def test_sums_of_cells_that_are_not_there_are_refused(sums: Sums) -> None:
    with pytest.raises(DisclosureError) as met:
        system_of_sums(2, [sums])
    assert met.value.code == "D105"


@pytest.mark.parametrize(
    ("codes", "parent_of"),
    [([[0], [0]], [-1]), ([[2], [0]], [-1, -1]), ([[0]], [4])],
    ids=["twice the same cell", "no such category", "part of no category"],
)
def test_a_table_that_does_not_fit_its_dimensions_is_refused(
    codes: list[list[int]], parent_of: list[int]
) -> None:
    with pytest.raises(DisclosureError) as met:
        sums_along(np.array(codes), 0, np.array(parent_of))
    assert met.value.code == "D105"


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(DisclosureError) as met:
        system_of_sums(1, []).narrowed(np.array([0]), np.array([3.0]), np.array([2.0]))
    assert met.value.code == "D106"
