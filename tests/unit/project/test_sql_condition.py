"""A condition is one expression over one row, and cannot end the query it is put into."""

import pytest

from hereabouts.errors import Location, ProjectError
from hereabouts.project.sql_condition import read_condition


def read(text: str) -> tuple[tuple[str, ...] | None, list[ProjectError]]:
    problems: list[ProjectError] = []
    return read_condition(text, at=Location("i.yml", 3), problems=problems), problems


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("sex = 'F'", ("sex",)),
        ("a > 1 AND b IN ('x', 'y') OR NOT c", ("a", "b", "c")),
        ("is_open", ("is_open",)),
        ("a IS NOT NULL", ("a",)),
        ("a BETWEEN 1 AND 2", ("a",)),
        ("regexp_matches(a, '^x')", ("a",)),
        ("(lower(a) LIKE 'x%')", ("a",)),
        ("\"Area code\" <> ''", ("Area code",)),
        ("true", ()),
    ],
)
def test_a_condition_names_its_columns(text: str, columns: tuple[str, ...]) -> None:
    assert read(text) == (columns, [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a = 1;",
        "a = 1; DROP TABLE x",
        "a = 1) OR (b = 1",
        "a = 1 -- and so on",
        "a /* words */ = 1",
        "a IN (SELECT 1)",
        "a = (SELECT max(a) FROM b.c)",
        "EXISTS (SELECT 1)",
        "count(*) > 1",
        "sum(a) OVER () > 1",
        "a = $1",
        "a = ?",
        "a AS b",
        "a + 1",
        "(a + 1)",
        "'text'",
        "1",
        "NULL",
        "SELECT 1",
        "getenv('HOME') = 'x'",
        "read_text('x') = 'y'",
        "a = 1 UNION SELECT 2",
        "a = 1 ORDER BY a",
        "a = 1 LIMIT 1",
    ],
)
def test_what_is_more_than_a_condition_is_refused(text: str) -> None:
    columns, problems = read(text)
    assert columns is None
    assert [(p.code, str(p.at)) for p in problems] == [("P113", "i.yml:3")]
