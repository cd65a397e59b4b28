"""Opening the two files of a release's bundle."""

import json
from pathlib import Path
from typing import Any

import duckdb

from hereabouts.errors import ReleaseError


def read_json(path: Path) -> dict[str, Any]:
    """The object a file of the bundle holds.

    Raises:
        ReleaseError: R103, it is not there or is not JSON.
    """
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise ReleaseError(
            f"{path.name} cannot be read ({type(fault).__name__})",
            code="R103",
            do="delete this release's folder, then run hereabouts release",
        ) from fault
    return said if isinstance(said, dict) else {}


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection that can reach nothing but this file.

    One DuckDB thread a query: pages are answered by several threads of ours, and a query that
    takes all cores makes the others wait.

    Raises:
        ReleaseError: R104, the file is not there, or is not a database.
    """
    settings: dict[str, str | bool | int | float | list[str]] = {
        "threads": 1,
        "memory_limit": "1GB",
        "enable_external_access": False,
        "lock_configuration": True,
    }
    try:
        connection = duckdb.connect(str(path), read_only=True, config=settings)
        _fill_in(connection)
    except duckdb.Error as fault:
        raise cannot_read(path) from fault
    return connection


def cannot_read(path: Path) -> ReleaseError:
    """Build, for the caller to raise, the error for a database that cannot be read."""
    return ReleaseError(
        f"{path.name} of release {path.parent.name} cannot be read",
        code="R104",
        do="delete this release's folder, then run hereabouts release",
    )


def _fill_in(connection: duckdb.DuckDBPyConnection) -> None:
    """A release made before observations were compared has nothing to say in that column."""
    for table in ("observations", "observations_by_area"):
        columns = [row[0] for row in connection.sql(f"describe {table}").fetchall()]
        if "compared" not in columns:
            connection.execute(
                f"create temp view {table} as"
                f" select *, cast(null as varchar) as compared from main.{table}"
            )
