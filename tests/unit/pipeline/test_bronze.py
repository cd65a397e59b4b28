"""What is written of the files that were received."""

from pathlib import Path

import duckdb

from hereabouts.errors import Location
from hereabouts.lake.tables import Lake
from hereabouts.model.product import Source, SourceFile
from hereabouts.pipeline.acquisition import HeldFile
from hereabouts.pipeline.bronze import Read, union_sql
from hereabouts.sources.layouts import Fitted, read_fitting

AT = Location("products/a/b/source.yml", 1)


def received(
    connection: duckdb.DuckDBPyConnection, folder: Path, name: str, sha256: str, data: bytes
) -> Read:
    path = folder / name
    path.write_bytes(data)
    way = Source(kind="csv", location={"path": name}, options={}, at=AT)
    part = SourceFile(name=name, ways=(way,), at=AT)
    fit: Fitted = read_fitting(
        part, path, expected=(), connection=connection, scratch=folder / "scratch"
    )
    return HeldFile(name, sha256, path, name, "2025-01-01T00:00:00Z"), part, fit


def test_every_row_has_its_file_and_its_place(tmp_path: Path) -> None:
    with duckdb.connect() as connection:
        read = [
            received(connection, tmp_path, "one", "aa", b"a,b\n1,2\n"),
            received(connection, tmp_path, "two", "bb", b"a,c\n3,4\n"),
            received(connection, tmp_path, "same", "aa", b"a,b\n1,2\n"),
        ]
        made = connection.sql(union_sql(read))
        assert made.columns == ["_file", "_row", "a", "b", "c"]
        table = Lake(tmp_path / "lake").write("bronze/a/b", made, facts={})
    assert table.columns["_file"] == "varchar"
    rows = duckdb.read_parquet(list(table.files)).order("_row").fetchall()
    assert rows == [
        ("aa", 2, "1", "2", None),
        ("bb", (1 << 48) + 2, "3", None, "4"),
        ("aa", (2 << 48) + 2, "1", "2", None),
    ]
