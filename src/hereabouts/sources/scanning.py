"""DuckDB over the files in scratch. The only place where this package's scans are written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import duckdb

from hereabouts.model.sql import identifier, literal
from hereabouts.sources.headings import RESERVED

MOST_OF_A_LINE = 2_000_000  # DuckDB's own limit, in bytes
BUFFER = 32_000_000  # DuckDB's own, in bytes: two records must fit


def pattern(path: Path) -> str:
    """A path as DuckDB must be told it: it would take `[1]` in a name for a choice."""
    return re.sub(r"([*?\[])", r"[\1]", str(path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A file that one of our readers wrote: UTF-8, LF, no heading, `_row` first, all text."""

    path: Path
    columns: Sequence[str]  # the headings after `_row`
    delimiter: str = ","
    quote: str = '"'
    nulls: Sequence[str] = ("",)  # the texts that stand for nothing
    longest: int = 0  # bytes of the longest record, when it may be above DuckDB's 2 MB
    parallel: bool = True  # no cell holds a line break, which two readers could take for an end
    first_line: int | None = None  # of a file without `_row`: one record a line from here on
    skip: int = 0  # lines above it
    filler: str = ""  # what stands in the first cell of a record that is none


def scan_csv(lines: Lines) -> str:
    """A SELECT over such a file."""
    if lines.first_line is None:
        return f"select * from {_reader(lines)}"
    counted = f"row_number() over () + {lines.first_line - 1} as {identifier(RESERVED)}"
    rows = f"select {counted}, * from {_reader(lines)}"
    return f"select * from ({rows}) as numbered{_without_filler(lines)}" if lines.filler else rows


def count_csv(lines: Lines) -> str:
    """A SELECT of how many rows `scan_csv` gives, which several threads can count."""
    return f"select count(*) from {_reader(lines)}{_without_filler(lines)}"


def _without_filler(lines: Lines) -> str:
    if not lines.filler:
        return ""
    return f" where {identifier(lines.columns[0])} is distinct from {literal(lines.filler)}"


def _reader(lines: Lines) -> str:
    numbered = (RESERVED,) if lines.first_line is None else ()
    types = ", ".join(
        [f"{literal(name)}: 'BIGINT'" for name in numbered]
        + [f"{literal(name)}: 'VARCHAR'" for name in lines.columns]
    )
    room = max(MOST_OF_A_LINE, lines.longest + 1)
    return (
        f"read_csv({literal(pattern(lines.path))}, auto_detect=false, header=false, "
        f"skip={lines.skip}, compression='none', "
        f"columns={{{types}}}, delim={literal(lines.delimiter)}, "
        f"quote={literal(lines.quote)}, escape={literal(lines.quote)}, "
        f"nullstr=[{', '.join(map(literal, lines.nulls))}], new_line='\\n', "
        f"parallel={str(lines.parallel).lower()}, "
        f"max_line_size={room}, buffer_size={max(BUFFER, room * 2)})"
    )


def scan_parquet(path: Path) -> str:
    """A FROM clause over a Parquet file, with its `file_row_number`, counted from 0."""
    return f"read_parquet({literal(pattern(path))}, file_row_number=true, hive_partitioning=false)"


def columns_of(connection: duckdb.DuckDBPyConnection, select: str) -> dict[str, str]:
    """Name and DuckDB type of each column of a SELECT."""
    described = connection.execute(f"describe {select}").fetchall()
    return {str(name): str(kind) for name, kind, *_ in described}


def scratch_file(scratch: Path, ending: str) -> Path:
    """A new path in scratch, used by nobody else."""
    return scratch / f"{uuid4().hex}-{ending}"
