"""Look for values in every byte that the platform keeps: what a deletion is proved by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from hereabouts.govern.retention.marks import normal_sql
from hereabouts.model.sql import identifier

BLOCK = 1 << 20
SHORTEST = 6  # characters: shorter ones are everywhere by chance, and are looked for in cells alone
_PARQUET = b"PAR1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """Which files were read, and in which of them something was found."""

    files: int
    bytes: int
    cells_of: int  # Parquet files, whose cells were read as well as their bytes
    found_in: tuple[str, ...]  # paths below the folder that was searched


def search(folder: Path, values: Iterable[str], *, leave_out: Iterable[Path] = ()) -> Searched:
    """Look for the values in every file below a folder, whatever the file is.

    Bytes are compared as UTF-8 and UTF-16; cells of Parquet, which is compressed, one by one.

    Args:
        folder: to search.
        values: as they are written. Those of fewer than SHORTEST characters are looked for in
            cells alone.
        leave_out: folders that are not searched.
    """
    listed = [value for value in values if value]
    needles = [n for value in listed if len(value) >= SHORTEST for n in _encoded(value)]
    files = size = parquet = 0
    found: list[str] = []
    with duckdb.connect() as connection:
        connection.execute("create table looked_for (value varchar)")
        for value in listed:
            connection.execute(f"insert into looked_for select {normal_sql('$1')}", [value])
        for path in _files(folder, tuple(leave_out)):
            files, size = files + 1, size + path.stat().st_size
            is_table = _is_parquet(path)
            parquet += is_table
            if _in_bytes(path, needles) or (is_table and _in_cells(connection, path)):
                found.append(path.relative_to(folder).as_posix())
    return Searched(files=files, bytes=size, cells_of=parquet, found_in=tuple(found))


def _encoded(value: str) -> tuple[bytes, bytes]:
    return value.encode(), value.encode("utf-16-le")


def _files(folder: Path, leave_out: tuple[Path, ...]) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(path.is_relative_to(one) for one in leave_out):
            yield path


def _in_bytes(path: Path, needles: list[bytes]) -> bool:
    overlap = max(map(len, needles), default=1) - 1
    tail = b""
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            window = tail + block
            if any(needle in window for needle in needles):
                return True
            tail = window[-overlap:] if overlap else b""
    return False


def _is_parquet(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_PARQUET)) == _PARQUET


def _in_cells(connection: duckdb.DuckDBPyConnection, path: Path) -> bool:
    held = connection.read_parquet(str(path))
    texts = [n for n, t in zip(held.columns, held.types, strict=True) if _can_hold(str(t))]
    if not texts:
        return False
    same = " or ".join(f"{normal_sql(identifier(n))} in (from looked_for)" for n in texts)
    row = connection.sql(
        f"select count(*) from read_parquet($1) where {same}", params=[str(path)]
    ).fetchone()
    return bool(row and row[0])


def _can_hold(kind: str) -> bool:
    """Whether a cell of the type can be somebody's number or name."""
    return kind in {"VARCHAR", "BIGINT", "INTEGER", "HUGEINT", "DATE", "UUID"}
