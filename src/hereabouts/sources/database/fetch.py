"""Fetch rows from a database, once the libraries for it are there."""

from importlib.util import find_spec

from hereabouts.errors import SourceError
from hereabouts.sources.database.asked import asked
from hereabouts.sources.received import Received, Wanted

LIBRARIES = ("adbc_driver_postgresql", "adbc_driver_manager", "pyodbc")


def fetch(wanted: Wanted) -> Received:
    """The rows of `query`, or of `table`, as a Parquet file of text.

    Raises:
        SourceError: S109 nowhere to put them; S111 too large; S120 a key is wrong; S180 a library
            is not installed; S181 a variable is not set; S182 no answer; S183 not let in; S184
            not one SELECT; S185 the database refuses; S186 too slow; S187 it broke off; S188 a
            column cannot be carried; S189 a cursor that cannot be one; S191 too many rows.
    """
    question = asked(wanted)
    if any(find_spec(library) is None for library in LIBRARIES):
        raise SourceError(
            "databases are asked with libraries that are not installed",
            code="S180",
            do="install them: pip install 'hereabouts[database]'",
            at=wanted.source.at,
        )
    # Only a project that asks a database waits for the drivers to load.
    from hereabouts.sources.database.download import download  # noqa: PLC0415

    return download(wanted, question)
