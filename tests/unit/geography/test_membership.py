from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import duckdb
import pytest

from hereabouts.errors import Location
from hereabouts.geography.membership import (
    areas_sql,
    members_sql,
    parents_sql,
    unknown_members_sql,
    unknown_parents_sql,
)
from hereabouts.model.neighbourhood import Neighbourhood
from hereabouts.model.place import AreaType, Look, Place

AT = Location("place.yml")


def area_type(code: str, product: str | None, **said: Any) -> AreaType:
    plain = AreaType(
        code=code,
        title=code,
        plural=code,
        short=code,
        product=product,
        code_column="code",
        name_column="name",
        parents={},
        at=AT,
    )
    return replace(plain, **said)


PLACE = Place(
    title="A place",
    description="",
    area_types=(
        area_type(
            "lsoa",
            "geography.lsoa",
            code_column="lsoa code",
            base=True,
            parents={"icb": "icb_code", "country": "country_code"},
        ),
        area_type("neighbourhood", None),
        area_type("icb", "geography.icb"),
        area_type("country", "geography.country"),
    ),
    neighbourhoods=(
        Neighbourhood(
            area_type="neighbourhood", code="N1", name="St. Mary's", members=("E1", "E2"), at=AT
        ),
        Neighbourhood(
            area_type="neighbourhood", code="N2", name="Across", members=("E2", "E3"), at=AT
        ),
    ),
    home_area_type="icb",
    look=Look(),
    at=AT,
)
TABLES = """
    create schema geography;
    create schema place;
    create table geography.lsoa
        ("lsoa code" varchar, name varchar, icb_code varchar, country_code varchar);
    insert into geography.lsoa values
        ('W1', 'Four', null, 'W'), ('E2', 'Two', 'I1', 'E'), ('E1', 'One', 'I1', 'E'),
        ('E3', 'Three', 'I2', 'E'), ('e4', 'Five', 'I2', 'E');
    create table geography.icb (code varchar, name varchar);
    insert into geography.icb values ('I2', 'Second'), ('I1', 'First');
    create table geography.country (code varchar, name varchar);
    insert into geography.country values ('E', 'England'), ('W', 'Wales');
"""


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        made.execute(TABLES)
        yield made


def make(connection: duckdb.DuckDBPyConnection, place: Place = PLACE) -> None:
    connection.execute(f"create table place.areas as {areas_sql(place)}")
    connection.execute(f"create table place.members as {members_sql(place)}")


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return connection.sql(sql).fetchall()


def test_areas_are_numbered_from_one_in_the_bytewise_order_of_codes(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    make(connection)
    found = rows(connection, "select * from place.areas order by area_type, number")
    assert [row for row in found if row[0] == "lsoa"] == [
        ("lsoa", "E1", "One", 1),
        ("lsoa", "E2", "Two", 2),
        ("lsoa", "E3", "Three", 3),
        ("lsoa", "W1", "Four", 4),
        ("lsoa", "e4", "Five", 5),
    ]
    assert ("icb", "I1", "First", 1) in found
    assert ("neighbourhood", "N1", "St. Mary's", 1) in found
    assert len(found) == 5 + 2 + 2 + 2


def test_a_row_without_a_code_is_no_area(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("insert into geography.lsoa values (null, 'Nowhere', 'I1', 'E')")
    make(connection)
    assert rows(connection, "from place.areas where area_code is null") == []
    assert rows(connection, "from place.members where base_code is null") == []


def test_members_are_base_areas_and_a_base_area_is_its_own(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    make(connection)
    found = rows(connection, "from place.members")
    assert ("lsoa", "E1", "E1") in found
    assert [row[1:] for row in found if row[0] == "icb"] == [
        ("I1", "E1"),
        ("I1", "E2"),
        ("I2", "E3"),
        ("I2", "e4"),
    ]
    assert [row[1:] for row in found if row[0] == "neighbourhood"] == [
        ("N1", "E1"),
        ("N1", "E2"),
        ("N2", "E2"),
        ("N2", "E3"),
    ]


def test_a_parent_holds_the_whole_of_an_area(connection: duckdb.DuckDBPyConnection) -> None:
    make(connection)
    found = rows(connection, parents_sql())
    assert [row for row in found if row[0] == "neighbourhood"] == [
        ("neighbourhood", "N1", "country", "E"),
        ("neighbourhood", "N2", "country", "E"),
    ]
    assert [row for row in found if row[0] == "icb"] == [
        ("icb", "I1", "country", "E"),
        ("icb", "I2", "country", "E"),
    ]
    assert [row[2:] for row in found if row[:2] == ("lsoa", "E1")] == [
        ("country", "E"),
        ("icb", "I1"),
        ("neighbourhood", "N1"),
    ]


def test_a_base_area_has_no_parent_where_it_lies_in_none_or_in_two(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    make(connection)
    found = rows(connection, parents_sql())
    assert [row[2:] for row in found if row[:2] == ("lsoa", "W1")] == [("country", "W")]
    assert [row[2:] for row in found if row[:2] == ("lsoa", "E2")] == [
        ("country", "E"),
        ("icb", "I1"),
    ]


def test_an_area_partly_outside_a_bigger_one_has_no_such_parent(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    cross = Neighbourhood(
        area_type="neighbourhood", code="N3", name="Border", members=("e4", "W1"), at=AT
    )
    wide = Neighbourhood(area_type="neighbourhood", code="N4", name="One", members=("E1",), at=AT)
    make(connection, replace(PLACE, neighbourhoods=(cross, wide)))
    found = [row for row in rows(connection, parents_sql()) if row[0] == "neighbourhood"]
    assert found == [
        ("neighbourhood", "N4", "country", "E"),
        ("neighbourhood", "N4", "icb", "I1"),
    ]


def test_a_neighbourhood_of_unknown_areas_is_found(connection: duckdb.DuckDBPyConnection) -> None:
    wrong = Neighbourhood(
        area_type="neighbourhood", code="N3", name="Old", members=("E1", "E9", "E8", "E9"), at=AT
    )
    place = replace(PLACE, neighbourhoods=(wrong,))
    make(connection, place)
    assert rows(connection, unknown_members_sql(place)) == [("E8",), ("E9",)]


def test_a_place_without_neighbourhoods_has_none_to_check(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    place = replace(PLACE, neighbourhoods=())
    make(connection, place)
    assert rows(connection, unknown_members_sql(place)) == []
    assert rows(
        connection, "select count(*) from place.areas where area_type = 'neighbourhood'"
    ) == [(0,)]


def test_a_parent_that_no_product_lists_is_found(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("insert into geography.lsoa values ('E5', 'Six', 'I9', 'E')")
    make(connection)
    assert rows(connection, unknown_parents_sql(PLACE)) == [("icb", "I9")]
    lone = replace(PLACE, area_types=(replace(PLACE.base, parents={}),), neighbourhoods=())
    assert rows(connection, unknown_parents_sql(lone)) == []
