"""A conversion that loses people, or is too far off, does not replace the last good version."""

from pathlib import Path

import pytest

from hereabouts.errors import HereaboutsError
from hereabouts.model.converted import Converted, conversion_of
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import open_workspace
from tests.unit.converting import CONVERT, add_conversion, add_received

HOLD_OUT = "hold_out: {product: carry.new_people, column: count}\nerror_at_most: 0.25\n"
UNWEIGHED = CONVERT.replace(HOLD_OUT, "").replace(
    "weights: {product: carry.new_people, area: area, weight: count, match: [age]}\n", ""
)


def errors(place: Path) -> list[HereaboutsError]:
    return list(build(open_workspace(place), progress=Silent()).errors)


def converted(place: Path) -> Converted:
    assert errors(place) == []
    table = open_workspace(place).latest("carry.carried")
    found = conversion_of(table.facts) if table else None
    assert found is not None
    return found


def append(place: Path, name: str, line: str) -> None:
    path = place / f"inbox/{name}.csv"
    path.write_text(path.read_text() + line)


def swap(place: Path, name: str, old: str, new: str) -> None:
    path = place / f"inbox/{name}.csv"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def test_what_came_of_it_is_kept_with_the_version(new: Path) -> None:
    add_conversion(new)
    found = converted(new)
    count = found.counts[0]
    assert (found.areas_before, found.areas_after, found.areas_apportioned) == (4, 4, 2)
    assert found.rows == {"apportioned": 4, "exact": 2, "summed": 1}
    assert (count.before, count.after, count.apportioned) == (29, 29, 11)
    assert (count.uncarried, count.beside_missing) == (0, 0)


def test_the_error_is_that_of_all_areas_and_of_those_shared_out(new: Path) -> None:
    """Only U's young differ: 5 carried, 6 counted, of 30 in all."""
    add_conversion(new)
    error = converted(new).error
    assert error is not None
    assert error.wmape == pytest.approx(1 / 30)
    assert error.wmape_apportioned == pytest.approx(0)
    assert error.weighed_by_itself


def test_an_error_above_the_limit_is_refused(new: Path) -> None:
    add_conversion(new, convert=CONVERT.replace(", match: [age]", ""))
    assert [error.code for error in errors(new)] == ["Q822"]


def test_a_year_that_only_one_side_has_leaves_nothing_to_measure_against(new: Path) -> None:
    add_conversion(new)
    swap(new, "new_people", "2020", "2021")
    assert [error.code for error in errors(new)] == ["Q823"]


def test_split_areas_need_weights(new: Path) -> None:
    add_conversion(new, convert=UNWEIGHED)
    (error,) = errors(new)
    assert error.code == "Q811"
    assert error.problem.startswith("1 areas were split or redrawn")
    assert "37.93% of 'count' cannot be carried, and at most 0.00% may" in error.problem


def test_an_area_that_the_lookup_does_not_have_is_refused(new: Path) -> None:
    add_conversion(new)
    append(new, "people", "GONE,young,2020,1\n")
    (error,) = errors(new)
    assert error.code == "Q812"
    assert "3.33% of 'count' cannot be carried" in error.problem


def test_both_are_said_at_once(new: Path) -> None:
    add_conversion(new, convert=UNWEIGHED)
    append(new, "people", "GONE,young,2020,1\n")
    assert "[Q811]" in str(errors(new)[0])
    assert "[Q812]" in str(errors(new)[0])


def test_a_little_may_be_left_out_and_is_remembered(new: Path) -> None:
    add_conversion(new, convert=CONVERT + "uncarried_at_most: 0.05\n")
    append(new, "people", "GONE,young,2020,1\n")
    found = converted(new)
    assert (found.areas_unknown, found.counts[0].unknown) == (1, 1)
    assert found.counts[0].uncarried == pytest.approx(1 / 30)


def test_a_part_beside_a_missing_one_is_remembered(new: Path) -> None:
    add_conversion(new)
    swap(new, "people", "M2,young,2020,4", "M2,young,2020,")
    assert converted(new).counts[0].beside_missing == 2


def test_a_lookup_that_counts_an_area_twice_is_refused(new: Path) -> None:
    add_conversion(new)
    swap(new, "lookup", "S,S1,S\nS,S2,S", "S,S1,U\nS,S2,U")
    (error,) = errors(new)
    assert "[Q821]" in str(error)
    assert "37.93% more than what went in" in str(error)


def test_a_weight_below_zero_is_refused(new: Path) -> None:
    add_conversion(new, convert=CONVERT.replace(HOLD_OUT, ""))
    swap(new, "new_people", "S1,old,2020,3", "S1,old,2020,-3")
    assert "Q825" in [error.code for error in errors(new)]


def test_counts_to_be_rounded_are_whole(new: Path) -> None:
    add_conversion(new, convert=CONVERT + "round: largest_remainder\n")
    swap(new, "people", "S,old,2020,3", "S,old,2020,2.5")
    assert [error.code for error in errors(new)] == ["Q824"]


def test_rounded_counts_fit_a_contract_of_whole_numbers(new: Path) -> None:
    rounded = CONVERT.replace(", match: [age]", "").replace("0.25", "0.6")
    add_conversion(new, convert=rounded + "round: largest_remainder\n", count="integer")
    assert converted(new).counts[0].after == 29


@pytest.mark.parametrize(
    ("sensitivity", "said"),
    [
        ("open", "; 1 of them are retired codes: 'M3' became 'M'"),
        ("internal", "; 1 of them are retired codes"),
    ],
)
def test_a_retired_code_is_said_with_what_it_became(new: Path, sensitivity: str, said: str) -> None:
    """In so many words only where the data may be said at all."""
    add_conversion(new)
    add_received(new, "history", "was,is\nM3,M\n")
    history = "code_history: {product: carry.history, years: {2011: was, 2021: is}}\n"
    (new / "place.yml").write_text(history + (new / "place.yml").read_text())
    append(new, "people", "M3,young,2020,1\n")
    contract = new / "products/carry/people/contract.odcs.yaml"
    contract.write_text(contract.read_text().replace("value: open", f"value: {sensitivity}"))
    (error,) = errors(new)
    assert error.code == "Q812"
    assert error.problem.endswith(said)
