"""Counts of the 2021 Census and of mid-2020, the lookups between areas, and what is measured."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.errors import Location
from hereabouts.geography.conversion.measured_error import error_sql
from hereabouts.model.conversion import Blocks, Conversion, HoldOut, LookupStep, NewWeights
from hereabouts.pipeline.make_conversion import make_conversion

AT = Location("convert.yml", 1)
LSOA11_TO_LSOA21 = Conversion(
    source="census.mid2020",
    area="lsoa11_code",
    to="lsoa21",
    by=(
        LookupStep(
            product="geography.lookup",
            old="lsoa11_code",
            new="lsoa21_code",
            change="change_code",
            at=AT,
        ),
    ),
    columns=("people",),
    keys=("age_group",),
    weights=NewWeights(product="census.ages", area="lsoa21_code", weight="people", at=AT),
    hold_out=HoldOut(
        product="census.ages", area="lsoa21_code", column="people", of="people", at=AT
    ),
    at=AT,
)
AGE_MATCHED = replace(
    LSOA11_TO_LSOA21,
    weights=NewWeights(
        product="census.ages", area="lsoa21_code", weight="people", match=("age_group",), at=AT
    ),
)
MSOA21_TO_WARD24 = Conversion(
    source="census.by_msoa",
    area="msoa21_code",
    to="ward24",
    blocks=Blocks(
        product="census.blocks", old="msoa21_code", new="ward24_code", weight="people", at=AT
    ),
    columns=("n",),
    hold_out=HoldOut(product="census.by_ward", area="ward24_code", column="n", of="n", at=AT),
    at=AT,
)
#: What is counted -> which rows of the Census.
COUNTS = {
    "all residents": "select lsoa21_code, people as n from census.ages",
    "aged 65 and over": (
        "select lsoa21_code, people as n from census.ages where age_group like '%65%'"
    ),
    "disabled": "select lsoa21_code, n from census.disability where disability like 'Disabled%'",
    "Black": "select lsoa21_code, n from census.ethnicity where ethnic_group like 'Black%'",
    "Other": "select lsoa21_code, n from census.ethnicity where ethnic_group like 'Other%'",
}
_AGES = """case when age < 16 then 'Aged 15 years and under'
                when age < 25 then 'Aged 16 to 24 years'
                when age < 35 then 'Aged 25 to 34 years'
                when age < 50 then 'Aged 35 to 49 years'
                when age < 65 then 'Aged 50 to 64 years'
                else 'Aged 65 years and over' end"""


@contextmanager
def carried_census(data: Path, scratch: Path) -> Iterator[Session]:
    """A session with the Census, mid-2020 by single years of age, and the lookups."""
    with session(scratch, home=data) as opened:
        run = opened.connection.execute
        run("create schema geography")
        run("create schema census")
        made = {
            "geography.lookup": (
                "select lsoa11_code, lsoa21_code, change_code from read_csv(?, all_varchar = true)",
                "geography/lookup_lsoa11_lsoa21_ltla22.csv",
            ),
            "geography.lsoa21": (
                "select * from read_csv(?, all_varchar = true)",
                "geography/lsoa21_hierarchy_derived.csv",
            ),
            "census.ages": (
                "select lsoa21_code, age_group, usual_residents as people from read_parquet(?)",
                "census/census21_pop_age6_lsoa21.parquet",
            ),
            "census.disability": (
                "select lsoa21_code, disability, n from read_parquet(?)",
                "census/disability21_lsoa21_ew.parquet",
            ),
            "census.ethnicity": (
                "select lsoa21_code, ethnic_group, n from read_parquet(?)",
                "census/ethnicity21_lsoa21.parquet",
            ),
            "census.years": (
                (
                    "unpivot (from read_parquet(?)) on columns(* exclude (lsoa11_name,"
                    " lsoa11_code, total_population)) into name age value people"
                ),
                "census/population20_lsoa11.parquet",
            ),
        }
        for table, (sql, path) in made.items():
            run(f"create table {table} as {sql}", [str(data / path)])
        run(
            "create table census.mid2020 as select lsoa11_code, age, people,"
            f" {_AGES} as age_group from (select * replace"
            " (cast(rtrim(age, '+') as integer) as age) from census.years)"
        )
        run(
            "create table census.blocks as select msoa21_code, ward24_code, sum(people) as people"
            " from geography.lsoa21 join census.ages using (lsoa21_code) group by lsoa21_code, 1, 2"
        )
        yield opened


def count_by_msoa_and_ward(opened: Session, counted: str) -> None:
    """Fill census.by_msoa and census.by_ward from the same small areas."""
    for table, code in (("by_msoa", "msoa21_code"), ("by_ward", "ward24_code")):
        opened.connection.execute(
            f"create or replace table census.{table} as select {code}, sum(n) as n"
            f" from ({COUNTS[counted]}) join geography.lsoa21 using (lsoa21_code) group by 1"
        )


def errors(opened: Session, conversion: Conversion) -> tuple[float, float]:
    """Convert, and measure: WMAPE of all areas, and of those that were shared out."""
    make_conversion(opened, conversion)
    assert conversion.hold_out is not None
    row = opened.connection.sql(error_sql(conversion, conversion.hold_out)).fetchone()
    assert row is not None
    return row[1], row[3]
