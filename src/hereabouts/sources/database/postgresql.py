"""What is asked of PostgreSQL, as SQL: everything comes as text that its server made.

Its own casts to text lose nothing: numeric to the last digit, floats to the shortest text that
is the same float, arrays and JSON as PostgreSQL writes them.
"""

from hereabouts.model.sql import identifier, literal
from hereabouts.sources.database.asked import Asked
from hereabouts.sources.database.parquet_file import Reach

#: Binary, or shapes whose text would be taken for data.
NOT_TEXT = frozenset({"bytea", "geometry", "geography", "raster"})
#: Types whose values have an order that `>` and ORDER BY agree on.
CURSOR_TYPES = frozenset(
    {
        "smallint",
        "integer",
        "bigint",
        "numeric",
        "date",
        "timestamp without time zone",
        "timestamp with time zone",
        "character varying",
        "text",
        "uuid",
    }
)


def session_statements(asked: Asked) -> tuple[str, ...]:
    """What makes the transaction read only, bounded in time, and its texts the same anywhere."""
    return (
        "set transaction isolation level repeatable read, read only",
        f"set local statement_timeout = {asked.seconds * 1000}",
        f"set local lock_timeout = {min(asked.seconds, 60) * 1000}",
        "set local time zone 'UTC'",
        "set local datestyle = 'ISO, YMD'",
        "set local intervalstyle = 'iso_8601'",
        "set local extra_float_digits = 1",
        "set local standard_conforming_strings = on",
    )


def headings_sql(asked: Asked) -> str:
    """A SELECT of the columns and no row."""
    return f"select * from ({asked.query}\n) as q limit 0"


def types_sql(asked: Asked, names: list[str]) -> str:
    """One row: the type of each column. The query itself is planned and not run."""
    types = ", ".join(f"cast(pg_typeof(q.{identifier(name)}) as text)" for name in names)
    return f"select {types} from (select 1) as one left join ({asked.query}\n) as q on false"


def blanks_sql(asked: Asked) -> str:
    """One row when the cursor has a null somewhere."""
    cursor = f"q.{identifier(asked.cursor)}"
    return f"select 'null' from ({asked.query}\n) as q where {cursor} is null limit 1"


def rows_sql(asked: Asked, types: dict[str, str], reach: Reach | None) -> str:
    """The rows, every column as text, in the order that was asked for."""
    texts = ", ".join(f"{_text(n, kind)} as {identifier(n)}" for n, kind in types.items())
    sql = f"select {texts} from ({asked.query}\n) as q"
    if reach:
        last = f"cast({literal(reach.last)} as {reach.kind})"
        sql += f" where {_ordered(asked.cursor, types)} > {last}"
    if asked.order_by:
        ordered = ", ".join(f"{_ordered(name, types)} nulls first" for name in asked.order_by)
        sql += f" order by {ordered}"
    return f"{sql} limit {asked.max_rows + 1}"


def _text(name: str, kind: str) -> str:
    column = f"q.{identifier(name)}"
    # Money as text has the server's own currency sign and commas.
    return f"cast(cast({column} as numeric) as text)" if kind == "money" else f"{column}::text"


def _ordered(name: str, types: dict[str, str]) -> str:
    """Text by its bytes: a server's language may change, and then its order."""
    collated = ' collate "C"' if types[name] in {"text", "character varying"} else ""
    return f"q.{identifier(name)}{collated}"
