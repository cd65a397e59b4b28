"""Observations as a Parquet file: typed columns, whose nulls are what is not shown."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
from arro3.core import Array, DataType, Table

from hereabouts.model.sql import literal

_TEXT, _NUMBER, _DAY = DataType.utf8(), DataType.float64(), DataType.date32()
COLUMNS: Mapping[str, Any] = {
    **dict.fromkeys(("indicator", "area_type", "area_code", "area_name", "period"), _TEXT),
    **dict.fromkeys(("period_start", "period_end"), _DAY),
    **dict.fromkeys(("breakdown", "category"), _TEXT),
    **dict.fromkeys(("numerator", "denominator", "value", "lower", "upper"), _NUMBER),
    **dict.fromkeys(("marker", "compared"), _TEXT),
    "synthetic": DataType.bool(),
}
EPOCH = date(1970, 1, 1)


def as_parquet(facts: Sequence[Mapping[str, Any]]) -> bytes:
    """Rows as one Parquet file, compressed by zstd."""
    rows = Table.from_pydict({name: _column(name, facts) for name in COLUMNS})
    with TemporaryDirectory() as folder, duckdb.connect() as connection:
        path = Path(folder) / "rows.parquet"
        connection.register("rows", rows)
        connection.execute(f"copy rows to {literal(str(path))} (format parquet, compression zstd)")
        return path.read_bytes()


def _column(name: str, facts: Sequence[Mapping[str, Any]]) -> Array:
    """One column of its declared type, however few rows there are."""
    kind = COLUMNS[name]
    values = [row[name] for row in facts]
    if kind == _DAY:
        days = [(date.fromisoformat(value) - EPOCH).days for value in values]
        return Array(days, type=DataType.int32()).cast(_DAY)
    return Array(values, type=kind)
