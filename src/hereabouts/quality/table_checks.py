"""Every rule of a contract about a whole table: one SELECT each, of one number."""

import operator
from collections.abc import Callable
from dataclasses import dataclass

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from hereabouts.errors import ProjectError
from hereabouts.model.product import Column, Contract, TableRule
from hereabouts.model.sql import identifier, literal, qualified
from hereabouts.quality.dimensions import Dimension, dimension_of
from hereabouts.quality.row_checks import is_about_rows
from hereabouts.quality.row_rules import invalid_values

_CODES = {
    "rowCount": "Q121",
    "duplicateValues": "Q122",
    "nullValues": "Q123",
    "missingValues": "Q124",
    "invalidValues": "Q125",
    "sql": "Q126",
}
#: ODCS operator -> words, and the verdict on (number found, operands).
_OPERATORS: dict[str, tuple[str, Callable[[float, tuple[float, ...]], bool]]] = {
    "mustBe": ("must be", lambda n, ends: operator.eq(n, ends[0])),
    "mustNotBe": ("must not be", lambda n, ends: operator.ne(n, ends[0])),
    "mustBeGreaterThan": ("must be more than", lambda n, ends: n > ends[0]),
    "mustBeGreaterOrEqualTo": ("must be at least", lambda n, ends: n >= ends[0]),
    "mustBeLessThan": ("must be less than", lambda n, ends: n < ends[0]),
    "mustBeLessOrEqualTo": ("must be at most", lambda n, ends: n <= ends[0]),
    "mustBeBetween": ("must lie between", lambda n, ends: ends[0] < n < ends[1]),  # both out
}
_AT_MOST = frozenset({"mustBe", "mustBeLessThan", "mustBeLessOrEqualTo"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCheck:
    """One rule about a table. `sql` gives one row of one number."""

    code: str
    name: str  # the contract's
    metric: str
    is_percent: bool
    rule: str  # in words: the rule's name, what is counted, and what it must be
    dimension: Dimension
    severity: str  # error | warning
    sql: str
    operator: str  # ODCS name
    operand: tuple[float, ...]

    @property
    def counts_faults(self) -> bool:
        """Whether its number is of rows at fault, so that more is worse."""
        return self.metric in _METRICS and self.metric != "rowCount" and self.operator in _AT_MOST

    def passes(self, number: float | None) -> bool:
        """The verdict on what `sql` gave. No number is no pass: nothing has been shown."""
        if number is None:
            return False
        _, verdict = _OPERATORS[self.operator]
        return verdict(number, self.operand)


def table_checks(contract: Contract, *, relation: str) -> tuple[TableCheck, ...]:
    """The contract's rules about the whole table, in its order, but for those about rows.

    Args:
        contract: the promise.
        relation: the table, with the contract's columns.

    Raises:
        ProjectError: P191 a rule's SQL is not one SELECT; P192 a rule is about a column that
            is not there, or needs one and names none.
    """
    return tuple(
        TableCheck(
            code=_CODES[rule.metric],
            name=rule.name,
            metric=rule.metric,
            is_percent=rule.unit == "percent",
            rule=_words(rule),
            dimension=dimension_of(rule.dimension, metric=rule.metric),
            severity=rule.severity,
            sql=_sql(rule, contract, qualified(relation)),
            operator=rule.operator,
            operand=rule.operand,
        )
        for rule in contract.rules
        if not is_about_rows(rule)
    )


def _words(rule: TableRule) -> str:
    words, _ = _OPERATORS[rule.operator]
    ends = " and ".join(f"{end:g}" for end in rule.operand)
    unit = "%" if rule.unit == "percent" else ""
    return f"{rule.name}: {rule.metric} {words} {ends}{unit}"


def _sql(rule: TableRule, contract: Contract, table: str) -> str:
    if rule.metric == "sql":
        return _own_sql(rule, table)
    number = _METRICS[rule.metric](rule, contract)
    if rule.unit == "percent":
        number = f"coalesce(100.0 * ({number}) / nullif(count(*), 0), 0)"
    return f"select {number} from {table}"


def _row_count(_rule: TableRule, _contract: Contract) -> str:
    return "count(*)"


def _nulls(rule: TableRule, contract: Contract) -> str:
    return f"count(*) filter ({identifier(_column(rule, contract).name)} is null)"


def _missing(rule: TableRule, contract: Contract) -> str:
    """Empty, or one of the words that stand for empty."""
    name = identifier(_column(rule, contract).name)
    listed = ", ".join(literal(word) for word in rule.arguments.get("missingValues", ()))
    said = f" or cast({name} as varchar) in ({listed})" if listed else ""
    return f"count(*) filter ({name} is null{said})"


def _invalid(rule: TableRule, contract: Contract) -> str:
    return f"count(*) filter ({invalid_values(_column(rule, contract), rule)})"


def _duplicates(rule: TableRule, contract: Contract) -> str:
    """Rows beyond the first of each. In one column, nulls are not repeats of each other."""
    names = rule.arguments.get("properties") or (_column(rule, contract).name,)
    if len(names) == 1:
        name = identifier(names[0])
        return f"count({name}) - count(distinct {name})"
    return f"count(*) - count(distinct ({', '.join(identifier(name) for name in names)}))"


_METRICS: dict[str, Callable[[TableRule, Contract], str]] = {
    "rowCount": _row_count,
    "nullValues": _nulls,
    "missingValues": _missing,
    "invalidValues": _invalid,
    "duplicateValues": _duplicates,
}


def _column(rule: TableRule, contract: Contract) -> Column:
    column = contract.column(rule.column or "")
    if column is None:
        raise ProjectError(
            f"the rule '{rule.name}' is about a column that the contract does not have",
            code="P192",
            do="write the rule under the property it is about",
            at=rule.at,
        )
    return column


def _own_sql(rule: TableRule, table: str) -> str:
    """The rule's own query, seen to be one SELECT and nothing else."""
    query = (rule.sql or "").replace("{object}", table)
    query = query.replace("{property}", identifier(rule.column) if rule.column else "{property}")
    try:
        found = sqlglot.parse(query, dialect="duckdb")
    except SqlglotError:
        found = []
    if len(found) != 1 or not isinstance(found[0], exp.Query):
        raise ProjectError(
            f"the rule '{rule.name}' is not one SELECT",
            code="P191",
            do="write one SELECT that gives one number, such as SELECT count(*) FROM {object}",
            at=rule.at,
        )
    return query.strip().rstrip(";")
