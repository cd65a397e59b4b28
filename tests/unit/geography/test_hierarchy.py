"""What does not lie where it should: found in little tables of areas and members."""

from collections.abc import Iterator
from dataclasses import replace

import duckdb
import pytest

from hereabouts.geography.hierarchy import left_out_sql, made_of_nothing_sql, nesting_sql
from hereabouts.model.neighbourhood import Population
from hereabouts.model.place import Place
from tests.unit.geography.test_membership import AT, PLACE, make


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        made.execute("""
            create schema geography;
            create schema place;
            create table geography.lsoa
                ("lsoa code" varchar, name varchar, icb_code varchar, country_code varchar);
            insert into geography.lsoa values
                ('E1', 'One', 'I1', 'E'), ('E2', 'Two', 'I1', 'E'), ('E3', 'Three', 'I2', 'E'),
                ('W1', 'Four', null, 'W');
            create table geography.icb (code varchar, name varchar);
            insert into geography.icb values ('I1', 'First'), ('I2', 'Second'), ('I3', 'Third');
            create table geography.country (code varchar, name varchar);
            insert into geography.country values ('E', 'England'), ('W', 'Wales');
            create table geography.people (code varchar, age varchar, people integer);
            insert into geography.people values
                ('E1', 'old', 30), ('E1', 'young', 30), ('E2', 'old', 20), ('W1', 'old', 20);
        """)
        yield made


def nested(kind: str, *holders: str) -> Place:
    types = [replace(t, nests_in=holders) if t.code == kind else t for t in PLACE.area_types]
    return replace(PLACE, area_types=tuple(types), neighbourhoods=())


def found(connection: duckdb.DuckDBPyConnection, sql: str | None) -> list[tuple[object, ...]]:
    assert sql is not None
    return connection.sql(sql).fetchall()


def test_nothing_is_asked_where_nothing_nests() -> None:
    assert nesting_sql(nested("icb")) is None


def test_areas_that_nest_are_not_found(connection: duckdb.DuckDBPyConnection) -> None:
    place = nested("icb", "country")
    make(connection, place)
    assert found(connection, nesting_sql(place)) == []


def test_an_orphan_is_found(connection: duckdb.DuckDBPyConnection) -> None:
    place = nested("lsoa", "icb")
    make(connection, place)
    assert found(connection, nesting_sql(place)) == [("lsoa", "icb", "W1", 0, 1)]


def test_an_area_partly_in_none_and_an_area_in_two_are_found(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    connection.execute("update geography.lsoa set country_code = 'E' where name = 'Four'")
    place = nested("country", "icb")
    make(connection, place)
    assert found(connection, nesting_sql(place)) == [("country", "icb", "E", 2, 1)]


def test_a_base_area_looked_up_twice_is_in_two(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("insert into geography.lsoa values ('E1', 'One', 'I2', 'E')")
    place = nested("lsoa", "icb", "country")
    make(connection, place)
    assert found(connection, nesting_sql(place)) == [
        ("lsoa", "icb", "E1", 2, 0),
        ("lsoa", "icb", "W1", 0, 1),
    ]


def test_a_lookup_that_loses_areas_says_how_many_and_whose_people(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    place = nested("lsoa")
    make(connection, place)
    people = Population(product="geography.people", code_column="code", column="people", at=AT)
    assert found(connection, left_out_sql(place, people)) == [("icb", 1, 4, 0.2)]
    assert found(connection, left_out_sql(place, None)) == [("icb", 1, 4, None)]


def test_an_area_that_nothing_lies_in_is_found(connection: duckdb.DuckDBPyConnection) -> None:
    make(connection, nested("lsoa"))
    assert found(connection, made_of_nothing_sql()) == [("icb", 1, "I3")]
