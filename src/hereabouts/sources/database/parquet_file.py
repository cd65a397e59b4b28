"""Batches of rows into one Parquet file, in bounded memory; and how far it reaches."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
from arro3.core import Table

from hereabouts.errors import SourceError
from hereabouts.model.sql import identifier, literal
from hereabouts.sources.received import Wanted
from hereabouts.sources.scanning import pattern

AT_ONCE = 48 << 20  # bytes of rows that are held before they are written
_REACH = "hereabouts_reach"
_WAY = "format parquet, compression zstd, row_group_size 122880"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far a kept file goes: the last value of the cursor, for one question."""

    question: str  # Asked.digest
    last: str
    kind: str  # the cursor's type, as the database calls it


def small_duckdb(scratch: Path) -> duckdb.DuckDBPyConnection:
    """A DuckDB that keeps within 256 MB and gives the same bytes for the same rows."""
    opened = duckdb.connect(config={"threads": 1, "memory_limit": "256MB"})
    opened.execute("set enable_progress_bar = false")  # standard output is data
    opened.execute(f"set temp_directory = {literal(str(scratch))}")
    return opened


def write_parts(
    wanted: Wanted,
    opened: duckdb.DuckDBPyConnection,
    batches: Iterable[Table],
    *,
    folder: Path,
    room: tuple[int, int],
) -> tuple[list[Path], int]:
    """Batches as some Parquet files in their order, and how many rows there are.

    `room` is how many rows there are already, and how many there may be.

    Raises:
        SourceError: S111 too large; S191 too many rows.
    """
    parts: list[Path] = []
    held: list[Table] = []
    rows = size = 0
    for batch in batches:
        rows += batch.num_rows
        if room[0] + rows > room[1]:
            raise _too_many(wanted, room[1])
        held.append(batch)
        if sum(table.nbytes for table in held) >= AT_ONCE:
            parts.append(_write_part(opened, held, folder / f"{len(parts)}.parquet"))
            size += parts[-1].stat().st_size
            held = []
            if size > wanted.limit:
                raise wanted.too_large("what the database gives")
    if held:
        parts.append(_write_part(opened, held, folder / f"{len(parts)}.parquet"))
    return parts, rows


def _write_part(opened: duckdb.DuckDBPyConnection, held: list[Table], path: Path) -> Path:
    batches = [batch for table in held for batch in table.to_batches()]
    schema = held[0].schema
    opened.register("held_rows", Table.from_batches(batches, schema=schema))
    opened.execute(f"copy (from held_rows) to {literal(str(path))} ({_WAY})")
    opened.unregister("held_rows")
    return path


def join(
    opened: duckdb.DuckDBPyConnection, parts: Sequence[Path], path: Path, *, reach: Reach | None
) -> None:
    """The parts as one file, which remembers its reach."""
    listed = ", ".join(literal(pattern(part)) for part in parts)
    known = ""
    if reach:
        said = json.dumps({"question": reach.question, "last": reach.last, "kind": reach.kind})
        known = f", kv_metadata {{{_REACH}: {literal(said)}}}"
    opened.execute(
        f"copy (from read_parquet([{listed}], hive_partitioning=false)) "
        f"to {literal(str(path))} ({_WAY}{known})"
    )


def rows_in(opened: duckdb.DuckDBPyConnection, path: Path) -> int:
    """How many rows a file has."""
    scan = f"read_parquet({literal(pattern(path))}, hive_partitioning=false)"
    found = opened.execute(f"select count(*) from {scan}").fetchone()
    return int(found[0]) if found else 0


def last_value(opened: duckdb.DuckDBPyConnection, path: Path, column: str) -> str | None:
    """The text in `column` of the last row."""
    found = opened.execute(
        f"select {identifier(column)} from read_parquet({literal(pattern(path))}, "
        "file_row_number=true, hive_partitioning=false) order by file_row_number desc limit 1"
    ).fetchone()
    return str(found[0]) if found and found[0] is not None else None


def reach_of(opened: duckdb.DuckDBPyConnection, path: Path) -> Reach | None:
    """How far a kept file goes; None when it does not say."""
    try:
        found = opened.execute(
            f"select decode(value) from parquet_kv_metadata({literal(pattern(path))}) "
            f"where decode(key) = {literal(_REACH)}"
        ).fetchone()
        return Reach(**json.loads(found[0])) if found else None
    except (duckdb.Error, ValueError, TypeError):
        return None


def plain_name(text: str) -> str:
    """A table's name, or `query`, as the name of its file."""
    return re.sub(r"[^\w. -]", "_", text)[-80:] + ".parquet"


def _too_many(wanted: Wanted, max_rows: int) -> SourceError:
    return SourceError(
        f"the database gives more than {max_rows:,} rows",
        code="S191",
        do="narrow the query, or set `max_rows` to more than there should be",
        at=wanted.source.at,
    )
