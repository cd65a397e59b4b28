"""What a SQL model reads, found by parsing; and what it may not do."""

import logging

import pytest

from hereabouts.errors import ProjectError
from hereabouts.project.sql_model import Read, read_model


def read(text: str) -> tuple[tuple[Read, ...], list[ProjectError]]:
    problems: list[ProjectError] = []
    return read_model(text, path="model.sql", problems=problems), problems


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ("SELECT * FROM a.b", ["a.b"]),
        ("FROM a.b;", ["a.b"]),
        ("SELECT 1", []),
        ('SELECT * FROM "a"."b" JOIN a.b AS again USING (x)', ["a.b"]),
        ("WITH s AS (SELECT * FROM a.b) SELECT * FROM S JOIN c.d USING (x)", ["a.b", "c.d"]),
        ("SELECT * FROM a.b WHERE x IN (SELECT x FROM c.d)", ["a.b", "c.d"]),
        ("SELECT * FROM a.b UNION ALL BY NAME SELECT * FROM c.d", ["a.b", "c.d"]),
        ("SELECT * FROM received, a.b", ["received", "a.b"]),
        ("SELECT * FROM a.b, unnest([1]) u, range(3), generate_series(1, 2)", ["a.b"]),
        ("SELECT * FROM (PIVOT a.b ON x USING sum(y))", ["a.b"]),
        ("SELECT * EXCLUDE (x) REPLACE (y AS z) FROM a.b ASOF JOIN c.d USING (t)", ["a.b", "c.d"]),
        (
            "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) FROM t",
            [],
        ),
        ("SELECT list_transform(x, y -> y + 1) FROM a.b QUALIFY row_number() OVER () = 1", ["a.b"]),
        ("SELECT * FROM 'x.csv'", ["x.csv"]),  # no product is called so: an unknown product
        ("SELECT * FROM other.a.b", ["other.a.b"]),
    ],
)
def test_inputs_are_the_tables_it_reads(text: str, tables: list[str]) -> None:
    reads, problems = read(text)
    assert sorted(r.table for r in reads) == sorted(tables)
    assert problems == []


def test_each_input_has_the_line_where_it_is_first_named() -> None:
    reads, _ = read("-- words\nSELECT *\nFROM a.b\nJOIN c.d USING (x)\n")
    assert [(r.table, r.line) for r in reads] == [("a.b", 3), ("c.d", 4)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SELECT 1; SELECT 2", "P111"),
        ("", "P111"),
        ("-- words only", "P111"),
        ("ATTACH 'x.db' AS y", "P111"),
        ("COPY (SELECT 1) TO 'x.csv'", "P111"),
        ("PRAGMA version", "P111"),
        ("CREATE TABLE x AS SELECT 1", "P111"),
        ("INSTALL spatial", "P111"),
        ("SET threads = 1", "P111"),
        ("EXPLAIN SELECT 1", "P111"),
        ("SUMMARIZE a.b", "P111"),
        ("SELECT FROM WHERE", "P110"),
        ("SELECT 'never closed", "P110"),
        ("SELECT * FROM read_csv('x.csv')", "P112"),
        ("SELECT * FROM read_parquet('x.parquet')", "P112"),
        ("SELECT * FROM read_json_auto('x.json')", "P112"),
        ("SELECT * FROM main.read_csv('x.csv')", "P112"),
        ("SELECT * FROM read_text('/etc/passwd')", "P112"),
        ("SELECT * FROM glob('*')", "P112"),
        ("SELECT * FROM query('SELECT 1')", "P112"),
        ("SELECT * FROM query_table('x')", "P112"),
        ("SELECT * FROM st_read('x.gpkg')", "P112"),
        ("SELECT * FROM duckdb_settings()", "P112"),
        ("SELECT * FROM pragma_version()", "P112"),
        ("SELECT getenv('HOME')", "P112"),
        ("SELECT current_setting('threads') FROM a.b", "P112"),
        ("SELECT x FROM a.b WHERE y IN (SELECT content FROM read_text('x'))", "P112"),
        ("SELECT * INTO x FROM a.b", "P112"),
        ("WITH x AS (INSERT INTO t VALUES (1) RETURNING *) SELECT * FROM x", "P112"),
        ("SELECT * FROM (DESCRIBE a.b)", "P112"),
        ("SELECT * FROM a.b WHERE x = $1", "P112"),
        ("SELECT * FROM a.b WHERE x = ?", "P112"),
    ],
)
def test_a_model_does_nothing_but_read_tables(text: str, code: str) -> None:
    _, problems = read(text)
    assert {p.code for p in problems} == {code}


def test_what_reaches_out_is_said_at_its_line() -> None:
    _, problems = read("SELECT *\nFROM a.b,\n  read_csv('x.csv')\n")
    assert [str(p) for p in problems] == [
        (
            "model.sql:3: the table function read_csv has no place in a model [P112]\n"
            "  do: read `domain.product` tables alone; declare a file as the source of a product"
        )
    ]


def test_sql_that_cannot_be_read_is_said_at_its_line() -> None:
    _, problems = read("SELECT *\nFROM\nWHERE x\n")
    assert [(p.code, str(p.at), p.problem) for p in problems] == [
        ("P110", "model.sql:3", "this SQL cannot be read: Expected table name")
    ]


def test_sqlglot_says_nothing_beside_what_we_say(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        read("EXPLAIN SELECT 1")
    assert caplog.records == []
