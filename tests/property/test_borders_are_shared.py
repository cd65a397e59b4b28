"""However far out a map is drawn, neighbours share their border: no sliver, no gap, no overlap."""

from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from hereabouts.geography.adjacency import adjacency
from hereabouts.geography.boundaries import Boundaries
from hereabouts.geography.fitting import fit_together
from hereabouts.geography.tiles import simplified

ACROSS = 10.0  # degrees


def wavy(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each point moved by where it is, so that a shared border stays shared."""
    x, y = np.round(points, 6).T  # steps along a border are the same from either end
    return np.column_stack((x + 0.05 * np.sin(9 * y + x), y + 0.05 * np.sin(9 * x - y)))


@st.composite
def coverages(draw: st.DrawFn) -> NDArray[Any]:
    """Areas that fill a square, with crooked borders of many points."""
    seed = draw(st.integers(0, 2**32 - 1))
    count = draw(st.integers(2, 25))
    centres = np.random.default_rng(seed).uniform(0, ACROSS, (count, 2))
    square = shapely.box(0, 0, ACROSS, ACROSS)
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(centres), extend_to=square)
    )
    clipped = np.array(shapely.intersection(cells, square), dtype=object)
    # Clipped each by itself, two cells may have other points at the edge; noded, they agree.
    clipped = np.asarray(shapely.coverage_clean(clipped[shapely.area(clipped) > 1e-6]))  # type: ignore[attr-defined]
    whole = np.asarray(shapely.transform(shapely.segmentize(clipped, 0.1), wavy), dtype=object)
    assume(shapely.is_valid(whole).all() and shapely.coverage_is_valid(whole))
    return whole


def sides(shapes: NDArray[Any]) -> set[tuple[str, str]]:
    """Pairs of areas with a border of some length between them."""
    codes = tuple(f"{number:03d}" for number in range(len(shapes)))
    met = adjacency(Boundaries(codes, codes, shapes))
    pairs = zip(met.codes.tolist(), met.neighbours.tolist(), met.shared_metres, strict=True)
    return {(one, other) for one, other, metres in pairs if metres > 0}


@given(coverages(), st.floats(0.11, 0.6))
def test_simplified_areas_still_fill_the_place_and_meet_the_same_neighbours(
    shapes: NDArray[Any], tolerance: float
) -> None:
    drawn = simplified(shapes, tolerance=tolerance)
    assert shapely.get_num_coordinates(drawn).sum() < shapely.get_num_coordinates(shapes).sum()
    assert shapely.coverage_is_valid(drawn)  # no overlap, and borders match point for point
    assert sides(drawn) == sides(shapes)
    before, after = shapely.union_all(shapes), shapely.union_all(drawn)
    assert shapely.get_num_interior_rings(shapely.get_parts(after)).sum() == 0  # no gap
    moved = shapely.area(shapely.symmetric_difference(before, after))
    assert moved <= tolerance * shapely.length(before)
    assert np.isclose(shapely.area(drawn).sum(), shapely.area(after))


@given(coverages(), st.floats(1e-6, 1e-3))
def test_outlines_that_overlap_a_little_come_to_share_their_borders(
    shapes: NDArray[Any], by: float
) -> None:
    assume(shapely.area(shapes).min() > 100 * by * shapely.length(shapes).max())
    swollen = shapes.copy()
    swollen[0] = shapely.buffer(shapes[0], by, join_style="mitre")
    fitted, _, fits = fit_together(swollen)
    assert fits
    assert shapely.coverage_is_valid(fitted)
    assert np.isclose(shapely.area(fitted).sum(), shapely.area(shapely.union_all(swollen)))


def test_each_zoom_is_simpler_than_the_one_before() -> None:
    ring = shapely.Point(0, 50).buffer(1, quad_segs=2_000)
    shapes = np.array([ring], dtype=object)
    counts = [shapely.get_num_coordinates(simplified(shapes, tolerance=t)).sum() for t in
              (1e-6, 0.01, 0.1)]  # fmt: skip
    assert all(fine > coarse for fine, coarse in pairwise(counts))
