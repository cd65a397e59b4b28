"""A release's observations as one file."""

from pathlib import Path

import duckdb

from hereabouts.errors import ReleaseError
from hereabouts.model.policy import Audience
from hereabouts.model.sql import literal
from hereabouts.release.reader import latest

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
    options = FORMATS.get(file.suffix.lower())
    if options is None:
        raise ReleaseError(
            f"'{file.name}' ends in neither .parquet nor .csv",
            code="R301",
            do="name a file that ends in .parquet or .csv",
        )
    folder = latest(root, audience=audience).folder
    unfinished = file.with_name(f"{file.name}.part")
    target = f"copy (from observations) to {literal(str(unfinished))} ({options})"
    try:
        with duckdb.connect(str(folder / "serve.duckdb"), read_only=True) as connection:
            written = connection.execute(target).fetchone()
        unfinished.replace(file)
    except (OSError, duckdb.IOException) as error:
        unfinished.unlink(missing_ok=True)
        raise ReleaseError(
            f"'{file}' cannot be written ({type(error).__name__})",
            code="R302",
            do="name a folder that exists, has room and can be written to",
        ) from error
    return int(written[0]) if written else 0
