import numpy as np
import pytest
import shapely

from hereabouts.errors import DataError
from hereabouts.geography.boundaries import from_wkb
from hereabouts.geography.fitting import fit_together
from hereabouts.geography.mending import mend

BOW = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
SQUARE = shapely.box(5, 0, 6, 1)


def test_both_halves_of_a_bow_tie_are_kept_and_what_was_right_is_untouched() -> None:
    shapes, wrong = mend(np.array([BOW, SQUARE], dtype=object))
    assert wrong.tolist() == [True, False]
    assert shapely.area(shapes).tolist() == [2, 1]
    assert shapely.is_valid(shapes).all()
    assert shapes[1] is SQUARE


def test_an_outline_that_is_only_a_line_becomes_an_empty_one() -> None:
    line = shapely.Polygon([(0, 0), (1, 1), (2, 2), (0, 0)])
    shapes, wrong = mend(np.array([line], dtype=object))
    assert wrong.all()
    assert shapes[0].is_empty
    assert shapes[0].geom_type == "MultiPolygon"


def test_a_hole_outside_its_ring_leaves_polygons() -> None:
    odd = shapely.Polygon([(0, 0), (1, 0), (1, 1), (0, 1)], [[(3, 3), (4, 3), (4, 4)]])
    shapes, _ = mend(np.array([odd], dtype=object))
    assert shapes[0].is_valid
    assert shapes[0].geom_type in {"Polygon", "MultiPolygon"}


def test_boundaries_say_whose_outline_was_mended() -> None:
    read = from_wkb(["B", "A"], ["b", "a"], [BOW.wkb, SQUARE.wkb])
    assert read.mended == ("B",)
    assert read.shapes[1].is_valid


def test_eastings_are_not_degrees() -> None:
    grid = shapely.box(300_000, 90_000, 301_000, 91_000)
    with pytest.raises(DataError) as caught:
        from_wkb(["A"], ["a"], [grid.wkb])
    assert caught.value.code == "Q412"


def test_corners_of_one_side_are_put_into_the_other() -> None:
    west = shapely.Polygon([(0, 0), (1, 0), (1, 0.5), (1, 1), (0, 1)])
    east = shapely.box(1, 0, 2, 1)
    shapes, unfit, fits = fit_together(np.array([west, east], dtype=object))
    assert (bool(unfit.all()), fits) == (True, True)
    assert shapely.coverage_is_valid(shapes)
    assert shapely.area(shapes).tolist() == [1, 1]


def test_areas_that_truly_overlap_are_left_as_they_are() -> None:
    both = np.array([shapely.box(0, 0, 2, 1), shapely.box(1, 0, 3, 1)], dtype=object)
    shapes, unfit, fits = fit_together(both)
    assert (bool(unfit.all()), fits) == (True, False)
    assert shapely.equals(shapes, both).all()


def test_what_meets_already_and_what_is_empty_are_untouched() -> None:
    shapes = np.array([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.Polygon()])
    fitted, unfit, fits = fit_together(shapes)
    assert (bool(unfit.any()), fits) == (False, True)
    assert fitted is shapes
