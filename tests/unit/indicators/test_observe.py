"""Indicators to observations, on a made-up place of four small areas."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pytest

from hereabouts.errors import Location
from hereabouts.indicators.observe import observe
from hereabouts.indicators.setting import Setting
from hereabouts.model.indicator import Indicator, Measure, Method, PeriodOf, Polarity

Rows = dict[tuple[str, str], tuple[Any, ...]]


@pytest.fixture
def place() -> Iterator[duckdb.DuckDBPyConnection]:
    """Board B1 holds a1 and a2, board B2 holds a3 and a4; a4 has no row at all."""
    with duckdb.connect() as connection:
        connection.execute("""
            create schema place; create schema health;
            create table place.members as select * from (values
                ('lsoa','a1','a1'),('lsoa','a2','a2'),('lsoa','a3','a3'),('lsoa','a4','a4'),
                ('icb','B1','a1'),('icb','B1','a2'),('icb','B2','a3'),('icb','B2','a4'))
                as t(area_type, area_code, base_code);
            create table place.areas as
                select distinct area_type, area_code, area_code as area_name, 1 as number
                from place.members;
            create table place.parents as select * from (values ('lsoa','a1','icb','B1'))
                as t(area_type, area_code, parent_type, parent_code);
            create table health.admissions as select * from (values
                ('a1', 30, 10, 'F'), ('a1', 10, 10, 'M'), ('a2', 20, 0, 'F'), ('a3', 8, 8, 'M'))
                as t(lsoa, admissions, near, sex);
        """)
        yield connection


def indicator(**said: Any) -> Indicator:
    total = Measure(product="health.admissions", sum="admissions", where=None)
    standard: dict[str, Any] = {
        "theme": "health",
        "name": "admissions",
        "title": "Admissions",
        "short_title": "Admissions",
        "why": "",
        "method": Method.COUNT,
        "numerator": total,
        "denominator": None,
        "area_type": "lsoa",
        "area_column": "lsoa",
        "period": PeriodOf(label="2019", start=date(2019, 1, 1), end=date(2020, 1, 1)),
        "breakdown": None,
        "multiplier": 1.0,
        "unit": "admissions",
        "decimals": 0,
        "better": Polarity.NEITHER,
        "area_types": ("lsoa", "icb"),
        "policy": "none",
        "missing_areas_at_most": 0.0,
        "confidence": 0.95,
        "at": Location("indicators/health/admissions.yml"),
    }
    return Indicator(**(standard | said))


def observed(connection: duckdb.DuckDBPyConnection, said: Indicator) -> Rows:
    blocks = observe(connection, [said], setting=Setting(base_type="lsoa"))
    rows = [row for block in blocks for row in block.fetchall()]
    return {(row[2], row[6]): row[7:13] for row in rows}


NEAR = Measure(product="health.admissions", sum="near", where=None)
ALL = Measure(product="health.admissions", sum="admissions", where=None)


def test_counts_are_added_up_to_larger_areas(place: duckdb.DuckDBPyConnection) -> None:
    found = observed(place, indicator())
    assert found["a1", "all"] == (40, None, 40, None, None, None)
    assert found["B1", "all"] == (60, None, 60, None, None, None)


def test_an_area_with_no_row_is_missing_and_so_is_what_it_lies_in(
    place: duckdb.DuckDBPyConnection,
) -> None:
    found = observed(place, indicator())
    assert found["a4", "all"] == (None, None, None, None, None, "[x]")
    assert found["B2", "all"] == (None, None, None, None, None, "[x]")


def test_an_indicator_may_allow_some_areas_to_be_missing(
    place: duckdb.DuckDBPyConnection,
) -> None:
    found = observed(place, indicator(missing_areas_at_most=0.5))
    assert found["B2", "all"][0] == 8
    assert found["a4", "all"][-1] == "[x]"


def test_a_missing_number_is_not_zero(place: duckdb.DuckDBPyConnection) -> None:
    place.execute("update health.admissions set admissions = null where lsoa = 'a2'")
    found = observed(place, indicator())
    assert found["a2", "all"][-1] == "[x]"
    assert found["B1", "all"][-1] == "[x]"


def test_a_count_of_rows_is_zero_where_there_are_none(place: duckdb.DuckDBPyConnection) -> None:
    rows = Measure(product="health.admissions", sum=None, where="sex = 'F'")
    found = observed(place, indicator(numerator=rows))
    assert found["a4", "all"][0] == 0
    assert found["B1", "all"][0] == 2


def test_a_proportion_is_made_from_added_up_counts_not_from_averages(
    place: duckdb.DuckDBPyConnection,
) -> None:
    share = indicator(method=Method.PROPORTION, numerator=NEAR, denominator=ALL, multiplier=100.0)
    found = observed(place, share)
    assert found["a1", "all"][:3] == (20, 40, 50.0)
    assert found["B1", "all"][:3] == (20, 60, pytest.approx(100 / 3))
    lower, upper = found["B1", "all"][3:5]
    assert lower < 100 / 3 < upper


def test_a_breakdown_has_a_row_for_each_category_of_each_area(
    place: duckdb.DuckDBPyConnection,
) -> None:
    found = observed(place, indicator(breakdown="sex"))
    assert found["a1", "F"][0] == 30
    assert found["a2", "M"][0] == 0, "the area has data, and none of it is of men"
    assert found["B1", "M"][0] == 10


def test_a_denominator_may_be_of_the_whole_area(place: duckdb.DuckDBPyConnection) -> None:
    whole = Measure(product="health.admissions", sum="admissions", where=None, of_all=True)
    share = indicator(
        method=Method.PROPORTION,
        numerator=ALL,
        denominator=whole,
        multiplier=100.0,
        breakdown="sex",
    )
    found = observed(place, share)
    assert found["a1", "F"][:3] == (30, 40, 75.0)
    assert found["a1", "M"][:3] == (10, 40, 25.0)


def test_nothing_divided_by_nothing_is_not_available(place: duckdb.DuckDBPyConnection) -> None:
    place.execute("update health.admissions set admissions = 0, near = 0 where lsoa = 'a3'")
    share = indicator(method=Method.MEAN, numerator=NEAR, denominator=ALL)
    assert observed(place, share)["a3", "all"][-1] == "[x]"


def test_rows_may_be_about_larger_areas(place: duckdb.DuckDBPyConnection) -> None:
    place.execute("create table health.staff as select 'B1' as icb, 12 as fte")
    staff = indicator(
        numerator=Measure(product="health.staff", sum="fte", where=None),
        area_type="icb",
        area_column="icb",
        area_types=("icb",),
    )
    found = observed(place, staff)
    assert found["B1", "all"][0] == 12
    assert found["B2", "all"][-1] == "[x]"


def marked(place: duckdb.DuckDBPyConnection, *rows: tuple[str, int | None, str | None]) -> Rows:
    place.execute("create table health.staff (lsoa varchar, staff integer, staff_marker varchar)")
    place.executemany("insert into health.staff values (?, ?, ?)", rows)
    staff = indicator(numerator=Measure(product="health.staff", sum="staff", where=None))
    markers = {"health.staff": {"staff": "staff_marker"}}
    blocks = observe(place, [staff], setting=Setting(base_type="lsoa", markers=markers))
    found = [row for block in blocks for row in block.fetchall()]
    return {(row[2], row[6]): (row[9], row[12]) for row in found}


def test_a_marker_at_source_is_the_marker_of_the_observation(
    place: duckdb.DuckDBPyConnection,
) -> None:
    found = marked(
        place, ("a1", 5, None), ("a2", None, "[c]"), ("a3", None, "[z]"), ("a4", None, "[low]")
    )
    assert [found[code, "all"] for code in ("a1", "a2", "a3", "a4")] == [
        (5, None),
        (None, "[c]"),
        (None, "[z]"),
        (None, "[low]"),
    ]


def test_a_total_with_a_hidden_part_is_hidden_and_never_a_smaller_total(
    place: duckdb.DuckDBPyConnection,
) -> None:
    found = marked(place, ("a1", 5, None), ("a2", None, "[c]"), ("a3", None, "[low]"))
    assert found["B1", "all"] == (None, "[c]")
    assert found["B2", "all"] == (None, "[low]")  # a4 has no row: not available, which is weaker


def test_an_absent_value_that_nothing_explains_is_not_available(
    place: duckdb.DuckDBPyConnection,
) -> None:
    found = marked(place, ("a1", None, None), ("a2", 0, None))
    assert (found["a1", "all"], found["a2", "all"]) == ((None, "[x]"), (0, None))
