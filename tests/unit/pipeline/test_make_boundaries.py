"""Larger areas are put together from the largest parts that fill them."""

import json
from pathlib import Path

import duckdb
import pytest
import shapely

from hereabouts.lake.layout import Layout
from hereabouts.pipeline.build import build
from hereabouts.pipeline.make_boundaries import folders_of
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import Workspace, open_workspace
from hereabouts.project import write_new
from tests.unit.outlining import add_outlines, geojson


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    place = tmp_path_factory.mktemp("boundaries") / "place"
    write_new(place, starter="blank")
    workspace = open_workspace(place)
    assert build(workspace, progress=Silent()).errors == ()
    return workspace


def outlines(workspace: Workspace, area_type: str) -> dict[str, shapely.Geometry]:
    folders = folders_of(workspace.lake.open("place/boundaries"))
    layout = Layout(workspace.layout.root)
    text = (layout.artefacts / folders[area_type] / "areas.geojson").read_text("utf-8")
    return {
        feature["properties"]["area_code"]: shapely.geometry.shape(feature["geometry"])
        for feature in json.loads(text)["features"]
    }


@pytest.mark.parametrize("area_type", ["district", "neighbourhood"])
def test_an_outline_is_that_of_its_base_areas(built: Workspace, area_type: str) -> None:
    base = outlines(built, "area")
    members = built.lake.open("place/members")
    with duckdb.connect() as connection:
        rows = connection.execute(
            "select area_code, list(base_code) from read_parquet($1) where area_type = $2"
            " group by 1",
            [list(members.files), area_type],
        ).fetchall()
    larger = outlines(built, area_type)
    assert rows
    for code, parts in rows:
        together = shapely.union_all([base[part] for part in parts])
        assert shapely.area(shapely.symmetric_difference(larger[code], together)) < 1e-9


def test_numbers_of_a_raster_are_those_of_the_areas(built: Workspace) -> None:
    folders = folders_of(built.lake.open("place/boundaries"))
    said = json.loads((built.layout.artefacts / folders["area"] / "areas.json").read_text("utf-8"))
    areas = built.lake.open("place/areas")
    with duckdb.connect() as connection:
        rows = connection.execute(
            "select area_code from read_parquet($1) where area_type = 'area' order by number",
            [list(areas.files)],
        ).fetchall()
    assert said["codes"] == [row[0] for row in rows]


def test_without_outlines_of_base_areas_only_what_is_declared_is_drawn(tmp_path: Path) -> None:
    place = tmp_path / "place"
    write_new(place, starter="blank")
    add_outlines(place, geojson({"E07999001": shapely.box(2, 54, 3, 55)}))
    text = (place / "place.yml").read_text("utf-8")
    text = text.replace("    boundaries: geography.area\n", "")
    name = "    name: district_name\n"
    text = text.replace(name, name + "    boundaries: carry.outline\n")
    (place / "place.yml").write_text(text, "utf-8")
    workspace = open_workspace(place)
    assert build(workspace, progress=Silent()).errors == ()
    folders = folders_of(workspace.lake.open("place/boundaries"))
    assert list(folders) == ["district"]
