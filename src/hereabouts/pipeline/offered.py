"""A row as it was offered: the text of its cells, as JSON, and a hash of it."""

from hereabouts.model.product import Column, LogicalType, Product
from hereabouts.model.sql import identifier
from hereabouts.quality.typing import raw_name

#: Stands for the record of a line that could not be read at all.
UNREADABLE_RECORD = "unreadable"


def offered_columns(product: Product) -> tuple[Column, ...]:
    """The columns whose cells are text: every one but outlines."""
    return tuple(c for c in product.contract.columns if c.type is not LogicalType.GEOMETRY)


def record_sql(product: Product) -> str:
    """SQL for the JSON of a row of the typed relation, by column, as it was offered."""
    columns = offered_columns(product)
    fields = ", ".join(f"{identifier(column.name)} := {_as_offered(column)}" for column in columns)
    return f"cast(to_json(struct_pack({fields})) as varchar)"


def record_hash_sql(record: str) -> str:
    """SQL for what a correction remembers of the row it was made for."""
    return f"coalesce(sha256({record}), '{UNREADABLE_RECORD}')"


def _as_offered(column: Column) -> str:
    """The cell's text: as it came where it could not be read, or as its type prints."""
    name = f"cast({identifier(column.name)} as varchar)"
    if column.type is LogicalType.STRING:
        return name
    return f"coalesce({identifier(raw_name(column.name))}, {name})"
