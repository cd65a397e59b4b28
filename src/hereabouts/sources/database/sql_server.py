"""What is asked of SQL Server, as SQL: rows come as Python's values, and are made text here."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlglot import exp

from hereabouts.sources.database.asked import Asked
from hereabouts.sources.database.parquet_file import Reach

#: Python types whose values have an order that `>` and ORDER BY agree on.
CURSOR_TYPES = frozenset({"int", "Decimal", "date", "datetime", "str"})


def rows_sql(asked: Asked, query: exp.Query, reach: Reach | None) -> str:
    """The rows, in the order that was asked for; a value to be above is a parameter.

    A query that needs neither is run as it was written.
    """
    if not asked.order_by:
        return asked.query
    outer = _around(query)
    if reach:
        outer = outer.where(exp.GT(this=_column(asked.cursor), expression=exp.Placeholder()))
    ordered = [exp.Ordered(this=_column(name), nulls_first=True) for name in asked.order_by]
    return outer.order_by(*ordered).sql("tsql")


def headings_sql(query: exp.Query) -> str:
    """A SELECT of the columns and no row."""
    return _around(query).where("1 = 0").sql("tsql")


def blanks_sql(asked: Asked, query: exp.Query) -> str:
    """One row when the cursor has a null somewhere."""
    found = _around(query).where(exp.Is(this=_column(asked.cursor), expression=exp.Null()))
    return found.limit(1).sql("tsql")


def _around(query: exp.Query) -> exp.Select:
    inner = query.copy()
    if not inner.args.get("limit"):
        inner.set("order", None)  # SQL Server takes no order within, and ours stands without
    return exp.select("*").from_(inner.subquery("q"))


def _column(name: str) -> exp.Column:
    return exp.column(name, table="q", quoted=True)


def value_of(reach: Reach) -> Any:
    """The cursor's last value, as the driver takes it."""
    if reach.kind == "datetime":
        return datetime.fromisoformat(reach.last)
    if reach.kind == "date":
        return date.fromisoformat(reach.last)
    return {"int": int, "Decimal": Decimal}.get(reach.kind, str)(reach.last)
