"""What reading gives: rows of text with their place in the file, and the rows refused."""

from collections.abc import Callable
from dataclasses import dataclass

import duckdb


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be read."""

    row: int  # line or row number, as a person counts
    why: str  # never contains a value


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of one received file.

    Shape:
        relation: one per row of the file that is neither blank nor rejected. `_row` BIGINT (line
        of a CSV, row of a sheet, ordinal of a feature or record, from 1), then each heading as
        VARCHAR with empty as null; `geometry` is BLOB, well-known binary in EPSG:4326.
        It may be read more than once while `scratch` stands.
    """

    relation: duckdb.DuckDBPyRelation
    rejected: tuple[Rejected, ...]
    headings: tuple[str, ...]
    refuse_changed: Callable[[], None] = lambda: None  # to call once read; raises S179
    columns: tuple[int, ...] = ()  # where each heading of a sheet stands, from 1; else in order
