"""Read a query without running it: one SELECT that reads, and does nothing else.

The database's own read-only transaction and the rights of the account are the wall; this says
what is wrong before the wall is met, and refuses functions that act outside a transaction.
"""

import logging
import re

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from hereabouts.errors import Location, SourceError

_NOT_READING = (
    exp.Command, exp.Copy, exp.Attach, exp.Detach, exp.Pragma, exp.Set, exp.Use, exp.Describe,
    exp.DDL, exp.DML, exp.Into, exp.Lock, exp.Show,
)  # fmt: skip
_ACTING = re.compile(
    r"set_config|setval|nextval|dblink\w*|lo_\w+|pg_(read|ls|file|logdir|stat_file|write|"
    r"terminate|cancel|reload|rotate|advisory|try_advisory|switch|promote|create|drop|"
    r"logical|replication|notify|sleep)\w*|query_to_xml\w*|database_to_xml\w*|"
    r"open(rowset|query|datasource)|xp_\w+|sp_\w+"
)
logging.getLogger("sqlglot").setLevel(logging.CRITICAL)


def one_select(query: str, *, dialect: str, at: Location) -> exp.Query:
    """The query, parsed.

    Raises:
        SourceError: S184 it cannot be read, is not one SELECT, or does more than read.
    """
    try:
        parsed = sqlglot.parse(query, dialect=dialect)
    except (SqlglotError, RecursionError) as error:
        raise _refused("this SQL cannot be read", at) from error
    # A comment after the last semicolon is parsed as one more statement, which it is not.
    statements = [s for s in parsed if s is not None and not isinstance(s, exp.Semicolon)]
    if len(statements) != 1:
        raise _refused(f"a query is one SELECT, and these are {len(statements)} statements", at)
    statement = statements[0]
    if not isinstance(statement, exp.Query):
        raise _refused("a query is one SELECT, and this is something else", at)
    for node in statement.walk():
        if fault := _fault(node):
            raise _refused(fault, at)
    return statement


def without_end(query: str, *, dialect: str) -> str:
    """The query up to its semicolon, so that it can stand within another."""
    tokens = sqlglot.tokenize(query, dialect=dialect)
    ended = bool(tokens) and tokens[-1].text == ";"
    return query[: tokens[-1].start] if ended else query


def _fault(node: exp.Expr) -> str | None:
    if isinstance(node, _NOT_READING):
        return f"{type(node).__name__.upper()} has no place in a query that reads"
    if isinstance(node, exp.Placeholder | exp.Parameter):
        return "a query here has no parameters"
    if isinstance(node, exp.Func):
        name = node.name if isinstance(node, exp.Anonymous) else node.sql_name()
        if _ACTING.fullmatch(str(name).lower()):
            return f"the function {str(name).lower()} does more than read the tables"
    return None


def _refused(problem: str, at: Location) -> SourceError:
    return SourceError(
        problem,
        code="S184",
        do="write one SELECT in the database's own SQL; use WITH for its steps",
        at=at,
    )
