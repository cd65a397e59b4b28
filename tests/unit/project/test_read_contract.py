"""What ODCS allows and the platform cannot act on is said, and never passed over."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.model.sensitivity import Sensitivity
from hereabouts.project import load

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]
PATH = "products/library/membership/contract.odcs.yaml"
RULE = "query: SELECT count(*) FROM {object} WHERE members_count > residents_count"

#: name -> old, new, and everything that is then said of the contract.
NOT_ACTED_UPON: dict[str, tuple[str, str, list[str]]] = {
    "no sensitivity": (
        "  - {property: sensitivity, value: internal}\n",
        "",
        [f"{PATH}:55 P120 the contract does not say its sensitivity"],
    ),
    "unknown sensitivity": (
        "value: internal",
        "value: secret",
        [f"{PATH}:56 P120 sensitivity is 'secret'"],
    ),
    "synthetic is unclear": (
        "{property: synthetic, value: true}",
        "{property: synthetic, value: partly}",
        [f"{PATH}:59 P120 synthetic is 'partly', not true or false"],
    ),
    "a share of more than one": (
        "value: 0.0}",
        "value: 5}",
        [f"{PATH}:60 P120 badRowsAtMost is not a share"],
    ),
    "two columns of one name": (
        "name: members_count",
        "name: Residents_Count",
        [f"{PATH}:38 P121 two columns called 'Residents_Count'"],
    ),
    "a pattern that looks ahead": (
        "        logicalType: string\n",
        "        logicalType: string\n        logicalTypeOptions: {pattern: '^(?!x)'}\n",
        [f"{PATH}:26 P122 this pattern cannot be used: it looks ahead or back"],
    ),
    "a pattern that is not one": (
        "        logicalType: string\n",
        "        logicalType: string\n        logicalTypeOptions: {pattern: '['}\n",
        [f"{PATH}:26 P122 this pattern cannot be used: unterminated character set"],
    ),
    "a relationship by id": (
        "to: geography.area.area_code",
        "to: area.area_code",
        [f"{PATH}:29 P123 this relationship does not point to one column of one product"],
    ),
    "an operator of its own": (
        "mustBe: 0",
        "mustNotBeBetween: [0, 1]",
        [f"{PATH}:47 P124 this rule says nothing that must be"],
    ),
    "a word for a number": (
        "mustBe: 0",
        "mustBe: none",
        [f"{PATH}:51 P124 mustBe is not a number"],
    ),
    "an unknown severity": (
        "mustBe: 0",
        "mustBe: 0\n        severity: info",
        [f"{PATH}:52 P124 unknown severity 'info'"],
    ),
    "a rule that reads another table": (
        RULE,
        "query: SELECT count(*) FROM {object} JOIN geography.area USING (area_code)",
        [f"{PATH}:50 P125 a rule reads 'geography.area'"],
    ),
    "a rule that reads a file": (
        RULE,
        "query: SELECT count(*) FROM {object}, read_csv('x.csv')",
        [f"{PATH}:50 P112 the table function read_csv has no place in a model"],
    ),
    "a rule that changes something": (
        RULE,
        "query: DELETE FROM {object}",
        [f"{PATH}:50 P111 a model is exactly one SELECT, and this is something else"],
    ),
}


@pytest.mark.parametrize("case", NOT_ACTED_UPON)
def test_what_cannot_be_acted_upon_is_said(case: str, edit: Edit, said: Say) -> None:
    old, new, expected = NOT_ACTED_UPON[case]
    edit(PATH, old, new)
    assert said() == expected


def test_rules_of_columns_and_tables_are_read_with_their_arguments(
    place: Path, edit: Edit, said: Say
) -> None:
    edit(
        PATH,
        "        businessName: Members\n",
        "        businessName: Members\n        quality:\n"
        "          - {metric: invalidValues, arguments: {validValues: [1, 02]}, "
        "mustBeLessThan: 1.5, unit: percent, severity: warning}\n"
        "          - {type: text, description: Words for people.}\n",
    )
    edit(
        PATH,
        "    quality:\n      - id",
        "    quality:\n      - {metric: rowCount, mustBeBetween: [1, 99]}\n      - id",
    )
    assert said() == []
    count, query, valid = load(place).products["library.membership"].contract.rules
    assert (count.metric, count.operator, count.operand) == ("rowCount", "mustBeBetween", (1, 99))
    assert query.name == "members_are_residents"
    assert (valid.column, valid.arguments["validValues"]) == ("members_count", ("1", "02"))
    assert (valid.operand, valid.unit, valid.severity) == ((1.5,), "percent", "warning")


def test_types_options_and_lists_of_values_are_read(place: Path, edit: Edit, said: Say) -> None:
    edit(
        PATH,
        "      - name: members_count\n",
        "      - name: on_date\n        logicalType: date\n"
        "        logicalTypeOptions: {format: '%d/%m/%Y', minimum: '01/01/2000'}\n"
        "      - name: sex\n        logicalType: string\n        required: no\n"
        "        logicalTypeOptions: {minLength: 1, maxLength: 3}\n"
        "        enum: [{value: NO}, {value: 007}]\n"
        "      - name: members_count\n",
    )
    assert said() == []
    contract = load(place).products["library.membership"].contract
    date, sex = contract.column("on_date"), contract.column("sex")
    assert date is not None
    assert sex is not None
    assert (date.date_format, date.minimum) == ("%d/%m/%Y", None)
    assert (sex.values, sex.min_length, sex.max_length) == (("NO", "007"), 1, 3)
    assert not sex.required
    assert contract.sensitivity is Sensitivity.INTERNAL
