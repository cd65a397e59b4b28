"""What would be asked of SQL Server, as text, and its values as text: no server is run."""

import struct
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from sqlglot import parse_one

from hereabouts.errors import Location, SourceError
from hereabouts.sources.database.asked import Asked
from hereabouts.sources.database.odbc import as_text, in_utc
from hereabouts.sources.database.one_select import one_select
from hereabouts.sources.database.parquet_file import Reach
from hereabouts.sources.database.peer import DriverError
from hereabouts.sources.database.sql_server import blanks_sql, headings_sql, rows_sql, value_of

AT = Location("source.yml", 1)
STEPS = "with w as (select [Site Code] as site, beds from dbo.Beds) select * from w order by site"


def asked(query: str, *order_by: str, cursor: str = "") -> Asked:
    return Asked(
        way="odbc",
        connection="",
        variable="DW",
        query=query,
        table="",
        order_by=order_by,
        cursor=cursor,
        seconds=60,
        max_rows=10,
    )


def test_a_query_without_an_order_is_run_as_it_was_written() -> None:
    query = one_select(STEPS, dialect="tsql", at=AT)
    assert rows_sql(asked(STEPS), query, None) == STEPS


def test_steps_stand_first_and_an_order_within_is_dropped() -> None:
    query = one_select(STEPS, dialect="tsql", at=AT)
    sql = rows_sql(asked(STEPS, "site", "beds"), query, None)
    assert sql == (
        "WITH w AS (SELECT [Site Code] AS site, beds AS beds FROM dbo.Beds) SELECT * FROM "
        "(SELECT * FROM w) AS q ORDER BY [q].[site], [q].[beds]"
    ) or sql.replace("[q].", "q.") == (
        "WITH w AS (SELECT [Site Code] AS site, beds AS beds FROM dbo.Beds) SELECT * FROM "
        "(SELECT * FROM w) AS q ORDER BY q.[site], q.[beds]"
    )


def test_a_cursor_is_a_parameter_and_never_text() -> None:
    text = "select id, beds from dbo.Beds"
    query = one_select(text, dialect="tsql", at=AT)
    reach = Reach(question="", last="9'; drop table x", kind="str")
    sql = rows_sql(asked(text, "id", cursor="id"), query, reach)
    assert sql.count("?") == 1
    assert "drop" not in sql
    assert "WHERE" in sql
    assert parse_one(sql, dialect="tsql")
    assert "IS NULL" in blanks_sql(asked(text, "id", cursor="id"), query)
    assert "TOP 1" in blanks_sql(asked(text, "id", cursor="id"), query)
    assert "1 = 0" in headings_sql(query)


@pytest.mark.parametrize(
    ("kind", "last", "value"),
    [
        ("int", "12", 12),
        ("Decimal", "1.50", Decimal("1.50")),
        ("date", "2024-02-29", date(2024, 2, 29)),
        ("datetime", "2024-02-29 12:00:00.5", datetime(2024, 2, 29, 12, 0, 0, 500_000)),  # noqa: DTZ001  as the driver gives it
        ("str", "W12", "W12"),
    ],
)
def test_the_last_value_comes_back_as_it_was(kind: str, last: str, value: Any) -> None:
    assert value_of(Reach(question="", last=last, kind=kind)) == value


@pytest.mark.parametrize(
    "query",
    [
        "select * into #t from dbo.Beds",
        "exec sp_who",
        "select 1 as a; drop table dbo.Beds",
        "select * from openrowset('x', 'y', 'z')",
        "update dbo.Beds set beds = 0",
    ],
)
def test_what_does_more_than_read_is_refused(query: str) -> None:
    with pytest.raises(SourceError) as refused:
        one_select(query, dialect="tsql", at=AT)
    assert refused.value.code == "S184"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("", ""),
        (True, "true"),
        (12, "12"),
        (12.0, "12"),
        (0.1, "0.1"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        (date(1837, 6, 20), "1837-06-20"),
        (time(9, 5), "09:05:00"),
        (datetime(2024, 2, 29, 12, 0), "2024-02-29 12:00:00"),  # noqa: DTZ001  as the driver gives it
    ],
)
def test_values_become_text_without_loss(value: Any, text: str | None) -> None:
    assert as_text(value) == text


def test_bytes_are_refused() -> None:
    with pytest.raises(DriverError):
        as_text(b"x")


def test_a_time_with_an_offset_is_in_utc() -> None:
    packed = struct.pack("<6hI2h", 2024, 7, 1, 0, 30, 0, 125_000_000, 1, 0)
    assert in_utc(packed) == "2024-06-30 23:30:00.125000+00:00"
