"""Every rule of a contract about a row: one SELECT each, of the rows that break it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hereabouts.model.product import Column, Contract, Reference, TableRule
from hereabouts.model.sql import identifier, qualified
from hereabouts.quality.dimensions import Dimension, dimension_of
from hereabouts.quality.row_rules import cell_rules, invalid_values
from hereabouts.quality.typing import TABLE_TYPES


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCheck:
    """One rule about rows. `sql` selects `_row` of those that break it."""

    code: str
    rule: str  # in words: the column, and what good looks like; never a value found
    column: str  # of a key, its columns joined by ` + `
    dimension: Dimension
    sql: str
    name: str = ""  # of the contract's own rule; empty where the column says it all


def row_checks(
    contract: Contract, *, relation: str, product: str | None = None
) -> tuple[RowCheck, ...]:
    """The contract's rules about rows, to run on what `typed_select` made.

    A row that breaks none of them keeps the contract. Every row of a repeated key breaks the
    rule, since nothing says which is right.

    Args:
        contract: the promise.
        relation: the typed table: `_row`, the contract's columns, `_raw_<column>`.
        product: `domain.product` of the contract, so that a reference to itself is looked up
            in `relation`; every other product is read by its own name.

    Returns:
        Checks in the order of the columns, then the key.
    """
    table = qualified(relation)
    found: list[RowCheck] = []
    for column in contract.columns:
        found += _cell_checks(column, table)
        found += _listed_checks(contract, column, table)
        if column.unique:
            found.append(_repeats("Q108", (column.name,), table))
        if column.reference:
            itself = column.reference.product == product
            found.append(_reference(column, column.reference, table, itself=itself))
    if contract.key:
        found.append(_repeats("Q109", contract.key, table))
    return tuple(found)


def is_about_rows(rule: TableRule) -> bool:
    """Whether a rule about a table says that no row may break it, so that rows are checked."""
    strict = rule.operator == "mustBe" and rule.operand == (0.0,)
    return rule.metric == "invalidValues" and strict and rule.severity != "warning"


def _cell_checks(column: Column, table: str) -> Iterator[RowCheck]:
    for rule in cell_rules(column):
        yield RowCheck(
            code=rule.code,
            rule=f"'{column.name}' {rule.must}",
            column=column.name,
            dimension=rule.dimension,
            sql=f"select _row from {table} where {rule.broken}",
        )


def _listed_checks(contract: Contract, column: Column, table: str) -> Iterator[RowCheck]:
    for rule in contract.rules:
        if rule.column == column.name and is_about_rows(rule):
            yield RowCheck(
                code="Q111",
                rule=f"'{column.name}' must be valid by the rule '{rule.name}'",
                column=column.name,
                dimension=dimension_of(rule.dimension, metric=rule.metric),
                sql=f"select _row from {table} where {invalid_values(column, rule)}",
                name=rule.name,
            )


def _repeats(code: str, names: Sequence[str], table: str) -> RowCheck:
    """Rows whose key occurs again. A key with a gap in it is another rule's finding."""
    key = ", ".join(identifier(name) for name in names)
    filled = " and ".join(f"{identifier(name)} is not null" for name in names)
    grouped = f"select {key} from {table} where {filled} group by {key} having count(*) > 1"
    joined = " + ".join(names)
    return RowCheck(
        code=code,
        rule=f"'{joined}' must not repeat",
        column=joined,
        dimension=Dimension.UNIQUENESS,
        sql=f"select _row from {table} where ({key}) in ({grouped})",
    )


def _reference(column: Column, reference: Reference, table: str, *, itself: bool) -> RowCheck:
    """Cells that occur nowhere in the other product, whose values are read as this type."""
    other = table if itself else qualified(reference.product)
    there = f"try_cast(r.{identifier(reference.column)} as {TABLE_TYPES[column.type]})"
    here = f"t.{identifier(column.name)}"
    return RowCheck(
        code="Q110",
        rule=f"'{column.name}' must be one of '{reference.product}.{reference.column}'",
        column=column.name,
        dimension=Dimension.CONSISTENCY,
        sql=(
            f"select t._row from {table} as t where {here} is not null and not exists"
            f" (select 1 from {other} as r where {there} = {here})"
        ),
    )
