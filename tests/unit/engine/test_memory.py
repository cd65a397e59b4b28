"""How much memory DuckDB may use."""

from pathlib import Path

import duckdb
import pytest

from hereabouts.engine.duckdb.memory import available, memory_limit
from hereabouts.engine.duckdb.session import session
from hereabouts.errors import ProjectError


def test_the_environment_says_how_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEREABOUTS_MEMORY_LIMIT", "300MiB")
    with session(tmp_path) as opened:
        said = opened.connection.sql("select current_setting('memory_limit')").fetchall()
        assert said == [("300.0 MiB",)]


def test_it_is_kept_to_and_the_rest_goes_to_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEREABOUTS_MEMORY_LIMIT", "64MiB")
    with session(tmp_path, threads=1) as opened:
        opened.connection.execute("create table t as select hash(range) as n from range(20000000)")
        used = opened.connection.sql(
            "select sum(memory_usage_bytes), sum(temporary_storage_bytes) from duckdb_memory()"
        ).fetchall()[0]
    assert used[0] <= 64 << 20
    assert used[1] > 0


def test_unless_said_it_is_half_of_what_there_is() -> None:
    there = available()
    assert there is not None
    assert memory_limit({}) == f"{there // 2 >> 20}MiB"


def test_a_container_has_what_it_is_given(tmp_path: Path) -> None:
    given = tmp_path / "memory.max"
    given.write_text("4294967296\n")
    assert available((given,)) == 4 << 30
    given.write_text("max\n")
    machine = available((tmp_path / "none",))
    assert available((given, tmp_path / "none")) == machine
    assert machine is not None
    assert machine > 1 << 28


@pytest.mark.parametrize("wrong", ["much", "3", "-1GB", "80%"])
def test_what_is_no_size_is_refused(wrong: str) -> None:
    with pytest.raises(ProjectError, match="P195"):
        memory_limit({"HEREABOUTS_MEMORY_LIMIT": wrong})


@pytest.mark.parametrize("size", ["300MB", "1.5GB", "2 GiB", "900000KB"])
def test_every_size_that_is_taken_is_one_to_duckdb(size: str) -> None:
    said = memory_limit({"HEREABOUTS_MEMORY_LIMIT": size})
    assert said == size
    duckdb.connect(config={"memory_limit": said}).close()
