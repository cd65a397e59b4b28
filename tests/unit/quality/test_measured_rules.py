"""A contract's checks, as measures."""

from collections.abc import Sequence

import pytest

from hereabouts.model.product import TableRule
from hereabouts.quality.measured_rules import measured_table_check
from hereabouts.quality.table_checks import table_checks
from tests.unit.quality.small_contract import column, contract, rule


def measured(said: TableRule, *, rows: int, number: float | None) -> Sequence[object]:
    (check,) = table_checks(contract(column("code"), rules=[said]), relation="kept")
    found = measured_table_check(check, rows=rows, number=number)
    return found.tested, found.broken, found.passes


@pytest.mark.parametrize(
    ("said", "number", "expected"),
    [
        (rule("nullValues", "mustBe", 0, column="code"), 3, (100, 3, False)),
        (rule("nullValues", "mustBeLessThan", 5, column="code", unit="percent"), 3, (100, 3, True)),
        (rule("duplicateValues", "mustBeLessOrEqualTo", 4, column="code"), 3, (100, 3, True)),
        (rule("rowCount", "mustBeGreaterThan", 5), 100, (1, 0, True)),
        (rule("rowCount", "mustBe", 5), 100, (1, 1, False)),
        (rule("nullValues", "mustBeGreaterThan", 1, column="code"), 0, (1, 1, False)),
    ],
)
def test_faults_are_counted_by_row_and_anything_else_is_one_yes_or_no(
    said: TableRule, number: float, expected: tuple[int, int, bool]
) -> None:
    assert measured(said, rows=100, number=number) == expected


def test_a_rule_that_gave_no_number_has_failed() -> None:
    said = rule("sql", "mustBe", 0, sql="select sum(1) from {object} where false")
    assert measured(said, rows=100, number=None) == (1, 1, False)
