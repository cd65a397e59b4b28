from typing import Any

import pytest

from hereabouts.model.product import LogicalType, Reference
from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.row_checks import row_checks
from tests.unit.quality.small_contract import broken, column, contract, rule

INTEGER, NUMBER, DATE = LogicalType.INTEGER, LogicalType.NUMBER, LogicalType.DATE


@pytest.mark.parametrize(
    ("kind", "said", "good", "bad", "code", "words"),
    [
        (INTEGER, {}, "5", "five", "Q101", "'x' must be a whole number, such as 1234"),
        (
            DATE,
            {"date_format": "%d/%m/%Y"},
            "1/2/2024",
            "1.2.2024",
            "Q101",
            "'x' must be a date written as %d/%m/%Y",
        ),
        (
            LogicalType.STRING,
            {"required": True},
            "a",
            " ",
            "Q102",
            "'x' must be filled in",
        ),
        (INTEGER, {"required": True}, "5", None, "Q102", "'x' must be filled in"),
        (
            LogicalType.STRING,
            {"pattern": "^E01[0-9]{6}$"},
            "E01000001",
            "E010000011",
            "Q103",
            "'x' must look like ^E01[0-9]{6}$",
        ),
        (INTEGER, {"minimum": 0.0}, "0", "-1", "Q104", "'x' must be 0 or more"),
        (NUMBER, {"maximum": 99.5}, "99.5", "99.6", "Q105", "'x' must be 99.5 or less"),
        (
            LogicalType.STRING,
            {"min_length": 2, "max_length": 3},
            "abc",
            "abcd",
            "Q106",
            "'x' must be 2 to 3 characters long",
        ),
        (
            LogicalType.STRING,
            {"min_length": 2},
            "ab",
            "a",
            "Q106",
            "'x' must be at least 2 characters long",
        ),
        (
            LogicalType.STRING,
            {"max_length": 2},
            "ab",
            "abc",
            "Q106",
            "'x' must be at most 2 characters long",
        ),
        (
            LogicalType.STRING,
            {"min_length": 9, "max_length": 9},
            "123456789",
            "1",
            "Q106",
            "'x' must be 9 characters long",
        ),
        (
            LogicalType.STRING,
            {"values": ("F", "M")},
            "F",
            "X",
            "Q107",
            "'x' must be one of F, M",
        ),
        (NUMBER, {"values": ("1", "2.50")}, "2.5", "2", "Q107", "'x' must be one of 1, 2.50"),
    ],
)
def test_each_rule_about_a_cell_fails_the_bad_row_alone(
    kind: LogicalType, said: dict[str, Any], good: str, bad: str | None, code: str, words: str
) -> None:
    promise = contract(column("x", kind, **said), column("other"))
    assert broken(promise, [[good, "a"], [bad, "b"]]) == [(code, words, 2)]


@pytest.mark.parametrize(
    "said",
    [
        {"pattern": "^E"},
        {"min_length": 2},
        {"values": ("F", "M")},
        {"unique": True},
        {"reference": Reference(product="place.lsoa", column="code")},
    ],
)
def test_an_empty_cell_breaks_no_rule_but_required(said: dict[str, Any]) -> None:
    before = "create schema place; create table place.lsoa (code varchar)"
    promise = contract(column("x", **said), column("other"))
    assert broken(promise, [[None, "a"], ["", "b"]], before=before) == []


def test_a_pattern_is_found_anywhere_unless_it_is_anchored() -> None:
    promise = contract(column("x", pattern="[0-9]"))
    assert [row for _, _, row in broken(promise, [["a1"], ["a"]])] == [2]


def test_an_unreadable_cell_is_a_wrong_type_and_not_also_missing() -> None:
    promise = contract(column("x", INTEGER, required=True, minimum=0.0))
    assert [code for code, _, _ in broken(promise, [["five"]])] == ["Q101"]


