"""From received text to the types a contract promises."""

from collections.abc import Mapping

from hereabouts.model.product import Column, Contract, LogicalType
from hereabouts.model.sql import identifier, qualified
from hereabouts.quality.parse_text import parsed, trimmed

#: The DuckDB type a column of each logical type has in a product's table.
TABLE_TYPES: dict[LogicalType, str] = {
    LogicalType.STRING: "varchar",
    LogicalType.INTEGER: "bigint",
    LogicalType.NUMBER: "double",
    LogicalType.BOOLEAN: "boolean",
    LogicalType.DATE: "date",
    LogicalType.TIMESTAMP: "timestamp",
    LogicalType.GEOMETRY: "blob",
}
_WHOLE = frozenset(
    {"tinyint", "smallint", "integer", "bigint", "utinyint", "usmallint", "uinteger"}
)
_FINITE = _WHOLE | {"ubigint", "hugeint", "uhugeint"}
#: Types that are cast as they are; every other type is read as the text it prints as.
_DIRECT: dict[LogicalType, frozenset[str]] = {
    LogicalType.STRING: frozenset(),
    LogicalType.INTEGER: _FINITE,  # one too large for a table is not read, as text is not
    LogicalType.NUMBER: _FINITE,
    LogicalType.BOOLEAN: frozenset({"boolean"}),
    LogicalType.DATE: frozenset({"date"}),
    LogicalType.TIMESTAMP: frozenset({"date", "timestamp"}),
    LogicalType.GEOMETRY: frozenset({"blob"}),
}


def raw_name(column: str) -> str:
    """The column that holds what could not be read as `column`'s type."""
    return f"_raw_{column}"


def typed_select(contract: Contract, relation: str, types: Mapping[str, str]) -> str:
    """A SELECT that gives every column of the contract its type.

    Text is trimmed, and empty text is null. A cell that cannot be read as its type is null in
    its column and kept, as text, in `_raw_<column>`, which is null for every other row: so
    `row_checks` finds bad cells, and a good table carries no second copy of itself.

    Args:
        contract: the promise.
        relation: table or view with `_row` and every column of the contract.
        types: DuckDB type of each of its columns, in any case, such as `varchar`.

    Shape:
        One row in, one row out: `_row`; each column; `_raw_<column>` for each that is not a
        string.

    Raises:
        KeyError: `types` lacks a column of the contract, which the caller has checked.
    """
    received = {column.name: types[column.name].lower() for column in contract.columns}
    cells = ", ".join(_cell(column, received[column.name]) for column in contract.columns)
    values = ", ".join(_value(column, received[column.name]) for column in contract.columns)
    raw = "".join(
        f", {_unread(column)}"
        for column in contract.columns
        if column.type is not LogicalType.STRING
    )
    names = ", ".join(identifier(column.name) for column in contract.columns)
    texts = f"select _row, {cells} from {qualified(relation)}"
    return f"select _row, {names}{raw} from (select *, {values} from ({texts}) as texts) as read"


def _is_direct(column: Column, received: str) -> bool:
    return received in _DIRECT[column.type]


def _cell(column: Column, received: str) -> str:
    """What is to be read: trimmed text, or the value itself where it needs no reading."""
    name = identifier(column.name)
    value = name if _is_direct(column, received) else trimmed(name)
    return f"{value} as {identifier(raw_name(column.name))}"


def _value(column: Column, received: str) -> str:
    cell = identifier(raw_name(column.name))
    if _is_direct(column, received):
        return f"try_cast({cell} as {TABLE_TYPES[column.type]}) as {identifier(column.name)}"
    return f"{parsed(cell, column)} as {identifier(column.name)}"


def _unread(column: Column) -> str:
    """The text of a cell that could not be read; of a direct one, that is none."""
    raw = identifier(raw_name(column.name))
    value = identifier(column.name)
    return f"case when {value} is null then cast({raw} as varchar) end as {raw}"
