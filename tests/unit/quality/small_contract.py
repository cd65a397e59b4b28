"""A contract of any columns, and what DuckDB finds when it runs its checks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import duckdb

from hereabouts.errors import Location
from hereabouts.model.product import Column, Contract, LogicalType, TableRule
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.model.sql import identifier
from hereabouts.quality.row_checks import row_checks
from hereabouts.quality.typing import typed_select

AT = Location("products/health/visits/contract.odcs.yaml", 7)
Cell = object


def column(name: str, kind: LogicalType = LogicalType.STRING, **said: Any) -> Column:
    return replace(Column(name=name, type=kind, source_name=name, title=name, at=AT), **said)


def rule(metric: str, operator: str, *operand: float, **said: Any) -> TableRule:
    plain = TableRule(
        name="agreed",
        metric=metric,
        column=None,
        sql=None,
        arguments={},
        operator=operator,
        operand=operand,
        unit="rows",
        dimension="",
        severity="error",
        at=AT,
    )
    return replace(plain, **said)


def contract(*columns: Column, rules: Sequence[TableRule] = ()) -> Contract:
    return Contract(
        id="1",
        version="1.0.0",
        title="Visits",
        purpose="Plan",
        limitations="",
        usage="",
        owner="Health",
        domain="health",
        status="active",
        granularity="one row per visit",
        columns=columns,
        rules=tuple(rules),
        sensitivity=Sensitivity.OPEN,
        licence="OGL-UK-3.0",
        attribution="",
        synthetic=True,
        bad_rows_at_most=0.0,
        frequency="",
        at=AT,
    )


def receive(
    connection: duckdb.DuckDBPyConnection,
    promise: Contract,
    rows: Sequence[Sequence[Cell]],
    types: Mapping[str, str] | None = None,
) -> None:
    """Tables `received`, of text unless `types` say otherwise, and `typed`."""
    kinds = {c.name: (types or {}).get(c.name, "varchar") for c in promise.columns}
    columns = ", ".join(f"{identifier(name)} {kind}" for name, kind in kinds.items())
    connection.execute(f"create or replace table received (_row bigint, {columns})")
    marks = ", ".join("?" * (len(kinds) + 1))
    for number, row in enumerate(rows, start=1):
        connection.execute(f"insert into received values ({marks})", [number, *row])
    select = typed_select(promise, "received", {**kinds, "_row": "bigint"})
    connection.execute(f"create or replace table typed as {select}")


def typed(
    promise: Contract, rows: Sequence[Sequence[Cell]], types: Mapping[str, str] | None = None
) -> list[tuple[Any, ...]]:
    """The typed rows, without their number and without what could not be read."""
    with duckdb.connect() as connection:
        receive(connection, promise, rows, types)
        names = ", ".join(identifier(c.name) for c in promise.columns)
        return connection.sql(f"select {names} from typed order by _row").fetchall()


def broken(
    promise: Contract,
    rows: Sequence[Sequence[Cell]],
    *,
    before: str = "",
    product: str | None = None,
) -> list[tuple[str, str, int]]:
    """Code, rule and row number of every broken rule, in order of row."""
    with duckdb.connect() as connection:
        connection.execute(before)
        receive(connection, promise, rows)
        found = [
            (check.code, check.rule, row)
            for check in row_checks(promise, relation="typed", product=product)
            for (row,) in connection.sql(check.sql).fetchall()
        ]
    return sorted(found, key=lambda one: (one[2], one[0]))
