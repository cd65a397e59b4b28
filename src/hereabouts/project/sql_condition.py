"""Read a condition, such as an indicator's `where`, without running it."""

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from hereabouts.errors import Location, ProjectError
from hereabouts.project.sql_model import DIALECT, reaches_out, reason

_VALUES = (
    exp.Literal, exp.Null, exp.Alias, exp.Star, exp.Interval, exp.Add, exp.Sub, exp.Mul, exp.Div,
    exp.IntDiv, exp.Mod, exp.DPipe, exp.Array, exp.Tuple,
)  # fmt: skip
_MORE_THAN_ONE_ROW = (exp.Query, exp.AggFunc, exp.Window, exp.Placeholder, exp.Parameter)


def read_condition(
    text: str, *, at: Location, problems: list[ProjectError]
) -> tuple[str, ...] | None:
    """The columns that the condition `text` reads, or None when it is not one condition.

    It is put after WHERE in a longer query, so it may not end that query or reach beyond the
    row it judges.
    """
    try:
        found = exp.condition(text, dialect=DIALECT)
        fault = _fault(found, sqlglot.tokenize(text, dialect=DIALECT))
    except SqlglotError as error:
        fault = f"this condition cannot be read: {reason(error)}"
    if fault:
        do = "write one condition over the product's columns, such as sex = 'F'"
        problems.append(ProjectError(fault, code="P113", do=do, at=at))
        return None
    return tuple(dict.fromkeys(column.name for column in found.find_all(exp.Column, bfs=False)))


def _fault(found: exp.Expr, tokens: list[sqlglot.Token]) -> str | None:
    if any(t.comments or t.token_type is sqlglot.TokenType.SEMICOLON for t in tokens):
        return "a condition has no comments and no semicolon"
    if found.find(*_MORE_THAN_ONE_ROW):
        return "a condition looks at one row: no SELECT, totals, windows or parameters"
    if isinstance(found.unnest(), _VALUES):
        return "this is a value and not a condition that is true or false"
    if any(reaches_out(function) for function in found.find_all(exp.Func)):
        return "a condition may not read files or settings"
    return None
