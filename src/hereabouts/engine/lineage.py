"""Which columns each column of a model comes from, found by parsing it."""

from collections.abc import Mapping

from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.lineage import Node, lineage

#: A table's columns and their types, by `domain.product` or by a bare name.
Schema = Mapping[str, Mapping[str, str]]


def column_lineage(sql: str, columns: tuple[str, ...], *, schema: Schema) -> dict[str, list[str]]:
    """For each of `columns`, the `domain.product.column`s it is computed from.

    Args:
        sql: one SELECT in DuckDB's dialect.
        columns: output columns to trace.
        schema: columns of every table the SELECT reads.

    Returns:
        Sorted sources by column; a column whose origin the parser cannot follow has none.
    """
    nested = _nested(schema)
    return {column: _sources(sql, column, nested) for column in columns}


def _sources(sql: str, column: str, schema: dict[str, object]) -> list[str]:
    try:
        node = lineage(column, sql, schema=schema, dialect="duckdb")
    except (SqlglotError, ValueError, KeyError):
        return []
    leaves = (leaf for leaf in node.walk() if not leaf.downstream)
    return sorted({name for leaf in leaves if (name := _leaf_name(leaf))})


def _leaf_name(leaf: Node) -> str | None:
    if not isinstance(leaf.expression, exp.Table):
        return None
    table = ".".join(part.name for part in leaf.expression.parts)
    return f"{table}.{leaf.name.rsplit('.', 1)[-1]}"


def _nested(schema: Schema) -> dict[str, object]:
    """Only `domain.product` names: the parser wants every table at one depth."""
    nested: dict[str, dict[str, dict[str, str]]] = {}
    for name, columns in schema.items():
        domain, _, table = name.rpartition(".")
        if domain:
            nested.setdefault(domain, {})[table] = dict(columns)
    return dict(nested)
