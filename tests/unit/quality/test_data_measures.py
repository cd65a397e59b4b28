"""Measures of the data beside its rules, run in DuckDB."""

from dataclasses import replace

import duckdb
import pytest

from hereabouts.model.product import Contract, LogicalType, Reference
from hereabouts.model.quality import Assurance, Reconciliation
from hereabouts.quality.data_measures import data_measures, newest_period_sql
from hereabouts.quality.measure import Measure
from tests.unit.quality.small_contract import column, contract

AREA = column("area", reference=Reference(product="geography.area", column="code"))
VISITS = column("visits", LogicalType.INTEGER)
MONTH = column("month", LogicalType.DATE)


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    opened = duckdb.connect()
    opened.execute("create schema geography; create table geography.area (code varchar)")
    opened.execute("insert into geography.area values ('a'), ('b'), ('c'), (null)")
    opened.execute("create table kept (area varchar, visits bigint, month date)")
    opened.execute(
        "insert into kept values ('a', 1, '2026-01-01'), ('b', 2, '2026-01-01'),"
        " ('c', 3, '2026-01-01'), ('a', 4, '2026-02-01'), ('b', null, '2026-02-01')"
    )
    return opened


def promise(**said: object) -> Contract:
    assurance = Assurance(**said)  # type: ignore[arg-type]
    return replace(contract(AREA, VISITS, MONTH), assurance=assurance)


def found(connection: duckdb.DuckDBPyConnection, made: Contract, areas: str = "") -> list[Measure]:
    measured = []
    for one in data_measures(made, relation="kept", area_product=areas):
        tested, broken = connection.sql(one.sql).fetchall()[0]
        measured.append(one.measured(tested, broken=broken))
    return measured


def test_a_contract_that_says_nothing_is_measured_by_its_rules_alone(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    assert found(connection, promise()) == []


def test_areas_that_do_not_occur_in_the_newest_period_are_counted(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    whole = found(connection, promise(expect_all_of=("area",)))[0]
    assert (whole.tested, whole.broken, whole.passes) == (3, 0, True)
    newest = promise(expect_all_of=("area",), period_column="month")
    one = found(connection, newest)[0]
    assert (one.tested, one.broken, one.passes, one.severity) == (3, 1, False, "warning")
    assert "newest period" in one.rule
    by_type = promise(expected_areas="area", period_column="month")
    assert found(connection, by_type, "geography.area")[0].broken == 1


def test_a_critical_value_may_be_missing_as_seldom_as_amber_allows(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    strict = found(connection, promise(critical=("visits",)))[0]
    assert (strict.tested, strict.broken, strict.passes) == (5, 1, False)
    assert found(connection, promise(critical=("visits",), amber_below=80.0))[0].passes


def reconciled(by: tuple[str, ...], tolerance: float = 0.0) -> Contract:
    said = Reconciliation(
        column="visits", product="health.total", other="total", by=by, tolerance=tolerance
    )
    return promise(reconciles=(said,))


def test_totals_agree_within_the_tolerance_group_by_group(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    connection.execute("create schema health; create table health.total (month date, total double)")
    connection.execute("insert into health.total values ('2026-01-01', 6), ('2026-02-01', 5)")
    apart = found(connection, reconciled(("month",)))[0]
    assert (apart.tested, apart.broken, apart.passes, apart.severity) == (2, 1, False, "error")
    assert found(connection, reconciled(("month",), 0.2))[0].passes
    altogether = found(connection, reconciled(()))[0]
    assert (altogether.tested, altogether.broken) == (1, 1)


def test_a_group_that_only_one_side_has_does_not_agree(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    connection.execute("create schema health; create table health.total (month date, total double)")
    connection.execute("insert into health.total values ('2026-01-01', 6), ('2025-02-01', 0)")
    apart = found(connection, reconciled(("month",), 1.0))[0]
    assert (apart.tested, apart.broken) == (3, 2)


def test_the_newest_period_is_of_the_column_that_the_promise_names(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    sql = newest_period_sql(promise(period_column="month"), relation="kept")
    assert sql
    assert str(connection.sql(sql).fetchall()[0][0]) == "2026-02-01"
    assert newest_period_sql(promise(period_column="area"), relation="kept") is None
    assert newest_period_sql(promise(), relation="kept") is None
