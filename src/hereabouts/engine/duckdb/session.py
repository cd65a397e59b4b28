"""DuckDB in the process, over versions of lake tables."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from hereabouts.engine.duckdb import memory as machine_memory
from hereabouts.model.sql import identifier, literal, qualified
from hereabouts.model.table import TableVersion


class Session:
    """One in-memory DuckDB that sees only what it is given.

    Args:
        scratch: where DuckDB may spill.
        home: the one folder it may read and write, scratch within it; a model's SQL can reach
            no other file and no network, whatever it says.
        memory_limit: as DuckDB writes it, such as `4GB`; None for what the machine's settings say.
        threads: None for every core.
    """

    def __init__(
        self,
        scratch: Path,
        *,
        home: Path | None = None,
        memory_limit: str | None = None,
        threads: int | None = None,
    ) -> None:
        scratch.mkdir(parents=True, exist_ok=True)
        settings: dict[str, str | bool | int | float | list[str]] = {
            "temp_directory": str(scratch),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }
        if limit := memory_limit or machine_memory.memory_limit():
            settings["memory_limit"] = limit
        if threads:
            settings["threads"] = threads
        self.connection = duckdb.connect(config=settings)
        # Geometry stays well-known binary, and a moment means the same on every machine.
        self.connection.execute("set enable_geoparquet_conversion = false; set timezone = 'UTC'")
        allowed = literal(str((home or scratch).resolve()))
        self.connection.execute(f"set allowed_directories = [{allowed}]")
        self.connection.execute("set enable_external_access = false")

    def attach(self, name: str, table: TableVersion) -> None:
        """Make one version readable as `name` (`domain.product`, or a bare name)."""
        if "." in name:
            schema = name.partition(".")[0]
            self.connection.execute(f"create schema if not exists {identifier(schema)}")
        self.connection.execute(f"create or replace view {qualified(name)} as {scan(table)}")

    def attach_all(self, tables: Mapping[str, TableVersion]) -> None:
        """Attach several, by name."""
        for name, table in tables.items():
            self.attach(name, table)

    def close(self) -> None:
        """Let go of memory and scratch."""
        self.connection.close()


def scan(table: TableVersion) -> str:
    """A SELECT over the files of one version."""
    if not table.files:
        empty = ", ".join(f"cast(null as {t}) as {identifier(c)}" for c, t in table.columns.items())
        return f"select {empty} where false"
    files = ", ".join(literal(file) for file in table.files)
    return f"select * from read_parquet([{files}], union_by_name=true, hive_partitioning=false)"


@contextmanager
def session(
    scratch: Path,
    *,
    home: Path | None = None,
    memory_limit: str | None = None,
    threads: int | None = None,
) -> Iterator[Session]:
    """A session that closes itself."""
    opened = Session(scratch, home=home, memory_limit=memory_limit, threads=threads)
    try:
        yield opened
    finally:
        opened.close()
