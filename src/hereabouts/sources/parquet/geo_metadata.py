"""What a GeoParquet file says of its geometry.

Source: GeoParquet 1.1.0, file metadata `geo`. https://geoparquet.org/releases/v1.1.0/
"""

import json
from dataclasses import dataclass
from pathlib import Path

import duckdb

from hereabouts.model.sql import literal
from hereabouts.sources.scanning import pattern

GEOMETRY = "geometry"


@dataclass(frozen=True, slots=True)
class GeoMetadata:
    """The primary geometry column, and its coordinate system as PROJ reads it (None: unknown)."""

    column: str
    crs: str | None


def geo_metadata(path: Path, *, connection: duckdb.DuckDBPyConnection) -> GeoMetadata | None:
    """The `geo` metadata of a file, or None when it has none."""
    found = connection.execute(
        f"select decode(value) from parquet_kv_metadata({literal(pattern(path))}) "
        "where decode(key) = 'geo'"
    ).fetchall()
    if not found:
        return None
    geo = json.loads(found[0][0])
    column = str(geo.get("primary_column", GEOMETRY))
    said = geo.get("columns", {}).get(column, {})
    if "crs" not in said:
        return GeoMetadata(column, "OGC:CRS84")  # what the standard says of silence
    return GeoMetadata(column, json.dumps(said["crs"]) if said["crs"] else None)
