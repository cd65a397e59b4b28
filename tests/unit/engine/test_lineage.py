"""Which columns each column comes from."""

from hereabouts.engine.lineage import column_lineage

SCHEMA = {
    "health.admissions": {"area_code": "varchar", "n": "bigint"},
    "place.areas": {"area_code": "varchar", "icb": "varchar"},
}
SQL = """
with a as (select area_code, sum(n) as n from health.admissions group by area_code)
select p.icb, a.n * 2 as twice, 1 as one from a join place.areas as p on p.area_code = a.area_code
"""


def test_a_column_is_followed_through_a_step_to_its_table() -> None:
    found = column_lineage(SQL, ("icb", "twice", "one"), schema=SCHEMA)
    assert found == {"icb": ["place.areas.icb"], "twice": ["health.admissions.n"], "one": []}


def test_a_column_the_parser_cannot_follow_has_no_sources() -> None:
    assert column_lineage("select 1 as a", ("b",), schema=SCHEMA) == {"b": []}
