"""Observations as Parquet, a batch at a time."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path

import duckdb
from arro3.core import Array, DataType, Field, RecordBatch, RecordBatchReader, Schema

from hereabouts.doors.web.files.observed_columns import COLUMNS, DATES, NUMBERS, Raw
from hereabouts.model.sql import identifier

KIND = "application/vnd.apache.parquet"
ROWS_AT_ONCE = 20_000


def write_parquet(rows: Iterable[tuple[Raw, ...]], path: Path, *, about: Mapping[str, str]) -> None:
    """Write rows of COLUMNS to `path`, with `about` as the file's own key-value metadata.

    One thread, so that the same rows are the same bytes.
    """
    batches = RecordBatchReader.from_batches(_SCHEMA, _batches(rows))
    kept = ", ".join(f"{identifier(key)}: ${key}" for key in about)
    dates = ", ".join(f"cast({name} as date) as {name}" for name in DATES)
    with duckdb.connect(config={"threads": 1, "memory_limit": "512MB"}) as con:
        con.register("observed", batches)
        con.execute(
            f"copy (select * replace ({dates}) from observed) to $path"
            f" (format parquet, compression zstd, kv_metadata {{{kept}}})",
            {"path": str(path), **about},
        )


def _type(name: str) -> DataType:
    return DataType.float64() if name in NUMBERS else DataType.string()


_FIELDS = tuple(Field(name, _type(name), nullable=True) for name in COLUMNS)
_SCHEMA = Schema(_FIELDS)


def _batches(rows: Iterable[tuple[Raw, ...]]) -> Iterator[RecordBatch]:
    listed = iter(rows)
    while some := list(islice(listed, ROWS_AT_ONCE)):
        columns = zip(*some, strict=True)
        arrays = [
            Array([_cell(cell) for cell in cells], type=field.type)
            for field, cells in zip(_FIELDS, columns, strict=True)
        ]
        yield RecordBatch.from_arrays(arrays, schema=_SCHEMA)


def _cell(cell: Raw) -> Raw:
    """Days travel as text, and are dates again in the file."""
    return cell.isoformat() if isinstance(cell, date) else cell
