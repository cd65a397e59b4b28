"""Which columns a model reads: wherever they stand, and whatever they are called there."""

import pytest

from hereabouts.project.columns_read import columns_read

SCHEMA = {
    "geography.area": {"code": "varchar", "kind": "varchar", "name": "varchar"},
    "library.members": {"code": "varchar", "joined": "integer", "left_count": "integer"},
}


@pytest.mark.parametrize(
    ("sql", "area", "members"),
    [
        ("select code from geography.area", {"code"}, set()),
        ("select a.Code from geography.area a where KIND = 'x'", {"code", "kind"}, set()),
        ("select * from library.members", set(), {"code", "joined", "left_count"}),
        ("select * exclude (joined) from library.members", set(), {"code", "left_count"}),
        (
            "select name, joined from geography.area join library.members using (code)",
            {"code", "name"},
            {"code", "joined"},
        ),
        (
            (
                "with x as (select code, sum(joined) as n from library.members group by all)"
                " select n from x order by code"
            ),
            set(),
            {"code", "joined"},
        ),
        (
            (
                "select name from geography.area a where exists"
                " (select 1 from library.members m where m.code = a.code)"
            ),
            {"code", "name"},
            {"code"},
        ),
        (
            "select code from geography.area union all select code from library.members",
            {"code"},
            {"code"},
        ),
        (
            "select code, row_number() over (partition by kind order by name) from geography.area",
            {"code", "kind", "name"},
            set(),
        ),
    ],
)
def test_a_column_is_read_wherever_it_stands(sql: str, area: set[str], members: set[str]) -> None:
    read = columns_read(sql, schema=SCHEMA)
    assert read is not None
    assert read.get("geography.area", frozenset()) == area
    assert read.get("library.members", frozenset()) == members


def test_what_cannot_be_followed_is_not_guessed_at() -> None:
    two = "select made_up from geography.area a, library.members m"
    assert columns_read(two, schema=SCHEMA) is None
    assert columns_read("select from where", schema=SCHEMA) is None
