"""A Parquet file as rows of text, its geometry as well-known binary in EPSG:4326."""

from pathlib import Path

import duckdb

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.model.sql import identifier
from hereabouts.sources.coordinates import Geography, in_degrees, told_crs
from hereabouts.sources.headings import RESERVED, headings_of
from hereabouts.sources.naming import file_name
from hereabouts.sources.parquet.geo_metadata import GEOMETRY, geo_metadata
from hereabouts.sources.rows import Rejected, Rows
from hereabouts.sources.scanning import columns_of, scan_parquet
from hereabouts.sources.text_columns import as_text, as_wkb

ORDINAL = "file_row_number"


def read(
    source: Source, path: Path, *, connection: duckdb.DuckDBPyConnection, scratch: Path
) -> Rows:
    """The rows of a Parquet or GeoParquet file.

    `_row` is the row's place in the file, from 1. The primary geometry column is called
    `geometry`; a file with none may still have a binary column of that name. Option: crs.

    Raises:
        SourceError: S120 an option is wrong; S122, S123 headings clash; S140 not a whole Parquet
            file; S142, S143 its coordinates are not known.
    """
    told = told_crs(source)
    try:
        # Left to itself, DuckDB would need an extension to read a geometry column.
        connection.execute("set enable_geoparquet_conversion = false")
        columns = columns_of(connection, f"select * from {scan_parquet(path)}")
        geo = geo_metadata(path, connection=connection)
    except duckdb.Error as error:
        raise _unreadable(source) from error
    del columns[ORDINAL]
    shape = geo.column if geo else GEOMETRY
    names = [GEOMETRY if name == shape else name for name in columns]
    headings = headings_of(names, source=source, where=f"'{file_name(source)}'")
    select = _select(path, columns, headings, shape=shape)
    rejected: tuple[Rejected, ...] = ()
    if _is_geometry(columns.get(shape)):
        geography = Geography(
            select=select,
            crs=told or (geo.crs if geo else "EPSG:4326"),
            source=source,
            name=file_name(source),
        )
        select, rejected = in_degrees(geography, connection=connection, scratch=scratch)
    return Rows(relation=connection.sql(select), rejected=rejected, headings=headings)


def _select(path: Path, columns: dict[str, str], headings: tuple[str, ...], *, shape: str) -> str:
    texts = ", ".join(
        (
            as_wkb(name, kind=kind)
            if name == shape and _is_geometry(kind)
            else as_text(name, kind=kind)
        )
        + f" as {identifier(heading)}"
        for (name, kind), heading in zip(columns.items(), headings, strict=True)
    )
    return f"select {ORDINAL} + 1 as {identifier(RESERVED)}, {texts} from {scan_parquet(path)}"


def _is_geometry(kind: str | None) -> bool:
    return kind is not None and (kind == "BLOB" or kind.startswith("GEOMETRY"))


def _unreadable(source: Source) -> SourceError:
    return SourceError(
        f"'{file_name(source)}' is not a whole Parquet file",
        code="S140",
        do="ask for it again, or set `kind` in source.yml to the kind of file it is",
        at=source.at,
    )
