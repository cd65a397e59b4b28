import numpy as np
import pytest
import shapely

from hereabouts.errors import DataError
from hereabouts.geography.boundaries import Boundaries, dissolve, from_wkb


def squares(*codes: str) -> Boundaries:
    """Unit squares in a row from longitude 0, in the order given."""
    shapes = [shapely.box(x, 50, x + 1, 51) for x in range(len(codes))]
    return from_wkb(codes, [f"Name of {code}" for code in codes], [s.wkb for s in shapes])


def test_areas_are_numbered_by_code_whatever_order_they_came_in() -> None:
    boundaries = squares("E03", "E01", "E02")

    assert boundaries.codes == ("E01", "E02", "E03")
    assert boundaries.names == ("Name of E01", "Name of E02", "Name of E03")
    assert [shape.bounds[0] for shape in boundaries.shapes] == [1, 2, 0]


def test_an_area_without_an_outline_keeps_its_number() -> None:
    boundaries = from_wkb(["A", "B"], ["a", "b"], [None, shapely.box(0, 0, 1, 1).wkb])

    assert len(boundaries) == 2
    assert boundaries.shapes[0].is_empty


def test_heights_are_dropped() -> None:
    wkb = shapely.Polygon([(0, 0, 9), (1, 0, 9), (1, 1, 9)]).wkb

    assert not from_wkb(["A"], ["a"], [wkb]).shapes[0].has_z


def test_a_code_with_two_outlines_is_refused() -> None:
    with pytest.raises(DataError, match="1 area codes have more than one outline") as caught:
        squares("E01", "E01")

    assert caught.value.code == "Q501"


def test_a_line_is_not_an_outline() -> None:
    line = shapely.LineString([(0, 0), (1, 1)]).wkb

    with pytest.raises(
        DataError, match="1 outlines are not polygons, the first is of L1"
    ) as caught:
        from_wkb(["L1"], ["a"], [line])

    assert caught.value.code == "Q502"


def test_bytes_that_are_not_a_shape_are_refused() -> None:
    with pytest.raises(DataError) as caught:
        from_wkb(["A"], ["a"], [b"not a shape"])

    assert caught.value.code == "Q503"


def test_neighbours_dissolve_into_one_outline() -> None:
    base = squares("E01", "E02", "E03", "E04")
    members = {"W": ["E01", "E02"], "V": ["E03"], "elsewhere": ["E04"]}

    larger = dissolve(base, members=members, names={"W": "West", "V": "Vale"})

    assert larger.codes == ("V", "W")
    assert larger.names == ("Vale", "West")
    assert larger.shapes[1].equals(shapely.box(0, 50, 2, 51))
    assert shapely.get_num_coordinates(larger.shapes[1]) <= 7


def test_a_larger_area_that_nothing_lies_in_has_an_empty_outline() -> None:
    larger = dissolve(squares("E01"), members={"W": ["E01"]}, names={"W": "West", "X": "Empty"})

    assert larger.codes == ("W", "X")
    assert larger.shapes[1].is_empty


def test_outlines_that_overlap_a_little_still_dissolve() -> None:
    shapes = [shapely.box(0, 0, 1.001, 1), shapely.box(1, 0, 2, 1)]
    base = from_wkb(["A", "B"], ["a", "b"], [s.wkb for s in shapes])

    larger = dissolve(base, members={"P": ["A", "B"]}, names={"P": "p"})

    assert larger.shapes[0].area == pytest.approx(2)
    assert larger.shapes[0].is_valid


def test_a_gap_too_small_for_any_area_is_closed_and_an_enclave_is_not() -> None:
    ring = shapely.box(0, 0, 9, 9) - shapely.box(1, 1, 2, 2) - shapely.box(5, 5, 5.01, 5.01)
    base = from_wkb(["A", "B"], ["a", "b"], [ring.wkb, shapely.box(1, 1, 2, 2).wkb])

    larger = dissolve(base, members={"P": ["A"], "Q": ["B"]}, names={"P": "p", "Q": "q"})

    assert shapely.get_num_interior_rings(larger.shapes[0]) == 1
    assert larger.shapes[0].area == pytest.approx(80)


def test_far_apart_members_make_one_area_of_two_parts() -> None:
    larger = dissolve(squares("A", "B", "C"), members={"P": ["A", "C"]}, names={"P": "p"})

    assert shapely.get_num_geometries(larger.shapes[0]) == 2
    assert np.isclose(larger.shapes[0].area, 2)


def test_areas_that_overlap_are_each_drawn_whole() -> None:
    members = {"P": ["A", "B"], "Q": ["B", "C"]}

    larger = dissolve(squares("A", "B", "C"), members=members, names={"P": "p", "Q": "q"})

    assert shapely.area(larger.shapes) == pytest.approx([2, 2])
