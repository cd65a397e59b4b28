"""Geometry in longitude and latitude (EPSG:4326), whatever it was received in."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import duckdb
import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.model.sql import literal
from hereabouts.sources.options import option_error
from hereabouts.sources.rows import Rejected
from hereabouts.sources.scanning import Lines, scan_csv, scratch_file

DEGREES = CRS.from_epsg(4326)
AT_ONCE = 2000  # geometries in memory
LOOKED_AT = 1000  # geometries, to see whether their coordinates can be degrees


@dataclass(frozen=True, slots=True, kw_only=True)
class Geography:
    """A SELECT with `_row` and a WKB column `geometry`, and what its coordinates are said to be."""

    select: str
    crs: str | None
    source: Source
    name: str  # of the file, for messages


def told_crs(source: Source) -> str | None:
    """The option `crs`, which wins over what the file says.

    Raises:
        SourceError: S120 it is no coordinate system.
    """
    told = source.options.get("crs")
    if told:
        try:
            CRS.from_user_input(told)
        except CRSError:
            raise option_error(source, "crs", "crs: EPSG:27700", "is not a known one") from None
    return told


def in_degrees(
    geography: Geography, *, connection: duckdb.DuckDBPyConnection, scratch: Path
) -> tuple[str, tuple[Rejected, ...]]:
    """The same SELECT with its geometry in EPSG:4326, and the rows whose geometry cannot be read.

    Heights are dropped when coordinates are changed. From the British National Grid the change
    is PROJ's best without a downloaded grid, which may be 2 m out (5 m at the worst).

    Raises:
        SourceError: S142 coordinates that cannot be degrees; S143 a coordinate system that is
            not known.
    """
    crs = _crs(geography)
    if crs.equals(DEGREES, ignore_axis_order=True):
        _check_degrees(geography, connection)
        return geography.select, ()
    written = scratch_file(scratch, "geometry.csv")
    with written.open("w", encoding="ascii", newline="") as file:
        rejected, longest = _write_degrees(geography, crs, connection, file)
    changed = scan_csv(Lines(path=written, columns=["wkb"], longest=longest))
    whole = scratch_file(scratch, "degrees.parquet")
    connection.execute(
        f"copy (select t.* replace (unhex(g.wkb) as geometry) from ({geography.select}) t "
        f"join ({changed}) g using (_row)) to {literal(str(whole))} (format parquet)"
    )
    return f"select * from read_parquet({literal(str(whole))})", tuple(rejected)


def _crs(geography: Geography) -> CRS:
    try:
        return CRS.from_user_input(geography.crs)
    except CRSError:
        raise SourceError(
            f"'{geography.name}' does not say in a known way which coordinate system it is in",
            code="S143",
            do="ask its owner, and set `crs` in source.yml, such as `crs: EPSG:27700`",
            at=geography.source.at,
        ) from None


def _check_degrees(geography: Geography, connection: duckdb.DuckDBPyConnection) -> None:
    some = connection.execute(
        f"select geometry from ({geography.select}) where geometry is not null limit {LOOKED_AT}"
    ).fetchall()
    shapes = shapely.from_wkb([wkb for (wkb,) in some], on_invalid="ignore")
    if not len(shapes):
        return
    west, south, east, north = shapely.total_bounds(shapes)  # NaN, which is in range, if empty
    if west < -180.001 or south < -90.001 or east > 180.001 or north > 90.001:
        raise SourceError(
            f"'{geography.name}' has coordinates that cannot be longitude and latitude",
            code="S142",
            do="set `crs` in source.yml to the coordinate system it is in, such as "
            "`crs: EPSG:27700` for the British National Grid",
            at=geography.source.at,
        )


def _write_degrees(
    geography: Geography, crs: CRS, connection: duckdb.DuckDBPyConnection, file: TextIO
) -> tuple[list[Rejected], int]:
    transformer = Transformer.from_crs(crs, DEGREES, always_xy=True)
    rejected: list[Rejected] = []
    longest = 0
    writer = csv.writer(file, lineterminator="\n")
    for rows, blobs in _batches(geography.select, connection):
        changed = shapely.transform(
            shapely.from_wkb(blobs, on_invalid="ignore"),
            lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])),
        )
        for row, blob, shape in zip(rows, blobs, changed, strict=True):
            if blob is not None and not _is_finite(shape):
                rejected.append(Rejected(row, "has a geometry that cannot be read"))
                continue
            text = shapely.to_wkb(shape, hex=True) if shape is not None else ""
            longest = max(longest, len(text) + 24)
            writer.writerow((row, text))
    return rejected, longest


def _batches(
    select: str, connection: duckdb.DuckDBPyConnection
) -> Iterator[tuple[list[int], list[bytes | None]]]:
    # Not on a cursor of its own: a cursor does not keep the connection's settings.
    connection.execute(f"select _row, geometry from ({select})")
    while batch := connection.fetchmany(AT_ONCE):
        yield [row for row, _ in batch], [blob for _, blob in batch]


def _is_finite(shape: shapely.Geometry | None) -> bool:
    if shape is None:
        return False
    bounds: npt.NDArray[np.float64] = shapely.bounds(shape)
    return bool(shapely.is_empty(shape) or np.isfinite(bounds).all())
