"""Delta tables: each write is one commit, and a commit is all a reader ever sees.

Written by delta-rs and read from the log's file list, so that no engine needs an extension.
What a run wants remembered about a version (its fingerprint, its rows in and out, the versions
it read) is recorded in the commit itself: data and facts appear together or not at all.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deltalake import CommitProperties, DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError, TableNotFoundError

from hereabouts.errors import LakeError
from hereabouts.lake.trouble import lake_error
from hereabouts.model.table import TableVersion

FACT = "hereabouts."
DUCKDB_TYPES = {
    "string": "varchar",
    "long": "bigint",
    "integer": "integer",
    "double": "double",
    "boolean": "boolean",
    "date": "date",
    "timestamp": "timestamptz",
    "binary": "blob",
}


class Lake:
    """The tables of one place.

    Args:
        location: a folder, or any address delta-rs takes (`s3://`, `abfss://`).
    """

    def __init__(self, location: str | Path) -> None:
        self.location = str(location).rstrip("/")

    def path(self, name: str) -> str:
        """Where the table called `name` is kept."""
        return f"{self.location}/{name}"

    def latest(self, name: str) -> TableVersion | None:
        """The newest version, or None when nothing was ever written."""
        try:
            return self.open(name)
        except LakeError as error:
            if error.code == "L101":
                return None
            raise

    def open(self, name: str, *, version: int | None = None) -> TableVersion:
        """One version, the newest unless another is asked for.

        Raises:
            LakeError: L101 no such table or version; L102 the table needs a reader we do not have.
        """
        try:
            newest = DeltaTable(self.path(name))
            is_newest = version in (None, newest.version())
            table = newest if is_newest else DeltaTable(self.path(name), version=version)
        except (TableNotFoundError, DeltaError) as error:
            raise LakeError(
                f"there is no table '{name}'"
                + (f" version {version}" if version is not None else ""),
                code="L101",
                do="run `hereabouts build`; a version that was erased or vacuumed is gone",
            ) from error
        _refuse_unreadable(table, name)
        return TableVersion(
            name=name,
            version=table.version(),
            files=tuple(_local(uri) for uri in table.file_uris()),
            columns=_columns(table),
            # Of the table at an old version, the history still begins with the newest commit.
            facts=_facts(newest, behind=newest.version() - table.version()),
        )

    def write(
        self, name: str, data: Any, *, facts: Mapping[str, str], append: bool = False
    ) -> TableVersion:
        """Write one version: the whole of `data`, or `data` after what is there.

        Args:
            name: path within the lake, such as `silver/health/admissions`.
            data: anything that speaks the Arrow C stream interface; it is read once, in batches.
            facts: remembered with the version.
            append: add rows instead of replacing the table.

        Raises:
            LakeError: L301 no room; L302 anything else that stopped the write. Nothing that was
                half-written can be read.
        """
        try:
            write_deltalake(
                self.path(name),
                data,
                mode="append" if append else "overwrite",
                schema_mode="merge" if append else "overwrite",
                writer_properties=WriterProperties(compression="ZSTD", max_row_group_size=500_000),
                commit_properties=CommitProperties(
                    custom_metadata={FACT + key: value for key, value in facts.items()}
                ),
            )
        except (DeltaError, OSError) as error:
            raise lake_error(error, name) from error
        return self.open(name)


def _refuse_unreadable(table: DeltaTable, name: str) -> None:
    """Deleted rows would come back if we read past deletion vectors."""
    if table.protocol().min_reader_version > 1:
        raise LakeError(
            f"table '{name}' was written with features this reader would get wrong",
            code="L102",
            do="rewrite it without deletion vectors and column mapping",
        )


def _facts(table: DeltaTable, *, behind: int = 0) -> dict[str, str]:
    """Of the newest commit, or of one that is `behind` it by so many."""
    commit = table.history(behind + 1)[-1]
    return {k.removeprefix(FACT): str(v) for k, v in commit.items() if k.startswith(FACT)}


def _columns(table: DeltaTable) -> dict[str, str]:
    fields = table.schema().fields
    return {
        field.name: DUCKDB_TYPES.get(getattr(field.type, "type", ""), "varchar") for field in fields
    }


def _local(uri: str) -> str:
    return uri.removeprefix("file://")
