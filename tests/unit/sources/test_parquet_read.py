import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
import shapely
from pyproj import CRS

from hereabouts.errors import SourceError
from hereabouts.sources import Rejected, Rows

Read = Callable[..., Rows]
GRID = CRS.from_epsg(27700)


def parquet(
    path: Path, connection: duckdb.DuckDBPyConnection, select: str, geo: object = None
) -> Path:
    text = json.dumps(geo).replace("'", "''")
    metadata = f", kv_metadata {{geo: '{text}'}}" if geo else ""
    connection.execute(f"copy ({select}) to '{path}' (format parquet{metadata})")
    return path


def test_every_column_is_text_and_each_row_has_its_place(
    rows_of: Read, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    select = (
        "select * from (values (1, 12.0::double, date '2024-01-31', ''), "
        "(2, 0.5, null, 'x'), (3, 'nan', null, null)) t(id, value, day, note)"
    )
    rows = rows_of("parquet", parquet(tmp_path / "a[1].parquet", connection, select))
    assert rows.headings == ("id", "value", "day", "note")
    assert rows.relation.types == ["BIGINT", *["VARCHAR"] * 4]
    assert rows.relation.order("_row").fetchall() == [
        (1, "1", "12", "2024-01-31", None),
        (2, "2", "0.5", None, "x"),
        (3, "3", None, None, None),
    ]


def test_geometry_in_another_system_comes_in_degrees(
    rows_of: Read, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    # Ordnance Survey's worked example for Caister water tower, from its guide to coordinate
    # systems: 651409.903, 313177.270 is 52°39'27.25"N 1°43'04.52"E on OSGB36 and, by OSTN15,
    # 52.657977, 1.716038 on ETRS89.
    tower = shapely.to_wkb(shapely.Point(651409.903, 313177.270), hex=True)
    select = (
        f"select 'tower' as name, unhex('{tower}') as geom union all select 'none', null "
        "union all select 'broken', 'oops'::blob"
    )
    geo = {
        "version": "1.1.0",
        "primary_column": "geom",
        "columns": {"geom": {"encoding": "WKB", "crs": GRID.to_json_dict()}},
    }
    rows = rows_of("parquet", parquet(tmp_path / "a.parquet", connection, select, geo))
    assert rows.headings == ("name", "geometry")
    assert rows.relation.types == ["BIGINT", "VARCHAR", "BLOB"]
    kept = rows.relation.order("_row").fetchall()
    assert [row[:2] for row in kept] == [(1, "tower"), (2, "none")]
    point = shapely.from_wkb(kept[0][2])
    assert (point.x, point.y) == pytest.approx((1.716038, 52.657977), abs=5e-5)
    assert kept[1][2] is None
    assert rows.rejected == (Rejected(3, "has a geometry that cannot be read"),)


@pytest.mark.parametrize("columns", [{}, {"geometry": {}}])
def test_silence_about_the_system_means_degrees(
    rows_of: Read, connection: duckdb.DuckDBPyConnection, tmp_path: Path, columns: object
) -> None:
    point = shapely.to_wkb(shapely.Point(-2, 53), hex=True)
    geo = {"primary_column": "geometry", "columns": columns}
    path = parquet(tmp_path / "a", connection, f"select unhex('{point}') as geometry", geo)
    (row,) = rows_of("parquet", path).relation.fetchall()
    assert shapely.from_wkb(row[1]).wkt == "POINT (-2 53)"


def test_an_unknown_system_is_asked_for_and_may_be_told(
    rows_of: Read, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    point = shapely.to_wkb(shapely.Point(400000, 300000), hex=True)
    geo = {"primary_column": "geometry", "columns": {"geometry": {"crs": None}}}
    path = parquet(tmp_path / "a", connection, f"select unhex('{point}') as geometry", geo)
    with pytest.raises(SourceError, match="S143"):
        rows_of("parquet", path)
    (row,) = rows_of("parquet", path, crs="EPSG:27700").relation.fetchall()
    assert shapely.from_wkb(row[1]).x == pytest.approx(-2, abs=0.01)


def test_metres_are_not_taken_for_degrees(
    rows_of: Read, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    point = shapely.to_wkb(shapely.Point(400000, 300000), hex=True)
    path = parquet(tmp_path / "a", connection, f"select unhex('{point}') as geometry")
    with pytest.raises(SourceError, match="cannot be longitude and latitude") as refused:
        rows_of("parquet", path)
    assert refused.value.code == "S142"
    assert "400000" not in str(refused.value)


def test_a_system_that_is_no_system_is_refused(rows_of: Read) -> None:
    with pytest.raises(SourceError, match="S120"):
        rows_of("parquet", b"", crs="EPSG:nonsense")


@pytest.mark.parametrize("keep", [0, 100, -10])
def test_a_file_cut_short_is_refused(
    rows_of: Read, connection: duckdb.DuckDBPyConnection, tmp_path: Path, keep: int
) -> None:
    whole = parquet(tmp_path / "a", connection, "select range as a from range(1000)").read_bytes()
    with pytest.raises(SourceError, match="not a whole Parquet file") as refused:
        rows_of("parquet", whole[:keep])
    assert refused.value.code == "S140"


@pytest.mark.real
def test_real_boundaries_are_read(rows_of: Read, shared_data: Path) -> None:
    rows = rows_of("parquet", shared_data / "geography" / "boundaries_icb22.parquet")
    assert rows.headings == ("icb22_name", "icb22_code", "geometry")
    shapes = shapely.from_wkb([row[3] for row in rows.relation.fetchall()])
    assert len(shapes) == 42
    assert shapely.total_bounds(shapes) == pytest.approx([-5.7, 50.0, 1.8, 55.8], abs=0.3)
