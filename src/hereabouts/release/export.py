"""A release's observations as one file."""

from pathlib import Path

import duckdb

from hereabouts.errors import ReleaseError
from hereabouts.model.policy import Audience
from hereabouts.model.spreadsheet_safety import safe_sql
from hereabouts.model.sql import identifier, literal
from hereabouts.release.reader import latest_folder

FORMATS = {
    ".parquet": "format parquet, compression zstd",
    ".csv": "format csv, header true, nullstr ''",
}


def export_observations(root: Path, file: Path, *, audience: Audience) -> int:
    """Write the newest release's observations; returns how many.

    Raises:
        ReleaseError: R101 nothing was released; R301 the ending is not one we write; R302 the
            file cannot be written.
    """
    require_format(file)
    folder = latest_folder(root, audience=audience)
    with duckdb.connect(str(folder / "serve.duckdb"), read_only=True) as connection:
        return write_table(connection, "observations", file)


def require_format(file: Path) -> str:
    """How a file is written, by its ending.

    Raises:
        ReleaseError: R301 the ending is not one we write.
    """
    options = FORMATS.get(file.suffix.lower())
    if options is None:
        raise ReleaseError(
            f"'{file.name}' ends in neither .parquet nor .csv",
            code="R301",
            do="name a file that ends in .parquet or .csv",
        )
    return options


def write_table(connection: duckdb.DuckDBPyConnection, table: str, file: Path) -> int:
    """Write every row of a table, or leave the file as it was; returns how many.

    Args:
        connection: that knows the table.
        table: its name, one of ours.
        file: ending in .parquet or .csv.

    Raises:
        ReleaseError: R301 the ending is not one we write; R302 the file cannot be written.
    """
    options = require_format(file)
    unfinished = file.with_name(f"{file.name}.part")
    try:
        rows = _for_spreadsheets(connection, table) if options == FORMATS[".csv"] else "*"
        written = connection.execute(
            f"copy (select {rows} from {identifier(table)})"
            f" to {literal(str(unfinished))} ({options})"
        ).fetchone()
        unfinished.replace(file)
    except (OSError, duckdb.IOException) as error:
        unfinished.unlink(missing_ok=True)
        raise cannot_write(file, error) from error
    return int(written[0]) if written else 0


def cannot_write(file: Path, fault: Exception) -> ReleaseError:
    """Build, for the caller to raise, the error for a file that cannot be written."""
    return ReleaseError(
        f"'{file}' cannot be written ({type(fault).__name__})",
        code="R302",
        do="name a folder that exists, has room and can be written to",
    )


def _for_spreadsheets(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    """The columns as they are, but for text that a spreadsheet would run."""
    columns = connection.execute(f"describe {identifier(table)}").fetchall()
    return ", ".join(
        f"{safe_sql(identifier(name))} as {identifier(name)}"
        if kind == "VARCHAR"
        else identifier(name)
        for name, kind, *_ in columns
    )
