"""Which columns of which tables a SQL model reads, wherever it reads them."""

from collections.abc import Mapping

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import Scope, traverse_scope

from hereabouts.project.sql_model import DIALECT

#: `domain.product` -> its columns and their types.
Schema = Mapping[str, Mapping[str, str]]


def columns_read(sql: str, *, schema: Schema) -> Mapping[str, frozenset[str]] | None:
    """`domain.product` -> columns that the SELECT takes, joins, filters or sorts by.

    Args:
        sql: one SELECT.
        schema: columns of every table it reads, from which `*` is written out.

    Returns:
        Names in small letters; None when the parser cannot follow it.
    """
    nested: dict[str, dict[str, dict[str, str]]] = {}
    for name, columns in schema.items():
        domain, _, table = name.partition(".")
        nested.setdefault(domain, {})[table] = dict(columns)
    try:
        query = sqlglot.parse_one(sql, dialect=DIALECT)
        named = qualify(query, schema=dict(nested), dialect=DIALECT, validate_qualify_columns=False)
        scopes = traverse_scope(named)
    except (SqlglotError, ValueError, KeyError):
        return None
    found: dict[str, set[str]] = {}
    for scope in scopes:
        if not _follow(scope, found):
            return None
    return {table: frozenset(names) for table, names in found.items()}


def _follow(scope: Scope, found: dict[str, set[str]]) -> bool:
    """Note what one SELECT reads of tables; whether every column could be placed."""
    for column in scope.columns:
        source = scope.sources.get(column.table)
        if not column.table:
            return False
        if isinstance(source, exp.Table):
            table = ".".join(part.name for part in source.parts)
            found.setdefault(table, set()).add(column.name.lower())
    return True
