"""Read a SQL model without running it: which tables it reads, and that it does nothing else.

A model is exactly one SELECT over `domain.product` tables. It may not open a file, an address
or a setting: what a product is made from is what its inputs say.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from hereabouts.errors import Location, ProjectError

DIALECT = "duckdb"
_TABLE_FUNCTIONS = (exp.GenerateSeries, exp.Unnest)  # every other is refused
_REACHING_OUT = re.compile(
    r"(read|sniff)_\w+|getenv|current_setting|getvariable|nextval|currval|which_secret"
)
_NOT_READING = (
    exp.Command, exp.Copy, exp.Attach, exp.Detach, exp.Pragma, exp.Set, exp.Use, exp.Describe,
    exp.Summarize, exp.DDL, exp.DML, exp.Into, exp.Show, exp.Install,
)  # fmt: skip

# When it meets what it does not know, sqlglot logs a warning beside the problem reported here.
logging.getLogger("sqlglot").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A table that a model reads, and the line of the model where it is first named."""

    table: str
    line: int


def read_model(text: str, *, path: str, problems: list[ProjectError]) -> tuple[Read, ...]:
    """The tables that the one SELECT in `text` reads, each once, in order of first mention.

    `received` is among them when it is read; names of common table expressions are not.
    """
    query = _one_select(text, path=path, problems=problems)
    if query is None:
        return ()
    problems.extend(_find_reaching_out(query, path=path))
    steps = {step.alias_or_name.lower() for step in query.find_all(exp.CTE)}
    reads: dict[str, Read] = {}
    for table in query.find_all(exp.Table, bfs=False):
        is_step = not table.db and table.name.lower() in steps
        if isinstance(table.this, exp.Identifier) and not is_step:
            name = ".".join(part.name for part in table.parts)
            reads.setdefault(name, Read(table=name, line=_line(table)))
    return tuple(reads.values())


def _one_select(text: str, *, path: str, problems: list[ProjectError]) -> exp.Query | None:
    try:
        statements = [s for s in sqlglot.parse(text, dialect=DIALECT) if s is not None]
    except SqlglotError as error:
        problems.append(_unparsed(error, path=path))
        return None
    if len(statements) == 1 and isinstance(statements[0], exp.Query):
        return statements[0]
    what = "something else" if len(statements) == 1 else f"{len(statements)} statements"
    problems.append(
        ProjectError(
            f"a model is exactly one SELECT, and this is {what}",
            code="P111",
            do="write one SELECT; use WITH for its steps",
            at=Location(path, 1),
        )
    )
    return None


def _find_reaching_out(query: exp.Expr, *, path: str) -> Iterator[ProjectError]:
    for node in query.walk():
        if fault := _fault(node):
            yield ProjectError(
                fault,
                code="P112",
                do="read `domain.product` tables alone; declare a file as the source of a product",
                at=Location(path, _line(node)),
            )


def _fault(node: exp.Expr) -> str | None:
    """What is wrong with `node` where only tables may be read; None when nothing is."""
    if isinstance(node, _NOT_READING):
        return f"{type(node).__name__.upper()} has no place in a model"
    if isinstance(node, exp.Placeholder | exp.Parameter):
        return "a model has no parameters"
    return _function_fault(node) if isinstance(node, exp.Func) else None


def _function_fault(node: exp.Func) -> str | None:
    if isinstance(node.parent, exp.Table) and not isinstance(node, _TABLE_FUNCTIONS):
        return f"the table function {function_name(node)} has no place in a model"
    if reaches_out(node):
        return f"the function {function_name(node)} reads what is not an input"
    return None


def reaches_out(function: exp.Func) -> bool:
    """Whether a function reads files, settings or state beside its arguments."""
    return bool(_REACHING_OUT.fullmatch(function_name(function)))


def function_name(function: exp.Func) -> str:
    """The function as SQL calls it, in small letters."""
    name = function.name if isinstance(function, exp.Anonymous) else function.sql_name()
    return str(name).lower()


def reason(error: SqlglotError) -> str:
    """What the parser did not understand, in few words."""
    found = getattr(error, "errors", None)
    return str(found[0]["description"] if found else error).split(" but got ")[0].rstrip(".")


def _line(node: exp.Expr) -> int:
    """The line of the first word within `node`, or else of what is around it."""
    for inner in node.walk():
        if "line" in inner.meta:
            return int(inner.meta["line"])
    return _line(node.parent) if node.parent else 1


def _unparsed(error: SqlglotError, *, path: str) -> ProjectError:
    found = getattr(error, "errors", None)
    return ProjectError(
        f"this SQL cannot be read: {reason(error)}",
        code="P110",
        do="mend the SQL at this line; it is read as DuckDB's dialect",
        at=Location(path, found[0].get("line") if found else 1),
    )
