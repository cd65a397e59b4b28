"""Delta tables: a commit is all a reader ever sees."""

import errno
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from deltalake import DeltaTable

from hereabouts.engine.duckdb.session import scan
from hereabouts.errors import LakeError
from hereabouts.lake.tables import Lake
from hereabouts.lake.trouble import is_no_room, lake_error


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "lake")


def test_data_and_facts_appear_together(lake: Lake, connection: duckdb.DuckDBPyConnection) -> None:
    rows = connection.sql("select 1::bigint as n, 'é' as word, date '2020-02-29' as day")
    written = lake.write("silver/health/admissions", rows, facts={"fingerprint": "abc"})
    assert written.version == 0
    assert written.facts == {"fingerprint": "abc"}
    assert written.columns == {"n": "bigint", "word": "varchar", "day": "date"}
    assert connection.sql(scan(written)).fetchall()[0][:2] == (1, "é")


def test_an_old_version_stays_readable(lake: Lake, connection: duckdb.DuckDBPyConnection) -> None:
    for number in (1, 2):
        lake.write("t", connection.sql(f"select {number}::bigint as n"), facts={})
    old = lake.open("t", version=0)
    assert connection.sql(scan(old)).fetchall() == [(1,)]
    assert connection.sql(scan(lake.open("t"))).fetchall() == [(2,)]


def test_an_old_version_remembers_its_own_facts(
    lake: Lake, connection: duckdb.DuckDBPyConnection
) -> None:
    for number in range(4):
        rows = connection.sql(f"select {number}::bigint as n")
        lake.write("t", rows, facts={"said": str(number)})
    assert [lake.open("t", version=n).facts["said"] for n in range(4)] == ["0", "1", "2", "3"]


def test_an_empty_table_keeps_its_columns(
    lake: Lake, connection: duckdb.DuckDBPyConnection
) -> None:
    empty = lake.write("t", connection.sql("select 1::bigint as n where false"), facts={})
    assert connection.sql(scan(empty)).columns == ["n"]


def test_what_was_never_written_is_none(lake: Lake) -> None:
    assert lake.latest("nothing") is None
    with pytest.raises(LakeError, match=r"there is no table 'nothing' \[L101\]"):
        lake.open("nothing")


def test_a_table_with_deletion_vectors_is_refused(
    lake: Lake, connection: duckdb.DuckDBPyConnection
) -> None:
    lake.write("t", connection.sql("select 1::bigint as n"), facts={})
    table = DeltaTable(lake.path("t"))
    table.alter.set_table_properties({"delta.enableDeletionVectors": "true"})
    if DeltaTable(lake.path("t")).protocol().min_reader_version < 2:
        pytest.skip("this delta-rs does not raise the reader version for deletion vectors")
    with pytest.raises(LakeError, match="L102"):
        lake.open("t")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_said_in_words(number: int) -> None:
    error = lake_error(OSError(number, "x"), "gold/a")
    assert is_no_room(OSError(number, "x"))
    assert str(error) == (
        "there is no room left to write 'gold/a' [L301]\n"
        "  do: free some disk, then build again; the last good version is untouched"
    )


def test_another_failure_names_its_kind_and_no_value() -> None:
    assert "L302" in str(lake_error(OSError(errno.EACCES, "secret"), "t"))
    assert "secret" not in str(lake_error(OSError(errno.EACCES, "secret"), "t"))
