"""A GeoJSON file as rows of text, its geometry as well-known binary in EPSG:4326."""

import warnings
from dataclasses import dataclass
from pathlib import Path

import duckdb

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.model.sql import identifier, literal
from hereabouts.sources.coordinates import Geography, in_degrees, told_crs
from hereabouts.sources.headings import RESERVED, headings_of
from hereabouts.sources.naming import file_name
from hereabouts.sources.rows import Rows
from hereabouts.sources.scanning import scratch_file
from hereabouts.sources.text_columns import as_text, as_wkb

GEOMETRY = "geometry"
AT_ONCE = 4096  # features in memory


@dataclass(frozen=True, slots=True)
class Features:
    """The file as Parquet in scratch, and what it says of itself."""

    path: Path
    headings: tuple[str, ...]
    crs: str | None


def read(
    source: Source, path: Path, *, connection: duckdb.DuckDBPyConnection, scratch: Path
) -> Rows:
    """The features of a GeoJSON file.

    `_row` is the feature's place in the file, from 1; then its properties, lists and objects as
    JSON; then `geometry`, null where the file's cannot be read. Option: crs.

    Raises:
        SourceError: S120 an option is wrong; S122, S123 headings clash; S150 not a whole GeoJSON
            file; S142, S143 its coordinates are not known.
    """
    told = told_crs(source)
    features = _convert(source, path, connection=connection, scratch=scratch)
    geography = Geography(
        select=f"select * from read_parquet({literal(str(features.path))})",
        crs=told or features.crs,
        source=source,
        name=file_name(source),
    )
    select, rejected = in_degrees(geography, connection=connection, scratch=scratch)
    return Rows(relation=connection.sql(select), rejected=rejected, headings=features.headings)


def _convert(
    source: Source, path: Path, *, connection: duckdb.DuckDBPyConnection, scratch: Path
) -> Features:
    """Write the features to Parquet a batch at a time. A property keeps its own type until here."""
    import pyogrio  # noqa: PLC0415  # brings pandas: half of what any command takes to begin

    written = scratch_file(scratch, "features.parquet")
    try:
        with (
            # A geometry that GDAL warns of comes as null: the contract says whether it may.
            warnings.catch_warnings(action="ignore"),
            pyogrio.open_arrow(
                f"GeoJSON:{path}",
                use_pyarrow=False,
                batch_size=AT_ONCE,
                DATE_AS_STRING="YES",
                ARRAY_AS_STRING="YES",
            ) as (meta, stream),
        ):
            features = connection.from_arrow(stream)
            shape = meta["geometry_name"] or "wkb_geometry"
            headings = headings_of(
                [GEOMETRY if name == shape else name for name in features.columns],
                source=source,
                where=f"'{file_name(source)}'",
            )
            features.project(_projection(features, headings, shape=shape)).write_parquet(
                str(written)
            )
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, duckdb.Error) as error:
        raise _unreadable(source) from error
    return Features(written, headings, meta["crs"])


def _projection(features: duckdb.DuckDBPyRelation, headings: tuple[str, ...], *, shape: str) -> str:
    columns = zip(features.columns, map(str, features.types), headings, strict=True)
    texts = [
        (as_wkb(name, kind=kind) if name == shape else as_text(name, kind=kind))
        + f" as {identifier(heading)}"
        for name, kind, heading in columns
    ]
    return ", ".join([f"row_number() over () as {identifier(RESERVED)}", *texts])


def _unreadable(source: Source) -> SourceError:
    return SourceError(
        f"'{file_name(source)}' is not a whole GeoJSON file",
        code="S150",
        do="ask for it again, or set `kind` in source.yml to the kind of file it is",
        at=source.at,
    )
