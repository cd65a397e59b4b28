"""DuckDB over versions of lake tables."""

from pathlib import Path

from hereabouts.engine.duckdb.session import session
from hereabouts.model.table import TableVersion


def test_a_hostile_name_stays_a_name(tmp_path: Path) -> None:
    table = TableVersion(name="t", version=0, files=(), columns={'x"; drop table y; --': "bigint"})
    with session(tmp_path) as opened:
        opened.attach('domain."; drop schema main', table)
        assert opened.connection.sql("select 1").fetchall() == [(1,)]


def test_extensions_are_never_fetched(tmp_path: Path) -> None:
    with session(tmp_path, memory_limit="500MB", threads=1) as opened:
        settings = opened.connection.sql(
            "select name, value from duckdb_settings() where name like 'auto%extensions'"
        ).fetchall()
    assert {value for _, value in settings} == {"false"}
