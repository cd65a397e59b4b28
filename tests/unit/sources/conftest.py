"""Sources as source.yml would give them, and a DuckDB to read them into."""

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import Location
from hereabouts.model.product import Source
from hereabouts.sources import Rows, read
from tests.peers.hostile_server import serve
from tests.unit.sources.hostile_workbooks import written

__all__ = ["connection", "rows_of", "serve", "written"]


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


@pytest.fixture
def rows_of(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> Callable[..., Rows]:
    """Read bytes, or a file, as one kind of source with some options."""

    def read_as(kind: str, content: bytes | Path, **options: str) -> Rows:
        path = content if isinstance(content, Path) else tmp_path / "0c3f"
        if isinstance(content, bytes):
            path.write_bytes(content)
        source = Source(
            kind=kind,
            location={"path": "inbox/received" if isinstance(content, bytes) else path.name},
            options=options,
            at=Location("products/a/b/source.yml", 1),
        )
        return read(source, path, connection=connection, scratch=tmp_path / "scratch [1]")

    return read_as
