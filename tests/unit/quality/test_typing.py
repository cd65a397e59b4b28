from datetime import date, datetime
from typing import Any

import duckdb
import pytest

from hereabouts.model.product import LogicalType
from hereabouts.quality.typing import typed_select
from tests.unit.quality.small_contract import column, contract, receive, typed


def clock(text: str) -> datetime:
    """A time as a table holds it: in UTC, without saying so."""
    return datetime.fromisoformat(text)


def one(kind: LogicalType, text: object, *, received: str = "varchar", **said: Any) -> Any:
    """What a cell is read as."""
    promise = contract(column("x", kind, **said))
    return typed(promise, [[text]], {"x": received})[0][0]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12", 12),
        (" 12 ", 12),
        ("1,234", 1234),
        ("1,234,567", 1234567),
        ("12.0", 12),
        ("12.", 12),
        ("-5", -5),
        ("+5", 5),
        ("1e3", 1000),
        ("1.5E1", 15),
        ("9007199254740993", 9007199254740993),
        ("12.5", None),
        ("12,34", None),
        ("1.25e1", None),
        ("1e300", None),
        ("99999999999999999999", None),
        ("0x10", None),
        ("1_000", None),
        ("-", None),
        ("*", None),
        ("", None),
        (None, None),
    ],
)
def test_a_whole_number_is_read_as_people_write_it(text: str | None, read: int | None) -> None:
    assert one(LogicalType.INTEGER, text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12.5", 12.5),
        ("1,234.5", 1234.5),
        (".5", 0.5),
        ("-.5", -0.5),
        ("5.", 5.0),
        ("1.5e-3", 0.0015),
        ("12,5", None),
        ("nan", None),
        ("inf", None),
        ("1e999", None),
        (".", None),
        ("e5", None),
        ("12 %", None),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, read: float | None) -> None:
    assert one(LogicalType.NUMBER, text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        *[(yes, True) for yes in ("yes", "Y", "TRUE", "1", " Yes ")],
        *[(no, False) for no in ("no", "N", "False", "0")],
        *[(neither, None) for neither in ("maybe", "2", "")],
    ],
)
def test_yes_and_no_are_read_in_the_words_people_use(text: str, read: bool | None) -> None:
    assert one(LogicalType.BOOLEAN, text) is read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-02-29 00:00:00", date(2024, 2, 29)),
        ("2024-02-29T00:00", date(2024, 2, 29)),
        ("2024-02-29 14:05:00", None),
        ("2023-02-29", None),
        ("29/02/2024", None),
        ("2024-2-9", None),
    ],
)
def test_a_date_is_iso_and_has_no_time_to_lose(text: str, read: date | None) -> None:
    assert one(LogicalType.DATE, text) == read


@pytest.mark.parametrize(
    ("form", "text", "read"),
    [
        ("%d/%m/%Y", "29/02/2024", date(2024, 2, 29)),
        ("%d/%m/%Y", "1/2/2024", date(2024, 2, 1)),
        ("%d/%m/%Y", "2024-02-29", date(2024, 2, 29)),
        ("%d/%m/%Y", "02/29/2024", None),
        ("%Y-%d-%m", "2024-01-02", date(2024, 2, 1)),
        ("%Y-%d-%m", "2024-01-31", None),
    ],
)
def test_a_date_follows_the_format_its_contract_gives(
    form: str, text: str, read: date | None
) -> None:
    assert one(LogicalType.DATE, text, date_format=form) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024-02-29 14:05", clock("2024-02-29 14:05:00")),
        ("2024-02-29T14:05:06.5", clock("2024-02-29 14:05:06.500000")),
        ("2024-02-29", clock("2024-02-29")),
        ("2024-02-29T14:05:00+01:00", clock("2024-02-29 13:05:00")),
        ("2024-02-29T14:05:00Z", clock("2024-02-29 14:05:00")),
        ("14:05", None),
        ("2024-02-29 25:00", None),
    ],
)
def test_a_time_is_iso_and_kept_in_utc(text: str, read: datetime | None) -> None:
    assert one(LogicalType.TIMESTAMP, text) == read


def test_text_is_trimmed_and_empty_text_is_null() -> None:
    read = [one(LogicalType.STRING, text) for text in (" a b ", "\u00a0a\r\n", "  ", "", None)]
    assert read == ["a b", "a", None, None, None]


@pytest.mark.parametrize(
    ("kind", "received", "value", "read"),
    [
        (LogicalType.INTEGER, "integer", 12, 12),
        (LogicalType.INTEGER, "DOUBLE", 12.0, 12),
        (LogicalType.INTEGER, "double", 12.5, None),
        (LogicalType.INTEGER, "hugeint", 12, 12),
        (LogicalType.INTEGER, "double", 1e16, None),
        (LogicalType.INTEGER, "decimal(10,2)", 12, 12),
        (LogicalType.NUMBER, "bigint", 12, 12.0),
        (LogicalType.NUMBER, "double", 0.1, 0.1),
        (LogicalType.NUMBER, "double", float("nan"), None),
        (LogicalType.STRING, "bigint", 12, "12"),
        (LogicalType.BOOLEAN, "boolean", True, True),
        (LogicalType.DATE, "date", date(2024, 2, 29), date(2024, 2, 29)),
        (LogicalType.DATE, "timestamp", clock("2024-02-29"), date(2024, 2, 29)),
        (LogicalType.DATE, "timestamp", clock("2024-02-29 05:00:00"), None),
        (LogicalType.TIMESTAMP, "date", date(2024, 2, 29), clock("2024-02-29")),
        (LogicalType.GEOMETRY, "blob", b"\x01\x02", b"\x01\x02"),
        (LogicalType.GEOMETRY, "BLOB", b"\x01\x02", b"\x01\x02"),
        (LogicalType.GEOMETRY, "varchar", "POINT (1 2)", None),
    ],
)
def test_a_column_that_already_has_a_type_keeps_its_values(
    kind: LogicalType, received: str, value: object, read: object
) -> None:
    assert one(kind, value, received=received) == read


def test_only_what_could_not_be_read_is_kept_as_text() -> None:
    promise = contract(column("x", LogicalType.INTEGER))
    with duckdb.connect() as connection:
        receive(connection, promise, [["12"], [" twelve "], [None]])
        kept = connection.sql("select _row, x, _raw_x from typed order by _row").fetchall()
    assert kept == [(1, 12, None), (2, None, "twelve"), (3, None, None)]


def test_a_name_cannot_end_its_quotation() -> None:
    promise = contract(column('x" from secret; --', LogicalType.INTEGER))
    assert typed(promise, [["12"]]) == [(12,)]


def test_a_relation_may_be_in_a_schema() -> None:
    promise = contract(column("x"))
    assert 'from "health"."visits"' in typed_select(promise, "health.visits", {"x": "varchar"})


def test_a_sum_too_large_for_a_table_is_not_read_and_stops_nothing() -> None:
    assert one(LogicalType.INTEGER, 2**70, received="hugeint") is None
