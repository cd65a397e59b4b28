"""A made-up place of four small areas in two boards, and indicators of it."""

from datetime import date
from typing import Any

import duckdb

from hereabouts.errors import Location
from hereabouts.indicators.observe import observe
from hereabouts.indicators.setting import Setting
from hereabouts.model.indicator import Indicator, Measure, Method, PeriodOf, Polarity
from hereabouts.model.observation import OBSERVATION_COLUMNS
from hereabouts.model.place import Benchmark, Group

AT = Location("indicators/health/events.yml")
EVENTS = Measure(product="health.events", sum="events", where=None)
PEOPLE = Measure(product="health.people", sum="people", where=None)
ENGLAND = Benchmark(name="england", title="England", code="E92", begins=("E",), at=AT)
TENTHS = Group(
    name="imd_decile",
    title="Tenths",
    product="place_facts.imd",
    code_column="lsoa",
    column="decile",
    worst_first=True,
    at=AT,
)
SETTING = Setting(base_type="lsoa", benchmarks={"england": ENGLAND}, groups={"imd_decile": TENTHS})
NAMES = [name for name, _ in OBSERVATION_COLUMNS]
Row = dict[str, Any]


def place() -> duckdb.DuckDBPyConnection:
    """Board B1 holds E1 and E2, board B2 holds E3 and W4. E9 lies outside the place."""
    connection = duckdb.connect(config={"threads": 1})
    connection.execute("""
        create schema place; create schema health; create schema place_facts;
        create table place.members as select * from (values
            ('lsoa','E1','E1'),('lsoa','E2','E2'),('lsoa','E3','E3'),('lsoa','W4','W4'),
            ('icb','B1','E1'),('icb','B1','E2'),('icb','B2','E3'),('icb','B2','W4'))
            as t(area_type, area_code, base_code);
        create table place.areas as
            select distinct area_type, area_code, area_code as area_name, 1 as number
            from place.members;
        create table place.parents as select * from (values ('lsoa','E1','icb','B1'))
            as t(area_type, area_code, parent_type, parent_code);
        create table health.events (lsoa varchar, age varchar, year date, ends date, events double);
        create table health.people (lsoa varchar, age varchar, year date, ends date, people double);
        create table place_facts.imd as select * from (values
            ('E1', 1), ('E2', 2), ('E3', 10), ('W4', 1)) as t(lsoa, decile)""")
    return connection


def add(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    *rows: tuple[str, str, float],
    year: int = 2024,
) -> None:
    """Rows of code, age and number, in one year."""
    said = [(code, age, date(year, 1, 1), date(year + 1, 1, 1), n) for code, age, n in rows]
    connection.executemany(f"insert into health.{table} values (?, ?, ?, ?, ?)", said)


def indicator(**said: Any) -> Indicator:
    """Events per 1,000 people, by year, for small areas and boards."""
    usual: dict[str, Any] = {
        "theme": "health",
        "name": "events",
        "title": "Events",
        "short_title": "Events",
        "why": "",
        "method": Method.CRUDE_RATE,
        "numerator": EVENTS,
        "denominator": PEOPLE,
        "area_type": "lsoa",
        "area_column": "lsoa",
        "period": PeriodOf(start_column="year", end_column="ends"),
        "breakdown": None,
        "multiplier": 1000.0,
        "unit": "per 1,000",
        "decimals": 1,
        "better": Polarity.LOWER,
        "area_types": ("lsoa", "icb"),
        "policy": "none",
        "missing_areas_at_most": 0.0,
        "confidence": 0.95,
        "at": AT,
    }
    return Indicator(**(usual | said))


def observed(
    connection: duckdb.DuckDBPyConnection, said: Indicator, setting: Setting = SETTING
) -> dict[tuple[str, str], Row]:
    """Rows by area type and code, of one period."""
    blocks = observe(connection, [said], setting=setting)
    rows = [dict(zip(NAMES, row, strict=True)) for block in blocks for row in block.fetchall()]
    return {(row["area_type"], row["area_code"]): row for row in rows}
