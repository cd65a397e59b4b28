"""Wards of Trafford from their 11,264 postcodes, beside the ONS's own best fit of small areas.

The ONS puts a small area into the ward that holds its population-weighted centroid. Most of its
postcodes say the same of 129 in 139; three have no majority, and of the other seven one is Trafford
Park, whose postcodes are of firms.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from hereabouts.geography.custom_areas import best_fit_sql
from hereabouts.model.neighbourhood import PostcodeLookup
from tests.unit.geography.test_membership import AT

pytestmark = pytest.mark.real
LOOKUP = PostcodeLookup(
    product="geography.postcodes", postcode_column="postcode", base_column="lsoa_code", at=AT
)
TRAFFORD_PARK = "E01006194"


@pytest.fixture
def wards(shared_data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Each ward as a neighbourhood of its postcodes, and the ONS's lookup."""
    with duckdb.connect() as made:
        made.execute("create schema geography; create schema place")
        made.execute(
            "create table geography.postcodes as from read_csv(?, all_varchar = true)",
            [str(shared_data / "trafford/spatial/postcodes/trafford_postcodes.csv")],
        )
        made.execute(
            "create table place.postcodes as select 'ward' as area_type, ward_code as area_code,"
            " replace(postcode, ' ', '') as postcode from geography.postcodes"
        )
        made.execute(
            "create table ons as select lsoa21_code, ward24_code from"
            " read_csv(?, all_varchar = true) where ltla24_name = 'Trafford'",
            [str(shared_data / "geography/lookup_lsoa21_ward24_ltla24.csv")],
        )
        made.execute(f"create table place.best_fit as {best_fit_sql(LOOKUP)}")
        yield made


def test_best_fit_by_postcodes_beside_that_by_people(wards: duckdb.DuckDBPyConnection) -> None:
    counted = wards.sql(
        "select count(*), count(*) filter (area_code = ward24_code), count(area_code)"
        " from ons left join place.best_fit on base_code = lsoa21_code and is_member"
    ).fetchone()
    assert counted == (139, 129, 136)


def test_postcodes_of_firms_outweigh_those_of_homes(wards: duckdb.DuckDBPyConnection) -> None:
    rows = wards.execute(
        "select postcodes, of_postcodes, is_member, area_code = ward24_code"
        " from place.best_fit join ons on base_code = lsoa21_code where base_code = ?"
        " order by postcodes desc limit 1",
        [TRAFFORD_PARK],
    ).fetchall()
    assert rows == [(882, 921, True, False)]


def test_every_postcode_is_of_one_base_area(wards: duckdb.DuckDBPyConnection) -> None:
    counted = wards.sql("select sum(postcodes) from place.best_fit").fetchone()
    assert counted == (11_264,)


def test_a_lookup_of_another_column_fits_nothing(wards: duckdb.DuckDBPyConnection) -> None:
    other = replace(LOOKUP, postcode_column="ward_name")
    assert wards.sql(best_fit_sql(other)).fetchall() == []