def test_every_row_that_shares_a_key_fails() -> None:
    promise = contract(column("a", key=True), column("b", INTEGER, key=True))
    rows = [["x", "1"], ["x", "1.0"], ["x", "2"], ["y", "1"]]
    found = broken(promise, rows)
    assert found == [("Q109", "'a + b' must not repeat", row) for row in (1, 2)]


def test_a_key_must_be_filled_in_and_a_gap_is_not_also_a_repeat() -> None:
    promise = contract(column("a", key=True), column("b", key=True))
    found = broken(promise, [["x", None], ["x", None]])
    assert [(code, row) for code, _, row in found] == [("Q102", 1), ("Q102", 2)]


def test_a_unique_column_repeats_in_no_row() -> None:
    promise = contract(column("x", unique=True), column("y"))
    found = broken(promise, [["a", None], ["b", None], ["a", None]])
    assert [(code, row) for code, _, row in found] == [("Q108", 1), ("Q108", 3)]


def test_a_reference_must_occur_in_the_other_product_whatever_its_type() -> None:
    before = (
        "create schema place; create table place.lsoa as"
        " select code from (values (1), (2), (null)) as t (code)"
    )
    lsoa = Reference(product="place.lsoa", column="code")
    found = broken(contract(column("x", reference=lsoa)), [["1"], ["3"]], before=before)
    assert found == [("Q110", "'x' must be one of 'place.lsoa.code'", 2)]


def test_a_reference_to_the_product_itself_is_looked_up_in_the_same_rows() -> None:
    team = Reference(product="health.teams", column="team")
    promise = contract(column("team"), column("part_of", reference=team))
    found = broken(promise, [["a", None], ["b", "a"], ["c", "z"]], product="health.teams")
    assert [(code, row) for code, _, row in found] == [("Q110", 3)]


def test_no_row_may_be_invalid_where_the_contract_says_so() -> None:
    sexes = {"validValues": ("F", "M")}
    letters = {"pattern": ("^[A-Z]$",)}
    rules = [
        rule("invalidValues", "mustBe", 0.0, column="x", arguments=sexes, name="sexes"),
        rule("invalidValues", "mustBe", 0.0, column="x", arguments=letters, name="letters"),
    ]
    promise = contract(column("x"), column("y"), rules=rules)
    found = broken(promise, [["F", None], ["X", None], [None, None], ["xx", None]])
    assert [(words, row) for _, words, row in found] == [
        ("'x' must be valid by the rule 'sexes'", 2),
        ("'x' must be valid by the rule 'sexes'", 4),
        ("'x' must be valid by the rule 'letters'", 4),
    ]


def test_a_rule_that_only_warns_or_allows_some_quarantines_no_row() -> None:
    said = {"column": "x", "arguments": {"validValues": ("F",)}}
    rules = [
        rule("invalidValues", "mustBe", 0.0, severity="warning", **said),
        rule("invalidValues", "mustBeLessThan", 5.0, unit="percent", **said),
    ]
    assert broken(contract(column("x"), rules=rules), [["X"]]) == []


def test_a_long_list_of_values_is_cut_short_in_words() -> None:
    promise = contract(column("x", values=tuple("abcdefgh")))
    (check,) = row_checks(promise, relation="typed")
    assert check.rule == "'x' must be one of a, b, c, d, e, f and others"


def test_each_check_says_its_dimension() -> None:
    said = Reference(product="place.lsoa", column="code")
    promise = contract(column("x", INTEGER, key=True, reference=said))
    assert {check.code: check.dimension for check in row_checks(promise, relation="typed")} == {
        "Q101": Dimension.VALIDITY,
        "Q102": Dimension.COMPLETENESS,
        "Q109": Dimension.UNIQUENESS,
        "Q110": Dimension.CONSISTENCY,
    }


def test_a_rule_in_words_never_says_a_value_found() -> None:
    promise = contract(column("x", INTEGER, minimum=0.0, values=("1", "2")))
    assert all("-98765" not in words for _, words, _ in broken(promise, [["-98765"]]))
