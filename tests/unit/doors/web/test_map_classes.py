"""Classes of a map: few, round, filled, and the same for every period."""

import numpy as np
import pytest
from numpy.typing import NDArray

from hereabouts.doors.web.map_classes import Cuts, cut, cuts_of, why_missing
from hereabouts.model.map_colours import Classing, MapColours
from hereabouts.release.reader import ReleaseReader


def filled(values: list[float]) -> list[int]:
    cuts = cut(np.array(values))
    found = np.bincount(cuts.classes(np.array(values, dtype=np.float32)))
    assert len(found) <= len(cuts.palette)
    return [int(count) for count in found]


def test_many_values_make_five_classes_of_about_a_fifth_each() -> None:
    values = np.random.default_rng(1).normal(50, 10, 2_000)
    cuts = cut(values)
    assert len(cuts.breaks) == 4
    shares = np.bincount(cuts.classes(values)) / len(values)
    assert np.all((shares > 0.15) & (shares < 0.25))


def test_breaks_are_round_numbers() -> None:
    cuts = cut(np.random.default_rng(2).uniform(0, 10_000, 500))
    assert all(value % 100 == 0 for value in cuts.breaks)


@pytest.mark.parametrize(
    "values",
    [
        [1.0, 2.0],
        [0.0, 0.0, 0.0, 1.0],
        [-5.0, -4.0, -3.0, -2.0, -1.0, 0.0],
        [1.0, 1.0, 1.0, 2.0, 2.0, 1_000_000.0],
        [1e-6, 2e-6, 3e-6, 4e-6],
        [-0.5, 0.5],
        [3.0] * 50 + [4.0],
        list(map(float, range(6))),
    ],
)
def test_no_class_is_empty_and_no_two_breaks_are_equal(values: list[float]) -> None:
    cuts = cut(np.array(values))
    assert list(cuts.breaks) == sorted(set(cuts.breaks))
    assert min(filled(values)) > 0
    assert sum(filled(values)) == len(values)
    assert len(set(cuts.labels(decimals=0))) == len(cuts.breaks) + 1


@pytest.mark.parametrize("values", [[], [7.0], [7.0] * 100, [0.0, 0.0]])
def test_where_there_is_nothing_to_tell_apart_there_is_one_class(values: list[float]) -> None:
    cuts = cut(np.array(values))
    assert cuts.breaks == ()
    assert cuts.labels(decimals=1) == ("All values",)
    assert len(cuts.palette) == 1


def test_a_value_equal_to_a_break_is_in_the_class_above_it() -> None:
    cuts = Cuts((0.1, 0.2))
    values = np.array([0.1, 0.0999, 0.2, -1.0], dtype=np.float32)
    assert cuts.classes(values).tolist() == [1, 0, 2, 0]


def test_labels_say_each_break_exactly_and_a_minus_is_a_minus() -> None:
    assert Cuts((-2.5, 0.25)).labels(decimals=0) == (
        "Under −2.5",
        "−2.5 to under 0.25",
        "0.25 or more",
    )
    assert Cuts((10.0, 2_000.0)).labels(decimals=1) == (
        "Under 10.0",
        "10.0 to under 2,000.0",
        "2,000.0 or more",
    )


def test_breaks_are_of_all_periods_so_that_periods_compare(reader: ReleaseReader) -> None:
    cuts = cuts_of(reader, "workforce.nurses", "icb22")
    every = reader.shown_values("workforce.nurses", area_type="icb22")
    assert cuts == cut(every)
    newest = every[-4:]
    assert cuts != cut(newest)


def test_the_bits_of_a_missing_value_say_why_it_is_missing() -> None:
    bits: NDArray[np.uint32] = np.array(
        [0x3F800000, 0x7FC00001, 0x7FC00002, 0x7FC00003, 0], dtype="<u4"
    )
    assert why_missing(bits.view("<f4")).tolist() == [0, 1, 2, 3, 0]


@pytest.mark.parametrize("by", list(Classing))
@pytest.mark.parametrize("classes", [3, 4, 5])
def test_every_way_of_cutting_fills_the_classes_asked_for(by: Classing, classes: int) -> None:
    values = np.random.default_rng(3).lognormal(3, 0.5, 1_000)
    cuts = cut(values, classes=classes, by=by)
    assert len(cuts.breaks) == classes - 1
    assert min(np.bincount(cuts.classes(values.astype(np.float32)))) > 0


def test_equal_classes_are_as_wide_as_each_other() -> None:
    assert cut(np.linspace(0, 100, 101), by=Classing.EQUAL).breaks == (20.0, 40.0, 60.0, 80.0)


def test_natural_breaks_are_where_values_part() -> None:
    values = np.concatenate([np.arange(0, 10), np.arange(50, 60), np.arange(200, 210)]) * 1.0
    assert cut(values, classes=3, by=Classing.JENKS).breaks == (50.0, 200.0)


def test_given_breaks_stand_whatever_the_values(reader: ReleaseReader) -> None:
    asked = MapColours(breaks=(1.0, 2.5))
    assert cuts_of(reader, "workforce.nurses", "icb22", asked).breaks == (1.0, 2.5)
