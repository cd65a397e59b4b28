from collections.abc import Sequence

import numpy as np
import pytest
import shapely

from hereabouts.geography.adjacency import Adjacency, adjacency
from hereabouts.geography.boundaries import Boundaries, from_wkb

METRES_OF_LATITUDE = 111_195.08  # in a degree, on a sphere of the mean radius


def boundaries(shapes: dict[str, shapely.Geometry | None]) -> Boundaries:
    wkb: Sequence[bytes | None] = [
        shapely.to_wkb(shape) if shape else None for shape in shapes.values()
    ]
    return from_wkb(list(shapes), list(shapes), wkb)


def said(found: Adjacency) -> dict[tuple[str, str], float]:
    pairs = zip(found.codes.tolist(), found.neighbours.tolist(), strict=True)
    return dict(zip(pairs, found.shared_metres.tolist(), strict=True))


def test_areas_that_share_a_border_are_neighbours_both_ways_round() -> None:
    found = adjacency(boundaries({"A": shapely.box(0, 0, 1, 1), "B": shapely.box(1, 0, 2, 0.5)}))
    assert said(found) == pytest.approx(
        {("A", "B"): METRES_OF_LATITUDE / 2, ("B", "A"): METRES_OF_LATITUDE / 2}, rel=1e-6
    )
    assert found.islands == ()


def test_a_border_along_a_parallel_is_shorter_further_north() -> None:
    south = shapely.box(0, 59, 1, 60)
    found = adjacency(boundaries({"N": shapely.box(0, 60, 1, 61), "S": south}))
    np.testing.assert_allclose(found.shared_metres, METRES_OF_LATITUDE / 2, rtol=1e-6)  # cos 60


def test_areas_that_meet_at_a_corner_are_neighbours_with_no_border() -> None:
    found = adjacency(boundaries({"A": shapely.box(0, 0, 1, 1), "B": shapely.box(1, 1, 2, 2)}))
    assert said(found) == {("A", "B"): 0.0, ("B", "A"): 0.0}


def test_a_border_in_two_pieces_is_added_up() -> None:
    around = shapely.box(0, 0, 3, 3) - shapely.box(1, 1, 3, 2)  # like a C, open to the east
    inside = shapely.box(1.5, 1, 3, 2)  # meets it above and below, but not at the back
    (metres,) = {round(m) for m in said(adjacency(boundaries({"C": around, "I": inside}))).values()}
    parts = 1.5 * np.cos(np.radians(1)) + 1.5 * np.cos(np.radians(2))
    assert metres == pytest.approx(METRES_OF_LATITUDE * parts, rel=1e-4)


def test_islands_and_areas_without_an_outline_are_listed() -> None:
    shapes = {"A": shapely.box(0, 0, 1, 1), "B": shapely.box(1, 0, 2, 1), "C": None}
    found = adjacency(boundaries({**shapes, "D": shapely.box(5, 5, 6, 6)}))
    assert found.islands == ("C", "D")


def test_one_area_alone_has_no_neighbours() -> None:
    found = adjacency(boundaries({"A": shapely.box(0, 0, 1, 1)}))
    assert said(found) == {}
    assert found.islands == ("A",)


def test_an_area_within_another_is_its_neighbour() -> None:
    inner = shapely.box(1, 1, 2, 2)
    found = adjacency(boundaries({"IN": inner, "OUT": shapely.box(0, 0, 3, 3) - inner}))
    assert set(said(found)) == {("IN", "OUT"), ("OUT", "IN")}
