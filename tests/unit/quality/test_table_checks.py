from typing import Any

import duckdb
import pytest

from hereabouts.errors import ProjectError
from hereabouts.model.product import LogicalType, TableRule
from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.table_checks import TableCheck, table_checks
from tests.unit.quality.small_contract import AT, column, contract, receive, rule

ROWS: list[list[str | None]] = [["F", "1"], ["F", "1"], ["X", "2"], [None, "-9"]]
COLUMNS = (column("sex"), column("n", LogicalType.INTEGER))


def compile_rule(said: TableRule) -> TableCheck:
    (check,) = table_checks(contract(*COLUMNS, rules=[said]), relation="typed")
    return check


def found(said: TableRule, rows: list[list[str | None]] = ROWS) -> float | None:
    promise = contract(*COLUMNS, rules=[said])
    with duckdb.connect() as connection:
        receive(connection, promise, rows)
        answer = connection.sql(compile_rule(said).sql).fetchone()
    assert answer is not None
    return None if answer[0] is None else float(answer[0])


SEXES = {"validValues": ("F", "M")}


@pytest.mark.parametrize(
    ("metric", "said", "number"),
    [
        ("rowCount", {}, 4),
        ("nullValues", {"column": "sex"}, 1),
        ("nullValues", {"column": "sex", "unit": "percent"}, 25),
        ("missingValues", {"column": "n", "arguments": {"missingValues": ("-9",)}}, 1),
        ("missingValues", {"column": "sex", "arguments": {"missingValues": ("X",)}}, 2),
        ("missingValues", {"column": "sex"}, 1),
        ("invalidValues", {"column": "sex", "arguments": SEXES, "severity": "warning"}, 1),
        ("invalidValues", {"column": "sex", "arguments": {}, "severity": "warning"}, 0),
        ("duplicateValues", {"column": "sex"}, 1),
        ("duplicateValues", {"arguments": {"properties": ("sex", "n")}}, 1),
        ("sql", {"sql": "SELECT max({property}) FROM {object};", "column": "n"}, 2),
        ("sql", {"sql": "WITH a AS (SELECT * FROM {object}) SELECT count(*) FROM a"}, 4),
    ],
)
def test_each_metric_gives_its_number(metric: str, said: dict[str, Any], number: float) -> None:
    assert found(rule(metric, "mustBe", 0.0, **said)) == number


def test_a_percentage_of_no_rows_is_none_of_them() -> None:
    assert found(rule("nullValues", "mustBe", 0.0, column="sex", unit="percent"), []) == 0


@pytest.mark.parametrize(
    ("operator", "operand", "passes", "fails"),
    [
        ("mustBe", (5.0,), 5, 6),
        ("mustNotBe", (5.0,), 6, 5),
        ("mustBeGreaterThan", (5.0,), 6, 5),
        ("mustBeGreaterOrEqualTo", (5.0,), 5, 4),
        ("mustBeLessThan", (5.0,), 4, 5),
        ("mustBeLessOrEqualTo", (5.0,), 5, 6),
        ("mustBeBetween", (5.0, 7.0), 6, 5),
        ("mustBeBetween", (5.0, 7.0), 6, 7),
    ],
)
def test_each_operator_gives_its_verdict_and_between_leaves_out_its_ends(
    operator: str, operand: tuple[float, ...], passes: float, fails: float
) -> None:
    check = compile_rule(rule("rowCount", operator, *operand))
    assert check.passes(passes)
    assert not check.passes(fails)


def test_no_number_is_no_pass() -> None:
    assert not compile_rule(rule("rowCount", "mustNotBe", 5.0)).passes(None)


def test_a_check_says_its_rule_in_words() -> None:
    said = rule(
        "nullValues", "mustBeLessThan", 30.0, column="sex", unit="percent", name="sex given"
    )
    check = compile_rule(said)
    assert check.rule == "sex given: nullValues must be less than 30%"
    assert (check.code, check.severity) == ("Q123", "error")
    between = compile_rule(rule("rowCount", "mustBeBetween", 1.0, 9.5))
    assert between.rule == "agreed: rowCount must lie between 1 and 9.5"


@pytest.mark.parametrize(
    ("said", "metric", "dimension"),
    [
        ("conformity", "rowCount", Dimension.VALIDITY),
        ("coverage", "nullValues", Dimension.COMPLETENESS),
        ("timeliness", "rowCount", Dimension.TIMELINESS),
        ("", "duplicateValues", Dimension.UNIQUENESS),
        ("", "sql", Dimension.CONSISTENCY),
    ],
)
def test_a_dimension_is_one_of_the_six(said: str, metric: str, dimension: Dimension) -> None:
    query = "SELECT 1" if metric == "sql" else None
    check = compile_rule(rule(metric, "mustBe", 0.0, column="sex", sql=query, dimension=said))
    assert check.dimension is dimension


def test_a_rule_about_rows_is_not_checked_twice() -> None:
    said = rule("invalidValues", "mustBe", 0.0, column="sex", arguments=SEXES)
    assert table_checks(contract(*COLUMNS, rules=[said]), relation="typed") == ()


@pytest.mark.parametrize(
    "query",
    [
        "DROP TABLE {object}",
        "SELECT 1; DROP TABLE {object}",
        "DELETE FROM {object}",
        "COPY (SELECT 1) TO 'x.csv'",
        "SELECT count( FROM {object}",
        "",
    ],
)
def test_sql_that_is_not_one_select_is_refused(query: str) -> None:
    with pytest.raises(ProjectError) as caught:
        compile_rule(rule("sql", "mustBe", 0.0, sql=query))
    assert (caught.value.code, caught.value.at) == ("P191", AT)


@pytest.mark.parametrize("name", [None, "age"])
def test_a_rule_about_no_column_is_refused(name: str | None) -> None:
    with pytest.raises(ProjectError) as caught:
        compile_rule(rule("nullValues", "mustBe", 0.0, column=name))
    assert caught.value.code == "P192"
