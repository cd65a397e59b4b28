"""DuckDB over versions of lake tables."""

from pathlib import Path

import duckdb
import pytest

from hereabouts.engine.duckdb.session import session
from hereabouts.model.table import TableVersion


def test_a_hostile_name_stays_a_name(tmp_path: Path) -> None:
    table = TableVersion(name="t", version=0, files=(), columns={'x"; drop table y; --': "bigint"})
    with session(tmp_path) as opened:
        opened.attach('domain."; drop schema main', table)
        assert opened.connection.sql("select 1").fetchall() == [(1,)]


def test_a_model_can_reach_no_file_outside_its_home(tmp_path: Path) -> None:
    home = tmp_path / "home"
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with session(home / "scratch", home=home) as opened:
        with pytest.raises(duckdb.PermissionException):
            opened.connection.sql(f"from read_csv('{secret}')").fetchall()
        with pytest.raises(duckdb.Error):
            opened.connection.execute("set enable_external_access = true")


def test_extensions_are_never_fetched(tmp_path: Path) -> None:
    with session(tmp_path, memory_limit="500MB", threads=1) as opened:
        settings = opened.connection.sql(
            "select name, value from duckdb_settings() where name like 'auto%extensions'"
        ).fetchall()
    assert {value for _, value in settings} == {"false"}
