"""From bytes on disk to rows of text."""

from collections.abc import Callable, Mapping
from pathlib import Path

import duckdb

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.csv.read import read as read_csv
from hereabouts.sources.geojson.read import read as read_geojson
from hereabouts.sources.parquet.read import read as read_parquet
from hereabouts.sources.rows import Rows
from hereabouts.sources.spreadsheet.read import read as read_spreadsheet

READERS: Mapping[str, Callable[..., Rows]] = {
    "csv": read_csv,
    "spreadsheet": read_spreadsheet,
    "parquet": read_parquet,
    "geojson": read_geojson,
}


def read(
    source: Source, path: Path, *, connection: duckdb.DuckDBPyConnection, scratch: Path
) -> Rows:
    """The rows of a received file, as text, each with its place in the file.

    Args:
        source: its kind and options.
        path: the bytes; the name and its ending are not looked at.
        connection: where the relation lives.
        scratch: a folder that must stand for as long as the relation is read.

    Raises:
        SourceError: S112 no such kind; S120 an option is wrong; S121 to S152 the file is.
    """
    reader = READERS.get(source.kind)
    if reader is None:
        raise SourceError(
            f"there is no kind of source '{source.kind}'",
            code="S112",
            do=f"use one of {', '.join(READERS)}",
            at=source.at,
        )
    scratch.mkdir(parents=True, exist_ok=True)
    return reader(source, path, connection=connection, scratch=scratch)
