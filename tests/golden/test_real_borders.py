"""Borders of the real areas of England and Wales, as the Office for National Statistics drew them.

The figures are of outlines that share their points: those that meet are exactly those with a
point in common, which the test finds in another way than the code does.
"""

from pathlib import Path

import duckdb
import numpy as np
import pytest
import shapely

from hereabouts.geography.adjacency import adjacency
from hereabouts.geography.boundaries import Boundaries, from_wkb
from hereabouts.geography.fitting import fit_together

pytestmark = pytest.mark.real
CITY_OF_LONDON = "E09000001"


def outlines(shared_data: Path, kind: str) -> Boundaries:
    file = str(shared_data / "geography" / f"boundaries_{kind}.parquet")
    with duckdb.connect() as connection:
        connection.execute("set enable_geoparquet_conversion = false")
        rows = connection.execute(
            f"select {kind}_code, {kind}_name, geometry from read_parquet(?)"
            " where geometry is not null",
            [file],
        ).fetchall()
    codes, names, shapes = zip(*rows, strict=True)
    return from_wkb(codes, names, shapes)


def meeting_at_a_point(boundaries: Boundaries) -> set[tuple[str, str]]:
    """Pairs of areas that have a point of their outlines in common, to a millionth of a degree."""
    points, owner = shapely.get_coordinates(boundaries.shapes, return_index=True)
    holders: dict[tuple[float, float], set[int]] = {}
    for point, area in zip(np.round(points, 6).tolist(), owner.tolist(), strict=True):
        holders.setdefault((point[0], point[1]), set()).add(area)
    codes = boundaries.codes
    return {(codes[a], codes[b]) for held in holders.values() for a in held for b in held if a != b}


@pytest.mark.parametrize(
    ("kind", "areas", "borders"), [("ltla24", 361, 907), ("lsoa21", 35_672, 104_992)]
)
def test_areas_that_meet_are_those_that_share_a_point(
    shared_data: Path, kind: str, areas: int, borders: int
) -> None:
    boundaries = outlines(shared_data, kind)
    found = adjacency(boundaries)
    assert (len(boundaries), len(found.codes)) == (areas, 2 * borders)
    pairs = set(zip(found.codes.tolist(), found.neighbours.tolist(), strict=True))
    assert pairs == meeting_at_a_point(boundaries)


def test_the_city_of_london_has_the_neighbours_it_has(shared_data: Path) -> None:
    found = adjacency(outlines(shared_data, "ltla24"))
    around = set(found.neighbours[found.codes == CITY_OF_LONDON].tolist())
    # Camden, Hackney, Islington, Tower Hamlets and Westminster; Southwark meets it mid-river.
    land = {"E09000007", "E09000012", "E09000019", "E09000030", "E09000033"}
    assert land <= around <= land | {"E09000022", "E09000028"}


def test_islands_are_islands(shared_data: Path) -> None:
    found = adjacency(outlines(shared_data, "ltla24"))
    # Isle of Wight, Isles of Scilly, Na h-Eileanan Siar, Orkney, Shetland and Anglesey.
    islands = ("E06000046", "E06000053", "S12000013", "S12000023", "S12000027", "W06000001")
    assert found.islands == islands


def test_small_areas_that_do_not_quite_meet_are_fitted_and_hardly_moved(shared_data: Path) -> None:
    boundaries = outlines(shared_data, "lsoa21")
    assert boundaries.mended == ()
    fitted, unfit, fits = fit_together(boundaries.shapes)
    assert (int(unfit.sum()), fits) == (9, True)
    assert shapely.coverage_is_valid(fitted)
    moved = np.abs(shapely.area(fitted) / shapely.area(boundaries.shapes) - 1)
    assert moved.max() < 2e-6
