"""Make a product by its convert.yml: counts of old areas carried to new ones."""

import duckdb

from hereabouts.engine.duckdb.session import Session
from hereabouts.geography.conversion import carry, pairs, shares, tables
from hereabouts.model.conversion import Conversion

_ROUNDED = "conversion_rounded"


def make_conversion(session: Session, conversion: Conversion) -> duckdb.DuckDBPyRelation:
    """The converted rows: the new area column, the keys, the counts and status.

    The tables of `geography.conversion` stay in the session, for what is judged afterwards.
    """
    carried = _ROUNDED if conversion.round else tables.CARRIED
    steps = {
        tables.COUNTS: carry.counts_sql(conversion),
        tables.PAIRS: pairs.pairs_sql(conversion),
        tables.STATUSES: pairs.statuses_sql(),
        tables.WEIGHED: shares.weighed_sql(conversion),
        tables.SHARES: shares.shares_sql(),
        tables.CARRIED: carry.carried_sql(conversion),
        **({_ROUNDED: carry.rounded_sql(conversion)} if conversion.round else {}),
        tables.CONVERTED: carry.converted_sql(conversion, carried=carried),
    }
    for table, sql in steps.items():
        session.connection.execute(f"create or replace temp table {table} as {sql}")
    return session.connection.sql(f"from {tables.CONVERTED}")
