"""A product of outlines to put into a made-up place, as GeoJSON or GeoParquet."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import shapely
from pyproj import CRS

from tests.unit.converting import contract

GEOMETRY = "      - {name: geometry, logicalType: object, physicalType: geometry}\ncustomProperties"
Shapes = Mapping[str, shapely.Geometry]


def geojson(shapes: Shapes, *, crs: int | None = None) -> bytes:
    """A FeatureCollection, which says its coordinate system where it is not degrees."""
    pairs = shapes.items()
    said: dict[str, Any] = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"district_code": code},
                "geometry": json.loads(shapely.to_geojson(shape)),
            }
            for code, shape in pairs
        ],
    }
    if crs:
        said["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{crs}"}}
    return json.dumps(said).encode()


def geoparquet(shapes: Shapes, path: Path, *, crs: int) -> bytes:
    """The bytes of a GeoParquet file: `geo` metadata, WKB, coordinate system as PROJJSON."""
    column = {"encoding": "WKB", "crs": CRS.from_epsg(crs).to_json_dict()}
    geo = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
    said = json.dumps(geo).replace("'", "''")
    with duckdb.connect() as connection:
        connection.execute(
            "create table t as select unnest($1::varchar[]) as district_code,"
            " unhex(unnest($2::varchar[])) as geometry",
            [list(shapes), [shapely.to_wkb(shape, hex=True) for shape in shapes.values()]],
        )
        connection.execute(f"copy t to '{path}' (format parquet, kv_metadata {{geo: '{said}'}})")
    return path.read_bytes()


def add_outlines(place: Path, content: bytes, *, kind: str = "geojson", options: str = "") -> None:
    """The product `carry.outline`: a column district_code, and geometry.

    Args:
        place: its folder.
        content: of the file.
        kind: geojson or parquet.
        options: lines of source.yml after the path.
    """
    folder = place / "products/carry/outline"
    folder.mkdir(parents=True)
    text = contract("outline", ["district_code"]).replace("customProperties", GEOMETRY)
    (folder / "contract.odcs.yaml").write_text(text)
    (folder / "source.yml").write_text(f"kind: {kind}\npath: inbox/outline.{kind}\n{options}")
    (place / f"inbox/outline.{kind}").write_bytes(content)


def draw_districts(place: Path) -> None:
    """Have place.yml take the outlines of districts from `carry.outline`."""
    path = place / "place.yml"
    name = "    name: district_name\n"
    path.write_text(path.read_text().replace(name, name + "    boundaries: carry.outline\n"))
