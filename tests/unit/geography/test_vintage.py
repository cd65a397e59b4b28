from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.geography.vintage import (
    Counts,
    Lookup,
    Weights,
    classify,
    convert_sql,
    require_convertible,
    unconvertible_sql,
)

LOOKUP = Lookup(table="lookup", old="was", new="is now", change="change")
COUNTS = Counts(table="counts", area="code", count="n")
WEIGHTS = Weights(table="people", area="code", weight="residents")
PAIRS = [
    ("u", "u", "U"),
    ("s", "s1", "S"),
    ("s", "s2", "S"),
    ("m1", "m", "M"),
    ("m2", "m", "M"),
    ("x1", "xa", "X"),
    ("x1", "xb", "X"),
    ("x2", "xb", "X"),
]
PEOPLE = [("u", 9), ("s1", 30), ("s2", 10), ("m", 9), ("xa", 1), ("xb", 3)]


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        made.execute('create table lookup (was varchar, "is now" varchar, change varchar)')
        made.executemany("insert into lookup values (?, ?, ?)", PAIRS)
        made.execute("create table counts (code varchar, n double)")
        made.execute("create table people (code varchar, residents integer)")
        made.executemany("insert into people values (?, ?)", PEOPLE)
        yield made


def converted(
    connection: duckdb.DuckDBPyConnection,
    counts: list[tuple[str, float | None]],
    weights: Weights | None = WEIGHTS,
) -> dict[str, tuple[float | None, str]]:
    connection.executemany("insert into counts values (?, ?)", counts)
    rows = connection.sql(convert_sql(LOOKUP, counts=COUNTS, weights=weights)).fetchall()
    return {code: (value, status) for code, value, status in rows}


def test_an_unchanged_area_is_copied(connection: duckdb.DuckDBPyConnection) -> None:
    assert converted(connection, [("u", 7)]) == {"u": (7, "exact")}


def test_merged_areas_are_summed(connection: duckdb.DuckDBPyConnection) -> None:
    assert converted(connection, [("m1", 7), ("m2", 3)]) == {"m": (10, "summed")}


def test_a_split_area_is_shared_out_by_weight(connection: duckdb.DuckDBPyConnection) -> None:
    assert converted(connection, [("s", 8)]) == {
        "s1": (6, "apportioned"),
        "s2": (2, "apportioned"),
    }


def test_an_irregular_change_is_shared_out_and_summed(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    assert converted(connection, [("x1", 8), ("x2", 5)]) == {
        "xa": (2, "apportioned"),
        "xb": (11, "apportioned"),
    }


def test_a_part_of_a_merged_area_is_missing_and_not_a_part_count(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    assert converted(connection, [("m1", 7), ("m2", None)]) == {"m": (None, "summed")}
    connection.execute("delete from counts")
    assert converted(connection, [("m1", 7)]) == {"m": (None, "summed")}


def test_areas_that_need_no_sharing_need_no_weights(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    made = converted(connection, [("u", 7), ("m1", 1), ("m2", 2)], weights=None)
    assert made == {"u": (7, "exact"), "m": (3, "summed")}


@pytest.mark.parametrize(
    "spoil", ["delete from people where code = 's2'", "update people set residents = 0"]
)
@pytest.mark.parametrize("weights", [None, WEIGHTS])
def test_without_weights_a_split_area_is_refused(
    connection: duckdb.DuckDBPyConnection, spoil: str, weights: Weights | None
) -> None:
    connection.execute(spoil)
    connection.execute("insert into counts values ('s', 8), ('u', 1), ('gone', 2)")
    sql = unconvertible_sql(LOOKUP, counts=COUNTS, weights=weights)
    found = connection.sql(sql).fetchall()
    assert found == [("gone", "unknown"), ("s", "unweighted")]
    with pytest.raises(DataError, match="1 areas were split or redrawn") as caught:
        require_convertible(found)
    assert caught.value.code == "Q811"
    with pytest.raises(duckdb.Error, match="areas need weights"):
        connection.sql(convert_sql(LOOKUP, counts=COUNTS, weights=weights)).fetchall()


def test_an_area_that_is_not_in_the_lookup_is_refused() -> None:
    require_convertible([])
    with pytest.raises(DataError) as caught:
        require_convertible([("gone", "unknown")])
    assert caught.value.code == "Q812"


def test_pairs_of_codes_say_how_areas_changed() -> None:
    old, new, change = (np.array(column) for column in zip(*PAIRS, strict=True))
    assert classify(old, new).tolist() == change.tolist()


def test_a_new_code_for_the_same_area_is_no_change() -> None:
    assert classify(np.array(["E08000020"]), np.array(["E08000037"])).tolist() == ["U"]


REAL = Lookup(table="real", old="lsoa11_code", new="lsoa21_code", change="change_code")


@pytest.fixture
def real(shared_data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    path = shared_data / "geography" / "lookup_lsoa11_lsoa21_ltla22.csv"
    with duckdb.connect() as made:
        made.execute("create table real as from read_csv(?, all_varchar = true)", [str(path)])
        yield made


@pytest.mark.real
def test_the_published_lookup_has_the_changes_it_is_known_for(
    real: duckdb.DuckDBPyConnection,
) -> None:
    rows = real.sql(
        "select change_code, count(distinct lsoa11_code), count(distinct lsoa21_code), count(*)"
        " from real group by 1 order by 1"
    ).fetchall()
    assert rows == [
        ("M", 239, 119, 239),
        ("S", 861, 1900, 1900),
        ("U", 33647, 33647, 33647),
        ("X", 6, 6, 9),
    ]
    table = real.sql("select lsoa11_code, lsoa21_code, change_code from real").fetchnumpy()
    made = classify(table["lsoa11_code"].astype(str), table["lsoa21_code"].astype(str))
    assert len(made) == 35_795
    assert made.tolist() == table["change_code"].tolist()


@pytest.mark.real
def test_every_2011_area_is_carried_to_2021_and_the_total_kept(
    real: duckdb.DuckDBPyConnection, shared_data: Path
) -> None:
    """Weighted by residents of Census 2021; the counts are made up and uneven."""
    path = shared_data / "census" / "census21_pop_age6_lsoa21.parquet"
    real.execute(
        "create table people as select lsoa21_code as code, sum(usual_residents) as residents"
        f" from read_parquet('{path}') group by 1"
    )
    real.execute(
        "create table counts as select code, cast(1 + hash(code) % 97 as double) as n"
        " from (select distinct lsoa11_code as code from real)"
    )
    asked = real.sql(unconvertible_sql(REAL, counts=COUNTS, weights=WEIGHTS)).fetchall()
    require_convertible(asked)
    real.execute(f"create table made as {convert_sql(REAL, counts=COUNTS, weights=WEIGHTS)}")
    (before,) = real.sql("select sum(n) from counts").fetchall()[0]
    (after,) = real.sql("select sum(value) from made").fetchall()[0]
    assert after == pytest.approx(before, rel=1e-12)
    how = real.sql("select status, count(*) from made group by 1 order by 1").fetchall()
    assert how == [("apportioned", 1906), ("exact", 33647), ("summed", 119)]
