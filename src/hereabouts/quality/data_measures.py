"""Measures of the data beside its rules: one SELECT each, of what was tested and broken."""

from collections.abc import Iterator
from dataclasses import dataclass

from hereabouts.model.product import Column, Contract, LogicalType, Reference
from hereabouts.model.quality import Reconciliation
from hereabouts.model.sql import identifier, qualified
from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.measure import Measure
from hereabouts.quality.typing import TABLE_TYPES


@dataclass(frozen=True, slots=True, kw_only=True)
class DataMeasure:
    """`sql` gives one row: how many were tested, and how many of them are at fault."""

    code: str
    name: str
    rule: str
    dimension: Dimension
    severity: str
    at_least: float  # the share that must be right for it to pass, as 0 to 100
    sql: str

    def measured(self, tested: int, *, broken: int) -> Measure:
        """What running `sql` found."""
        right = 100 * (tested - broken) / tested if tested else 100.0
        return Measure(
            code=self.code,
            name=self.name,
            rule=self.rule,
            dimension=self.dimension,
            severity=self.severity,
            tested=tested,
            broken=broken,
            passes=right >= self.at_least,
        )


def data_measures(
    contract: Contract, *, relation: str, area_product: str = ""
) -> Iterator[DataMeasure]:
    """Critical data elements, expected areas and totals, in that order.

    Args:
        contract: the promise.
        relation: the table, with the contract's columns.
        area_product: the product that lists the areas of `expectedAreas`; empty for none.
    """
    table = qualified(relation)
    assurance = contract.assurance
    for name in assurance.critical:
        column = contract.column(name)
        if column and not (column.required or column.key):  # those are a rule about rows already
            yield _critical(column, table, assurance.amber_below)
    for column, reference in _expected(contract, area_product):
        yield _areas(column, reference, table, contract)
    for reconciliation in assurance.reconciles:
        yield _totals(reconciliation, table)


def newest_period_sql(contract: Contract, *, relation: str) -> str | None:
    """A SELECT of the newest day in the column that a promise of time is about, or None."""
    column = contract.column(contract.assurance.period_column)
    if column is None or column.type not in {LogicalType.DATE, LogicalType.TIMESTAMP}:
        return None
    return f"select cast(max({identifier(column.name)}) as date) from {qualified(relation)}"


def _critical(column: Column, table: str, at_least: float) -> DataMeasure:
    return DataMeasure(
        code="Q135",
        name=column.name,
        rule=f"'{column.name}' is a critical data element and is filled in",
        dimension=Dimension.COMPLETENESS,
        severity="warning",
        at_least=at_least,
        sql=f"select count(*), count(*) - count({identifier(column.name)}) from {table}",
    )


def _expected(contract: Contract, area_product: str) -> Iterator[tuple[Column, Reference]]:
    for column in contract.columns:
        if column.reference and (
            column.name in contract.assurance.expect_all_of
            or column.reference.product == area_product
        ):
            yield column, column.reference


def _areas(column: Column, reference: Reference, table: str, contract: Contract) -> DataMeasure:
    """Keys of the other product that occur nowhere here, in the latest period if there are any."""
    period = identifier(contract.assurance.period_column)
    latest = f" where {period} = (select max({period}) from {table})"
    of_latest = latest if contract.column(contract.assurance.period_column) else ""
    there = f"try_cast({identifier(reference.column)} as {TABLE_TYPES[column.type]})"
    wanted = (
        f"select distinct {there} as key from {qualified(reference.product)} where {there}"
        " is not null"
    )
    here = f"select distinct {identifier(column.name)} as key from {table}{of_latest}"
    return DataMeasure(
        code="Q134",
        name="areas",
        rule=f"every '{reference.product}.{reference.column}' occurs in '{column.name}'"
        + (" in the newest period" if of_latest else ""),
        dimension=Dimension.COMPLETENESS,
        severity="warning",
        at_least=100.0,
        sql=(
            f"select count(*), count(*) filter (h.key is null) from ({wanted}) as w"
            f" left join ({here}) as h on h.key = w.key"
        ),
    )


def _totals(said: Reconciliation, table: str) -> DataMeasure:
    """Groups whose sums differ by more than the tolerance, or that only one side has."""
    groups = [identifier(name) for name in said.by]
    keys = "".join(f"{name}, " for name in groups)
    grouped = f" group by {', '.join(groups)}" if groups else ""

    def sums(of: str, column: str) -> str:
        return f"select {keys}sum({identifier(column)}) as total from {of}{grouped}"

    match = " and ".join(f"a.{n} is not distinct from b.{n}" for n in groups) or "true"
    apart = f"abs(a.total - b.total) > {said.tolerance!r} * abs(b.total)"
    by = f" by {', '.join(said.by)}" if said.by else ""
    return DataMeasure(
        code="Q136",
        name="totals",
        rule=f"sums of '{said.column}'{by} agree with '{said.product}.{said.other}'",
        dimension=Dimension.CONSISTENCY,
        severity="error",
        at_least=100.0,
        sql=(
            "select count(*), count(*) filter"
            f" ((a.total is null) <> (b.total is null) or coalesce({apart}, false))"
            f" from ({sums(table, said.column)}) as a full join"
            f" ({sums(qualified(said.product), said.other)}) as b on {match}"
        ),
    )
