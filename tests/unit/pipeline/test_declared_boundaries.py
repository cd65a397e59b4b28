"""Boundaries that a product declares: read from either kind of file, mended, matched, and told."""

from pathlib import Path

import pytest
import shapely
from pyproj import Transformer

from hereabouts.lake.tables import Lake
from hereabouts.pipeline.build import Built, build
from hereabouts.pipeline.make_boundaries import folders_of
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import Workspace, open_workspace
from tests.unit.outlining import add_outlines, draw_districts, geojson, geoparquet
from tests.unit.pipeline.test_make_boundaries import outlines

WEST, EAST = "E07999001", "E07999002"
DEGREES = {WEST: shapely.box(-2, 54, -1.5, 54.5), EAST: shapely.box(-1.5, 54, -1, 54.5)}
TO_GRID = Transformer.from_crs(4326, 27700, always_xy=True)
GRID = {
    code: shapely.transform(shape, TO_GRID.transform, interleaved=False)  # type: ignore[arg-type]
    for code, shape in DEGREES.items()
}


def made(place: Path) -> tuple[Workspace, Built]:
    draw_districts(place)
    workspace = open_workspace(place)
    return workspace, build(workspace, progress=Silent())


def districts(workspace: Workspace) -> dict[str, shapely.Geometry]:
    return outlines(workspace, "district")


@pytest.mark.parametrize("crs", [4326, 27700])
@pytest.mark.parametrize("kind", ["geojson", "parquet"])
def test_both_kinds_of_file_are_drawn_in_degrees_whatever_they_came_in(
    new: Path, tmp_path: Path, kind: str, crs: int
) -> None:
    shapes = DEGREES if crs == 4326 else GRID
    content = (
        geojson(shapes, crs=crs)
        if kind == "geojson"
        else geoparquet(shapes, tmp_path / "outline.parquet", crs=crs)
    )
    add_outlines(new, content, kind=kind)
    workspace, built = made(new)
    assert built.errors == ()
    drawn = districts(workspace)
    for code, shape in DEGREES.items():
        assert shapely.hausdorff_distance(drawn[code], shape) < 1e-5  # a metre


def test_a_grid_that_the_file_does_not_say_is_refused_until_source_yml_says_it(new: Path) -> None:
    add_outlines(new, geojson(GRID))
    _, built = made(new)
    (error,) = built.errors
    assert error.code == "S142"
    assert "`crs: EPSG:27700`" in error.do
    source = new / "products/carry/outline/source.yml"
    source.write_text(source.read_text() + "crs: EPSG:27700\n")
    assert build(open_workspace(new), progress=Silent()).errors == ()


def test_an_outline_that_crosses_itself_is_mended_and_told(new: Path) -> None:
    bow = shapely.Polygon([(1, 54), (1.4, 54.4), (1.4, 54), (1, 54.4)])
    add_outlines(new, geojson({WEST: bow, EAST: DEGREES[EAST]}))
    workspace, built = made(new)
    assert built.errors == ()
    assert any(
        f"1 outlines crossed themselves and were mended, such as {WEST!r} [Q413]" in note
        for note in built.notes
    )
    assert shapely.area(districts(workspace)[WEST]) == pytest.approx(0.08)


def test_areas_without_an_outline_and_outlines_without_an_area_are_told(new: Path) -> None:
    add_outlines(new, geojson({WEST: DEGREES[WEST], "E07000001": DEGREES[EAST]}))
    workspace, built = made(new)
    assert built.errors == ()
    notes = " ".join(built.notes)
    assert f"Districts have no outline and are on no map, such as {EAST!r} [Q414]" in notes
    assert "1 outlines are of no area of the place, such as 'E07000001' [Q416]" in notes
    assert shapely.is_empty(districts(workspace)[EAST])


def test_a_file_with_the_outline_of_no_area_is_refused(new: Path) -> None:
    add_outlines(new, geojson({"E07000001": DEGREES[EAST]}))
    _, built = made(new)
    (error,) = built.errors
    assert error.code == "Q415"


def test_outlines_that_overlap_a_little_are_fitted_and_told(new: Path) -> None:
    over = shapely.box(-2, 54, -1.499, 54.5)
    add_outlines(new, geojson({WEST: over, EAST: DEGREES[EAST]}))
    workspace, built = made(new)
    assert "and were fitted to them" in " ".join(built.notes)
    drawn = districts(workspace)
    assert shapely.coverage_is_valid(list(drawn.values()))


def test_an_artefact_is_named_by_layer_and_vintage_where_they_are_said(new: Path) -> None:
    path = new / "place.yml"
    path.write_text(
        path.read_text().replace("    short: District\n", "    short: District\n    layer: ltla\n"
                                 "    vintage: 2024\n")
    )  # fmt: skip
    workspace = open_workspace(new)
    assert build(workspace, progress=Silent()).errors == ()
    folders = folders_of(Lake(workspace.layout.lake).open("place/boundaries"))
    assert folders["district"].startswith("ltla-2024-")
    assert folders["area"].startswith("area-")
